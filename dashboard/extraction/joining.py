"""With whom: the "with" after a word of meeting, near it or behind what is spoken of. Knows no language."""

from __future__ import annotations

from .listing import is_light, leads_to
from .reading import Reading
from .text import Span

WITH = 4  # tokens between a verb of meeting and its "with"
ABOUT = 14  # tokens between a verb of speaking and its "with", between which what is spoken of stands
NOT_ABOUT = ("subordinate", "relative", "speech", "clause", "meeting", "that", "by")  # between a verb and its "with"


def withs(reading: Reading, span: Span) -> list[Span]:
    """Return the words "with" after a verb or noun of meeting: near it, or only a place, a day and a call between."""
    found = [each for each in reading.sentence.of("joint", "with") if span.last <= each.first]
    near = [each for each in found if each.first - span.last <= WITH]
    near = near or [each for each in found if is_light(reading, range(span.last, each.first))]
    return near or [each for each in found if about_with(reading, span, each)]


def about_with(reading: Reading, span: Span, joint: Span) -> bool:
    """Tell whether only what is spoken of stands before "with" and a person: "took up the sale of grain with X"."""
    sentence, gap = reading.sentence, range(span.last, joint.first)
    if span.cue.category != "meeting_with" or len(gap) > ABOUT or sentence.at("where", joint.first):
        return False
    if sentence.before("tie", joint.first) or any(s.first in gap for c in NOT_ABOUT for s in sentence.of(c)):
        return False  # "discussed a deal with X", "discussed his talks with X"
    people = [m for m in reading.mentions if m.actor.type == "person" and m.first >= joint.last]
    return bool(people) and leads_to(reading, joint.last, people[0].first)


def ends_in_with(reading: Reading, span: Span) -> bool:
    """Tell whether the last word of a phrase is "with": "held talks with"."""
    final = reading.lexicon.phrases.find(reading.sentence.tokens[span.last - 1 : span.last])
    return any(each.cue.category == "joint" for each in final)


def joined_by_with(reading: Reading, span: Span) -> bool:
    """Tell whether "with" stands before whoever is named after a meeting: not "the meeting of X with Y"."""
    first = min((m.first for m in reading.mentions if m.actor.type == "person" and m.first >= span.last), default=None)
    before = first is None or any(each.first < first for each in withs(reading, span))
    return ends_in_with(reading, span) or (before and with_follows(reading, span))


def with_follows(reading: Reading, span: Span) -> bool:
    """Tell whether "with" comes after a verb or noun of meeting, a day at most between them."""
    dated = {at for when in reading.when_told for at in range(when.first, when.last)}
    dated |= {each.first for each in reading.sentence.of("date")}
    joints = withs(reading, span)
    gaps = [range(span.last, each.first) for each in joints]
    near = any(len(gap) <= 1 or all(at in dated for at in gap) or is_light(reading, gap) for gap in gaps)
    return near or any(about_with(reading, span, each) for each in joints)
