"""Wars between states (``wars.csv``), which a text of their days need not tell of. Knows no language."""

from __future__ import annotations

import csv
from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path


def at_war(states: Collection[str], day: date | None) -> frozenset[str]:
    """Return those of some states (ISO 3166-1 alpha-3) that were at war with a state on a day.

    >>> sorted(at_war({"RUS", "UKR", "PRK"}, date(2024, 10, 1))), sorted(at_war({"RUS", "UKR"}, date(2021, 4, 1)))
    (['RUS', 'UKR'], [])
    """
    fought = (sides for sides, since, until in _wars() if day and since <= day <= until)
    return frozenset().union(*fought).intersection(states)


@cache
def _wars() -> tuple[tuple[frozenset[str], date, date], ...]:
    """Return the sides of each war, its first and its last day; one that goes on has the last day that there is."""
    with Path(__file__).with_name("wars.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            (
                frozenset(row["sides"].split("; ")),
                date.fromisoformat(row["since"]),
                date.fromisoformat(row["until"]) if row["until"] else date.max,
            )
            for row in csv.DictReader(rows)
        )
