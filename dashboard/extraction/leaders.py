"""A state that stands for those who meet: its leaders, its delegation, "the leaders of X". Knows no language."""

from __future__ import annotations

from .joining import withs
from .listing import leads_to
from .memory import Mention
from .reading import Reading
from .text import Span

LEADERS = ("title", "delegates", "both")  # who are met of a state


def its_leaders(reading: Reading, state: Mention, span: Span) -> bool:
    """Tell whether a state stands for its leaders, who are met: "saw Chinese leaders"."""
    if _of_an_envoy(reading, state):
        return False
    after = any(reading.sentence.at(category, state.last) for category in ("summit_of", "body", "delegates", "title"))
    before = [each for c in ("delegates", "title") for each in reading.sentence.before(c, state.first)]
    after = after or (state.actor.type == "state" and _sent(reading, state))
    if _of_their_leaders(reading, state, span):
        return True
    return (after and state.first - span.last <= 1) or (bool(before) and before[0].first - span.last <= 1)


def _of_an_envoy(reading: Reading, state: Mention) -> bool:
    """Tell whether a state only sends somebody who is named after where he is posted: "Dubes X untuk Y Z W"."""
    posted = [s for s in reading.sentence.of("posted") if s.first == state.last]
    people = [m for m in reading.mentions if m.actor.type == "person" and m.first >= state.last]
    return bool(posted and people) and leads_to(reading, posted[0].last, people[0].first)


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
