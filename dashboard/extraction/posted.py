"""Which dates of a sentence are those of people in service who move or are somewhere. Knows no language.

A strength has no day: where a sentence that tells how many there are names one, something else happened then.
"""

from __future__ import annotations

from .counting import Count
from .language import Cue
from .reading import Reading
from .text import Span
from .when import When
from .written import lies_ahead

NONE = Cue("date", "")
DECIDED = ("promise", "announce", "resolved", "decided")  # say that something is to be
FRONT = 2  # tokens before a date that opens a sentence
LISTED = 2  # tokens between two counts of one list


def not_theirs(reading: Reading, when: When, count: Count, event: Span, status: str) -> bool:
    """Tell whether a date is not that of the people in service counted, but of something else in the sentence."""
    read = reading.sentence.tokens
    if status in ("planned", "proposed") and _of_the_decision(reading, when):
        return True
    if _of_a_later_count(reading, when, count, event) or _in_another_clause(reading, when, event):
        return True
    if _of_an_earlier_count(reading, when, count, event):
        return True
    if when.last < len(read) and read[when.last].text in "'’":
        return True  # "after last month's attack"
    if when.start is None:  # "is to grow to 4,800 by 2027; 1,100 have arrived"
        clause = reading.clause(event.first)
        return not clause[0] <= when.first < clause[1]
    there = event.cue.value == "stationed" and status == "occurred"
    return there and _of_something_else(reading, when, count, event)


def _of_the_decision(reading: Reading, when: When) -> bool:
    """Tell whether a day that is over is that on which it was said or agreed what will be: "under a deal of last year".

    One that begins the sentence is to come, where nobody decides: "On Tuesday, France is expected to send 300".
    """
    published, sentence = reading.document.published, reading.sentence
    verbs = [s for c in DECIDED for s in sentence.of(c)]
    if any(s.first == when.last or 0 <= when.first - s.last <= 1 for s in verbs):
        return True  # "on Wednesday ordered", "voted on Tuesday to"
    if published is None or when.start is None or when.end is None or when.end >= published:
        return False
    if sentence.has(DECIDED):
        return True
    return when.first > FRONT and (
        when.precision == "year" or not lies_ahead(sentence, Span(NONE, when.first, when.last))
    )


def _of_a_later_count(reading: Reading, when: When, count: Count, event: Span) -> bool:
    """Tell whether a day stands with a count told later: "1,000 soldiers remain, down from 2,000 in January"."""
    told = max(count.last, event.last)
    between = [n.first for n in reading.numbers if told <= n.first < when.first and reading.counts_people(n)]
    listed = reading.within("joint", (count.last, between[0]), "and") if between else []
    return bool(between) and not (listed and between[0] - count.last <= LISTED)


def _of_an_earlier_count(reading: Reading, when: When, count: Count, event: Span) -> bool:
    """Tell whether a date ends what is told of others: "Croatia took home 95 in March, and Japan withdrew 46"."""
    told = min(count.first, event.first)
    others = [n for n in reading.numbers if n.last <= when.first and reading.counts_people(n)]
    joints = [s.last for s in reading.sentence.of("joint", "and") if when.last <= s.first < told]
    who = any(joints[0] <= m.first < told and reading.is_party(m) for m in reading.mentions) if joints else False
    return bool(others) and who


def _in_another_clause(reading: Reading, when: When, event: Span) -> bool:
    """Tell whether a date stands outside of the inset clause that tells of them, or in a clause that does not.

    "Fired on Monday at a base where 10,000 are, in the region that has been disputed since 1947, India has".
    """
    if any(start <= event.first < end and not start <= when.first < end for start, end in reading.insets):
        return True
    read = reading.sentence.tokens
    starts = [s.last for s in reading.sentence.of("relative") if s.last <= when.first]
    commas = [at for at in range(when.last, len(read)) if read[at].text in ",;"]
    return when.end is None and bool(starts and commas) and commas[0] < event.first


def _of_something_else(reading: Reading, when: When, count: Count, event: Span) -> bool:
    """Tell whether a sentence that tells how many there are names a day or month, or since when something else is."""
    if when.end is not None:
        return when.precision != "year" or bool(reading.sentence.before("point", when.first))
    joints = [s.first for s in reading.sentence.of("joint", "and") if reading.sentence.tokens[s.first].text != ","]
    return any(when.last <= at < min(event.first, count.first) for at in joints)  # "has patrolled since 1974 and has"
