"""Meetings: who met whom, in which form, when and where; visits, calls, invitations. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dashboard.facts import Actor, Fact, joined

from .attribution import Attribution
from .dates import When
from .happening import elsewhere
from .participants import (
    REACH,
    count_people,
    in_list,
    is_object,
    named_before,
    principals,
    visited,
    who_is_met,
    who_meets,
    with_follows,
)
from .reading import Reading
from .text import Span

DATE_REACH = 20  # tokens between a meeting and its date
CALLED_OFF = 16  # tokens between a meeting and the word that it was called off
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
        before = who_meets(reading, span, subject)
        if invitation and not before and reading.memory.person:
            before = [reading.memory.person]  # "the head of state also invited X"
        if (
            len(alone := who_is_met(reading, span, [])) == 1
            and count_people(alone[0]) >= 2
            and not named_before(reading, span)
        ):
            before = []  # "the meeting of X and Y": the names that follow say it all
        groups = who_is_met(reading, span, before)
        subject = subject or (before[0] if before else None)
        if not groups and len(before) >= 2:
            groups = [[]]
        hosting = reading.sentence.at("host", span.first)
        if not groups and len(before) == 1 and span.cue.value == "visit" and not invitation and not hosting:
            visits.append((before[0], span, status))
        for group in groups:
            joins = group and (with_follows(reading, span) or is_object(reading, span, group))
            everybody = before if len(before) >= 2 and not joins else [*before, *group]
            if span.cue.value == "visit" and not count_people(everybody) and not hosting:
                continue  # a state travels nowhere
            if not before and not (count_people(everybody) >= 2 or _between(reading, span)):
                continue
            met |= {actor.actor_id for actor in everybody}
            yield Met(principals(everybody), span, status)
    for visitor, span, status in visits:
        if visitor.actor_id not in met and visitor.type == "person" and status != "denied":
            for state in visited(reading, span, visitor):
                yield Met((visitor.actor_id, state.actor_id), span, status)


def _cues(reading: Reading) -> list[tuple[Span, bool]]:
    """Return what tells of a meeting, in order, and whether it is an invitation."""
    cues = [(span, True) for span in reading.sentence.of("invitation")]
    cues += [(span, False) for span in reading.sentence.of("meeting")]
    talking = reading.sentence.of("meeting_with")
    cues += [(span, False) for span in talking if _with_near(reading, span) or _two_before(reading, span)]
    return sorted(cues, key=lambda each: each[0].first)


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
    return both or len(in_list(reading, names, backwards=True, at=span.first, reach=2)) >= 2


def _no_meeting(reading: Reading, span: Span) -> bool:
    """Tell whether a word of meeting is part of what is none, or of how the press is met: "told a press conference"."""
    return any(span.distance(each) <= 2 for each in reading.sentence.of("no_meeting"))


def _points_back(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting is only spoken of again ("in that meeting")."""
    return any(span.distance(each) == 0 for each in reading.sentence.of("anaphora"))


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
