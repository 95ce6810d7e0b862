"""Overview: the current picture of the questions with most claims, what stands out, how much is claimed when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts import by_kind, shown_figure
from dashboard.facts import KINDS, Kind
from dashboard.store import queries
from dashboard.transforms import (
    Argument,
    answers,
    argue,
    events,
    history,
    joined_up,
    questions,
    revisions,
    since,
    widest_gap,
)
from dashboard.wording import _, day, ngettext, number, span

from . import links, parts, standing
from .context import Context
from .markdown import escaped
from .question import question_parameter, question_title

CARDS = 4
REVISIONS_SHOWN = 2


def show(context: Context) -> None:
    """Draw the page."""
    claims = queries.claims(context.connection, context.filters)
    parts.head(context, _("What is claimed now"), claims.height, parts.newest(claims))
    if claims.is_empty():
        parts.empty(context, _("No facts match"))
        return
    _cards(context, claims)
    _headlines(context, claims)
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


def _disputed() -> list[Kind]:
    """Return the kinds whose facts are disputed numbers."""
    return [kind for kind in KINDS.values() if kind.shape == "quantity"]


def _cards(context: Context, claims: pl.DataFrame) -> None:
    """Draw the questions with most claims, each with the answer that the chosen rule gives."""
    found = [
        (kind, question)
        for kind in _disputed()
        for question in questions(claims, kind).filter(~pl.col("ahead")).rows(named=True)
    ]
    found.sort(key=lambda each: (-each[1]["facts"], each[1]["question"]))
    argued = (
        (kind, question, argue(answers(claims, kind, question["question"]), context.directory))
        for kind, question in found
    )
    cards = list(islice((each for each in argued if each[2].claimants), CARDS))
    if not cards:
        return
    with st.grid(len(cards), gap="small", min_column_width=190):
        for kind, question, argument in cards:
            with st.container(border=True, height="stretch"):
                _card(context, kind, question, argument)


def _card(context: Context, kind: Kind, question: dict[str, Any], argument: Argument) -> None:
    heading = question_title(kind, question, context.directory)
    begun = since(argument.claims)
    st.markdown(f"**{escaped(heading)}**")
    st.metric(
        heading,
        standing.answer_text(context.rule.answer(argument.current)),
        label_visibility="collapsed",
        help=_("{rule}. {meaning}").format(rule=_(context.rule.label), meaning=_(context.rule.meaning)),
    )
    counted = [standing.counted_claimants(argument)]
    counted += [ngettext("{n} claim", "{n} claims", argument.claims.height)]
    counted += [span(begun[0], None, begun[1])] if begun else []
    figures = standing.ways(argument)
    newest = argument.current.sort("stated", "claimant", descending=[True, False]).row(0, named=True)
    lines = [
        " · ".join(counted),
        f"{_('Newest')}: **{figures[newest['claimant']]}** · {escaped(context.directory.name(newest['claimant']))} · "
        f"{day(newest['stated'])}",
    ]
    if gap := widest_gap(argument.current):
        lines.append(standing.gap_text(context, argument, gap))
    st.caption("  \n".join(lines))
    links.to_kind(context, kind, _("Who says so"), {question_parameter(kind): heading})


def _headlines(context: Context, claims: pl.DataFrame) -> None:
    """Tell what stands out: the newest revisions, stale repeats, meetings that are told differently."""
    told = [each for kind in _disputed() for each in _of_figures(context, claims, kind)]
    told += list(_of_meetings(context, claims))
    if not told:
        return
    st.subheader(_("What stands out"), anchor=False)
    with st.container(gap="xxsmall"):
        for line, kind, parameters in told:
            links.to_kind(context, kind, line, parameters)


Line = tuple[str, Kind, dict[str, str]]


def _of_figures(context: Context, claims: pl.DataFrame, kind: Kind) -> Iterator[Line]:
    told = history(claims, kind, context.directory)
    headings = {
        row["question"]: question_title(kind, row, context.directory)
        for row in told.unique("question").rows(named=True)
    }
    rows = {row["fact_id"]: row for row in told.rows(named=True)}
    newest = revisions(told).filter(pl.col("question").is_in(list(headings))).head(REVISIONS_SHOWN)
    for row in newest.rows(named=True):
        heading = headings[row["question"]]
        yield (
            _("{day}: {claimant} revised **{heading}** from {old} to **{new}**.").format(
                day=day(row["day"]),
                claimant=escaped(context.directory.name(row["claimant"])),
                heading=escaped(heading),
                old=shown_figure(rows[row["old"]]),
                new=shown_figure(rows[row["new"]]),
            ),
            kind,
            {question_parameter(kind): heading},
        )
    repeats = told.filter(pl.col("standing") == "repeat").sort("as_of", "fact_id", descending=[True, False])
    if repeats.height:
        most = (
            repeats.get_column("question").value_counts(sort=True).sort("count", "question", descending=[True, False])
        )
        heading = headings[most.item(0, "question")]
        yield (
            _("{kind}: {repeats} after the claimant had revised them, most on **{heading}**.").format(
                kind=_(kind.plural),
                repeats=ngettext("{n} claim repeats a figure", "{n} claims repeat figures", repeats.height),
                heading=escaped(heading),
            ),
            kind,
            {question_parameter(kind): heading},
        )


def _of_meetings(context: Context, claims: pl.DataFrame) -> Iterator[Line]:
    for kind in (kind for kind in KINDS.values() if kind.shape == "encounter"):
        meetings = claims.filter(pl.col("kind") == kind.name)
        if meetings.is_empty():
            continue
        found = events(joined_up(meetings), context.directory)
        several = found.filter(pl.col("reports") > 1)
        differ = several.filter(pl.col("differs").list.len() > 0)
        if differ.height:
            line = _("{differ} of {several} meetings with more than one report are told differently.").format(
                differ=number(differ.height), several=number(several.height)
            )
            yield line, kind, {}
