"""What was said and decided about a fact or a document: the machine, then persons; what was undone is struck out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import duckdb
import streamlit as st

from dashboard.facts import Column, Directory, Kind, columns_for, words
from dashboard.store.queue import Step, history, machine_said
from dashboard.wording import _, day

from .fact_words import shown
from .markdown import escaped

Row = Mapping[str, Any]
QUIET = ("review", "evidence_start", "evidence_end")  # columns whose change another one tells


def steps_of(connection: duckdb.DuckDBPyConnection, fact: Row) -> list[Step]:
    """Return what was decided about a fact."""
    return history(connection, fact["fact_id"])


def draw(connection: duckdb.DuckDBPyConnection, kind: Kind, fact: Row, steps: list[Step], directory: Directory) -> None:
    """Draw the history of a fact."""
    st.markdown(f"**{_('History')}**")
    said = machine_said(connection, fact["fact_id"])
    columns = {column.name: column for column in columns_for(kind) if column.name not in QUIET}
    told = (line(step, columns, lambda column, value: shown(column, value, directory)) for step in steps)
    st.markdown("\n".join(f"- {each}" for each in (_first(fact, said), *told)))


def _first(fact: Row, said: Row | None) -> str:
    if said is None:
        return _("Entered by a person; no rule has found it")
    if fact["origin"] == "shipped":
        return _("Came with Tilik, entered by a person")
    told = _("{day}: read from the article").format(day=day(said["extracted_at"]))
    if said["extractor"]:
        told += _(" by {extractor}").format(extractor=escaped(said["extractor"]))
    return told if said["found"] else told + _("; newer rules no longer find it")


def line(step: Step, columns: Mapping[str, Column], show: Callable[[Column, Any], str]) -> str:
    """Return one decision as a line of Markdown: when, who, what, and what it changed, written by ``show``."""
    decision = step.decision
    when = f"{day(decision.decided_at)} {decision.decided_at:%H:%M} UTC"
    what = _(words.ACTIONS[decision.action])
    if decision.reason:
        what += f" ({_(words.REASONS[decision.reason]).lower()})"
    told = f"{when} · {escaped(decision.reviewer)} · {what}"
    changes = [
        f"{_(columns[name].label)} {show(columns[name], step.before.get(name))} → {show(columns[name], value)}"
        for name, value in step.after.items()
        if name in columns and decision.action not in ("add", "undo")
    ]
    told += f": {'; '.join(changes)}" if changes else ""
    told += f" · “{escaped(decision.note)}”" if decision.note.strip() else ""
    return f"~~{told}~~ · {_('taken back')}" if step.undone else told
