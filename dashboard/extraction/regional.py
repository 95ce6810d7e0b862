"""Whose people are counted where only a region or a town tells it: "two Iowa soldiers". Knows no language."""

from __future__ import annotations

from .counting import MILITARY, Count
from .gazetteer import CERTAIN, GREAT, towns
from .reading import Reading

GUARD = 7  # tokens of the force that follows: "of the Iowa National Guard"

WORDS = (1, 2)  # in the name of a region


def of_a_region(reading: Reading, count: Count) -> str:
    """Return the country of the region or town by which those counted are called: "two Iowa soldiers".

    A region alone tells it where its guard or its force is meant: "50 South Dakota National Guard troops".
    """
    if count.bare:
        return ""
    sentence, first = reading.sentence, count.number.last if count.number else count.first
    if home := _of_a_base(reading, count):
        return home
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
    guard = any(count.noun <= s.first < count.last for s in sentence.of("guard"))
    from_ = [s.last for s in sentence.of("where", "from") if guard and s.first == count.last]
    guards = (_region(reading, at + words)[0] for at in from_ for words in WORDS)  # "50 Guard members from Oregon"
    return next((country for country, people in regions if people == CERTAIN), next(filter(None, guards), ""))


def _of_a_base(reading: Reading, count: Count) -> str:
    """Return the country of the base from which soldiers come: "500 Fort Bragg soldiers", "soldiers from Fort Drum"."""
    if count.unit not in MILITARY:
        return ""
    sentence = reading.sentence
    from_ = {s.last for s in sentence.of("where", "from") if s.first == count.last}
    for base in sentence.of("home_base"):
        if base.first in from_ or count.first < base.first < base.last == count.noun:
            return base.cue.value
    posts = [s.last for at in from_ for s in sentence.of("outpost") if s.first == at]
    return next(filter(None, (_region(reading, at + words)[0] for at in posts for words in WORDS)), "")


def _region(reading: Reading, at: int) -> tuple[str, int]:
    """Return the country and the people of the town or region whose name ends at a token; a region is of any size."""
    read = reading.sentence.tokens
    for first in (at - 2, at - 1):
        words = read[max(first, 0) : at]
        named = towns().get(" ".join(token.folded for token in words), ("", 0))
        if words and named[0] and all(token.text[0].isupper() for token in words):
            return named
    return "", 0
