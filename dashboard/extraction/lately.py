"""Spans of time up to now: "over the past five days", "dalam dua pekan terakhir". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .text import Sentence
from .when import When, month_of

DAYS = {"hour": 1 / 24, "day": 1, "week": 7}
MONTH = 31  # days; beyond them a number before a unit of time counts something else
MOST = 999  # of a unit that a span is counted in


def lately(sentence: Sentence, published: date | None) -> Iterator[When]:
    """Yield from which day to the day of publication a span of time goes: of months the first alone, of years nothing.

    "The last three days of June" end then.
    """
    words = sentence.of("lately") if published is not None else ()
    for unit in sentence.of("time_unit") if words else ():
        amount = amount_before(sentence, unit.first, MOST)
        first, last = unit.first - 1, unit.last
        near = next((s for s in words if s.last == first or s.first == last), None)
        if published is None or not amount or near is None:
            continue
        first, last = min(first, near.first), max(last, near.last)
        if any(s.first == last and _bounded(sentence, s.last) for s in sentence.of("of")):
            continue
        if unit.cue.value in DAYS:
            days = max(1, round(amount * DAYS[unit.cue.value]))
            yield When(published - timedelta(days), published, "day", first, last, lately=True)
        elif unit.cue.value == "month":
            months = published.year * 12 + published.month - 1 - amount
            yield When(month_of(months // 12, months % 12 + 1)[0], None, "month", first, last)


def amount_before(sentence: Sentence, at: int, most: int = MONTH) -> int | None:
    """Return the number right before a token, in digits or as a word; ``None`` where none stands, or a greater one."""
    if words := sentence.before("number.add", at):
        return int(float(words[0].cue.value))
    written = sentence.tokens[at - 1].text if at else ""
    return int(written) if written.isdecimal() and 0 < int(written) <= most else None


def _bounded(sentence: Sentence, at: int) -> bool:
    """Tell whether a month, a year or something with an article follows: "of June", "of the campaign"."""
    return any(sentence.at(category, at) for category in ("month", "article", "span")) or at in sentence.figures
