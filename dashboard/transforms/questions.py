"""Which claims answer the same question, and what the answers are now.

A question is a set of comparable claims: the same kind, the same value in every column that the kind's declaration
names as ``comparable``, and either all of what occurred or all of what is planned or proposed. Killed is never mixed
with killed or wounded, sent with stationed, cumulative with one event, what happened with what is to come.
"""

from __future__ import annotations

from datetime import date

import polars as pl

from dashboard.facts import Kind

from .figures import lower

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


def since(claims: pl.DataFrame) -> tuple[date, str] | None:
    """Return the earliest day on which any claim says that it began, with its precision; ``None`` where none says so.

    A day or a month says more than a year: where any claim is that exact, those that only name a year are passed over.
    """
    begun = claims.filter(pl.col("status") == "occurred", pl.col("date_start").is_not_null())
    exact = begun.filter(pl.col("date_precision") != "year")
    first = (exact if exact.height else begun).sort("date_start", "date_precision").head(1)
    return (first.item(0, "date_start"), first.item(0, "date_precision")) if first.height else None
