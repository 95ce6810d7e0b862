"""Whose people may be counted together: who has people of their own, and which are alike. Knows no language."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.facts import is_country

from .counting import Count
from .memory import Mention
from .reading import Reading
from .text import Span

SURE, LIKELY, GUESSED = 0.9, 0.75, 0.5
CIVIL = ("people", "civilians", "children", "women", "workers")


@dataclass(frozen=True)
class Owner:
    """An actor (empty where none is known) and how sure it is that the people counted are its."""

    actor: str
    confidence: float


@dataclass(frozen=True)
class Told:
    """A count with what it is told of, and whose people it counts."""

    count: Count
    event: Span
    owner: Owner


def alike(reading: Reading, count: Count, actor: str) -> bool:
    """Tell whether a count may be of an actor's people: rebels are no state's, soldiers no armed group's."""
    known = reading.lexicon.actors.actors.get(actor)
    group = known is not None and known.type == "armed_group"
    if count.bare or count.same:
        return not (group and count.unknown)
    if group and count.unit in CIVIL:
        return False
    regular = any(count.noun <= s.first < count.last for s in reading.sentence.of("regular"))
    serving = is_country(actor) or (known is not None and known.type == "organisation")
    return not (group and regular) and not (serving and irregular(reading, count))


def parties_of(reading: Reading, count: Count, *, wide: bool = False) -> list[Mention]:
    """Return who may have people among those counted; with ``wide``, any organisation that is no medium."""
    return [m for m in reading.mentions if reading.is_party(m, wide=wide) and reading.beside(m, count.first)]


def irregular(reading: Reading, count: Count) -> bool:
    """Tell whether rebels, militants, fighters are counted rather than soldiers."""
    return any(count.noun <= s.first < count.last for s in reading.sentence.of("irregular"))


def are_foreign(reading: Reading, count: Count) -> bool:
    """Tell whether those counted are told to be of other states, and not of which: "36 of them were foreigners"."""
    sentence = reading.sentence
    nouns = sentence.of("foreigners")
    if not nouns:
        return False
    ends = {*range(count.first, count.last + 1), *(s.last for s in sentence.of("subset") if s.first == count.last)}
    ends |= {s.last for s in sentence.of("aux") if s.first in ends}
    return any(noun.first in ends for noun in nouns)


def are_others(reading: Reading, count: Count) -> bool:
    """Tell whether the last word of a count only says that they are others, "tujuh polisi lainnya", and not whose."""
    last = count.last - 1
    same = any(s.first == last for s in reading.sentence.of("unit", "same"))
    return same and reading.lexicon.phrases.knows(reading.sentence.tokens[last].folded)  # not "rekannya", "rekan" + nya


def is_armed(reading: Reading, mention: Mention) -> bool:
    """Tell whether an army or a defence ministry is named, or somebody of it."""
    bodies = (mention.actor.actor_id, mention.actor.parent)
    return any(reading.lexicon.armed(body) for body in bodies)
