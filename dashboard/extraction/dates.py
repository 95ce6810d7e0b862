"""Dates in a sentence, relative to the day of publication. Knows no language. No date beats a wrong date."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .text import Sentence, Span

SINCE = 7  # tokens between "since" and the date of what began then
AHEAD = 25  # tokens between a word of planning and the weekday for which it is
MARGIN = 100  # years
NEAR = 60  # days ahead within which a day without a year is to come


@dataclass(frozen=True)
class When:
    """When something happened: first and last day (inclusive), how exactly, and the tokens that say so."""

    start: date | None
    end: date | None
    precision: str
    first: int
    last: int
    weekday: bool = False  # read from a weekday alone
    shifted: bool = False  # counted from another day that is named: "the day before"


def month_of(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month.

    >>> month_of(2024, 2)
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def dates(sentence: Sentence, published: date | None, before: date | None = None) -> list[When]:
    """Return the dates that a sentence names; "since" leaves the end open, "by" the start.

    ``before`` is the day named last, from which "the day after" counts.
    """
    found: list[When] = []
    if published is not None and not date.min.year + MARGIN < published.year < date.max.year - MARGIN:
        published = None  # so near the ends of the calendar that days counted from it might lie outside
    named = [*_bare(sentence, published)]
    days = [when for when in named if when.precision == "day"]
    named += _shifted(sentence, days, before)
    named += _elapsed(sentence, days, published, before)
    for each in sorted(named, key=lambda when: (when.first, -when.last)):
        if found and _same_year(sentence, found[-1], each):
            found[-1] = replace(found[-1], start=_in_year(found[-1].start, each.end))
        if found and _reaches(sentence, found[-1], each):
            found[-1] = replace(found[-1], end=each.end, last=each.last)  # "31 October to 1 November"
            continue
        if found and found[-1].weekday and each.first - found[-1].last <= 2 and each.precision == "day":
            found.pop()  # "Thursday (19/12)": the written date says more than the weekday
        if (not found or each.first >= found[-1].last) and not _as_of(sentence, each):
            found.append(_opened(sentence, each))
    return found


def _shifted(sentence: Sentence, named: list[When], before: date | None) -> Iterator[When]:
    """Yield days told from another: "the day before", "sehari setelahnya"."""
    for span in sentence.of("shift"):
        earlier = [when.start for when in named if when.last <= span.first and when.start]
        day = earlier[-1] if earlier else before
        if day and span.cue.value == "since":
            yield When(day, None, "day", span.first, span.last)
        elif day:
            moved = day + timedelta(int(span.cue.value))
            yield When(moved, moved, "day", span.first, span.last, shifted=bool(earlier) and moved != day)


def _elapsed(sentence: Sentence, named: list[When], published: date | None, before: date | None) -> Iterator[When]:
    """Yield days and months told by how long ago they were: "three days ago", "two days earlier", "lima hari lalu".

    "Ago" counts from the day of publication, "earlier" and "later" from the day named last. Weeks say no day.
    """
    for unit in sentence.of("time_unit"):
        first = unit.first - 1
        amount = _amount(sentence, unit.first)
        ways = [span for span in sentence.of("elapsed") if span.first == unit.last]
        if not amount or not ways:
            continue
        way = ways[0].cue.value
        earlier = [when.start for when in named if when.last <= first and when.start]
        origin = published if way == "ago" else (earlier[-1] if earlier else before)
        amount = amount if way == "later" else -amount
        if origin is not None and (found := _moved(origin, unit.cue.value, amount, first, ways[0].last)):
            yield found


def _amount(sentence: Sentence, at: int) -> int | None:
    """Return the small number that stands right before a token, in digits or as a word; ``None`` where none does."""
    words = sentence.before("number.add", at)
    if words:
        return int(float(words[0].cue.value))
    return _small(sentence.tokens[at - 1].text) if at else None


def _moved(origin: date, unit: str, amount: int, first: int, last: int) -> When | None:
    """Return the day, month or year that lies so many of a unit from another day; ``None`` for weeks."""
    if unit == "day":
        day = origin + timedelta(amount)
        return When(day, day, "day", first, last)
    if unit == "month":
        whole = origin.year * 12 + origin.month - 1 + amount
        return When(*month_of(whole // 12, whole % 12 + 1), "month", first, last)
    if unit == "year":
        year = origin.year + amount
        return When(date(year, 1, 1), date(year, 12, 31), "year", first, last)
    return None


def _same_year(sentence: Sentence, first: When, last: When) -> bool:
    """Tell whether the year of a later date holds for an earlier one: "between 14 September and 31 December 2005"."""
    joint = any(span.first == first.last for span in sentence.before("range", last.first))
    later = first.start is not None and last.end is not None and first.start > last.end
    return joint and later and first.precision == last.precision and _in_year(first.start, last.end) != first.start


def _in_year(day: date | None, other: date | None) -> date | None:
    """Return a day in the year of another, where it lies before it."""
    if day is None or other is None or (day.month, day.day) == (2, 29):
        return day
    moved = day.replace(year=other.year)
    return moved if moved < other else day


def _reaches(sentence: Sentence, first: When, last: When) -> bool:
    """Tell whether two days stand as from one to the other."""
    joint = [span for span in sentence.before("range", last.first) if span.first == first.last]
    next_day = first.end is not None and last.start == first.end + timedelta(1)  # "on Wednesday and Thursday"
    both = next_day or _between(sentence, first.first)  # "between 1979 and 1989"
    joint = [span for span in joint if span.cue.value == "to" or (span.cue.value == "and" and both)]
    days = first.precision == last.precision and first.start is not None and last.end is not None
    return bool(joint) and days and bool(first.start and last.end and first.start < last.end)


def _between(sentence: Sentence, at: int) -> bool:
    """Tell whether a range begins right before a token: "between", "from"."""
    return any(span.cue.value == "between" for span in sentence.before("range", at))


def _ends_range(sentence: Sentence, at: int) -> bool:
    """Tell whether a year ends a range that begins with another year: "between 1979 and 1989"."""
    return any(
        span.first >= 1 and _year(sentence.tokens[span.first - 1].text) and _between(sentence, span.first - 1)
        for span in sentence.before("range", at)
    )


def _as_of(sentence: Sentence, when: When) -> bool:
    """Tell whether a date only says for which day a figure holds, or what was earlier: "as of May", "before May"."""
    return any(span.cue.value in ("as_of", "before") for span in sentence.before("date", when.first))


def _opened(sentence: Sentence, when: When) -> When:
    for span in sentence.before("date", when.first):
        if span.cue.value == "since":
            return replace(when, end=None, first=span.first)
        if span.cue.value == "by":
            return replace(when, start=None, first=span.first)
    for span in sentence.of("date", "since"):  # "since the war broke out in April 2023"
        gap = range(span.last, when.first)
        if 0 < len(gap) <= SINCE and not any(sentence.tokens[at].text in ",;:()" for at in gap):
            return replace(when, end=None, first=span.first)
    return when


def _bare(sentence: Sentence, published: date | None) -> Iterator[When]:
    read = sentence.tokens
    for at, token in enumerate(read):
        if token.text.isdecimal() and (numeric := _numeric(sentence, at, published)):
            yield numeric
        elif token.text.isdecimal() and len(token.text) == 4 and 1900 <= int(token.text) <= 2100:
            marked = [s for s in sentence.before("date", at) if s.cue.value in ("in", "since", "by")]
            if marked or _between(sentence, at) or _ends_range(sentence, at):
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
        ahead = _lies_ahead(sentence, span)
        the_day = published + timedelta(-back % 7 if ahead else -back)
        weeks = [each for each in sentence.of("span") if each.cue.value.startswith("week") and span.distance(each) <= 1]
        if weeks:  # "Senin pekan lalu", "on Tuesday last week"
            back = 7 * int(weeks[0].cue.value.split()[1])
            named_day = published + timedelta(int(span.cue.value) - published.isoweekday() + back)
            yield When(named_day, named_day, "day", min(span.first, weeks[0].first), max(span.last, weeks[0].last))
        elif _other_week(sentence, span):
            coming = any(span.distance(each) <= 1 for each in sentence.of("date", "next"))
            if not coming and 0 < back < published.isoweekday():
                continue  # "last Tuesday" said on a Thursday: of this week to some, of the one before to others
            other = published + timedelta(7 - back if coming else -(back or 7))  # "last Wednesday", "Rabu lalu"
            beside = [e for c in ("last", "next") for e in sentence.of("date", c) if span.distance(e) <= 1]
            first, last = min(span.first, beside[0].first), max(span.last, beside[0].last)
            yield When(other, other, "day", first, last)
        else:
            yield When(the_day, the_day, "day", span.first, span.last, weekday=True)
    for span in sentence.of("day"):
        the_day = published + timedelta(int(span.cue.value))
        yield When(the_day, the_day, "day", span.first, span.last)
    for named in sentence.of("span"):
        unit, months_back = named.cue.value.split()
        if months_back == "-1" and (amount := _amount(sentence, named.first)):  # "dua bulan lalu" is two months ago
            if found := _moved(published, unit, -amount, named.first - 1, named.last):
                yield found
        elif unit == "week":
            monday = published - timedelta(published.weekday() - 7 * int(months_back))
            if not _by_weekday(sentence, named):
                yield When(monday, monday + timedelta(6), "day", named.first, named.last)
        elif unit == "year":
            then = published.year + int(months_back)
            yield When(date(then, 1, 1), date(then, 12, 31), "year", named.first, named.last)
        else:
            whole = published.year * 12 + published.month - 1 + int(months_back)
            begin, end = month_of(whole // 12, whole % 12 + 1)
            yield When(begin, end, "month", named.first, named.last)
    for named in sentence.of("until"):
        unit, ahead_by = named.cue.value.split()
        whole = (
            published.year * 12
            + (published.month - 1 if unit == "month" else 11)
            + int(ahead_by) * (1 if unit == "month" else 12)
        )
        yield When(None, month_of(whole // 12, whole % 12 + 1)[1], unit, named.first, named.last)


def _lies_ahead(sentence: Sentence, weekday: Span) -> bool:
    """Tell whether a weekday is a planned one: a word of planning stands before it, and no saying or event between."""
    for span in sentence.of("status", "planned"):
        between = range(span.last, weekday.first)
        told = [s for c in ("speech", "clause", "subordinate") for s in sentence.of(c) if s.first in between]
        if -3 <= weekday.first - span.last <= AHEAD and not told:
            return True
    return False


def _by_weekday(sentence: Sentence, week: Span) -> bool:
    """Tell whether a week only says which day of that name is meant."""
    return any(week.distance(each) <= 1 for each in sentence.of("weekday"))


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
    elif (after := last + (last < len(read) and read[last].text == ".")) < len(read) and (
        day := _small(read[after].text)
    ):
        last = after + 1  # "September 8", "Sept. 8"
    if last < len(read) and read[last].text == "," and day and last + 1 < len(read) and _year(read[last + 1].text):
        last += 1
    year = _year(read[last].text) if last < len(read) else None
    if year:
        last += 1
    said_last = [s for s in sentence.of("date", "last") if s.first == last or s.last == first]
    if year is None:
        marked = said_last or sentence.preceded(first, "date") or _between(sentence, first)
        joints = {joint.first for joint in sentence.before("range", first)}
        marked = marked or any(month.last in joints for month in sentence.of("month"))  # "between March and June"
        if published is None or not (day or marked):
            return None
        year_span = [s for s in sentence.of("span") if s.cue.value.startswith("year") and s.first == last]
        if year_span:  # "Agustus tahun lalu", "June last year"
            year = published.year + int(year_span[0].cue.value.split()[1])
            start, end = month_of(year, month)
            found = _day(year, month, day, first, year_span[0].last) if day else None
            return found or When(start, end, "month", first, year_span[0].last)
        if any(span.last == first for span in sentence.of("date", "next")):  # "next July"
            year = published.year + (month <= published.month)
            start, end = month_of(year, month)
            return When(start, end, "month", first - 1, last)
        year = published.year
        ahead = sentence.of("status", "planned") and not said_last
        then = date(year, month, min(day or 1, 28))
        near = day is not None and not said_last and then - published <= timedelta(NEAR)
        until = any(span.cue.value == "by" for span in sentence.before("date", first))
        if then > published and not ahead and not near:
            year -= 1  # what is told lies behind, unless it is planned or a day soon to come
        elif then < published and ahead and until:
            year += 1  # "will be gone by Feb. 15"
        elif month < published.month and day is None and _lies_ahead(sentence, span):
            year += 1  # "will go in January", said in March
    for each in said_last:
        first, last = min(first, each.first), max(last, each.last)
    if day:
        found = _day(year, month, day, first, last)
        return _to_day(sentence, _from_day(sentence, found)) if found else None
    start, end = month_of(year, month)
    return When(start, end, "month", first, last)


def _from_day(sentence: Sentence, end: When) -> When:
    """Return the days from the earlier of a pair to the later: "26-28 June", "antara 29 dan 30 Juni"."""
    read, at = sentence.tokens, end.first
    joint = [span for span in sentence.before("range", at) if span.first >= 1]
    day = _small(read[joint[0].first - 1].text) if joint else None
    if joint and any(month.last == joint[0].first - 1 for month in sentence.of("month")):
        return end  # "between March 3 and March 5": the month before it has the day
    if not day or end.end is None or day >= end.end.day:
        return end
    start = _day(end.end.year, end.end.month, day, at, end.last)
    return replace(end, start=start.start, first=joint[0].first - 1) if start else end


def _to_day(sentence: Sentence, start: When) -> When:
    """Return the days from a day to a later one of its month: "July 25 to 27", "between July 25 and 27"."""
    read, at = sentence.tokens, start.last
    joint = [span for span in sentence.of("range") if span.first == at and span.last < len(read)]
    day = _small(read[joint[0].last].text) if joint else None
    between = bool([s for s in sentence.before("range", start.first) if s.cue.value == "between"])
    if not day or start.start is None or day <= start.start.day:
        return start
    next_day = day == start.start.day + 1  # "on March 3 and 4"
    if not (between or next_day or joint[0].cue.value == "to"):
        return start
    following = read[joint[0].last + 1].folded if joint[0].last + 1 < len(read) else ""
    end = _day(start.start.year, start.start.month, day, start.first, joint[0].last + 1)
    return replace(start, end=end.end, last=end.last) if end and not following[:1].isalpha() else start


def _small(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) <= 2 and 1 <= int(written) <= 31 else None


def _year(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) == 4 and 1900 <= int(written) <= 2100 else None
