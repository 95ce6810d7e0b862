"""Which claims answer the same question, and what the answers are now.

A question is a set of comparable claims: the same kind, the same value in every column that the kind's declaration
names as ``comparable``, and either all of what occurred or all of what is planned or proposed. Killed is never mixed
with killed or wounded, sent with stationed, cumulative with one event, what happened with what is to come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from dashboard.facts import Kind

from .figures import lower, upper

SEPARATOR = "|"
LATE = "6mo"
AHEAD = pl.col("status").is_in(["planned", "proposed"])


def asked(claims: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """Add to the claims of one kind the question that each answers.

    Adds ``ahead`` (whether it is about what is planned), ``part`` and ``question``, such as
    ``PRK|killed|troops|cumulative|false|``. A total that begins more than ``LATE`` after the earliest period named for
    the same things (a year alone names none) counts a part of the time, "in 2025 alone": ``part`` is the day on which
    it begins, and it is a question of its own.
    """
    same = [*kind.comparable, "ahead"]
    exact_start = pl.when(pl.col("date_precision") != "year").then(pl.col("date_start"))
    first = pl.coalesce(exact_start.min().over(same), pl.col("date_start").min().over(same))
    begins_late = pl.col("date_start") > first.dt.offset_by(LATE)
    parts = [pl.col(name).cast(pl.String).fill_null("") for name in (*same, "part")]
    return (
        claims.filter(pl.col("kind") == kind.name)
        .with_columns(ahead=AHEAD)
        .with_columns(part=pl.when(begins_late).then("date_start"))
        .with_columns(question=pl.concat_str(parts, separator=SEPARATOR))
    )


def questions(claims: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """List the questions that the claims of one kind answer, the one with most claims first.

    A claim without any number (such as a denial) makes no question of its own; :func:`answers` finds it.
    Columns: ``question``, the kind's ``comparable`` columns, ``ahead``, ``part``, ``facts``, ``claimants``, ``newest``.
    """
    return (
        asked(claims, kind)
        .filter(lower().is_not_null())
        .group_by("question", "ahead", "part", *kind.comparable)
        .agg(facts=pl.len(), claimants=pl.col("claimant").n_unique(), newest=pl.col("as_of").max())
        .sort(["facts", "question"], descending=[True, False])
    )


def answers(claims: pl.DataFrame, kind: Kind, question: str) -> pl.DataFrame:
    """Return the claims that answer one question, denials and other claims without a number among them.

    A claim without a number often names no unit or measure either: it belongs to every question with which nothing that
    it does name disagrees.
    """
    *values, ahead, _part = question.split(SEPARATOR)
    silent = [
        (pl.col(name) == value) | (pl.col(name) == "") for name, value in zip(kind.comparable, values, strict=True)
    ]
    numberless = pl.all_horizontal(*silent, lower().is_null(), pl.col("ahead") == pl.lit(ahead == "true"))
    return asked(claims, kind).filter((pl.col("question") == question) | numberless).select(claims.columns)


def with_repeats(claims: pl.DataFrame) -> pl.DataFrame:
    """Mark the claims of one question that say again what their claimant had already replaced by another figure.

    A revision is a claimant's first statement of certain numbers. A claim is a repeat when its claimant had stated the
    same numbers on an earlier day and revised them on a day between: an article of November that still prints the
    figure of April says nothing about what the claimant holds in November. Adds the boolean column ``repeat``.

    >>> from datetime import date
    >>> days = [date(2025, 4, 30), date(2025, 9, 2), date(2025, 11, 5)]
    >>> frame = pl.DataFrame({"claimant": "nis-kor", "as_of": days, "value_low": None, "value_best": [600, 2000, 600],
    ...                       "value_high": None})
    >>> with_repeats(frame).get_column("repeat").to_list()
    [False, False, True]
    """
    numbers = pl.concat_str(
        [pl.col(name).cast(pl.String).fill_null("") for name in ("value_low", "value_best", "value_high")],
        separator=SEPARATOR,
    )
    first_said = pl.col("as_of").min().over("claimant", numbers)
    revisions = (
        claims.filter(pl.col("as_of") == first_said).select("claimant", revised="as_of").unique().sort("revised")
    )
    return (
        claims.with_columns(first_said=first_said)
        .with_row_index("position")
        .sort("as_of")
        .join_asof(
            revisions,
            left_on="as_of",
            right_on="revised",
            by="claimant",
            strategy="backward",
            allow_exact_matches=False,
            check_sortedness=False,
        )
        .sort("position")
        .with_columns(repeat=(pl.col("revised") > pl.col("first_said")).fill_null(False))
        .drop("position", "first_said", "revised")
    )


def in_force(claims: pl.DataFrame) -> pl.DataFrame:
    """Return what each claimant of one question says now: the claims of its newest stated day, without repeats.

    Only what is not denied and has a number and a stated day counts; equal figures of a claimant's newest day are one.
    Sorted by the lowest number named, then by claimant.
    """
    stated = claims.filter(pl.col("status") != "denied", lower().is_not_null(), pl.col("as_of").is_not_null())
    return (
        with_repeats(stated)
        .filter(~pl.col("repeat"))
        .filter(pl.col("as_of") == pl.col("as_of").max().over("claimant"))
        .sort("fact_id")
        .unique(["claimant", "value_low", "value_best", "value_high"], keep="first", maintain_order=True)
        .sort(lower(), upper(), "claimant")
    )


def since(claims: pl.DataFrame) -> tuple[date, str] | None:
    """Return the earliest day on which any claim says that it began, with its precision; ``None`` where none says so.

    A day or a month says more than a year: where any claim is that exact, those that only name a year are passed over.
    """
    begun = claims.filter(pl.col("status") == "occurred", pl.col("date_start").is_not_null())
    exact = begun.filter(pl.col("date_precision") != "year")
    first = (exact if exact.height else begun).sort("date_start", "date_precision").head(1)
    return (first.item(0, "date_start"), first.item(0, "date_precision")) if first.height else None


@dataclass(frozen=True)
class Picture:
    """What claimants say now: the lowest and the highest number that any of them names, and the claims that stand out.

    ``lowest``, ``highest`` and ``newest`` are rows of the claims.
    """

    low: int
    high: int
    claimants: int
    lowest: Mapping[str, Any]
    highest: Mapping[str, Any]
    newest: Mapping[str, Any]

    @property
    def times(self) -> float:
        """How many times the lowest the highest number is; 1 where the lowest is nothing."""
        return self.high / self.low if self.low else 1.0


def picture(current: pl.DataFrame) -> Picture | None:
    """Sum up the figures in force of one question (see :func:`in_force`) without averaging anything."""
    if current.is_empty():
        return None
    return Picture(
        low=current.select(lower().min()).item(),
        high=current.select(upper().max()).item(),
        claimants=current.get_column("claimant").n_unique(),
        lowest=current.sort(lower(), "claimant").row(0, named=True),
        highest=current.sort(upper(), "claimant", descending=[True, False]).row(0, named=True),
        newest=current.sort("as_of", "claimant", descending=[True, False]).row(0, named=True),
    )
