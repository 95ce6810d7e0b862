"""An article with two facts that wait for review, and what the tests of reviewing ask of a database."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb

from dashboard.facts import Document
from dashboard.store import queries
from tests.conftest import make_fact

TEXT = "Seoul's spies say 600 died. The paper counts 7 more near Beijing. Kim met Putin."
FIRST = make_fact(fact_id="first", document_id="a", confidence=0.9, evidence=TEXT[:27], evidence_start=0,
                  evidence_end=27)  # fmt: skip
SECOND = make_fact(fact_id="second", document_id="a", confidence=0.4, value_best=7, claimant="publisher",
                   evidence=TEXT[28:66], evidence_start=28, evidence_end=66)  # fmt: skip
ARTICLE = Document(document_id="a", publisher="A Paper", published=date(2025, 9, 4), text=TEXT)
MISSED = {
    "actor": "PRK", "outcome": "wounded", "unit": "troops", "value_best": "7", "qualifier": "exact",
    "measure": "incident", "status": "occurred", "assertion": "states", "evidence_start": 28, "evidence_end": 66,
}  # fmt: skip


def fact(connection: duckdb.DuckDBPyConnection, fact_id: str) -> dict[str, Any]:
    found = queries.one_fact(connection, fact_id)
    assert found
    return found


def everything(connection: duckdb.DuckDBPyConnection) -> tuple[list[Any], list[Any], list[Any]]:
    """What follows from the logs."""
    return (
        connection.execute("SELECT * FROM facts ORDER BY fact_id").fetchall(),
        connection.execute("SELECT * FROM fact_actors ORDER BY ALL").fetchall(),
        connection.execute("SELECT * FROM documents ORDER BY document_id").fetchall(),
    )
