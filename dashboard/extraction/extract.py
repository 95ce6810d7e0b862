"""From a document to its facts: one pass over its sentences, each read once, every kind's rules asked in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from dashboard.facts import Document, Fact, identity
from dashboard.facts.shipped import read_actors, read_places

from .language import languages, pack, recognise
from .meeting import meetings
from .mentions import Lexicon
from .quantity import quantities
from .reading import Reading, readings

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
    found = [fact for reading in readings(document, words) for rules in RULES.values() for fact in rules(reading)]
    return _merged(found)


def _merged(found: list[Fact]) -> list[Fact]:
    """Give the facts their ids and make those of the same key one; the first evidence stays."""
    kept: dict[str, Fact] = {}
    for fact in _one_of_each_meeting(found):
        fact_id = identity(fact)
        kept.setdefault(fact_id, replace(fact, fact_id=fact_id))
    return sorted(kept.values(), key=lambda fact: (fact.evidence_start or 0, fact.fact_id))


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
