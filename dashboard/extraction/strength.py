"""How many people in service there are, or are to be: "grew to 4,800", "from 5,200 to 3,000". Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from .language import Cue
from .numbers import Number
from .reading import Reading, is_mission
from .text import Span

REACH = 7  # tokens after a number within which the force stands that has so many
# Nouns for people in service, and for how many of them there are: "troop levels", "presence".
WHOSE = 5  # tokens between "bringing" and "total": "this week's"
THEN = 3  # tokens between how many there are to be and "from": "to 4,050 troops by June from 8,735"
CHANGED = {"more": Cue("movement", "sent"), "less": Cue("movement", "withdrawn")}
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
    ways = ways or [s for s in sentence.before("compared", first) if _goes_on(reading, first)]  # "up from 800 to 1,600"
    verbs = [s for c in ("grow", "sums_up") for s in sentence.of(c) if s.last < first] if ways else []
    verbs.sort(key=lambda s: s.first)
    if ways and not verbs and ways[0].cue.category == "compared":
        verbs = ways  # "naik dari 800 menjadi 1.600"
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
    return _total_of_them(reading, first)


def _total_of_them(reading: Reading, first: int) -> bool:
    """Tell whether the number of those told of before is named: "In Gabon the number will be cut from 350 to 100"."""
    memory, begin = reading.memory, reading.clause(first)[0]
    goes_on = memory.told is not None and memory.told[0].category == "movement" and memory.place - memory.told_at <= 1
    goes_on = goes_on or any(s.last < first for s in reading.sentence.of("movement"))
    figures = [s for c in ("claim", "amount") for s in reading.sentence.of(c) if begin <= s.first and s.last <= first]
    return goes_on and any(not reading.sentence.at("of", s.last) for s in figures)


def changed_by(reading: Reading, first: int) -> Span | None:
    """Return the verb by which a force grows or shrinks by a number: "cut its contingent in Mali by 300"."""
    by = any(s.first == first or 0 <= first - s.last <= 1 for s in reading.sentence.of("amount_by"))
    if not by or not _of_a_force(reading, first):
        return None
    begin, read = reading.clause(first)[0], reading.sentence.tokens
    verbs = [s for s in reading.sentence.of("grow") if begin <= s.first and s.last < first and s.cue.value in CHANGED]
    formed = any(begin <= s.first < first for c in ("formation", "level") for s in reading.sentence.of(c))
    placed = any(
        begin <= s.first < first and read[s.last].text[0].isupper() for s in reading.sentence.of("where", "in")
    )
    if not verbs or not (formed or placed):
        return None  # "will increase its army by 5,000" sends nobody
    return Span(CHANGED[verbs[-1].cue.value], verbs[-1].first, verbs[-1].last)


def swelled(reading: Reading, first: int, last: int) -> Span | None:
    """Return the noun for a total that a verb makes grow, between two tokens: "bringing the total since May to"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    tells = ("swells", "sums_up") if sentence.of("tally") else ()
    verbs = [s.last for c in tells for s in sentence.of(c) if s.first >= first]
    for noun in sentence.of("tally"):
        near = any(0 <= noun.first - verb <= WHOSE for verb in verbs) and noun.last < last
        if near and not any(sentence.at(c, noun.last) for c in ("of", "claim")):
            return None if any(read[at].text in ",;" for at in range(noun.last, last)) else noun
    return None


def is_strength(reading: Reading, number: Number) -> bool:
    """Tell whether a number without a noun says how strong a formation is: "a garrison of up to 3,000"."""
    sentence = reading.sentence
    if reading.strong(number):
        return True
    formed = any(sentence.before("formation", span.first) for span in sentence.before("of", number.first))
    changed = changed_by(reading, number.first) is not None
    return (formed or changed or has_grown(reading, number)) and not word_follows(reading, number.last)


def strong_formation(reading: Reading, number: Number) -> tuple[int, int] | None:
    """Return where the formation stands of which a number says how strong it is: "a 1,200-strong Kenyan contingent"."""
    if not reading.strong(number):
        return None
    near = range(number.last, number.last + REACH)
    forces = [s for c in ("formation", "forces") for s in reading.sentence.of(c) if s.first in near]
    return (forces[0].first, forces[0].last) if forces else None


def has_grown(reading: Reading, number: Number) -> bool:
    """Tell whether a number follows a word by which a force that is told of has so many: "is to grow to 4,800"."""
    sentence = reading.sentence
    clause = reading.clause(number.first)
    units = [s for s in reading.within("unit", clause) if s.cue.value in ("troops", "officers")]
    forces = [*units, *(s for c in ("formation", "forces", "level") for s in reading.within(c, clause))]
    forces = [s for s in forces if s.last <= number.first and not reading.sentence.at("irregular", s.first)]
    told = [s.first for c in ("speech", "outcome") for s in sentence.of(c) if s.first < number.first]
    forces = [s for s in forces if not any(s.last <= at for at in told)]  # "the army said the toll had reached 45"
    moved = any(s.last < number.first for s in sentence.of("movement"))  # "500 will go, bringing the total to 900"
    moved = not forces and moved and _total_of_them(reading, number.first)
    moved = moved or (not forces and _it_has(reading, number.first))
    counted = (bool(forces) or moved) and bool(grown(reading, number.first))
    named = any(
        m.actor.type == "organisation"
        and reading.is_party(m)
        and m.last <= number.first
        and not any(m.last <= at for at in told)
        for m in reading.mentions
    )
    missions = {m.last for m in reading.mentions if is_mission(m.actor)}
    have = any(number.first - 1 <= s.last <= number.first and _after(s.first, missions) for s in sentence.of("have"))
    return counted or (named and bool(grown(reading, number.first))) or have


def _it_has(reading: Reading, first: int) -> bool:
    """Tell whether a sentence goes on about the force told of in the one before: "It has since shrunk to 1,500"."""
    memory = reading.memory
    moved = memory.told is not None and memory.told[0].category == "movement" and memory.place - memory.told_at == 1
    return moved and any(s.first == 0 and s.last < first for s in reading.sentence.of("third", "it"))


def _after(at: int, ends: set[int]) -> bool:
    """Tell whether a token follows one of the ends, an adverb between them at most."""
    return bool({at, at - 1} & ends)


def of_a_formation(reading: Reading, number: Number) -> bool:
    """Tell whether a formation has those counted: "the battlegroup in Latvia has 1,700 members"."""
    have = [s for c in ("have", "holding") for s in reading.sentence.of(c) if 0 <= number.first - s.last <= 1]
    clause = reading.clause(number.first)
    return bool(have) and any(s.last <= have[0].first for s in reading.within("formation", clause))


def word_follows(reading: Reading, at: int) -> bool:
    """Tell whether a number is followed by a word that nothing is known of, so that it may count anything."""
    read = reading.sentence.tokens
    known = {*reading.sentence.known, *(m.first for m in reading.mentions)}
    return at < len(read) and read[at].text.isalpha() and at not in known
