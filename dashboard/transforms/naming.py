"""Names beside ids, so that charts and tables can speak of actors."""

from __future__ import annotations

import polars as pl

from dashboard.facts import Directory, fact_columns, parted

BETWEEN = " – "


def named(frame: pl.DataFrame, directory: Directory) -> pl.DataFrame:
    """Add ``<column>_name`` for every column of actor ids in the frame; several ids give names joined by a dash.

    >>> from dashboard.facts import Actor
    >>> directory = Directory([Actor(actor_id="PRK", name="North Korea", type="state")])
    >>> named(pl.DataFrame({"actor": ["PRK", "", "someone"]}), directory).get_column("actor_name").to_list()
    ['North Korea', '', 'someone']
    """
    columns = [c for c in fact_columns() if c.refers in ("actor", "actors") and c.name in frame.columns]
    return frame.with_columns(
        pl.col(column.name)
        .replace_strict({ids: names_of(ids, directory) for ids in frame.get_column(column.name).unique()}, default="")
        .alias(f"{column.name}_name")
        if frame.height
        else pl.lit("").alias(f"{column.name}_name")
        for column in columns
    )


def names_of(ids: str, directory: Directory) -> str:
    """Return the names of the actors in one cell."""
    return BETWEEN.join(directory.name(each) for each in parted(ids or ""))
