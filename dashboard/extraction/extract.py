"""From a document to its facts: one pass over its sentences, each read once, every kind's rules asked in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from dashboard.facts import PUBLISHER, Document, Fact, identity
from dashboard.facts.shipped import read_actors, read_places

from .attribution import Attribution
from .dates import When
from .language import languages, pack, recognise
from .meeting import meetings, when_it_is
from .mentions import Lexicon
from .quantity import note_help, quantities
from .reading import Reading, readings

RECENT = 20  # facts to which a sentence may refer back
NEXT = 8  # characters between a sentence and the next
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
    helped: Mapping[str, str] = {}
    for reading in readings(document, words):
        note_help(reading)
        if said := _said_before(reading):
            told[-RECENT:] = [_claimed(fact, said, reading) for fact in told[-RECENT:]]
        if dated := when_it_is(reading):
            told[-RECENT:] = [_on(fact, dated, reading) for fact in told[-RECENT:]]
        for rules in RULES.values():
            (headlines if reading.headline else told).extend(rules(reading))
        helped = reading.memory.helped
    # A headline says shortly what follows: it counts where the text says nothing of the kind.
    kinds = {fact.kind for fact in told}
    told = [fact for fact in headlines if fact.kind not in kinds] + told
    return _merged([_with_side(fact, helped) for fact in told])


def _said_before(reading: Reading) -> Attribution | None:
    """Return who said what the sentence before tells: "Hal itu disampaikan X", "X said so"."""
    known = reading.attribution.claimant != PUBLISHER or None
    if not reading.sentence.of("refers_back"):
        return None
    if known:
        return reading.attribution
    people = [m for m in reading.mentions if reading.is_party(m, people=True)]
    return replace(reading.attribution, claimant=people[0].actor.actor_id) if people and not reading.numbers else None


def _claimed(fact: Fact, said: Attribution, reading: Reading) -> Fact:
    """Give a fact of the sentence before, that nobody was said to claim, its claimant."""
    near = fact.evidence_end is not None and reading.sentence.start - fact.evidence_end <= NEXT
    if not near or fact.claimant != PUBLISHER:
        return fact
    return replace(fact, claimant=said.claimant, assertion=said.assertion)


def _on(fact: Fact, when: When, reading: Reading) -> Fact:
    """Give a meeting of the sentence before, that has no date, the date that this sentence tells of it."""
    near = fact.evidence_end is not None and reading.sentence.start - fact.evidence_end <= NEXT
    if fact.kind != "meeting" or not _undated(fact) or fact.status == "proposed" or not near:
        return fact
    words = reading.sentence.words(reading.text, when.first, when.last)
    return replace(fact, date_start=when.start, date_end=when.end, date_precision=when.precision, date_text=words)


def _with_side(fact: Fact, helped: Mapping[str, str]) -> Fact:
    """Add whom the troops are sent to help where only a later sentence says so."""
    if fact.kind != "deployment" or fact.supported:
        return fact
    return replace(fact, supported=helped.get(fact.actor, ""))


def _merged(found: list[Fact]) -> list[Fact]:
    """Give the facts their ids and make those of the same key one; the first evidence stays."""
    kept: dict[str, Fact] = {}
    for fact in _one_of_each_figure(_one_of_each_meeting(found)):
        fact_id = identity(fact)
        kept.setdefault(fact_id, replace(fact, fact_id=fact_id))
    return sorted(kept.values(), key=lambda fact: (fact.evidence_start or 0, fact.fact_id))


def _one_of_each_figure(found: list[Fact]) -> list[Fact]:
    """Make the same figure of the same people, told again, one fact; it takes over what only the second tells."""
    merged: dict[tuple[object, ...], Fact] = {}
    for place, fact in enumerate(found):
        numbers = (fact.value_low, fact.value_best, fact.value_high)
        same = (
            fact.kind,
            fact.actor,
            fact.outcome,
            fact.status,
            sorted(n for n in numbers if n is not None)[:1] or place,
        )
        key: tuple[object, ...] = (place,) if fact.kind == "meeting" else tuple(map(str, same))
        if key in merged and not _undated(merged[key]) and not _undated(fact) and _dated(merged[key]) != _dated(fact):
            key = (place,)  # the same number on another day is another event
        if key not in merged:
            merged[key] = fact
            continue
        first = merged[key]
        dated = fact if _undated(first) else first
        merged[key] = replace(
            first,
            date_start=dated.date_start,
            date_end=dated.date_end,
            date_precision=dated.date_precision,
            date_text=dated.date_text,
            location=first.location or fact.location,
            country=first.country or fact.country,
        )
    return list(merged.values())


def _one_of_each_meeting(found: list[Fact]) -> list[Fact]:
    """Make the reports of one meeting in one article one: told again without a date, it is the same meeting."""
    merged: list[Fact] = []
    for fact in found:
        same = [
            place
            for place, other in enumerate(merged)
            if fact.kind == "meeting"
            and (other.kind, other.participants, other.status) == (fact.kind, fact.participants, fact.status)
            and (_undated(other) or _undated(fact) or _dated(other) == _dated(fact))
        ]
        if not same:
            merged.append(fact)
            continue
        first = merged[same[0]]
        dated = fact if _undated(first) else first
        merged[same[0]] = replace(
            first,
            date_start=dated.date_start,
            date_end=dated.date_end,
            date_precision=dated.date_precision,
            date_text=dated.date_text,
            location=first.location or fact.location,
            country=first.country or fact.country,
        )
    return merged


def _dated(fact: Fact) -> tuple[object, object]:
    return fact.date_start, fact.date_end


def _undated(fact: Fact) -> bool:
    return _dated(fact) == (None, None)
