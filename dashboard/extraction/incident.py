"""The event that an article goes on about, and its day, which sentences without a day of their own share.

Knows no language.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dashboard.facts import Fact

from .begun import begun, of_another, truce
from .lately import amount_before
from .noted import Noted
from .parted import of_what_is_compared
from .reading import Reading
from .said_on import comma_in, fronted, of_the_aftermath, of_the_rise, only_said, spoken, told_then
from .setting import new_paragraph
from .text import Span
from .when import When
from .written import begins_range

ONE_EVENT = ("incident", "additional")  # what such figures measure shares the day of the event
SOON = 300  # characters within which the day of an event may follow
FAR = 1_000  # and within which that of the only event may
DAY, LATELY = timedelta(1), timedelta(10)
LONGEST, LATEST = timedelta(4), timedelta(2)  # of what is one event; of what has been "over the past 48 hours"
ANOTHER = ("1", "-1")  # days from the one told of before
REASON = 8  # tokens between "in retaliation for" and what that was
UNFRAMED = ("aftermath", "casualty_noun")  # whose day is that of no event
TOLD_APART = ("apart", "because_of", "shift")  # of what is no part of the event told of before
EVENTS = ("event", "outcome")
PROSE = 4  # words in small letters of a sentence, which a line with the day of publication has not
FRAME = 2  # sentences within which a day without an event holds for what follows


def note_event(reading: Reading) -> None:
    """Remember the day of an attack or another event that a sentence tells, whether it counts victims or not.

    The day of a sentence that tells no event holds for the next ones: "They came at dawn on Friday. Six died."
    """
    memory, published, known = reading.memory, reading.document.published, reading.memory.incident
    if new_paragraph(reading.text, reading.sentence):
        known.paragraph += 1
    if reading.headline:
        return
    if reading.dates:
        memory.war = begun(reading) or memory.war
        memory.truce = truce(reading) or memory.truce
    if any(span.first == 0 for span in reading.sentence.of("turn")):
        known.turned = reading.sentence.start
    if _apart(reading):
        known.apart_at, known.first_apart = memory.place, reading.sentence.start
    events = [span for category in EVENTS for span in reading.sentence.of(category)]
    if not events:
        if when := _framing(reading):
            known.frame = _here(reading, when)
            if memory.place - known.undated.at <= 1:
                note_day(reading, when)  # "Jets bombed a village. People had come to a feast on Monday morning."
        return
    told = [(when, _event_of(reading, when, events)) for when in reading.dates if _past(when, published)]
    days = [(when, event) for when, event in told if event is not None]
    if days:
        when, event = next((each for each in days[1:] if _counted(each, days[0])), days[0])
        note_day(reading, when, aside=an_aside(reading, when, event))
        memory.measure = "incident"
        return
    known.undated = _here(reading, None)
    if since := next((when for when in reading.dates if _since_it(when, events)), None):
        note_day(reading, replace(since, end=since.start), aside=True)
        return
    for when in reading.dates:
        told_of = _event_of(reading, when, events) if _period(when, published) else None
        if told_of is not None and not only_said(reading, when, spoken(reading), told_of):
            known.period = _here(reading, when)
    for event in events:
        if day := counted_from(reading, event.first):
            note_day(reading, day)
            return


def note_day(reading: Reading, when: When, *, aside: bool = False) -> None:
    """Remember a day as that of the event that the text goes on about; one told by the way is over with its paragraph.

    So is one long ago: the article is about what has just been.
    """
    known, published, when = reading.memory.incident, reading.document.published, all_night(reading, when)
    long_ago = published is not None and when.start is not None and published - when.start > LATELY
    known.event = _here(reading, when)
    known.by_the_way = aside or long_ago
    known.first_at = known.event.at if known.main is None else known.first_at
    if not known.by_the_way:
        known.main = when


def _here(reading: Reading, when: When | None) -> Noted:
    return Noted(when, reading.memory.place, reading.memory.incident.paragraph)


def known_event(reading: Reading) -> When | None:
    """Return when something was that a sentence tells without a day: when the event was that it goes on about."""
    known, place = reading.memory.incident, reading.memory.place
    if known.apart_at > known.event.at and place - known.apart_at <= 1:
        return None  # "In a separate attack, seven died"
    framed = known.frame.paragraph == known.paragraph and place - known.frame.at <= FRAME
    if known.frame.when and framed and known.frame.at >= known.event.at:
        note_day(reading, known.frame.when)
    if known.period.when and known.period.paragraph == known.paragraph and known.period.at > known.event.at:
        return known.period.when
    over = known.by_the_way and known.event.paragraph != known.paragraph
    return known.main if over and known.main else known.event.when


def all_night(reading: Reading, when: When) -> When:
    """Return both days of a night: what happened overnight was on one of two."""
    nights = reading.sentence.of("night")
    at_night = any(span.first == when.first for span in nights)
    into = [s.last for s in nights if reading.sentence.at("where", s.last)]  # "overnight into Friday"
    at_night = at_night or any(0 <= when.first - last <= 1 for last in into)
    return replace(when, start=day - DAY) if at_night and (day := when.one_day) else when


def told_late(reading: Reading) -> When | None:
    """Return the day of the event where this sentence tells it, for what was told before without a day."""
    known, place = reading.memory.incident, reading.memory.place
    told = known.event.at == place and (not known.by_the_way or _says_when(reading))
    framed = known.frame.at == place and known.event.when is None
    when = known.event.when if told else known.frame.when if framed else None
    return when and replace(when, first=0, last=0)


def _says_when(reading: Reading) -> bool:
    """Tell whether a sentence only says when an event was, however long ago: "The attacks took place on 25 May"."""
    sentence = reading.sentence
    if not sentence.of("held") or any(sentence.of(category) for category in ("outcome", *TOLD_APART)):
        return False
    one = [s.last for s in sentence.of("single")]  # "a similar attack took place on 3 May" tells of another
    return not any(0 <= event.first - at <= 1 for event in sentence.of("event") for at in one)


def of_that_event(reading: Reading, fact: Fact) -> bool:
    """Tell whether victims told before may be those of the event whose day this sentence tells.

    They are where it follows soon, or is the first whose day the text tells at all, and has no victims of its own.
    """
    known, place = reading.memory.incident, reading.memory.place
    if fact.evidence_start is None or fact.evidence_end is None or fact.evidence_start < known.turned:
        return False
    if known.first_apart <= fact.evidence_start:
        return reading.follows(fact) and known.event.at == place
    if known.event.at != place:
        return reading.follows(fact)
    if reading.sentence.of("outcome") and any(s.cue.value in ANOTHER for s in reading.sentence.of("shift")):
        return False  # "A day earlier, shelling killed four"
    far = reading.sentence.start - fact.evidence_end
    only_when = known.first_at == place and not reading.sentence.of("outcome")
    return far <= SOON or (far <= FAR and only_when)


def counted_from(reading: Reading, at: int) -> When | None:
    """Return when something was that a day is told to be a day after: "on Friday, a day after a shell hurt two"."""
    sentence = reading.sentence
    spans = [s for s in sentence.of("date", "day_after") if s.last <= at]
    if not spans:
        return None
    span = spans[-1]
    if any(span.last <= when.first < at for when in reading.dates):
        return None
    days = [w for w in reading.dates if w.precision == "day" and w.one_day]
    before, after = [w for w in days if w.last <= span.first], [w for w in days if w.first >= at]
    if any(of_what_is_compared(reading, None, when) for when in after):
        return None
    start = next((when.start for when in (*before[-1:], *after[:1])), None)
    return When(start - DAY, start - DAY, "day", span.first, span.last, shifted=True) if start else None


def _event_of(reading: Reading, when: When, events: list[Span]) -> Span | None:
    """Return the event of which a sentence tells a day; none of a day of a statement or of what came of an event."""
    clause = reading.clause(when.first)
    inside = [each for each in events if clause[0] <= each.first < clause[1]]
    if not inside and any(span.last == clause[0] for span in reading.sentence.of("meanwhile")):
        inside = [each for each in events if each.first < clause[0]]  # "were shot while on patrol on Friday"
    if not inside:
        return None
    here = Span(inside[0].cue, when.first, when.last)
    nearest = min(inside, key=here.distance)
    if told_then(reading, when, spoken(reading), here.distance(nearest)) or of_the_aftermath(reading, when, nearest):
        return None
    other = of_the_rise(reading, when) or of_another(reading, when, len(reading.sentence.tokens))
    other = other or of_what_is_compared(reading, None, when)
    return None if other or fronted(reading, when, nearest.first) else nearest


def _counted(later: tuple[When, Span], first: tuple[When, Span]) -> bool:
    """Tell whether a day counted from another is nearer its event: "took to the streets on Monday … a day earlier"."""
    gaps = [Span(event.cue, when.first, when.last).distance(event) for when, event in (later, first)]
    return later[0].shifted and gaps[0] < gaps[1]


def _since_it(when: When, events: list[Span]) -> bool:
    """Tell whether a date is that of an event since which something has gone on: "since the clash of 15 June"."""
    if when.end is not None or when.start is None or when.precision != "day":
        return False
    return any(when.first < each.first < when.last for each in events if each.cue.category == "event")


def an_aside(reading: Reading, when: When, event: Span) -> bool:
    """Tell whether an event is told only as what another followed: "in retaliation for strikes on Friday"."""
    before = min(when.first, event.first)
    return when.shifted or any(0 <= before - span.last <= REASON for span in reading.sentence.of("because_of"))


def _apart(reading: Reading) -> bool:
    """Tell whether a sentence tells of something else than the ones before: "in a separate attack", "days before"."""
    sentence = reading.sentence
    if sentence.of("apart"):
        return True
    units = {
        s.last for s in sentence.of("time_unit") if s.cue.value != "hour" and amount_before(sentence, s.first) is None
    }
    return any(span.first in units and span.cue.value in ("ago", "earlier") for span in sentence.of("elapsed"))


def _framing(reading: Reading) -> When | None:
    """Return the past day of a sentence in which nothing is said, met or counted: "They came at dawn on Friday"."""
    published, sentence = reading.document.published, reading.sentence
    words = sum(token.text.islower() for token in sentence.tokens)
    met = reading.mentions and sentence.of("meeting")
    if words < PROSE or met or any(sentence.of(category) for category in UNFRAMED):
        return None
    said = spoken(reading)
    for when in reading.dates:
        told = all(when.last <= each.first and comma_in(reading, when.last, each.first) for each in said)
        told = told and (not said or when.first >= PROSE)  # not "On Thursday, he said"
        if told and not begins_range(sentence, when.first) and _past(when, published):
            return when
    return None


def _period(when: When, published: date | None) -> bool:
    """Tell whether a date is a past week or month: "In May, gunmen stormed the camp"."""
    if when.start is None or when.end is None or when.precision not in ("day", "month"):
        return False
    return published is None or when.start <= published


def _past(when: When, published: date | None) -> bool:
    """Tell whether a date is a day or a few that lie behind."""
    if when.precision != "day" or when.start is None or when.end is None:
        return False
    longest = LATEST if when.lately else LONGEST
    return when.end - when.start <= longest and (published is None or when.start <= published)
