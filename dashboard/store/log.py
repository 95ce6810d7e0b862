"""The log of decisions: appending to it, reading it. Nothing in it is ever changed or deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import duckdb

from dashboard.facts import DECISION_COLUMNS, Decision, Value, words, write_changes
from dashboard.facts.check import Problem

from .errors import StoreError
from .rows import insert, read

LONGEST_NOTE = 2000  # characters
COLUMNS = ", ".join(f'"{column.name}"' for column in DECISION_COLUMNS)


class DecisionError(StoreError):
    """A decision cannot be taken as given; nothing was changed. ``problems`` names the columns that are wrong."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class Conflict(StoreError):
    """Somebody decided about the same thing in between; nothing was changed. ``newer`` holds what they decided."""

    def __init__(self, newer: Sequence[Decision]) -> None:
        self.newer = tuple(newer)
        last = newer[-1]
        done = words.ACTIONS[last.action].lower()
        columns = f" ({', '.join(last.changed)})" if last.action in ("correct", "grade", "describe") else ""
        when = f"{last.decided_at:%Y-%m-%d at %H:%M} UTC"
        super().__init__(
            f"{last.reviewer} has {done} this{columns} on {when}, after you opened it. "
            "Look at it as it is now, then decide again."
        )


@dataclass(frozen=True)
class About:
    """What a decision is about: a fact (with its document), a document alone or a publisher alone."""

    fact_id: str = ""
    document_id: str = ""
    publisher: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """By what the decisions about the same thing are counted."""
        return (self.fact_id, "" if self.fact_id else self.document_id, self.publisher)


def decisions_about(connection: duckdb.DuckDBPyConnection, fact_ids: Collection[str]) -> dict[str, list[Decision]]:
    """Return the decisions about facts, in their order, by fact."""
    rows = read(
        connection,
        f"SELECT {COLUMNS} FROM decisions WHERE fact_id IN (SELECT unnest(?)) ORDER BY fact_id, sequence",
        [list(fact_ids)],
    )
    found: dict[str, list[Decision]] = {}
    for row in rows:
        found.setdefault(row["fact_id"], []).append(Decision(**row))
    return found


def decisions_on_sources(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[Decision]]:
    """Return what was decided about documents and publishers, in its order, by (document_id, publisher): one is empty.

    Grades and descriptions of one document are counted together; :func:`of_action` tells them apart.
    """
    rows = read(connection, f"SELECT {COLUMNS} FROM decisions WHERE fact_id = '' ORDER BY sequence")
    found: dict[tuple[str, str], list[Decision]] = {}
    for row in rows:
        found.setdefault((row["document_id"], row["publisher"]), []).append(Decision(**row))
    return found


def of_action(decisions: Sequence[Decision], action: str) -> list[Decision]:
    """Return the decisions of one sort, with those that take them back."""
    ids = {each.decision_id for each in decisions if each.action == action}
    return [each for each in decisions if each.decision_id in ids or each.undoes in ids]


def in_batch(connection: duckdb.DuckDBPyConnection, batch: str) -> list[Decision]:
    """Return the decisions that were taken at once."""
    return [Decision(**row) for row in read(connection, f"SELECT {COLUMNS} FROM decisions WHERE batch = ?", [batch])]


def newer_than(decisions: Sequence[Decision], seen: str) -> list[Decision]:
    """Return what was decided after the decision that somebody saw last (empty: none); skipping decides nothing."""
    told = [each for each in decisions if each.action != "skip"]
    ids = [each.decision_id for each in told]
    return told[ids.index(seen) + 1 :] if seen in ids else told


def draft(
    about: About,
    action: str,
    reviewer: str,
    *,
    changes: Mapping[str, Value] | None = None,
    reason: str = "",
    note: str = "",
    undoes: str = "",
    batch: str = "",
) -> Decision:
    """Return a decision that is taken now; :func:`append` counts it.

    Raises:
        DecisionError: if it is not said who decides, or the note is no note but a text.
    """
    if not reviewer.strip():
        raise DecisionError("Say who decides: give the reviewer's name.")
    if len(note) > LONGEST_NOTE:
        raise DecisionError(f"The note has {len(note)} characters; say it in at most {LONGEST_NOTE}.")
    return Decision(
        decision_id=uuid4().hex[:16],
        fact_id=about.fact_id,
        document_id=about.document_id,
        publisher=about.publisher,
        sequence=0,
        reviewer=reviewer.strip(),
        decided_at=datetime.now(UTC).replace(tzinfo=None),
        action=action,
        changes=write_changes(changes or {}),
        reason=reason,
        note=note.strip(),
        undoes=undoes,
        batch=batch,
    )


def append(connection: duckdb.DuckDBPyConnection, decisions: Iterable[Decision]) -> list[Decision]:
    """Append decisions inside the caller's transaction, at most one about each thing; returns them counted."""
    drafts = list(decisions)
    counted = {
        (row["fact_id"], row["document_id"], row["publisher"]): row["last"]
        for row in read(
            connection,
            "SELECT fact_id, CASE WHEN fact_id = '' THEN document_id ELSE '' END AS document_id, publisher, "
            "max(sequence) AS last FROM decisions WHERE fact_id IN (SELECT unnest(?)) GROUP BY ALL",
            [list({each.fact_id for each in drafts})],
        )
    }
    numbered = [_numbered(each, counted) for each in drafts]
    insert(connection, "decisions", map(asdict, numbered))
    return numbered


def _numbered(decision: Decision, counted: Mapping[tuple[str, str, str], int]) -> Decision:
    about = About(decision.fact_id, decision.document_id, decision.publisher)
    fields: dict[str, Any] = asdict(decision) | {"sequence": counted.get(about.key, 0) + 1}
    return Decision(**fields)
