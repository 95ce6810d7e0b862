"""What was known on an earlier day: a slider at the foot of every page, and a button that lets the days pass.

The day itself is the filter ``known`` of the sidebar, which stands in the address; the slider only moves it.
"""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from dashboard.wording import _

KNOWN = "known"
SLIDER, PLAYING, NEXT, WHOLE = "replay_slider", "replay_playing", "replay_next", "replay_whole_run"
STEPS = 60  # in which a play-back passes over the whole time
PACE = 0.9  # seconds a step


def take_step() -> None:
    """Move to the day that the play-back has reached; called before the filters are drawn."""
    if NEXT in st.session_state:
        st.session_state[KNOWN] = st.session_state.pop(NEXT)


def bar(between: tuple[date, date] | None) -> None:
    """Draw the slider over the first and the last day on which any of the page's claims became known."""
    known: date | None = st.session_state.get(KNOWN)
    if between is None or (between[0] == between[1] and not known):
        return
    last = max(between[1], known or between[1])
    first = min(between[0], known or between[0])
    if first == last:
        return
    st.session_state[SLIDER] = known or last
    playing = st.session_state.get(PLAYING, False)
    with st.bottom, st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            _("Pause") if playing else _("Play"),
            icon=":material/pause:" if playing else ":material/play_arrow:",
            key="replay_play",
            on_click=_toggle,
            args=(first, last),
            help=_("Let the days pass, or move the slider: only what was known until then counts, on every page."),
        )
        st.slider(
            _("What was known on"),
            first,
            last,
            key=SLIDER,
            format=_("[As known on] D MMM YYYY"),
            label_visibility="collapsed",
            on_change=_moved,
            args=(last,),
        )
        if playing:
            st.session_state[WHOLE] = True
            st.fragment(_pass, run_every=PACE)(first, last)


def _moved(last: date) -> None:
    day = st.session_state[SLIDER]
    st.session_state[KNOWN] = None if day >= last else day
    st.session_state[PLAYING] = False


def _toggle(first: date, last: date) -> None:
    playing = st.session_state[PLAYING] = not st.session_state.get(PLAYING, False)
    if playing and not st.session_state.get(KNOWN):
        st.session_state[KNOWN] = first


def _pass(first: date, last: date) -> None:
    """Let some days pass; the run of the whole page, in which this is called too, is none of the steps."""
    if st.session_state.pop(WHOLE, False) or not st.session_state.get(PLAYING):
        return
    day = (st.session_state.get(KNOWN) or first) + max(timedelta(days=1), (last - first) // STEPS)
    st.session_state[NEXT] = day if day < last else None
    st.session_state[PLAYING] = day < last
    st.rerun()
