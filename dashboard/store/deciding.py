"""The decided state of one fact: what the machine said, with what persons decided laid over it. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.facts import FACT_COLUMNS, KINDS, Decision, Fact, Value, fact_columns, parted

from .rows import Row

# Columns that only mean something together: whoever corrects one of them decides about all of them, so that rules which
# later read one of the others differently cannot tear them apart.
TOGETHER: tuple[tuple[str, ...], ...] = (
    ("value_low", "value_best", "value_high", "qualifier"),
    ("date_start", "date_end", "date_precision"),
    ("evidence", "evidence_start", "evidence_end"),
)


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions that hold, in their order: without undoings and what they took back."""
    undone = {each.undoes for each in decisions if each.action == "undo"}
    return [each for each in decisions if each.action != "undo" and each.decision_id not in undone]


def decided(said: Row | None, decisions: Sequence[Decision]) -> dict[str, Value] | None:
    """Return the columns of a fact as decided, with ``last_decision``; ``None`` where nobody says the fact.

    ``said`` is the newest row of ``extracted`` (``None`` for what the machine never said), ``decisions`` are those
    about the fact in their order. A fact that newer rules no longer find stays where anybody ever decided about it.
    """
    held = standing(decisions)
    told = [each for each in decisions if each.action != "skip"]
    if said is not None and not (said["found"] or told):
        said = None
    row = {column.name: said[column.name] for column in fact_columns()} if said else None
    corrected = False
    for each in held:
        if each.action == "add":
            row = (row or empty()) | dict(each.changed) | {"review": "accepted"}
        elif row is None:
            continue
        elif each.action == "accept":
            row["review"] = "corrected" if corrected else "accepted"
        elif each.action == "correct":
            corrected = True
            row |= dict(each.changed) | {"review": "corrected"}
        elif each.action == "reject":
            row["review"] = "rejected"
        elif each.action == "grade":
            row |= dict(each.changed)
    return row and row | {"last_decision": told[-1].decision_id if told else ""}


def empty() -> dict[str, Value]:
    """Return a fact of which nothing is known."""
    shared = {column.name: getattr(Fact(), column.name) for column in FACT_COLUMNS}
    own = {column.name: "" if column.type == "text" else None for column in fact_columns()}
    return own | shared


def as_row(fact: Fact) -> dict[str, Value]:
    """Return a fact as a row of its columns."""
    return empty() | {column.name: getattr(fact, column.name) for column in FACT_COLUMNS} | dict(fact.details)


def as_fact(row: Mapping[str, Any]) -> Fact:
    """Undo :func:`as_row`; columns that are no fact's are left out."""
    kind = KINDS.get(str(row["kind"]))
    own = {column.name: row[column.name] for column in kind.own} if kind else {}
    shared = {column.name: row[column.name] for column in FACT_COLUMNS}
    return Fact(**shared, details={name: value for name, value in own.items() if value not in ("", None)})


def roles(row: Row) -> list[dict[str, str]]:
    """Return which actors a fact names, and in which of its columns."""
    return [
        {"fact_id": row["fact_id"], "actor_id": actor_id, "role": column.name}
        for column in fact_columns()
        if column.refers in ("actor", "actors")
        for actor_id in parted(str(row.get(column.name) or ""))
    ]
