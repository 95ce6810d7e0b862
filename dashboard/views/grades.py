"""Grades in the Admiralty code: shown with their meaning, proposed by rules, set by a person where they are seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb
import streamlit as st

from dashboard.facts import words
from dashboard.facts.proposals import Proposal
from dashboard.store import grading
from dashboard.store.deciding import standing
from dashboard.wording import _

from .admiralty import Words, meanings
from .markdown import escaped
from .review_desk import Desk, attempt
from .reviewer import reviewer

Row = Mapping[str, Any]


def credibility(at: Desk, fact: Row, proposal: Proposal | None) -> None:
    """Draw a fact's credibility, and set it."""
    key = f"credibility_{fact['fact_id']}"

    def set_grade(grade: str = "") -> None:
        wanted, who = grade or st.session_state[key], reviewer()
        attempt(
            at,
            lambda store: grading.grade_fact(store, fact["fact_id"], wanted, reviewer=who, seen=fact["last_decision"]),
            fact["fact_id"],
        )

    _scale(
        _("Credibility"), key, fact["credibility"], words.CREDIBILITIES, words.CREDIBILITY_MEANINGS, set_grade, proposal
    )


def reliability_of_document(
    connection: duckdb.DuckDBPyConnection, at: Desk, fact: Row, proposal: Proposal | None
) -> None:
    """Draw the reliability of a fact's source, and set it: for all its publisher's documents, or for this one."""
    document_id, publisher = str(fact["document_id"]), str(fact["publisher"] or "")
    key = f"reliability_{document_id}"
    scope = f"{key}_scope"
    own = standing(grading.grades_of(connection, document_id=document_id))

    def set_grade(grade: str = "") -> None:
        wanted, who = grade or st.session_state[key], reviewer()
        alone = not publisher or st.session_state.get(scope) == "document"
        attempt(
            at,
            lambda store: (
                grading.grade_document(store, document_id, wanted, reviewer=who)
                if alone
                else grading.grade_publisher(store, publisher, wanted, reviewer=who)
            ),
        )

    _scale(
        _("Reliability"), key, fact["reliability"], words.RELIABILITIES, words.RELIABILITY_MEANINGS, set_grade, proposal
    )
    if publisher:
        scopes = {"publisher": _("All of {publisher}").format(publisher=publisher), "document": _("This article alone")}
        st.segmented_control(
            _("Applies to"),
            list(scopes),
            default="document" if own else "publisher",
            required=True,
            format_func=lambda each: scopes[each],
            key=scope,
            label_visibility="collapsed",
        )
    if own and reviewer():
        st.button(
            _("Take back the article's own grade"),
            type="tertiary",
            icon=":material/undo:",
            key=f"{key}_undo",
            on_click=_undo,
            args=(at, {"document_id": document_id}),
        )


def reliability_of_publisher(
    connection: duckdb.DuckDBPyConnection, at: Desk, publisher: str, proposal: Proposal | None
) -> None:
    """Draw the reliability of a publisher, and set it for all its documents that have no grade of their own."""
    key = f"reliability_{publisher}"
    held = standing(grading.grades_of(connection, publisher=publisher))
    now = str(held[-1].changed["reliability"]) if held else words.UNGRADED[1]

    def set_grade(grade: str = "") -> None:
        wanted, who = grade or st.session_state[key], reviewer()
        attempt(at, lambda store: grading.grade_publisher(store, publisher, wanted, reviewer=who))

    _scale(_("Reliability"), key, now, words.RELIABILITIES, words.RELIABILITY_MEANINGS, set_grade, proposal)
    if held:
        last = held[-1]
        st.caption(
            _("Graded by {name} on {day}").format(name=escaped(last.reviewer), day=f"{last.decided_at:%Y-%m-%d}")
        )
        st.button(
            _("Take back"),
            type="tertiary",
            icon=":material/undo:",
            key=f"{key}_undo",
            disabled=not reviewer(),
            on_click=_undo,
            args=(at, {"publisher": publisher}),
        )


def _undo(at: Desk, about: Mapping[str, str]) -> None:
    who = reviewer()
    attempt(at, lambda store: grading.undo_grade(store, **about, reviewer=who))


def _scale(
    label: str, key: str, now: str, labels: Words, at_length: Words, set_grade: Any, proposal: Proposal | None
) -> None:
    """Draw one scale with the grade that holds, its meaning, and what the rules propose."""
    st.session_state[key] = now
    st.segmented_control(
        label,
        list(labels),
        required=True,
        key=key,
        help=meanings(labels, at_length),
        disabled=not reviewer(),
        on_change=set_grade,
    )
    graded = now not in words.UNGRADED
    st.caption(f"{now}: {_(labels[now])}" if graded else _("Not graded yet ({grade})").format(grade=now))
    if proposal and proposal.grade != now:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(
                _("Proposed: {grade}, {label}. {why}.").format(
                    grade=proposal.grade,
                    label=_(labels[proposal.grade]).lower(),
                    why=_(words.PROPOSALS[proposal.because]),
                ),
                width="content",
            )
            st.button(
                _("Set {grade}").format(grade=proposal.grade),
                key=f"{key}_proposed",
                type="tertiary",
                disabled=not reviewer(),
                on_click=set_grade,
                args=(proposal.grade,),
            )
