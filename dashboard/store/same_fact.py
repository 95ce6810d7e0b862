"""Which of the facts that are found now are facts that were said before: known by their words, else by their keys.

A fact's id follows from its key, and days are part of that of a casualty and of a meeting. An article of which the day
of publication is corrected says the same of other days: its facts keep their ids, and with them what persons decided.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.facts import KINDS, Fact, digest, identity

from .deciding import as_fact
from .rows import Row

DAYS = ("date_start", "date_end")
Words = tuple[Any, ...]


def recognised(found: Sequence[Fact], said: Mapping[str, Row], taken: Collection[str] = ()) -> dict[str, Fact]:
    """Return the facts that are found now by the ids under which they are known.

    ``said`` is what was said last of each fact of the document, ``taken`` are ids of other facts. Facts are the same
    where the same passage says the same but for the days; several of one passage follow each other in time. Otherwise
    the key tells, and a new fact whose id another one has gets one of its own.
    """
    before = {fact_id: as_fact(row) for fact_id, row in said.items() if row["kind"] in KINDS}
    told = {fact_id for fact_id in before if said[fact_id]["found"]}
    known: dict[str, Fact] = {}
    left: list[Fact] = []
    rows = _by_words(before)
    for words, facts in _by_words(dict(enumerate(found))).items():
        if words:
            pairs, rest = _paired(facts.values(), rows.get(words, {}), told)
            known |= pairs
            left += rest
        else:
            left += facts.values()
    keys = {identity(fact): fact_id for fact_id, fact in before.items() if fact_id not in known}
    for fact in left:
        known[keys.pop(identity(fact), "") or _free(fact, {*known, *said, *taken})] = fact
    return known


def _by_words(facts: Mapping[Any, Fact]) -> dict[Words, dict[Any, Fact]]:
    groups: dict[Words, dict[Any, Fact]] = {}
    for each, fact in facts.items():
        groups.setdefault(_words(fact), {})[each] = fact
    return groups


def _words(fact: Fact) -> Words:
    """Return by what a fact is known again: its passage and what it says there, but for the days; empty without one."""
    if fact.evidence_start is None:
        return ()
    key = (fact.value(name) for name in KINDS[fact.kind].key if name not in DAYS)
    return (fact.kind, fact.evidence_start, fact.evidence_end, *(None if value == "" else value for value in key))


def _paired(
    facts: Collection[Fact], before: Mapping[str, Fact], told: Collection[str]
) -> tuple[dict[str, Fact], list[Fact]]:
    """Return which fact is which of those that said the same before, and the facts that are none of them.

    ``told`` are the ids of those that were found the last time.
    """
    later = sorted(facts, key=_when)
    earlier = sorted(before, key=lambda each: (each not in told, _when(before[each])))
    present = [each for each in earlier if each in told]
    if len(present) == len(later):
        return dict(zip(present, later, strict=True)), []
    pairs: dict[str, Fact] = {}
    for each in earlier:
        if same := next((fact for fact in later if identity(fact) == identity(before[each])), None):
            pairs[each] = same
            later.remove(same)
    free = [each for each in earlier if each not in pairs]
    return pairs | dict(zip(free, later, strict=False)), later[len(free) :]


def _when(fact: Fact) -> tuple[date, date]:
    return (fact.date_start or fact.date_end or date.min, fact.date_end or fact.date_start or date.min)


def _free(fact: Fact, taken: Collection[str]) -> str:
    wanted, turn = fact.fact_id, 1
    while wanted in taken:
        turn += 1
        wanted = f"{fact.kind}-{digest(fact.fact_id, str(turn))}"
    return wanted
