"""The words of the article that carry a claim, highlighted among their neighbours, and the whole article on demand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.extraction.dividing import sentences
from dashboard.facts import Kind
from dashboard.wording import _

from .markdown import escaped

AROUND = 1200  # characters in which the neighbouring sentences are looked for
LONGEST = 60_000  # characters of an article that are shown at once
# Streamlit's names for the backgrounds that come nearest to the colours of the kinds; another kind's is grey.
MARKS: Mapping[str, str] = {"#0072B2": "blue", "#E69F00": "orange", "#009E73": "green"}


def marked(kind: Kind, words: str) -> str:
    """Return words in Markdown with the background of their kind."""
    return f"**:{MARKS.get(kind.colour, 'gray')}-background[{escaped(words)}]**" if words.strip() else ""


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentences of a passage and their neighbours, one on each side, begin and end.

    >>> text = "One came. Two came. Three died. Four left. Five stayed."
    >>> first, last = around(text, 20, 31)
    >>> text[first:last]
    'Two came. Three died. Four left.'
    """
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    spans = [(first + one, first + other) for one, other in sentences(text[first:last])]
    inside = [turn for turn, (one, other) in enumerate(spans) if one < end and other > start]
    if not inside:
        return first, last
    return spans[max(0, inside[0] - 1)][0], spans[min(len(spans) - 1, inside[-1] + 1)][1]


def passage(kind: Kind, fact: Mapping[str, Any], text: str) -> None:
    """Draw the evidence with its neighbours; where no text is kept, the evidence or the summary alone."""
    start, end = fact["evidence_start"], fact["evidence_end"]
    if not text or start is None or end is None:
        st.markdown(marked(kind, fact["evidence"]) or escaped(fact["summary"] or _("No words are kept.")))
        return
    first, last = around(text, start, end)
    _paragraphs(kind, text, first, last, start, end)


def article(kind: Kind, fact: Mapping[str, Any], text: str, key: str) -> None:
    """Offer the whole article, or what of it stands around the evidence where it is very long."""
    box = st.expander(_("The whole article"), key=key, on_change="rerun")
    if box.open:
        with box:
            _whole(kind, fact, text)


def _whole(kind: Kind, fact: Mapping[str, Any], text: str) -> None:
    start, end = fact["evidence_start"] or 0, fact["evidence_end"] or 0
    first = max(0, min(start - LONGEST // 2, len(text) - LONGEST))
    last = min(len(text), first + LONGEST)
    _paragraphs(kind, text, first, last, start, end)
    if last - first < len(text):
        st.caption(_("The article is longer; this is what stands around the words."))


def _paragraphs(kind: Kind, text: str, first: int, last: int, start: int, end: int) -> None:
    """Draw a part of a text, a paragraph after the other, with a passage highlighted."""
    at = first
    told = []
    for line in text[first:last].split("\n"):
        until = at + len(line)
        one, other = min(max(start, at), until), min(max(end, at), until)
        if line.strip():
            before, words, after = text[at:one], text[one:other], text[other:until]
            spaces = (" " if before[-1:].isspace() else "", " " if after[:1].isspace() else "")
            told.append(f"{escaped(before)}{spaces[0]}{marked(kind, words)}{spaces[1]}{escaped(after)}")
        at = until + 1
    st.markdown("\n\n".join(told))
