"""Days that count from a statement, not from publication: '"Yesterday we lost nine," X said on Monday'.

Whoever speaks counts "today" and "the past two days" from the day of speaking. Knows no language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from .text import Sentence
from .when import When

SAYING = ("speech", "said_by", "tells", "speech_back")
HAPPENED = ("outcome", "movement", "event", "meeting", "that")  # of which a day behind them tells
BEFORE, BEHIND = 3, 10  # tokens from a day to a verb of saying, and from the verb and who speaks to a day
LONGEST = timedelta(7)  # from a statement to its publication
QUOTES = '"“”'


def from_statement(sentence: Sentence, days: list[When], published: date | None, said_on: date | None) -> list[When]:
    """Return the dates of a sentence, of them those that count from the day on which it was said moved there.

    ``said_on`` is the day of the statement that the sentence goes on with, where it begins in the middle of one.
    """
    if published is None:
        return days
    counted = {span.first for c in ("day", "span") for span in sentence.of(c)}
    moving = [when for when in days if when.precision == "day" and (when.lately or when.first in counted)]
    if not moving:
        return days
    stated = statement(sentence, [when for when in days if when not in moving])
    day = stated.start if stated is not None else said_on
    if day is None or not timedelta() < published - day <= LONGEST:
        return days
    off = published - day
    return [_moved(when, off) if when in moving and _said(sentence, when, stated) else when for when in days]


def statement(sentence: Sentence, days: Sequence[When]) -> When | None:
    """Return the one day that stands beside a verb of saying and tells when that was; ``None`` without one."""
    verbs = [span for category in SAYING for span in sentence.of(category)]
    told = [at.first for category in HAPPENED for at in sentence.of(category)] if verbs else []
    for when in days:
        if when.one_day is None or when.shifted:
            continue
        for verb in verbs:
            ahead = 0 <= verb.first - when.last <= BEFORE
            behind = 0 <= when.first - verb.last <= BEHIND and not any(verb.last <= at < when.first for at in told)
            apart = range(when.last, verb.first) if ahead else range(verb.last, when.first)
            if (ahead or behind) and not any(sentence.tokens[at].text in QUOTES for at in apart):
                return when
    return None


def _said(sentence: Sentence, when: When, stated: When | None) -> bool:
    """Tell whether a date is told by who speaks: in the quotation, or as what they counted back from that day."""
    if when.lately or stated is None:
        return True
    marks = [at for at, token in enumerate(sentence.tokens) if token.text in QUOTES]
    first, last = sorted((when.first, stated.first))
    return sum(first <= at < last for at in marks) % 2 == 1


def _moved(when: When, off: timedelta) -> When:
    return replace(when, start=when.start and when.start - off, end=when.end and when.end - off)
