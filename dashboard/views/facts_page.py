"""Facts: the whole table, searchable, each row opening everything known about the fact."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.store import queries
from dashboard.wording import _, ngettext

from . import parts
from .context import Context


def show(context: Context) -> None:
    """Draw the page."""
    top = st.container()
    words = st.text_input(
        _("Words"),
        key="words",
        bind="query-params",
        max_chars=200,
        placeholder=_("Words in the summary, the evidence, the place or the source"),
        icon=":material/search:",
    )
    context = replace(context, filters=replace(context.filters, words=words or ""))
    rejected = "rejected" in context.filters.reviews
    claims = queries.claims(context.connection, context.filters, rejected=rejected)
    with top:
        parts.head(context, _("All facts"), claims.height, parts.newest(claims))
    if claims.is_empty():
        parts.empty(context, _("No facts match"))
        return
    parts.table(context, claims, key="facts_table", alt=_("The filtered facts, newest first"), height=620)
    st.caption(_("Select a row to see everything known about the fact."))
    parts.downloads(context, claims, _("Facts"))
    _decisions(context)


def _decisions(context: Context) -> None:
    """Offer what was decided about these facts, where anything was."""
    log = queries.decision_log(context.connection, context.filters)
    if log.is_empty():
        return
    told = ngettext("{n} decision about them", "{n} decisions about them", log.height)
    parts.files(log, context.file_parts(_("Decisions")), _("Decisions as {format}"), told, key="decisions")
