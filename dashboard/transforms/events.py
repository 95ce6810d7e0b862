"""Reports of one meeting joined into one event, and where they differ.

**The same meeting.** Two claims report one meeting when (1) they name the same participants, or one names some of the
other's and both give the same form; (2) both know the day, and their days are at most one apart; (3) neither names
another place than the other; (4) both tell of a call, or both of a ceremony or gathering, or both of talks, a visit or
a summit; (5) no document tells of both with the same status: an article with two such facts means two meetings. A claim
joins the first event whose first report it matches; one without an exact day stays by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard.facts import Directory, parted

Row = Mapping[str, Any]
APART = timedelta(days=1)
SORTS = {"call": "call", "ceremony": "gathering", "multilateral": "gathering"}
# In what reports of one meeting can differ, in the order in which it is told.
COMPARED: tuple[tuple[str, ...], ...] = (
    ("date_start", "date_end"),
    ("participants",),
    ("format",),
    ("location",),
)
RANKED = ("occurred", "denied", "planned", "proposed")


def joined_up(meetings: pl.DataFrame) -> pl.DataFrame:
    """Add to each claim of a meeting its ``event``: the ``fact_id`` of the event's first report.

    >>> rows = {"fact_id": ["a", "b", "c"], "participants": "kim; putin", "format": "talks", "status": "occurred",
    ...         "date_start": [date(2025, 9, 3), date(2025, 9, 4), date(2025, 9, 9)], "date_precision": "day",
    ...         "location": ["Beijing", "", "Beijing"], "document_id": ["1", "2", "3"]}
    >>> frame = pl.DataFrame(rows).with_columns(date_end="date_start")
    >>> joined_up(frame).get_column("event").to_list()
    ['a', 'a', 'c']
    """
    day = pl.coalesce("date_start", "date_end")
    exact = meetings.filter(pl.col("date_precision") == "day", day.is_not_null())
    event: dict[str, str] = {}
    near: list[list[Row]] = []  # the events that a next report may still join
    for row in exact.sort(day, "fact_id").rows(named=True):
        near = [reports for reports in near if _days(row)[0] - _days(reports[0])[1] <= APART]
        found = next((reports for reports in near if _joins(row, reports)), None)
        if found is None:
            near.append(found := [])
        found.append(row)
        event[row["fact_id"]] = found[0]["fact_id"]
    return meetings.with_columns(event=pl.col("fact_id").replace(event))


def _days(row: Row) -> tuple[date, date]:
    return row["date_start"] or row["date_end"], row["date_end"] or row["date_start"]


def _joins(row: Row, reports: Sequence[Row]) -> bool:
    """Tell whether a claim reports the meeting of these earlier reports."""
    first = reports[0]
    here, there = set(parted(row["participants"])), set(parted(first["participants"]))
    same_people = here == there or ((here < there or there < here) and row["format"] == first["format"])
    return (
        same_people
        and _sort(row) == _sort(first)
        and (row["location"] == first["location"] or not (row["location"] and first["location"]))
        and not any(r["document_id"] == row["document_id"] and r["status"] == row["status"] for r in reports)
    )


def _sort(row: Row) -> str:
    return SORTS.get(row["format"], "talks")


def events(meetings: pl.DataFrame, directory: Directory) -> pl.DataFrame:
    """Return one row for each event; ``meetings`` is :func:`joined_up`.

    Columns: ``event``; ``fact_id`` (its first report); ``participants``, ``date_start``, ``date_end``,
    ``date_precision``, ``format``, ``location``, ``country`` (each as most reports of it as held give it, of equals the
    first); ``status`` (``occurred`` where any report has it so); ``reports`` (their number; reprints of one article are
    one), ``claimants`` (number); ``differs`` (the
    columns in which reports differ); ``silent`` (the sides at the table that no report speaks for); ``newest`` (day of
    the newest report).
    """
    groups = meetings.sort("as_of", "fact_id", nulls_last=True).partition_by("event", as_dict=True, maintain_order=True)
    rows = [_event(str(key[0]), group.rows(named=True), directory) for key, group in groups.items()]
    text, day, count, several = pl.String, pl.Date, pl.Int64, pl.List(pl.String)
    schema: dict[str, Any] = dict.fromkeys(("event", "fact_id", "participants"), text)
    schema |= {"date_start": day, "date_end": day, "date_precision": text, "format": text, "location": text}
    schema |= {"country": text, "status": text, "reports": count, "claimants": count, "differs": several}
    return pl.DataFrame(rows, schema=schema | {"silent": several, "newest": day}).sort(
        pl.coalesce("date_start", "date_end"), "event", descending=[True, False], nulls_last=True
    )


def _event(event: str, reports: Sequence[Row], directory: Directory) -> dict[str, Any]:
    decisive = _decisive(_once(reports))
    told = {name: _most(row[name] for row in decisive) for name in ("participants", "format", "location", "country")}
    first, last, precision = _most((row["date_start"], row["date_end"], row["date_precision"]) for row in decisive)
    told = told | {"silent": sorted(set.intersection(*(set(sides(row, directory)[1]) for row in reports)))}
    stated = [row["as_of"] for row in reports if row["as_of"]]
    return told | {
        "event": event,
        "fact_id": event,
        "date_start": first,
        "date_end": last,
        "date_precision": precision,
        "status": min((row["status"] for row in reports), key=RANKED.index),
        "reports": len(_once(reports)),
        "claimants": len({row["claimant"] for row in reports}),
        "differs": differing(reports),
        "newest": max(stated, default=None),
    }


def _once(reports: Sequence[Row]) -> Sequence[Row]:
    """Return the reports without reprints of an article that already tells the same status: one text has one say."""
    kept: dict[tuple[str, str], Row] = {}
    for row in sorted(reports, key=lambda row: bool(row.get("source_reprint_of"))):
        kept.setdefault((row.get("source_reprint_of") or row["document_id"], row["status"]), row)
    chosen = {id(row) for row in kept.values()}
    return [row for row in reports if id(row) in chosen]


def _most(values: Iterable[Any]) -> Any:
    """Return the value that occurs most often, one that says something before one that does not."""
    counted = Counter(values)
    return max(counted, key=lambda value: (bool(value) and value != ("", "", ""), counted[value]))


def sides(row: Row, directory: Directory) -> tuple[str, list[str]]:
    """Return the side that a claim of a meeting comes from, and those at the table that it does not come from."""
    told_by = directory.side(row["claimant"])
    return told_by, sorted({directory.side(each) for each in parted(row["participants"])} - {told_by})


def told_along(meetings: pl.DataFrame, event: str) -> pl.DataFrame:
    """Return what was told of the same participants within two days of a meeting and has no day of its own.

    ``meetings`` is :func:`joined_up`. Such as an invitation that one side reports of the talks and the other does not.
    """
    reports = meetings.filter(pl.col("event") == event)
    first, last = reports.select(
        pl.coalesce("date_start", "date_end").min().alias("first"), pl.coalesce("date_end", "date_start").max()
    ).row(0)
    if first is None:
        return meetings.clear()
    return meetings.filter(
        pl.col("event") != event,
        pl.col("date_start").is_null() & pl.col("date_end").is_null(),
        pl.col("participants").is_in(reports.get_column("participants").implode()),
        pl.col("as_of").is_between(first - 2 * APART, last + 2 * APART),
    )


def _decisive(reports: Sequence[Row]) -> Sequence[Row]:
    """Return the reports that tell the meeting as held; where none does, all of them."""
    return [row for row in reports if row["status"] == "occurred"] or reports


def differing(reports: Sequence[Row]) -> list[str]:
    """Return the columns in which reports tell different things or one leaves out what another tells.

    What was planned before is no difference once a meeting is reported as held; that it was denied is.

    >>> differing([{"location": "Beijing", "status": "occurred"}, {"location": "", "status": "occurred"}])
    ['location']
    """
    told = _decisive(reports)
    found = [name for name, *more in COMPARED if len({tuple(row.get(n) for n in (name, *more)) for row in told}) > 1]
    statuses = {row["status"] for row in reports}
    return [*found, "status"] if "denied" in statuses and len(statuses) > 1 else found
