"""The decisions about the fact in front: a button and a key for each, and what was decided last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.facts import Kind, words
from dashboard.wording import _

from . import review_desk, review_side, reviewer
from .markdown import escaped
from .review_desk import Desk
from .review_marking import focus

# The reasons that say all by themselves, each with a key of its own; "other" wants a note.
REASONS = [reason for reason in words.REASONS if reason not in ("left_out", "other")]


def said(at: Desk) -> None:
    """Say what was decided last, or why it could not be."""
    if at.wrong:
        st.warning(escaped(at.wrong), icon=":material/group:")
    else:
        st.caption(escaped(at.told) or "&nbsp;")


def buttons(at: Desk, kind: Kind, fact: Mapping[str, Any], told: str) -> None:
    """Draw the decisions, one key each; while a form is open they wait."""
    off = not reviewer.reviewer() or bool(at.mode)
    with st.container(horizontal=True, gap="small"):
        st.button(
            _("Accept"), type="primary", icon=":material/check:", shortcut="A", key="review_accept", disabled=off,
            on_click=review_desk.accept, args=(at, fact, told),
        )  # fmt: skip
        st.button(
            _("Correct"), icon=":material/edit:", shortcut="E", key="review_correct", disabled=off,
            on_click=review_side.open_correction, args=(at, kind, fact),
        )  # fmt: skip
        st.button(
            _("Skip") if fact["review"] == "unreviewed" else _("Next"), shortcut="S",
            key="review_skip", disabled=off, on_click=review_desk.skip, args=(at, fact, told),
        )  # fmt: skip
        undo_button(at)
        add_button(at, fact, kind)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(_("Reject:"), width="content")
        for turn, reason in enumerate(REASONS, start=1):
            st.button(
                _(words.REASONS[reason]), shortcut=str(turn), key=f"review_reject_{reason}", disabled=off,
                on_click=review_desk.reject, args=(at, fact, told, reason),
            )  # fmt: skip
        st.button(
            _("Other…"), shortcut=str(len(REASONS) + 1), key="review_other", disabled=off,
            on_click=review_desk.open_mode, args=(at, "other"),
        )  # fmt: skip
    if at.mode == "other":
        _other(at, fact, told)


def _other(at: Desk, fact: Mapping[str, Any], told: str) -> None:
    """Draw the field for a reason in words."""
    note = f"review_why_{fact['fact_id']}"
    with st.form("review_other_form", border=False):
        st.text_input(_("Why it is rejected"), key=note, max_chars=500)
        st.form_submit_button(
            _("Reject"), type="primary", key="review_reject_other", on_click=review_desk.reject,
            args=(at, fact, told, "other", note),
        )  # fmt: skip
    st.button(_("Cancel"), key="other_cancel", shortcut="Alt+X", on_click=review_desk.open_mode, args=(at, ""))
    focus(f".st-key-{note} input", f"other {fact['fact_id']}")


def undo_button(at: Desk) -> None:
    """Draw the button that takes back the last decision of this session."""
    st.button(
        _("Undo"), icon=":material/undo:", shortcut="U", key="review_undo", disabled=not at.taken or bool(at.mode),
        help=escaped(at.taken[-1].said) if at.taken else None, on_click=review_desk.undo, args=(at,),
    )  # fmt: skip


def add_button(at: Desk, document: Mapping[str, Any], kind: Kind) -> None:
    """Draw the button that opens the form for a fact which was missed in a document."""
    st.button(
        _("Missed fact"), icon=":material/add:", shortcut="M", key="review_add",
        disabled=not reviewer.reviewer() or bool(at.mode) or not document["document_id"],
        on_click=review_side.open_addition, args=(at, kind, document),
    )  # fmt: skip


def many_button(at: Desk) -> None:
    """Draw the button that opens what can be accepted at once."""
    st.button(
        _("Accept many"),
        icon=":material/done_all:",
        shortcut="B",
        key="review_many",
        disabled=not reviewer.reviewer() or bool(at.mode),
        help=_("Accept all facts of which the extractor is certain enough; they are shown first."),
        on_click=review_desk.open_mode,
        args=(at, "many"),
    )
