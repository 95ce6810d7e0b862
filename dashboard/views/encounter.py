"""The page of a kind whose facts are events: when each pair met, who met whom, and where reports of one differ."""

from __future__ import annotations

from datetime import date

import polars as pl
import streamlit as st

from dashboard.charts import by_status, met_matrix, pair_timeline
from dashboard.facts import Kind
from dashboard.store import queries
from dashboard.transforms import by_month, events, joined_up, matrix, most_met, named, names_of, pairs
from dashboard.wording import _, ngettext, number

from . import parts, reports
from .context import Context

PAIRS_SHOWN = 12
PEOPLE_SHOWN = 12


def show(context: Context, kind: Kind) -> None:
    """Draw the page of one kind."""
    context = context.of_kind(kind)
    claims = queries.claims(context.connection, context.filters)
    parts.head(context, _(kind.plural), claims.height, parts.newest(claims))
    if claims.is_empty():
        parts.empty(context, _("No meetings match"))
        return
    claims = joined_up(claims)
    meetings = events(claims, context.directory)
    _figures(meetings, claims.height)
    dates = context.date_range() if context.filters.basis == "happened" else None
    _timeline(context, kind, claims, meetings, dates)
    reports.differences(context, kind, claims, meetings)
    _matrix(context, meetings)
    _months(context, kind, meetings, dates)
    st.subheader(_("All claims"), anchor=False)
    parts.table(context, claims, key="meeting_table", alt=_("The filtered claims of meetings, newest first"))
    parts.downloads(context, claims, _(kind.plural))


def _figures(meetings: pl.DataFrame, claims: int) -> None:
    counts = dict(meetings.group_by("status").len().rows())
    people = pairs(meetings).select(pl.concat([pl.col("one"), pl.col("other")]).n_unique()).item()
    with st.grid(4, gap="small", min_column_width=160):
        st.metric(_("Reported as held"), number(counts.get("occurred", 0)), border=True)
        st.metric(_("Planned or proposed"), number(counts.get("planned", 0) + counts.get("proposed", 0)), border=True)
        st.metric(_("Denied or called off"), number(counts.get("denied", 0)), border=True)
        st.metric(_("Participants"), number(people), border=True)
    st.caption(
        _(
            "{meetings} from {claims}: reports of one meeting are joined, and it counts as held where any has it so."
        ).format(
            meetings=ngettext("{n} meeting", "{n} meetings", meetings.height),
            claims=ngettext("{n} claim", "{n} claims", claims),
        )
    )


def _timeline(
    context: Context, kind: Kind, claims: pl.DataFrame, meetings: pl.DataFrame, dates: tuple[date, date] | None
) -> None:
    order = most_met(meetings, PAIRS_SHOWN)
    names = {pair: names_of(pair, context.directory) for pair in order}
    when = pl.coalesce("date_start", "date_end")
    dated = claims.with_columns(day=when).filter(pl.col("day").is_not_null())
    lines = (
        named(pairs(dated), context.directory)
        .filter(pl.col("pair").is_in(order))
        .with_columns(pair_name=pl.col("pair").replace(names))
    )
    st.subheader(_("When each pair met"), anchor=False)
    if lines.height:
        chart = pair_timeline(lines, list(names.values()), dates=dates)
        alt = _("Claims of meetings on a time line for each of {n} pairs; most for {pair}").format(
            n=len(order), pair=names[order[0]]
        )
        parts.chart(context, chart, key=f"{kind.name}_pairs", alt=alt)
    notes = []
    total = pairs(meetings).get_column("pair").n_unique()
    if total > len(order):
        notes.append(_("The {n} pairs with most meetings of {total}.").format(n=len(order), total=number(total)))
    if undated := claims.height - dated.height:
        notes.append(
            ngettext(
                "{n} claim gives no day and is in the table only.",
                "{n} claims give no day and are in the table only.",
                undated,
            )
        )
    st.caption(" ".join(notes))


def _months(context: Context, kind: Kind, meetings: pl.DataFrame, dates: tuple[date, date] | None) -> None:
    months = by_month(meetings)
    if months.is_empty():
        return
    st.subheader(_("Meetings by month"), anchor=False)
    busiest = (
        months.group_by("month").agg(pl.col("facts").sum()).sort("facts", "month", descending=[True, False]).row(0)
    )
    alt = _("Meetings by month and status; most in {month}, {n}").format(
        month=f"{busiest[0]:%Y-%m}", n=number(busiest[1])
    )
    chart = by_status(months, when=_("Month of the meeting"), counted=_("Meetings a month"), dates=dates)
    parts.chart(context, chart, key=f"{kind.name}_months", alt=alt, opens=False)


def _matrix(context: Context, meetings: pl.DataFrame) -> None:
    st.subheader(_("Who met whom"), anchor=False)
    counts = matrix(meetings, PEOPLE_SHOWN)
    if counts.is_empty():
        return
    names = {each: context.directory.name(each) for each in counts.get_column("one").unique()}
    most = counts.sort("occurred", "one", descending=[True, False]).row(0, named=True)
    alt = _("Who met whom; most meetings for {one} and {other}, {n}").format(
        one=names[most["one"]], other=names[most["other"]], n=number(most["occurred"])
    )
    parts.chart(context, met_matrix(counts, names), key="met_matrix", alt=alt, opens=False)
    st.caption(_("Meetings held; with a plus, where they are only planned or proposed."))
