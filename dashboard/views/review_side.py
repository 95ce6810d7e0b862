"""What stands beside the fact under review: its columns, the form for it, the form for a missed one, many at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.facts import KINDS, PUBLISHER, Kind
from dashboard.store import Filters, open_store, queries, review
from dashboard.store.deciding import empty
from dashboard.store.queue import review_queue
from dashboard.wording import _, ngettext

from . import review_form
from .context import Context
from .fact_words import headline, told_columns
from .review_desk import Desk, accept_many, decide, open_mode
from .reviewer import reviewer

Row = Mapping[str, Any]
MANY = 1_000_000  # facts of a queue, all of them
SHOWN = 200  # of many facts in a table
KIND = "form_kind"


def columns(context: Context, kind: Kind, fact: Row) -> None:
    """Draw everything known about a fact."""
    st.table(told_columns(kind, fact, context.directory), border="horizontal", alt=_("Everything known about the fact"))


def open_correction(at: Desk, kind: Kind, fact: Row) -> None:
    """Open the form for a fact."""
    open_mode(at, "correct")
    at.row = fact
    review_form.fill(kind, fact)
    st.session_state[review_form.NOTE] = ""


def correction(context: Context, at: Desk, kind: Kind, text: str, said: str) -> None:
    """Draw the form that corrects the fact in front."""
    st.subheader(_("Correct"), anchor=False)
    review_form.draw(at, kind, context.directory, lambda: _correct(context, at, kind, text, said))
    _cancel(at)


def _correct(context: Context, at: Desk, kind: Kind, text: str, said: str) -> None:
    row = at.row
    if at.mode != "correct" or row is None:
        return  # sent twice: the first time has saved it
    asked = review_form.asked(kind, row, context.directory, text, at.span)
    if asked.problems:
        at.problems = asked.problems
        return
    who, note = reviewer(), str(st.session_state.get(review_form.NOTE) or "")
    saved = decide(
        at,
        row,
        said,
        lambda store: review.correct(
            store,
            row["fact_id"],
            asked.changes,
            reviewer=who,
            seen=row["last_decision"],
            note=note,
            new_actors=asked.new_actors,
        ),
    )
    if not saved and at.wrong:
        _reload(at, kind, row)


def _reload(at: Desk, kind: Kind, row: Row) -> None:
    """Take in what somebody else has decided, and keep what was typed."""
    with open_store() as store:
        now = queries.one_fact(store, row["fact_id"])
    if now is not None:
        at.problems = review_form.refill(kind, row, now)
        at.row = now


def open_addition(at: Desk, kind: Kind, document: Row) -> None:
    """Open the form for a fact that was missed in a document."""
    open_mode(at, "add")
    st.session_state[KIND] = kind.name
    st.session_state[review_form.NOTE] = ""
    _blank(at, kind, document)


def _blank(at: Desk, kind: Kind, document: Row) -> None:
    kept = st.session_state.get(review_form.key(KINDS[at.row["kind"]], "evidence"), "") if at.row else ""
    at.row = empty() | {
        "kind": kind.name,
        "document_id": document["document_id"],
        "claimant": PUBLISHER,
        "as_of": document["published"],
        "status": "occurred",
        "assertion": "states",
        "qualifier": "exact" if kind.shape == "quantity" else "",
    }
    at.problems = {}
    review_form.fill(kind, at.row)
    st.session_state[review_form.key(kind, "evidence")] = kept


def addition(context: Context, at: Desk, document: Row, text: str) -> None:
    """Draw the form that adds a fact which the extractor missed."""
    st.subheader(_("Add a missed fact"), anchor=False)
    st.segmented_control(
        _("Kind"),
        list(KINDS),
        required=True,
        format_func=lambda each: _(KINDS[each].label),
        key=KIND,
        on_change=lambda: _blank(at, KINDS[st.session_state[KIND]], document),
    )
    kind = KINDS[st.session_state[KIND]]
    review_form.draw(at, kind, context.directory, lambda: _add(context, at, kind, document, text))
    _cancel(at)


def _add(context: Context, at: Desk, kind: Kind, document: Row, text: str) -> None:
    row = at.row
    if at.mode != "add" or row is None:
        return
    asked = review_form.asked(kind, empty() | {"kind": kind.name}, context.directory, text, at.span)
    if asked.problems:
        at.problems = asked.problems
        return
    who, note = reviewer(), str(st.session_state.get(review_form.NOTE) or "")
    front = at.at
    added = decide(
        at,
        row,
        headline(kind, {**row, **asked.changes}, context.directory),
        lambda store: review.add_fact(
            store,
            document["document_id"],
            kind.name,
            asked.changes,
            reviewer=who,
            note=note,
            new_actors=asked.new_actors,
        ),
    )
    if added:
        at.at = front


def _cancel(at: Desk) -> None:
    st.button(
        _("Cancel"), icon=":material/close:", shortcut="Alt+X", key="form_cancel", on_click=open_mode, args=(at, "")
    )


def many(context: Context, at: Desk, filters: Filters) -> None:
    """Draw which facts would be accepted at once, and the button that does it."""
    st.subheader(_("Accept many at once"), anchor=False)
    least = st.slider(
        _("Confidence at least"),
        min_value=0.5,
        max_value=1.0,
        value=0.9,
        step=0.01,
        key="review_least",
        persist_state="session",
        help=_("The extractor's own, 0 to 1. Nobody has decided about these facts yet; each gets a decision."),
    )
    waiting = review_queue(context.connection, "document", filters=filters, shipped=True, limit=MANY)
    chosen = waiting.filter(pl.col("confidence") >= least)
    st.markdown(
        ngettext("**{n} fact** would be accepted.", "**{n} facts** would be accepted.", chosen.height)
        if chosen.height
        else _("No fact that waits is that certain.")
    )
    with st.container(horizontal=True):
        st.button(
            ngettext("Accept {n} fact", "Accept {n} facts", chosen.height),
            type="primary",
            icon=":material/done_all:",
            shortcut="Ctrl+Enter",
            key="review_accept_many",
            disabled=chosen.is_empty() or not reviewer(),
            on_click=accept_many,
            args=(at, least, filters),
        )
        _cancel(at)
    rows = chosen.head(SHOWN).rows(named=True)
    st.dataframe(
        pl.DataFrame(
            {
                "confidence": [row["confidence"] for row in rows],
                "claim": [
                    headline(KINDS[row["kind"]], row, context.directory) if row["kind"] in KINDS else row["kind"]
                    for row in rows
                ],
                "evidence": [row["evidence"] for row in rows],
            },
            schema={"confidence": pl.Float64, "claim": pl.String, "evidence": pl.String},
        ),
        hide_index=True,
        height=300,
        alt=_("The facts that would be accepted"),
        column_config={
            "confidence": st.column_config.NumberColumn(_("Confidence"), format="%.2f", width="small"),
            "claim": st.column_config.TextColumn(_("Claim"), width="large"),
            "evidence": st.column_config.TextColumn(_("Evidence"), width="large"),
        },
    )
