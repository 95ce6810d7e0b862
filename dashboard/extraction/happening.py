"""When and where a count happened, how real it is and what it measures: from its sentence, else from the event that

the article goes on about. Knows no language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .again import a_part
from .begun import begun, compared, of_another, of_what_is_told, on_that_day, since_then, since_truce
from .counting import Count
from .incident import ONE_EVENT, all_night, an_aside, counted_from, known_event, note_day
from .measuring import measure
from .occasion import in_its_week, whole
from .ongoing import of_a_noun
from .parted import of_a_later_part, of_part, of_what_is_compared, right_behind, toll_apart
from .posted import not_theirs
from .reading import Reading
from .said_on import fronted, of_the_aftermath, of_the_rise, only_said, spoken, told_then
from .sending import decided, how_real
from .sums import told_on_its_side
from .text import Span
from .when import When

SAME_SPAN = 5  # sentences from a span of time to what befell others in the same
NO_TIME, WEEK = timedelta(0), timedelta(6)  # from the first to the last day
DATE_REACH = 10  # tokens between an event and the span of time in which it was
SUBJECT = 4  # tokens of who or what a sentence is about: "The mission,"
FRONT = 2  # tokens before a date that opens a sentence


TURNS = ("relative", "subordinate", "in_which", "clause", "speech", "meeting", "that", "campaign")


@dataclass(frozen=True)
class Happening:
    """How real something is, what its number measures, and when it happened; ``stated`` is the day of the statement."""

    status: str
    measure: str
    when: When | None
    stated: date | None


def happening(reading: Reading, count: Count, event: Span) -> Happening:
    """Return what is told of a count besides the people: see :class:`Happening`.

    An incident without a day of its own is part of the one told before: "Nine others were wounded".
    """
    status = how_real(reading, count, event)
    when, said_on = _when(reading, count, event, status)
    if when and status in ("planned", "proposed") and event.cue.category == "movement" and not decided(reading, event):
        when = in_its_week(reading, when, status, event)  # "On Tuesday, X is expected to send 300"
    stated = said_on.start if said_on is not None and (said_on.one_day or said_on.precision == "month") else None
    stated = stated or reading.said_on
    before = (
        when is None and said_on is not None and event.cue.category == "outcome" and _told_before_it(reading, said_on)
    )
    if before:
        reading.memory.measure = ""
    published = reading.document.published
    ahead = when is not None and when.start is not None and published is not None and when.start > published
    if ahead and event.cue.category == "outcome":
        planned = reading.within("status", reading.clause(event.first), "planned")
        when = None if planned else when  # "will bury on Monday the 12 who were killed": they fell before
    elif ahead and status == "occurred":
        status = "planned"  # "berangkat pekan depan"
    elif status == "planned" and not ahead and event.cue.category == "movement" and decided(reading, event):
        when = None  # "ordered 500 men to Mali on Friday": that is when it was decided
    measured = measure(reading, count, event, when, status)
    if event.cue.category == "outcome":
        parted = when is None and any(of_a_later_part(reading, count, each) for each in reading.dates)
        when, measured = _since(reading, count, event, when, "cumulative" if parted else measured)
    if event.cue.category == "outcome" and measured in ONE_EVENT and not before:
        known = known_event(reading)
        by_then = when is not None and when.start is None and known is not None and known.end != when.end
        exact = stated if said_on is None or not reading.sentence.at("shift", said_on.first) else None
        later = exact is not None and known is not None and known.start is not None and known.start > exact
        if known is not None and (when is None or by_then) and not later:
            when = replace(known, first=0, last=0)
        elif when is not None and when.precision == "day" and when.start:
            when = all_night(reading, when)
            if not reading.headline:
                note_day(reading, when, aside=an_aside(reading, when, event))
    return Happening(status, measured, when, stated)


def _of_those(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether some of those are counted of whom the sentence before tells: "13 of them", "13 of the dead"."""
    sentence = reading.sentence
    if a_part(reading, count):
        return True
    the = sentence.before("article", event.first)
    ends = {count.last, count.number.last if count.number else count.last}
    of = {span.last for span in sentence.of("of") if span.first in ends}
    return any(span.first in of or (span.first <= 1 and event.last <= count.first) for span in the)


def _told_before_it(reading: Reading, said_on: When) -> bool:
    """Tell whether a figure was given before the event that the text goes on about: it is none of that one's.

    A day counted from another, "the day before", may be counted from that of a later statement.
    """
    known = known_event(reading)
    if any(span.first == said_on.first for span in reading.sentence.of("shift")):
        return False
    if known is None or known.start is None or said_on.end is None:
        return False
    return said_on.end < known.start


def _since(reading: Reading, count: Count, event: Span, when: When | None, measured: str) -> tuple[When | None, str]:
    """Return when casualties fell, and what their number measures: those of a war of which it is told when it began.

    So are the other totals of one sentence: "2,300 have died since 2001, and 20,000 were wounded".
    """
    memory = reading.memory
    soon = memory.since is not None and memory.place - memory.since_at <= SAME_SPAN
    if soon and memory.since is not None and reading.within("same_span", reading.clause(event.first)):
        memory.measure, memory.since_at = "cumulative", memory.place  # "Britain has lost 148 over the same period"
        return replace(memory.since, first=0, last=0), "cumulative"
    if (
        when is None
        and memory.since is not None
        and memory.place - memory.since_at == 1
        and _of_those(reading, count, event)
    ):
        memory.measure, memory.since_at = (
            "cumulative",
            memory.place,
        )  # "400 have died since June. 13 of them were children"
        return replace(memory.since, first=0, last=0), "cumulative"
    began = begun(reading, event.first)
    if began and (measured == "cumulative" if when is None else when.first == began.first):
        when, measured = began, "cumulative"
        memory.measure = measured
    if measured != "cumulative":
        return when, measured
    if when is None and memory.war and since_then(reading, count.first):
        when = replace(memory.war, first=0, last=0)
    if when is None and memory.truce and since_truce(reading, count.first):
        when = replace(memory.truce, first=0, last=0)
    if when is None and memory.since and memory.place == memory.since_at:
        when = replace(memory.since, first=0, last=0)
    elif when is not None and when.start:
        memory.since, memory.since_at = when, memory.place
    return when, measured


def _when(reading: Reading, count: Count, event: Span, status: str) -> tuple[When | None, When | None]:
    """Return when it happened, and the day or month of the statement where the sentence names that instead.

    A day that stands beside a verb of saying, farther from the event, is the day on which it was said.
    """
    said = spoken(reading)
    clause = reading.clause(event.first)
    if event.cue.category == "outcome" and (day_before := counted_from(reading, count.first)):
        return day_before, None
    happened: list[tuple[int, When]] = []
    stated: When | None = None
    for when in reading.dates:
        if when.end is None and when.first < event.first < when.last:
            when = whole(when)  # "the deadliest since six died in May"
        if when.end is None and on_that_day(reading, when, event.first):
            when = whole(when)  # "since 7 October, when gunmen killed"
        if elsewhere(reading, when, event):
            continue
        if only_said(reading, when, said, event):
            stated = stated or when
            continue
        if not told_on_its_side(reading, when.first, count.first):
            continue
        if when.start is None and of_what_is_told(reading, when.first, max(event.last, count.last)):
            continue  # "killed two in a village that had until Monday been spared"
        if (when.end is None and compared(reading, when.first)) or of_a_later_part(reading, count, when):
            continue
        if event.cue.category == "outcome" and of_another(reading, when, max(event.last, count.last)):
            continue
        if of_what_is_compared(reading, count, when):
            continue
        then = right_behind(reading, count, when) and bool(reading.sentence.before("compared", count.number_first))
        if then and event.cue.category == "outcome" and when.precision == "day":
            stated = when  # "up from 250 on Monday"
            continue
        if _of_the_verb_before(reading, when, event):
            continue
        if event.cue.category == "movement" and not then and not_theirs(reading, when, count, event, status):
            continue
        here = Span(event.cue, when.first, when.last)
        to_event = min(here.distance(event), here.distance(count.span))
        lasted = when.end - when.start if when.start and when.end else None
        day = when.precision == "day" and lasted in (NO_TIME, WEEK)  # not what was "over the past 24 hours"
        if lasted is not None and not day and when.precision == "day" and toll_apart(reading, when, count):
            continue
        if day and of_the_aftermath(reading, when, min(event, count.span, key=here.distance)):
            continue
        said_then = told_then(reading, when, said, to_event) or fronted(reading, when, min(event.first, count.first))
        if day and said_then and not _ahead(reading, when):
            stated = when if stated is None or not lasted else stated
        elif day and of_the_rise(reading, when):
            stated = when
        elif _belongs(reading, when, clause, event, to_event) or _opens(reading, when):
            happened.append((to_event, when))
    if own := [each for each in happened if right_behind(reading, count, each[1])]:
        happened = own
    elif parts := [each for each in happened if of_part(reading, count, each[1])]:
        happened = parts
    if not happened and event.cue.category == "outcome" and (before := _told_before(reading, count, event, said)):
        return before, stated
    # "Of Tuesday … the day before"; not "six on 22 December and six more the following day"
    begins = [number.first for number in reading.numbers]
    counted = [w for _to, w in happened if w.shifted and not any(count.last <= at < w.first for at in begins)]
    if counted:
        return counted[0], stated
    # Of two as near, "on Monday identified the two killed in Saturday's ambush": the one nearer to what befell them.
    happened.sort(key=lambda each: (each[0], Span(event.cue, each[1].first, each[1].last).distance(event)))
    return (happened[0][1] if happened else None), stated


def _ahead(reading: Reading, when: When) -> bool:
    """Tell whether a day is still to come, on which nothing can have been said: "from tomorrow, he added"."""
    published = reading.document.published
    return published is not None and when.start is not None and when.start > published and not when.weekday


def _of_the_verb_before(reading: Reading, when: When, event: Span) -> bool:
    """Tell whether "and" parts a date from an event that has another behind it: "left in May and pulled 400 out in"."""
    sentence = reading.sentence
    joints = [s for s in sentence.of("joint", "and") if s.first == when.last and sentence.tokens[s.first].text != ","]
    apart = any(0 <= event.first - s.last <= 1 for s in joints)
    clause = reading.clause(event.first)
    return apart and any(event.last <= w.first < clause[1] for w in reading.dates)


def _told_before(reading: Reading, count: Count, event: Span, said: Sequence[Span]) -> When | None:
    """Return the month or year that the clause before tells of what goes on: "In May 2017 it was raided; 15 died"."""
    before = [
        w for w in reading.dates if w.last <= event.first and w.precision in ("month", "year") and w.start and w.end
    ]
    before = [w for w in before if not elsewhere(reading, w, event) and not only_said(reading, w, said, event)]
    borders = [s for s in reading.sentence.of("clause") if before and before[-1].last <= s.first < event.first]
    semicolon = any(reading.sentence.tokens[s.first].text == ";" for s in borders)
    return before[-1] if semicolon else None


def elsewhere(reading: Reading, when: When, event: Span, relative: str = "") -> bool:
    """Tell whether a date stands in a clause that says who or what is meant: "the mission, which was set up in 1978".

    ``relative`` names the sort of such clauses that counts, where not all do.
    """
    if of_a_noun(reading, when, event) or (when.precision == "year" and _in_an_aside(reading, when, event)):
        return True
    starts = [s.last for s in reading.sentence.of("relative", relative) if s.last <= when.first]
    if not starts:
        return False
    commas = (at for at in range(when.last, len(reading.sentence.tokens)) if reading.sentence.tokens[at].text in ",;")
    end = next(commas, len(reading.sentence.tokens))
    before = reading.sentence.tokens[starts[-1] - 2].text == "," if starts[-1] >= 2 else False
    return before and not starts[-1] <= event.first < end


def _in_an_aside(reading: Reading, when: When, event: Span) -> bool:
    """Tell whether a year only says more of a name between commas: "UNIFIL, set up in 1978, has 2,000 men"."""
    read = reading.sentence.tokens
    begin = max((at for at in range(when.first) if read[at].text in ",;"), default=-1)
    if when.last >= len(read) or read[when.last].text != "," or begin <= 0 or begin < event.first < when.last:
        return False
    named = begin <= SUBJECT or any(m.last == begin for m in reading.mentions)
    return named and begin + 1 < when.first - 1 and read[begin + 1].text.islower()


def _opens(reading: Reading, when: When) -> bool:
    """Tell whether a month or a year opens a sentence that has no other date: "In January 2022, a strike killed"."""
    read = reading.sentence.tokens
    comma = when.last < len(read) and read[when.last].text == ","
    return when.first <= 1 and comma and not any(w.first > when.last for w in reading.when_told)


def _belongs(reading: Reading, when: When, clause: tuple[int, int], event: Span, distance: int) -> bool:
    """Tell whether a date is the event's: in its clause and, a month or a year, near it; "since" from anywhere."""
    if when.start is None or when.end is None:
        return True
    near = distance <= DATE_REACH or when.first <= FRONT or (when.precision == "day" and not when.lately)
    return clause[0] <= when.first < clause[1] and (near or _goes_on_to(reading, when, event))


def _goes_on_to(reading: Reading, when: When, event: Span) -> bool:
    """Tell whether a clause runs on from an event to a date without turning to anything else."""
    gap = range(event.last, when.first)
    sentence = reading.sentence
    turns = any(s.first in gap for c in TURNS for s in sentence.of(c))
    return bool(gap) and not turns and not any(sentence.tokens[at].text in ",;:()" for at in gap)
