"""Whose troops are told to go or to be somewhere where nothing beside them says it. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.facts import is_country

from .counting import Count
from .memory import Mention
from .reading import Reading, is_mission
from .sides import alike
from .text import Span

FROM = 3  # tokens between those counted and "from so many countries"
STATES = 4  # tokens between "from" and "countries"


def of_many_states(reading: Reading, count: Count) -> bool:
    """Tell whether those counted are from several states together: "10,000 personnel from 50 countries"."""
    sentence = reading.sentence
    if any(count.first <= s.first <= count.last for s in sentence.of("region")):
        return True  # "200 European soldiers"
    of = [s.last for s in sentence.of("of") if 0 <= s.first - count.last <= FROM]
    return any(0 <= noun.first - last <= STATES for noun in sentence.of("states", "noun") for last in of)


def common_force(reading: Reading, count: Count) -> str:
    """Return the mission or alliance whose people from several states are: named here, last, or by who speaks."""
    named = [m for m in reading.mentions if m.actor.type == "organisation" and reading.is_party(m)]
    named = [m for m in named if not is_country(reading.side(m)) and m.last <= count.first]
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
    have = any(0 <= count.first - s.last <= 1 for s in reading.sentence.of("have"))
    grown = have or bool(reading.grown(count.first))
    start, _end = reading.clause(count.first)
    missions = [m for m in reading.mentions if start <= m.first and m.last <= count.first and is_mission(m.actor)]
    free = [m for m in missions if not reading.oblique(m) and not reading.place_marked(m)]
    return free[0] if free and grown else None


def guessed_sender(reading: Reading, count: Count, event: Span, free: Sequence[Mention]) -> str:
    """Return whose troops probably moved where no name is told to send them: whose went last, whom the text is about.

    Nobody sends troops to itself: a state to, from or in which they are is not meant where another is known.
    """
    memory = reading.memory
    places = _places(reading, event)

    def fits(side: str) -> bool:
        return bool(side) and side not in places and alike(reading, count, side)

    clause = reading.clause(event.first)
    people = [m for m in reading.named(clause) if m.actor.type == "person" and m.last <= event.first]
    unknown = any(m != reading.attribution.mention and not reading.side(m) for m in people)
    speaker = reading.attribution.mention
    pronouns = [s for s in reading.sentence.of("third") if clause[0] <= s.first and s.last <= event.first]
    if pronouns and speaker and speaker.last <= pronouns[-1].first and fits(reading.side(speaker)):
        return reading.side(speaker)  # "X announced that he would send"
    if unknown and fits(memory.focus):
        return memory.focus  # who sends them is of no state that is known, and not who sent others before
    known = next((each for each in (memory.sender, memory.victim) if fits(each)), "")
    if known:
        return known
    if free:
        return reading.side(free[0])
    own = reading.side(speaker) if speaker and reading.is_party(speaker, people=True) else ""
    about = [each for each in (memory.section, memory.topic, memory.focus) if fits(each)]
    if own and (own in about or not about):
        return own  # who tells of others sends none of its own
    if about:
        return about[0]
    spoken = (each for each in reading.lexicon.pack.presses if each in (*memory.spoken_of, memory.home))
    home = next((each for each in spoken if fits(each)), "")
    return home


def _places(reading: Reading, event: Span) -> set[str]:
    """Return the states to or in which the clause says that the troops go, or from which those who go home come."""
    named = [m for m in reading.named(reading.clause(event.first)) if m.actor.type == "state"]
    if event.cue.value == "withdrawn":
        away = {s.last for s in reading.sentence.of("where", "from")} | {event.last}
        return {reading.side(m) for m in named if m.first in away}
    return {reading.side(m) for m in named if reading.place_marked(m)}
