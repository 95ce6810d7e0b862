"""From a document to its facts: one pass over its sentences, each read once, every kind's rules asked in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from dashboard.facts import Document, Fact
from dashboard.facts.shipped import read_actors, read_places

from .dating import dated_by, told_after
from .incident import ONE_EVENT, note_event, of_that_event, told_late
from .language import languages, pack, recognise
from .lookup import Lexicon
from .meeting import meetings, when_it_is
from .memory import Memory
from .merging import merged, undated
from .quantity import quantities
from .reading import Reading
from .readings import readings
from .settled import nowhere, settled
from .speaking import claimed, quoted, said_before
from .support import aided, note_help
from .tellings import note_exchange
from .when import When

MARGIN = 100  # years from the ends of the calendar within which a day counted from another might lie outside
RECENT = 20  # facts to which a sentence may refer back
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
    A day of publication at the ends of the calendar, years 1 and 9999, is taken as unknown.
    """
    if (day := document.published) and not date.min.year + MARGIN < day.year < date.max.year - MARGIN:
        document = replace(document, published=None)
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
        if (after := told_after(reading)) is not None:
            told[-RECENT:] = [dated_by(fact, after, reading) for fact in told[-RECENT:]]
        for rules in RULES.values():
            (headlines if reading.headline else told).extend(rules(reading))
        memory = reading.memory
        if (late := told_late(reading)) is not None:
            told[-RECENT:] = [_on_that_day(fact, late, reading) for fact in told[-RECENT:]]
    # A headline says shortly what follows: it counts where the text says nothing of the kind.
    kinds = {fact.kind for fact in told}
    told = [fact for fact in headlines if fact.kind not in kinds] + told
    found = merged([_with_side(fact, memory) for fact in settled(told, words.actors)])
    found = [fact for fact in found if not nowhere(fact)]
    day = document.published
    if day is None or not any(_of_the_day(fact, memory) for fact in found):
        return found
    by_now: dict[str, Any] = {"date_end": day, "date_precision": "day"}
    return merged(replace(f, **by_now) if _of_the_day(f, memory) else f for f in found)


def _on(fact: Fact, when: When, reading: Reading) -> Fact:
    """Give a meeting of the sentence before, that has no date, the date that this sentence tells of it."""
    open_ = fact.kind == "meeting" and undated(fact) and fact.status != "proposed"
    return replace(fact, **reading.dated(when)) if open_ and reading.follows(fact) else fact


def _of_the_day(fact: Fact, memory: Memory) -> bool:
    """Tell whether a meeting is news, over by the day of publication at the latest: "X met Y in Z", not "has met"."""
    told = fact.kind == "meeting" and fact.status == "occurred" and undated(fact)
    return told and fact.evidence_start not in memory.perfect


def _on_that_day(fact: Fact, day: When, reading: Reading) -> Fact:
    """Give the victims of an incident its day where only a later sentence tells it: "The strike hit on Thursday"."""
    later = bool(fact.as_of and day.start and day.start > fact.as_of)  # than the statement that told of them
    incident = fact.kind == "casualty" and fact.measure in ONE_EVENT and fact.status == "occurred" and not later
    if not incident or not undated(fact) or not of_that_event(reading, fact):
        return fact
    return replace(fact, **reading.dated(day))


def _with_side(fact: Fact, memory: Memory) -> Fact:
    """Add whom the troops are sent to help where only a later sentence says so."""
    if fact.kind != "deployment" or fact.supported:
        return fact
    return replace(fact, supported=aided(fact, memory))
