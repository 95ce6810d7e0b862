"""Whose people are counted by the names beside them: of two states together, of a group, of each in a list as long.

Knows no language.
"""

from __future__ import annotations

from .counting import MILITARY, Count
from .memory import Mention
from .reading import Reading
from .sides import parties_of

PAIR = 2
LIST = 12  # tokens from one count over another to the side of both
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


def of_a_whole(reading: Reading, count: Count) -> Mention | None:
    """Return whose all are of whom a sentence tells a part: "Of the 2,900 South Africans in Congo, 14 have died"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    opens = [s.last for c in ("of", "amid") for s in sentence.of(c) if s.first == 0]
    comma = next((at for at, token in enumerate(read) if token.text == ","), 0)
    if not (opens and count.bare and comma and count.first > comma):
        return None
    whole = [n.last for n in reading.numbers if n.first in (opens[0], opens[0] + 1) and n.last < comma]
    near = range(whole[0], whole[0] + SOON) if whole else range(0)
    named = [m for m in reading.mentions if m.first in near and m.last <= comma and reading.is_party(m)]
    return next((m for m in named if not reading.place_marked(m)), None)


def with_them(reading: Reading, mention: Mention, count: Count) -> bool:
    """Tell whether a state is told by the way to have those counted: "the Canadians, with 2,830 in Kandahar,"."""
    read = reading.sentence.tokens
    closed = count.bare and count.last < len(read) and read[count.last].text == ","  # "and Lesotho, with 125, left"
    serving = count.unit in MILITARY or closed
    with_ = [s.first for s in reading.sentence.of("holding") if s.last == count.first and serving]
    comma = bool(with_) and reading.sentence.tokens[with_[0] - 1].text == ","
    beside = comma and mention.last == with_[0] - 1 and mention.actor.type == "state"
    return beside and not reading.place_marked(mention)  # "the battalion in Mali, with 700 members"


def list_of_a_side(reading: Reading, count: Count, mention: Mention) -> bool:
    """Tell whether a count goes on a list that ends with whose side it is: "2 dead and 4 hurt on Armenia's side"."""
    gap = range(count.last, mention.first)
    read, others = reading.sentence.tokens, [n for n in reading.numbers if n.first in gap]
    plain = all(read[at].text not in ",;" for at in gap) and not reading.within("clause", (gap.start, gap.stop))
    return 0 < len(gap) <= LIST and len(others) == 1 and plain and not any(m.first in gap for m in reading.mentions)


def all_of_them(reading: Reading, count: Count) -> Mention | None:
    """Return the people that all those counted are told to be: "five, all of them Yemenis"."""
    near = {s.last for s in reading.sentence.of("all_of") if 0 <= s.first - count.last <= 1}
    return next((m for m in parties_of(reading, count) if m.first in near), None)


def from_a_state(reading: Reading, at: int) -> Mention | None:
    """Return the state that a mission's people are from: "three UN peacekeepers from Bangladesh"."""
    of = {s.last for s in reading.sentence.of("of") if 0 <= s.first - at <= 1}
    return next((m for m in reading.mentions if m.first in of and m.actor.type == "state"), None)


def of_a_group(reading: Reading, count: Count) -> Mention | None:
    """Return the armed group to which those counted belong, whatever their state: "1,500 Russian men of Wagner"."""
    of = {s.last for s in reading.sentence.of("of") if s.first == count.last and s.cue.value == "of"}
    of |= {s.last for s in reading.sentence.of("article") if s.first in of}
    from_ = {s.last for s in reading.sentence.of("where", "from")}
    return next((m for m in reading.mentions if m.first in of - from_ and m.actor.type == "armed_group"), None)


def respective(reading: Reading, count: Count) -> Mention | None:
    """Return the state of a list that has the place of a number in a list as long: "X and Y sent 500 and 300 men"."""
    joints = {s.first for c in (("joint", "and"), ("article",)) for s in reading.sentence.of(*c)}  # "Jamaica and the X"
    numbers = _run([(n.first, n.last) for n in reading.numbers], joints, count.number_first)
    states = [m for m in reading.mentions if m.actor.type == "state" and numbers and m.last <= numbers[0]]
    listed = _run([(m.first, m.last) for m in states], joints, states[-1].first) if states else []
    if len(numbers) < PAIR or len(listed) != len(numbers):
        return None
    return states[len(states) - len(listed) + numbers.index(count.number_first)]


def _run(spans: list[tuple[int, int]], joints: set[int], at: int) -> list[int]:
    """Return where those begin that only joints part from each other, the one at a token among them."""
    runs: list[list[tuple[int, int]]] = []
    for first, last in sorted(spans):
        gap = range(runs[-1][-1][1], first) if runs else range(0)
        if runs and len(gap) and set(gap) <= joints:
            runs[-1].append((first, last))
        else:
            runs.append([(first, last)])
    return next((begins for run in runs if at in (begins := [first for first, _last in run])), [])
