"""The forces to which several states send people, and whether those counted are of such a one. Knows no language."""

from __future__ import annotations

from dashboard.facts import is_country

from .counting import Count
from .memory import Mention
from .reading import Reading, is_mission
from .strength import grown
from .text import Span

FROM = 3  # tokens between those counted and "from so many countries"
STATES = 4  # tokens between "from" and "countries"


def of_many_states(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether those counted are from several states together: "10,000 personnel from 50 countries"."""
    sentence = reading.sentence
    if any(count.first <= s.first <= count.last for s in sentence.of("region")):
        return True  # "200 European soldiers"
    if event.cue.category == "outcome" and _spelt_out(reading, count):
        return True
    of = [s.last for s in sentence.of("of") if 0 <= s.first - count.last <= FROM]
    listed = [m for m in reading.mentions if m.actor.type == "state" and m.first in of]
    if listed and event.cue.value != "withdrawn" and _joined_to_another(reading, listed[0]):
        return True  # "8,700 soldiers from Nigeria, Niger and Chad"
    nouns = sentence.of("states", "noun")
    if any(0 <= noun.first - last <= STATES for noun in nouns for last in of):
        return True
    ends = {n.last for n in reading.numbers}  # "more than 30 countries have offered 26,000 troops"
    return any(s.first in ends and 0 <= event.first - s.last <= 1 and event.first < count.first for s in nouns)


def _spelt_out(reading: Reading, count: Count) -> bool:
    """Tell whether people of several states are counted behind a colon: "Four fell: two Germans and a Malawian"."""
    colons = [at for at, token in enumerate(reading.sentence.tokens) if token.text == ":" and at >= count.last]
    numbers = {n.last for n in reading.numbers} if colons else set()
    after = [m for m in reading.mentions if colons and m.first > colons[0] and m.first in numbers]
    return len({m.actor.actor_id for m in after if m.actor.type == "state"}) > 1


def _joined_to_another(reading: Reading, state: Mention) -> bool:
    """Tell whether a state is the first of a list that ends in "and" another, with no number in it."""
    at = state.last
    by_first = {m.first: m for m in reading.mentions if m.actor.type == "state"}
    while joints := [s for s in reading.sentence.of("joint", "and") if s.first == at]:
        following = by_first.get(joints[0].last)
        if following is None:
            return False
        if reading.sentence.tokens[joints[0].first].text != ",":
            return True
        at = following.last
    return False


def common_force(reading: Reading, count: Count) -> str:
    """Return the mission or alliance whose people from several states are: named here, last, or by who speaks."""
    named = [m for m in reading.mentions if m.actor.type == "organisation" and reading.is_party(m)]
    named = [m for m in named if not is_country(reading.side(m)) and m.last <= count.first]
    named = [m for m in named if m != reading.attribution.mention or reading.sentence.of("possessive")]
    if named:
        return reading.side(named[-1])
    speaker = reading.attribution.mention
    above = reading.lexicon.actors.actors.get(speaker.actor.parent) if speaker else None
    if above is not None and above.type == "organisation" and not is_country(above.parent):
        return above.actor_id
    return reading.memory.mission.actor_id if reading.memory.mission else ""


def apposed_force(reading: Reading, count: Count) -> Mention | None:
    """Return the mission that is told to be a force of so many: "the mission, a force of nearly 12,000"."""
    sentence = reading.sentence
    nouns = [noun for of in sentence.before("of", count.first) for noun in sentence.before("formation", of.first)]
    begins = {article.first - 1 for noun in nouns for article in sentence.before("article", noun.first)}
    begins &= {at for at in begins if at >= 0 and sentence.tokens[at].text == ","}
    return next((m for m in reading.mentions if m.last in begins and m.actor.type == "organisation"), None)


def strong_mission(reading: Reading, count: Count) -> Mention | None:
    """Return the mission that is told to be so strong, whoever is named in between: "UNAMID, with men from X, has"."""
    have = any(0 <= count.first - s.last <= 1 for c in ("have", "holding") for s in reading.sentence.of(c))
    so_many = have or bool(grown(reading, count.first)) or (count.number is not None and reading.strong(count.number))
    start, _end = reading.clause(count.first)
    missions = [m for m in reading.mentions if start <= m.first and m.last <= count.first and is_mission(m.actor)]
    free = [m for m in missions if not reading.oblique(m) and not reading.place_marked(m)]
    free = [m for m in free if not reading.after_cue("holding", m)]  # "has 48 men with the UN, and wants to"
    return free[0] if free and so_many else None
