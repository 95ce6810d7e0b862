"""Overview: the current picture of the questions with most claims, how much is claimed when, and the newest facts."""

from __future__ import annotations

from itertools import islice
from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts import by_kind, shown_figure
from dashboard.facts import KINDS, Kind
from dashboard.store import queries
from dashboard.transforms import Picture, answers, in_force, picture, questions, since
from dashboard.wording import _, figure, ngettext, number, span

from . import parts
from .context import Context
from .quantity import disagreement, question_parameter, question_title

CARDS = 4


def show(context: Context) -> None:
    """Draw the page."""
    claims = queries.claims(context.connection, context.filters)
    parts.head(context, _("What is claimed now"), claims.height, parts.newest(claims))
    if claims.is_empty():
        parts.empty(context, _("No facts match"))
        return
    _cards(context, claims)
    stated = context.filters.basis == "stated"
    when = _("Month in which it was stated") if stated else _("Month in which it happened")
    counts = queries.activity(context.connection, context.filters)
    st.subheader(_("Facts by month and kind"), anchor=False)
    if counts.is_empty():
        st.caption(_("None of these facts has a date to draw it by; they are all in the table."))
    else:
        most = (
            counts.group_by("month").agg(pl.col("facts").sum()).sort("facts", "month", descending=[True, False]).row(0)
        )
        alt = _("Facts by month and kind; most in {month}, {n}").format(month=f"{most[0]:%Y-%m}", n=number(most[1]))
        parts.chart(
            context, by_kind(counts, when=when, dates=context.date_range()), key="activity", alt=alt, opens=False
        )
    st.subheader(_("Newest facts"), anchor=False)
    parts.table(context, claims, key="newest", alt=_("The filtered facts, newest first"))
    parts.downloads(context, claims, _("Overview"))


def _cards(context: Context, claims: pl.DataFrame) -> None:
    """Draw the questions with most claims, each with the range over its claimants' latest figures."""
    found = [
        (kind, question)
        for kind in KINDS.values()
        if kind.shape == "quantity"
        for question in questions(claims, kind).filter(~pl.col("ahead")).rows(named=True)
    ]
    found.sort(key=lambda each: (-each[1]["facts"], each[1]["question"]))
    answerable = (
        (kind, question, answered, now)
        for kind, question in found
        for answered in [answers(claims, kind, question["question"])]
        if (now := picture(in_force(answered)))
    )
    cards = list(islice(answerable, CARDS))
    if not cards:
        return
    with st.grid(len(cards), gap="small", min_column_width=190):
        for kind, question, answered, now in cards:
            with st.container(border=True, height="stretch"):
                _card(context, kind, question, answered, now)


def _card(context: Context, kind: Kind, question: dict[str, Any], answered: pl.DataFrame, now: Picture) -> None:
    heading = question_title(kind, question, context.directory)
    begun = since(answered)
    st.markdown(f"**{heading}**")
    st.metric(
        heading,
        figure(now.low, None, now.high),
        label_visibility="collapsed",
        help=_("From the lowest to the highest number that any claimant names in its latest statement."),
    )
    basis = [
        ngettext("{n} claimant", "{n} claimants", now.claimants),
        ngettext("{n} claim", "{n} claims", answered.height),
    ]
    lines = [" · ".join(basis + ([span(begun[0], None, begun[1])] if begun else []))]
    told = {_("Newest"): now.newest, _("Lowest"): now.lowest, _("Highest"): now.highest}
    lines += [f"{label}: **{shown_figure(row)}** · {parts.who_and_when(context, row)}" for label, row in told.items()]
    st.caption("  \n".join([*lines, *filter(None, [disagreement(now)])]))
    st.page_link(
        context.pages[kind.name],
        label=_("Who says so"),
        icon=":material/arrow_forward:",
        query_params={**parts.address(), question_parameter(kind): heading},
    )
