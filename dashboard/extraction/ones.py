"""Which "one" and "a" count nobody: "one of the heaviest losses", "including a commander". Knows no language."""

from __future__ import annotations

from .numbers import Number
from .reading import Reading

SORT = 5  # tokens from "the" to the noun in "one of the heaviest single losses"


def is_no_person(reading: Reading, number: Number, singles: list[Number]) -> bool:
    """Tell whether a number is one that counts no further person; ``singles`` are those told by "a" and the like."""
    return _one_of_them(reading, number) or _one_of_its_sort(reading, number) or _rank(reading, number, singles)


def _one_of_them(reading: Reading, number: Number) -> bool:
    """Tell whether "one" only says more of one that is counted already: "two guards, one a former player"."""
    return (
        number.best == 1 and reading.sentence.at("article", number.last) and reading.sentence.at("single", number.first)
    )


def _rank(reading: Reading, number: Number, singles: list[Number]) -> bool:
    """Tell whether one of those counted is only told to be of rank: "54 fallen soldiers, including a commander"."""
    ranks = [s for s in reading.sentence.of("unit", "officers") if s.first == number.last]
    return bool(ranks) and number in singles and bool(reading.sentence.before("subset", number.first))


def _one_of_its_sort(reading: Reading, number: Number) -> bool:
    """Tell whether "one" is a loss or a killing rather than a person: "one of the heaviest losses"."""
    sentence = reading.sentence
    of = [s.last for s in sentence.of("of") if s.first == number.last and sentence.at("article", s.last)]
    if number.best != 1 or not of:
        return False
    near = range(of[0] + 2, of[0] + SORT)
    nouns = [s for c in ("outcome", "event") for s in sentence.of(c) if s.first in near]
    units = [s.first for s in sentence.of("unit") if of[0] <= s.first < of[0] + SORT]
    return bool(nouns) and not any(at <= nouns[0].first for at in units)
