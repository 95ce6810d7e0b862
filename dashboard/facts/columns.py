"""How a column is declared: its name, type, words and meaning stand in one place, on the field itself.

``text_column``, ``integer_column``, ``real_column``, ``day_column`` and ``moment_column`` make dataclass fields that
carry a :class:`Column`; :func:`columns_of` reads them back. The table, the CSV header, the labels on screen and the
data dictionary are all made from these columns.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

ColumnType = Literal["text", "integer", "float", "date", "time"]
Reference = Literal["", "actor", "actors", "country", "document"]


@dataclass(frozen=True)
class Column:
    """One column of a table.

    ``words`` maps every allowed value to its label (empty: free text); ``refers`` names what a value points to:
    ``actors`` is several actor ids joined by ``; ``.
    """

    name: str
    type: ColumnType
    label: str
    meaning: str
    words: Mapping[str, str] = field(default_factory=dict)
    refers: Reference = ""


def text_column(
    label: str,
    meaning: str,
    *,
    default: str = "",
    words: Mapping[str, str] | None = None,
    refers: Reference = "",
) -> Any:
    """Declare a text column; an empty string means that nothing is known."""
    return field(
        default=default,
        metadata={"type": "text", "label": label, "meaning": meaning, "words": words or {}, "refers": refers},
    )


def integer_column(label: str, meaning: str) -> Any:
    """Declare a column of whole numbers; ``None`` means that the source gives none."""
    return field(default=None, metadata={"type": "integer", "label": label, "meaning": meaning})


def real_column(label: str, meaning: str) -> Any:
    """Declare a column of real numbers; ``None`` means that there is none."""
    return field(default=None, metadata={"type": "float", "label": label, "meaning": meaning})


def day_column(label: str, meaning: str) -> Any:
    """Declare a column of calendar days (ISO 8601); ``None`` means that the day is not known."""
    return field(default=None, metadata={"type": "date", "label": label, "meaning": meaning})


def moment_column(label: str, meaning: str) -> Any:
    """Declare a column of moments (UTC, ISO 8601)."""
    return field(metadata={"type": "time", "label": label, "meaning": meaning})


def columns_of(record: type) -> tuple[Column, ...]:
    """Return the columns that the fields of a dataclass declare, in their order."""
    return tuple(Column(name=each.name, **each.metadata) for each in dataclasses.fields(record) if each.metadata)
