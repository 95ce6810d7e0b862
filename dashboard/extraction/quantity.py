"""Deployments and casualties: a number of people, what befell them or where they went, whose they are. No language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.facts import Fact

from .again import as_before, those
from .binding import Binding
from .contributors import contributor
from .counting import MILITARY, Count, counts
from .denials import denied
from .fights import note_fight
from .gapped import gapped, own_verb
from .halves import further_fate
from .happening import happening
from .named import named_objects, named_victims, negated
from .presence import STATIONED, leaving, of_bodies
from .reading import Reading
from .scene import only_whose, own_place, where_it_was
from .senders import fielded
from .sides import GUESSED, LIKELY, SURE, Owner, Told, alike
from .strikes import note_strike
from .support import supported_side
from .text import Span
from .uncounted import exercise, gave_up, rate, whole_group
from .victims import told_losses
from .whose import owner

EXCHANGE = 6  # sentences after an exchange of captives in which people who return are they
BEFELL = ("outcome", "fate", "one_more")  # what may befall people of whom no number is told
SOME = 20  # from here on it does where the sentence before told of troops who moved
OBJECT = 2  # tokens between a verb and its object
UNITS = 100  # from here on a bare number counts people rather than units, waves or phases


def quantities(reading: Reading) -> Iterator[Fact]:
    """Yield the deployments and casualties of a sentence."""
    fell = False
    for told in _told(reading):
        fell = fell or told.event.cue.category == "outcome"
        if told.owner.confidence >= LIKELY:
            if _of_service(reading, told.count):
                reading.memory.service = reading.memory.place
            if told.event.cue.category == "outcome":
                reading.memory.victim = told.owner.actor or reading.memory.victim
                if told.event.cue.value == "captured":
                    reading.memory.held = told.owner.actor or reading.memory.held
                _location, country = reading.place(reading.clause(told.event.first), told.event)
                reading.memory.scene = country or reading.memory.scene
            else:
                reading.memory.sender = reading.memory.fielded = told.owner.actor
        fact = _fact(reading, told)
        if fact.kind == "deployment" and fact.status == "occurred" and told.owner.confidence >= LIKELY:
            reading.memory.served = fact.actor
        yield fact
    if not fell:
        note_strike(reading)
    reading.memory.fielded = fielded(reading) or reading.memory.fielded
    if theirs := told_losses(reading):
        reading.memory.victim = theirs
    note_fight(reading)
    yield from _denials(reading)


def _of_service(reading: Reading, count: Count) -> bool:
    """Tell whether people in service are counted, by their noun or by one before: "the number of soldiers … 89"."""
    before = reading.within("unit", reading.clause(count.first)) if count.bare else []
    return count.unit in MILITARY or any(s.last <= count.first and s.cue.value in MILITARY for s in before)


def _told(reading: Reading) -> Iterator[Told]:
    if not reading.numbers and not reading.sentence.has(BEFELL):
        return
    last: Told | None = None
    found = list(counts(reading))
    binding = Binding(reading, found)
    for count in found:
        listed = last if count.listed else None
        goes_on_with = listed is not None and (count.bare or (count.unit in MILITARY and listed.count.unit in MILITARY))
        event = binding.event(count) or (listed.event if listed and goes_on_with else None)
        again = None if event else as_before(reading, count)
        event = event or again
        state = gapped(reading, last, count) if last is not None else None
        event = last.event if state is not None and last is not None else event
        asked = event is None or event.cue == STATIONED or (listed is not None and event == listed.event)
        gives = contributor(reading, count) if asked else None
        if gives is not None:
            event, state = Span(STATIONED, count.first, count.first), gives
        if listed is not None and own_verb(reading, listed, count):
            listed = None
        if (
            event is None
            or event.cue.category == "other_event"
            or negated(reading, event)
            or _given_back(reading, count, event)
            or (event.cue.value != "killed" and of_bodies(reading, count))
            or (count.unit not in MILITARY and reading.sentence.at("arrest", event.first))
            or gave_up(reading, count, event)
            or rate(reading, count, event)
            or whole_group(reading, count, event)
            or exercise(reading, event)
        ):
            continue
        moved = event.cue.category == "movement"
        serving = any(s.first == count.noun for s in reading.sentence.of("anyone", "serving"))
        anyone = serving or (reading.memory.sender and _anyone(reading, count))
        of_them = last is not None and last.event.cue.category == "movement" and binding.part(count.first) is not None
        more = bool(reading.memory.sender) and (count.same or _more(reading, count, binding))
        more = more or state is not None
        if moved and count.unit not in MILITARY and not (anyone or more or of_them):
            continue
        goes = listed is not None and listed.event.cue.category == "movement"  # "2,500 troops in Iraq and 900 in Syria"
        large = state is not None or ((bool(reading.memory.sender) or goes) and (_large(count) or more))
        if moved and count.bare and (_of_things(reading, count) or not large):
            continue
        counted = those(reading, count, event) if again else count
        whose = owner(reading, counted, event, listed.owner if listed else None)
        whose = Owner(reading.side(state), LIKELY) if state else whose
        if (again or _of_them(reading, event)) and reading.memory.told and whose.confidence == GUESSED:
            whose = Owner(reading.memory.told[1], GUESSED)  # the same people, counted by somebody else
        if _both(reading, count) and reading.memory.told and whose.confidence < SURE:
            whose = Owner(reading.memory.told[1], GUESSED)
        goes_on = last is not None and bool(last.owner.actor) and alike(reading, count, last.owner.actor)
        ends = (count.last, count.number.last if count.number else count.last)  # "seven of them agents"
        same = count.same or (any(reading.sentence.at("subset", at) for at in ends) and whose.confidence < SURE)
        if (
            last is not None
            and goes_on
            and (whose.confidence == GUESSED or same)
            and not _another_speaks(reading, last, count)
        ):
            whose = replace(last.owner, confidence=GUESSED)  # the sentence goes on about the same people
        if moved and not whose.actor:
            continue
        event = leaving(reading, count, event, whose.actor) if moved else event
        if not binding.bound(count) or (moved and count.unit not in MILITARY):
            whose = replace(whose, confidence=min(whose.confidence, LIKELY))
        last = Told(count, event, whose)
        reading.memory.told, reading.memory.told_at = (event.cue, whose.actor), reading.memory.place
        yield last
        if event.cue.category == "outcome" and (after := further_fate(reading, count, event)):
            yield Told(count, after, whose)
    if last is None:
        victims = list(named_victims(reading))
        yield from victims or named_objects(reading)


def _another_speaks(reading: Reading, last: Told, count: Count) -> bool:
    """Tell whether another state tells of those counted than of those before: "X said eleven; Y reported one"."""
    before, speaker = reading.said(last.count.first).mention, reading.said(count.first).mention
    if speaker is None or before is None or speaker == before or speaker.first < last.count.last:
        return False
    return reading.is_party(speaker) and reading.side(speaker) not in ("", reading.side(before))


def _of_them(reading: Reading, event: Span) -> bool:
    """Tell whether a sentence begins with those counted just before: "They included 300 dead"."""
    memory = reading.memory
    fell = memory.told is not None and memory.told[0].category == event.cue.category == "outcome"
    they = reading.sentence.of("both", "they")
    return fell and memory.place - memory.told_at <= 1 and any(s.first == 0 for s in they)


def _both(reading: Reading, count: Count) -> bool:
    """Tell whether those counted are the two told of before: "Both were wounded"."""
    memory = reading.memory
    both = any(s.first == count.first for s in reading.sentence.of("both_of", "they"))
    return both and memory.told is not None and memory.place - memory.told_at <= 1


def _of_things(reading: Reading, count: Count) -> bool:
    """Tell whether an unknown noun ends the clause after a bare number: "promised 5,000 helmets, which"."""
    read, at = reading.sentence.tokens, count.last
    ends = at + 1 >= len(read) or not read[at + 1].text.isalnum() or reading.sentence.at("subordinate", at + 1)
    return ends and reading.sentence.unknown(at)


def _large(count: Count) -> bool:
    """Tell whether a number without a noun is too great to count units or waves."""
    return count.size >= UNITS


def _more(reading: Reading, count: Count, binding: Binding) -> bool:
    """Tell whether a number without a noun goes on about the troops told of just before: "a further 90", "75 came"."""
    memory = reading.memory
    goes_on = memory.told is not None and memory.told[0].category == "movement" and memory.place - memory.told_at <= 1
    return goes_on and count.bare and not count.unknown and count.size >= SOME and binding.bound(count)


def _anyone(reading: Reading, count: Count) -> bool:
    """Tell whether the people counted may be in service: no noun says more of them."""
    named = reading.sentence.at("anyone", count.noun) or reading.sentence.at("people_of", count.noun)
    return count.unit == "people" and (count.bare or named)


def _given_back(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether captives are exchanged or released, which is no casualty, and their return no withdrawal.

    Who "were taken hostage and released" was a captive all the same.
    """
    if event.cue.value == "withdrawn":
        return reading.memory.place - reading.memory.exchanged <= EXCHANGE
    given = reading.within("exchange", reading.clause(event.first)) if event.cue.value == "captured" else []
    if not given or (count.inside(event) and count.noun < event.first):
        return False  # "freed 212 of the 317 girls seized"
    passive = any(reading.sentence.before(category, event.first) for category in ("aux", "held"))
    took = 0 <= count.first - event.last <= OBJECT or passive
    return not (took and not count.inside(event) and event.last <= given[0].first)


def note_exchange(reading: Reading) -> None:
    """Remember that a sentence tells of captives who are exchanged."""
    if reading.sentence.of("exchange") and reading.sentence.of("captives"):
        reading.memory.exchanged = reading.memory.place


def rejected(reading: Reading, binding: Binding, count: Count) -> str:
    """Return why a count makes no fact by itself; empty where it does. For explanations only."""
    event = binding.event(count)
    if event is None:
        return "" if count.listed else "told of no event"
    if event.cue.category == "other_event":
        return "told of what is no casualty"
    if negated(reading, event):
        return "negated"
    if _given_back(reading, count, event):
        return "captives given back"
    if event.cue.category == "movement" and count.unit not in MILITARY:
        return f"no people in service are told to be {event.cue.value}"
    return "" if owner(reading, count, event).actor else "nobody is named whose they are"


def _denials(reading: Reading) -> Iterator[Fact]:
    """Yield the denial that names no number: "denies that its army is in the DRC", "denied killing civilians"."""
    told = denied(reading)
    if told is not None and told.owner.actor:
        fact = _fact(reading, told)
        fact = replace(fact, status="denied", assertion="denies", measure="", qualifier="")
        # What did not happen was on no day that the text told of before.
        yield fact if fact.date_text else replace(fact, date_start=None, date_end=None, date_precision="")


def _fact(reading: Reading, told: Told) -> Fact:
    deployment = told.event.cue.category == "movement"
    happened = happening(reading, told.count, told.event)
    when = happened.when
    location, country = own_place(reading, told) if deployment else ("", "")
    if not country:
        location, country = reading.place(reading.clause(told.event.first), told.event, whole=not deployment)
    supported = supported_side(reading, told.owner.actor, told.event, country, told.count.unit) if deployment else ""
    if deployment and only_whose(reading, told, location):
        location = country = ""
    if deployment and location and country:
        reading.memory.theatre = country
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
        status=happened.status,
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
