"""Add articles: files or text in, what is missing asked for, each fact shown with its words before it is kept."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
import streamlit as st

from dashboard.extraction import languages
from dashboard.intake import article_of
from dashboard.store.same_text import Placed, placed
from dashboard.wording import _, listed, ngettext, number

from .adding_batch import Batch, Item, batch, facts_of
from .adding_fields import fields, language_name
from .adding_inlets import inlets
from .adding_preview import preview
from .adding_saving import saved
from .context import Context
from .markdown import escaped

PROBLEMS_SHOWN = 8  # before the list scrolls
TALL = 320  # pixels of a list that scrolls


def show(context: Context) -> None:
    """Draw the page."""
    found = batch()
    st.title(_("Add articles"), anchor=False)
    st.caption(_("Nothing is kept before you have seen what was found in it and saved it."))
    saved(context, found)
    inlets(found)
    _problems(found)
    if not found.items:
        return
    count = len(found.items)
    st.subheader(ngettext("About the article", "About the {n} articles", count), anchor=False)
    fields(found)
    if not found.is_read:
        with st.container(horizontal=True):
            read = st.button(_("Find facts"), type="primary", icon=":material/search:", key="adding_read")
            st.button(_("Discard"), key="adding_discard_all", on_click=_discard, args=(found,))
        if not read:
            return
        found.is_read = True
        _read(found)
        st.rerun()
    _results(context, found)


def _problems(found: Batch) -> None:
    """List what could not be taken in, a sentence each; the others are there."""
    if not found.problems:
        return
    title = ngettext("{n} could not be taken in", "{n} could not be taken in", len(found.problems))
    tall = len(found.problems) > PROBLEMS_SHOWN
    with st.container(height=TALL if tall else "content", border=False, key="adding_problems"):
        st.error("\n".join(f"- {escaped(each)}" for each in found.problems), title=title, icon=":material/error:")


def _discard(found: Batch) -> None:
    found.begin()
    found.drop(found.items)


def _read(found: Batch) -> None:
    """Find the facts of all articles, which are then kept at hand."""
    bar = st.progress(0.0)
    count = len(found.items)
    for turn, item in enumerate(found.items):
        told = _("Finding facts: {n} of {total}").format(n=number(turn + 1), total=number(count))
        bar.progress(turn / count, f"{told} · {escaped(item.heading)}")
        facts_of(item.document)
    bar.empty()


def _results(context: Context, found: Batch) -> None:
    """Draw a line for each article, of which one is looked at, and below it that one."""
    places = placed(context.connection, [article_of(item.document, ()) for item in found.items])
    counts = {item.key: len(facts_of(item.document)) for item in found.items}
    told = {item.key: notes(item, place, counts[item.key]) for item, place in zip(found.items, places, strict=True)}
    if len(found.items) > 1:
        st.subheader(_("What was found"), anchor=False)
        key = f"adding_results_{found.turn}"
        shown = found.shown()
        st.dataframe(
            pl.DataFrame(
                {
                    "looked": ["▸" if item.key == shown.key else "" for item in found.items],
                    "article": [item.heading for item in found.items],
                    "publisher": [item.document.publisher for item in found.items],
                    "published": [item.document.published for item in found.items],
                    "facts": [counts[item.key] for item in found.items],
                    "note": [" · ".join(told[item.key]) for item in found.items],
                },
                schema_overrides={"published": pl.Date},
            ),
            key=key,
            height=TALL if len(found.items) > 8 else "auto",
            hide_index=True,
            alt=_("The articles with the number of facts found in each; select a row to look at it"),
            on_select=lambda: _look(found, key),
            selection_mode="single-row",
            column_config={
                "looked": st.column_config.TextColumn("", width=30),
                "article": st.column_config.TextColumn(_("Article"), width="large"),
                "publisher": st.column_config.TextColumn(_("Publisher")),
                "published": st.column_config.DateColumn(_("Published")),
                "facts": st.column_config.NumberColumn(_("Facts"), format="localized", width="small"),
                "note": st.column_config.TextColumn(_("Note"), width="large"),
            },
        )
    item = found.shown()
    preview(context, found, item, told[item.key])


def _look(found: Batch, key: str) -> None:
    rows: Sequence[int] = st.session_state[key].selection.rows
    if rows:
        found.chosen = found.items[rows[0]].key


def notes(item: Item, place: Placed, facts: int) -> list[str]:
    """Say what a person should know of an article before it is saved."""
    told = []
    if not place.is_new:
        told.append(_("Known already: saving it again adds nothing."))
    elif place.same_as:
        told.append(_("Another outlet's article has the same words: this one is kept as a reprint of it."))
    if not facts:
        told.append(_("No facts found: {why}").format(why=_why_none(item)))
    return told


def _why_none(item: Item) -> str:
    language = item.document.language
    if language in languages():
        return _("no deployment, casualty or meeting is told with a number or names that the rules know.")
    known = listed([language_name(each) for each in languages()])
    if not language:
        return _("its language was not recognised; there are rules for {languages}.").format(languages=known)
    return _("there are no rules for {language}; there are for {languages}.").format(
        language=language_name(language), languages=known
    )
