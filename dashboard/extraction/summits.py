"""Summits: what says that somebody was at one, and who is told to head it. Knows no language."""

from __future__ import annotations

from dashboard.facts import Actor

from .listing import is_light, leads_to
from .reading import SUMMITS, Reading
from .text import Span


def attends(reading: Reading, span: Span) -> bool:
    """Tell whether a verb says who was at a summit: "attended", "dihadiri", not the noun "summit"."""
    return span.cue.value == "summit" and not reading.sentence.at("summit_of", span.first)


def chairs(reading: Reading, span: Span) -> list[Actor]:
    """Return who is told to head a summit: "KTT BRICS yang dituanrumahi X", "a summit chaired by X"."""
    found = []
    noun = reading.sentence.at("gathering", span.first)
    for each in reading.sentence.of("chaired") if noun or span.cue.value == "summit" else ():
        people = [m for m in reading.mentions if m.actor.type == "person" and m.first >= each.last]
        near = span.cue.value == "summit" or is_light(reading, range(span.last, each.first))
        if near and people and leads_to(reading, each.last, people[0].first):
            found.append(people[0].actor)
    return found


def says_who_chairs(reading: Reading, span: Span) -> bool:
    """Tell whether a word only says who heads a meeting told right before it: "a meeting in Brussels hosted by X"."""
    sentence = reading.sentence
    if not sentence.at("chaired", span.first):
        return False
    nouns = [s.last for s in sentence.of("gathering") if s.last <= span.first]
    return bool(nouns) and is_light(reading, range(nouns[-1], span.first))


def summits_begin(reading: Reading) -> set[int]:
    """Return where summits and what they are called begin: "berpidato dalam KTT", "spoke at the summit"."""
    summits = {each.first for each in reading.sentence.of("summit_of")}
    summits |= {m.first for m in reading.mentions if m.actor.actor_id in SUMMITS and m.last in summits}
    return summits | {each.first for each in reading.sentence.of("article") if each.last in summits}
