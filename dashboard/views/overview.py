"""Overview: the current picture of the questions with most claims, how much is claimed when, and the newest facts."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts import by_kind
from dashboard.facts import KINDS, Kind
from dashboard.store import queries
from dashboard.transforms import answers, in_force, picture, questions
from dashboard.wording import _, day, figure, ngettext, number, span
from dashboard.wording.titles import title

from . import parts
from .context import Context
from .quantity import disagreement, question_parameter

CARDS = 4


def show(context: Context) -> None:
    """Draw the page."""
    parts.head(context, _("What is claimed now"))
    claims = queries.claims(context.connection, context.filters)
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
        most = counts.group_by("month").agg(pl.col("facts").sum()).sort("facts", "month", descending=[True, False]).row(0)
        alt = _("Facts by month and kind; most in {month}, {n}").format(month=f"{most[0]:%Y-%m}", n=number(most[1]))
        parts.chart(context, by_kind(counts, when=when, dates=context.date_range()), key="activity", alt=alt, opens=False)
    st.subheader(_("Newest facts"), anchor=False)
    parts.table(context, claims, key="newest", alt=_("The filtered facts, newest first"), height=420)
    parts.downloads(context, claims, _("Overview"))


def _cards(context: Context, claims: pl.DataFrame) -> None:
    """Draw the questions with most claims, each with the range over its claimants' latest figures."""
    found = [
        (kind, question)
        for kind in KINDS.values()
        if kind.shape == "quantity"
        for question in questions(claims, kind).head(CARDS).rows(named=True)
    ]
    found.sort(key=lambda each: (-each[1]["facts"], each[1]["question"]))
    cards = [
        (kind, question, answered, now)
        for kind, question in found
        for answered in [answers(claims, kind, question["question"])]
        for now in [picture(in_force(answered))]
        if now
    ][:CARDS]
    if not cards:
        return
    with st.grid(min(CARDS, len(cards)), gap="small", min_column_width=240):
        for kind, question, answered, now in cards:
            with st.container(border=True, height="stretch"):
                _card(context, kind, question, answered, now)


def _card(context: Context, kind: Kind, question: dict[str, Any], answered: pl.DataFrame, now: dict[str, Any]) -> None:
    heading = title(kind, question, context.directory)
    since = answered.filter(pl.col("status") == "occurred").select(pl.col("date_start").min()).item()
    st.metric(
        heading,
        figure(now["low"], None, now["high"]),
        help=_("From the lowest to the highest number that any claimant names in its latest statement. {claims}.").format(
            claims=ngettext("{n} claim in all", "{n} claims in all", question["facts"])
        ),
    )
    facts = [ngettext("{n} claimant", "{n} claimants", now["claimants"]), _("newest {day}").format(day=day(now["newest"]))]
    if since:
        facts.append(span(since, None, "month"))
    st.caption(" · ".join(facts))
    for label, row in ((_("Lowest"), now["lowest"]), (_("Highest"), now["highest"])):
        name = context.directory.name(row["claimant"])
        st.caption(f"{label}: **{parts.shown_figure(row)}** {name}, {day(row['as_of'])}")
        if now["claimants"] == 1:
            break
    if said := disagreement(now):
        st.caption(said)
    st.page_link(
        context.pages[kind.name],
        label=_("Who says so"),
        icon=":material/arrow_forward:",
        query_params={**parts.address(), question_parameter(kind): heading},
    )
