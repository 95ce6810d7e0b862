"""Polars frames in, Polars frames out: one named function for each question that an analyst asks."""

from .figures import placed
from .meetings import by_month, matrix, most_met, pairs
from .naming import named, names_of
from .questions import Picture, answers, in_force, picture, questions, since, with_repeats

__all__ = [
    "Picture",
    "answers",
    "by_month",
    "in_force",
    "matrix",
    "most_met",
    "named",
    "names_of",
    "pairs",
    "picture",
    "placed",
    "questions",
    "since",
    "with_repeats",
]
