"""Summits: what says that somebody was at one, and who is told to head it. Knows no language."""

from __future__ import annotations

from dashboard.facts import Actor

from .listing import is_light, leads_to
from .reading import SUMMITS, Reading
from .text import Span

SOON = 2  # sentences after which "the summit" may still be the one told of
NEAR = 5  # tokens between a summit and whose it is: "the African Union opened an extraordinary summit"


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


def summit_told(reading: Reading, span: Span) -> list[Actor]:
    """Return the organisation whose summit was told of just before, where somebody attended "the summit".

    So it was where the verb names nothing else that is attended: "Presidents X and Y attended."
    """
    memory, read = reading.memory, reading.sentence.tokens
    soon = memory.summit is not None and memory.place - memory.summit_at <= SOON
    if memory.summit is None or not soon or not attends(reading, span):
        return []
    if any(m.actor.actor_id in SUMMITS for m in reading.mentions):
        return []
    back = any(reading.sentence.at(category, span.last) for category in ("anaphora", "summit_of", "gathering"))
    return [memory.summit] if back or span.last >= len(read) or read[span.last].text in ".," else []


def note_summit(reading: Reading) -> None:
    """Remember the organisation whose summit a sentence tells of."""
    nouns = reading.sentence.of("summit_of")
    for mention in reading.mentions if nouns else ():
        if mention.actor.actor_id in SUMMITS:
            here = Span(nouns[0].cue, mention.first, mention.last)
            if any(here.distance(noun) <= NEAR for noun in nouns):
                reading.memory.summit, reading.memory.summit_at = mention.actor, reading.memory.place
