"""A state that stands for those who meet: its leaders, its delegation, "the leaders of X". Knows no language."""

from __future__ import annotations

from .joining import withs
from .memory import Mention
from .reading import Reading
from .text import Span

LEADERS = ("title", "delegates", "both")  # who are met of a state


def its_leaders(reading: Reading, state: Mention, span: Span) -> bool:
    """Tell whether a state stands for its leaders, who are met: "saw Chinese leaders"."""
    after = any(reading.sentence.at(category, state.last) for category in ("summit_of", "body", "delegates", "title"))
    before = [each for c in ("delegates", "title") for each in reading.sentence.before(c, state.first)]
    after = after or (state.actor.type == "state" and _sent(reading, state))
    if _of_their_leaders(reading, state, span):
        return True
    return (after and state.first - span.last <= 1) or (bool(before) and before[0].first - span.last <= 1)


def _of_their_leaders(reading: Reading, state: Mention, span: Span) -> bool:
    """Tell whether a state's leaders are met without their names: "met with the leaders of X"."""
    sentence = reading.sentence
    starts = {span.last, *(each.last for each in withs(reading, span))}
    starts |= {each.last for each in sentence.of("article") if each.first in starts}
    read = sentence.tokens[state.last : state.last + 2]
    states = {m.first for m in reading.mentions if m.actor.type == "state"}
    if len(read) > 1 and read[0].text == "," and read[1].text[0].isupper() and state.last + 1 not in states:
        return False  # "the presidents of Gabon, X Y, and of Congo, Z W"
    offices = [s for of in sentence.before("of", state.first) for c in LEADERS for s in sentence.before(c, of.first)]
    return any(each.first in starts for each in offices)


def _sent(reading: Reading, state: Mention) -> bool:
    """Tell whether a name is that of a state's delegation: "the Ukrainian delegation", "delegasi Ukraina"."""
    read = reading.sentence.tokens
    words = (read[state.first : state.first + 1], read[state.last - 1 : state.last])
    return any(each.cue.category == "delegates" for word in words for each in reading.lexicon.phrases.find(word))
