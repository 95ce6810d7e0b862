"""Review: one fact at a time, the words it was read from beside it, a key for each decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

import streamlit as st

from dashboard.facts import KINDS, Kind, words
from dashboard.store import Filters, StoreError, open_store, queries, read_directory
from dashboard.store.queue import Order, documents_in_review, progress, review_queue
from dashboard.wording import _, day, ngettext, number

from . import fact_evidence, review_bar, review_side, reviewer
from .context import Context
from .fact_words import attribution, headline
from .markdown import escaped
from .review_desk import Desk, desk
from .review_form import key
from .review_marking import focus, marking

AT, DOCUMENT = "at", "document"  # address parameters: a fact to begin with, a document to stay in
SIDES = (5, 3)  # how wide the words and the columns are
HEIGHT = 200  # pixels of the words of the article: the buttons below stay where they are


@dataclass(frozen=True)
class Scope:
    """What is gone through: in which order, what the filters let through, with what came with Tilik or without.

    ``document_id`` is the one document that was chosen here; empty for all.
    """

    order: Order
    filters: Filters
    document_id: str
    shipped: bool


def show(context: Context) -> None:
    """Draw the page."""
    st.title(_("Review"), anchor=False)
    _room(context)


@st.fragment
def _room(context: Context) -> None:
    """Draw what changes with each decision, without the rest of the app."""
    try:
        with open_store() as connection:
            _draw(replace(context, connection=connection, directory=read_directory(connection)))
    except StoreError as error:
        st.error(str(error), title=_("The facts cannot be read"))


def _draw(context: Context) -> None:
    at = desk()
    _asked_for(at)
    scope = _scope(context, at)
    done = progress(context.connection, filters=scope.filters, shipped=scope.shipped)
    told = _("{n} of {total} decided").format(n=number(done.decided), total=number(done.total))
    if _narrowed(context):
        told += " · " + _("narrowed by the filters")
    st.progress(done.decided / done.total if done.total else 0.0, text=told)
    fact = _in_front(context, at, scope)
    if fact is None and not at.mode:
        _nothing(context, at, scope, done.total)
        return
    if fact is None or fact["kind"] not in KINDS or at.mode == "many":
        _aside(context, at, scope)
        return
    _fact(context, at, scope, KINDS[fact["kind"]], fact)


def _narrowed(context: Context) -> bool:
    """Tell whether the filters leave anything out here; the states of review never do."""
    return replace(context, filters=replace(context.filters, reviews=())).is_filtered()


def _asked_for(at: Desk) -> None:
    """Put the fact in front that the address names, once."""
    wanted = st.query_params.get(AT, "")
    if wanted and st.session_state.get("review_linked") != wanted:
        at.leave()
        at.at = wanted
    st.session_state["review_linked"] = wanted


def _scope(context: Context, at: Desk) -> Scope:
    """Draw what is to be gone through."""
    orders: dict[Order, str] = {"least_certain": _("Least certain first"), "document": _("By document")}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        order = st.segmented_control(
            _("Order"),
            list(get_args(Order)),
            default="least_certain",
            required=True,
            format_func=lambda each: orders[each],
            key="review_order",
            persist_state="session",
        )
        shipped = bool(st.session_state.get("review_shipped", False))
        document = _document(context, shipped)
        st.toggle(
            _("What came with Tilik, too"),
            key="review_shipped",
            persist_state="session",
            help=_("The facts in data/ were checked when they were written down; here they can be checked again."),
        )
        review_bar.many_button(at)
        reviewer.ask("review")
    filters = replace(context.filters, documents=(document,)) if document else context.filters
    return Scope(order, filters, document, shipped)


def _document(context: Context, shipped: bool) -> str:
    documents = documents_in_review(context.connection, filters=context.filters, shipped=shipped)
    rows = {row["document_id"]: row for row in documents.rows(named=True)}
    linked = st.query_params.get(DOCUMENT, "")
    if "review_document" not in st.session_state and linked:
        st.session_state["review_document"] = linked
    chosen = st.session_state.get("review_document") or ""
    options = list(dict.fromkeys(["", *rows, *([chosen] if chosen else [])]))

    def named(document_id: str) -> str:
        if not document_id:
            return _("All documents")
        row = rows.get(document_id)
        if row is None:
            return document_id
        left = ngettext("{n} left", "{n} left", row["total"] - row["decided"])
        return f"{row['title'] or row['document_id']} · {row['publisher']} ({left})"

    return str(
        st.selectbox(
            _("Document"),
            options,
            format_func=named,
            key="review_document",
            persist_state="session",
            on_change=_note_document,
            width=320,
        )
        or ""
    )


def _note_document() -> None:
    desk().leave()
    if chosen := st.session_state["review_document"]:
        st.query_params[DOCUMENT] = chosen
    else:
        st.query_params.pop(DOCUMENT, None)


def _in_front(context: Context, at: Desk, scope: Scope) -> Mapping[str, Any] | None:
    """Return the fact to be decided now: the one that was asked for, else the next of the queue."""
    if at.at:
        found = queries.one_fact(context.connection, at.at)
        if found is not None:
            return found
        at.at = ""
    waiting = review_queue(context.connection, scope.order, filters=scope.filters, shipped=scope.shipped, limit=1)
    return waiting.row(0, named=True) if waiting.height else None


def _nothing(context: Context, at: Desk, scope: Scope, total: int) -> None:
    """Say that the queue is empty, and the way on."""
    review_bar.said(at)
    if _narrowed(context):
        st.info(
            _("Set the filters back to see what else waits."),
            title=_("Nothing more waits that passes the filters"),
            icon=":material/filter_alt:",
        )
    elif total:
        st.info(
            _("Choose another document, or add articles."),
            title=_("Everything here is decided"),
            icon=":material/check:",
        )
    else:
        st.info(
            _("Add articles, or switch on what came with Tilik."),
            title=_("Nothing waits for review"),
            icon=":material/inbox:",
        )
    with st.container(horizontal=True):
        review_bar.undo_button(at)
        if scope.document_id:
            review_bar.add_button(at, {"document_id": scope.document_id, "published": None}, next(iter(KINDS.values())))


def _aside(context: Context, at: Desk, scope: Scope) -> None:
    """Draw what is open without a fact in front."""
    if at.mode == "add" and at.row is not None:
        text = queries.document_text(context.connection, at.row["document_id"])
        left, right = st.columns(SIDES, gap="medium")
        with left:
            _article(at, KINDS[at.row["kind"]], text)
        with right:
            review_side.addition(context, at, {**at.row, "published": at.row["as_of"]}, text)
    else:
        review_side.many(context, at, scope.filters)


def _fact(context: Context, at: Desk, scope: Scope, kind: Kind, fact: Mapping[str, Any]) -> None:
    """Draw the fact in front: the words at the left with the decisions below them, the columns at the right."""
    text = queries.document_text(context.connection, fact["document_id"])
    told = headline(kind, fact, context.directory)
    left, right = st.columns(SIDES, gap="medium")
    with left:
        review_bar.said(at)
        st.markdown(f"#### {escaped(told)}", width="stretch")
        st.caption(escaped(attribution(fact, context.directory)))
        if at.mode in ("correct", "add") and text:
            _article(at, KINDS[st.session_state[review_side.KIND]] if at.mode == "add" else kind, text)
        else:
            with st.container(border=True, height=HEIGHT):
                fact_evidence.passage(kind, fact, text)
        st.caption(_about(fact))
        review_bar.buttons(at, kind, fact, told)
        if text and not at.mode:
            fact_evidence.article(kind, fact, text, "review_article")
    with right, st.container(key="review_side"):
        if at.mode == "correct":
            review_side.correction(context, at, kind, text, told)
            focus(".st-key-review_side textarea, .st-key-review_side input", f"correct {fact['fact_id']}")
        elif at.mode == "add":
            review_side.addition(context, at, fact, text)
            focus(".st-key-review_side textarea", f"add {fact['fact_id']}")
        else:
            review_side.columns(context, kind, fact)


def _article(at: Desk, kind: Kind, text: str) -> None:
    """Draw the article in which the words of the fact can be marked."""

    def took(span: tuple[int, int]) -> None:
        at.span = span
        st.session_state[key(kind, "evidence")] = text[span[0] : span[1]]

    row = at.row or {}
    own = (row.get("evidence_start"), row.get("evidence_end"))
    marking(text, at.span or (own if None not in own else None), f"marking_{at.mode}_{row.get('fact_id')}", took)  # type: ignore[arg-type]


def _about(fact: Mapping[str, Any]) -> str:
    """Return where a fact was read and how certain the extractor is of it."""
    certain = fact["confidence"]
    state = _(words.REVIEWS.get(fact["review"], "")) if fact["review"] != "unreviewed" else ""
    parts = [
        state,
        fact["publisher"] or "",
        fact["title"] or "",
        day(fact["published"]) if fact["published"] else "",
        _("confidence {n}").format(n=number(round(certain, 2))) if certain is not None else "",
    ]
    return " · ".join(escaped(part) for part in parts if part)
