"""Deployments and casualties: a number of people, what befell them or where they went, whose they are. No language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.facts import Fact

from .dates import When
from .language import Cue
from .mentions import Mention
from .numbers import Number
from .reading import Reading
from .text import Span

NOUN_REACH = 6  # tokens after a number within which the counted noun stands ("2,000 North Korean elite soldiers")
NAME_REACH = 4  # tokens after the counted noun within which its state stands ("tentara elite Korea Utara")
VERB_REACH = 3  # tokens between a bare number and what befell those counted ("600 tewas", "killed some 600")
SURE, LIKELY, GUESSED = 0.9, 0.75, 0.5
NUMBER = Cue("number", "")


@dataclass(frozen=True)
class Counted:
    """A number with the noun that it counts and the event that it is told of."""

    number: Number
    unit: str
    last: int
    event: Span
    clause: tuple[int, int]


def quantities(reading: Reading) -> Iterator[Fact]:
    """Yield the deployments and casualties of a sentence."""
    for counted in _counted(reading):
        if _negated(reading, counted.event):
            continue
        actor, confidence = _whose(reading, counted)
        if not actor and counted.event.cue.category == "movement":
            continue
        if confidence == SURE:
            reading.memory.subject = actor
        yield _fact(reading, counted, actor, confidence)


def _counted(reading: Reading) -> Iterator[Counted]:
    previous = ""
    for number in reading.numbers:
        if _counts_no_people(reading, number):
            continue
        clause = reading.clause(number.first)
        noun = _noun(reading, number, clause)
        unit, last = (noun.cue.value, noun.last) if noun else (previous, number.last)
        whole = Span(NUMBER, number.first, last)
        event = _event(reading, whole, clause, bare=noun is None)
        if event is None:
            continue
        previous = unit = unit or "people"
        yield Counted(number, unit, last, event, clause)


def _counts_no_people(reading: Reading, number: Number) -> bool:
    """Tell whether a number is money, a measure, an ordinal, or part of a date."""
    sentence = reading.sentence
    follows = sentence.at("not_people", number.last)
    money = bool(sentence.before("money", number.first) or sentence.before("money", number.last - 1))
    dated = any(when.first < number.last and number.first < when.last for when in reading.dates)
    written = sentence.tokens[number.last - 1]
    glued = (
        number.first > 0
        and sentence.tokens[number.first - 1].text in "-/:."
        and (sentence.tokens[number.first - 1].end == sentence.tokens[number.first].start)
    )
    after = sentence.tokens[number.last] if number.last < len(sentence.tokens) else None
    glued_after = after is not None and after.start == written.end and after.text not in ",.;:)”\"'"
    return follows or money or dated or glued or (glued_after and number.qualifier != "between")


def _noun(reading: Reading, number: Number, clause: tuple[int, int]) -> Span | None:
    """Return what is counted: the first counted noun after the number, before any other number or a stop."""
    end = min(clause[1], number.last + NOUN_REACH)
    others = [other.first for other in reading.numbers if other.first >= number.last]
    stops = [at for at in range(number.last, end) if reading.sentence.tokens[at].text in ".,;:()"]
    end = min([end, *others, *stops])
    nouns = [span for span in reading.sentence.of("unit") if number.last <= span.first < end]
    if not nouns:
        return None
    exact = [span for span in nouns if span.cue.value != "people" and span.first - nouns[0].last <= 1]
    return exact[0] if nouns[0].cue.value == "people" and exact else nouns[0]


def _event(reading: Reading, whole: Span, clause: tuple[int, int], *, bare: bool) -> Span | None:
    """Return what the number is told of: the nearest outcome or movement of its clause that is not another number's."""
    events = [s for category in ("outcome", "movement") for s in reading.within(category, clause)]
    reach = VERB_REACH if bare else clause[1] - clause[0]

    def nearest(span: Span) -> tuple[int, bool, bool]:
        # Of two as near, "killed and 4,100 wounded": the one that follows.
        return whole.distance(span), span.first < whole.first, span.cue.category != "outcome"

    near = [span for span in events if whole.distance(span) <= reach and not _between(reading, whole, span)]
    return min(near, key=nearest, default=None)


def _between(reading: Reading, whole: Span, event: Span) -> bool:
    """Tell whether another counted number stands between this one and the event, which is then that one's."""
    low, high = sorted((whole.first, event.first))
    return any(
        low < other.first < high
        and other.first != whole.first
        and not _counts_no_people(reading, other)
        and event.first > whole.first
        and _told_before(reading, other, event)
        for other in reading.numbers
    )


def _told_before(reading: Reading, other: Number, event: Span) -> bool:
    """Tell whether an event stands closer to the other number than a list of counts would have it."""
    return 0 <= event.first - other.last <= NOUN_REACH


def _negated(reading: Reading, event: Span) -> bool:
    return any(0 <= event.first - span.last <= 1 for span in reading.sentence.of("negation"))


def _belongs(mention: Mention) -> bool:
    """Tell whether an actor can have people of its own in service: a state or an armed group."""
    return mention.actor.type in ("state", "armed_group")


def _whose(reading: Reading, counted: Counted) -> tuple[str, float]:
    """Return whose people are counted, and how sure that is."""
    speaker = reading.attribution.mention
    candidates = [m for m in reading.mentions if _belongs(m)]
    in_noun = [
        m
        for m in candidates
        if counted.number.first <= m.first
        and m.last <= counted.last + NAME_REACH
        and m.first - counted.last <= 1
        and not _marked(reading, m)
    ]
    if in_noun:
        return in_noun[0].actor.actor_id, SURE
    here = [m for m in candidates if counted.clause[0] <= m.first < counted.clause[1] and m != speaker]
    plain = [m for m in here if not _marked(reading, m)]
    before = [m for m in plain if m.last <= max(counted.number.first, counted.event.first)]
    if counted.event.cue.category == "movement" and before:
        return before[-1].actor.actor_id, SURE
    if plain and not _helped(reading, plain[0]):
        return plain[0].actor.actor_id, LIKELY
    if counted.event.cue.category == "outcome" and counted.unit in ("civilians", "people", "children", "women"):
        _location, country = reading.place(counted.clause)
        if country:
            return country, LIKELY
    return reading.memory.subject, GUESSED


def _marked(reading: Reading, mention: Mention, value: str = "") -> bool:
    """Tell whether a name is told as a place: where, to where, or from where."""
    return any(not value or span.cue.value == value for span in reading.sentence.before("where", mention.first))


def _helped(reading: Reading, mention: Mention) -> bool:
    return any(0 <= mention.first - span.last <= 1 for span in reading.sentence.of("side"))


def _supported(reading: Reading, counted: Counted, actor: str) -> str:
    """Return the side that troops are sent to help: named as helped, else the state that they are sent to.

    A sentence that names none goes on about the side that the same actor's troops were said to help before.
    """
    others = [m for m in reading.named(counted.clause) if m.actor.type == "state" and m.actor.actor_id != actor]
    helped = [m for m in others if _helped(reading, m)]
    toward = [m for m in others if _marked(reading, m, "to")]
    remembered = reading.memory.helped
    if found := next((m.actor.actor_id for m in [*helped, *toward]), ""):
        remembered[actor] = found
    return found or remembered.get(actor, "")


def _status(reading: Reading, counted: Counted) -> str:
    """Return ``planned`` or ``occurred``: a word of planning counts where it stands just before the event."""
    reach = range(-1, 5)
    planned = [s for s in reading.within("status", counted.clause, "planned") if counted.event.first - s.last in reach]
    return "planned" if planned else "occurred"


def _measure(reading: Reading, counted: Counted, when: When | None) -> str:
    number = counted.number
    added = [
        span
        for span in reading.within("measure", counted.clause, "additional")
        if 0 <= number.first - span.last <= 1 or number.first <= span.first <= counted.last + 1
    ]
    if added:
        return "additional"
    if counted.event.cue.category == "movement" or reading.within("measure", counted.clause, "cumulative"):
        return "cumulative"
    if when and when.precision == "day" and when.start == when.end:
        return "incident"
    return "incident" if reading.sentence.of("event") else "cumulative"


def _when(reading: Reading, counted: Counted) -> tuple[When | None, date | None]:
    """Return when it happened, and the day of the statement where the sentence names that instead.

    A day that stands beside a verb of saying, farther from the event, is the day on which it was said.
    """
    said = [*reading.sentence.of("speech"), *reading.sentence.of("said_by")]
    happened: list[When] = []
    stated: date | None = None
    for when in reading.dates:
        here = Span(counted.event.cue, when.first, when.last)
        to_event = min(here.distance(counted.event), here.distance(Span(here.cue, counted.number.first, counted.last)))
        to_speech = min((here.distance(span) for span in said), default=to_event + 1)
        if when.precision == "day" and when.start == when.end and to_speech < to_event:
            stated = when.start
        elif counted.clause[0] <= when.first < counted.clause[1] or when.start is None or when.end is None:
            happened.append(when)
    return (happened[0] if happened else None), stated


def _fact(reading: Reading, counted: Counted, actor: str, confidence: float) -> Fact:
    deployment = counted.event.cue.category == "movement"
    when, stated = _when(reading, counted)
    location, country = reading.place(counted.clause)
    evidence, start, end = reading.evidence()
    said = reading.attribution
    return Fact(
        kind="deployment" if deployment else "casualty",
        actor=actor,
        supported=_supported(reading, counted, actor) if deployment else "",
        movement=counted.event.cue.value if deployment else "",
        outcome="" if deployment else counted.event.cue.value,
        unit=counted.unit,
        value_low=counted.number.low,
        value_best=counted.number.best,
        value_high=counted.number.high,
        qualifier=counted.number.qualifier,
        measure=_measure(reading, counted, when),
        status=_status(reading, counted),
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
        confidence=confidence,
        document_id=reading.document.document_id,
    )
