"""What persons decided: one record for each decision, appended and never rewritten.

A decision is about a fact (``fact_id``), about a document (``document_id`` alone) or about a publisher (``publisher``
alone). The facts as all pages show them follow from what the machine said and from these records.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from . import words
from .columns import Column, columns_of, integer_column, moment_column, text_column
from .kinds import fact_columns
from .model import DOCUMENT_COLUMNS, Value


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One decision of one person about one fact, document or publisher."""

    decision_id: str = text_column("Decision", "Identity of the decision")
    fact_id: str = text_column("Fact", "The fact that was decided about; empty where it was a document or a publisher")
    document_id: str = text_column(
        "Document", "The document of that fact, or the one that was graded or described", refers="document"
    )
    publisher: str = text_column("Publisher", "The publisher that was graded, with all its documents")
    sequence: int = integer_column("Number", "Counts the decisions about the same fact, document or publisher from 1")
    reviewer: str = text_column("Reviewer", "Who decided")
    decided_at: datetime = moment_column("Decided", "When, in UTC")
    action: str = text_column("Action", "What was decided", words=words.ACTIONS)
    changes: str = text_column("Changes", "JSON object of the columns that were set, each with its new value")
    reason: str = text_column("Reason", "Why a fact was rejected", words=words.REASONS)
    note: str = text_column("Note", "What the reviewer wrote about it")
    undoes: str = text_column("Undoes", "The decision that this one takes back")
    batch: str = text_column("Batch", "The same for all decisions that were taken at once")

    @property
    def changed(self) -> Mapping[str, Value]:
        """The columns that were set, each with its new value."""
        return read_changes(self.changes)


DECISION_COLUMNS: tuple[Column, ...] = columns_of(Decision)


def write_changes(changes: Mapping[str, Value]) -> str:
    """Return columns with their values as one line of JSON, days as ISO 8601; empty for none.

    >>> write_changes({"value_best": 600, "as_of": date(2025, 9, 4)})
    '{"value_best": 600, "as_of": "2025-09-04"}'
    """
    return json.dumps(dict(changes), ensure_ascii=False, default=str) if changes else ""


def read_changes(content: str) -> dict[str, Value]:
    """Undo :func:`write_changes`.

    >>> read_changes('{"value_best": 600, "as_of": "2025-09-04"}')
    {'value_best': 600, 'as_of': datetime.date(2025, 9, 4)}
    """
    days = {column.name for column in (*fact_columns(), *DOCUMENT_COLUMNS) if column.type == "date"}
    given: dict[str, Value] = json.loads(content) if content else {}
    return {name: date.fromisoformat(str(v)) if name in days and v else v for name, v in given.items()}
