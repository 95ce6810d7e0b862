"""Whom troops are sent to help, and who is at war, as a document tells it by and by. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator

from .memory import Mention
from .reading import UNIONS, Reading
from .text import Span

NEAR = 2  # tokens between a word of helping and who is helped
OFFICE = 6  # with offices and bodies between: "to help the army of President X"
HELD = ("body", "title", "article", "of", "forces", "unit", "possessive", "regime")


def supported_side(reading: Reading, actor: str, event: Span, country: str) -> str:
    """Return the side that an actor's troops are said to help, here or earlier in the document.

    Troops sent to a state that is at war, or to a ``country`` that is, help it, unless they are those of another.
    """
    memory = reading.memory
    if actor in memory.helped or actor in memory.at_war:
        return memory.helped.get(actor, "")
    toward = {span.last for span in reading.sentence.of("where", "to")}
    states = [m for m in reading.mentions if m.first in toward and m.actor.type == "state"]
    found = next((m.actor.actor_id for m in states if m.actor.actor_id in memory.at_war), "")
    found = found or (country if country in memory.at_war and country != actor else "")
    if found and event.cue.value == "sent":
        memory.helped[actor] = found
    return found


def note_help(reading: Reading) -> None:
    """Remember whom an actor is said to help in this sentence, and who is at war, whatever it says of numbers."""
    reading.memory.at_war |= set(_at_war(reading))
    for span in reading.sentence.of("side"):
        helped = next((m for m in reading.mentions if _stands_behind(reading, span, m)), None)
        helpers = [m for m in reading.mentions if m.last <= span.first and _is_side(m) and m != helped]
        side = _fighting_side(reading, helped) if helped else _own_army(reading, span)
        for helper in {reading.side(m) for m in helpers} - {side}:
            if side:
                reading.memory.helped.setdefault(helper, side)


def _stands_behind(reading: Reading, span: Span, mention: Mention) -> bool:
    """Tell whether a name follows a word of helping, offices and bodies between: "to help the army of President X"."""
    gap = range(span.last, mention.first)
    if mention.first < span.last or len(gap) > OFFICE:
        return False
    held = {at for c in HELD for s in reading.sentence.of(c) for at in range(s.first, s.last)}
    return len(gap) <= NEAR or all(at in held for at in gap)


def _fighting_side(reading: Reading, mention: Mention) -> str:
    """Return the side for which a name stands; none for a union of states, which has no war of its own."""
    return "" if mention.actor.actor_id in UNIONS else reading.side(mention)


def _own_army(reading: Reading, span: Span) -> str:
    """Return the state whose army or government is helped where only the place tells it: "in Mali to help the army"."""
    named = any(reading.sentence.at(c, span.last + 1) for c in ("body", "forces"))
    named = (named and reading.sentence.at("article", span.last)) or reading.sentence.at("regime", span.last)
    return reading.places.country() if named else ""


def _at_war(reading: Reading) -> Iterator[str]:
    """Yield the sides that a sentence tells to be at war: "Russia's war", "perang Rusia"."""
    for span in reading.sentence.of("war"):
        for mention in reading.mentions:
            if _is_side(mention) and (0 <= span.first - mention.last <= 2 or mention.first == span.last):
                yield reading.side(mention)


def _is_side(mention: Mention) -> bool:
    return mention.actor.type in ("state", "armed_group")
