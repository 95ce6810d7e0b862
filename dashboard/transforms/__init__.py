"""Polars frames in, Polars frames out: one named function for each question that an analyst asks."""

from .agreement import Gap, widest_gap
from .argument import Argument, argue, history
from .events import differing, events, joined_up, sides, told_along
from .figures import placed
from .meetings import by_month, matrix, most_met, pairs
from .naming import named, names_of
from .questions import answers, asked, questions, since
from .resolution import DEFAULT, RULES, Answer, Rule
from .statements import envelope, in_force, marks, revisions, traced

__all__ = [
    "DEFAULT",
    "RULES",
    "Answer",
    "Argument",
    "Gap",
    "Rule",
    "answers",
    "argue",
    "asked",
    "by_month",
    "differing",
    "envelope",
    "events",
    "history",
    "in_force",
    "joined_up",
    "marks",
    "matrix",
    "most_met",
    "named",
    "names_of",
    "pairs",
    "placed",
    "questions",
    "revisions",
    "sides",
    "since",
    "told_along",
    "traced",
    "widest_gap",
]
