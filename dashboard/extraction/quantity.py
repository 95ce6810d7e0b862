"""Deployments and casualties: a number of people, what befell them or where they went, whose they are. No language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.facts import Fact

from .counting import MILITARY, Count
from .denials import denied, number_denied
from .fights import note_fight
from .happening import happening
from .reading import Reading
from .scene import before_the_parts, only_whose, own_place, where_it_was, where_they_fell
from .senders import fielded
from .sides import LIKELY, Told
from .strikes import note_strike
from .support import supported_side
from .tellings import tellings
from .victims import told_losses

SEVERAL = 3  # sides whose people fell in one sentence


def quantities(reading: Reading) -> Iterator[Fact]:
    """Yield the deployments and casualties of a sentence."""
    moved = False
    fell: set[str] = set()  # whose people
    for told in tellings(reading):
        fell |= {told.owner.actor} if told.event.cue.category == "outcome" else set()
        moved = moved or told.event.cue.category == "movement"
        _note(reading, told)
        fact = _fact(reading, told)
        if fact.kind == "deployment" and fact.status == "occurred" and told.owner.confidence >= LIKELY:
            _note_service(reading, fact.actor, told.count.size, fact.country)
        if fact.kind == "deployment" and fact.country not in ("", fact.actor):
            reading.memory.senders.add(fact.actor)
            reading.memory.abroad = fact.country
        yield fact
    if len(fell) >= SEVERAL:
        reading.memory.victim = ""  # nobody's people are meant by the next number
    if not fell:
        note_strike(reading)
    if not moved:  # who else moves troops without a number is not whom the text goes on about
        reading.memory.fielded = fielded(reading) or reading.memory.fielded
    if theirs := told_losses(reading):
        reading.memory.victim = theirs
    note_fight(reading)
    yield from _denials(reading)


def _note_service(reading: Reading, whose: str, size: int, country: str) -> None:
    """Remember whose people in service were told of last, how many there are at the most, and where."""
    memory = reading.memory
    memory.posted.setdefault(whose, set()).add(country)
    memory.serving = max(size, memory.serving if memory.served == whose else 0)
    memory.served = whose


def _note(reading: Reading, told: Told) -> None:
    """Remember whose people fell or were sent, where it is clear, for the sentences to come."""
    memory, whose = reading.memory, told.owner.actor
    if told.owner.confidence < LIKELY:
        return
    if _of_service(reading, told.count):
        memory.service = memory.place
    if told.event.cue.category != "outcome":
        memory.sender = memory.fielded = whose
        return
    memory.victim = whose or memory.victim
    if told.event.cue.value == "captured":
        memory.held = whose or memory.held
    _location, country = where_they_fell(reading, told)
    memory.scene = country or memory.scene


def _of_service(reading: Reading, count: Count) -> bool:
    """Tell whether people in service are counted, by their noun or by one before: "the number of soldiers … 89"."""
    before = reading.within("unit", reading.clause(count.first)) if count.bare else []
    return count.unit in MILITARY or any(s.last <= count.first and s.cue.value in MILITARY for s in before)


def _denials(reading: Reading) -> Iterator[Fact]:
    """Yield the denial that names no number: "denies that its army is in the DRC", "denied killing civilians"."""
    told = denied(reading)
    if told is not None and told.owner.actor:
        fact = _fact(reading, told)
        fact = replace(fact, status="denied", assertion="denies", measure="", qualifier="")
        if fact.claimant == "publisher":  # "has called up 25,000, but denies that its army will enter"
            fact = replace(fact, claimant=fact.actor)
        # What did not happen was on no day that the text told of before.
        yield fact if fact.date_text else replace(fact, date_start=None, date_end=None, date_precision="")


def _fact(reading: Reading, told: Told) -> Fact:
    deployment = told.event.cue.category == "movement"
    happened = happening(reading, told.count, told.event)
    when = happened.when
    location, country = own_place(reading, told) if deployment else ("", "")
    if not deployment:
        location, country = where_they_fell(reading, told)
    elif not country:
        location, country = reading.place(before_the_parts(reading, told), told.event, whole=False)
    supported = supported_side(reading, told.owner.actor, told.event, country, told.count.unit) if deployment else ""
    if deployment and only_whose(reading, told, location):
        location = country = ""
    if deployment and location and country:
        home = country == told.owner.actor and bool(reading.memory.abroad)  # where the text tells of others abroad
        reading.memory.theatre = reading.memory.theatre if home else country
    if not location:
        country = where_it_was(reading, told, happened.measure)
    number = told.count.number
    evidence, start, end = reading.evidence()
    said = reading.said(told.count.first)
    return Fact(
        kind="deployment" if deployment else "casualty",
        actor=told.owner.actor,
        supported=supported,
        movement=told.event.cue.value if deployment else "",
        outcome="" if deployment else told.event.cue.value,
        unit=told.count.unit,
        value_low=number.low if number else None,
        value_best=number.best if number else None,
        value_high=number.high if number else None,
        qualifier=number.qualifier if number else "",
        measure=happened.measure,
        status="denied"
        if said.assertion == "denies" and number_denied(reading, told.count, told.event)
        else happened.status,
        assertion=said.assertion,
        claimant=said.claimant,
        relayed_via="; ".join(said.relayed_via),
        as_of=happened.stated or reading.document.published,
        location=location,
        country=country,
        evidence=evidence,
        evidence_start=start,
        evidence_end=end,
        confidence=told.owner.confidence,
        document_id=reading.document.document_id,
        **reading.dated(when),
    )
