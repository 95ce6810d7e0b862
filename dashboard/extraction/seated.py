"""A force that has its seat somewhere "with" so many, and places that so many hold: "is based in Bahrain with 4,200".

Knows no language.
"""

from __future__ import annotations

from .counting import MILITARY, Count
from .presence import STATIONED
from .reading import Reading
from .text import Span

GARRISON = 20  # people in service who are more than the guards of a gate
PLACE = 6  # tokens between "is based in" and "with", the place between them


def manned(reading: Reading, count: Count) -> Span | None:
    """Return the words by which a place has people in service to hold it: "an outpost manned by 150 soldiers"."""
    if count.unit not in MILITARY or count.size < GARRISON:
        return None
    by = next((s for s in reading.sentence.of("manned") if 0 <= count.first - s.last <= 1), None)
    return Span(STATIONED, by.first, by.last) if by else None


def seated(reading: Reading, count: Count) -> Span | None:
    """Return the words by which a force is somewhere with those counted, a place by its name in between."""
    sentence, read = reading.sentence, reading.sentence.tokens
    withs = [s for s in sentence.of("joint", "with") if 0 <= count.first - s.last <= 1]
    if not withs or count.unit not in MILITARY:
        return None
    states = [m.last for m in reading.mentions if reading.is_party(m)]
    for be in sentence.of("be_in"):
        if not any(last <= be.first for last in states):
            continue  # whose force it is must be told
        gap = range(be.last, withs[0].first)
        if 0 < len(gap) <= PLACE and all(read[at].text[0].isupper() for at in gap):
            return Span(STATIONED, be.first, be.last)
    return None
