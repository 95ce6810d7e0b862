"""``labelled`` and ``accuracy``: reviewed articles as test cases, and how well the extractor reads them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.facts import Document, Fact

NONE = "No article has been reviewed to the end yet: decide about every fact of one, then try again."


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def labelled(folder: Path) -> None:
    """Write the articles of which every fact is decided into FOLDER, as NNN.txt and NNN.json; rejected facts are left
    out. The format is that of the accuracy set: corrections become test cases."""
    from dashboard.evaluation import write_labels

    reviewed = _reviewed()
    if not reviewed:
        raise click.ClickException(NONE)
    try:
        count = write_labels(folder, reviewed)
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written to: {error.strerror or error}.") from error
    click.echo(f"{count} new of {len(reviewed)} reviewed article(s) in {folder}")


@click.command()
@click.option("--errors", is_flag=True, help="Name every fact that was missed or wrongly found.")
def accuracy(errors: bool) -> None:
    """Print how well the extractor reads all articles that have been reviewed: precision, recall, F1, columns."""
    from dashboard.evaluation import label_of, scored, tables
    from dashboard.evaluation import told as fact_in_a_line
    from dashboard.extraction import extract

    reviewed = _reviewed()
    if not reviewed:
        raise click.ClickException(NONE)
    result = scored((label_of(document, facts) for document, facts in reviewed), extract)
    click.echo(f"{len(reviewed)} reviewed article(s)\n")
    for line in tables(result):
        click.echo(line)
    if errors:
        for sort, found in (("missed", result.missed), ("false", result.false)):
            for document_id, fact in found:
                click.echo(f"{sort} {document_id}: {fact_in_a_line(fact)}")


def _reviewed() -> list[tuple[Document, Sequence[Fact]]]:
    """Return the reviewed articles, each with its language."""
    from dashboard.extraction import recognise
    from dashboard.facts.shipped import DataError
    from dashboard.store import StoreError, open_store
    from dashboard.store.queue import reviewed_documents

    def work() -> list[tuple[Document, Sequence[Fact]]]:
        with open_store() as connection:
            return [
                (replace(document, language=document.language or recognise(document.text)), facts)
                for document, facts in reviewed_documents(connection)
            ]

    return told(work, StoreError, DataError)
