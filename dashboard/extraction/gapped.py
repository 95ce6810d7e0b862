"""Numbers whose noun and verb are those of the number before: "Jamaica sent 24 soldiers and Belize two".

Knows no language.
"""

from __future__ import annotations

from .counting import MILITARY, Count
from .memory import Mention
from .reading import Reading
from .sides import Told
from .text import Span

EACH = 2  # tokens between "each" and the verb: "have"
LIGHT = (
    "measure",
    "single",
    "qualifier",
    "article",
    "number.joint",
    "adverb",
    "amount_by",
    "possessive",
)  # between a state and its number


def gapped(reading: Reading, last: Told, count: Count) -> Mention | None:
    """Return the state whose troops a number counts, of whom only the number before says what they do.

    It stands right before the number, or behind it: "150 soldiers from Guatemala and eight from El Salvador arrived".
    """
    sentence = reading.sentence
    anyone = count.bare or count.unit in MILITARY or sentence.at("anyone", count.noun)
    if sentence.at("there", last.event.first):
        return None  # "Qatar hosts 10,000 and Kuwait 13,500": not their own
    if last.event.cue.category != "movement" or count.unknown or not anyone:
        return None
    gap = range(last.count.last, count.first)
    joint = max((s.first for s in sentence.of("joint", "and") if s.first in gap), default=gap.start)
    verbs = [s for c in ("outcome", "speech", "relative") for s in sentence.of(c) if s.first in gap]
    moved = [s for s in sentence.of("movement") if s.first in gap]  # "has 150 on the ground and Belize two"
    verbs += [s for s in moved if s.first >= joint or s.cue.value != "stationed"]
    if verbs:
        return None
    states = [m for m in reading.mentions if m.actor.type == "state"]
    behind = {of.last for of in sentence.of("of") if of.first == count.last}
    if found := [m for m in states if m.first in behind]:
        return found[0] if sentence.before("joint", count.first) else None
    first = count.first
    light = {s.last: s.first for c in LIGHT for s in sentence.of(c)}
    while first in light:
        first = light[first]
    named = [m for m in states if m.last == first and m.first in gap and not sentence.preceded(m.first, "where")]
    joined = [m for m in named if sentence.before("joint", m.first) or sentence.before("clause", m.first)]
    return joined[0] if joined else None


def each_of(reading: Reading, count: Count, event: Span) -> list[Mention]:
    """Return the states of a list each of whom did what is told with so many: "Ghana and Kenya each sent 800 men"."""
    sentence = reading.sentence
    verb = min(event.first, count.begins(sentence))
    words = [s for s in sentence.of("each") if abs(s.last - verb) <= EACH or s.first in (count.last, count.number_last)]
    before = [m for m in reading.mentions if m.actor.type == "state" and words and m.last <= verb]
    listed = before[-1:]
    for m in reversed(before[:-1]):
        if not set(range(m.last, listed[0].first)) <= {s.first for s in sentence.of("joint", "and")}:
            break
        listed.insert(0, m)
    return listed if len(listed) > 1 else []


def own_verb(reading: Reading, last: Told, count: Count) -> bool:
    """Tell whether a count has a party and a verb of its own: "sent 150 soldiers, while Tajikistan dispatched 200"."""
    gap = range(last.count.last, count.first)
    own = ("movement", "grow", "have", "found", "event")
    verbs = [s.first for c in own for s in reading.sentence.of(c) if s.first in gap]
    verbs += [at for at in gap[-1:] if reading.sentence.unknown(at)]  # "while the Soviets downed 57"
    parties = [m for m in reading.mentions if m.first in gap and reading.is_party(m) and not reading.place_marked(m)]
    return any(m.last <= at for m in parties for at in verbs)
