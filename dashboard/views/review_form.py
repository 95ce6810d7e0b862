"""The form in which a fact is corrected or added: every column of its kind, each with what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import streamlit as st

from dashboard.facts import PUBLISHER, Column, Directory, Kind, Value, columns_for, is_country, joined, parted, slug
from dashboard.facts.check import MOST
from dashboard.facts.passages import locate
from dashboard.store.corrections import FIXED
from dashboard.wording import NOTHING, _, ngettext

from .markdown import escaped
from .review_desk import Desk
from .sidebar import actor_label

Row = Mapping[str, Any]
OFFSETS = ("evidence_start", "evidence_end")
NOTE = "form_note"
ORDERED = ("relayed_via",)  # columns of several actors in which their order says something
WIDE = ("participants", "relayed_via", "summary")


@dataclass
class Asked:
    """What a form asks for: the columns that differ from the fact, new actors with their names, what is wrong."""

    changes: dict[str, Value] = field(default_factory=dict)
    new_actors: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def editable(kind: Kind) -> list[Column]:
    """Return the columns that a person may set; the offsets of the evidence follow from its words."""
    return [column for column in columns_for(kind) if column.name not in (*FIXED, *OFFSETS)]


def key(kind: Kind, name: str) -> str:
    """Return under which key the session holds what is typed for a column."""
    return f"form_{kind.name}_{name}"


def fill(kind: Kind, row: Row) -> None:
    """Put a fact into the form."""
    for column in editable(kind):
        st.session_state[key(kind, column.name)] = _typed(column, row)


def refill(kind: Kind, before: Row, now: Row) -> dict[str, str]:
    """Take a newer state of the fact into the form and keep what was typed; returns what is to be said of columns."""
    said = {}
    for column in editable(kind):
        old, new, here = _typed(column, before), _typed(column, now), st.session_state.get(key(kind, column.name))
        if here == old:
            st.session_state[key(kind, column.name)] = new
        elif new not in (old, here):
            said[column.name] = _("is “{value}” by now; what you typed is kept").format(value=now[column.name])
    return said


def _typed(column: Column, row: Row) -> Any:
    """Return a column of a fact as its field holds it."""
    value = row.get(column.name)
    if column.refers == "actors":
        return list(parted(str(value or "")))
    if column.refers or column.type != "text":
        return value or None if column.type == "text" else value
    return value or ""


def asked(kind: Kind, row: Row, directory: Directory, text: str, span: tuple[int, int] | None) -> Asked:
    """Return what the form asks for; ``span`` is where the marked words stand in the article's ``text``."""
    found = Asked()
    for column in editable(kind):
        given = st.session_state.get(key(kind, column.name))
        if given == _typed(column, row) and not (column.name == "evidence" and span):
            continue
        if column.name == "evidence" and text:
            _mark(found, str(given or ""), row, text, span)
        elif column.refers == "actors":
            ids = [actor_meant(found, column, each, directory) for each in given or []]
            found.changes[column.name] = joined(ids, ordered=column.name in ORDERED)
        elif column.refers == "actor":
            found.changes[column.name] = actor_meant(found, column, given, directory) if given else ""
        else:
            found.changes[column.name] = "" if given is None and column.type == "text" else given
    return found


def actor_meant(found: Asked, column: Column, given: str, directory: Directory) -> str:
    """Return the id of an actor that was chosen, or of the new one that was typed."""
    if given == PUBLISHER or given in directory.actors:
        return given
    known = directory.find(given)
    if known:
        return known
    new = slug(given)
    if not new:
        found.problems[column.name] = _("a name has letters or digits")
        return ""
    found.new_actors[new] = " ".join(given.split())
    return new


def _mark(found: Asked, words: str, row: Row, text: str, span: tuple[int, int] | None) -> None:
    """Find the evidence in the article."""
    if span and text[span[0] : span[1]] == words:
        place: tuple[int, int] | None = span
    else:
        place = locate(text, words, row.get("evidence_start") or 0)
    if place is None:
        found.problems["evidence"] = _("these words are not in the article; mark them there, or copy them from it")
        return
    if place != (row.get("evidence_start"), row.get("evidence_end")):
        found.changes |= {"evidence_start": place[0], "evidence_end": place[1]}


def draw(at: Desk, kind: Kind, directory: Directory, save: Callable[[], None]) -> None:
    """Draw the form; ``save`` is called when it is sent."""
    labels = {each: actor_label(directory, each) for each in directory.actors}
    problems = dict(at.problems)
    with st.form("form", border=False):
        columns = editable(kind)
        evidence = [column for column in columns if column.name == "evidence"]
        narrow = [column for column in columns if column.name not in ("evidence", *WIDE)]
        wide = [column for column in columns if column.name in WIDE]
        if problems:
            st.markdown(
                f":red[{ngettext('{n} column needs a look.', '{n} columns need a look.', len(problems))}]",
            )
        for column in evidence:
            st.text_area(_(column.label), key=key(kind, column.name), height=68, help=_(column.meaning))
            _wrong(problems, column.name, *OFFSETS)
        for turn in range(0, len(narrow), 2):
            for cell, column in zip(st.columns(2), narrow[turn : turn + 2], strict=False):
                with cell:
                    _field(kind, column, directory, labels)
                    _wrong(problems, column.name)
        for column in wide:
            _field(kind, column, directory, labels)
            _wrong(problems, column.name)
        st.text_input(_("Note"), key=NOTE, max_chars=500, placeholder=_("Why, in a few words (may stay empty)"))
        for name in list(problems):
            _wrong(problems, name, named=True)
        st.form_submit_button(
            _("Save"), type="primary", icon=":material/check:", shortcut="Ctrl+Enter", on_click=save, key="form_save"
        )


def _wrong(problems: dict[str, str], *names: str, named: bool = False) -> None:
    """Say what is wrong with columns, once."""
    for name in names:
        if says := problems.pop(name, ""):
            st.markdown(f":red[{escaped(f'{name}: {says}' if named else says)}]")


def _field(kind: Kind, column: Column, directory: Directory, labels: Mapping[str, str]) -> None:
    at, label, help = key(kind, column.name), _(column.label), _(column.meaning)
    if column.refers in ("actor", "actors"):
        _actors(column, at, label, help, labels)
    elif column.refers == "country":
        names = {each: f"{labels[each]}" for each in directory.actors if is_country(each)}
        st.selectbox(
            label, list(names), index=None, key=at, format_func=lambda each: names.get(each, each), help=help,
            placeholder=NOTHING,
        )  # fmt: skip
    elif column.words:
        options = list(dict.fromkeys(["", *column.words, st.session_state.get(at) or ""]))
        st.selectbox(
            label, options, key=at, format_func=lambda each: _(column.words.get(each, each)) or NOTHING, help=help
        )
    elif column.type == "integer":
        st.number_input(label, min_value=0, max_value=MOST, value=None, step=1, key=at, help=help, placeholder=NOTHING)
    elif column.type == "date":
        st.date_input(label, value=None, min_value=date.min, max_value=date.max, key=at, format="YYYY-MM-DD", help=help)
    else:
        st.text_input(label, key=at, help=help, placeholder=NOTHING)


def _actors(column: Column, at: str, label: str, help: str, labels: Mapping[str, str]) -> None:
    """Draw a search field over all actors; a name that none has makes a new one."""
    given = st.session_state.get(at)
    here = given if isinstance(given, list) else [given] if given else []
    own = {PUBLISHER: _("The article's publisher")} if column.name == "claimant" else {}
    options = list(dict.fromkeys([*own, *labels, *here]))
    names = {**labels, **own}
    draw_it = st.multiselect if column.refers == "actors" else st.selectbox
    more: dict[str, Any] = {"select_all": False} if column.refers == "actors" else {"index": None}
    draw_it(  # type: ignore[operator]
        label,
        options,
        key=at,
        format_func=lambda each: names.get(each, each),
        accept_new_options=True,
        placeholder=_("Search any name, or type a new one"),
        help=help,
        **more,
    )
