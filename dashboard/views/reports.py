"""Reports of one meeting side by side: where they differ, what one leaves out, and which side is silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import streamlit as st

from dashboard.facts import Kind, column_named, words
from dashboard.transforms import differing, sides, told_along
from dashboard.wording import NOTHING, _, day, listed, ngettext, number, span
from dashboard.wording.titles import label, title

from . import links, parts
from .context import Context
from .markdown import escaped
from .opening import select, to_open

PARAMETER = "event"
Row = Mapping[str, Any]


def differences(context: Context, kind: Kind, claims: pl.DataFrame, meetings: pl.DataFrame) -> None:
    """Draw the meetings of which there is more than one report, those that differ first; a row opens its reports.

    ``claims`` is :func:`~dashboard.transforms.joined_up`, ``meetings`` are their :func:`~dashboard.transforms.events`.
    """
    _opened(context, kind, claims)
    several = meetings.filter(pl.col("reports") > 1).sort(
        pl.col("differs").list.len() > 0, descending=True, maintain_order=True
    )
    if several.is_empty():
        return
    differ = several.filter(pl.col("differs").list.len() > 0).height
    st.subheader(_("One meeting, several reports"), anchor=False)
    st.markdown(
        _(
            "{differ} of {several} meetings with more than one report are told differently. A row opens its reports."
        ).format(differ=number(differ), several=number(several.height))
    )
    rows = several.rows(named=True)
    shown = pl.DataFrame(
        {
            "when": [_when(row) for row in rows],
            "meeting": [title(kind, row, context.directory) for row in rows],
            "reports": several.get_column("reports"),
            "claimants": several.get_column("claimants"),
            "differs": [listed([_attribute(kind, name) for name in row["differs"]]) or NOTHING for row in rows],
            "silent": [listed([context.directory.name(each) for each in row["silent"]]) or NOTHING for row in rows],
        }
    )
    key = f"{kind.name}_reports"
    st.dataframe(
        shown,
        key=key,
        alt=_("Meetings with more than one report, those told differently first"),
        height=parts.TALL if shown.height * parts.ROW > parts.TALL else "auto",
        hide_index=True,
        on_select=lambda: _select(key, several.get_column("event").to_list()),
        selection_mode="single-row",
        column_config={
            "when": st.column_config.TextColumn(_("When"), help=_("As most reports give it")),
            "meeting": st.column_config.TextColumn(_("Meeting"), width="large"),
            "reports": st.column_config.NumberColumn(_("Reports")),
            "claimants": st.column_config.NumberColumn(_("Claimants")),
            "differs": st.column_config.TextColumn(_("Told differently")),
            "silent": st.column_config.TextColumn(
                _("Silent sides"), help=_("Sides at the table from which, or from whose people, no report comes")
            ),
        },
    )


def _select(key: str, events: list[str]) -> None:
    if rows := st.session_state[key].selection.rows:
        select(PARAMETER, events[rows[0]])


def _opened(context: Context, kind: Kind, claims: pl.DataFrame) -> None:
    """Open the meeting that was just selected, or that the address names, once."""
    wanted = to_open(PARAMETER)
    if not wanted:
        return
    reports = claims.filter(pl.col("event") == wanted).sort("as_of", "fact_id", nulls_last=True)
    if reports.is_empty():
        st.warning(_("There is no meeting “{event}” among those shown.").format(event=wanted))
        return
    heading = escaped(title(kind, reports.row(0, named=True), context.directory))
    told = (context, kind, reports.rows(named=True), told_along(claims, wanted).rows(named=True), wanted)
    st.dialog(heading, width="large")(_show)(*told)


def _show(context: Context, kind: Kind, reports: Sequence[Row], along: Sequence[Row], event: str) -> None:
    differ = differing(reports)
    st.markdown(
        _("{reports}, told differently: {what}.").format(
            reports=ngettext("{n} report", "{n} reports", len(reports)),
            what=listed([_attribute(kind, name).lower() for name in differ]),
        )
        if differ
        else _("{reports} that tell the same.").format(reports=ngettext("{n} report", "{n} reports", len(reports)))
    )
    st.dataframe(
        pl.DataFrame(
            {
                _("Claimant"): [context.directory.name(row["claimant"]) for row in reports],
                _("Status"): [_(words.STATUSES[row["status"]]) for row in reports],
                _("When"): [_when(row) for row in reports],
                _("Participants"): [
                    label(kind, "participants", row["participants"], context.directory) for row in reports
                ],
                _("Form"): [label(kind, "format", row["format"], context.directory) for row in reports],
                _("Place"): [row["location"] or NOTHING for row in reports],
                _("In words"): [row["evidence"] or row["summary"] for row in reports],
                _("Stated"): [day(row["as_of"]) for row in reports],
                _("Source"): [row["source_publisher"] for row in reports],
                _("Link"): [row["source_url"] or None for row in reports],
            },
            strict=False,
        ),
        hide_index=True,
        alt=_("The reports of the meeting side by side"),
        column_config={
            _("In words"): st.column_config.TextColumn(width="large"),
            _("Link"): st.column_config.LinkColumn(display_text=":material/open_in_new:"),
        },
    )
    for row in reports:
        st.markdown(
            f"**{escaped(context.directory.name(row['claimant']))}** · {_when(row)} · "
            f"{escaped(row['evidence'] or row['summary'])}"
        )
    if along:
        st.markdown(f"**{_('Told of the same participants in those days, without a day of its own')}**")
    for row in along:
        told_by, silent = sides(row, context.directory)
        st.markdown(
            _("{status} {meeting} · {claimant} · {words} Told by {sides}; no report of it here from {silent}.").format(
                status=_(words.STATUSES[row["status"]]),
                meeting=escaped(title(kind, row, context.directory)),
                claimant=escaped(context.directory.name(row["claimant"])),
                words=escaped(row["evidence"] or row["summary"]),
                sides=escaped(context.directory.name(told_by)),
                silent=escaped(listed([context.directory.name(each) for each in silent]) or NOTHING),
            )
        )
    st.page_link(
        context.pages[kind.name],
        label=_("Link to this meeting"),
        icon=":material/link:",
        query_params={**links.address(), PARAMETER: event},
    )


def _when(row: Row) -> str:
    return span(row["date_start"], row["date_end"], row["date_precision"] or "day")


def _attribute(kind: Kind, name: str) -> str:
    return _("Day") if name == "date_start" else _(column_named(kind, name).label)
