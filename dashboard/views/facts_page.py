"""Facts: the whole table, searchable, each row opening everything known about the fact."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.store import queries
from dashboard.wording import _

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
    claims = queries.claims(context.connection, context.filters)
    with top:
        parts.head(context, _("All facts"), claims.height, parts.newest(claims))
    if claims.is_empty():
        parts.empty(context, _("No facts match"))
        return
    parts.table(context, claims, key="facts_table", alt=_("The filtered facts, newest first"), height=620)
    st.caption(_("Select a row to see everything known about the fact."))
    parts.downloads(context, claims, _("Facts"))
