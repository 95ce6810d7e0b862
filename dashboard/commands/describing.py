"""``describe``: correct what is known of an article that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .looking_after import lines_of, shown
from .options import told

if TYPE_CHECKING:
    from dashboard.store.describing import Described


@click.command()
@click.argument("document")
@click.option("--published", metavar="YYYY-MM-DD", help="Day of publication; relative dates are read anew by it.")
@click.option("--publisher", help="Who published it: the claimant of what it says by itself.")
@click.option("--title", help="Its headline.")
@click.option("--url", help="Its address.")
@click.option("--language", help="ISO 639-1, such as id or en; the article is read anew by its rules.")
@click.option("--reprint-of", metavar="DOCUMENT", help="The document that it prints again.")
@click.option("--no-reprint", is_flag=True, help="It is no reprint, although it was found to be one.")
@click.option("--undo", is_flag=True, help="Take back your last correction of it instead.")
@click.option("--reviewer", required=True, metavar="NAME", help="Who says so.")
@click.option("--note", default="", help="Why, in a few words.")
def describe(document: str, no_reprint: bool, undo: bool, reviewer: str, note: str, **given: str | None) -> None:
    """Correct what is known of DOCUMENT, an article that is kept, and read it anew where that changes its facts.

    DOCUMENT is its id ('export --what documents' lists them). An option that is given empty ("") empties what is known.
    The correction is a decision in the log; what the article came with is kept.
    """
    changes = {name: value for name, value in given.items() if value is not None}
    if no_reprint:
        if changes.get("reprint_of"):
            raise click.UsageError("Give either --reprint-of or --no-reprint.")
        changes["reprint_of"] = ""
    if undo and changes:
        raise click.UsageError("--undo takes a correction back; correct in another call.")
    if not undo and not changes:
        raise click.UsageError("Say what is to be corrected, with --published, --publisher or another option.")
    for line in _done(document, changes, reviewer=reviewer, note=note):
        click.echo(line)


def _done(document_id: str, changes: dict[str, Any], *, reviewer: str, note: str) -> list[str]:
    """Correct a document, or take a correction back where nothing is to be changed; returns what came of it."""
    from dashboard import intake
    from dashboard.facts.shipped import DataError
    from dashboard.store import StoreError, open_store
    from dashboard.store.describing import description
    from dashboard.wording import ngettext

    def work() -> list[str]:
        with open_store() as connection:
            seen = description(connection, document_id).seen
            if changes:
                done: Described = intake.describe(
                    connection, document_id, changes, reviewer=reviewer, seen=seen, note=note
                )
            else:
                done = intake.undo_description(connection, document_id, reviewer=reviewer, seen=seen)
            step = description(connection, document_id).steps[-1]
        lines = [f"{name}: {shown(step.before[name])} -> {shown(value)}" for name, value in step.after.items()]
        count = ngettext("{n} fact is told otherwise now", "{n} facts are told otherwise now", done.facts)
        return [*lines, *lines_of(done.changes), count]

    return told(work, StoreError, DataError)
