"""``serve``, ``check``, ``reextract``: running the dashboard and looking after what it keeps."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import told

if TYPE_CHECKING:
    from dashboard.store.reextraction import Change


@click.command()
@click.option("--port", default=8501, show_default=True, help="Port to listen on.")
@click.option("--address", default="localhost", show_default=True, help="Address to listen on.")
def serve(port: int, address: str) -> None:
    """Start the dashboard."""
    from streamlit.web import cli

    entry = Path(__file__).parents[1] / "app.py"
    sys.argv = ["streamlit", "run", str(entry), f"--server.port={port}", f"--server.address={address}"]
    sys.exit(cli.main())


@click.command()
def check() -> None:
    """Check the rows in data/, naming file, line and column of every problem."""
    from dashboard.facts.shipped import DataError, read_shipped

    shipped = told(read_shipped, DataError)
    click.echo(
        f"{len(shipped.facts)} facts, {len(shipped.documents)} documents, {len(shipped.actors)} actors, "
        f"{len(shipped.places)} places: no problems"
    )


@click.command()
@click.option("--apply", is_flag=True, help="Take the changes over; without it they are only shown.")
def reextract(apply: bool) -> None:
    """Read the added articles again with the rules as they are now, and show what changes. No decision is lost."""
    from dashboard.evaluation import extractor_version
    from dashboard.extraction import extract
    from dashboard.facts.shipped import DataError
    from dashboard.store import StoreError, open_store
    from dashboard.store.reextraction import reextract as read_again

    def work() -> list[Change]:
        with open_store() as connection:
            return read_again(connection, extract, apply=apply, extractor=extractor_version())

    changes = told(work, StoreError, DataError)
    for line in lines_of(changes):
        click.echo(line)
    counts = {name: sum(each.change == name for each in changes) for name in ("new", "gone", "changed")}
    summary = ", ".join(f"{count} {name}" for name, count in counts.items())
    click.echo(f"{summary}: {'taken over' if apply else 'nothing written; --apply takes it over'}")


def lines_of(changes: Iterable[Change]) -> Iterator[str]:
    """Yield lines that tell what was read differently of each fact."""
    for each in changes:
        yield f"{each.change} {each.fact_id} in {each.title or each.document_id}"
        for name in each.before if each.change == "changed" else ():
            stays = " (stays as a person corrected it)" if name in each.kept else ""
            yield f"    {name}: {shown(each.before[name])} -> {shown(each.after[name])}{stays}"
        if each.change == "gone" and each.kept:
            yield "    stays: a person has decided about it"
        if each.change == "new":
            yield f"    {each.after['evidence']}"


def shown(value: object) -> str:
    """Return a value as it is told."""
    return "nothing" if value in ("", None) else str(value)
