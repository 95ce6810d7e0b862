"""How real a meeting is: held, planned, proposed or called off, by the words of its clause. Knows no language."""

from __future__ import annotations

from .listing import is_light, verb_from
from .pointing import opening
from .reading import Reading
from .text import Span

CALLED_OFF = 30  # tokens between a meeting and the word that it was called off
PLANNED_BEFORE = 8  # tokens between a word of planning and the meeting
PLANNED_NOUN = 6  # tokens between a noun of meeting and the word of planning
PURPOSE = 5  # tokens between "for" and what somebody goes somewhere for: "for a four-day visit"
PROMISED = 3  # tokens between a word of promising and the meeting that is promised
BACK = 4  # tokens between a word for what was told and that it was called off: "the trip was called off"


def status_of(reading: Reading, span: Span) -> str:
    """Return how real a meeting is: called off, planned, proposed, else told as having been."""
    sentence, clause = reading.sentence, reading.clause(span.first)
    stated = [s for s in reading.within("status", clause) if _told_together(reading, s, span)]
    afters = [each.first for each in sentence.of("date", "after") if each.last <= span.first]
    off = [s for s in stated if s.cue.value == "denied" and not any(s.last <= at for at in afters)]
    off = [s for s in off if not _of_another_day(reading, span, s)]
    if any(abs(span.first - each.first) <= CALLED_OFF for each in off):
        return "denied"  # not what was called off after it
    for value in ("planned", "proposed"):
        told = [s for s in stated if s.cue.value == value and _meant(reading, s, span)]
        told = [s for s in told if not _of_something_else(reading, s, span)]
        # "is due in Rome" is both the word of planning and that of the visit
        told = [s for s in told if s.first == span.first or -2 <= span.first - s.last <= PLANNED_BEFORE]
        told = [s for s in told if not sentence.at("anaphora", s.last)]  # "that invitation was made at"
        if told and _planned_of_what_is_off(reading, span):
            return "denied"
        if told:
            return "denied" if _negated(reading, told, value) or _off_later(reading, clause[1]) else value
    if any(0 <= span.first - each.last <= 2 for each in reading.within("negation", clause)):
        return "denied"
    if _agreed_on(reading, span):
        return "planned"
    if sentence.before("wish", verb_from(sentence, span.first)):
        return "proposed"
    ahead = ahead_of(reading, span) is not None or _going_to(reading, span, clause)
    return _will_be(reading, span, clause) or ("planned" if ahead else "occurred")


def _of_something_else(reading: Reading, stated: Span, span: Span) -> bool:
    """Tell whether a plan or an offer is not of a meeting that has been: "the plan … has been discussed", "offered to

    mediate when receiving X".
    """
    sentence = reading.sentence
    done = any(stated.last <= s.first and 0 <= span.first - s.last <= 1 for s in sentence.of("come_about"))
    whens = [s for c in ("in_which", "subordinate") for s in sentence.of(c)] if stated.cue.value == "proposed" else []
    return done or any(stated.last <= s.first and s.last <= span.first for s in whens)


def _agreed_on(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting is what people agreed on: "sepakat menggelar pertemuan", "agreed on Monday to hold talks".

    Not one at which they agreed on something else: "agreed to restore ties at a meeting in X".
    """
    sentence = reading.sentence
    borders = (*sentence.of("subordinate"), *sentence.of("date", "after"), *sentence.of("where", "in"))
    for agree in (s for s in sentence.of("agree") if s.last <= span.first):
        if agree.last == verb_from(sentence, span.first) and not sentence.at("gathering", span.first):
            return True
        aims = [a.last for a in sentence.of("aim") if agree.last <= a.first and a.last <= span.first]
        if aims and span.first - aims[0] <= PLANNED_BEFORE and is_light(reading, range(agree.last, aims[0] - 1)):
            return not any(aims[0] <= each.first < span.first for each in borders)
    return False


def of_the_same_plan(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting goes on a plan told before it: "will meet X and see Y", "flies in on Friday for talks"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    if any(read[each.first].text != "," for each in sentence.before("joint", span.first)):
        return True
    words = [s for s in sentence.of("posted") if 0 <= span.first - s.last <= PURPOSE]
    gaps = [range(s.last, span.first) for s in words if sentence.at("gathering", span.first) or s.last == span.first]
    return any(all(read[at].text.islower() or read[at].text in "-'’" for at in gap) for gap in gaps)


def _going_to(reading: Reading, span: Span, clause: tuple[int, int]) -> bool:
    """Tell whether what people are doing is told of another day, so that they will: "is hosting X on Thursday"."""
    sentence, published = reading.sentence, reading.document.published
    doing = sentence.at("fronted", span.first) and bool(sentence.before("progressive", span.first))
    doing = doing or sentence.at("scheduled", span.first)  # "arrives in X on Thursday"
    days = [w for w in reading.dates if doing and clause[0] <= w.first < clause[1] and w.precision == "day"]
    return any(
        w.start is not None and w.start != published and (w.weekday or w.start > published) for w in days if published
    )


def _of_another_day(reading: Reading, span: Span, off: Span) -> bool:
    """Tell whether what was called off is told as something else: "met X a day after Y put off a summit"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    starts = [
        s for c in ("day_before", "date") for s in sentence.of(c) if s.cue.value in ("after", "before", "day_after")
    ]
    return any(
        span.last <= s.first and s.last <= off.first and all(read[at].text != "," for at in range(s.last, off.first))
        for s in starts
    )


def _planned_of_what_is_off(reading: Reading, span: Span) -> bool:
    """Tell whether a plan was one for what is called off: "called off a trip to X, where he was to meet Y"."""
    sentence = reading.sentence
    wheres = [s.first for s in sentence.of("relative", "where") if s.last <= span.first]
    off = [s for s in sentence.of("status", "denied") if wheres and s.last <= wheres[-1]]
    gone = [s for s in sentence.of("meeting", "visit") if off and off[-1].first <= s.first and s.last <= wheres[-1]]
    return bool(gone) and any(start == wheres[-1] and start <= span.first < end for start, end in reading.insets)


def _negated(reading: Reading, told: list[Span], value: str) -> bool:
    """Tell whether what is planned is not to be: "is not scheduled to meet", "will not travel to"."""
    sentence = reading.sentence
    before = value == "planned" and any(sentence.before("negation", each.first) for each in told)
    return before or any(sentence.at("negation", each.last) for each in told)


def _off_later(reading: Reading, at: int) -> bool:
    """Tell whether a later clause says that what was planned is off: ", but the trip was called off"."""
    sentence = reading.sentence
    back = [*sentence.of("third", "it"), *sentence.of("anaphora")]
    back += [each for each in sentence.of("gathering") if sentence.before("definite", each.first)]
    later = [off for off in sentence.of("status", "denied") if off.first >= at]
    return any(at <= each.first and 0 <= off.first - each.last <= BACK for off in later for each in back)


def ahead_of(reading: Reading, span: Span) -> Span | None:
    """Return the word by which something is told to have been before a meeting: "ahead of Friday's meeting with X"."""
    read = reading.sentence.tokens
    fronts = [s for s in reading.sentence.of("ahead_of") if 0 <= span.first - s.last <= PLANNED_NOUN]
    fronts = [s for s in fronts if all(read[at].text != "," for at in range(s.last, span.first))]
    noun = reading.sentence.at("gathering", span.first) or span.cue.value in ("summit", "visit")
    people = {m.first for m in reading.mentions if m.actor.type == "person"}
    return next((s for s in fronts if noun and not people & set(range(s.last, span.first))), None)


def _meant(reading: Reading, planned: Span, span: Span) -> bool:
    """Tell whether a word of promising is about the meeting: "promised a meeting", not "promised aid at a meeting"."""
    sentence, gap = reading.sentence, range(planned.last, span.first)
    when = [*sentence.of("subordinate"), *sentence.of("date", "after"), *sentence.of("where", "in")]
    said = [s.last for c in ("said_by", "speech") for s in sentence.of(c) if s.first in gap]
    if said and any(said[0] <= s.first < span.first for s in when):
        return False  # "We will help, said X when he met Y"
    if sentence.at("invitation", planned.first) and any(s.first in gap for s in sentence.of("subordinate")):
        return False  # "The invitation was conveyed by X when he met Y"
    # "agreed at a meeting in X" promises none, "offered to host a meeting" does
    borders = (*sentence.of("subordinate"), *sentence.of("date", "after"), *sentence.of("where", "in"))
    if not sentence.at("promise", planned.first) or sentence.before("aim", span.first):
        agreed = sentence.at("agree", planned.first)
        return not agreed or not any(each.first in gap for each in borders)  # "agreed to restore ties at a meeting"
    long = PLANNED_BEFORE if sentence.at("aim", planned.last) else PROMISED
    return len(gap) < long and not any(each.first in gap for each in borders)


def _told_together(reading: Reading, one: Span, other: Span) -> bool:
    """Tell whether two spans stand in the same clause told by the way, or both in none."""
    return all((start <= one.first < end) == (start <= other.first < end) for start, end in reading.insets)


def _will_be(reading: Reading, span: Span, clause: tuple[int, int]) -> str:
    """Return what a word of planning says that follows who meets: "a meeting of X and Y will be held"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    borders = (*sentence.of("relative"), *sentence.of("subordinate"), *sentence.of("meeting"))
    said = [*reading.within("status", clause, "planned"), *reading.within("status", clause, "proposed")]
    for each in said if sentence.at("gathering", span.first) else ():
        gap = range(span.last, each.first)
        free = all(read[at].text != "," for at in gap) and not any(s.first in gap for s in borders)
        if free and 0 <= each.first - span.last <= PLANNED_NOUN:
            return each.cue.value  # "the meeting of the leaders will discuss"
    leads = (*sentence.of("range", "between"), *sentence.of("joint", "with"), *sentence.of("of"), *sentence.of("by"))
    if not any(0 <= each.first - span.last <= 1 for each in leads):
        return ""
    opened = opening(reading, span)
    for each in said:
        if opened and each.first > opened:
            continue  # "After a meeting with X, Y promised aid"
        named = [m.last for m in reading.mentions if span.last <= m.first and 0 <= each.first - m.last <= 1]
        if named and all(read[at].text != "," for at in range(max(named), each.first)):
            borders = (*sentence.of("relative"), *sentence.of("subordinate"))
            inside = any(span.last <= s.first < each.first for s in borders)
            return "" if inside else each.cue.value
    return ""
