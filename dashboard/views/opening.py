"""What is to be opened over a page: the thing that was just selected, or the one that the address names, once."""

from __future__ import annotations

from typing import Any

import streamlit as st


def select(parameter: str, wanted: Any) -> None:
    """Remember that a thing was selected; called by tables and charts."""
    st.session_state[f"open_{parameter}"] = wanted


def to_open(parameter: str) -> str | None:
    """Return what was just selected, else what the address names and has not been opened yet; ``None`` if nothing."""
    wanted: str | None = st.session_state.pop(f"open_{parameter}", None)
    linked = st.query_params.get(parameter)
    fresh = st.session_state.get(f"linked_{parameter}") != linked
    st.session_state[f"linked_{parameter}"] = linked
    return wanted or (linked if fresh else None)


def close(parameter: str) -> None:
    """Forget what was open, so that the same link opens it again; the callback of a dialog."""
    st.query_params.pop(parameter, None)
    st.session_state.pop(f"linked_{parameter}", None)
