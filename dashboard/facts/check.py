"""Whether a row of text is a fact: every value read, every problem named with its column and what is allowed."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from .columns import Column
from .kinds import VALUES, Kind, columns_for
from .model import Value, joined, parted
from .names import is_country

# Which of low, best and high a qualifier fills: a bound is never turned into a best figure, and the other way round.
FILLED_BY: Mapping[str, tuple[str, ...]] = {
    "exact": ("value_best",),
    "about": ("value_best",),
    "nearly": ("value_best",),
    "at_least": ("value_low",),
    "more_than": ("value_low",),
    "order_of": ("value_low",),
    "at_most": ("value_high",),
    "between": ("value_low", "value_high"),
    "": (),
}
MOST = 10_000_000_000  # more people than there are: a larger number is a slip, and would not fit the database
REQUIRED = ("fact_id", "status", "assertion", "claimant")


@dataclass(frozen=True)
class Problem:
    """What is wrong with one value: the column, and in words what was found and what is allowed."""

    column: str
    says: str


def read_value(column: Column, content: str) -> Value:
    """Turn text into a value of the column's type.

    Raises:
        ValueError: if the text is no such value; the message says what is allowed.
    """
    content = content.strip()
    if column.type == "text":
        if column.words and content and content not in column.words:
            raise ValueError(f"{content!r} is not one of {', '.join(column.words)}{closest(content, column.words)}")
        if column.refers == "country" and content and not is_country(content):
            raise ValueError(f"{content!r} is not an ISO 3166-1 alpha-3 code such as PRK")
        return content
    if not content:
        return None
    if column.type == "date":
        return _as_date(content)
    try:
        number = int(content) if column.type == "integer" else float(content)
    except ValueError:
        raise ValueError(f"{content!r} is not a number without separators, such as 13000") from None
    if number < 0:
        raise ValueError(f"{content!r} is negative")
    if number > MOST:
        raise ValueError(f"{content!r} is larger than {MOST}")
    return number


def _as_date(content: str) -> date:
    try:
        if len(content) != len("2025-09-04"):
            raise ValueError
        return datetime.strptime(content, "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f"{content!r} is not a day written like 2025-09-04") from None


def read_values(row: Mapping[str, str], kind: Kind) -> tuple[dict[str, Value], list[Problem]]:
    """Read a row of a kind: its values by column, and the problems with them (see :func:`consistency`)."""
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for column in columns_for(kind):
        content = row.get(column.name)
        if content is None:
            continue
        try:
            values[column.name] = read_value(column, content)
        except ValueError as error:
            problems.append(Problem(column.name, str(error)))
    return values, problems + consistency(values, kind, unread={p.column for p in problems})


def consistency(values: Mapping[str, Value], kind: Kind, unread: set[str] | None = None) -> list[Problem]:
    """Return what contradicts itself among the values of one fact; columns in ``unread`` are left out."""
    problems = [
        Problem(name, "is empty but must be given")
        for name in (*REQUIRED, *kind.required)
        if not values.get(name) and name not in (unread or ()) and not _may_be_empty(name, kind, values)
    ]
    if kind.shape == "quantity":
        problems += _quantity(values, kind)
    start, end, precision = (values.get(name) for name in ("date_start", "date_end", "date_precision"))
    if isinstance(start, date) and isinstance(end, date) and start > end:
        problems.append(Problem("date_end", f"{end} is before date_start {start}"))
    if bool(start or end) != bool(precision):
        problems.append(Problem("date_precision", "is given with dates, and only with them"))
    for column in ("participants",):
        ids = parted(str(values.get(column) or ""))
        if ids and (len(ids) < 2 or joined(ids) != values.get(column)):
            problems.append(Problem(column, "names at least two actors, sorted and joined by '; '"))
    return problems


def _may_be_empty(name: str, kind: Kind, values: Mapping[str, Value]) -> bool:
    return name == "unit" and all(values.get(number) is None for number in VALUES)


def _quantity(values: Mapping[str, Value], kind: Kind) -> list[Problem]:
    qualifier = str(values.get("qualifier") or "")
    expected = FILLED_BY.get(qualifier)
    filled = tuple(name for name in VALUES if values.get(name) is not None)
    problems = []
    if expected is not None and filled != expected:
        if not qualifier:
            problems.append(Problem("qualifier", f"is empty although there is a number in {', '.join(filled)}"))
        else:
            problems.append(
                Problem("qualifier", f"{qualifier!r} goes with {' and '.join(expected)}, found {list(filled)}")
            )
    low, high = values.get("value_low"), values.get("value_high")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        problems.append(Problem("value_high", f"{high} is below value_low {low}"))
    if not filled and not (kind.numberless or values.get("status") == "denied"):
        problems.append(Problem("value_best", "no number at all; only a denial may do without"))
    if filled and not values.get("measure"):
        problems.append(Problem("measure", "is empty although there is a number"))
    return problems


def closest(given: str, known: Mapping[str, str] | list[str]) -> str:
    """Return '; did you mean X?' for the known word nearest to the given one, or nothing."""
    near = difflib.get_close_matches(given, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
