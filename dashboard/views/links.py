"""Links to other pages that keep the filters."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.facts import Kind

from .context import Context


def to_kind(context: Context, kind: Kind, label: str, parameters: Mapping[str, str]) -> None:
    """Draw a link to a kind's page; ``parameters`` are set in its address."""
    st.page_link(
        context.pages[kind.name],
        label=label,
        icon=":material/arrow_forward:",
        query_params={**address(), **parameters},
    )


def address() -> dict[str, list[str]]:
    """Return the parameters of the current address, so that a link to another page keeps the filters."""
    return {key: st.query_params.get_all(key) for key in st.query_params}
