"""The decisions about the fact in the drawer: accept, reject, take back; correcting is done on the Review page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.facts import Decision, words
from dashboard.store import review
from dashboard.store.deciding import standing
from dashboard.store.queue import Step
from dashboard.wording import _

from . import links, review_desk, reviewer
from .context import Context
from .review import AT
from .review_desk import Desk

Row = Mapping[str, Any]
COLOURS: Mapping[str, Any] = {"accepted": "green", "corrected": "blue", "rejected": "gray", "unreviewed": "gray"}
ICONS = {
    "accepted": ":material/check:",
    "corrected": ":material/edit:",
    "rejected": ":material/block:",
    "unreviewed": ":material/pending:",
}


def draw(context: Context, at: Desk, fact: Row, steps: Sequence[Step]) -> None:
    """Draw the state of review and the decisions."""
    who = reviewer.reviewer()
    said = str(fact["fact_id"])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        state = str(fact["review"])
        st.badge(_(words.REVIEWS.get(state, state)), icon=ICONS.get(state), color=COLOURS.get(state, "gray"))
        st.button(
            _("Accept"),
            type="primary" if state == "unreviewed" else "secondary",
            icon=":material/check:",
            key="fact_accept",
            disabled=not who,
            on_click=review_desk.accept,
            args=(at, fact, said),
        )
        _reject(at, fact, said, off=not who)
        st.page_link(
            context.pages["review"],
            label=_("Correct"),
            icon=":material/edit:",
            query_params={**elsewhere(), AT: fact["fact_id"]},
        )
        if any(each.reviewer == who for each in _standing(steps)):
            st.button(
                _("Undo"),
                icon=":material/undo:",
                key="fact_undo",
                help=_("Takes back your last decision about this fact"),
                on_click=_undo,
                args=(at, fact),
            )
    reviewer.ask("fact")


def elsewhere() -> dict[str, list[str]]:
    """Return the filters of the address, without the fact that it opens."""
    return {name: values for name, values in links.address().items() if name not in ("fact", "event")}


def _standing(steps: Sequence[Step]) -> list[Decision]:
    return [each for each in standing([step.decision for step in steps]) if each.action != "skip"]


def _reject(at: Desk, fact: Row, said: str, *, off: bool) -> None:
    with st.popover(_("Reject"), icon=":material/block:", disabled=off or fact["review"] == "rejected"):
        for reason, label in words.REASONS.items():
            if reason not in ("left_out", "other"):
                st.button(
                    _(label),
                    key=f"fact_reject_{reason}",
                    width="stretch",
                    on_click=review_desk.reject,
                    args=(at, fact, said, reason),
                )
        with st.form("fact_reject_other", border=False):
            st.text_input(_("Another reason"), key="fact_why", max_chars=500)
            st.form_submit_button(
                _("Reject"),
                key="fact_reject_with_note",
                on_click=review_desk.reject,
                args=(at, fact, said, "other", "fact_why"),
            )


def _undo(at: Desk, fact: Row) -> None:
    who = reviewer.reviewer()
    review_desk.attempt(at, lambda store: review.undo(store, fact["fact_id"], reviewer=who, seen=fact["last_decision"]))
