"""How many people in service there are, or are to be: "grew to 4,800", "from 5,200 to 3,000". Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from .reading import Reading
from .text import Span

# Nouns for people in service, and for how many of them there are: "troop levels", "presence".
THEN = 3  # tokens between how many there are to be and "from": "to 4,050 troops by June from 8,735"
SERVING = ("forces", "formation", "unit", "level")


def grown(reading: Reading, first: int, reach: int = 1) -> Sequence[Span]:
    """Return the words right before a number, or as its qualifier, by which a force has so many."""
    near = [s for s in reading.sentence.of("grown") if -1 <= first - s.last <= reach or s.first == first]
    near = near or _made_to_grow(reading, first) or _put_at(reading, first)
    befell = near and reading.within("outcome", reading.clause(first))
    return [s for s in near if s.cue.value != "become" or not befell]


def came_from(reading: Reading, first: int) -> bool:
    """Tell whether a number says how many there were before: "will fall from 8,600 to 4,500"."""
    sentence = reading.sentence
    before = sentence.before("where", first) or sentence.before("compared", first)
    return any(s.cue.value == "from" or s.cue.category == "compared" for s in before) and bool(grown(reading, first))


def _made_to_grow(reading: Reading, first: int) -> list[Span]:
    """Return "from" or "to" before a number where a force becomes so large: "boost its force in Somalia to 8,000"."""
    sentence = reading.sentence
    ways = [s for s in sentence.before("where", first) if s.cue.value in ("to", "from")] if first else []
    verbs = [s for s in sentence.of("grow") if s.last < first] if ways else []
    if not verbs:
        return []
    if ways[0].cue.value == "from" and not _goes_on(reading, first):
        return []  # "brought 200 soldiers from Chad"
    moved = {s.first for s in sentence.of("movement")} - {s.first for s in verbs}
    levels = {s.first for c in ("level", "formation") for s in sentence.of(c)}
    if any(verbs[-1].last <= at < ways[0].first and at not in levels for at in moved):
        return []  # "boosts its forces and sends men to 12 towns"
    return verbs[-1:] if _of_a_force(reading, first) else []


def _goes_on(reading: Reading, first: int) -> bool:
    """Tell whether a number after "from" begins where a force was before: "from 5,200 to 3,000", "to 3,000 from"."""
    sentence, begins = reading.sentence, {n.last: n.first for n in reading.numbers}
    after = [n for n in reading.numbers if n.first > first][:1]
    later = [n.first for n in after if reading.counts_people(n)]  # not "from 25 to 18 years"
    froms = [s.first for s in sentence.before("where", first)]
    before = [begin for last, begin in begins.items() if any(0 <= at - last <= THEN for at in froms)]
    ends = [s for at in (*later, *before) for s in sentence.before("where", at)]
    grow = [s for at in later for s in sentence.before("grown", at)]  # "dari 5.200 menjadi 3.000"
    return any(s.cue.value == "to" for s in ends) or bool(grow)


def _put_at(reading: Reading, first: int) -> list[Span]:
    """Return "at" before a number at which somebody puts a force: "put the size of the contingent at 12,000"."""
    at = reading.sentence.before("figure", first)
    verbs = [s for s in reading.sentence.of("reckon") if s.last <= first] if at else []
    return verbs[-1:] if verbs and _of_a_force(reading, first) else []


def _of_a_force(reading: Reading, first: int) -> bool:
    """Tell whether people in service are told of before a number, and nothing that befell them."""
    begin = reading.clause(first)[0]
    if any(begin <= s.first < first for s in reading.sentence.of("outcome")):
        return False  # "put the number of its soldiers killed at 13"
    if any(begin <= s.first and s.last <= first for c in SERVING for s in reading.sentence.of(c)):
        return True
    memory = reading.memory  # "In Gabon the number will be cut from 350 to 100"
    goes_on = memory.told is not None and memory.told[0].category == "movement" and memory.place - memory.told_at <= 1
    figures = [s for c in ("claim", "amount") for s in reading.sentence.of(c) if begin <= s.first and s.last <= first]
    return goes_on and any(not reading.sentence.at("of", s.last) for s in figures)
