"""Which counts tell of no casualty and no deployment: rates, exercises, rebels who give up, all of a group.

Knows no language.
"""

from __future__ import annotations

from .counting import MILITARY, Count
from .reading import Reading
from .sides import irregular
from .text import Span

EXERCISE = 3  # tokens between taking part and the exercise


def rate(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a count is one a day or a month, which is no total."""
    rates = (span for span in reading.sentence.of("rate") if not reading.sentence.at("elapsed", span.last))
    if reading.within("status", reading.clause(event.first), "planned"):  # "will be gone within a month"
        rates = (span for span in rates if not reading.sentence.before("duration", span.first))
    rates = (span for span in rates if span.first >= count.last and not _compound(reading, span.last))
    return any(0 <= span.first - last <= 1 for span in rates for last in (count.last, event.last))  # not "a year ago"


def _compound(reading: Reading, at: int) -> bool:
    """Tell whether a word goes on with a hyphen: "in a day-long battle"."""
    return at < len(reading.sentence.tokens) and reading.sentence.tokens[at].text == "-"


def whole_group(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether those counted are all of a group of whom one fell: "the first death among the 800 officers"."""
    at = count.number_first
    at -= any(s.last == at for s in reading.sentence.of("article"))
    return event.last <= at and bool(reading.sentence.before("amid", at)) and event.cue.category == "outcome"


def exercise(reading: Reading, event: Span) -> bool:
    """Tell whether those counted only take part in an exercise."""
    drills = reading.sentence.of("exercise")
    near = any(0 <= s.first - event.last <= EXERCISE for s in drills)
    joins = bool(drills) and reading.sentence.at("taking_part", event.first)  # "drills with 16,000 troops taking part"
    return event.cue.value == "stationed" and (near or joins)


def gave_up(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether those who surrender serve no state, who may be let go: "19 rebels laid down their arms"."""
    gave = reading.sentence.at("surrender", event.first)
    soldiers = count.unit in MILITARY or reading.sentence.at("people_of", count.noun)  # "300 Ukrainians"
    return gave and (not soldiers or irregular(reading, count))
