"""One fact with everything known about it, in a drawer over the page that one came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.facts import DOCUMENT_COLUMNS, KINDS, Kind
from dashboard.facts.proposals import propose_credibility, propose_reliability
from dashboard.store import StoreError, open_store, queries, read_directory
from dashboard.store.queries import one_fact
from dashboard.wording import NOTHING, _, day
from dashboard.wording.titles import title

from . import describing, fact_deciding, fact_evidence, fact_history, fact_others, grades, reviewer
from .context import Context
from .fact_deciding import elsewhere
from .fact_words import ARROW, chain, happened, sentence, shown, told_columns
from .markdown import escaped
from .opening import select, to_open
from .review_desk import Desk, desk

PARAMETER = "fact"
DESK = "fact"
Row = Mapping[str, Any]


def open_from_selection(key: str, fact_ids: list[str]) -> None:
    """Remember the fact of the row or point that was just selected; the callback of tables and charts."""
    selection = st.session_state[key].selection
    if rows := selection.get("rows"):
        select(PARAMETER, fact_ids[rows[0]])
    elif points := selection.get("points"):
        custom = points[0].get("customdata")
        select(PARAMETER, custom[0] if isinstance(custom, (list, tuple)) else (custom or {}).get("0"))


def show_opened(context: Context) -> None:
    """Open the fact that was just selected, or that the address names, once."""
    wanted = to_open(PARAMETER)
    if not wanted:
        return
    found = one_fact(context.connection, wanted)
    if found is None:
        st.warning(_("There is no fact “{fact_id}” here; it may have been removed.").format(fact_id=wanted))
        return
    kind = KINDS.get(found["kind"])
    if kind is None:
        st.warning(_("Facts of kind “{kind}” are not known to this version.").format(kind=found["kind"]))
        return
    st.session_state.pop(f"desk_{DESK}", None)
    heading = escaped(title(kind, found, context.directory))
    # The page below shows what was decided here once the drawer is closed.
    st.dialog(heading, width="medium", position="right", on_dismiss="rerun")(_show)(context, kind, wanted)


def _show(context: Context, kind: Kind, fact_id: str) -> None:
    """Draw the drawer; it runs alone after each decision, so it opens the database by itself."""
    try:
        with open_store() as connection:
            fact = one_fact(connection, fact_id)
            if fact is None:
                st.info(_("This fact is no longer there."), icon=":material/undo:")
                return
            _draw(replace(context, connection=connection, directory=read_directory(connection)), kind, fact)
    except StoreError as error:
        st.error(str(error), title=_("The facts cannot be read"))


def _draw(context: Context, kind: Kind, fact: Row) -> None:
    at = desk(DESK)
    others = fact_others.others_of(context, kind, fact)
    prints = queries.reprints_of(context.connection, fact["document_id"])
    original = str(prints.item(0, "publisher")) if fact["reprint_of"] and prints.height else ""
    steps = fact_history.steps_of(context.connection, fact)
    st.markdown(f"**{escaped(sentence(kind, fact, context.directory))}**")
    if at.wrong:
        st.warning(escaped(at.wrong), icon=":material/group:")
    _words(context, kind, fact)
    fact_deciding.draw(context, at, fact, steps)
    st.markdown(
        f"**{_('How it came here')}** · "
        + ARROW.join(escaped(each) for each in chain(fact, context.directory, original))
    )
    st.table(_dates(fact), border="horizontal", alt=_("When it happened, was stated, published and added"))
    st.page_link(
        context.pages["sources"],
        label=_("Correct the article"),
        icon=":material/edit_document:",
        query_params={**elsewhere(), describing.PARAMETER: fact["document_id"]},
        help=_("Its day, publisher, title, address, language, or whose reprint it is"),
    )
    _grades(context, at, fact, original, others.confirmed_by)
    fact_history.draw(context.connection, kind, fact, steps, context.directory)
    fact_others.draw(context, kind, fact, others)
    fact_others.prints(prints, fact["document_id"])
    with st.expander(_("All columns")):
        st.table(
            told_columns(kind, fact, context.directory), border="horizontal", alt=_("Everything known about the fact")
        )
        st.table(_source(context, fact), border="horizontal", alt=_("The document that the fact was read from"))
    _links(context, fact)


def _words(context: Context, kind: Kind, fact: Row) -> None:
    """Draw the words of the article, or the summary of a fact that a person entered."""
    text = queries.document_text(context.connection, fact["document_id"])
    if fact["summary"]:
        st.text(fact["summary"])
    if not fact["evidence"]:
        return
    with st.container(border=True):
        st.caption(_("The words of the article"))
        fact_evidence.passage(kind, fact, text)
    if text:
        fact_evidence.article(kind, fact, text, "fact_article")


def _dates(fact: Row) -> list[dict[str, str]]:
    added = day(fact["added_at"].date()) if fact["added_at"] else _("came with Tilik")
    return [
        {
            _("Happened"): happened(fact) or NOTHING,
            _("Stated"): day(fact["as_of"]),
            _("Published"): day(fact["published"]),
            _("Added"): added,
        }
    ]


def _grades(context: Context, at: Desk, fact: Row, original: str, confirmed_by: int) -> None:
    reviewer_known = bool(reviewer.reviewer())
    publisher = original or str(fact["publisher"] or "")
    left, right = st.columns(2)
    with left:
        proposed = propose_credibility(
            fact,
            context.directory,
            publisher=str(fact["publisher"] or ""),
            reprint_of=fact["reprint_of"] or "",
            confirmed_by=confirmed_by,
        )
        grades.credibility(at, fact, proposed)
    with right:
        reliable = propose_reliability(context.directory, publisher=publisher) if publisher else None
        grades.reliability_of_document(context.connection, at, fact, reliable)
    if not reviewer_known:
        st.caption(_("Give your name above to set a grade."))


def _source(context: Context, fact: Row) -> dict[str, str]:
    return {
        _(column.label): shown(column, fact.get(column.name), context.directory)
        for column in DOCUMENT_COLUMNS
        if column.name not in ("document_id", "text", "url") and fact.get(column.name)
    }


def _links(context: Context, fact: Row) -> None:
    with st.container(horizontal=True):
        if str(fact["url"] or "").startswith(("https://", "http://")):
            st.link_button(_("Open the source"), fact["url"], icon=":material/open_in_new:")
        st.page_link(
            context.pages["facts"],
            label=_("Link to this fact"),
            icon=":material/link:",
            query_params={PARAMETER: fact["fact_id"]},
        )
