"""A question in words and as a link, and a fact among the others that answer the same one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts import shown_figure
from dashboard.facts import Directory, Kind, words
from dashboard.store import Filters, queries
from dashboard.transforms import history
from dashboard.wording import _, day, ngettext, span
from dashboard.wording.titles import title

from .context import Context
from .links import to_kind
from .markdown import escaped

Row = Mapping[str, Any]


def question_parameter(kind: Kind) -> str:
    """Return the address parameter that holds the chosen question of a kind's page."""
    return f"{kind.name}_question"


def question_title(kind: Kind, question: Row, directory: Directory) -> str:
    """Return a question in words."""
    told = title(kind, question, directory)
    if question["part"]:
        told = _("{title}, {since}").format(title=told, since=span(question["part"], None))
    return _("{title}, planned").format(title=told) if question["ahead"] else told


def standing_text(row: Row, newer: Mapping[str, Row]) -> str:
    """Say what became of a claim's figure: in force, superseded by which, or a stale repeat."""
    label = _(words.STANDINGS.get(row["standing"] or "", ""))
    if row["newer"] not in newer:
        return label
    return _("{standing}: {figure} since {day}").format(
        standing=label, figure=shown_figure(newer[row["newer"]]), day=day(row["until"])
    )


def on_question(context: Context, kind: Kind, fact: Row) -> None:
    """Tell what became of a fact's figure, and what else its claimant has said on the same question."""
    known = Filters(kinds=(kind.name,), known_on=context.filters.known_on, known_by=context.filters.known_by)
    told = history(queries.claims(context.connection, known), kind, context.directory)
    own = told.filter(pl.col("fact_id") == fact["fact_id"])
    if own.is_empty():
        return
    row = own.row(0, named=True)
    same = told.filter(pl.col("question") == row["question"])
    by_claimant = same.filter(pl.col("claimant") == row["claimant"], pl.col("as_of").is_not_null())
    if said := standing_text(row, {each["fact_id"]: each for each in same.rows(named=True)}):
        st.markdown(f"**{escaped(said)}**")
    if by_claimant.height > 1:
        st.markdown(
            _("What {claimant} has said on it").format(claimant=escaped(context.directory.name(row["claimant"])))
        )
        days = by_claimant.sort("as_of", "fact_id").group_by("as_of", maintain_order=True).agg(pl.all())
        st.table(
            {day(each["as_of"]): escaped(_on_one_day(each)) for each in days.rows(named=True)},
            border="horizontal",
            alt=_("The claimant's figures by day"),
        )
    heading = question_title(kind, row, context.directory)
    label = ngettext("{n} claim on the same question", "{n} claims on the same question", same.height)
    to_kind(context, kind, label, {question_parameter(kind): heading})


def _on_one_day(prints: Row) -> str:
    """Return the figures printed for one day, and in how many prints."""
    names = ("value_low", "value_best", "value_high", "qualifier")
    figures = dict.fromkeys(
        shown_figure(dict(zip(names, values, strict=True)))
        for values in zip(*(prints[name] for name in names), strict=True)
    )
    count = ngettext("{n} print", "{n} prints", len(prints["fact_id"]))
    return f"{' / '.join(figures)} ({count})"
