"""An article in which words are marked with the pointer; the offsets of what is marked come back.

The component is given text and writes it as text: nothing that an article says becomes a part of the page.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.facts.passages import trimmed
from dashboard.wording import _

LONGEST = 200_000  # characters of an article that can be marked

# Offsets are counted in characters as Python counts them, not in the 16-bit units of JavaScript.
SCRIPT = """
export default function ({ data, parentElement, setStateValue }) {
  const box = parentElement.querySelector(".article")
  const { text, start, end } = data
  const letters = Array.from(text)
  const mark = document.createElement("mark")
  mark.textContent = letters.slice(start, end).join("")
  const pieces = [letters.slice(0, start).join(""), end > start ? mark : "", letters.slice(end).join("")]
  box.replaceChildren(...pieces.filter((piece) => piece !== ""))
  if (end > start) box.scrollTop = Math.max(0, mark.offsetTop - box.offsetTop - 60)
  const report = () => {
    const selection = document.getSelection()
    if (!selection.rangeCount || selection.isCollapsed) return
    const range = selection.getRangeAt(0)
    if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return
    const before = document.createRange()
    before.selectNodeContents(box)
    before.setEnd(range.startContainer, range.startOffset)
    const first = Array.from(before.toString()).length
    setStateValue("marked", { start: first, end: first + Array.from(range.toString()).length })
  }
  box.onmouseup = box.onkeyup = box.ontouchend = report
}
"""
STYLE = """
.article { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 24rem; overflow-y: auto; line-height: 1.6;
  padding: 0.75rem 1rem; border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius);
  position: relative; font-family: var(--st-font); color: var(--st-text-color); }
.article mark { background: var(--st-orange-background-color); color: inherit; font-weight: 600; }
"""
_component = st.components.v2.component(
    "tilik_marking",
    html='<div class="article" tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true"></div>',
    css=STYLE,
    js=SCRIPT,
    isolate_styles=False,
)
# Puts the cursor into the first field of the form once it is there, so that nobody has to reach for the mouse. On a
# slow machine the form comes later than this, so it is looked for again for some seconds.
_focus = st.components.v2.component(
    "tilik_focus",
    js="""
export default function ({ data }) {
  if (window.tilikFocused === data.turn) return
  window.tilikFocused = data.turn
  const until = Date.now() + 5000
  const reach = () => {
    const field = document.querySelector(data.selector)
    field?.focus()
    if (document.activeElement !== field && Date.now() < until) setTimeout(reach, 50)
  }
  setTimeout(reach, 50)
}
""",
)


def marking(text: str, span: tuple[int, int] | None, key: str, on_marked: Callable[[tuple[int, int]], None]) -> None:
    """Draw an article with a passage highlighted; ``on_marked`` is given where the words that are marked stand."""

    def changed() -> None:
        marked = (st.session_state.get(key) or {}).get("marked") or {}
        start, end = marked.get("start"), marked.get("end")
        if isinstance(start, int) and isinstance(end, int):
            first, last = trimmed(text, start, end)
            if first < last:
                on_marked((first, last))

    start, end = span or (0, 0)
    st.caption(_("Mark the words with the pointer, or type or paste them into “Evidence”."))
    _component(data={"text": text[:LONGEST], "start": start, "end": end}, key=key, on_marked_change=changed)


def focus(selector: str, turn: str) -> None:
    """Put the cursor into the first field that a CSS selector finds, once for each ``turn``."""
    _focus(data={"selector": selector, "turn": turn}, key="focus")
