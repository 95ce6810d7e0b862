"""When a meeting was: from its clause, else from what was told before. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from .announced import offered_then, said_then
from .counted import counted, counted_to
from .language import Cue
from .listing import REACH, is_light, verb_from
from .pointing import opening
from .reading import Reading
from .said_on import spoken
from .status import ahead_of
from .text import Span
from .when import When, month_of

DATE_REACH = 20  # tokens between a meeting and its date
MONTH_REACH = 14  # tokens between a meeting and its month or year
SOON = 2  # sentences within which one meeting after another is told of one day
NAMED = 14  # tokens between one of those who meet and the date
PLANNED_AFTER = 3  # tokens between "which" and the word of planning that says that the meeting is meant
FRONT, SHORTLY = 3, 8  # tokens before "shortly before" where it begins a sentence, else after a meeting
COUNTED_FROM = 12  # tokens between "a day after" and the meeting from which it counts
SAID_AT = 5  # tokens between who is quoted and the day of the statement
NEXT = 6  # tokens between a day and the name of whoever was met on it
PURPOSE = 5  # tokens between the day on which somebody went somewhere and what for
SINCE = 4  # tokens between "has since" and the meeting
WEEK = timedelta(7)
SEASON = timedelta(90)  # within which a day that is over is not that of next year
LATELY = timedelta(14)  # within which what began on a day may go on


def _whole(reading: Reading, when: When, span: Span) -> When:
    """Return the day, month or year of a meeting since which something has gone on: "since X went there in May".

    So does a clause right after the date: "sejak Senin (10/3), ketika X bertemu Y".
    """
    if when.end is not None or when.start is None:
        return when
    read = reading.sentence.tokens
    clauses = [s for s in reading.sentence.of("in_which") if when.last <= s.first and s.last <= span.first]
    told = bool(clauses) and not any(read[at].text.isalpha() for at in range(when.last, clauses[0].first))
    gone = any(when.first < s.first < when.last for s in reading.sentence.of("motion"))
    for_it = gone and 0 <= span.first - when.last <= PURPOSE  # "since X flew there on 3 May for talks with Y"
    if not told and not for_it and not when.first < span.first < when.last:
        return when
    return replace(whole(when), first=when.last - 1)


def whole(when: When) -> When:
    """Return all of a day, a month or a year of which only the beginning is told."""
    if when.start is None:
        return when
    end = when.start
    if when.precision == "month":
        end = month_of(when.start.year, when.start.month)[1]
    elif when.precision == "year":
        end = date(when.start.year, 12, 31)
    return replace(when, end=end)


def when_met(reading: Reading, span: Span, status: str) -> When | None:
    """Return when a meeting was: the date nearest to it in its clause, else that of what was told before."""
    clause = reading.clause(span.first)
    counts = [*counted(reading)]
    if to := counted_to(reading, span, counts):
        return to
    dated = [_whole(reading, when, span) for when in reading.dates]
    if told := _when_then(reading, span, dated):
        return in_its_week(reading, told, status, span)
    near = [(Span(span.cue, w.first, w.last).distance(span), w.first, w) for w in dated]
    names = [Span(span.cue, m.first, m.last) for m in reading.named(clause) if m.actor.type == "person"]
    only = len(dated) == 1 and not _told_between(reading, span, dated[0])
    # "On Monday X came to Y, but Z would not see him"
    near = [each for each in near if (clause[0] <= each[1] or each[1] <= 1) and each[1] < clause[1]]
    near = [each for each in near if only or _reached(each[2], each[0], names)]
    # What stands behind "a day before talks with" is when those were.
    later = min((each.first for each in counts if span.last <= each.first), default=clause[1])
    near = [each for each in near if each[1] < later]
    near = [each for each in near if each[1] < span.last or not _of_the_next(reading, each[2])]
    # "first since 1945"; what is planned may be "by Friday"
    ongoing = [each for each in near if status == "occurred" and _going_on_since(reading, span, each[2])]
    near = ongoing or [each for each in near if each[2].end and (each[2].start or status != "occurred")]
    own = [each for each in near if not _elsewhere(reading, each[2], span) or _of_the_talks(reading, span, each[2])]
    own = [each for each in own if not (said_then(reading, each[2], span) or offered_then(reading, each[2], span))]
    opened = max((opening(reading, each) for each in reading.sentence.of("meeting")), default=0)
    own = [each for each in own if (each[1] < opened) == (span.first < opened)]  # "after meeting X on Monday, Y met Z"
    own = _not_after(reading, span, own)
    own = [each for each in own if status != "occurred" or not _of_a_plan(reading, span, each[2])]
    if before_it := ahead_of(reading, span):
        own = [each for each in own if each[1] >= before_it.last]  # "arrived on Thursday ahead of talks with X"
    if following := [each for each in own if each[1] >= span.last and by_itself(reading, span)]:
        own = following
    if own:
        nearest = min(own, key=lambda each: each[:2])[2]
        return in_its_week(reading, nearest, status, span)
    if status != "occurred" or _ever_since(reading, span):
        return None
    memory, published = reading.memory, reading.document.published
    if _long_before(reading, span):
        return None
    if memory.then and memory.then_at == memory.place - 1 and reading.sentence.at("at_that_time", 0):
        return replace(memory.then, first=0, last=0)
    goes = reading.sentence.at("motion", span.first)  # who only goes somewhere need not do so that day
    if not goes and memory.day and memory.place - memory.day_at <= 1 and (published is None or memory.day <= published):
        return When(memory.day, memory.day, "day", 0, 0)
    soon = memory.place - memory.met_at <= SOON
    then = any(abs(s.first - span.first) <= REACH for s in reading.sentence.of("then"))
    if memory.met and (then or (soon and not goes)):
        return replace(memory.met, first=0, last=0)  # "Modi and Putin then talked"
    if memory.story and _that_day(reading, span):
        return When(memory.story, memory.story, "day", 0, 0)
    for after in reading.within("date", clause, "day_after"):  # of something without a date: it is over at least
        return When(None, published, "day" if published else "", after.first, after.last)
    return None


def _of_the_next(reading: Reading, when: When) -> bool:
    """Tell whether a date stands between "and" and who was met then: "met X on Monday and Y the day after"."""
    sentence = reading.sentence
    at = min((s.first for s in sentence.before("date", when.first)), default=when.first)
    joint = any(sentence.tokens[s.first].text != "," for s in sentence.before("joint", at))
    next_ones = [m.first for m in reading.mentions if m.actor.type == "person" and m.first >= when.last]
    return joint and bool(next_ones) and next_ones[0] - when.last <= NEXT


def _when_then(reading: Reading, span: Span, dated: Sequence[When]) -> When | None:
    """Return the day right before the clause that tells of a meeting: "came to X on 12 September, when he met Y"."""
    sentence = reading.sentence
    starts = [s for s in sentence.of("in_which") if s.last <= span.first and not sentence.at("relative", s.first)]
    if not starts or any(starts[-1].last <= s.first < span.first for s in sentence.of("meeting")):
        return None
    return next((w for w in dated if w.start and w.end and 0 <= starts[-1].first - w.last <= 1), None)


def _of_a_plan(reading: Reading, span: Span, when: When) -> bool:
    """Tell whether a day is that of a meeting planned at the one told: "met X in Y and agreed to meet again in May"."""
    sentence = reading.sentence
    plans = [
        s.last for c in ("agree", "status") for s in sentence.of(c) if span.last <= s.first and s.last <= when.first
    ]
    return any(s.first == plans[-1] and s.last <= when.first for s in sentence.of("meeting")) if plans else False


def _going_on_since(reading: Reading, span: Span, when: When) -> bool:
    """Tell whether a meeting has gone on since a day of late: "have been in talks in Cairo since Monday"."""
    published = reading.document.published
    open_ = when.end is None and when.start is not None and when.precision == "day" and when.first >= span.last
    if not open_ or published is None or when.start is None or published - when.start > LATELY:
        return False
    perfect = reading.lexicon.pack.noun_first or reading.sentence.has(("have", "be_in", "aux"))
    return bool(perfect) and is_light(reading, range(span.last, when.first))


def _ever_since(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting was at any time after what was told before: "has since spoken with X"."""
    sentence = reading.sentence
    sinces = [s for s in sentence.of("date", "since") if sentence.before("have", s.first)]
    return any(0 <= span.first - s.last <= SINCE for s in sinces)


def _long_before(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting had been before something longer than a day: "had spoken with X before the war"."""
    sentence = reading.sentence
    start = verb_from(sentence, span.first)
    if not any(start <= each.first < span.last for each in sentence.of("have")):
        return False
    after = [s for s in sentence.of("date", "before") if 0 <= s.first - span.last <= COUNTED_FROM]
    return bool(after) and sentence.at("article", after[0].last) and not _that_day(reading, span)


def _that_day(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting was on the day that the article tells of: "before the speech", "shortly after a raid"."""
    sentence = reading.sentence
    for each in (*sentence.of("date", "before"), *sentence.of("date", "after")):
        if each.first <= FRONT or 0 <= each.first - span.last <= SHORTLY:
            at = next((s.last for s in sentence.of("article") if s.first == each.last), each.last)
            if sentence.before("shortly", each.first) or sentence.at("brief", at):
                return True
    return False


def _not_after(reading: Reading, span: Span, near: list[tuple[int, int, When]]) -> list[tuple[int, int, When]]:
    """Leave out the months and years of a clause that says since or after what it was: "after X won last year"."""
    relative = {each.first for each in reading.sentence.of("relative")}
    other = [*reading.sentence.of("date", "since"), *reading.sentence.of("subordinate")]
    starts = [each.last for each in other if each.first >= span.last and each.first not in relative]
    return [each for each in near if each[2].precision == "day" or not any(start <= each[1] for start in starts)]


def by_itself(reading: Reading, span: Span) -> bool:
    """Tell whether "and" stands right before a verb or a name, so that it has its day and place after it."""
    read, at = reading.sentence.tokens, verb_from(reading.sentence, span.first)
    at = min((each.first for c in ("both", "third") for each in reading.sentence.before(c, at)), default=at)
    while at > 0 and (read[at - 1].text[0].isupper() or reading.sentence.before("aux", at)):
        at -= 1
    return any(read[each.first].text != "," for each in reading.sentence.before("joint", at))


def _told_between(reading: Reading, span: Span, when: When) -> bool:
    """Tell whether anything else is told between a meeting and a day that follows it, which else is its own."""
    gap = range(span.last, when.first)
    other = ("meeting", "meeting_with", "invitation", "speech", "said_by", "event", "outcome", "movement", "relative")
    return when.precision != "day" or not gap or any(s.first in gap for c in other for s in reading.sentence.of(c))


def _reached(when: When, distance: int, names: Sequence[Span]) -> bool:
    """Tell whether a date is near enough to a meeting, or to one of those who meet."""
    here = Span(Cue("date", ""), when.first, when.last)
    if when.first <= 1:
        return True  # "Earlier this month, X met Y in Z, then": all that follows was then
    if when.precision != "day":
        return distance <= MONTH_REACH or any(here.distance(name) <= NAMED for name in names)
    return distance <= DATE_REACH or any(here.distance(name) <= NAMED for name in names)


def _elsewhere(reading: Reading, when: When, span: Span) -> bool:
    """Tell whether a date stands in a clause that says who is meant: "X, who took office in May, met Y"."""
    read = reading.sentence.tokens
    starts = [
        s
        for s in reading.sentence.of("relative")
        if s.last <= when.first
        and s.first
        and (read[s.first - 1].text == "," or (span.last < s.first and _apposed(reading, span.last, s.first)))
    ]
    if not starts:
        return False
    start = starts[-1].last
    closed = any(read[at].text == "," for at in range(start, when.first))
    end = next((at for at in range(when.last, len(read)) if read[at].text in ",;"), len(read))
    return not closed and not start <= span.first < end


def _apposed(reading: Reading, first: int, last: int) -> bool:
    """Tell whether only an apposition opens between two tokens: "X, a man whose"."""
    read = reading.sentence.tokens
    commas = [at for at in range(first, last) if read[at].text == ","]
    return len(commas) == 1 and any(reading.sentence.at(c, commas[0] + 1) for c in ("article", "single"))


def _of_the_talks(reading: Reading, span: Span, when: When) -> bool:
    """Tell whether a clause says when the meeting is or was: "talks, which are to open on", "which ended on"."""
    starts = [s for s in reading.sentence.of("relative") if span.last <= s.first <= when.first]
    told = [*reading.sentence.of("status", "planned"), *reading.sentence.of("status", "denied")]
    held = [*told, *reading.sentence.of("held")]
    return bool(starts) and any(0 <= each.first - starts[-1].last <= PLANNED_AFTER for each in held)


def _announced(reading: Reading, met: When, span: Span) -> date | None:
    """Return the day on which somebody told of what is to come: "said on Sunday that he would fly there on Monday"."""
    said = [*spoken(reading), *reading.sentence.of("ahead_of")]
    for when in reading.dates if said else ():
        here = Span(span.cue, when.first, when.last)
        before = [each for each in said if each.last <= when.first] if when.last <= span.first else []
        near = min(here.distance(each) for each in (before or said))
        if when != met and when.one_day and near <= SAID_AT and (before or near < here.distance(span)):
            return when.one_day
    return None


def in_its_week(reading: Reading, when: When, status: str, span: Span) -> When:
    """Return a weekday that lies behind for what has been, and ahead for what is planned; the nearest of what is off.

    What is planned lies ahead of the day on which it was told. A month without a year does so too: "in April".
    """
    published = reading.document.published
    if published is None or when.start is None or when.end is None:
        return when
    ahead_of_it = status in ("planned", "proposed")
    said = _announced(reading, when, span) if when.weekday and ahead_of_it and when.one_day else None
    if said is not None and said < published:
        day = said + timedelta((when.start - said).days % WEEK.days or WEEK.days)
        return replace(when, start=day, end=day)
    if when.weekday:
        gone = status == "occurred" or (status == "denied" and when.start - published > WEEK / 2)
        if gone and when.start > published:
            return replace(when, start=when.start - WEEK, end=when.end - WEEK)
        coming = ahead_of_it or (status == "denied" and published - when.end > WEEK / 2)
        return replace(when, start=when.start + WEEK, end=when.end + WEEK) if coming and when.end < published else when
    named = range(when.first, when.last)
    month = any(span.first in named for span in reading.sentence.of("month"))
    year = any(len(reading.sentence.tokens[at].text) == len("2000") for at in named if _digits(reading, at))
    by = 1 if ahead_of_it and when.end < published else 0
    if by and not year and published - when.end < SEASON:
        return replace(when, start=None, end=None, precision="")  # "told X on April 25 that he would", told in May
    by = -1 if status == "occurred" and when.precision == "month" and when.start > published else by
    if not by or not month or year:
        return when
    try:
        start, end = (day.replace(year=day.year + by) for day in (when.start, when.end))
    except ValueError:  # 29 February
        return when
    return replace(when, start=start, end=end)


def _digits(reading: Reading, at: int) -> bool:
    return reading.sentence.tokens[at].text.isdecimal()


def ahead(when: When, published: date | None) -> bool:
    """Tell whether something lies after the day of publication."""
    return bool(when.end and published and when.end > published)
