"""Sources: who published what, in which languages, how recently, and how reliable it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl
import streamlit as st

from dashboard.facts import words
from dashboard.facts.proposals import propose_reliability
from dashboard.store import StoreError, open_store, queries, read_directory
from dashboard.wording import _, ngettext

from . import describing, grades, parts, reviewer
from .admiralty import meanings
from .context import Context
from .markdown import escaped
from .opening import select, to_open
from .review_desk import desk

PARAMETER, DESK = "publisher", "publisher"


def show(context: Context) -> None:
    """Draw the page."""
    publishers = queries.publishers(context.connection, context.filters)
    newest = publishers.get_column("newest").max()
    parts.head(context, _("Sources"), publishers.get_column("facts").sum(), newest)  # type: ignore[arg-type]
    describing.show_opened()
    if publishers.is_empty():
        parts.empty(context, _("No sources match"))
        _without_facts(context)
        return
    _opened(context)
    documents = queries.documents(context.connection, context.filters)
    st.caption(
        " · ".join(
            (
                ngettext("{n} publisher", "{n} publishers", publishers.height),
                ngettext("{n} document", "{n} documents", documents.height),
                _("select a publisher to grade it, a document to correct what is known of it"),
            )
        )
    )
    graded = documents.group_by("publisher").agg(pl.col("reliability").unique().sort().str.join(", "))
    st.dataframe(
        publishers.join(graded, on="publisher", how="left", maintain_order="left"),
        key="publishers",
        alt=_("Publishers by number of facts"),
        hide_index=True,
        on_select=lambda: _select("publishers", PARAMETER, publishers.get_column("publisher").to_list()),
        selection_mode="single-row",
        column_config={
            "publisher": st.column_config.TextColumn(_("Publisher"), width="large"),
            "languages": st.column_config.TextColumn(_("Languages"), help=_("ISO 639-1")),
            "documents": st.column_config.NumberColumn(_("Documents"), format="localized"),
            "facts": st.column_config.NumberColumn(_("Facts"), format="localized"),
            "newest": st.column_config.DateColumn(_("Newest")),
            "reliability": _reliability(),
        },
    )
    st.subheader(_("Documents"), anchor=False)
    _table(documents, key="documents", alt=_("Documents behind the filtered facts, newest first"))
    parts.downloads(context, documents, _("Sources"))
    _without_facts(context)


def _without_facts(context: Context) -> None:
    """List the articles of which no fact counts, whatever the filters: for want of a language, say."""
    documents = queries.all_documents(context.connection, without_facts=True)
    if documents.is_empty():
        return
    with st.expander(ngettext("{n} article without facts", "{n} articles without facts", documents.height)):
        _table(documents, key="documents_without", alt=_("Articles of which no fact counts, newest first"))


def _table(documents: pl.DataFrame, *, key: str, alt: str) -> None:
    """Draw documents; selecting one opens what is known of it."""
    ids = documents.get_column("document_id").to_list()
    st.dataframe(
        documents.drop("document_id").with_columns(
            reprint_of=pl.when(pl.col("reprint_of") != "").then(pl.lit(_("Reprint")))
        ),
        key=key,
        alt=alt,
        hide_index=True,
        on_select=lambda: _select(key, describing.PARAMETER, ids),
        selection_mode="single-row",
        column_order=[
            *("publisher", "title", "url", "published", "language", "facts", "reliability"),
            *(["reprint_of"] if parts.told(documents, "reprint_of") else []),
        ],
        column_config={
            "publisher": st.column_config.TextColumn(_("Publisher")),
            "title": st.column_config.TextColumn(_("Title")),
            "url": st.column_config.LinkColumn(_("Address"), width="large"),
            "published": st.column_config.DateColumn(_("Published")),
            "language": st.column_config.TextColumn(_("Language")),
            "facts": st.column_config.NumberColumn(_("Facts"), format="localized"),
            "reliability": _reliability(),
            "reprint_of": st.column_config.TextColumn(
                _("Print"), help=_("A reprint is no second source: its claims count as its original's")
            ),
        },
    )


def _reliability() -> Any:
    return st.column_config.TextColumn(_("Reliability"), help=meanings(words.RELIABILITIES, words.RELIABILITY_MEANINGS))


def _select(table: str, parameter: str, things: list[str]) -> None:
    if rows := st.session_state[table].selection.rows:
        select(parameter, things[rows[0]])


def _opened(context: Context) -> None:
    """Open the publisher that was just selected, or that the address names, once."""
    wanted = to_open(PARAMETER)
    if wanted:
        st.session_state.pop(f"desk_{DESK}", None)
        st.dialog(escaped(wanted), on_dismiss="rerun")(_grade)(context, wanted)


def _grade(context: Context, publisher: str) -> None:
    """Draw the grade of one publisher; it runs alone after each decision, so it opens the database by itself."""
    at = desk(DESK)
    try:
        with open_store() as connection:
            context = replace(context, connection=connection, directory=read_directory(connection))
            proposal = propose_reliability(context.directory, publisher=publisher)
            grades.reliability_of_publisher(connection, at, publisher, proposal)
    except StoreError as error:
        st.error(str(error), title=_("The facts cannot be read"))
    if at.wrong:
        st.warning(escaped(at.wrong))
    st.caption(_("It holds for all documents of the publisher, later ones too, but for those graded by themselves."))
    reviewer.ask("publisher")
