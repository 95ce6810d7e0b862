"""What a number measures: one event, all so far, or more on top of an earlier figure. Knows no language.

Casualties of one event or of a few days are an incident's; those of a war, of a span of time or "so far" a total. Where
a clause itself says neither, the number measures what the one told before it did. People in service are a total unless
they are more of them, or move in a day, a month or a year that is told.
"""

from __future__ import annotations

from datetime import date, timedelta

from .begun import compared, of_what_is_told
from .counting import Count
from .incident import known_event
from .ongoing import of_a_noun
from .reading import Reading
from .strength import changed_by
from .sums import summing_up
from .text import Span
from .when import When

GREAT = 1_000  # from here on a number without a day is rather a total than one event's
MANY = 100  # times as many as are added: a total of more than the event that adds them
SMALL = 100  # up to here a number that nothing else is told of is rather one event's than a total
HANDFUL = 5  # fewer of whom nothing else is told are one event's, whatever was told before
PERFECT = 3  # tokens between "have" and what befell those counted: "have all been killed"
A_DAY, FEW_DAYS, A_WEEK, A_MONTH = (
    timedelta(1),
    timedelta(2),
    timedelta(6),
    timedelta(31),
)  # from the first to the last day
OF_DAYS = 3  # tokens between "days" and what went on for so many: "of fierce"
GONE_SINCE = ("missing",)  # since when they are tells on which day it was
NAMED = 2  # tokens between a contingent and how many are in it: "of some", "sebanyak"
FEW = 5  # days of which one is told as of one event: "in three days of fighting"


def measure(reading: Reading, count: Count, event: Span, when: When | None, status: str) -> str:
    """Return what a number measures; ``when`` and ``status`` are those of what is told of it."""
    moved = event.cue.category == "movement"
    if _added(reading, count, event):
        return "additional"
    if moved:
        return _of_a_movement(reading, count, event, when, status)
    memory = reading.memory
    alone = memory.fell_at != memory.place  # the first of its sentence
    of_it = _of_casualties(reading, count, event, when)
    memory.fell, memory.fell_at = event.cue.value, memory.place
    if of_it:
        memory.measure = of_it
        return of_it
    soon = memory.measure == "incident" and memory.place - memory.incident.event.at <= 1
    if count.size >= GREAT and not soon:
        return "cumulative"
    if alone and count.size < HANDFUL:
        return "incident"
    return memory.measure or ("incident" if count.size < SMALL else "cumulative")


def _added(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a word beside a number says that it comes on top of an earlier figure of the same.

    What was told just before must be the same: "400 were killed and another 300 wounded" adds nothing to the 400.
    """
    clause = reading.clause(count.first)
    moved = event.cue.category == "movement"
    if moved and any(s.first == event.first for s in reading.sentence.of("settle", "more")):
        return True  # "added 500 soldiers in Poland"
    if moved and event.cue.value == "sent" and changed_by(reading, count.number_first):
        return True
    for span in reading.within("measure", clause, "topped") if moved else ():
        if count.last <= span.first and not any(count.last <= n.first < span.first for n in reading.numbers):
            return True
    for span in reading.within("measure", clause, "additional"):
        after = count.number_first <= span.first <= count.last + 1
        if after and any(count.number_first < s.first < span.first for s in reading.sentence.of("date", "after")):
            continue  # "rose to 41 after more bodies were found"
        if after and any(number.first == span.last for number in reading.numbers):
            continue  # "4,800 soldiers plus 200 civilians"
        if after or -1 <= count.number_first - span.last <= 1:
            soon = reading.memory.place - reading.memory.fell_at <= 1
            return moved or not soon or reading.memory.fell == event.cue.value
    return False


def _of_a_movement(reading: Reading, count: Count, event: Span, when: When | None, status: str) -> str:
    """Return what a number of people in service measures who are more than nobody: one contingent's move, or all."""
    if event.cue.value == "stationed":
        return "cumulative"
    bounded = when is not None and when.start is not None and when.end is not None
    planned = status == "planned" and when is not None
    if event.cue.value == "withdrawn":  # a year from now on: by then, in many movements
        one = bounded and not (planned and when is not None and when.precision == "year")
    else:
        body = status != "proposed" and _one_body(reading, count)  # "offered a battalion of 800" moves none
        one = bounded or status == "planned" or body
    return "incident" if one else "cumulative"


def _one_body(reading: Reading, count: Count) -> bool:
    """Tell whether people in service are counted as one body that moves together: "a contingent of 150 soldiers"."""
    return any(0 <= count.first - s.last <= NAMED for s in reading.within("contingent", reading.clause(count.first)))


def _of_casualties(reading: Reading, count: Count, event: Span, when: When | None) -> str:
    """Return what the clause itself says that a number of casualties measures; empty where it does not say."""
    clause = reading.clause(count.first)
    border = summing_up(reading)
    side = (0, len(reading.sentence.tokens))
    if border is not None:  # "four were killed, bringing to 298 the number of those who fell since"
        side = (0, border) if count.first < border else (border, side[1])
        clause = (clause[0], min(border, clause[1])) if count.first < border else (max(border, clause[0]), clause[1])
        if count.first > border and any(border <= s.first < clause[1] for s in reading.sentence.of("own_side")):
            return "cumulative"  # "five were killed on Friday, taking the toll on its side to 20"
        before = [n.size for n in reading.numbers if n.last <= border and reading.counts_people(n)]
        lately = any(w.lately and w.first < border for w in reading.dates)
        if count.first > border and count.size >= GREAT and before and (lately or count.size > MANY * before[-1]):
            return "cumulative"  # "37 were killed in the past 24 hours, bringing the toll to 37,164"
    some = [s.first for s in reading.sentence.of("subset", "uncounted") if s.first >= max(count.last, event.last)]
    if some and some[0] < clause[1]:  # "120 have died, most of them in an ambush"
        clause = side = (clause[0], some[0])
    if when is not None and when.end is None:
        return "incident" if event.cue.value in GONE_SINCE else "cumulative"
    if when is not None and when.start is None and when.end is not None:  # "by Sunday 58 soldiers had been killed"
        return "incident" if _of_that_event(reading, count, clause, when.end) else "cumulative"
    if when is not None and when.precision == "month" and when.start and when.end and when.end - when.start > A_MONTH:
        return "cumulative"
    if when is not None and when.precision == "day" and when.start and when.end:
        lasted = when.end - when.start
        return "incident" if lasted <= FEW_DAYS or lasted == A_WEEK else "cumulative"
    long = when is not None and when.precision in ("month", "year")
    if long and when is not None and reading.sentence.before("throughout", when.first):
        return "cumulative"  # "Sepanjang 2025, serangan TTP menewaskan 500 aparat"
    so_far = [s for s in reading.within("measure", clause, "cumulative") if not compared(reading, s.first)]
    others = {w.first for w in reading.dates if w.end is None and of_a_noun(reading, w, event)} if so_far else ()
    so_far = [s for s in so_far if s.first not in others]  # "two died in X, besieged since May"
    if when is not None:  # "eleven have died since August, seven of them in an ambush in November"
        other = {each.first for each in reading.dates if each.end is None and each.first != when.first}
        so_far = [s for s in so_far if s.first not in other]
    if any(not of_what_is_told(reading, s.first, max(event.last, count.last)) for s in so_far):
        return "cumulative"
    if long and reading.within("measure", clause, "toll"):
        return "cumulative"  # "bringing to 300 the number of those killed this year"
    perfect = _perfect(reading, count, event)
    told = _happened(reading, count, event, clause)
    memory = reading.memory
    same = memory.fell_at == memory.place and memory.measure == "incident"
    if not told and not same:  # "two died in clashes on Tuesday, while 200 were hurt" tells of one day
        told = _happened(reading, count, event, side)
    several = perfect and count.first < event.first and reading.within("campaign", clause, "many")
    if told and not (told == "incident" and several):
        return told  # "28 people have died in missile attacks" are a total
    if when is not None and when.precision in ("month", "year"):
        return "incident" if when.precision == "month" and not perfect and count.size < GREAT else "cumulative"
    if not perfect and _in_few_days(reading, clause):
        return "incident"
    return "cumulative" if perfect or _in_so_long(reading, clause) else ""


def _of_that_event(reading: Reading, count: Count, clause: tuple[int, int], by: date) -> bool:
    """Tell whether those who had fallen by a day are the victims of the event told of before: "the toll of the blast".

    They are where it was on that day or the one before, or where no victims of it have been told.
    """
    known, sentence, memory = known_event(reading), reading.sentence, reading.memory
    at = memory.incident.event.at
    within = A_WEEK if memory.fell_at < at and memory.place - at <= 1 else A_DAY
    one = known is not None and known.end is not None and timedelta(0) <= by - known.end <= within
    if one and memory.measure == "incident":
        return True
    events = sentence.of("event")
    if any(sentence.at("anaphora", event.last) or sentence.before("definite", event.first) for event in events):
        return True  # "ledakan itu"
    tolls = [s for s in reading.within("measure", clause, "toll") if s.last <= count.first]
    tolls = [s for s in tolls if not any(0 <= s.first - a.last <= 1 for a in sentence.of("single"))]  # "a higher toll"
    first = not any(n.first < count.number_first and reading.counts_people(n) for n in reading.numbers)
    return bool(tolls) and first and not sentence.of("campaign")


def _happened(reading: Reading, count: Count, event: Span, clause: tuple[int, int]) -> str:
    """Return what a number measures by the event or the war told of nearest to it in a clause; empty without either."""
    wars = reading.within("campaign", clause, "long")
    short = [war for war in wars if _few_days(reading, war)]
    wars = [war for war in wars if war not in short]
    other = [*wars, *reading.sentence.of("campaign", "other")]
    events = [
        s for s in reading.within("event", clause) if not any(s.first < c.last and c.first < s.last for c in other)
    ]
    near = [
        (min(s.distance(event), s.distance(count.span)), of)
        for of, spans in (("cumulative", wars), ("incident", [*events, *short]))
        for s in spans
    ]
    return min(near)[1] if near else ""


def _few_days(reading: Reading, war: Span) -> bool:
    """Tell whether a fight went on for no more than a few days: "in three days of fighting"."""
    counted = {number.last: number.size for number in reading.numbers}
    days = [s for s in reading.sentence.of("time_unit", "day") if 0 <= war.first - s.last <= OF_DAYS]
    return any(0 < counted.get(day.first, 0) <= FEW_DAYS.days + 1 for day in days)


def _perfect(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether what befell those counted is told as what has come about so far: "have died", "has reported 14"."""
    for span in reading.sentence.of("perfect"):
        if count.first < event.first and 0 <= count.first - span.last <= 1:
            return True
        if 0 <= event.first - span.last <= PERFECT and not span.first < count.last <= event.first:
            return True
    return False


def _in_few_days(reading: Reading, clause: tuple[int, int]) -> bool:
    """Tell whether a clause says that all was within a few days: "died in two days of fierce combat"."""
    counted = {number.last: number for number in reading.numbers}
    begins = {span.last for span in reading.within("duration", clause)}
    days = [
        counted[s.first] for s in reading.within("time_unit", clause) if s.cue.value == "day" and s.first in counted
    ]
    return any(number.first in begins and number.size <= FEW for number in days)


def _in_so_long(reading: Reading, clause: tuple[int, int]) -> bool:
    """Tell whether a clause says in what span of time all that was: "over two days", "in four weeks of war"."""
    starts = {span.last for span in reading.within("duration", clause)}
    units = reading.within("time_unit", clause)
    elapsed = {span.first for span in reading.sentence.of("elapsed")}
    counted = {number.last: number.size for number in reading.numbers}  # "in two days", no day: "hari Minggu"
    for unit in units:
        if unit.last in elapsed:
            continue
        short = unit.cue.value == "day" and 0 < counted.get(unit.first, 0) <= FEW
        if not short and (unit.first - 1 in starts or (unit.first - 2 in starts and unit.first in counted)):
            return True
    return False
