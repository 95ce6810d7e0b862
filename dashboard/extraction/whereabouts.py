"""Where people in service are or go, told beside their number rather than by a verb. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from .carried import left_there, settled_there, taken_in
from .counting import MILITARY, Count
from .presence import held, in_a_place, so_strong, there
from .reading import Reading
from .seated import manned, seated
from .strength import changed_by, grown
from .text import Span

SUBSET = 3  # tokens of "di antaranya", "of them", and an adverb
FOLLOWS = 4  # tokens between how many they are and the verb that says where they go
LISTED = 8  # tokens between two counts of one list, a place told in between


def kept(reading: Reading, counts: Sequence[Count], place: int, told: Span | None) -> Span | None:
    """Return the word beside a count by which those counted are somewhere: "has 500 men in Mali", "fell to 4,500".

    ``told`` is the verb of moving that is told of them, which counts where it follows closely.
    """
    count = counts[place]
    if count.unit in MILITARY and (changed := changed_by(reading, count.number_first)):
        return changed
    if (
        found := taken_in(reading, count)
        or settled_there(reading, count)
        or left_there(reading, count)
        or seated(reading, count)
        or manned(reading, count)
        or held(reading, count)
        or _listed(reading, counts, place)
    ):
        return found
    here = there(reading, count) if told is not None and count.last < told.first else None
    if here and told and here.last <= told.first and not reading.sentence.before("relative", here.first):
        return here  # "8,000 are in X and will go to Y"
    part = count.bare and told is not None and told.cue.value == "sent" and reading.sentence.at("subset", count.last)
    if part and (found := there(reading, count, SUBSET)):
        return found  # "sent 10,000, and 3,000 of them are already in X"
    goes = told is not None and 0 <= told.first - count.last <= FOLLOWS  # "numbering 1,500, crossed into"
    return None if goes else so_strong(reading, count)


def _listed(reading: Reading, counts: Sequence[Count], place: int) -> Span | None:
    """Return where people are of whom the same list tells: "will leave 100 in Gabon and 300 in Chad"."""
    before, count = counts[place - 1] if place else None, counts[place]
    if before is None or not in_a_place(reading, count.last):
        return None
    joints = [s for s in reading.sentence.before("joint", count.first) if s.cue.value == "and"]
    if not joints or count.first - before.last > LISTED or not (count.bare or count.unit == before.unit):
        return None
    return left_there(reading, before) or held(reading, before)


def moved_too(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether people go of whom a verb only says how many they are: "the force, numbering 450, left for X"."""
    sentence = reading.sentence
    serving = [s for s in sentence.of("participle") if s.first == count.last]
    if event.first >= reading.clause(count.first)[1] or not (grown(reading, count.first) or serving):
        return False
    gap = range(serving[0].last if serving else count.last, event.first)
    joined = any(s.first in gap and sentence.tokens[s.first].text != "," for s in sentence.of("joint", "and"))
    return len(gap) <= FOLLOWS and not joined


def sized(reading: Reading, formation: Span, count: Count) -> bool:
    """Tell whether a count says how strong a formation is, whose noun then tells nothing: "a contingent of 450 men"."""
    of = any(span.first == formation.last and span.last == count.first for span in reading.sentence.of("of"))
    return count.inside(formation) or of


def whole_of_later(reading: Reading, counts: Sequence[Count], place: int) -> int:
    """Return where a later count tells a part of a count, else 0: "of 11,000 troops, 4,000 have died"."""
    count = counts[place]
    firsts = (count.number_first, *(a.first for a in reading.sentence.before("article", count.number_first)))
    begins = [of.first for first in firsts for of in reading.sentence.before("of", first)]
    opens = any(at == 0 or reading.sentence.tokens[at - 1].text == "," for at in begins)
    later = counts[place + 1].first if place + 1 < len(counts) else 0
    return later if opens and later > 0 and reading.sentence.tokens[later - 1].text == "," else 0
