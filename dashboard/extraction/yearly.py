"""Parts of a year or a month: "in the first quarter of 2024", "pada pekan pertama Mei". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from .text import Sentence, Span
from .when import When, month_of, year_of
from .written import month_part

YEAR = 12  # months
HALF = 15  # days of the first half of a month
LIGHT = 2  # tokens between a part of a year and the year: "of the"


def parts_of_years(sentence: Sentence, published: date | None) -> Iterator[When]:
    """Yield the months of each part of a year whose year is told right after it; those to come were a year before.

    "The first three months of the war" are no part of a year.
    """
    for span in sentence.of("year_part"):
        month, months = (int(part) for part in span.cue.value.split())
        told = _year(sentence, span, published)
        if told is None:
            continue
        year, last = told
        begin = date(year, month, 1)
        if published is not None and begin > published and not sentence.of("status", "planned"):
            begin = begin.replace(year=year - 1)
        yield When(begin, month_of(begin.year, month + months - 1)[1], "month", span.first, last)


def _year(sentence: Sentence, part: Span, published: date | None) -> tuple[int, int] | None:
    """Return the year of a part and the token after it; ``None`` where no year follows."""
    read = sentence.tokens
    near = range(part.last, min(part.last + LIGHT + 1, len(read)))
    for named in sentence.of("span"):
        unit, back = named.cue.value.split()
        if unit == "year" and named.first in near and published is not None:
            return published.year + int(back), named.last
    for at in near:
        if year := year_of(read[at].text):
            return year, at + 1
    units = [s for s in sentence.of("time_unit", "year") if s.first in near and sentence.before("article", s.first)]
    if units and published is not None:  # "of the year", not "of the two years"
        return published.year, units[0].last
    return None


def part_of_month(sentence: Sentence, when: When) -> When:
    """Return the days of a month that the words before it leave of it: "the first half of May", "pekan pertama Mei"."""
    if when.precision != "month" or when.start is None or when.end is None or when.start.month != when.end.month:
        return when
    part = month_part(sentence, when.first)
    if part is None:
        return when
    begin, count = (int(each) for each in part.cue.value.split())
    first, last = when.start, when.end
    if part.cue.category == "year_part":
        if count != YEAR // 2:
            return when
        begin, count = (1, HALF) if begin == 1 else (HALF + 1, last.day)
    start = first + timedelta(begin - 1) if begin > 0 else last - timedelta(count - 1)
    end = min(start + timedelta(count - 1), last)
    return replace(when, start=start, end=end, precision="day", first=part.first)
