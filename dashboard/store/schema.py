"""The tables, made from the declarations in ``dashboard.facts``.

Only what DuckLake has too: no keys, constraints, indexes or sequences. Identity comes from stable ids, and an insert
leaves out what is already there. Text that is not known is an empty string, numbers and days that are not known NULL,
exactly as the records have them, so that what is written is what is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.facts import CORRECTABLE, DECISION_COLUMNS, DOCUMENT_COLUMNS, Column, fact_columns

# Raised when a release changes the tables so that an older release would misread them.
SCHEMA_VERSION = 3
SQL_TYPES: Mapping[str, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "float": "DOUBLE",
    "date": "DATE",
    "time": "TIMESTAMP",
}

# What persons decide about a document, each column beside the one with what it came with.
DECIDED: Mapping[str, str] = {name: f"{name}_given" for name in (*CORRECTABLE, "reliability")}


@dataclass(frozen=True)
class Table:
    """A table: its name and its columns with their SQL types, in order."""

    name: str
    columns: Mapping[str, str]

    def create(self) -> str:
        """Return the statement that makes the table where it is missing."""
        columns = ", ".join(f'"{name}" {sql_type}' for name, sql_type in self.columns.items())
        return f"CREATE TABLE IF NOT EXISTS {self.name} ({columns})"


def _typed(columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.name: SQL_TYPES[column.type] for column in columns}


def _given() -> dict[str, str]:
    types = _typed(DOCUMENT_COLUMNS)
    return {given: types[name] for name, given in DECIDED.items()}


def tables() -> tuple[Table, ...]:
    """Return all tables, with the columns of every kind that is declared now.

    ``origin`` says whether a row came with the product (``shipped``), from an article that a user added (``added``) or
    from a person (``person``): a rebuild replaces the first and never touches the others.

    ``extracted`` and ``decisions`` are logs, only ever appended to (but for the shipped rows of the former, which are
    what ``data/`` holds now): what the machine said of a fact, each time that it said something new (``revision``; not
    ``found`` where newer rules no longer find it), and what persons decided. ``facts`` and ``fact_actors`` follow from
    the two (:mod:`dashboard.store.deriving`) and are what all queries read. What persons correct or grade of
    ``documents`` follows from ``decisions`` and, where nobody decided, from the columns that end in ``_given``
    (:mod:`dashboard.store.documents`): what the document came with, and whose reprint it was found to be. ``prints``
    holds by which keys documents in nearly the same words find each other (:mod:`dashboard.store.reprints`).
    """
    return (
        Table("settings", {"name": "VARCHAR", "value": "VARCHAR"}),
        Table(
            "documents",
            _typed(DOCUMENT_COLUMNS) | {"added_at": "TIMESTAMP", "origin": "VARCHAR"} | _given(),
        ),
        Table(
            "extracted",
            _typed(fact_columns())
            | {"origin": "VARCHAR", "extractor": "VARCHAR", "extracted_at": "TIMESTAMP"}
            | {"revision": "BIGINT", "found": "BOOLEAN"},
        ),
        Table("decisions", _typed(DECISION_COLUMNS)),
        Table("facts", _typed(fact_columns()) | {"origin": "VARCHAR", "last_decision": "VARCHAR"}),
        Table("prints", {"document_id": "VARCHAR", "band": "BIGINT", "key": "BIGINT"}),
        Table("fact_actors", {"fact_id": "VARCHAR", "actor_id": "VARCHAR", "role": "VARCHAR", "origin": "VARCHAR"}),
        Table(
            "actors",
            {"actor_id": "VARCHAR", "name": "VARCHAR", "type": "VARCHAR", "parent": "VARCHAR", "role": "VARCHAR"}
            | {"independent": "BOOLEAN", "origin": "VARCHAR"},
        ),
        Table("aliases", {"actor_id": "VARCHAR", "language": "VARCHAR", "alias": "VARCHAR", "origin": "VARCHAR"}),
        Table(
            "places",
            {
                "place": "VARCHAR",
                "country": "VARCHAR",
                "latitude": "DOUBLE",
                "longitude": "DOUBLE",
                "origin": "VARCHAR",
            },
        ),
    )
