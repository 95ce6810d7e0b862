"""Those sent of whom only some fell, told behind them: "600 have died, out of 15,000 sent". Knows no language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .counting import MILITARY, SERVE, Count, whole_of
from .numbers import Number
from .presence import STATIONED, in_a_place
from .reading import Reading
from .text import Span


def wholes(reading: Reading, counts: Sequence[Count], events: Sequence[Span]) -> Mapping[int, Span]:
    """Return of which counts a participle or relative clause tells that they serve, by their place, with that verb.

    The count before tells how many of them are meant, by the sentence's own verb.
    """
    if len(counts) < 2:
        return {}
    found: dict[int, Span] = {}
    for place, count in enumerate(counts):
        if place and _of_these(reading, count):
            verb = next((e for e in events if e.first >= count.last), None)
            if verb is not None and verb.cue.value in SERVE and _said_of_them(reading, count, verb):
                found[place] = verb
    return found


def whole_of_these(reading: Reading, count: Count, event: Span) -> tuple[Count, Span] | None:
    """Return all those of whom a part is told to move, who are somewhere: "400 of the 750 Poles in Chad will leave".

    Who sends 200 of so many has not sent the others, unless a place stands right behind them.
    """
    number = next((n for n in reading.numbers if n.first == count.number_first), None)
    whole = whole_of(reading, number) if number and count.unit in MILITARY and not count.bare else None
    if whole is None or whole.size <= count.size or not _whose_told(reading, count, whole):
        return None  # "200 of the 14,000 peacekeepers": all are nobody's who is named
    here = in_a_place(reading, count.last)
    if not here and event.cue.value not in ("withdrawn", "stationed"):
        return None
    return replace(count, number=whole, first=whole.first, part=False), Span(STATIONED, whole.first, whole.first)


def _whose_told(reading: Reading, count: Count, whole: Number) -> bool:
    """Tell whether the words around all of whom some are told say whose they are: "its 350", "the 750 Poles"."""
    behind = count.last if reading.lexicon.pack.noun_first else count.last - 1
    named = any(m.actor.type == "state" and whole.last <= m.first <= behind for m in reading.mentions)
    return named or bool(reading.sentence.before("possessive", whole.first)) or reading.suffixed(count.last - 1)


def _of_these(reading: Reading, count: Count) -> bool:
    """Tell whether "of" or "out of" stands before a count: "of the 400", "dari sekitar 15.000"."""
    sentence = reading.sentence
    at = count.number_first
    firsts = {at, *(a.first for a in sentence.before("article", at))}
    return any(s.first > 0 for first in firsts for c in ("of", "amid") for s in sentence.before(c, first))


def _said_of_them(reading: Reading, count: Count, verb: Span) -> bool:
    """Tell whether a verb says more of those counted before it, rather than what the sentence tells of them."""
    sentence = reading.sentence
    gap = range(count.last, verb.first)
    relative = any(s.first in gap for s in sentence.of("relative"))
    light = {at for c in ("relative", "aux") for s in sentence.of(c) for at in range(s.first, s.last)}
    if not all(at in light for at in gap):
        return False
    return relative or (not gap and not reading.lexicon.pack.noun_first)
