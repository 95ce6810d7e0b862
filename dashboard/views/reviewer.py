"""Who decides: the signed-in user where sign-in is on, else a name that is asked once and kept for the session."""

from __future__ import annotations

import streamlit as st

from dashboard.wording import _

from .markdown import escaped

KEPT = "reviewer"
LONGEST = 80  # characters of a name


def reviewer() -> str:
    """Return the name of whoever decides; empty where it is not known yet."""
    return _signed_in() or str(st.session_state.get(KEPT, ""))


def _signed_in() -> str:
    if not getattr(st.user, "is_logged_in", False):
        return ""
    return str(st.user.get("email") or st.user.get("name") or "")


def ask(key: str) -> str:
    """Draw who decides, or the field that asks for it, and return the name; ``key`` tells one field from another."""
    name = reviewer()
    if not name:
        st.text_input(
            _("Your name"),
            key=f"{key}_name",
            max_chars=LONGEST,
            placeholder=_("It stands beside every decision"),
            icon=":material/person:",
            help=_("Asked once for each session. Press Enter to go on."),
            on_change=_keep,
            args=(f"{key}_name",),
        )
        return ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
        st.caption(_("Reviewing as {name}").format(name=escaped(name)), width="content")
        if not _signed_in():
            st.button(_("Change"), type="tertiary", key=f"{key}_change", on_click=_forget)
    return name


def _keep(key: str) -> None:
    st.session_state[KEPT] = " ".join(str(st.session_state[key] or "").split())


def _forget() -> None:
    st.session_state.pop(KEPT, None)
