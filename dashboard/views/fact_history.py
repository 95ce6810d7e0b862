"""What was said and decided about a fact: the machine first, then every person, with what was taken back struck out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb
import streamlit as st

from dashboard.facts import Directory, Kind, column_named, words
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
    st.markdown("\n".join(f"- {line}" for line in (_first(fact, said), *(_told(kind, s, directory) for s in steps))))


def _first(fact: Row, said: Row | None) -> str:
    if said is None:
        return _("Entered by a person; no rule has found it")
    if fact["origin"] == "shipped":
        return _("Came with Tilik, entered by a person")
    told = _("{day}: read from the article").format(day=day(said["extracted_at"]))
    if said["extractor"]:
        told += _(" by {extractor}").format(extractor=escaped(said["extractor"]))
    return told if said["found"] else told + _("; newer rules no longer find it")


def _told(kind: Kind, step: Step, directory: Directory) -> str:
    decision = step.decision
    when = f"{day(decision.decided_at)} {decision.decided_at:%H:%M} UTC"
    what = _(words.ACTIONS[decision.action])
    if decision.reason:
        what += f" ({_(words.REASONS[decision.reason]).lower()})"
    line = f"{when} · {escaped(decision.reviewer)} · {what}"
    changes = [] if decision.action in ("add", "undo") else _changes(kind, step, directory)
    line += f": {'; '.join(changes)}" if changes else ""
    line += f" · “{escaped(decision.note)}”" if decision.note.strip() else ""
    return f"~~{line}~~ · {_('taken back')}" if step.undone else line


def _changes(kind: Kind, step: Step, directory: Directory) -> list[str]:
    told = []
    for name, value in step.after.items():
        if name in QUIET:
            continue
        try:
            column = column_named(kind, name)
        except KeyError:
            continue
        before, after = shown(column, step.before.get(name), directory), shown(column, value, directory)
        told.append(f"{_(column.label)} {before} → {after}")
    return told
