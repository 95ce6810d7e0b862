"""The page of a kind whose facts are disputed numbers: one question at a time, never two unlike things on one axis."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts import ranges, timeline
from dashboard.facts import Directory, Kind
from dashboard.store import queries
from dashboard.transforms import Picture, answers, in_force, named, picture, placed, questions
from dashboard.wording import _, day, figure, ngettext, number, span
from dashboard.wording.titles import label, title

from . import parts
from .context import Context
from .sidebar import left_out

WIDE_GAP = 2  # a factor between highest and lowest from which the page says in words that claimants disagree
CLAIMANTS_SHOWN = 25


def question_parameter(kind: Kind) -> str:
    """Return the address parameter that holds the chosen question of a kind's page."""
    return f"{kind.name}_question"


def disagreement(now: Picture) -> str:
    """Say that the figures in force are far apart; empty where they are not."""
    if now.claimants < 2 or now.times <= WIDE_GAP:
        return ""
    return _("The highest is {n} times the lowest.").format(n=number(round(now.times, 1 if now.times < 10 else None)))


def question_title(kind: Kind, question: dict[str, Any], directory: Directory) -> str:
    """Return a question in words."""
    words = title(kind, question, directory)
    if question["part"]:
        words = _("{title}, {since}").format(title=words, since=span(question["part"], None))
    return _("{title}, planned").format(title=words) if question["ahead"] else words


def show(context: Context, kind: Kind) -> None:
    """Draw the page of one kind."""
    context = context.of_kind(kind)
    claims = queries.claims(context.connection, context.filters)
    found = questions(claims, kind)
    if found.is_empty():
        parts.head(context, _(kind.plural), claims.height, parts.newest(claims))
        parts.empty(context, _("No figures match"))
        if claims.height:
            parts.table(context, claims, key=f"{kind.name}_table", alt=_("The filtered claims"))
            parts.downloads(context, claims, _(kind.plural))
        return
    top = st.container()
    titles = {row["question"]: question_title(kind, row, context.directory) for row in found.rows(named=True)}
    left_out(question_parameter(kind), titles.values())
    question = st.selectbox(
        _("Question"),
        list(titles),
        format_func=titles.__getitem__,
        key=question_parameter(kind),
        bind="query-params",
        help=_("Only figures that count the same thing stand on one axis. The question with most claims comes first."),
    )
    answered = answers(claims, kind, question)
    with top:
        parts.head(context, titles[question], answered.height, parts.newest(answered))
    current = in_force(answered)
    now = picture(current)
    if now:
        _figures(now, answered)
    else:
        st.caption(_("No claimant states a figure on a known day."))
    drawn = named(placed(answered), context.directory)
    counted = _("People")
    if units := answered.filter(pl.col("unit") != "").get_column("unit").unique().to_list():
        counted = label(kind, "unit", units[0], context.directory).capitalize()
    _timeline(context, kind, drawn, answered, titles[question], counted)
    if now:
        st.subheader(_("Latest figure of each claimant"), anchor=False)
        shown = named(placed(current), context.directory)
        kept = shown.get_column("claimant").unique(maintain_order=True).head(CLAIMANTS_SHOWN)
        if kept.len() < now.claimants:
            st.caption(_("The {n} lowest of {total}; all are in the table.").format(n=kept.len(), total=now.claimants))
        parts.chart(
            context,
            ranges(shown.filter(pl.col("claimant").is_in(kept.implode())), context.colours, counted=counted),
            key=f"{kind.name}_ranges",
            alt=_("{title}: latest figure of each claimant, {range}").format(
                title=titles[question], range=figure(now.low, None, now.high)
            ),
        )
    st.subheader(_("All claims"), anchor=False)
    parts.table(context, answered, key=f"{kind.name}_table", alt=_("The claims that answer the question, newest first"))
    parts.downloads(context, answered, _(kind.plural), titles[question])


def _figures(now: Picture, answered: pl.DataFrame) -> None:
    with st.grid(4, gap="small", min_column_width=160):
        st.metric(
            _("Latest figures range over"),
            figure(now.low, None, now.high),
            border=True,
            help=_("From the lowest to the highest number that any claimant names in its latest statement."),
        )
        st.metric(_("Claimants"), number(now.claimants), border=True)
        st.metric(_("Claims"), number(answered.height), border=True)
        st.metric(_("Newest"), day(now.newest["as_of"]), border=True)
    if said := disagreement(now):
        st.caption(said)


def _timeline(
    context: Context, kind: Kind, drawn: pl.DataFrame, answered: pl.DataFrame, heading: str, counted: str
) -> None:
    dated = drawn.filter(pl.col("as_of").is_not_null())
    if dated.height:
        dates = context.date_range() if context.filters.basis == "stated" else None
        alt = _("{title}: {claims} from {first} to {last}").format(
            title=heading,
            claims=ngettext("{n} claim", "{n} claims", dated.height),
            first=day(dated.select(pl.col("as_of").min()).item()),
            last=day(dated.select(pl.col("as_of").max()).item()),
        )
        parts.chart(
            context,
            timeline(drawn, context.colours, counted=counted, dates=dates),
            key=f"{kind.name}_timeline",
            alt=alt,
        )
    notes = [
        _("A bar reaches from a claim's lowest to its highest number; a dotted one from a bound: at least, at most.")
    ]
    if undated := drawn.height - dated.height:
        notes.append(
            ngettext(
                "{n} figure without a stated day is in the table only.",
                "{n} figures without a stated day are in the table only.",
                undated,
            )
        )
    if numberless := answered.height - drawn.height:
        notes.append(
            ngettext(
                "{n} claim without a number is in the table only.",
                "{n} claims without a number are in the table only.",
                numberless,
            )
        )
    st.caption(" ".join(notes))
