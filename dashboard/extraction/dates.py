"""Dates in a sentence, relative to the day of publication. Knows no language. No date beats a wrong date."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .text import Sentence, Span


@dataclass(frozen=True)
class When:
    """When something happened: first and last day (inclusive), how exactly, and the tokens that say so."""

    start: date | None
    end: date | None
    precision: str
    first: int
    last: int
    weekday: bool = False  # read from a weekday alone


def month_of(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month.

    >>> month_of(2024, 2)
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def dates(sentence: Sentence, published: date | None) -> list[When]:
    """Return the dates that a sentence names; "since" leaves the end open, "by" the start."""
    found: list[When] = []
    for each in sorted(_bare(sentence, published), key=lambda when: (when.first, -when.last)):
        if found and found[-1].weekday and each.first - found[-1].last <= 2 and each.precision == "day":
            found.pop()  # "Thursday (19/12)": the written date says more than the weekday
        if not found or each.first >= found[-1].last:
            found.append(_opened(sentence, each))
    return found


def _opened(sentence: Sentence, when: When) -> When:
    for span in sentence.before("date", when.first):
        if span.cue.value == "since":
            return replace(when, end=None, first=span.first)
        if span.cue.value == "by":
            return replace(when, start=None, first=span.first)
    return when


def _bare(sentence: Sentence, published: date | None) -> Iterator[When]:
    read = sentence.tokens
    for at, token in enumerate(read):
        if token.text.isdecimal() and (numeric := _numeric(sentence, at, published)):
            yield numeric
        elif token.text.isdecimal() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100:
            marked = [s for s in sentence.before("date", at) if s.cue.value in ("in", "since", "by")]
            if marked:
                year = int(token.text)
                yield When(date(year, 1, 1), date(year, 12, 31), "year", at, at + 1)
    for span in sentence.of("month"):
        if in_month := _named_month(sentence, span, published):
            yield in_month
    if published is None:
        return
    for span in sentence.of("weekday"):
        back = (published.isoweekday() - int(span.cue.value)) % 7
        # What is planned for a weekday lies ahead; what is told of one lies behind.
        ahead = bool(sentence.of("status", "planned"))
        the_day = published + timedelta(-back % 7 if ahead else -back)
        if not _other_week(sentence, span):
            yield When(the_day, the_day, "day", span.first, span.last, weekday=True)
    for span in sentence.of("day"):
        the_day = published + timedelta(int(span.cue.value))
        yield When(the_day, the_day, "day", span.first, span.last)
    for named in sentence.of("span"):
        unit, months_back = named.cue.value.split()
        if unit == "year":
            then = published.year + int(months_back)
            yield When(date(then, 1, 1), date(then, 12, 31), "year", named.first, named.last)
        else:
            whole = published.year * 12 + published.month - 1 + int(months_back)
            begin, end = month_of(whole // 12, whole % 12 + 1)
            yield When(begin, end, "month", named.first, named.last)


def _other_week(sentence: Sentence, span: Span) -> bool:
    """Tell whether "last" or "next" near a weekday leaves open which week is meant."""
    beside = [*sentence.of("date", "last"), *sentence.of("date", "next")]
    return any(span.distance(each) <= 1 for each in beside)


def _numeric(sentence: Sentence, at: int, published: date | None) -> When | None:
    """Read 19/12/2024, 19-12-2024, 2024-12-19, and 4/9 in the year of publication, day before month."""
    read = sentence.tokens
    if at and read[at - 1].text in "/-" and read[at - 1].end == read[at].start:
        return None  # the middle of a longer date
    parts = [read[at].text]
    last = at + 1
    while (
        len(parts) < 3
        and last + 1 < len(read)
        and read[last].text in "/-"
        and read[last].start == read[last - 1].end
        and read[last + 1].start == read[last].end
        and read[last + 1].text.isdecimal()
    ):
        parts.append(read[last + 1].text)
        last += 2
    slashed = at + 1 < len(read) and read[at + 1].text == "/"
    if any(len(part) > 4 for part in parts):
        return None
    values = [int(part) for part in parts]
    if len(values) == 3 and len(parts[0]) == 4:
        return _day(values[0], values[1], values[2], at, last)
    if len(values) == 3 and len(parts[2]) == 4:
        return _day(values[2], values[1], values[0], at, last)
    if len(values) == 2 and slashed and published and read[at - 1].text == "(" and at:
        found = _day(published.year, values[1], values[0], at, last)
        if found and found.start and found.start > published + timedelta(31):
            return _day(published.year - 1, values[1], values[0], at, last)
        return found
    return None


def _day(year: int, month: int, day: int, first: int, last: int) -> When | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return When(found, found, "day", first, last)


def _named_month(sentence: Sentence, span: Span, published: date | None) -> When | None:
    read = sentence.tokens
    month = int(span.cue.value)
    first, last = span.first, span.last
    day = _small(read[first - 1].text) if first else None
    if day:
        first -= 1
    elif last < len(read) and (day := _small(read[last].text)):
        last += 1
    if last < len(read) and read[last].text == "," and day and last + 1 < len(read) and _year(read[last + 1].text):
        last += 1
    year = _year(read[last].text) if last < len(read) else None
    if year:
        last += 1
    said_last = [s for s in sentence.of("date", "last") if s.first == last or s.last == first]
    if year is None:
        marked = said_last or sentence.before("date", first)
        if published is None or not (day or marked):
            return None
        year = published.year
        ahead = sentence.of("status", "planned") and not said_last
        if date(year, month, min(day or 1, 28)) > published and not ahead:
            year -= 1  # what is told lies behind, unless it is planned
    for each in said_last:
        first, last = min(first, each.first), max(last, each.last)
    if day:
        return _day(year, month, day, first, last)
    start, end = month_of(year, month)
    return When(start, end, "month", first, last)


def _small(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) <= 2 and 1 <= int(written) <= 31 else None


def _year(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) == 4 and 1900 <= int(written) <= 2100 else None
