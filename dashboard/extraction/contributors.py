"""How many people each state gives to a mission: "the largest contributors are India (5,400) and Nepal with 5,350".

Knows no language.
"""

from __future__ import annotations

from .counting import MILITARY, Count
from .memory import Mention
from .reading import Reading
from .text import Span

NEAR = 3  # tokens between a state and its number: ", with about"
FORCE = 5  # tokens between a verb of leading and the force, its adjectives
SOME = 5  # from here on a bare number counts people rather than missions


def contributor(reading: Reading, count: Count) -> Mention | None:
    """Return the state that gives those counted, where a sentence tells who gives how many people in service."""
    sentence = reading.sentence
    given = sentence.of("contributor")
    if not given or not (count.unit in MILITARY or (count.bare and not count.unknown and count.size >= SOME)):
        return None
    states = [m for m in reading.mentions if m.actor.type == "state"]
    come = {s.last for s in given if s.cue.value == "come" and s.first == count.last}  # "1,400 come from Chad"
    ranked = [s for s in given if s.cue.value == "list"]
    leads = [s for s in given if s.cue.value == "leads" and count.unit in MILITARY and _leads_a_force(reading, s)]
    given = [s for s in given if s.cue.value == "of"]
    behind = {s.last for s in sentence.of("of") if s.first in come or (given and s.first == count.last)}
    if found := [m for m in states if m.first in behind]:
        return found[0]
    given = [*given, *leads, *(ranked if _of_service(reading, count) else ())]
    if not given:
        return None
    with_ = [s.first for c in ("holding", "figure") for s in sentence.of(c) if s.last == count.first]
    light = {s.first for c in ("relative", "have", "about") for s in sentence.of(c)} | set(with_)  # "Britain for 9,500"
    light |= {at for s in given for at in range(s.first, s.last)}  # "accounts for 500 of the 2,000"
    light |= {at for at in range(len(sentence.tokens)) if sentence.tokens[at].text in ",(:"}
    before = [m for m in states if m.last <= count.first and count.first - m.last <= NEAR]
    before = [m for m in before if not reading.place_marked(m)]
    if before and set(range(before[-1].last, count.first)) <= light:
        return before[-1]
    # "India is the largest contributor with 5,400", "With 7,932 troops Bangladesh is the largest contributor"
    if not with_:
        return None
    after = [s.first for s in given if s.first >= count.last]
    if with_[-1] == 0 and after:
        between = [m for m in states if count.last <= m.first < after[0] and not reading.place_marked(m)]
        return between[0] if between else None
    told = [s.first for s in given if s.last <= count.first]
    numbered = any(told[-1] <= n.first < count.first for n in reading.numbers) if told else True
    subjects = [m for m in states if told and m.last <= told[-1] and not reading.place_marked(m)]
    return subjects[-1] if subjects and not numbered else None


def _of_service(reading: Reading, count: Count) -> bool:
    """Tell whether a list of states is one of their people in service, by a noun or by what was told just before."""
    memory = reading.memory
    goes_on = memory.told is not None and memory.told[0].category == "movement" and memory.place - memory.told_at <= 1
    named = any(s.cue.value in MILITARY for s in reading.sentence.of("unit")) or bool(reading.sentence.of("contingent"))
    return count.unit in MILITARY or goes_on or named


def _leads_a_force(reading: Reading, verb: Span) -> bool:
    """Tell whether a verb of leading has a force as its object: "Canada leads the brigade in Latvia with"."""
    near = range(verb.last, verb.last + FORCE)
    return any(s.first in near for c in ("formation", "forces") for s in reading.sentence.of(c))
