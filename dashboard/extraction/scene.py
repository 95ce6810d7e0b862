"""Where those counted were, serve or go, where a sentence tells it or only what goes before. Knows no language."""

from __future__ import annotations

from dashboard.facts import is_country

from .carried import host
from .memory import Mention
from .presence import LOSSES
from .reading import Reading, is_mission
from .said_on import comma_in
from .sides import CIVIL, Told
from .sums import summing_up

OWN = 2  # tokens between a state and the number of its people: ", with"
GREAT = 1_000  # soldiers of whom so many fell in all did so in a war


def only_whose(reading: Reading, told: Told, location: str) -> bool:
    """Tell whether a state's name beside a verb only says whose the troops are: "at present 28,500 US troops are"."""
    lexicon, actor = reading.lexicon, told.owner.actor
    known = lexicon.actors.actors.get(actor)
    named = reading.named(reading.clause(told.event.first))
    if any(m.actor.name == location and _has_its_own(reading, m) for m in named):
        return True
    if known is None or location not in (known.name, lexicon.capitals.get(actor, "")):
        return False
    return not any(reading.side(m) == actor and reading.sentence.preceded(m.first, "where") for m in named)


def _has_its_own(reading: Reading, state: Mention) -> bool:
    """Tell whether a number behind a state's name counts its own people: "and El Salvador 78 soldiers"."""
    if state.actor.type != "state" or reading.place_marked(state) or reading.oblique(state):
        return False
    light = {s.first for c in ("holding", "about", "have") for s in reading.sentence.of(c)}
    light |= {at for at, token in enumerate(reading.sentence.tokens) if token.text == ","}
    following = next((n.first for n in reading.numbers if n.first >= state.last), None)
    return following is not None and following - state.last <= OWN and set(range(state.last, following)) <= light


def before_the_parts(reading: Reading, told: Told) -> tuple[int, int]:
    """Return the clause of those counted without the parts of them that follow: "440 abroad, including 12 in Mali"."""
    start, end = reading.clause(told.event.first)
    numbers = {n.first for n in reading.numbers}
    parts = [s.first for s in reading.sentence.of("subset") if s.last in numbers and s.first >= told.count.last]
    return start, min([end, *(at for at in parts if at > max(start, told.event.last))])


def where_they_fell(reading: Reading, told: Told) -> tuple[str, str]:
    """Return the place and country where people fell: in their clause, else in their sentence.

    Where only some of them fell is not told of all: "seven were killed, some of them in a raid in Kuwait"; nor is where
    those fell that made a total grow: "the toll of the war rose to 300 after four were killed in X".
    """
    start, end = reading.clause(told.event.first)
    whole = (0, len(reading.sentence.tokens))
    some = [s.first for s in reading.sentence.of("subset", "uncounted") if s.first >= told.count.last]
    some = [
        at for at in some if at > told.event.last and not comma_in(reading, at, min(end, len(reading.sentence.tokens)))
    ]
    border = summing_up(reading)
    if border is not None:
        whole = (0, border) if told.count.first < border else (border, whole[1])
    elif some:
        whole = (0, some[0])
    found = reading.places.where((max(start, whole[0]), min(end, whole[1])), told.event)
    return found if any(found) else reading.places.where(whole, told.event)


def own_place(reading: Reading, told: Told) -> tuple[str, str]:
    """Return the place that stands right behind those counted: "900 soldiers in Syria and 2,500 in Iraq"."""
    last = told.count.last
    if not any(s.first == last and s.cue.value in ("in", "to") for s in reading.sentence.of("where")):
        return "", ""
    ends = [n.first for n in reading.numbers if n.first > last and reading.counts_people(n)]
    return reading.places.where((last, min([reading.clause(last)[1], *ends])), told.event)


def where_it_was(reading: Reading, told: Told, measure: str) -> str:
    """Return the country where something was that a sentence without a place tells.

    One event goes on where it was; civilians are hurt at home; a total of soldiers is told of no place.
    """
    actor = told.owner.actor
    if told.event.cue.category == "movement":
        return _where_serving(reading, told)
    memory, lexicon = reading.memory, reading.lexicon
    if measure == "cumulative" and (told.event.cue.value == LOSSES or is_country(memory.helped.get(actor, ""))):
        return ""
    if told.count.unit in CIVIL and is_country(actor):
        nationals = any(m.first == told.count.noun for m in reading.mentions)  # "two South Africans": abroad, there too
        goes_on = measure == "incident" and (told.count.bare or nationals)
        return (memory.scene if goes_on else "") or actor
    if not actor and memory.fight_at >= 0 and memory.place - memory.fight_at <= 1 and not memory.scene:
        return ""  # of two states that fight, on either side
    if base := lexicon.bases.get(actor) or lexicon.stations.get(actor):
        return memory.scene or base
    if measure == "cumulative" and told.count.size >= GREAT:
        return ""  # of a whole war, which need not be told of one country
    # A paper names its own villages without the state, and on either side of a border people fall at home.
    at_home = actor in lexicon.pack.presses or (is_country(actor) and reading.sentence.of("border"))
    home = actor if at_home else ""
    return memory.scene or memory.country or home or memory.focus


def _of_a_region(reading: Reading, told: Told) -> bool:
    """Tell whether those counted are in a part of the world above states: "43,000 troops in the Middle East"."""
    regions = [s for s in reading.sentence.of("region") if s.first >= told.count.last]
    named = [m for m in reading.mentions if regions and told.count.last <= m.first < regions[0].first]
    numbers = [n for n in reading.numbers if regions and told.count.last <= n.first < regions[0].first]
    return bool(regions) and not named and not numbers


def _where_serving(reading: Reading, told: Told) -> str:
    """Return the country of people in service of whom no place is told: where they help, where the others are."""
    memory, actor = reading.memory, told.owner.actor
    if any(reading.sentence.at(c, told.event.first) for c in ("there", "take_in")):
        home = told.event.cue.value == "withdrawn"  # "welcomed home"
        if (place := host(reading, told.event)) and not home:
            return place
    missions = [m.actor.actor_id for m in reading.mentions if is_mission(m.actor)]
    for each in (actor, *missions):
        if state := reading.lexicon.stations.get(each):
            memory.theatre = state
            return state
    if reading.sentence.of("worldwide"):
        return ""  # "in nine missions"
    if is_country(helped := memory.helped.get(actor, "")):
        there = told.event.cue.value == "sent" or helped in (memory.theatre, memory.country)
        return helped if there else ""
    if reading.sentence.of("border") or _of_a_region(reading, told):
        return ""  # on which side of it, nobody says
    # Nobody sends troops to itself, but within one's own country: of that the papers of the country tell.
    about = memory.focus if memory.focus != actor or actor in reading.lexicon.pack.presses else ""
    return memory.theatre or memory.country or about
