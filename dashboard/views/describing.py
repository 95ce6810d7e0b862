"""Correcting the article: a form with what is known of a document, over the page on which it was seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import intake
from dashboard.extraction import languages
from dashboard.facts import CORRECTABLE, DESCRIPTION_COLUMNS, Column, Document
from dashboard.facts.describing import EARLIEST, LONGEST, language_codes, latest_day
from dashboard.store import StoreError, open_store, queries
from dashboard.store.deciding import standing
from dashboard.store.describing import Described, Description, description
from dashboard.store.log import LONGEST_NOTE
from dashboard.wording import NOTHING, _, day, ngettext

from . import fact_history, opening, reviewer
from .adding_fields import language_name
from .markdown import escaped
from .review_desk import Desk, attempt, desk

PARAMETER, DESK = "document", "article"
NOTE = "article_note"


def show_opened() -> None:
    """Open the document that was just selected, or that the address names, once."""
    wanted = opening.to_open(PARAMETER)
    if not wanted:
        return
    st.session_state.pop(f"desk_{DESK}", None)
    st.dialog(_("Correct the article"), width="medium", on_dismiss=_close)(_show)(wanted)


def _close() -> None:
    opening.close(PARAMETER)


def _show(document_id: str) -> None:
    """Draw the form; it runs alone after each decision, so it opens the database by itself."""
    try:
        with open_store() as connection:
            now = description(connection, document_id)
            originals = queries.possible_originals(connection, document_id)
            names = dict(originals.select("document_id", "name").iter_rows())
            told = [str(each.get("reprint_of") or "") for step in now.steps for each in (step.before, step.after)]
            named = names | queries.names_of_documents(connection, [*told, now.document.reprint_of])
    except StoreError as error:
        st.error(escaped(str(error)))
        return
    at = desk(DESK)
    _fill(at, now)
    st.caption(escaped(" · ".join(part for part in (now.document.title, now.document.publisher, document_id) if part)))
    if at.told:
        st.success(escaped(at.told), icon=":material/check:")
    if at.wrong:
        st.warning(escaped(at.wrong), icon=":material/group:")
    who = reviewer.ask("article")
    _form(at, now, list(names), named, off=not who)
    if now.steps:
        _history(at, now, named, who)


def _fill(at: Desk, now: Description, touched: Mapping[str, Any] | None = None) -> None:
    """Put what is known into the fields, once for each state of the document; what was ``touched`` stays as typed."""
    if at.row is not None and touched is None:
        return
    for name in CORRECTABLE:
        if name not in (touched or {}):
            value = getattr(now.document, name)
            st.session_state[_key(name)] = value or None if name in ("published", "language") else value
    at.row = {"seen": now.seen} | {name: getattr(now.document, name) for name in CORRECTABLE}


def _key(name: str) -> str:
    return f"article_{name}"


def _form(at: Desk, now: Description, originals: list[str], named: Mapping[str, str], *, off: bool) -> None:
    document = now.document
    with st.form("article_form", border=False):
        for name in ("title", "publisher", "url"):
            st.text_input(_label(name), key=_key(name), max_chars=max(LONGEST[name], len(getattr(document, name))))
            _problem(at, name)
        left, right = st.columns(2)
        with left:
            st.date_input(
                _label("published"),
                key=_key("published"),
                format="YYYY-MM-DD",
                min_value=min(EARLIEST, document.published or EARLIEST),
                max_value=max(latest_day(), document.published or EARLIEST),
            )
            _problem(at, "published")
        with right:
            st.selectbox(
                _label("language"),
                _languages(document),
                format_func=language_name,
                key=_key("language"),
                placeholder=_("Not recognised"),
            )
            _problem(at, "language")
        st.selectbox(
            _label("reprint_of"),
            list(
                dict.fromkeys(["", document.reprint_of, str(st.session_state.get(_key("reprint_of"), "")), *originals])
            ),
            format_func=lambda each: named.get(each, each) if each else _("No reprint"),
            key=_key("reprint_of"),
            help=_("A reprint is no second source: its claims count as its original's"),
        )
        _problem(at, "reprint_of")
        st.text_input(_("Why"), key=NOTE, max_chars=LONGEST_NOTE, placeholder=_("In a few words; it may stay empty"))
        if document.text:
            st.caption(_("Another day or language reads the article anew. What was decided about its facts stays."))
        st.form_submit_button(
            _("Save"),
            type="primary",
            icon=":material/check:",
            key="article_save",
            disabled=off,
            help=_("Give your name above to save.") if off else None,
            on_click=_save,
            args=(at, document.document_id),
        )


def _label(name: str) -> str:
    return _(DESCRIPTION_COLUMNS[name].label)


def _problem(at: Desk, name: str) -> None:
    if problem := at.problems.get(name):
        st.caption(f":red[{escaped(problem)}]")


def _languages(document: Document) -> list[str]:
    """Return the languages to choose from: those that there are rules for first."""
    return list(
        dict.fromkeys([*sorted(languages()), *([document.language] if document.language else []), *language_codes()])
    )


def _touched(at: Desk) -> dict[str, Any]:
    """Return the fields that differ from what they were filled with."""
    typed = {name: st.session_state.get(_key(name)) or ("" if name != "published" else None) for name in CORRECTABLE}
    return {name: value for name, value in typed.items() if at.row is not None and value != at.row[name]}


def _save(at: Desk, document_id: str) -> None:
    changes, who, note = _touched(at), reviewer.reviewer(), str(st.session_state.get(NOTE) or "")
    seen = at.row["seen"] if at.row else ""
    done = attempt(at, lambda store: intake.describe(store, document_id, changes, reviewer=who, seen=seen, note=note))
    _after(at, document_id, done, touched=changes)


def _undo(at: Desk, document_id: str, seen: str) -> None:
    who = reviewer.reviewer()
    done = attempt(at, lambda store: intake.undo_description(store, document_id, reviewer=who, seen=seen))
    _after(at, document_id, done, touched={})


def _after(at: Desk, document_id: str, done: Described | None, *, touched: Mapping[str, Any]) -> None:
    """Say what came of it, and fill the fields with what is known now; what could not be saved stays typed."""
    if done is None and at.problems:
        return
    with open_store() as store:
        now = description(store, document_id)
    _fill(at, now, touched if done is None else {})
    if done is not None:
        st.session_state[NOTE] = ""
        facts = ngettext("{n} fact is told otherwise now", "{n} facts are told otherwise now", done.facts)
        at.told = f"{_('Taken back') if done.decision.action == 'undo' else _('Saved')}. {facts}."


def _history(at: Desk, now: Description, named: Mapping[str, str], who: str) -> None:
    def show(column: Column, value: Any) -> str:
        if value in (None, ""):
            return NOTHING if column.name != "reprint_of" else _("No reprint")
        return day(value) if column.type == "date" else escaped(named.get(str(value), str(value)))

    st.markdown(f"**{_('History')}**")
    st.markdown("\n".join(f"- {fact_history.line(step, DESCRIPTION_COLUMNS, show)}" for step in now.steps))
    if any(each.reviewer == who for each in standing([step.decision for step in now.steps])):
        st.button(
            _("Take back"),
            type="tertiary",
            icon=":material/undo:",
            key="article_undo",
            help=_("Takes back your last correction of this article"),
            on_click=_undo,
            args=(at, now.document.document_id, now.seen),
        )
