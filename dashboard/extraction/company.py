"""Who does something together, and who else is told to be there: "jointly opened", "in the presence of X".

Knows no language.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.facts import Actor

from .bystanders import companion, possessor
from .listing import PAIR, in_list, leads_to
from .memory import Mention
from .reading import Reading
from .text import Span

DONE = 14  # tokens between those who do something and the word that they do it together
NAMED = 3  # tokens of the name of a place


def together(reading: Reading, span: Span) -> list[Mention]:
    """Return the people of different sides who do something together: "X and Y jointly opened a bridge".

    They are the list with which the clause begins, before its verb; or the first one and who follows "together with".
    """
    clause = reading.clause(span.first)
    people = [m for m in reading.named(clause) if m.actor.type == "person" and m.last <= span.first]
    after = [m for m in reading.named(clause) if m.actor.type == "person" and m.first >= span.last]
    if reading.sentence.at("jointly_with", span.first):
        others = in_list(reading, after, backwards=False, at=span.last) if people else []
        own = {reading.side(m) or m.actor.actor_id for m in people[:1]}
        fits = others and leads_to(reading, span.last, others[0].first) and _free(reading, people[0], span)
        return [people[0], *others] if fits and own != {reading.side(m) for m in others} else []
    people = [m for m in people if not possessor(reading, m) and not companion(reading, m)]
    if len(people) < PAIR or any(s.last <= span.first for s in reading.within("speech", clause)):
        return []
    listed = in_list(reading, people, backwards=False, at=people[0].first)
    sides = {reading.side(m) or m.actor.actor_id for m in listed}
    return listed if len(listed) >= PAIR and len(sides) >= PAIR and _free(reading, listed[-1], span) else []


def agreed(reading: Reading, span: Span) -> list[Mention]:
    """Return the people of different sides who agree on something where they are: "In Riyadh, X and Y agreed to"."""
    people = together(reading, span)
    if not people or reading.sentence.of("gathering"):
        return []
    clause = reading.clause(span.first)
    for where in reading.within("where", clause, "in"):
        gap = range(span.last, where.first)
        others = ("aim", "that", "meeting", "subordinate", "relative", "status")
        after = where.first >= span.last and not any(s.first in gap for c in others for s in reading.sentence.of(c))
        if (where.last <= people[0].first or after) and not reading.sentence.before("title", where.first):
            end = min(where.last + NAMED, clause[1])
            if any(reading.place((where.first, end), where, whole=False)):
                return people
    return []


def _free(reading: Reading, last: Mention, span: Span) -> bool:
    """Tell whether no other clause begins between those who do something and the word that they do it together."""
    borders = [s.first for c in ("that", "relative", "subordinate", "companion") for s in reading.sentence.of(c)]
    return 0 <= span.first - last.last <= DONE and not any(last.last <= at < span.first for at in borders)


def also_there(reading: Reading, span: Span, met: Sequence[Actor]) -> list[Actor]:
    """Return who else is told to have been at a meeting: "in the presence of X", "with X in attendance"."""
    sentence, found = reading.sentence, list[Mention]()
    clause = reading.clause(span.first)
    people = [m for m in reading.named(clause) if m.actor.type == "person" and m.actor not in met]
    for there in reading.within("in_presence", clause):
        after = [m for m in people if m.first >= there.last]
        if after and leads_to(reading, there.last, after[0].first):
            found += in_list(reading, after, backwards=False, at=there.last)
    for there in reading.within("attending", clause):  # "with X and Y in attendance", "with X joining by video"
        before = in_list(reading, [m for m in people if m.last <= there.first], backwards=True, at=there.first, reach=1)
        with_ = [s.last for s in sentence.of("joint") if before and s.last <= before[-1].first]
        if with_ and leads_to(reading, with_[-1], before[-1].first):
            found += before
    return [m.actor for m in found]


def goes_on(reading: Reading, span: Span, before: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return who may do the next thing that a sentence tells; all of them where several travel: "X and Y flew to"."""
    sentence = reading.sentence
    people = tuple(actor for actor in before if actor.type == "person")
    listed = [s for s in sentence.of("joint", "and") if s.last <= span.first and sentence.tokens[s.first].text != ","]
    going = span.cue.value == "visit" and not sentence.at("host", span.first)
    if (going or sentence.at("motion", span.first)) and listed and len(people) == len(before):
        return people
    return people[:1] if before and before[0].type == "person" else ()


def principals(actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return those who met: persons rather than the states and bodies that they stand for."""
    unique = {actor.actor_id: actor for actor in actors}
    led = {actor.parent for actor in unique.values() if actor.type == "person"}
    return tuple(actor_id for actor_id in unique if actor_id not in led)
