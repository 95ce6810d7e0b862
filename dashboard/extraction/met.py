"""A meeting as it was told, and the fact that it makes: its form, its time, its place. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard.facts import Actor, Fact

from .attribution import Attribution
from .epithets import note_visit
from .first_person import speaks_of_it
from .listing import verb_from
from .occasion import ahead, when_met
from .pointing import note_met
from .reading import Reading
from .text import Span
from .venue import going_on_at, where_met
from .when import When

PROGRAMME = 4  # sentences in which a text goes on about what a guest will do during a visit
CALL = 15  # tokens between a verb of speaking and "by telephone"


@dataclass(frozen=True)
class Met:
    """One meeting: the ids of those who met, the verb or noun that tells it, its status and who received the others.

    ``near`` is where its own date and place stand: at the verb, or at the name where several are met in turn.
    """

    participants: tuple[str, ...]
    cue: Span
    status: str
    near: Span
    hosts: list[Actor] = field(default_factory=list)
    plain: bool = False  # whether who speaks only does so to the other, and the article tells it
    when: When | None = None  # where it is no date of its own clause
    visited: str = ""  # the state, where nobody is named who receives the visitor


def fact_of(reading: Reading, met: Met, participants: str) -> Fact:
    """Return the fact of a meeting, and remember when and where it was, and who met."""
    status, cue = met.status, met.cue
    again = set(reading.memory.participants) == set(met.participants)
    reading.memory.participants, reading.memory.participants_at = met.participants, reading.memory.place
    people = note_met(reading, met.participants)
    when = met.when or when_met(reading, met.near, status)
    plan, published = reading.memory.plan if again else None, reading.document.published
    if when is None and plan is not None and _of_plan(reading, cue, status, over=not ahead(plan, published)):
        when = replace(plan, first=0, last=0)
    when = when or _during_stay(reading, people, status)
    if met.hosts or met.visited:
        note_visit(reading.memory, people, met.hosts, when)
    if status == "proposed" and when and not ahead(when, reading.document.published):
        when = None  # the day on which it was offered
    if status == "planned":
        reading.memory.plan = when
    if status == "occurred" and when and when.end and when.precision == "day":
        reading.memory.met, reading.memory.met_at = when, reading.memory.place
    if when and when.start and published and when.start > published and status == "occurred":
        status = "planned"  # what lies ahead has not been
    form = "call" if cue.cue.value == "talks" and _by_call(reading, cue) else cue.cue.value
    location, country = where_met(reading, met.near, met.hosts)
    if met.visited and country != met.visited:  # "will fly to Skopje, sources in Brussels said"
        location, country = "", met.visited
    if form == "call":
        location, country = "", ""  # nobody goes anywhere
    elif not (location or country):  # where the text is just now
        country = going_on_at(reading, when, occurred=status == "occurred")
    elif country and not (
        when and when.precision != "day" and reading.memory.venue_day
    ):  # not where they met years ago
        reading.memory.venue, reading.memory.venue_at = country, reading.memory.place
        reading.memory.venue_day = when.start if when and when.precision == "day" else None
    evidence, start, end = reading.evidence()
    if _perfect(reading, cue):
        reading.memory.perfect.add(start)
    said = reading.said(cue.first)
    if met.plain and said.claimant in met.participants:
        said = Attribution()
    told_of = said.mention and said.claimant in met.participants and not speaks_of_it(reading, cue)
    if told_of and said.mention and cue.first < said.last and said.mention.last < said.last:
        said = Attribution()  # "X and Y met and declared": the article tells it
    return Fact(
        kind="meeting",
        participants=participants,
        format=form,
        status=status,
        assertion="denies" if status == "denied" else said.assertion,
        claimant=said.claimant,
        relayed_via="; ".join(said.relayed_via),
        as_of=published,
        location="" if form == "call" else location,
        country="" if form == "call" else country,
        evidence=evidence,
        evidence_start=start,
        evidence_end=end,
        confidence=0.75 if status == "occurred" and when else 0.65,
        document_id=reading.document.document_id,
        **reading.dated(when),
    )


def _perfect(reading: Reading, cue: Span) -> bool:
    """Tell whether a verb tells what has been or had been: "has met", "had earlier met"."""
    sentence = reading.sentence
    own = reading.lexicon.phrases.find(sentence.tokens[cue.first : cue.first + 1])  # of the phrase "has met"
    if any(each.cue.category == "have" for each in own):
        return True
    start = verb_from(sentence, cue.first)
    return any(start <= each.first < cue.first for each in sentence.of("have"))


def _of_plan(reading: Reading, cue: Span, status: str, *, over: bool) -> bool:
    """Tell whether a meeting is the one planned before: "the visit has been called off", "the talks had begun"."""
    if status == "denied":
        return cue.cue.category == "anaphora" and bool(reading.sentence.of("status", "denied"))
    return status == "occurred" and over and bool(reading.sentence.of("held"))


def _during_stay(reading: Reading, people: Sequence[Actor], status: str) -> When | None:
    """Return when the visit told just before was or is to be, in which a guest met somebody."""
    memory = reading.memory
    coming = memory.stay is not None and ahead(memory.stay, reading.document.published)
    goes_on = PROGRAMME if coming else 1
    if memory.stay is None or memory.guest not in people or memory.place - memory.stay_at > goes_on:
        return None
    fits = status == ("planned" if coming else "occurred")
    return replace(memory.stay, first=0, last=0) if fits else None


def _by_call(reading: Reading, cue: Span) -> bool:
    """Tell whether people spoke by telephone: a call is told near their verb, and no other verb of meeting between."""
    talks = [*reading.sentence.of("meeting", "talks"), *reading.sentence.of("meeting_with")]
    for call in reading.sentence.of("meeting", "call"):
        first, last = min(cue.last, call.last), max(cue.first, call.first)
        if last - first <= CALL and not any(first <= each.first and each.last <= last for each in talks):
            return True
    return False
