"""Years that a text about the past leaves out: "In October 1983 … . The two met on 1 December". Knows no language.

A report counts from the day of its publication; a text that has told of nothing in the year before it goes on from the
date it told last (as in the narrative mode of temporal taggers, Strötgen and Gertz 2013).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from .text import Sentence
from .when import Told, When, year_of

A_YEAR = timedelta(366)
UNKNOWN = date.min  # where a text tells of a month whose year nobody can tell
FRESH = timedelta(31)  # a day so shortly before publication is that of news, unless the sentence tells of another year


def is_news(when: When, published: date) -> bool:
    """Tell whether a date is of the year before publication or after it."""
    return any(day is not None and day > published - A_YEAR for day in (when.start, when.end))


def year_told(sentence: Sentence, at: int, month: int, day: int | None, published: date, told: Told) -> int | None:
    """Return the year of a month told without one in a text about the past; ``None`` in any other text.

    It is 0 where nobody can tell which: "landed in August 1982 … resumed in June", and what follows that.
    """
    if told.narrated is None:
        return None
    years = [(figure, year) for figure in sentence.figures if (year := year_of(sentence.tokens[figure].text))]
    if years and years[-1][0] > at:
        return None  # "between 14 September and 31 December 2005"
    if years:
        return years[-1][1] if years[-1][1] < published.year else None
    latest = date(published.year, month, min(day or 28, 28))
    if timedelta() <= published - latest <= FRESH or told.narrated.year + 1 == published.year:
        return None
    return told.narrated.year if month >= told.narrated.month and told.narrated != UNKNOWN else 0


def narrated(sentence: Sentence, dates: Sequence[When], before: date | None) -> date | None:
    """Return the day from which a text goes on telling of the past after a sentence; ``None`` where it told of none."""
    ends = [when.start for when in dates if when.start and when.end]
    if before and not dates and sentence.of("month"):
        return UNKNOWN
    return ends[-1] if ends else before
