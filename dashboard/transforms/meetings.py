"""Who met whom, when, and how surely."""

from __future__ import annotations

import polars as pl

PEOPLE = pl.col("participants").str.split("; ")


def pairs(meetings: pl.DataFrame) -> pl.DataFrame:
    """Return one row for every two participants of every meeting, each pair in alphabetical order.

    Adds ``one``, ``other`` and ``pair`` (both ids joined by ``; ``) to the columns of the claims.

    >>> frame = pl.DataFrame({"fact_id": ["m"], "participants": ["a; b; c"]})
    >>> pairs(frame).select("pair").to_series().to_list()
    ['a; b', 'a; c', 'b; c']
    """
    each = meetings.with_columns(one=PEOPLE, other=PEOPLE)
    return (
        each.explode("one")
        .explode("other")
        .filter(pl.col("one") < pl.col("other"))
        .with_columns(pair=pl.concat_str("one", "other", separator="; "))
    )


def most_met(meetings: pl.DataFrame, limit: int) -> list[str]:
    """Return the pairs with most claims, at most ``limit``, most first."""
    counted = pairs(meetings).group_by("pair").len().sort(["len", "pair"], descending=[True, False])
    return counted.head(limit).get_column("pair").to_list()


def matrix(meetings: pl.DataFrame, limit: int) -> pl.DataFrame:
    """Count for each ordered pair among the ``limit`` most named participants the claims that they met or will meet.

    Columns: ``one``, ``other`` (both directions), ``occurred``, ``ahead`` (planned or proposed).
    """
    found = pairs(meetings)
    both = pl.concat([found.select("one", "other", "status"), found.select(one="other", other="one", status="status")])
    kept = both.group_by("one").len().sort(["len", "one"], descending=[True, False]).head(limit).get_column("one")
    return (
        both.filter(pl.col("one").is_in(kept.implode()), pl.col("other").is_in(kept.implode()))
        .group_by("one", "other")
        .agg(
            occurred=(pl.col("status") == "occurred").sum(),
            ahead=pl.col("status").is_in(["planned", "proposed"]).sum(),
        )
        .sort("one", "other")
    )


def by_month(meetings: pl.DataFrame) -> pl.DataFrame:
    """Count claims of meetings by the month in which they took or are to take place, and by status.

    Columns: ``month`` (its first day), ``status``, ``facts``. Meetings without a date are left out.
    """
    when = pl.coalesce("date_start", "date_end")
    return (
        meetings.filter(when.is_not_null())
        .group_by(when.dt.truncate("1mo").alias("month"), "status")
        .agg(facts=pl.len())
        .sort("month", "status")
    )
