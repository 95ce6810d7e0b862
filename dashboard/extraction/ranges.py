"""From one date to another: "31 October to 1 November", "dari Minggu (26/1) sampai Kamis (30/1)". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .text import Sentence, Span
from .when import When, year_of
from .written import begins_range, openers

DASHES = ("-", "–", "—")
MONTHS = 12


def written_years(sentence: Sentence) -> Iterator[When]:
    """Yield the years written as from one to another: "the war of 1950-1953", "1998–2000"; not "2010-12", a month."""
    read = [token.text for token in sentence.tokens]
    for at in sentence.figures:
        first = year_of(read[at])
        if not first or at + 2 >= len(read) or read[at + 1] not in DASHES or read[at + 3 : at + 4] == [read[at + 1]]:
            continue
        ends = read[at + 2]
        short = ends.isdecimal() and len(ends) == 2 and int(ends) > MONTHS
        last = first - first % 100 + int(ends) if short else year_of(ends)
        if last and first < last and read[at - 1 : at] not in ([dash] for dash in DASHES):
            yield When(date(first, 1, 1), date(last, 12, 31), "year", at, at + 3)


def same_year(sentence: Sentence, first: When, last: When) -> bool:
    """Tell whether the year of a later date holds for an earlier one: "between 14 September and 31 December 2005"."""
    joint = any(span.first == first.last for span in sentence.before("range", last.first))
    later = first.start is not None and last.end is not None and first.start > last.end
    return joint and later and first.precision == last.precision and in_year(first.start, last.end) != first.start


def in_year(day: date | None, other: date | None) -> date | None:
    """Return a day in the year of another, where it lies before it."""
    if day is None or other is None or (day.month, day.day) == (2, 29):
        return day
    moved = day.replace(year=other.year)
    return moved if moved < other else day


def week_before(sentence: Sentence, first: When, last: When) -> bool:
    """Tell whether the weekday before another is of the week before: "on Monday and Tuesday", told on a Monday."""
    days = first.weekday and last.weekday and first.one_day and last.one_day
    return bool(
        days and first.one_day and last.one_day and first.one_day > last.one_day and _joint(sentence, first, last)
    )


def less_a_week(day: date | None) -> date | None:
    """Return the day a week before, where there is one."""
    return day and day - timedelta(7)


def _joint(sentence: Sentence, first: When, last: When) -> list[Span]:
    """Return the words that stand from one date to another: "to", "hingga akhir"."""
    parts = [s.last for s in sentence.of("day_part") if s.first == first.last]  # "Thursday night to Friday morning"
    closed = (
        first.last < len(sentence.tokens) and sentence.tokens[first.last].text == ")"
    )  # "dari Minggu (26/1) sampai"
    ends = parts[0] if parts else first.last + closed
    begins = {last.first, *(s.first for s in sentence.before("date", last.first) if s.cue.value in ("in", "mid"))}
    found = [span for begin in begins for span in sentence.before("range", begin) if span.first == ends]
    return found or [span for span in openers(sentence, last.first) if span.cue.value == "by" and span.first == ends]


def reaches(sentence: Sentence, first: When, last: When) -> bool:
    """Tell whether two days stand as from one to the other."""
    joint = _joint(sentence, first, last)
    next_day = first.end is not None and last.start == first.end + timedelta(1)  # "on Wednesday and Thursday"
    both = next_day or begins_range(sentence, first.first)  # "between 1979 and 1989"
    from_on = begins_range(sentence, first.first)  # "from May until August"
    joint = [
        s for s in joint if s.cue.value == "to" or (s.cue.value == "and" and both) or (s.cue.value == "by" and from_on)
    ]
    days = first.precision == last.precision and first.start is not None and last.end is not None
    return bool(joint) and days and bool(first.start and last.end and first.start < last.end)


def first_of(days: When, last: When) -> date | None:
    """Return the first of some days of which the last is written: "on Thursday and Friday (31/5)"."""
    if days.start is None or days.end is None or last.end is None:
        return None
    return days.start if days.start <= last.end else last.end - (days.end - days.start)
