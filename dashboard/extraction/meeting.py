"""Meetings: who met whom, in which form, when and where; visits, calls, invitations. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.facts import Actor, Fact, joined

from .attribution import Attribution
from .dates import When
from .happening import elsewhere
from .memory import Mention
from .reading import SUMMITS, Reading
from .text import Span

REACH = 9  # tokens between a verb of meeting and its nearest participant
LIST_REACH = 6  # tokens between two names of one list ("Kim dan Presiden Putin")
DATE_REACH = 20  # tokens between a meeting and its date
CALLED_OFF = 16  # tokens between a meeting and the word that it was called off
SAYS = 3  # tokens between a name and the verb of saying that follows it
PLANNED_BEFORE = 8  # tokens between a word of planning and the meeting


@dataclass(frozen=True)
class Met:
    """One meeting: the ids of those who met, the verb or noun that tells it, its status."""

    participants: tuple[str, ...]
    cue: Span
    status: str


def meetings(reading: Reading) -> Iterator[Fact]:
    """Yield the meetings, visits, calls and invitations of a sentence."""
    seen: set[tuple[str, str]] = set()
    for met in _met(reading):
        key = (joined(set(met.participants)), met.status)
        if len(set(met.participants)) < 2 or key in seen or (key[0], "proposed") in seen:
            continue
        seen.add(key)
        yield _fact(reading, met, key[0])


def _met(reading: Reading) -> Iterator[Met]:
    """Yield the meetings of people first; then visits to states, of those who met nobody by name."""
    subject: Actor | None = None
    met: set[str] = set()
    visits: list[tuple[Actor, Span, str]] = []
    for span, invitation in _cues(reading):
        if _points_back(reading, span) or _no_meeting(reading, span):
            continue
        status = "proposed" if invitation else _status(reading, span)
        before = _before(reading, span, subject)
        if invitation and not before and reading.memory.person:
            before = [reading.memory.person]  # "the head of state also invited X"
        if len(alone := _after(reading, span, [])) == 1 and _people(alone[0]) >= 2 and not _named_before(reading, span):
            before = []  # "the meeting of X and Y": the names that follow say it all
        groups = _after(reading, span, before)
        subject = subject or (before[0] if before else None)
        if not groups and len(before) >= 2:
            groups = [[]]
        hosting = reading.sentence.at("host", span.first)
        if not groups and len(before) == 1 and span.cue.value == "visit" and not invitation and not hosting:
            visits.append((before[0], span, status))
        for group in groups:
            joins = group and (_with(reading, span) or _object(reading, span, group))
            everybody = before if len(before) >= 2 and not joins else [*before, *group]
            if span.cue.value == "visit" and not _people(everybody) and not hosting:
                continue  # a state travels nowhere
            if not before and not (_people(everybody) >= 2 or _between(reading, span)):
                continue
            met |= {actor.actor_id for actor in everybody}
            yield Met(_principals(everybody), span, status)
    for visitor, span, status in visits:
        if visitor.actor_id not in met and visitor.type == "person" and status != "denied":
            for state in _visited(reading, span, visitor):
                yield Met((visitor.actor_id, state.actor_id), span, status)


def _cues(reading: Reading) -> list[tuple[Span, bool]]:
    """Return what tells of a meeting, in order, and whether it is an invitation."""
    cues = [(span, True) for span in reading.sentence.of("invitation")]
    cues += [(span, False) for span in reading.sentence.of("meeting")]
    talking = reading.sentence.of("meeting_with")
    cues += [(span, False) for span in talking if _with_near(reading, span) or _two_before(reading, span)]
    return sorted(cues, key=lambda each: each[0].first)


def _people(actors: Sequence[Actor]) -> int:
    return len({actor.actor_id for actor in actors if actor.type == "person"})


def _between(reading: Reading, span: Span) -> bool:
    return any(0 <= each.first - span.last <= 3 for each in reading.sentence.of("range", "between"))


def _with_near(reading: Reading, span: Span) -> bool:
    """Tell whether "with" follows a verb of speaking closely: "He spoke on Thursday with X"."""
    return any(0 <= each.first - span.last <= 4 for each in reading.sentence.of("joint", "with"))


def _two_before(reading: Reading, span: Span) -> bool:
    """Tell whether two people stand in the list before a verb of speaking: "X and Y spoke on Monday"."""
    clause = reading.clause(span.first)
    names = [m for m in reading.named(clause) if m.last <= span.first and m.actor.type == "person"]
    both = any(0 <= span.first - each.last <= 2 for each in reading.sentence.of("both"))
    return both or len(_list(reading, names, backwards=True, at=span.first, reach=2)) >= 2


def _no_meeting(reading: Reading, span: Span) -> bool:
    """Tell whether a word of meeting is part of what is none, or of how the press is met: "told a press conference"."""
    return any(span.distance(each) <= 2 for each in reading.sentence.of("no_meeting"))


def _points_back(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting is only spoken of again ("in that meeting")."""
    return any(span.distance(each) == 0 for each in reading.sentence.of("anaphora"))


def _principals(actors: Sequence[Actor]) -> tuple[str, ...]:
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


def _before(reading: Reading, span: Span, subject: Actor | None) -> list[Actor]:
    """Return who meets: the names of the list right before the verb, else who the sentence or the last one is about."""
    clause = reading.clause(span.first)
    said = reading.attribution.mention if reading.attribution.last <= span.first else None
    names = [m for m in reading.named(clause) if m.last <= span.first and _can_meet(reading, m)]
    near = _led(_list(reading, names, backwards=True, at=span.first))
    people = [m for m in near if m.actor.type == "person"]
    after = [m for m in reading.named(clause) if m.first >= span.last and m.actor.type == "person"]
    several = len(_list(reading, after, backwards=False, at=span.last)) >= 2  # "X said that the meeting of Y and Z"
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


def _named_before(reading: Reading, span: Span) -> bool:
    """Tell whether a name stands in the list right before a verb."""
    clause = reading.clause(span.first)
    said = reading.attribution
    names = [m for m in reading.named(clause) if m.last <= span.first and _can_meet(reading, m)]
    names = [m for m in names if m != said.mention or said.last > span.first]
    return bool(_list(reading, names, backwards=True, at=span.first))


def _pronoun(reading: Reading, span: Span) -> bool:
    return any(0 <= span.first - each.last <= REACH for each in reading.sentence.of("third"))


def _both(reading: Reading, span: Span) -> bool:
    """Tell whether those who meet are "the two" told of before."""
    two = any(number.best == 2 and 0 <= span.first - number.last <= 3 for number in reading.numbers)  # "the two met"
    return two or any(span.distance(each) <= REACH for each in reading.sentence.of("both"))


def _after(reading: Reading, span: Span, before: Sequence[Actor]) -> list[list[Actor]]:
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
    chosen = _list(reading, names, backwards=False, at=span.last)
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


def _list(reading: Reading, names: list[Mention], *, backwards: bool, at: int, reach: int = REACH) -> list[Mention]:
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


def _with(reading: Reading, span: Span) -> bool:
    return any(0 <= each.first - span.last <= 1 for each in reading.sentence.of("joint", "with"))


def _object(reading: Reading, span: Span, group: Sequence[Actor]) -> bool:
    """Tell whether a group is met by those before the verb: its first name comes right after, behind titles at most."""
    first = min(
        (m.first for m in reading.mentions if m.actor in group and m.first >= span.last), default=span.last + REACH
    )
    return all(token.text[0].isupper() or token.text in "'’s" for token in reading.sentence.tokens[span.last : first])


def _visited(reading: Reading, span: Span, visitor: Actor) -> Iterator[Actor]:
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


def _status(reading: Reading, span: Span) -> str:
    clause = reading.clause(span.first)
    if any(abs(span.first - each.first) <= CALLED_OFF for each in reading.within("status", clause, "denied")):
        return "denied"
    for value in ("planned", "proposed"):
        if any(-2 <= span.first - each.last <= PLANNED_BEFORE for each in reading.within("status", clause, value)):
            return value
    negated = any(0 <= span.first - each.last <= 2 for each in reading.within("negation", clause))
    return "denied" if negated else "occurred"


def _when(reading: Reading, span: Span) -> When | None:
    """Return when the meeting was: the date nearest to it in its clause.

    "A day after" an event that has no date says only that it was over when the article came out: the end is known.
    """
    clause = reading.clause(span.first)
    near = [(Span(span.cue, w.first, w.last).distance(span), w.first, w) for w in reading.dates]
    near = [each for each in near if clause[0] <= each[1] < clause[1] and each[0] <= DATE_REACH]
    near = [each for each in near if not elsewhere(reading, each[2], span, "where")]
    published: date | None = reading.document.published
    if near:
        return min(near, key=lambda each: each[:2])[2]
    if (
        _status(reading, span) == "occurred"
        and reading.memory.day
        and reading.memory.place - reading.memory.day_at <= 1
    ):
        day = reading.memory.day
        if published is None or day <= published:
            return When(day, day, "day", 0, 0)
    soon = reading.memory.place - reading.memory.met_at <= 1
    then = any(abs(s.first - span.first) <= REACH for s in reading.sentence.of("then"))
    if reading.memory.met and (then or soon) and _status(reading, span) == "occurred":
        return replace(reading.memory.met, first=0, last=0)  # "Modi and Putin then talked"
    for each in reading.within("date", clause, "day_after"):
        return When(None, published, "day" if published else "", each.first, each.last)
    return None


def _fact(reading: Reading, met: Met, participants: str) -> Fact:
    status, cue = met.status, met.cue
    when = _when(reading, cue)
    if status == "proposed" and when and not _ahead(when, reading.document.published):
        when = None  # the day on which it was offered
    if status == "occurred" and when and when.precision == "day":
        reading.memory.met, reading.memory.met_at = when, reading.memory.place
    published = reading.document.published
    if when and when.start and published and when.start > published and status == "occurred":
        status = "planned"  # what lies ahead has not been
    location, country = reading.place(reading.clause(cue.first), cue)
    evidence, start, end = reading.evidence()
    said = reading.said(cue.first)
    if said.mention and said.claimant in met.participants and cue.first < said.last and said.mention.last <= cue.first:
        said = Attribution()  # "X and Y met and declared": the article tells it
    return Fact(
        kind="meeting",
        participants=participants,
        format=cue.cue.value,
        status=status,
        assertion="denies" if status == "denied" else said.assertion,
        claimant=said.claimant,
        relayed_via="; ".join(said.relayed_via),
        date_start=when.start if when else None,
        date_end=when.end if when else None,
        date_precision=when.precision if when else "",
        date_text=reading.sentence.words(reading.text, when.first, when.last) if when and when.last else "",
        as_of=published,
        location="" if cue.cue.value == "call" else location,
        country="" if cue.cue.value == "call" else country,
        evidence=evidence,
        evidence_start=start,
        evidence_end=end,
        confidence=0.75 if status == "occurred" and when else 0.65,
        document_id=reading.document.document_id,
    )


def _ahead(when: When, published: date | None) -> bool:
    return bool(when.end and published and when.end > published)


def when_it_is(reading: Reading) -> When | None:
    """Return the date that a sentence tells of meetings told before it: "Both meetings are to be on 29 June"."""
    back = [span for span in reading.sentence.of("meeting") if _points_back(reading, span) and span.first <= 4]
    return reading.dates[0] if back and reading.dates else None
