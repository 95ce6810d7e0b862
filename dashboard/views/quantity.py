"""The page of a kind whose facts are disputed numbers: one question at a time, never two unlike things on one axis."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard.charts import Drawn, ranges, ranked, timeline
from dashboard.facts import Directory, Kind
from dashboard.store import queries
from dashboard.transforms import Argument, answers, argue, envelope, marks, named, questions
from dashboard.wording import _, day, ngettext, number
from dashboard.wording.titles import label

from . import parts, standing
from .context import Context
from .question import question_parameter, question_title
from .sidebar import left_out

CLAIMANTS_SHOWN = 25
MARKS_DRAWN = 600  # the newest; more would say nothing more and make a browser wait


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
    argument = argue(answers(claims, kind, question), context.directory)
    with top:
        parts.head(context, titles[question], argument.claims.height, parts.newest(argument.claims))
    counted = _counted(kind, argument.claims, context.directory)
    if argument.claimants:
        _figures(context, argument)
    else:
        st.caption(
            _(
                "No figure here is a total that a claimant states on a known day. A figure of one event, or on top of "
                "another, stands for itself: no later one revises it."
            )
        )
    _timeline(context, kind, argument, titles[question], counted)
    if argument.claimants:
        _now(context, kind, argument, titles[question], counted)
    st.subheader(_("All claims"), anchor=False)
    parts.table(
        context, argument.claims, key=f"{kind.name}_table", alt=_("The claims that answer the question, newest first")
    )
    parts.downloads(context, parts.worked_out(context, argument, titles[question]), _(kind.plural), titles[question])


def _counted(kind: Kind, claims: pl.DataFrame, directory: Directory) -> str:
    """Return what is counted, for the axes."""
    units = claims.filter(pl.col("unit") != "").get_column("unit").unique().to_list()
    return label(kind, "unit", units[0], directory).capitalize() if units else _("People")


def _figures(context: Context, argument: Argument) -> None:
    with st.grid(2, gap="small", min_column_width=300):
        st.metric(
            _(context.rule.label),
            standing.answer_text(context.rule.answer(argument.current)),
            border=True,
            help=_(context.rule.meaning),
        )
        with st.grid(3, gap="small", min_column_width=100):
            st.metric(_("Claimants"), number(argument.claimants), border=True)
            st.metric(
                _("Voices"),
                number(argument.voices),
                border=True,
                help=_(
                    "Independent of each other: a state with its bodies is one voice, and so is whoever passes on "
                    "another's figure."
                ),
            )
            st.metric(_("Claims"), number(argument.claims.height), border=True)
    st.markdown(" ".join(standing.sentences(context, argument)))


def _timeline(context: Context, kind: Kind, argument: Argument, heading: str, counted: str) -> None:
    drawn = marks(argument.claims)
    numberless = argument.claims.filter(pl.col("lower").is_null())
    denials = numberless.filter(pl.col("status") == "denied")
    if drawn.height:
        newest = drawn.tail(MARKS_DRAWN)
        first, last = drawn.select(pl.col("as_of").min().alias("first"), pl.col("as_of").max().alias("last")).row(0)
        few = drawn.get_column("claimant").n_unique() <= CLAIMANTS_SHOWN
        own = pl.col("claimant").is_in(list(ranked(context.colours)))
        steps = envelope(argument.claims if few else argument.claims.filter(own), by=("claimant",))
        log = st.toggle(
            _("Logarithmic axis"),
            key=f"{kind.name}_log",
            bind="query-params",
            help=_("Every step up the axis is ten times as many: small figures stay readable beside great ones."),
        )
        chart = timeline(
            Drawn(
                named(newest, context.directory),
                envelope(argument.claims),
                steps,
                named(denials, context.directory),
                context.filters.known_on or last,
            ),
            context.colours,
            counted=counted,
            log=log,
            dates=context.date_range() if context.filters.basis == "stated" else None,
        )
        alt = _("{title}: {claims} from {first} to {last}; {range} in force at the end").format(
            title=heading,
            claims=ngettext("{n} claim", "{n} claims", argument.claims.height),
            first=day(first),
            last=day(last),
            range=standing.answer_text(context.rule.answer(argument.current)),
        )
        parts.chart(context, chart, key=f"{kind.name}_timeline", alt=alt)
    _notes(argument, drawn, numberless.height - denials.height)


def _notes(argument: Argument, drawn: pl.DataFrame, numberless: int) -> None:
    notes = [
        _(
            "The band reaches from the lowest to the highest figure in force, steps join a claimant's revisions. "
            "A bar is a range that a claimant gives, a dotted bar the open side of a bound."
        )
    ]
    if drawn.height > MARKS_DRAWN:
        notes.append(_("The newest {n} of {total} figures are drawn; band and numbers count all.").format(
            n=number(MARKS_DRAWN), total=number(drawn.height)
        ))  # fmt: skip
    undated = argument.claims.filter(pl.col("as_of").is_null(), pl.col("lower").is_not_null()).height
    if undated:
        notes.append(
            ngettext(
                "{n} figure without a stated day is in the table only.",
                "{n} figures without a stated day are in the table only.",
                undated,
            )
        )
    if numberless:
        notes.append(
            ngettext(
                "{n} claim without a number is in the table only.",
                "{n} claims without a number are in the table only.",
                numberless,
            )
        )
    st.caption(" ".join(notes))


def _now(context: Context, kind: Kind, argument: Argument, heading: str, counted: str) -> None:
    st.subheader(_("What each claimant says now"), anchor=False)
    standing.table(context, kind, argument)
    figures = named(argument.figures, context.directory)
    kept = figures.get_column("claimant").unique(maintain_order=True).head(CLAIMANTS_SHOWN)
    if kept.len() < argument.claimants:
        st.caption(
            _("The chart shows the {n} lowest of {total}.").format(n=kept.len(), total=number(argument.claimants))
        )
    parts.chart(
        context,
        ranges(figures.filter(pl.col("claimant").is_in(kept.implode())), context.colours, counted=counted),
        key=f"{kind.name}_ranges",
        alt=_("{title}: latest figure of each claimant, {range}").format(
            title=heading, range=standing.answer_text(context.rule.answer(argument.current))
        ),
    )
