"""Sources: who published what, in which languages, and how recently."""

from __future__ import annotations

import streamlit as st

from dashboard.store import queries
from dashboard.wording import _, ngettext

from . import parts
from .context import Context


def show(context: Context) -> None:
    """Draw the page."""
    publishers = queries.publishers(context.connection, context.filters)
    newest = publishers.get_column("newest").max()
    parts.head(context, _("Sources"), publishers.get_column("facts").sum(), newest)  # type: ignore[arg-type]
    if publishers.is_empty():
        parts.empty(context, _("No sources match"))
        return
    documents = queries.documents(context.connection, context.filters)
    st.caption(
        " · ".join(
            (
                ngettext("{n} publisher", "{n} publishers", publishers.height),
                ngettext("{n} document", "{n} documents", documents.height),
            )
        )
    )
    st.dataframe(
        publishers,
        key="publishers",
        alt=_("Publishers by number of facts"),
        hide_index=True,
        column_config={
            "publisher": st.column_config.TextColumn(_("Publisher"), width="large"),
            "languages": st.column_config.TextColumn(_("Languages"), help=_("ISO 639-1")),
            "documents": st.column_config.NumberColumn(_("Documents"), format="localized"),
            "facts": st.column_config.NumberColumn(_("Facts"), format="localized"),
            "newest": st.column_config.DateColumn(_("Newest")),
        },
    )
    st.subheader(_("Documents"), anchor=False)
    st.dataframe(
        documents.drop("document_id", "reliability", "reprint_of"),
        key="documents",
        alt=_("Documents behind the filtered facts, newest first"),
        hide_index=True,
        column_config={
            "publisher": st.column_config.TextColumn(_("Publisher")),
            "title": st.column_config.TextColumn(_("Title")),
            "url": st.column_config.LinkColumn(_("Address"), width="large"),
            "published": st.column_config.DateColumn(_("Published")),
            "language": st.column_config.TextColumn(_("Language")),
            "facts": st.column_config.NumberColumn(_("Facts"), format="localized"),
        },
    )
    parts.downloads(context, documents, _("Sources"))
