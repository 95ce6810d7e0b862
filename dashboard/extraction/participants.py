"""Who takes part in a meeting: the names in the list before its verb, and those after it. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.facts import Actor

from .memory import Mention
from .reading import SUMMITS, Reading
from .text import Span

REACH = 9  # tokens between a verb of meeting and its nearest participant
LIST_REACH = 6  # tokens between two names of one list ("Kim dan Presiden Putin")
SAYS = 3  # tokens between a name and the verb of saying that follows it


def count_people(actors: Sequence[Actor]) -> int:
    """Return how many different persons there are among actors."""
    return len({actor.actor_id for actor in actors if actor.type == "person"})


def principals(actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return those who met: persons rather than the states and bodies that they stand for."""
    unique = {actor.actor_id: actor for actor in actors}
    led = {actor.parent for actor in unique.values() if actor.type == "person"}
    return tuple(actor_id for actor_id in unique if actor_id not in led)


def _led(near: list[Mention]) -> list[Mention]:
    """Leave out the states of the people in a list: "Syria's president, X"."""
    led = {m.actor.parent for m in near if m.actor.type == "person"}
    return [m for m in near if m.actor.type == "person" or m.actor.actor_id not in led]


def _possessor(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody is named only as the one whose envoy or spokesman another is: "Mr Trump's envoy"."""
    read, at = reading.sentence.tokens, mention.last
    possessive = at + 1 < len(read) and read[at].text in ("'", "’")
    return possessive and any(0 <= span.first - at <= 3 for span in reading.sentence.of("title"))


def _can_meet(reading: Reading, mention: Mention) -> bool:
    if mention.actor.type == "person":
        return not _possessor(reading, mention)
    if mention.actor.actor_id in SUMMITS:
        people = {m.actor.actor_id for m in reading.mentions if m.actor.type == "person"}
        return bool(reading.sentence.of("summit_of")) and len(people) < 2
    of = reading.sentence.before("of", mention.first)
    whose = any(m.last == of[0].first for m in reading.mentions if m.actor.type == "person") if of else False
    return mention.actor.type == "state" and not reading.place_marked(mention) and not whose


def who_meets(reading: Reading, span: Span, subject: Actor | None) -> list[Actor]:
    """Return who meets: the names of the list right before the verb, else who the sentence or the last one is about."""
    clause = reading.clause(span.first)
    said = reading.attribution.mention if reading.attribution.last <= span.first else None
    names = [m for m in reading.named(clause) if m.last <= span.first and _can_meet(reading, m)]
    near = _led(in_list(reading, names, backwards=True, at=span.first))
    people = [m for m in near if m.actor.type == "person"]
    after = [m for m in reading.named(clause) if m.first >= span.last and m.actor.type == "person"]
    several = len(in_list(reading, after, backwards=False, at=span.last)) >= 2  # "X said that the meeting of Y and Z"
    fresh = [m for m in near if m != said or (len(near) == 1 and not several)]
    if subject is not None and near and span.first - near[0].last > 1:
        return [subject]  # "he is to meet X in Kyiv, then to see Y": the same one goes on
    if fresh and (people or not _pronoun(reading, span)):
        return [m.actor for m in reversed(fresh)]
    if _both(reading, span) and len(reading.memory.people) >= 2:
        return list({actor.actor_id: actor for actor in reversed(reading.memory.people)}.values())[:2]
    if subject is not None:
        return [subject]
    persons = [m for m in reading.mentions if m.last <= span.first and m.actor.type == "person"]
    if persons:
        return [persons[0].actor]  # "X promised it when he met Y"
    known = reading.memory.person
    return [known] if known and _pronoun(reading, span) else []


def named_before(reading: Reading, span: Span) -> bool:
    """Tell whether a name stands in the list right before a verb."""
    clause = reading.clause(span.first)
    said = reading.attribution
    names = [m for m in reading.named(clause) if m.last <= span.first and _can_meet(reading, m)]
    names = [m for m in names if m != said.mention or said.last > span.first]
    return bool(in_list(reading, names, backwards=True, at=span.first))


def _pronoun(reading: Reading, span: Span) -> bool:
    return any(0 <= span.first - each.last <= REACH for each in reading.sentence.of("third"))


def _both(reading: Reading, span: Span) -> bool:
    """Tell whether those who meet are "the two" told of before."""
    two = any(number.best == 2 and 0 <= span.first - number.last <= 3 for number in reading.numbers)  # "the two met"
    return two or any(span.distance(each) <= REACH for each in reading.sentence.of("both"))


def who_is_met(reading: Reading, span: Span, before: Sequence[Actor]) -> list[list[Actor]]:
    """Return those who are met: one group, or one each where they are met one after the other."""
    clause = reading.clause(span.first)
    names = [m for m in reading.named(clause) if m.first >= span.last and _can_meet(reading, m)]
    said = reading.attribution
    names = [m for m in names if m.actor not in before]
    names = [m for m in names if m != said.mention or said.last < m.first or said.last - m.last > SAYS]
    names = [
        m
        for m in names
        if m.actor.type != "state" or not before or _joined_to(reading, m, span) or _its_leaders(reading, m, span)
    ]
    following = [c.first for c in reading.sentence.of("meeting") if c.first >= span.last and c.first - span.last > 1]
    if following:
        names = [m for m in names if m.last <= following[0]]
    chosen = in_list(reading, names, backwards=False, at=span.last)
    if not chosen:
        him = any(each.first == span.last for each in reading.sentence.of("object"))
        told = [actor for actor in reversed(reading.memory.people) if actor not in before]
        return [[told[0]]] if him and told and before else []
    thens = [each.first for each in reading.sentence.of("then") if chosen[0].last <= each.first]
    if thens and len(chosen) > 1:
        return [[m.actor] for m in chosen]
    return [[m.actor for m in chosen]]


def _its_leaders(reading: Reading, state: Mention, span: Span) -> bool:
    """Tell whether a state stands for its leaders, who are met: "saw Chinese leaders"."""
    leaders = reading.sentence.at("summit_of", state.last) or reading.sentence.at("body", state.last)
    return state.first - span.last <= 1 and leaders


def _joined_to(reading: Reading, state: Mention, span: Span) -> bool:
    """Tell whether a state is met as such: "talks with China", not "the summit on Gaza"."""
    near = [each for each in reading.sentence.of("joint") if span.last <= each.first <= state.first]
    return any(state.first - each.last <= 2 for each in near) and not reading.place_marked(state)


def in_list(reading: Reading, names: list[Mention], *, backwards: bool, at: int, reach: int = REACH) -> list[Mention]:
    """Return the names that stand in one list next to a verb, the nearest first."""
    ordered = list(reversed(names)) if backwards else names
    joints = {span.first for category in ("joint", "then") for span in reading.sentence.of(category)}
    kept: list[Mention] = []
    for name in ordered:
        near = at - name.last if backwards else name.first - at
        gap = (
            range(name.last, kept[-1].first) if kept and backwards else range(kept[-1].last, name.first) if kept else ()
        )
        if (not kept and near <= reach) or (kept and len(gap) <= LIST_REACH and any(token in joints for token in gap)):
            kept.append(name)
        else:
            break
    return kept


def with_follows(reading: Reading, span: Span) -> bool:
    """Tell whether "with" comes right after a verb or noun of meeting."""
    return any(0 <= each.first - span.last <= 1 for each in reading.sentence.of("joint", "with"))


def is_object(reading: Reading, span: Span, group: Sequence[Actor]) -> bool:
    """Tell whether a group is met by those before the verb: its first name comes right after, behind titles at most."""
    first = min(
        (m.first for m in reading.mentions if m.actor in group and m.first >= span.last), default=span.last + REACH
    )
    return all(token.text[0].isupper() or token.text in "'’s" for token in reading.sentence.tokens[span.last : first])


def visited(reading: Reading, span: Span, visitor: Actor) -> Iterator[Actor]:
    """Yield the state that is visited where no host is named; "arrived from" names none."""
    if reading.sentence.of("where", "from") and any(s.first == span.last for s in reading.sentence.of("where", "from")):
        return
    clause = reading.clause(span.first)
    directory = reading.lexicon.actors
    states = [
        m.actor.actor_id for m in reading.named(clause) if m.actor.type == "state" and 0 <= m.first - span.last <= 3
    ]
    _location, country = reading.place(clause, span)
    for found in (*states[:1], country):
        if found and found in directory.actors and directory.side(visitor.actor_id) != found:
            yield directory.actors[found]
            return
