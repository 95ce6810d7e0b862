"""A date that a sentence names: its days, its precision, its words. Knows no language."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class When:
    """When something happened: first and last day (inclusive), how exactly, and the tokens that say so."""

    start: date | None
    end: date | None
    precision: str
    first: int
    last: int
    weekday: bool = False  # read from a weekday alone
    lately: bool = False  # a span of time up to now: "over the past five days"
    shifted: bool = False  # counted from another day that is named: "the day before"

    @property
    def one_day(self) -> date | None:
        """The day, where it is one alone: of "3 May", not of "May" nor of "by 3 May"."""
        return self.start if self.start == self.end else None


@dataclass(frozen=True)
class Told:
    """What the sentences before told of time: the day and the year named last, and since when something goes on.

    ``month`` is the first day of the month of which the sentence right before told; ``narrated`` the day from which a
    text goes on that has told only of what is long past.
    """

    day: date | None = None
    year: int | None = None
    month: date | None = None
    began: date | None = None
    narrated: date | None = None


FIRST_YEAR, LAST_YEAR = 1900, 2100  # that a word of four digits may tell
NOTHING = Told()


def month_of(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month.

    >>> month_of(2024, 2)
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def day_of(year: int, month: int, day: int, first: int, last: int) -> When | None:
    """Return a day told by tokens; ``None`` where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return When(found, found, "day", first, last)


def year_of(written: str) -> int | None:
    """Return the year that a word may be, 1900 to 2100; ``None`` for others."""
    return (
        int(written) if written.isdecimal() and len(written) == 4 and FIRST_YEAR <= int(written) <= LAST_YEAR else None
    )
