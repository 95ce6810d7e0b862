"""Days told from another: "the day before", "three days ago", "two weeks ago", "tiga hari lagi". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from .language import Cue
from .lately import amount_before
from .text import Sentence, Span
from .when import Told, When, month_of

NEXT_DAY = Cue("shift", "1")


def shifted(sentence: Sentence, named: list[When], told: Told) -> Iterator[When]:
    """Yield days told from another: "the day before", "sehari setelahnya"."""
    read = sentence.tokens
    ends = [s for s in sentence.of("date", "day_after") if s.last >= len(read) or not read[s.last].text.isalnum()]
    for span in (*sentence.of("shift"), *(s._replace(cue=NEXT_DAY) for s in ends)):  # "met Y the day after."
        earlier = [when.start for when in named if when.last <= span.first and when.start]
        day = earlier[-1] if earlier else told.day
        several = amount_before(sentence, span.first) if span.cue.value == "0" else None
        if day and several:  # "dua hari itu"
            yield When(day - timedelta(several - 1), day, "day", span.first - 1, span.last)
        elif day and span.cue.value == "since":
            yield When(day, None, "day", span.first, span.last)
        elif day:
            moved = day + timedelta(int(span.cue.value))
            yield When(moved, moved, "day", span.first, span.last, shifted=bool(earlier) and moved != day)
    if told.began:
        yield from _nth_days(sentence, told.began)


def _nth_days(sentence: Sentence, began: date) -> Iterator[When]:
    """Yield days counted from that on which something began: "on the third day of fighting", "dalam dua hari pertama".

    The day of something else, "on the second day of his visit", is none.
    """
    read = sentence.tokens
    for span in sentence.of("nth_day"):
        nth, days = (int(part) for part in span.cue.value.split())
        amount = amount_before(sentence, span.first) if nth == days == 1 else None
        of = next((s.last for s in sentence.of("of") if s.first == span.last), span.last)
        of = next((s.last for s in sentence.of("article") if s.first == of), of)
        ends = span.last >= len(read) or not read[span.last].text.isalnum() or sentence.before("date", span.first)
        fights = any(sentence.at(c, at) for c in ("campaign", "event") for at in (of, of + 1))
        other = of > span.last and not fights
        if other or not (fights or ends):
            continue
        first = began + timedelta(nth - 1)
        end = first + timedelta((amount or days) - 1)
        yield When(first, end, "day", span.first - bool(amount), span.last)


def elapsed(sentence: Sentence, named: list[When], published: date | None, before: date | None) -> Iterator[When]:
    """Yield days and months told by how long ago they were: "three days ago", "two days earlier", "lima hari lalu".

    "Ago" counts from the day of publication, "earlier" and "later" from the day named last. For weeks, see
    :func:`weeks_off`; "a week later" says no day.
    """
    for one in sentence.of("one_ago"):
        if (
            published
            and not or_more(sentence, one.first)
            and (found := moved(published, one.cue.value, -1, one.first, one.last))
        ):
            yield found
    for unit in sentence.of("time_unit"):
        first = unit.first - 1
        amount = _amount(sentence, unit)
        ways = [span for span in sentence.of("elapsed") if span.first == unit.last and not _conjoins(sentence, span)]
        if not amount or not ways:
            continue
        way = ways[0].cue.value
        earlier = [when.start for when in named if when.last <= first and when.start]
        origin = published if way in ("ago", "ahead") else (earlier[-1] if earlier else before)
        amount = amount if way in ("later", "ahead") else -amount
        if origin is not None and (found := moved(origin, unit.cue.value, amount, first, ways[0].last)):
            of_another = bool(earlier) and way in ("earlier", "later")
            yield replace(found, shifted=of_another)  # "pada Senin dan dua hari kemudian"


def weeks_off(sentence: Sentence) -> Iterator[tuple[Span, int]]:
    """Yield where a week is told, and how many weeks it lies off that of publication: "last week", "two weeks ago"."""
    for named in sentence.of("span"):
        unit, weeks = named.cue.value.split()
        if unit == "week":
            amount = amount_before(sentence, named.first) if weeks == "-1" else None  # "dua pekan lalu"
            if amount and or_more(sentence, named.first - 1):
                continue
            yield named._replace(first=named.first - bool(amount)), -(amount or -int(weeks))
    for one in sentence.of("one_ago", "week"):
        if not or_more(sentence, one.first):
            yield one, -1
    for unit_of_time in sentence.of("time_unit", "week"):
        amount = _amount(sentence, unit_of_time)
        ways = [s for s in sentence.of("elapsed") if s.first == unit_of_time.last and s.cue.value in ("ago", "ahead")]
        if amount and ways:
            weeks_on = amount if ways[0].cue.value == "ahead" else -amount
            yield Span(unit_of_time.cue, unit_of_time.first - 1, ways[0].last), weeks_on


def _amount(sentence: Sentence, unit: Span) -> int | None:
    """Return how many of a unit are told: "two weeks"; none of "more than two weeks", which says no day."""
    return None if or_more(sentence, unit.first - 1) else amount_before(sentence, unit.first)


def or_more(sentence: Sentence, at: int) -> bool:
    """Tell whether a number is only a bound: "more than two"."""
    return any(span.cue.value in ("more_than", "at_least") for span in sentence.before("qualifier", at))


def by_weekday(sentence: Sentence, week: Span) -> bool:
    """Tell whether a week or a night only says more of a day that is named beside it."""
    return any(week.distance(each) <= 1 for each in sentence.of("weekday"))


def _conjoins(sentence: Sentence, way: Span) -> bool:
    """Tell whether "before" leads on to an event, "three days before the vote", not "three days before,"."""
    read = sentence.tokens
    also = any(span.first == way.first for span in sentence.of("date", "before"))
    return also and way.last < len(read) and read[way.last].text.isalnum()


def moved(origin: date, unit: str, amount: int, first: int, last: int) -> When | None:
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
