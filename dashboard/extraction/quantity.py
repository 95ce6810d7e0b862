"""Deployments and casualties: a number of people, what befell them or where they went, whose they are. No language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.facts import Fact, is_country

from .binding import MILITARY, Binding
from .counting import Count, counts
from .happening import happening
from .language import Cue
from .memory import Mention
from .numbers import Number
from .presence import KILLED, STATIONED
from .reading import Reading
from .sides import CIVIL, GUESSED, LIKELY, SURE, Owner, alike
from .support import supported_side
from .text import Span
from .whose import owner

DENIED = 8  # tokens between a denial and the killing that is denied
EXCHANGE = 6  # sentences after an exchange of captives in which people who return are they
OFFICE = 4  # tokens of an office between a verb and the name of its object
SPOKEN = 3  # tokens between a verb of saying and a number that says all: "put the toll at 150"
APPOSED = 8  # tokens between a name and its fate in which it is told who that is
NEAR = 4  # tokens between a verb of moving and the troops that are denied to move
UNITS = 100  # from here on a bare number counts people rather than units, waves or phases


@dataclass(frozen=True)
class Told:
    """A count with what it is told of, and whose people it counts."""

    count: Count
    event: Span
    owner: Owner


def quantities(reading: Reading) -> Iterator[Fact]:
    """Yield the deployments and casualties of a sentence."""
    for told in _told(reading):
        if told.owner.confidence >= LIKELY:
            if told.count.unit in MILITARY:
                reading.memory.service = reading.memory.place
            if told.event.cue.category == "outcome":
                reading.memory.victim = told.owner.actor or reading.memory.victim
                if told.event.cue.value == "captured":
                    reading.memory.held = told.owner.actor or reading.memory.held
                _location, country = reading.place(reading.clause(told.event.first), told.event)
                reading.memory.scene = country or reading.memory.scene
            else:
                reading.memory.sender = told.owner.actor
        fact = _fact(reading, told)
        if fact.kind == "deployment" and fact.status == "occurred" and told.owner.confidence >= LIKELY:
            reading.memory.served = fact.actor
        yield fact
    yield from _denials(reading)


def _told(reading: Reading) -> Iterator[Told]:
    last: Told | None = None
    found = list(counts(reading))
    binding = Binding(reading, found)
    for count in found:
        listed = last if count.listed else None
        event = binding.event(count) or (listed.event if listed and count.bare else None)
        again = None if event else _as_before(reading, count)
        event = event or again
        if (
            event is None
            or event.cue.category == "other_event"
            or _negated(reading, event)
            or _given_back(reading, event)
            or (count.unit not in MILITARY and reading.sentence.at("arrest", event.first))
            or _rate(reading, count, event)
        ):
            continue
        moved = event.cue.category == "movement"
        if moved and count.unit not in MILITARY and not (reading.memory.sender and _anyone(reading, count)):
            continue
        if moved and count.bare and (_of_things(reading, count) or not (reading.memory.sender and _large(count))):
            continue
        whose = owner(reading, count, event, listed.owner if listed else None)
        if again and reading.memory.told and whose.confidence == GUESSED:
            whose = Owner(reading.memory.told[1], GUESSED)  # the same people, counted by somebody else
        goes_on = last is not None and bool(last.owner.actor) and alike(reading, count, last.owner.actor)
        of_them = reading.sentence.at("subset", count.last) and whose.confidence < SURE
        if last is not None and goes_on and (whose.confidence == GUESSED or count.same or of_them):
            whose = replace(last.owner, confidence=GUESSED)  # the sentence goes on about the same people
        if moved and not whose.actor:
            continue
        if not binding.bound(count) or (moved and count.unit not in MILITARY):
            whose = replace(whose, confidence=min(whose.confidence, LIKELY))
        last = Told(count, event, whose)
        reading.memory.told, reading.memory.told_at = (event.cue, whose.actor), reading.memory.place
        yield last
    if last is None:
        victims = list(_named_victims(reading))
        yield from victims or _named_objects(reading)


def _as_before(reading: Reading, count: Count) -> Span | None:
    """Return what was told of the number before, where somebody else only gives another: "the army spoke of four"."""
    memory, read = reading.memory, reading.sentence.tokens
    said = (*reading.sentence.of("speech"), *reading.sentence.of("said_by"))
    near = any(0 <= count.first - span.last <= SPOKEN for span in said)
    ends = count.last >= len(read) or not read[count.last].text.isalnum()
    of_them = [s for s in reading.sentence.of("subset") if s.first == count.number_first + 1 or s.first == count.last]
    near = near or any(reading.sentence.at("aux", s.last) for s in of_them)  # "six of them were officers"
    ends = ends or bool(of_them)
    if memory.told and count.bare and near and ends and memory.place - memory.told_at <= 1:
        return Span(memory.told[0], count.first, count.first)
    return None


def _fates(reading: Reading) -> Iterator[Span]:
    """Yield what befell a single person, "was killed", as outcomes that begin at the verb's first word."""
    sentence = reading.sentence
    for fate in sentence.of("fate"):
        if not _negated(reading, fate):
            yield Span(Cue("outcome", fate.cue.value), fate.first, fate.last)
    for outcome in sentence.of("outcome"):
        for aux in sentence.before("aux", outcome.first):
            if outcome.cue.value != "killed_or_wounded" and not _negated(reading, outcome):
                yield Span(outcome.cue, aux.first, outcome.last)


def _of_things(reading: Reading, count: Count) -> bool:
    """Tell whether an unknown noun ends the clause after a bare number: "promised 5,000 helmets, which"."""
    read, at = reading.sentence.tokens, count.last
    ends = at + 1 >= len(read) or not read[at + 1].text.isalnum() or reading.sentence.at("subordinate", at + 1)
    return (
        ends and at < len(read) and read[at].text.islower() and not any(s.first == at for s in reading.sentence.spans)
    )


def _large(count: Count) -> bool:
    """Tell whether a number without a noun is too great to count units or waves."""
    number = count.number
    return number is not None and max(number.low or 0, number.best or 0, number.high or 0) >= UNITS


def _anyone(reading: Reading, count: Count) -> bool:
    """Tell whether the people counted may be in service: no noun says more of them."""
    named = reading.sentence.at("anyone", count.noun) or reading.sentence.at("people_of", count.noun)
    return count.unit == "people" and (count.bare or named)


def _rate(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a count is one a day or a month, which is no total."""
    return any(0 <= span.first - last <= 1 for span in reading.sentence.of("rate") for last in (count.last, event.last))


def _given_back(reading: Reading, event: Span) -> bool:
    """Tell whether captives are exchanged or released, which is no casualty, and their return no withdrawal."""
    if event.cue.value == "withdrawn":
        return reading.memory.place - reading.memory.exchanged <= EXCHANGE
    return event.cue.value == "captured" and bool(reading.within("exchange", reading.clause(event.first)))


def note_exchange(reading: Reading) -> None:
    """Remember that a sentence tells of captives who are exchanged."""
    if reading.sentence.of("exchange") and reading.sentence.of("captives"):
        reading.memory.exchanged = reading.memory.place


def _named_victims(reading: Reading) -> Iterator[Told]:
    """Yield a person, named or "he", who is told to have been killed, wounded or captured: one, exactly."""
    for event in _fates(reading):
        people = [m for m in reading.mentions if m.actor.type == "person" and _told_of(reading, m, event)]
        pronouns = [s for s in reading.sentence.of("third") if s.last == event.first]
        who = people[-1] if people else None
        if who is None and pronouns and reading.memory.person:
            who = Mention(reading.memory.person, event.first, event.first)
        if who is None:
            continue
        side = reading.side(who) or reading.memory.victim or reading.memory.focus
        if side:
            one = Number(None, 1, None, "exact", who.first, event.last)
            yield Told(Count(one, "people", who.first, event.last, who.first, bare=True), event, Owner(side, LIKELY))
        return


def _named_objects(reading: Reading) -> Iterator[Told]:
    """Yield the named people whom somebody is told to have killed, wounded or captured: one each."""
    for person, event in _objects(reading):
        side = reading.side(person) or reading.memory.victim
        if side and event.cue.value != "killed_or_wounded":
            one = Number(None, 1, None, "exact", person.first, person.last)
            yield Told(
                Count(one, "people", person.first, person.last, person.first, bare=True), event, Owner(side, LIKELY)
            )


def _objects(reading: Reading) -> Iterator[tuple[Mention, Span]]:
    """Yield the people whom a verb has as its object: "killed the militia's commander X", "pembunuhan X"."""
    sentence = reading.sentence
    light = {
        at for c in ("title", "article", "of", "possessive") for s in sentence.of(c) for at in range(s.first, s.last)
    }
    light |= {at for m in reading.mentions for at in range(m.first, m.last)}
    for event in sentence.of("outcome"):
        active = not sentence.before("aux", event.first) and not _negated(reading, event)
        for person in (m for m in reading.mentions if m.actor.type == "person" and m.first >= event.last):
            gap = range(event.last, person.first)
            if active and len(gap) <= OFFICE and all(at in light or sentence.tokens[at].text in "'’s" for at in gap):
                yield person, event
            break


def _told_of(reading: Reading, person: Mention, event: Span) -> bool:
    """Tell whether a fate is a person's: right after the name, or behind what it is told with: "X, a guard who was"."""
    if 0 <= event.first - person.last <= 1:
        return True
    read = reading.sentence.tokens
    who = reading.sentence.before("relative", event.first)
    told = range(person.last, event.first)
    closed = bool(who) or read[event.first - 1].text == ","  # "X, the battalion's commander, was killed"
    others = any(m.first in told for m in reading.mentions if m.actor.type == "person")
    return closed and not others and 0 < len(told) <= APPOSED and read[person.last].text == ","


def _negated(reading: Reading, event: Span) -> bool:
    """Tell whether an event is told not to have happened, or only for the case that it does."""
    sentence = reading.sentence
    commas = [at for at in range(event.first) if sentence.tokens[at].text == ","]
    begin = commas[-1] if commas else -1
    if any(begin < span.first < event.first for span in sentence.of("condition")):
        return True
    if sentence.at("infinitive", event.first) and sentence.before("aim", event.first):
        return True
    return any(0 <= event.first - span.last <= 1 for span in sentence.of("negation")) or sentence.at(
        "nobody", event.last
    )


def rejected(reading: Reading, binding: Binding, count: Count) -> str:
    """Return why a count makes no fact by itself; empty where it does. For explanations only."""
    event = binding.event(count)
    if event is None:
        return "" if count.listed else "told of no event"
    if event.cue.category == "other_event":
        return "told of what is no casualty"
    if _negated(reading, event):
        return "negated"
    if _given_back(reading, event):
        return "captives given back"
    if event.cue.category == "movement" and count.unit not in MILITARY:
        return f"no people in service are told to be {event.cue.value}"
    return "" if owner(reading, count, event).actor else "nobody is named whose they are"


def _denials(reading: Reading) -> Iterator[Fact]:
    """Yield the denial that names no number: "denies that its army is in the DRC", "denied killing civilians"."""
    sentence = reading.sentence
    denials = [s for s in sentence.of("speech", "denies") if not sentence.before("negation", s.first)]
    if not denials or reading.numbers:
        return
    began = denials[0].last
    told = _denied_deployment(reading, began) or _denied_casualty(reading, began)
    if told is not None and told.owner.actor:
        fact = _fact(reading, told)
        yield replace(fact, status="denied", assertion="denies", measure="", qualifier="")


def _denied_deployment(reading: Reading, began: int) -> Told | None:
    sentence = reading.sentence
    events = [s for s in sentence.of("movement") if began <= s.first]
    events += [Span(STATIONED, s.first, s.last) for s in sentence.of("be_in") if began <= s.first]
    named = (*sentence.of("unit"), *sentence.of("body", "military"), *sentence.of("forces"))
    forces = [s for s in named if s.first >= began and (s.cue.category != "unit" or s.cue.value in MILITARY)]
    for event in sorted(events, key=lambda s: s.first):
        near = [each for each in forces if event.distance(each) <= NEAR]
        if not near:
            continue
        unit = near[0].cue.value if near[0].cue.category == "unit" else "troops"
        count = Count(None, unit, near[0].first, near[0].last, near[0].first)
        whose = owner(reading, count, event)
        said = reading.attribution.mention
        between = [m for m in reading.mentions if began <= m.first and reading.is_party(m) and m.last <= event.first]
        if said and reading.side(said) and whose.confidence < SURE and not between:
            whose = Owner(reading.side(said), LIKELY)  # who denies it, denies it of its own
        return Told(count, event, whose)
    return None


def _denied_casualty(reading: Reading, began: int) -> Told | None:
    """Return a killing, with those who are denied to have been killed; no denial of who did it."""
    sentence = reading.sentence
    lost = [Span(KILLED, s.first, s.last) for s in sentence.of("loss")]
    events = [s for s in (*sentence.of("outcome"), *lost) if began <= s.first <= began + DENIED]
    people = [s for c in ("unit", "unit_one", "people_of") for s in sentence.of(c) if s.first >= began]
    for event in sorted(events, key=lambda s: s.first):
        near = [each for each in people if event.distance(each) <= NEAR]
        if not near:
            continue
        unit = near[0].cue.value if near[0].cue.category == "unit" else "people"
        count = Count(None, unit, near[0].first, near[0].last, near[0].first)
        speaker = reading.attribution.mention
        if event in lost and speaker:
            return Told(count, event, Owner(reading.side(speaker), LIKELY))
        return Told(count, event, owner(reading, count, event))
    return None


def _where_it_was(reading: Reading, told: Told, measure: str) -> str:
    """Return the country where something was that a sentence without a place tells.

    One event goes on where it was; civilians are hurt at home; a total of soldiers is told of no place.
    """
    actor = told.owner.actor
    if told.event.cue.category == "movement":
        return "" if is_country(reading.memory.helped.get(actor, "")) else reading.memory.country
    if told.count.unit in CIVIL and is_country(actor):
        goes_on = measure == "incident" and told.count.bare
        return (reading.memory.scene if goes_on else "") or actor
    home = actor if actor in reading.lexicon.pack.presses else ""  # a paper names its own villages without the state
    return reading.memory.scene or reading.memory.country or home if measure == "incident" else ""


def _fact(reading: Reading, told: Told) -> Fact:
    deployment = told.event.cue.category == "movement"
    happened = happening(reading, told.count, told.event)
    when = happened.when
    location, country = reading.place(reading.clause(told.event.first), told.event, whole=not deployment)
    supported = supported_side(reading, told.owner.actor, told.event) if deployment else ""
    if not location:
        country = _where_it_was(reading, told, happened.measure)
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
        date_start=when.start if when else None,
        date_end=when.end if when else None,
        date_precision=when.precision if when else "",
        date_text=reading.sentence.words(reading.text, when.first, when.last) if when and when.last else "",
        as_of=happened.stated or reading.document.published,
        location=location,
        country=country,
        evidence=evidence,
        evidence_start=start,
        evidence_end=end,
        confidence=told.owner.confidence,
        document_id=reading.document.document_id,
    )
