"""Which claimants are independent of each other, and whose figures can be true together.

**Independence.** Claimants are one voice when they speak for the same state or organisation, or when one of them passed
on the other's figure (as a relay or as the publisher) and claims the same number itself: A citing B citing A is one
voice. Corroboration counts voices, never articles.

**Agreement.** Two figures agree when one number satisfies both: "at least 100" agrees with 600, "up to 500" does not.
The gap between two figures that do not agree lies between the nearest numbers that they allow. "About" is taken at its
word: about 2,000 is 2,000.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

# The numbers that a figure allows: a bound leaves one side open.
LEAST = pl.when(pl.col("open") == "down").then(0).otherwise(pl.col("lower"))
MOST = pl.when(pl.col("open") == "up").then(None).otherwise(pl.col("upper"))


def voices_of(claims: pl.DataFrame, voices: Mapping[str, str], publishers: Mapping[str, str]) -> dict[str, str]:
    """Return for each claimant of one question the claimant that stands for its voice.

    ``claims`` is :func:`~dashboard.transforms.traced`; ``voices`` says for whom each claimant speaks, ``publishers``
    which actor a publisher is. The one that stands for a voice is the one that made a statement first.

    >>> frame = pl.DataFrame({"claimant": ["a", "b", "b", "c"], "lower": [9, 9, 7, 7], "upper": [9, 9, 7, 7],
    ...     "relayed_via": ["", "a", "", ""], "source_publisher": ["B News", "", "", ""], "since": [1, 2, 3, 4]})
    >>> voices_of(frame, {}, {"B News": "b"})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    first = claims.group_by("claimant").agg(first=pl.col("since").min()).sort("first", "claimant", nulls_last=True)
    order = first.get_column("claimant").to_list()
    links = [(voices.get(each, each), each) for each in order]
    return _joined_up(order, [*links, *_passed_on(claims, publishers)])


def _passed_on(claims: pl.DataFrame, publishers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the pairs of claimants of the same number of which one passed on the other's claim."""
    number = ("lower", "upper")
    numbers = claims.filter(pl.col("lower").is_not_null())
    own = numbers.select("claimant", *number).unique()
    publisher = pl.col("source_publisher").replace_strict(dict(publishers), default="", return_dtype=pl.String)
    relays = pl.concat_list(pl.col("relayed_via").str.split("; "), publisher)
    through = numbers.select(relay=relays, whose="claimant", lower="lower", upper="upper").explode("relay").unique()
    pairs = through.join(own, left_on=["relay", *number], right_on=["claimant", *number])
    return pairs.filter(pl.col("relay") != pl.col("whose")).select("relay", "whose").unique().rows()


def _joined_up(order: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each member the earliest one in ``order`` to which links lead."""
    leads: dict[str, str] = {}

    def lead(member: str) -> str:
        while (above := leads.get(member, member)) != member:
            member = above
        return member

    for one, other in links:
        leads[lead(one)] = lead(other)
    head: dict[str, str] = {}
    return {member: head.setdefault(lead(member), member) for member in order}


def corroborated(current: pl.DataFrame) -> pl.DataFrame:
    """Add to the figures in force how many voices agree with each, its own among them: ``agreeing``.

    ``current`` is :func:`~dashboard.transforms.in_force`.
    """
    bounds = current.select("claimant", "voice", least=LEAST, most=MOST)
    meets = (pl.col("least") <= pl.col("most_other").fill_null(pl.lit(2**62))) & (
        pl.col("least_other") <= pl.col("most").fill_null(pl.lit(2**62))
    )
    counted = (
        bounds.join(bounds, how="cross", suffix="_other")
        .filter(meets)
        .group_by("claimant")
        .agg(agreeing=pl.col("voice_other").n_unique())
    )
    return current.join(counted, on="claimant", how="left", maintain_order="left")


@dataclass(frozen=True)
class Gap:
    """The two figures in force that are furthest from agreeing: the most that one allows, the least the other does.

    ``below`` and ``above`` are rows of the figures in force.
    """

    most: int
    least: int
    below: Mapping[str, Any]
    above: Mapping[str, Any]

    @property
    def times(self) -> float:
        """How many times the lower number the higher one is; infinite where the lower one is nothing."""
        return self.least / self.most if self.most else float("inf")


def widest_gap(current: pl.DataFrame) -> Gap | None:
    """Return the widest gap between two figures in force; ``None`` where one number satisfies all of them.

    >>> frame = pl.DataFrame({"claimant": ["a", "b", "c"], "lower": [100, 600, 2000], "upper": [100, 600, 2300],
    ...                       "open": ["up", "", ""]})
    >>> gap = widest_gap(frame)
    >>> gap.most, gap.least, gap.below["claimant"], gap.above["claimant"]
    (600, 2000, 'b', 'c')
    >>> widest_gap(frame.head(2)) is None
    True
    """
    bounds = current.with_columns(least=LEAST, most=MOST)
    capped = bounds.filter(pl.col("most").is_not_null()).sort("most", "claimant").head(1)
    highest = bounds.sort("least", "claimant", descending=[True, False]).head(1)
    if capped.is_empty() or highest.item(0, "least") <= capped.item(0, "most"):
        return None
    below, above = capped.row(0, named=True), highest.row(0, named=True)
    return Gap(below["most"], above["least"], below, above)
