"""When and where a meeting was of which only a later sentence tells it: "The talks, on Tuesday in Doha, were candid".

Knows no language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from dashboard.facts import Fact, joined

from .cued import between
from .joining import with_follows
from .listing import is_light
from .merging import undated
from .occasion import in_its_week
from .reading import Reading
from .text import Span
from .when import When

FRONT = 4  # tokens before a noun of meeting that a sentence is about
REACH = 14  # tokens between that noun and the day
SOON = 2  # sentences after which a meeting may still be the one told of
DAY = timedelta(1)
BEFORE = 12  # tokens between one day on which people met and "and again on" another
# What may stand between the noun and the day, beside places: "which was held", "is due to take place".
BETWEEN = ("held", "relative", "aux", "have", "status", "anaphora", "both", "joint", "duration", "posted")


@dataclass(frozen=True)
class Later:
    """The day and the place that a sentence tells of the meeting told before it."""

    noun: Span
    when: When
    place: tuple[str, str]


def told_after(reading: Reading) -> Later | None:
    """Return when, and where, the meeting told last is said to have been or to be; None where that is not said."""
    memory, sentence = reading.memory, reading.sentence
    soon = memory.participants and memory.place - memory.participants_at <= SOON
    noun = _noun(reading) if soon and reading.dates else None
    if noun is None or with_follows(reading, noun) or between(reading, noun):
        return None
    read = sentence.tokens
    for when in reading.dates:
        gap = range(noun.last, when.first) if when.first >= noun.last else range(when.last, noun.first)
        known = {at for c in BETWEEN for s in sentence.of(c) for at in range(s.first, s.last)}
        plain = all(
            at in known or not read[at].text.isalpha() or read[at].folded == "s" or is_light(reading, range(at, at + 1))
            for at in gap
        )
        if when.precision != "day" or when.end is None or len(gap) > REACH or not plain:
            return None
        there = reading.place(reading.clause(noun.first), noun, whole=False)
        return Later(noun, _with_next(reading, when), there)
    return None


def again_on(reading: Reading, span: Span) -> Iterator[When]:
    """Yield the further days on which the same people met: "met in July 1998 and again on May 2, 1999"."""
    for word in (*reading.sentence.of("once_more"), *_elsewhere_too(reading, span)):
        if word.first >= span.last and any(0 <= word.first - when.last <= BEFORE for when in reading.dates):
            later = [w for w in reading.dates if w.first >= word.last and is_light(reading, range(word.last, w.first))]
            yield from (w for w in later[:1] if w.start and w.end)


def _elsewhere_too(reading: Reading, span: Span) -> Iterator[Span]:
    """Yield the "and" between one place with its date and another: "in X in April 2019 and in Y in September 2023"."""
    sentence = reading.sentence
    if len(reading.dates) < 2 or not sentence.of("where", "in"):
        return
    for joint in sentence.of("joint", "and"):
        dated = any(when.last == joint.first and when.first >= span.last for when in reading.dates)
        if dated and any(s.first == joint.last for s in sentence.of("where", "in")):
            yield joint


def _noun(reading: Reading) -> Span | None:
    """Return the noun of a meeting with which a sentence begins to tell of one told before it."""
    sentence, read = reading.sentence, reading.sentence.tokens
    nouns = [s for s in sentence.of("gathering") if s.first <= FRONT]
    if reading.lexicon.pack.noun_first:
        after = ("anaphora", "held", "relative", "both")
        return next((s for s in nouns if any(sentence.at(c, s.last) for c in after)), None)
    back = [s for s in sentence.of("anaphora", "noun") if s.first <= FRONT]
    whose = {w.last + 2: w for w in reading.dates if w.last + 1 < len(read) and read[w.last].text in "'’"}
    return next((s for s in (*back, *nouns) if s in back or s.first in whose), None)  # "Tuesday's talks"


def _with_next(reading: Reading, when: When) -> When:
    """Return a day with the one that follows it: "on Saturday and Sunday"."""
    for other in reading.dates:
        near = 0 < other.first - when.last <= 1 and reading.sentence.at("joint", when.last)
        if near and other.one_day and when.one_day and other.one_day == when.one_day + DAY:
            return replace(when, end=other.end, last=other.last)
    return when


def dated_by(fact: Fact, later: Later, reading: Reading) -> Fact:
    """Return a meeting with the day, and the place where it had none, that a later sentence tells of it."""
    memory, published = reading.memory, reading.document.published
    same = fact.kind == "meeting" and fact.participants == joined(set(memory.participants))
    if not same or not undated(fact) or fact.status not in ("occurred", "planned"):
        return fact
    when = in_its_week(reading, later.when, fact.status, later.noun)
    if published and when.start and fact.status == "occurred" and when.start > published:
        return fact
    location, country = (fact.location, fact.country) if fact.country or fact.format == "call" else later.place
    return replace(fact, location=location, country=country, **reading.dated(when))
