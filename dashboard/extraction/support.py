"""Whom troops are sent to help, and who is at war, as a document tells it by and by. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.facts import Fact, is_country

from .memory import Memory, Mention
from .reading import UNIONS, Reading, is_mission
from .text import Span
from .wars import at_war

NEAR = 2  # tokens between a word of helping and who is helped
OFFICE = 6  # with offices and bodies between: "to help the army of President X"
SOLDIERS = ("troops", "officers")
BUILDERS = ("engineers", "workers")  # whom an army sends to clear mines and to build
HELD = ("body", "title", "article", "of", "forces", "unit", "possessive", "regime")


def supported_side(reading: Reading, actor: str, event: Span, country: str, unit: str) -> str:
    """Return the side that an actor's troops are said to help, here or earlier in the document.

    Troops sent to a state that is at war, or to a ``country`` that is, help it, unless they are those of another; so
    do those who go there to fight another state, and those who come to build or to clear mines.
    """
    memory = reading.memory
    if actor in memory.helped or actor in memory.at_war:
        return memory.helped.get(actor, "")
    toward = {span.last for span in reading.sentence.of("where", "to")}
    states = [m for m in reading.mentions if m.first in toward and m.actor.type == "state"]
    found = next((m.actor.actor_id for m in states if m.actor.actor_id in memory.at_war), "")
    found = found or (country if country in memory.at_war and country != actor else "")
    mission = memory.mission or any(is_mission(m.actor) for m in reading.mentions)
    abroad = is_country(country) and country != actor and event.cue.value != "withdrawn" and not mission
    if not found and abroad and (unit in BUILDERS or _fights_another(reading, actor, country)):
        found = country
        memory.helped[actor] = found
    if found and event.cue.value == "sent":
        memory.helped[actor] = found
    return found


def _fights_another(reading: Reading, actor: str, country: str) -> bool:
    """Tell whether those who go to a country fight another state there: "to Russia to fight against Ukraine"."""
    fought = {at for span in reading.sentence.of("against") for at in (span.last, span.last + 1)}
    enemies = {m.actor.actor_id for m in reading.mentions if m.first in fought and m.actor.type == "state"}
    return bool(enemies) and not enemies & {actor, country}


def aided(fact: Fact, memory: Memory) -> str:
    """Return whom troops help as a later sentence says it, of them or of the mission to which they belong there."""
    return memory.helped.get(fact.actor, "") or (memory.aided if memory.aided == fact.country != fact.actor else "")


def note_help(reading: Reading) -> None:
    """Remember whom an actor is said to help in this sentence, and who is at war, whatever it says of numbers."""
    reading.memory.at_war.update(at_war(reading.memory.spoken_of, reading.document.published))
    reading.memory.at_war.update(_at_war(reading))
    for span in reading.sentence.of("side"):
        helped = next((m for m in reading.mentions if _stands_behind(reading, span, m)), None)
        helpers = [m for m in reading.mentions if m.last <= span.first and _helps(reading, m) and m != helped]
        side = _fighting_side(reading, helped) if helped else _place_behind(reading, span) or _own_army(reading, span)
        if side and any(is_mission(m.actor) or m.actor.actor_id in UNIONS for m in helpers):
            reading.memory.aided = side
        for helper in {reading.side(m) for m in helpers} - {side}:
            if side:
                reading.memory.helped.setdefault(helper, side)
    for helper, side in _fought_abroad(reading):
        reading.memory.helped.setdefault(helper, side)


def _fought_abroad(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield whose soldiers fight a state, or are taken by one, in a third state, which they help; and that state.

    "North Korean soldiers fighting against Ukraine in Kursk", "Kyiv captured two North Korean soldiers in Kursk".
    """
    sentence, memory = reading.sentence, reading.memory
    fought = {at for span in sentence.of("against") for at in (span.last, span.last + 1)}
    taken = [span.first for span in sentence.of("outcome", "captured")]
    if not (fought or taken) or memory.mission or any(is_mission(m.actor) for m in reading.mentions):
        return
    who = [m for m in reading.mentions if is_country(reading.side(m)) and not reading.place_marked(m)]
    enemies = {reading.side(m) for m in who if m.first in fought}
    enemies |= {reading.side(m) for m in who if taken and m.last <= max(taken) and not _of_soldiers(reading, m)}
    own = {reading.side(m) for m in who if m.first not in fought and _of_soldiers(reading, m)}
    country = reading.places.country()
    if len(own) == 1 and enemies - own and is_country(country) and country not in own | enemies:
        yield own.pop(), country


def _of_soldiers(reading: Reading, mention: Mention) -> bool:
    """Tell whether a state's name says whose soldiers are meant: "North Korean soldiers", "tentara Korea Utara"."""
    sentence = reading.sentence
    if reading.lexicon.pack.noun_first:
        return any(span.cue.value in SOLDIERS for span in sentence.before("unit", mention.first))
    near = (mention.last, mention.last + 1)
    return any(span.first in near and span.cue.value in SOLDIERS for span in sentence.of("unit"))


def _stands_behind(reading: Reading, span: Span, mention: Mention) -> bool:
    """Tell whether a name follows a word of helping, offices and bodies between: "to help the army of President X"."""
    gap = range(span.last, mention.first)
    if mention.first < span.last or len(gap) > OFFICE:
        return False
    if any(n.first in gap and reading.sentence.preceded(mention.first, "of") for n in reading.numbers):
        return False  # "alongside 4,500 from Uganda"
    held = {at for c in HELD for s in reading.sentence.of(c) for at in range(s.first, s.last)}
    return len(gap) <= NEAR or all(at in held for at in gap)


def _place_behind(reading: Reading, span: Span) -> str:
    """Return the state of the place that follows a word of helping: "to help rebuild Kursk"."""
    near = [s for s in reading.sentence.of("place") if 0 <= s.first - span.last <= NEAR]
    return reading.lexicon.places[near[0].cue.value].country if near else ""


def _fighting_side(reading: Reading, mention: Mention) -> str:
    """Return the side for which a name stands; none for a union of states, which has no war of its own."""
    return "" if mention.actor.actor_id in UNIONS else reading.side(mention)


def _own_army(reading: Reading, span: Span) -> str:
    """Return the state whose army or government is helped where only the place tells it: "in Mali to help the army"."""
    named = any(reading.sentence.at(c, span.last + 1) for c in ("body", "forces"))
    named = named and reading.sentence.at("article", span.last)
    named = named or any(reading.sentence.at(c, span.last) for c in ("regime", "that_place"))  # "to help the kingdom"
    named = named or _local(reading, span)
    return reading.places.country() if named else ""


def _local(reading: Reading, span: Span) -> bool:
    """Tell whether the army of where those who help are is helped: "to train local forces"."""
    sentence, first = reading.sentence, reading.lexicon.pack.noun_first
    forces = [s for c in ("forces", "unit", "body") for s in sentence.of(c) if 0 <= s.first - span.last <= 1]
    return any(sentence.at("local", s.last) if first else sentence.before("local", s.first) for s in forces)


def _at_war(reading: Reading) -> Iterator[str]:
    """Yield the sides that a sentence tells to be at war: "Russia's war", "perang Rusia"."""
    for span in reading.sentence.of("war"):
        for mention in reading.mentions:
            aim = reading.sentence.at("aim", mention.last)  # "to Syria to fight against Islamic State"
            near = 0 <= span.first - mention.last <= 2 and not aim
            if _is_side(mention) and (near or mention.first == span.last):
                yield reading.side(mention)


def _helps(reading: Reading, mention: Mention) -> bool:
    """Tell whether a name has troops that may help another: a state, its army, an armed group, a mission."""
    return _is_side(mention) or mention.actor.actor_id in UNIONS or is_mission(mention.actor)


def _is_side(mention: Mention) -> bool:
    return mention.actor.type in ("state", "armed_group")
