"""``export`` and ``dictionary``: what leaves the house, and what its columns mean."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import told

if TYPE_CHECKING:
    import duckdb
    import polars as pl

WHAT = ("facts", "decisions", "documents")
FORMATS = ("csv", "parquet", "json")


@click.command()
def dictionary() -> None:
    """Print the data dictionary: every column of the export with its type, meaning and words."""
    from dashboard.exports import data_dictionary

    click.echo(data_dictionary())


@click.command()
@click.option("--what", type=click.Choice(WHAT), default="facts", show_default=True, help="Which table.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option("--rejected", is_flag=True, help="Rejected facts too.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="A file; standard output otherwise.")
def export(what: str, form: str, rejected: bool, output: Path | None) -> None:
    """Write the facts as decided, the log of decisions, or the documents."""
    from dashboard.exports import export as written
    from dashboard.facts.shipped import DataError
    from dashboard.store import Filters, StoreError, open_store, queries

    tables: Mapping[str, Callable[[duckdb.DuckDBPyConnection], pl.DataFrame]] = {
        "facts": lambda connection: queries.claims(connection, Filters(), rejected=rejected),
        "decisions": queries.decision_log,
        "documents": queries.all_documents,
    }

    def work() -> bytes:
        with open_store() as connection:
            return written(tables[what](connection), form)

    content = told(work, StoreError, DataError)
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror or error}.") from error
