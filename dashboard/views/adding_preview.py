"""One article before it is saved: its words with the evidence highlighted, each fact beside them, to keep or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.facts import KINDS, Fact, fact_columns
from dashboard.wording import _, day, ngettext, number

from .adding_batch import Batch, Item, facts_of
from .adding_fields import language_name
from .adding_saving import save_buttons
from .context import Context
from .fact_words import attribution, headline
from .markdown import escaped
from .preview import Mark, html_of, mark_of

TALL = 620  # pixels of the article and of its facts, side by side
# Article and facts are as tall as they need to be and scroll beyond that; on a narrow screen, where they stand one
# above the other, there must be room to get past them.
STYLE = f"""<style>
.tilik-card {{ font-size: .875rem; line-height: 1.5; color: color-mix(in srgb, currentColor 75%, transparent); }}
.tilik-card a {{ color: inherit; }}
[class*="st-key-fact-"] {{ padding: .6rem .8rem !important; gap: .15rem !important; }}
:is(.st-key-adding_text, .st-key-adding_cards) {{ height: auto !important; max-height: {TALL}px; }}
:has(> :is(.st-key-adding_text, .st-key-adding_cards)) {{ flex: 0 0 auto !important; height: auto !important; }}
@media (max-width: 640px) {{ :is(.st-key-adding_text, .st-key-adding_cards) {{ max-height: 70vh; }} }}
</style>"""


def preview(context: Context, found: Batch, item: Item, notes: Sequence[str]) -> None:
    """Draw an article with its facts, and the ways of saving it."""
    st.subheader(escaped(item.heading), anchor=False)
    document = item.document
    about = (
        document.publisher,
        day(document.published) if document.published else "",
        language_name(document.language),
    )
    st.caption(" · ".join(escaped(each) for each in about if each))
    for note in notes:
        st.info(escaped(note), icon=":material/info:")
    st.fragment(_facts)(context, found, item)


def _facts(context: Context, found: Batch, item: Item) -> None:
    """Draw the article, its facts and the buttons; drawn anew by itself when a fact is left out or taken in again."""
    facts = facts_of(item.document)
    rows = [_row(fact, item) for fact in facts]
    titles = [headline(KINDS[fact.kind], row, context.directory) for fact, row in zip(facts, rows, strict=True)]
    marks = [mark_of(fact, f"fact-{n}", str(n), titles[n - 1]) for n, fact in enumerate(facts, start=1)]
    html = html_of(item.document.text, [mark for mark in marks if mark])
    if not facts:
        with st.container(height=TALL, key="adding_text"):
            st.html(STYLE + html)
    else:
        text, cards = st.columns([3, 2], gap="medium")
        with text, st.container(height=TALL, key="adding_text"):
            st.html(STYLE + html)
        with cards, st.container(height=TALL, key="adding_cards", border=False):
            _choose(item, facts)
            for fact, row, title, mark in zip(facts, rows, titles, marks, strict=True):
                _card(context, item, fact, row, title, mark, facts.index(fact) + 1)
    save_buttons(found, item)


def _choose(item: Item, facts: Sequence[Fact]) -> None:
    kept = sum(fact.fact_id not in item.left_out for fact in facts)
    with st.container(horizontal=True, vertical_alignment="center"):
        total = ngettext("{n} fact", "{n} facts", len(facts))
        st.markdown(_("**{kept} of {total}** will count").format(kept=number(kept), total=total), width="content")
        if kept < len(facts):
            st.button(_("Take all"), type="tertiary", key="adding_all", on_click=_set, args=(item, facts, True))
        if kept:
            st.button(_("Leave all out"), type="tertiary", key="adding_none", on_click=_set, args=(item, facts, False))


def _card(
    context: Context, item: Item, fact: Fact, row: Mapping[str, Any], title: str, mark: Mark | None, number_: int
) -> None:
    key = _key(item, fact)
    with st.container(border=True, key=f"fact-{number_}"):
        st.checkbox(
            f"**{number_} · {escaped(title)}**",
            fact.fact_id not in item.left_out,
            key=key,
            on_change=_toggle,
            args=(item, fact, key),
        )
        confidence = _("confidence {n}").format(n=number(round(fact.confidence, 2))) if fact.confidence else ""
        kind = _(KINDS[fact.kind].label)
        told = " · ".join(each for each in (kind, attribution(row, context.directory), confidence) if each)
        link = f' · <a href="#{mark.name}">{escape(_("show in the text"))}</a>' if mark else ""
        st.html(f'<div class="tilik-card">{escape(told)}{link}</div>')


def _key(item: Item, fact: Fact) -> str:
    return f"adding_keep_{item.key}_{fact.fact_id}"


def _toggle(item: Item, fact: Fact, key: str) -> None:
    if st.session_state[key]:
        item.left_out.discard(fact.fact_id)
    else:
        item.left_out.add(fact.fact_id)


def _set(item: Item, facts: Sequence[Fact], keep: bool) -> None:
    item.left_out = set() if keep else {fact.fact_id for fact in facts}
    for fact in facts:
        st.session_state[_key(item, fact)] = keep


def _row(fact: Fact, item: Item) -> dict[str, Any]:
    row: dict[str, Any] = {column.name: fact.value(column.name) for column in fact_columns()}
    return row | {"publisher": item.document.publisher}
