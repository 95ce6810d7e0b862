"""Whose people are counted by the names beside them: two states together, who is told by the way to have so many.

Knows no language.
"""

from __future__ import annotations

from .counting import MILITARY, Count
from .memory import Mention
from .reading import Reading

SOON = 4  # tokens between a name and the number of what it does


def of_two_states(reading: Reading, count: Count) -> bool:
    """Tell whether those counted are of two states together: "13 South African and Malawian soldiers".

    Where the state follows its noun, the second may begin something else: "500 tentara Rwanda dan Uganda mengirim 200".
    """
    states = {m.first: m for m in reading.mentions if m.actor.type == "state"}
    behind = states.get(count.last) if reading.lexicon.pack.noun_first else None
    firsts = [m for m in states.values() if count.first <= m.first and m.last < count.last] + (
        [behind] if behind else []
    )
    joints = {
        s.first: s.last for s in reading.sentence.of("joint", "and") if reading.sentence.tokens[s.first].text != ","
    }
    pairs = [(m, states[at]) for m in firsts if (at := joints.get(m.last, -1)) in states]
    if not pairs or pairs[0][0].actor == pairs[0][1].actor:
        return False
    after = pairs[0][1].last
    return not behind or not any(after < n.first <= after + SOON for n in reading.numbers)


def with_them(reading: Reading, mention: Mention, count: Count) -> bool:
    """Tell whether a state is told by the way to have those counted: "the Canadians, with 2,830 in Kandahar,"."""
    with_ = [s.first for s in reading.sentence.of("holding") if s.last == count.first and count.unit in MILITARY]
    comma = bool(with_) and reading.sentence.tokens[with_[0] - 1].text == ","
    beside = comma and mention.last == with_[0] - 1 and mention.actor.type == "state"
    return beside and not reading.place_marked(mention)  # "the battalion in Mali, with 700 members"
