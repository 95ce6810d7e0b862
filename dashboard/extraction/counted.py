"""Days counted from one event to another: "met X on Monday, three days before talks with Y". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from .language import Cue
from .lately import amount_before
from .reading import Reading
from .text import Span
from .when import When

BORDER = Cue("clause", "start")
REACH = 14  # tokens between the word that counts and the meeting that it counts to
WEEK = 7


class Counted(NamedTuple):
    """The words that count, and how many days after what is told before them that lies which follows."""

    first: int
    last: int
    days: int


def counted(reading: Reading) -> Iterator[Counted]:
    """Yield what counts days from one event to another: "three days before the talks", not "three days before,"."""
    sentence = reading.sentence
    units = sentence.of("time_unit")
    befores = (*sentence.of("date", "before"), *sentence.of("ahead_of")) if units else ()
    ways = {s.first: (s.last, 1) for s in befores}
    ways |= {s.first: (s.last, -1) for s in (sentence.of("date", "after") if units else ())}
    for unit in units if ways else ():
        if unit.last in ways and unit.cue.value in ("day", "week") and unit.first:
            last, way = ways[unit.last]
            one = 1 if sentence.before("article", unit.first) else None
            amount = amount_before(sentence, unit.first) or one
            if amount and _goes_on(reading, last):
                yield Counted(unit.first - 1, last, way * amount * (WEEK if unit.cue.value == "week" else 1))
    for category, value, days in (("day_before", "", 1), ("date", "day_after", -1)):
        for span in sentence.of(category, value):
            if _goes_on(reading, span.last):
                yield Counted(span.first, span.last, days)


def with_borders(reading: Reading) -> Reading:
    """Return a reading in which what counts days to another event begins a clause: ", a day before X is to meet Y"."""
    borders = [Span(BORDER, each.first, each.last) for each in counted(reading) if each.first and each.days > 0]
    if not borders:
        return reading
    return replace(reading, sentence=replace(reading.sentence, spans=[*reading.sentence.spans, *borders]))


def _goes_on(reading: Reading, at: int) -> bool:
    """Tell whether an event follows, rather than the end of the clause."""
    read = reading.sentence.tokens
    return at < len(read) and read[at].text.isalnum()


def counted_to(reading: Reading, span: Span, counts: list[Counted]) -> When | None:
    """Return the day of a meeting that is so many days from what was told before: "three days before X meets Y"."""
    read = reading.sentence.tokens
    for each in counts:
        gap = range(each.last, span.first)
        if span.first < each.last or len(gap) > REACH or any(read[at].text in ",;" for at in gap):
            continue
        days = [w.one_day for w in reading.dates if w.last <= each.first and w.one_day]
        day = days[-1] if days else _now(reading) if each.days < 0 else None
        if day is not None:
            day += timedelta(each.days)
            return When(day, day, "day", each.first, each.last)
    return None


def _now(reading: Reading) -> date | None:
    """Return the day from which "two days after" counts where none is named: that of the incident, of the story."""
    memory = reading.memory
    event = memory.incident.event.when
    return (event and event.one_day) or memory.story or reading.document.published
