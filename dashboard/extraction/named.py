"""People named one by one whom something befell. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator

from .counting import Count
from .language import Cue
from .memory import Mention
from .numbers import Number
from .reading import Reading
from .sides import LIKELY, Owner, Told
from .text import Span, Token
from .unreal import unreal

OFFICE = 4  # tokens of an office between a verb and the name of its object
APPOSED = 8  # tokens between a name and its fate in which it is told who that is


def _fates(reading: Reading) -> Iterator[Span]:
    """Yield what befell a single person, "was killed", as outcomes that begin at the verb's first word."""
    sentence = reading.sentence
    for fate in sentence.of("fate"):
        if not unreal(reading, fate):
            yield Span(Cue("outcome", fate.cue.value), fate.first, fate.last)
    for outcome in sentence.of("outcome"):
        for aux in sentence.before("aux", outcome.first):
            if outcome.cue.value != "killed_or_wounded" and not unreal(reading, outcome):
                yield Span(outcome.cue, aux.first, outcome.last)


def named_victims(reading: Reading) -> Iterator[Told]:
    """Yield a person, named or "he", who is told to have been killed, wounded or captured: one, exactly."""
    for event in _fates(reading):
        people = [m for m in reading.mentions if m.actor.type == "person" and _told_of(reading, m, event)]
        pronouns = [s for s in reading.sentence.of("third") if s.last == event.first]
        who = people[-1] if people else None
        if who is None and pronouns and reading.memory.person:
            who = Mention(reading.memory.person, event.first, event.first)
        if who is None:
            continue
        side = reading.side(who) or reading.memory.victim or reading.memory.focus
        if side:
            one = Number(None, 1, None, "exact", who.first, event.last)
            yield Told(Count(one, "people", who.first, event.last, who.first, bare=True), event, Owner(side, LIKELY))
        return


def named_objects(reading: Reading) -> Iterator[Told]:
    """Yield the named people whom somebody is told to have killed, wounded or captured: one each."""
    for person, event in _objects(reading):
        side = reading.side(person) or reading.memory.victim
        if side and event.cue.value != "killed_or_wounded":
            one = Number(None, 1, None, "exact", person.first, person.last)
            yield Told(
                Count(one, "people", person.first, person.last, person.first, bare=True), event, Owner(side, LIKELY)
            )


def _objects(reading: Reading) -> Iterator[tuple[Mention, Span]]:
    """Yield the people whom a verb has as its object: "killed the militia's commander X", "pembunuhan X"."""
    sentence = reading.sentence
    if not sentence.of("outcome") or not any(m.actor.type == "person" for m in reading.mentions):
        return
    light = {
        at for c in ("title", "article", "of", "possessive") for s in sentence.of(c) for at in range(s.first, s.last)
    }
    light |= {at for m in reading.mentions for at in range(m.first, m.last)}
    for event in sentence.of("outcome"):
        among = [s for s in sentence.of("there") if s.first == event.last] if sentence.of("among") else []
        active = not sentence.before("aux", event.first) and not unreal(reading, event)
        for person in (m for m in reading.mentions if m.actor.type == "person" and m.first >= event.last):
            gap = range(among[0].last if among else event.last, person.first)
            if among and len(gap) <= APPOSED and all(at in light or _capital(sentence.tokens[at]) for at in gap):
                yield person, event  # "di antara yang tewas terdapat komandan Garda Revolusi X"
            elif active and len(gap) <= OFFICE and all(at in light or sentence.tokens[at].text in "'’s," for at in gap):
                yield person, event
            break


def _capital(token: Token) -> bool:
    """Tell whether a token has a capital, as parts of the name of a body have."""
    return token.text[0].isupper()


def _told_of(reading: Reading, person: Mention, event: Span) -> bool:
    """Tell whether a fate is a person's: right after the name, or behind what it is told with: "X, a guard who was"."""
    if 0 <= event.first - person.last <= 1:
        return True
    read = reading.sentence.tokens
    who = reading.sentence.before("relative", event.first)
    told = range(person.last, event.first)
    closed = bool(who) or read[event.first - 1].text == ","  # "X, the battalion's commander, was killed"
    others = any(m.first in told for m in reading.mentions if m.actor.type == "person")
    return closed and not others and 0 < len(told) <= APPOSED and read[person.last].text == ","
