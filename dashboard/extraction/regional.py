"""Whose people are counted where only a region or a town tells it: "two Iowa soldiers". Knows no language."""

from __future__ import annotations

from .counting import Count
from .gazetteer import CERTAIN, GREAT, towns
from .reading import Reading

GUARD = 7  # tokens of the force that follows: "of the Iowa National Guard"


def of_a_region(reading: Reading, count: Count) -> str:
    """Return the country of the region or town by which those counted are called: "two Iowa soldiers".

    A region alone tells it where its guard or its force is meant: "50 South Dakota National Guard troops".
    """
    if count.bare:
        return ""
    sentence, first = reading.sentence, count.number.last if count.number else count.first
    known = reading.memory.spoken_of
    for at in range(first + 1, count.noun + 1):
        country, people = _region(reading, at)
        if people >= GREAT and country in known:
            return country
    of = {s.last for s in sentence.of("of") if s.first == count.last} - {s.last for s in sentence.of("where")}
    last = count.last + GUARD if of else count.last
    own = [s.first for s in sentence.of("forces") if first <= s.first < last]
    begin = reading.clause(count.first)[0]
    verbs = [s.first for c in ("status", "have", "movement") for s in sentence.of(c) if begin < s.first < count.first]
    regions = (_region(reading, at) for at in (own + verbs if own else ()))
    return next((country for country, people in regions if people == CERTAIN), "")


def _region(reading: Reading, at: int) -> tuple[str, int]:
    """Return the country and the people of the town or region whose name ends at a token; a region is of any size."""
    read = reading.sentence.tokens
    for first in (at - 2, at - 1):
        words = read[max(first, 0) : at]
        named = towns().get(" ".join(token.folded for token in words), ("", 0))
        if words and named[0] and all(token.text[0].isupper() for token in words):
            return named
    return "", 0
