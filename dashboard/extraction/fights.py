"""Fights of two states: who falls in them is counted for both together where no side is named. Knows no language."""

from __future__ import annotations

from itertools import pairwise

from dashboard.facts import is_country

from .memory import Mention
from .reading import Reading

NOUN = 2  # tokens between two joined names and the fight: "the Thai-Cambodian border clashes"
OPENS = 6  # tokens before a war that is what a sentence is about
OFTEN = 3  # sentences that name each of two states
FIGHT = 2  # tokens between two states and what their troops do: "Thai and Cambodian troops exchanged fire"
HYPHENS = ("-", "–")


def note_fight(reading: Reading) -> None:
    """Remember that a sentence tells of a fight of two states."""
    if not reading.sentence.has(("fight", "frontier", "against")):
        return
    fought = reading.sentence.of("fight")
    if fighters(reading, reading.mentions) or (fought and _goes_on(reading, reading.mentions)):
        reading.memory.fight_at = reading.memory.place


def fighters(reading: Reading, mentions: list[Mention]) -> bool:
    """Tell whether two states are named as each other's enemies: "the war between X and Y", "X-Y border clashes"."""
    states = [m for m in mentions if m.actor.type == "state"]
    told = (
        _between(reading, states) or _joined(reading, states) or _their(reading, states) if len(states) > 1 else False
    )
    return told or _both_troops(reading, mentions)


def of_both(reading: Reading, mentions: list[Mention]) -> bool:
    """Tell whether a sentence counts the victims of a fight of two states: of one that it names, or of one before."""
    if fighters(reading, mentions):
        return True
    if _of_two_alike(reading, mentions):
        return True
    soon = reading.memory.place - reading.memory.fight_at <= 1
    return _goes_on(reading, mentions) and (soon or bool(reading.sentence.of("fight")))


def _of_two_alike(reading: Reading, mentions: list[Mention]) -> bool:
    """Tell whether a war has claimed those counted that two states wage: "The war has killed 30,000"."""
    wars = [s for s in reading.sentence.of("campaign", "long") if s.first <= OPENS]
    events = reading.sentence.of("outcome")
    if not wars or not events or reading.clause(wars[0].first) != reading.clause(events[0].first):
        return False
    told = reading.memory.spoken_of
    two = len(reading.memory.at_war) == 2 and all(told.get(each, 0) >= OFTEN for each in reading.memory.at_war)
    said = reading.attribution.mention  # "Bangkok said 11 had died": a side that fights counts its own
    others = (m for m in mentions if m != said or reading.side(m) in reading.memory.sides)
    return two and not any(reading.is_party(m) for m in others)


def _goes_on(reading: Reading, mentions: list[Mention]) -> bool:
    """Tell whether a sentence may go on about a fight told of before: it names no side."""
    said = reading.attribution.mention  # "Bangkok said 11 had died": a side that fights counts its own
    others = (m for m in mentions if m != said or reading.side(m) in reading.memory.sides)
    return reading.memory.fight_at >= 0 and not any(reading.is_party(m) for m in others)


def _between(reading: Reading, states: list[Mention]) -> bool:
    begins = {span.last for span in reading.sentence.of("range", "between")}
    begins -= {span.last for span in reading.sentence.of("where", "from")}  # "mediators from Egypt and Qatar"
    joints = {span.first: span.last for span in reading.sentence.of("range", "and")}
    if not begins or not joints:
        return False
    firsts = {m.first: m for m in states}
    pairs = ((m, joints[m.last]) for m in states if m.last in joints and begins & {m.first, m.first - 1})
    return any({after, after + 1} & firsts.keys() for _m, after in pairs)


def _joined(reading: Reading, states: list[Mention]) -> bool:
    """Tell whether a hyphen joins two states before the noun of a fight or a border."""
    read = reading.sentence.tokens
    for one, other in pairwise(states):
        if other.first == one.last + 1 and read[one.last].text in HYPHENS and one.actor != other.actor:
            after = range(other.last, other.last + NOUN)
            nouns = [span for category in ("fight", "frontier") for span in reading.sentence.of(category)]
            if any(span.first in after or span.last == one.first for span in nouns):
                return True  # "the Thai-Cambodian border", "perbatasan Thailand-Kamboja"
    return False


def _their(reading: Reading, states: list[Mention]) -> bool:
    """Tell whether two states are told to have a fight of their own: "Ethiopia and Eritrea declare their war over"."""
    fights = {span.first for span in reading.sentence.of("fight")}
    theirs = [s.first for s in reading.sentence.of("possessive") if s.last in fights]
    joints = {s.first: s.last for s in reading.sentence.of("range", "and")} if theirs else {}
    firsts = {m.first for m in states}
    return any(joints.get(m.last) in firsts and m.last < theirs[-1] for m in states if m.last in joints)


def _both_troops(reading: Reading, mentions: list[Mention]) -> bool:
    """Tell whether the troops of two states are told to fight: "Thai and Cambodian troops exchanged fire"."""
    fights = reading.sentence.of("fight", "noun")
    joints = {s.first: s.last for s in reading.sentence.of("joint", "and")} if fights else {}
    for one, other in pairwise(mentions):
        joined = joints.get(one.last) == other.first and reading.side(one) != reading.side(other)
        near = any(0 <= s.first - other.last <= FIGHT for s in fights) and not reading.oblique(one)
        if joined and near and is_country(reading.side(one)) and is_country(reading.side(other)):
            return True
    return False
