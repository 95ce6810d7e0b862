"""Summits: what says that somebody was at one, and who is told to head it. Knows no language."""

from __future__ import annotations

from dashboard.facts import Actor

from .listing import leads_to
from .reading import SUMMITS, Reading
from .text import Span


def attends(reading: Reading, span: Span) -> bool:
    """Tell whether a verb says who was at a summit: "attended", "dihadiri", not the noun "summit"."""
    return span.cue.value == "summit" and not reading.sentence.at("summit_of", span.first)


def chairs(reading: Reading, span: Span) -> list[Actor]:
    """Return who is told to head a summit: "KTT BRICS yang dituanrumahi X", "a summit chaired by X"."""
    found = []
    for each in reading.sentence.of("chaired") if span.cue.value == "summit" else ():
        people = [m for m in reading.mentions if m.actor.type == "person" and m.first >= each.last]
        if people and leads_to(reading, each.last, people[0].first):
            found.append(people[0].actor)
    return found


def summits_begin(reading: Reading) -> set[int]:
    """Return where summits and what they are called begin: "berpidato dalam KTT", "spoke at the summit"."""
    summits = {each.first for each in reading.sentence.of("summit_of")}
    summits |= {m.first for m in reading.mentions if m.actor.actor_id in SUMMITS and m.last in summits}
    return summits | {each.first for each in reading.sentence.of("article") if each.last in summits}
