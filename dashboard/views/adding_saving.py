"""Saving articles with the facts that are wanted, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.intake import article_of
from dashboard.store import Added, StoreError, open_store
from dashboard.store.queries import names_of_documents
from dashboard.store.writing import add_together
from dashboard.wording import _, ngettext, number

from . import reviewer
from .adding_batch import Batch, Item
from .context import Context
from .markdown import escaped

TOGETHER = 25  # articles in one transaction
SHOWN = 10  # lines of what was saved
LINKED = 25  # articles that a link can name


def save_buttons(found: Batch, item: Item) -> None:
    """Draw the ways of saving or discarding; whoever leaves facts out is asked who they are."""
    leaves_out = [each for each in found.items if each.left_out and each.unwanted()]
    name = reviewer.reviewer()
    if leaves_out:
        st.caption(_("Facts that are left out are kept as rejected, with the name of who left them out."))
        name = reviewer.ask("adding")
    with st.container(horizontal=True):
        kept = len(item.kept())
        one = st.button(
            ngettext("Save with {n} fact", "Save with {n} facts", kept),
            type="primary",
            icon=":material/save:",
            key="adding_save",
            disabled=item in leaves_out and not name,
        )
        every = len(found.items) > 1 and st.button(
            _("Save all {n} articles").format(n=number(len(found.items))),
            key="adding_save_all",
            disabled=bool(leaves_out) and not name,
        )
        if st.button(_("Discard"), key="adding_discard", help=_("Nothing of this article is kept.")):
            found.chosen = found.next_to(item)
            found.drop([item])
            st.rerun()
    if one:
        found.chosen = found.next_to(item)
        _save(found, [item], name)
    elif every:
        _save(found, list(found.items), name)


def _save(found: Batch, items: Sequence[Item], name: str) -> None:
    found.problems, found.saved = [], []
    bar = st.progress(0.0) if len(items) > TOGETHER else None
    try:
        for start in range(0, len(items), TOGETHER):
            some = items[start : start + TOGETHER]
            if bar:
                done = _("Saving {n} of {total}").format(n=number(start + 1), total=number(len(items)))
                bar.progress(start / len(items), done)
            articles = [article_of(each.document, each.kept(), each.unwanted()) for each in some]
            # The part of the page that the buttons are in is drawn without the rest, and so without its database.
            with open_store() as connection:
                came = add_together(connection, articles, reviewer=name)
            found.saved += [(each.heading, added) for each, added in zip(some, came, strict=True)]
            found.drop(some)
    except StoreError as error:
        st.error(str(error), title=_("Not all is saved"))
        return
    st.rerun()


def saved(context: Context, found: Batch) -> None:
    """Say what came of saving, with ways on: to the facts, and to reviewing them."""
    if not found.saved:
        return
    new = [added for _title, added in found.saved if added.document_is_new]
    facts = sum(added.facts for added in new)
    told = _("{articles} added, with {facts}").format(
        articles=ngettext("{n} article", "{n} articles", len(new)), facts=ngettext("{n} fact", "{n} facts", facts)
    )
    lines = [f"- **{escaped(heading)}**: {escaped(_came_of(added))}" for heading, added in found.saved[:SHOWN]]
    if more := len(found.saved) - SHOWN:
        lines += [f"- {ngettext('and {n} more', 'and {n} more', more)}"] if more > 0 else []
    if new:
        st.success("\n".join(lines), title=told, icon=":material/check:")
    else:
        st.info("\n".join(lines), title=_("Nothing was added: all of it was here"), icon=":material/info:")
    ids = list(dict.fromkeys(added.document_id for _title, added in found.saved))
    with st.container(horizontal=True):
        if len(ids) <= LINKED:
            names = names_of_documents(context.connection, ids)
            st.page_link(
                context.pages["facts"],
                label=ngettext("Facts of this article", "Facts of these {n} articles", len(ids)),
                icon=":material/table_rows:",
                query_params={"article": list(names.values())},
            )
        one = {"document": ids[0]} if len(ids) == 1 else {}
        if review := context.pages.get("review"):
            st.page_link(review, label=_("Review what was found"), icon=":material/rate_review:", query_params=one)


def _came_of(added: Added) -> str:
    if not added.document_is_new:
        return _("known already, nothing added")
    told = ngettext("{n} fact", "{n} facts", added.facts)
    if not added.reprint_of:
        return told
    title = f"“{added.original_title}”" if added.original_title else _("an article")
    original = _("{title} by {publisher}").format(title=title, publisher=added.original_publisher)
    return _("{facts}; a reprint of {original}").format(
        facts=told, original=original if added.original_publisher else title
    )
