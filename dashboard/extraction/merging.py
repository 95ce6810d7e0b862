"""What one article tells twice is one fact: the same figure of the same people, the same meeting. Knows no language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.facts import Fact, identity


def merged(found: Iterable[Fact]) -> list[Fact]:
    """Return facts with their ids, those of one key made one, in the order of their evidence."""
    kept: dict[str, Fact] = {}
    for fact in _once(found):
        fact_id = identity(fact)
        kept.setdefault(fact_id, replace(fact, fact_id=fact_id))
    return sorted(kept.values(), key=lambda fact: (fact.evidence_start or 0, fact.fact_id))


def undated(fact: Fact) -> bool:
    """Tell whether a fact says nothing of when it happened."""
    return fact.date_start is None and fact.date_end is None


def _once(found: Iterable[Fact]) -> list[Fact]:
    """Make what is told again one fact with what was told first; on another day it is another event."""
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for place, fact in enumerate(found):
        group = groups.setdefault(_same(fact, place), [])
        known = next((at for at, other in enumerate(group) if _may_be_one(other, fact)), None)
        if known is None:
            group.append(fact)
        else:
            group[known] = _joined(group[known], fact)
    return [fact for group in groups.values() for fact in group]


def _same(fact: Fact, place: int) -> tuple[str, ...]:
    """Return what two tellings of one fact have in common; a figure without a number is like no other."""
    if fact.kind == "meeting":
        return (fact.kind, fact.participants, fact.status)
    numbers = sorted(n for n in (fact.value_low, fact.value_best, fact.value_high) if n is not None)
    return (fact.kind, fact.actor, fact.outcome, fact.status, str(numbers[0] if numbers else -place - 1))


def _may_be_one(one: Fact, other: Fact) -> bool:
    days = (one.date_start, one.date_end), (other.date_start, other.date_end)
    return undated(one) or undated(other) or days[0] == days[1]


def _joined(first: Fact, again: Fact) -> Fact:
    """Return the first telling with the date and the place that only the second knows; a day goes with its place."""
    dated = again if undated(first) else first
    own = first.kind == "meeting" and first.status == "occurred" and dated is again and again.country
    place = again if own else first
    return replace(
        first,
        date_start=dated.date_start,
        date_end=dated.date_end,
        date_precision=dated.date_precision,
        date_text=dated.date_text,
        location=place.location or ("" if own else again.location),
        country=place.country or again.country,
    )
