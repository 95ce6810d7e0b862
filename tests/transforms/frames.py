"""Small frames of claims for the transforms' tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta

import polars as pl

from tests.conftest import make_fact

SCHEMA = {
    "value_low": pl.Int64,
    "value_best": pl.Int64,
    "value_high": pl.Int64,
    "as_of": pl.Date,
    "date_start": pl.Date,
    "date_end": pl.Date,
    "source_published": pl.Date,
}
FIRST = date(2025, 1, 1)
Said = tuple[str, int | None, int]


def frame(*facts: dict[str, object]) -> pl.DataFrame:
    """Return claims as the store gives them; ``source_publisher`` and ``source_published`` may be given with them."""
    rows = []
    for n, fact in enumerate(facts):
        own = {name: value for name, value in fact.items() if not name.startswith("source_")}
        row = asdict(make_fact(**({"fact_id": f"f{n}", "document_id": f"d{n}"} | own)))
        del row["details"]
        source = {"source_publisher": f"Paper {n}", "source_published": row["as_of"], "source_reliability": "F"}
        rows.append(row | source | {name: value for name, value in fact.items() if name.startswith("source_")})
    return pl.DataFrame(rows, schema_overrides=SCHEMA)


def said(statements: Iterable[Said]) -> pl.DataFrame:
    """Return claims from (claimant, day counted from the first of January 2025 or none, number)."""
    rows = [
        {"claimant": who, "as_of": None if days is None else FIRST + timedelta(days), "value_best": value}
        for who, days, value in statements
    ]
    return frame(*rows) if rows else frame({}).clear()
