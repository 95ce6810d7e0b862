"""Whom troops are sent to help, and who is at war, as a document tells it by and by. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator

from .memory import Mention
from .reading import Reading
from .text import Span


def supported_side(reading: Reading, actor: str, event: Span) -> str:
    """Return the side that an actor's troops are said to help, here or earlier in the document.

    Troops sent to a state that is at war help it, unless they are those of another that is.
    """
    memory = reading.memory
    if actor in memory.helped or actor in memory.at_war:
        return memory.helped.get(actor, "")
    toward = {span.last for span in reading.sentence.of("where", "to")}
    states = [m for m in reading.mentions if m.first in toward and m.actor.type == "state"]
    found = next((m.actor.actor_id for m in states if m.actor.actor_id in memory.at_war), "")
    if found and event.cue.value == "sent":
        memory.helped[actor] = found
    return found


def note_help(reading: Reading) -> None:
    """Remember whom an actor is said to help in this sentence, and who is at war, whatever it says of numbers."""
    reading.memory.at_war |= set(_at_war(reading))
    for span in reading.sentence.of("side"):
        helped = next((m for m in reading.mentions if 0 <= m.first - span.last <= 2), None)
        helpers = [m for m in reading.mentions if m.last <= span.first and _is_side(m) and m != helped]
        side = reading.side(helped) if helped else ""
        for helper in {reading.side(m) for m in helpers} - {side}:
            if side:
                reading.memory.helped.setdefault(helper, side)


def _at_war(reading: Reading) -> Iterator[str]:
    """Yield the sides that a sentence tells to be at war: "Russia's war", "perang Rusia"."""
    for span in reading.sentence.of("war"):
        for mention in reading.mentions:
            if _is_side(mention) and (0 <= span.first - mention.last <= 2 or mention.first == span.last):
                yield reading.side(mention)


def _is_side(mention: Mention) -> bool:
    return mention.actor.type in ("state", "armed_group")
