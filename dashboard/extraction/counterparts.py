"""Who is meant by the same office in another state: "his Turkish counterpart", "rekannya dari Turki". No language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.facts import Actor

from .epithets import only_one_of, role_of
from .memory import Mention
from .reading import Reading
from .text import Span

OFFICE = 5  # tokens between an office and the name to which it belongs


def counterparts(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield who was told of before with the office of whoever meets somebody of another state.

    Nobody where a name follows, or where the text has named no such holder.
    """
    sentence, read = reading.sentence, reading.sentence.tokens
    for span in sentence.of("counterpart"):
        at = next((s.last for s in sentence.of("where", "from") if s.first == span.last), span.last)
        state = next((m for m in found if m.actor.type == "state" and (m.last == span.first or m.first == at)), None)
        doer = next((m for m in reversed(found) if m.actor.type == "person" and m.last <= span.first), None)
        if state is None or doer is None:
            continue
        last = max(span.last, state.last)
        last += last < len(read) and read[last].text == ","
        if last < len(read) and any(m.first in (last, last + 1) and m.actor.type == "person" for m in found):
            continue  # "his Turkish counterpart, X"
        if (actor := _holder(reading, _ranks(reading, doer), state.actor.actor_id)) and actor != doer.actor:
            yield Mention(actor, span.first, at if state.first == at else span.last)


def _ranks(reading: Reading, doer: Mention) -> frozenset[str]:
    """Return the ranks of somebody's offices: those beside the name, or with which the text has introduced it."""
    ranks = reading.sentence.of("rank")
    beside = {s.cue.value for s in ranks if _beside(s, doer)}
    told = {value for office, actor in reading.memory.offices if actor == doer.actor for value in office}
    return frozenset(beside | told or role_of(reading, doer.actor))


def _beside(rank: Span, doer: Mention) -> bool:
    return 0 <= doer.first - rank.last <= OFFICE or 0 < rank.first - doer.last <= OFFICE


def _holder(reading: Reading, ranks: frozenset[str], state: str) -> Actor | None:
    """Return who holds an office of a state, as the text or the list of people has told."""
    held = [actor for office, actor in reading.memory.offices if actor.parent == state and ranks & office]
    return held[-1] if held else only_one_of(reading, state, ranks)
