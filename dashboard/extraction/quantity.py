"""Deployments and casualties: a number of people, what befell them or where they went, whose they are. No language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dashboard.facts import Fact

from .counting import Count, counts
from .dates import When
from .language import Cue
from .mentions import Mention
from .numbers import Number
from .reading import Reading
from .support import supported_side
from .text import Span
from .whose import GUESSED, LIKELY, Owner, owner

PLANNED_BEFORE = 7  # tokens between a word of planning and the event that it is about
NEXT_TO = 3  # tokens between a count and a verb that follows it closely
SAID_REACH = 6  # tokens between a verb of saying and the day on which it was said
GREAT = 1_000  # from here on a number without a day is rather a total than one event's
DATE_REACH = 10  # tokens between an event and the month or year in which it was
UNITS = 100  # from here on a bare number counts people rather than units, waves or phases
MILITARY = ("troops", "officers", "engineers", "workers")


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
            if told.event.cue.category == "outcome":
                reading.memory.victim = told.owner.actor or reading.memory.victim
            else:
                reading.memory.sender = told.owner.actor
        yield _fact(reading, told)
    yield from _denials(reading)


def _told(reading: Reading) -> Iterator[Told]:
    last: Told | None = None
    for count in counts(reading):
        listed = last if count.listed else None
        event = _event(reading, count) or _loss(reading, count) or (listed.event if listed else None)
        if (
            event is None
            or event.cue.category == "other_event"
            or _negated(reading, event)
            or _given_back(reading, event)
            or _rate(reading, count, event)
        ):
            continue
        moved = event.cue.category == "movement"
        if moved and count.unit not in MILITARY and not (reading.memory.sender and count.unit == "people"):
            continue
        if moved and count.bare and not (reading.memory.sender and _large(count)):
            continue
        whose = owner(reading, count, event, listed.owner if listed else None)
        if whose.confidence == GUESSED and last is not None and last.owner.actor:
            whose = replace(last.owner, confidence=GUESSED)  # the sentence goes on about the same people
        if moved and not whose.actor:
            continue
        last = Told(count, event, whose)
        yield last
    if last is None:
        yield from _named_victims(reading)


def _fates(reading: Reading) -> Iterator[Span]:
    """Yield what befell a single person, "was killed", as outcomes that begin at the verb's first word."""
    sentence = reading.sentence
    for fate in sentence.of("fate"):
        yield Span(Cue("outcome", fate.cue.value), fate.first, fate.last)
    for outcome in sentence.of("outcome"):
        for aux in sentence.before("aux", outcome.first):
            if outcome.cue.value != "killed_or_wounded" and not _negated(reading, outcome):
                yield Span(outcome.cue, aux.first, outcome.last)


def _large(count: Count) -> bool:
    """Tell whether a number without a noun is too great to count units or waves."""
    number = count.number
    return number is not None and max(number.low or 0, number.best or 0, number.high or 0) >= UNITS


def _loss(reading: Reading, count: Count) -> Span | None:
    """Return a verb of losing as the killing that it tells of: "lost 45 soldiers"."""
    lost = [s for s in reading.sentence.of("loss") if 0 <= count.first - s.last <= 2]
    return Span(Cue("outcome", "killed"), lost[-1].first, lost[-1].last) if lost and not count.bare else None


def _rate(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a count is one a day or a month, which is no total."""
    return any(0 <= span.first - last <= 1 for span in reading.sentence.of("rate") for last in (count.last, event.last))


def _given_back(reading: Reading, event: Span) -> bool:
    """Tell whether captives are exchanged or released, which is no casualty."""
    return event.cue.value == "captured" and bool(reading.sentence.of("exchange"))


def _named_victims(reading: Reading) -> Iterator[Told]:
    """Yield a person, named or "he", who is told to have been killed, wounded or captured: one, exactly."""
    for event in _fates(reading):
        people = [m for m in reading.mentions if m.actor.type == "person" and 0 <= event.first - m.last <= 1]
        pronouns = [s for s in reading.sentence.of("third") if s.last == event.first]
        who = people[-1] if people else None
        if who is None and pronouns and reading.memory.person:
            who = Mention(reading.memory.person, event.first, event.first)
        if who is None:
            continue
        side = reading.side(who)
        side = side if side != who.actor.actor_id else reading.memory.victim
        if side:
            one = Number(None, 1, None, "exact", who.first, event.last)
            yield Told(Count(one, "people", who.first, event.last, who.first, bare=True), event, Owner(side, LIKELY))
        return


def _event(reading: Reading, count: Count) -> Span | None:
    """Return what a count is told of: the nearest outcome or movement of its clause that is not another count's."""
    clause = reading.clause(count.first)
    events = [s for category in ("outcome", "movement", "other_event") for s in reading.within(category, clause)]
    others = [n for n in reading.numbers if n.last <= count.first or n.first >= count.last]
    best: tuple[tuple[int, bool, bool], Span] | None = None
    for span in events:
        distance = 0 if count.inside(span) else count.span.distance(span)
        between = [n for n in others if _between(count, span, n.first) and reading.counts_people(n)]
        between = [n for n in between if not _beside_it(reading, count, n)]
        total = any(reading.sentence.before("totals", at) for at in (count.first, count.first - 1))
        if count.bare and distance > 4 and not (total and span.first < count.first):
            continue
        # Of two as near, "killed and 4,100 wounded": the one that follows.
        cost = distance + 30 * len(between)
        if between and not count.listed:
            continue
        if distance > NEXT_TO and span.first >= count.last and _begins_another(reading, span, others):
            continue
        key = (cost, span.first < count.first, span.cue.category != "outcome")
        if best is None or key < best[0]:
            best = (key, span)
    return best[1] if best else None


def _begins_another(reading: Reading, span: Span, others: list[Number]) -> bool:
    """Tell whether a verb further on is the beginning of another count: "Two bombers attacked a crowd, killing 13"."""
    return any(0 <= n.first - span.last <= 1 and reading.counts_people(n) for n in others)


def _between(count: Count, span: Span, token: int) -> bool:
    return count.last <= token < span.first or span.last <= token < count.first


def _beside_it(reading: Reading, count: Count, number: Number) -> bool:
    """Tell whether a further number goes with a count: a part of it, "including two", or joined to it, "and two"."""
    part = any(0 <= number.first - span.last <= 2 for span in reading.sentence.of("subset"))
    joined = any(count.last <= span.first and span.last <= number.first for span in reading.sentence.of("joint", "and"))
    return part or (joined and 0 <= number.first - count.last <= 3)


def _negated(reading: Reading, event: Span) -> bool:
    return any(0 <= event.first - span.last <= 1 for span in reading.sentence.of("negation"))


def _status(reading: Reading, told: Told) -> str:
    """Return how real it is: a word of planning or offering counts where it stands shortly before event or count."""
    clause = reading.clause(told.event.first)
    first = max(told.event.first, told.count.first)
    for status in ("proposed", "planned"):
        for span in reading.within("status", clause, status):
            if any(-1 <= at - span.last <= PLANNED_BEFORE for at in (told.event.first, told.count.first, first)):
                return status
    return "occurred"


def _measure(reading: Reading, told: Told, when: When | None) -> str:
    count, clause = told.count, reading.clause(told.count.first)
    added = [
        span
        for span in reading.within("measure", clause, "additional")
        if -1 <= count.number_first - span.last <= 1 or count.number_first <= span.first <= count.last + 1
    ]
    moved = told.event.cue.category == "movement"
    if added or (moved and count.same):
        return "additional"
    one_day = bool(when and when.precision == "day" and when.start and when.start == when.end)
    if moved:
        leaving = told.event.cue.value == "withdrawn" and when is not None
        once = one_day or leaving or _status(reading, told) == "planned"
        return "incident" if once and told.event.cue.value != "stationed" else "cumulative"
    if reading.within("measure", clause, "cumulative"):
        reading.memory.measure = "cumulative"
    elif one_day or reading.sentence.of("event"):
        reading.memory.measure = "incident"
    number = count.number
    great = number is not None and max(number.low or 0, number.best or 0, number.high or 0) >= GREAT
    return "cumulative" if great and not one_day else reading.memory.measure


def _when(reading: Reading, told: Told) -> tuple[When | None, date | None]:
    """Return when it happened, and the day of the statement where the sentence names that instead.

    A day that stands beside a verb of saying, farther from the event, is the day on which it was said.
    """
    said = [*reading.sentence.of("speech"), *reading.sentence.of("said_by")]
    clause = reading.clause(told.event.first)
    happened: list[tuple[int, When]] = []
    stated: date | None = None
    for when in reading.dates:
        here = Span(told.event.cue, when.first, when.last)
        to_event = min(here.distance(told.event), here.distance(told.count.span))
        to_speech = min((here.distance(span) for span in said), default=to_event + 1)
        day = when.precision == "day" and when.start is not None and when.end is not None
        before_that = any(0 <= span.first - when.last <= 1 for span in reading.sentence.of("that"))
        if day and (to_speech < to_event or (before_that and to_speech <= SAID_REACH)):
            stated = when.start if when.start == when.end else stated
        elif _belongs(when, clause, to_event):
            happened.append((to_event, when))
    return (min(happened, key=lambda each: each[0])[1] if happened else None), stated


def rejected(reading: Reading, count: Count) -> str:
    """Return why a count makes no fact by itself; empty where it does. For explanations only."""
    event = _event(reading, count) or _loss(reading, count)
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


def _belongs(when: When, clause: tuple[int, int], distance: int) -> bool:
    """Tell whether a date is the event's: in its clause and, a month or a year, near it; "since" from anywhere."""
    if when.start is None or when.end is None:
        return True
    return clause[0] <= when.first < clause[1] and (distance <= DATE_REACH or when.precision == "day")


def _denials(reading: Reading) -> Iterator[Fact]:
    """Yield the denial of a sending that names no number."""
    denials = reading.sentence.of("speech", "denies")
    if not denials or reading.numbers:
        return
    for event in reading.sentence.of("movement", "sent"):
        units = [u for u in reading.sentence.of("unit") if u.cue.value in MILITARY and event.distance(u) <= 3]
        if units and denials[0].last <= event.first:
            count = Count(None, units[0].cue.value, units[0].first, units[0].last, units[0].first)
            whose = owner(reading, count, event)
            if whose.actor:
                fact = _fact(reading, Told(count, event, whose))
                yield replace(fact, status="denied", assertion="denies", measure="", qualifier="")
            return


def _fact(reading: Reading, told: Told) -> Fact:
    deployment = told.event.cue.category == "movement"
    when, stated = _when(reading, told)
    location, country = reading.place(reading.clause(told.event.first), told.event, whole=not deployment)
    supported = supported_side(reading, told.owner.actor, told.event) if deployment else ""
    if not location:
        country = supported or reading.memory.country
    number = told.count.number
    evidence, start, end = reading.evidence()
    said = reading.attribution
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
        measure=_measure(reading, told, when),
        status=_status(reading, told),
        assertion=said.assertion,
        claimant=said.claimant,
        relayed_via="; ".join(said.relayed_via),
        date_start=when.start if when else None,
        date_end=when.end if when else None,
        date_precision=when.precision if when else "",
        date_text=reading.sentence.words(reading.text, when.first, when.last) if when else "",
        as_of=stated or reading.document.published,
        location=location,
        country=country,
        evidence=evidence,
        evidence_start=start,
        evidence_end=end,
        confidence=told.owner.confidence,
        document_id=reading.document.document_id,
    )
