"""Ways to read one answer out of many figures, each with a name. None of them is an average or a confidence interval.

A rule looks at the figures in force (:func:`~dashboard.transforms.in_force`) and answers with numbers that claimants
themselves have named. Another way is one more row of ``RULES``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from dashboard.wording import N_

UNGRADED = ("6", "F")


@dataclass(frozen=True)
class Answer:
    """What a rule makes of the figures in force: from ``low`` to ``high`` people, and the claimants that it rests on.

    ``open_low`` and ``open_high`` say that the figure at that end is a bound: there may be fewer, or more.
    """

    low: int
    high: int
    claimants: tuple[str, ...]
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True)
class Rule:
    """A way of reading an answer: its name, its label, what it does in a sentence, and the function that does it."""

    name: str
    label: str
    meaning: str
    answer: Callable[[pl.DataFrame], Answer | None]


def _over(current: pl.DataFrame) -> Answer | None:
    """Return the range over all figures of a frame."""
    if current.is_empty():
        return None
    low, high = current.select(pl.col("lower").min(), pl.col("upper").max()).row(0)
    open_low = (pl.col("lower") == low) & (pl.col("open") == "down")
    open_high = (pl.col("upper") == high) & (pl.col("open") == "up")
    bounds = current.select(open_low.any().alias("low"), open_high.any().alias("high")).row(0)
    return Answer(low, high, tuple(current.get_column("claimant")), *bounds)


def _median(current: pl.DataFrame) -> Answer | None:
    """Return the middle of the low ends and the middle of the high ends; of two in the middle, the outer one each."""
    if current.is_empty():
        return None
    low = current.select(pl.col("lower").quantile(0.5, "lower")).item()
    high = current.select(pl.col("upper").quantile(0.5, "higher")).item()
    return Answer(int(low), int(high), tuple(current.get_column("claimant")))


def _highest_graded(current: pl.DataFrame) -> Answer | None:
    """Return the range over the figures with the best credibility, among those the best reliability."""
    graded = current.filter((pl.col("credibility") != UNGRADED[0]) | (pl.col("reliability") != UNGRADED[1]))
    best = graded.filter(pl.col("credibility") == pl.col("credibility").min())
    return _over(best.filter(pl.col("reliability") == pl.col("reliability").min()))


def _most_recent(current: pl.DataFrame) -> Answer | None:
    """Return the range over the figures stated on the newest day."""
    return _over(current.filter(pl.col("stated") == pl.col("stated").max()))


def _minimum_confirmed(current: pl.DataFrame) -> Answer | None:
    """Return the largest number that two voices at least reach with the low ends of their figures."""
    floors = current.filter(pl.col("open") != "down").group_by("voice").agg(pl.col("lower").max())
    if floors.height < 2:
        return None
    least = floors.get_column("lower").sort(descending=True).item(1)
    behind = current.filter(pl.col("open") != "down", pl.col("lower") >= least)
    return Answer(least, least, tuple(behind.get_column("claimant")), open_high=True)


RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule(
            "range",
            N_("Range of latest"),
            N_("From the lowest to the highest number that any claimant names in its latest statement."),
            _over,
        ),
        Rule(
            "median",
            N_("Median of latest"),
            N_("The middle of the claimants' latest figures, one each. Where two stand in the middle, both are given."),
            _median,
        ),
        Rule(
            "graded",
            N_("Highest graded"),
            N_("The latest figures with the best credibility, among those with the best reliability of the source."),
            _highest_graded,
        ),
        Rule("recent", N_("Most recent"), N_("What was stated last of all."), _most_recent),
        Rule(
            "confirmed",
            N_("Minimum confirmed"),
            N_("The largest number that two independent voices reach with the low ends of their latest figures."),
            _minimum_confirmed,
        ),
    )
}
DEFAULT = "range"
