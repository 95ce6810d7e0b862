"""From a document to its facts: one pass over its sentences, each read once, every kind's rules asked in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache

from dashboard.facts import Document, Fact, is_country, parted
from dashboard.facts.shipped import read_actors, read_places

from .happening import note_event
from .language import languages, pack, recognise
from .lookup import Lexicon
from .meeting import meetings, when_it_is
from .memory import Memory
from .merging import merged, undated
from .quantity import note_exchange, quantities
from .reading import Reading
from .readings import readings
from .speaking import claimed, quoted, said_before
from .support import aided, note_help
from .when import When

RECENT = 20  # facts to which a sentence may refer back
SOON = 300  # characters within which the day of an incident may follow
NEXT = 8  # characters between a sentence and the next
STAY = timedelta(3)  # between an arrival and the talks that it was for
# The rules of each kind, by name; several kinds may come from one set of rules.
RULES: Mapping[str, Callable[[Reading], Iterator[Fact]]] = {
    "deployment, casualty": quantities,
    "meeting": meetings,
}


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language with the shipped actors and places, built on first use.

    Raises:
        ValueError: for a language that there is no pack for.
    """
    return Lexicon.build(pack(language), read_actors(), read_places())


def extract(document: Document, words: Lexicon | None = None) -> list[Fact]:
    """Return the facts of a document in the order of their evidence; none for a language without a pack.

    Facts come complete with id, evidence and offsets, so that ``document.text[start:end]`` is the evidence; the same
    claim told twice is one fact. The same document gives the same facts on every machine. Never raises on any text.
    """
    language = document.language or recognise(document.text)
    if words is None:
        if language not in languages():
            return []
        words = lexicon(language)
    told: list[Fact] = []
    headlines: list[Fact] = []
    memory = Memory()
    for reading in readings(document, words):
        note_help(reading)
        note_event(reading)
        note_exchange(reading)
        if said := said_before(reading):
            told[-RECENT:] = [claimed(fact, said, reading) for fact in told[-RECENT:]]
        if reading.inside:
            told[-RECENT:] = [quoted(fact, reading) for fact in told[-RECENT:]]
        if dated := when_it_is(reading):
            told[-RECENT:] = [_on(fact, dated, reading) for fact in told[-RECENT:]]
        for rules in RULES.values():
            (headlines if reading.headline else told).extend(rules(reading))
        memory = reading.memory
        if memory.event is not None:
            told[-RECENT:] = [_of_the_event(fact, memory.event, reading) for fact in told[-RECENT:]]
    # A headline says shortly what follows: it counts where the text says nothing of the kind.
    kinds = {fact.kind for fact in told}
    told = [fact for fact in headlines if fact.kind not in kinds] + told
    found = merged([_with_side(fact, memory) for fact in _met_in_person(told, words)])
    return [fact for fact in found if not _nowhere(fact)]


def _nowhere(fact: Fact) -> bool:
    """Tell whether a past meeting has neither day nor place: "they have met three times" tells of no meeting."""
    placed = fact.location or fact.country or fact.format == "call"
    return fact.kind == "meeting" and fact.status == "occurred" and undated(fact) and not placed


def _met_in_person(told: list[Fact], words: Lexicon) -> Iterator[Fact]:
    """Leave out the visit to a state by somebody who is told to meet that state's people there."""
    met = [
        (set(parted(fact.participants)), fact) for fact in told if fact.kind == "meeting" and fact.status != "denied"
    ]
    for fact in told:
        states = {each for each in parted(fact.participants) if is_country(each)} if fact.kind == "meeting" else set()
        visitors = set(parted(fact.participants)) - states
        hosted = any(
            visitors
            and visitors < others
            and {_side(each, other, words) for each in others - visitors - states} & states
            and _one_stay(fact, other)
            for others, other in met
        )
        if not _settled(fact, told) and not (len(states) == 1 and fact.status in ("occurred", "planned") and hosted):
            yield fact


def _side(person: str, met: Fact, words: Lexicon) -> str:
    """Return somebody's state; of whom no list tells one: who receives people is at home where that is."""
    side = words.actors.side(person)
    return met.country if side == person and met.format == "visit" else side


def _settled(plan: Fact, told: list[Fact]) -> bool:
    """Tell whether a planned meeting has been held on its day, or is off as its own claimant says."""
    if plan.kind != "meeting" or plan.status != "planned":
        return False
    same = [fact for fact in told if fact.participants == plan.participants and fact.date_start == plan.date_start]
    off = any(fact.status == "denied" and fact.claimant == plan.claimant and fact.date_start for fact in same)
    return off or any(fact.status == "occurred" for fact in same)


def _one_stay(visit: Fact, met: Fact) -> bool:
    """Tell whether a visit is that on which somebody met: it has no day, or arrival and talks are a few days apart."""
    if undated(visit) or (visit.date_start, visit.date_end) == (met.date_start, met.date_end):
        return True
    if not (visit.date_start and visit.date_end and met.date_start and met.date_end) or met.country != visit.country:
        return False
    return visit.date_start - STAY <= met.date_end and met.date_start <= visit.date_end + STAY


def _on(fact: Fact, when: When, reading: Reading) -> Fact:
    """Give a meeting of the sentence before, that has no date, the date that this sentence tells of it."""
    near = fact.evidence_end is not None and reading.sentence.start - fact.evidence_end <= NEXT
    if fact.kind != "meeting" or not undated(fact) or fact.status == "proposed" or not near:
        return fact
    words = reading.sentence.words(reading.text, when.first, when.last)
    return replace(fact, date_start=when.start, date_end=when.end, date_precision=when.precision, date_text=words)


def _of_the_event(fact: Fact, event: When, reading: Reading) -> Fact:
    """Give the victims of an incident its day where only a later sentence tells it: "The strike hit on Thursday"."""
    incident = fact.kind == "casualty" and fact.measure == "incident" and fact.status == "occurred"
    if not incident or not undated(fact) or reading.sentence.start - (fact.evidence_end or 0) > SOON:
        return fact
    return replace(fact, date_start=event.start, date_end=event.end, date_precision=event.precision)


def _with_side(fact: Fact, memory: Memory) -> Fact:
    """Add whom the troops are sent to help where only a later sentence says so."""
    if fact.kind != "deployment" or fact.supported:
        return fact
    return replace(fact, supported=aided(fact, memory))
