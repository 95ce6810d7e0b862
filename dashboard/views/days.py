"""The filters by days: when it was stated or happened, and what was known when."""

from __future__ import annotations

from datetime import date
from typing import get_args

import streamlit as st

from dashboard.facts import words
from dashboard.facts.describing import EARLIEST
from dashboard.store import Basis, Knowing
from dashboard.wording import _, day

LATEST = date(2100, 12, 31)


def dates() -> tuple[Basis, date | None, date | None]:
    """Draw by what days count, and from when to when."""
    bases: dict[Basis, str] = {"stated": _("As stated"), "happened": _("As it happened")}
    basis = st.segmented_control(
        _("Dates"),
        list(bases),
        default="stated",
        required=True,
        format_func=lambda each: bases[each],
        key="by",
        bind="query-params",
        help=_("Filter by the day for which a figure was stated, or by the days on which it happened."),
    )
    first = _day(_("From"), "from")
    last = _day(_("To"), "to")
    if first and last and first > last:
        st.error(
            _("The range ends on {last}, before it begins on {first}. Change one of the two days.").format(
                first=day(first), last=day(last)
            )
        )
    return basis, first, last


def known() -> tuple[date | None, Knowing]:
    """Draw the day whose knowledge is replayed, and by what a claim counts as known."""
    on = _day(_("Known on"), "known", help=_("Show what was known on this day: nothing that became known later."))
    ways: tuple[Knowing, ...] = get_args(Knowing)
    by = st.segmented_control(
        _("Known when"),
        list(ways),
        default="stated",
        required=True,
        format_func=lambda each: _(words.KNOWING[each]),
        key="known_by",
        bind="query-params",
        help=_(
            "A claim counts as known from the day for which it was stated, on which its article was published, or on "
            "which it was added here; what came with Tilik was there from the start."
        ),
    )
    return on, by


def _day(label: str, key: str, help: str | None = None) -> date | None:
    """Draw a field for one day, which may stay empty; a day in the address that is none is told."""
    given = st.query_params.get(key)
    if key not in st.session_state and given:
        try:
            date.fromisoformat(given)
        except ValueError:
            told = _("The link gives “{given}” as a day; days are written like 2025-09-04. It is left out.")
            st.warning(told.format(given=given))
    return st.date_input(
        label,
        value=None,
        min_value=EARLIEST,
        max_value=LATEST,
        key=key,
        format="YYYY-MM-DD",
        bind="query-params",
        help=help,
    )
