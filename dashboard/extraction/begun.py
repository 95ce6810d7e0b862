"""Since when the war goes on in which people fell: "the fighting, which broke out in April". Knows no language."""

from __future__ import annotations

from dataclasses import replace

from .reading import Reading
from .text import Span
from .when import When

RARE = 6  # tokens between "the deadliest" and "since"
SOON = 3  # tokens between "broke out" and its date
NAMED = 16  # tokens between a war and the verb that says that it began
OPENS = 1  # tokens before a date that opens a sentence
WAR = 4  # tokens between "since" and the war: "since the full-scale war began"


def begun(reading: Reading, event: int = 0) -> When | None:
    """Return since when something goes on that a sentence names, where it says when that began: from then on.

    What befell people on that very day, ``event`` being where that is told, has its day from :func:`on_that_day`.
    """
    wars = _wars(reading)
    if not wars:
        return None
    for when in reading.dates:
        if when.start is None or compared(reading, when.first) or on_that_day(reading, when, event):
            continue
        began = [s for s in reading.sentence.of("begins") if 0 <= when.first - s.last <= SOON]
        told = [s for s in wars if began and 0 <= began[0].first - s.last <= NAMED]
        goes_on = when.end is None and any(0 <= when.first - s.last <= SOON for s in wars)  # "at war since May"
        if told or goes_on:
            return replace(when, end=None)
    return None


def _wars(reading: Reading) -> list[Span]:
    return [s for value in ("long", "many") for s in reading.sentence.of("campaign", value)]


def on_that_day(reading: Reading, when: When, event: int) -> bool:
    """Tell whether people fell on the day on which something began: "began on Oct. 7, when gunmen killed 1,200"."""
    fronted = when.first <= OPENS  # "Since 18 August, when X was shot, attacks have killed four"
    starts = [s for s in reading.sentence.of("in_which") if 0 <= s.first - when.last <= 1 and s.last <= event]
    return bool(starts) and not fronted


def of_another(reading: Reading, when: When, after: int) -> bool:
    """Tell whether a date is that on which a war ended, or since when something is so of whom more is told.

    "The siege ended on 23 October; 920 were killed", "killed 400, shattering a ceasefire that had held since January".
    """
    sentence = reading.sentence
    wars = _wars(reading)
    ends = [s for s in sentence.of("ends") if 0 <= when.first - s.last <= SOON] if wars else []
    if ends and any(0 <= ends[0].first - s.last <= NAMED for s in wars):
        return True
    return when.end is None and of_what_is_told(reading, when.first, after)


def of_what_is_told(reading: Reading, at: int, after: int) -> bool:
    """Tell whether a token after what befell people stands in a clause that says more of something that is no fight."""
    sentence = reading.sentence
    starts = [s.first for s in sentence.of("relative") if after <= s.first and s.last <= at]
    if not starts or sentence.before("campaign", starts[-1]) or sentence.before("event", starts[-1]):
        return False
    return not any(starts[-1] <= s.first < at for s in sentence.of("campaign", "long"))


def compared(reading: Reading, since: int) -> bool:
    """Tell whether "since" only says how rare an event is: "one of the deadliest attacks since the war began"."""
    return any(0 <= since - s.last <= RARE for s in reading.sentence.of("superlative"))


def truce(reading: Reading) -> When | None:
    """Return since when a truce holds, where a sentence tells that: "since the ceasefire took hold on October 10"."""
    for noun in reading.sentence.of("truce"):
        for when in reading.dates:
            since = when.end is None and when.first < noun.first < when.last
            verbs = (*reading.sentence.of("takes_effect"), *reading.sentence.of("begins"))
            began = [s for s in verbs if 0 <= when.first - s.last <= SOON]
            if when.start and (since or (began and 0 <= began[0].first - noun.last <= SOON)):
                return replace(when, end=None)
    return None


def since_truce(reading: Reading, first: int) -> bool:
    """Tell whether a clause counts all since a truce, without saying when that was: "since the truce began"."""
    truces = reading.within("truce", reading.clause(first))
    return any(0 <= noun.first - s.last <= WAR for s in reading.sentence.of("date", "since") for noun in truces)


def since_then(reading: Reading, first: int) -> bool:
    """Tell whether a clause counts all since a war began, without saying when that was: "since the war broke out"."""
    clause = reading.clause(first)
    wars = reading.within("campaign", clause, "long")
    return any(0 <= war.first - s.last <= WAR for s in reading.sentence.of("date", "since") for war in wars)
