"""The table ``facts``, worked out from what the machine said and what persons decided.

Whoever appends to ``extracted`` or ``decisions`` works out the facts that this concerns in the same transaction, so
that the table is always what :func:`rebuild_facts` would make of the two logs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import duckdb

from dashboard.facts import PUBLISHER, Directory

from .actors import insert_strangers, publisher_id, read_directory
from .deciding import decided, roles
from .documents import derive_documents
from .log import decisions_about
from .rows import Row, insert, read, transaction

SHIPPED, ADDED, PERSON = "shipped", "added", "person"  # where a fact came from
_LATEST = "QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY revision DESC) = 1"


def rebuild_facts(connection: duckdb.DuckDBPyConnection) -> None:
    """Work out all documents and facts anew from the logs; changes nothing unless somebody wrote past them."""
    rows = connection.execute("SELECT fact_id FROM extracted UNION SELECT fact_id FROM decisions WHERE fact_id <> ''")
    every = [fact_id for (fact_id,) in rows.fetchall()]
    with transaction(connection):
        connection.execute("DELETE FROM facts")
        connection.execute("DELETE FROM fact_actors")
        derive_documents(connection)
        derive(connection, every)


def derive(
    connection: duckdb.DuckDBPyConnection, fact_ids: Collection[str], directory: Directory | None = None
) -> None:
    """Work out these facts from the logs, inside the caller's transaction."""
    if not fact_ids:
        return
    ids = list(dict.fromkeys(fact_ids))
    rows = as_decided(connection, ids)
    publishers = _publishers(connection, {str(row["document_id"]) for row in rows})
    if any(row["claimant"] == PUBLISHER for row in rows):
        directory = directory or read_directory(connection)
        rows = [_with_publisher(row, publishers, directory) for row in rows]
    connection.execute("DELETE FROM facts WHERE fact_id IN (SELECT unnest(?))", [ids])
    connection.execute("DELETE FROM fact_actors WHERE fact_id IN (SELECT unnest(?))", [ids])
    insert(connection, "facts", rows)
    insert(connection, "fact_actors", [role | {"origin": row["origin"]} for row in rows for role in roles(row)])
    named = {publisher_id(name, directory): name for name in publishers.values() if name} if directory else {}
    insert_strangers(connection, named)


def as_decided(connection: duckdb.DuckDBPyConnection, fact_ids: Collection[str]) -> list[dict[str, Any]]:
    """Return facts as the logs have them, with ``origin``; what an article says by itself is still ``publisher``'s."""
    said = what_was_said(connection, fact_ids)
    log = decisions_about(connection, fact_ids)
    rows = []
    for fact_id in fact_ids:
        row: dict[str, Any] | None = decided(said.get(fact_id), log.get(fact_id, ()))
        if row is not None:
            rows.append(row | {"origin": said[fact_id]["origin"] if fact_id in said else PERSON})
    return rows


def what_was_said(connection: duckdb.DuckDBPyConnection, fact_ids: Collection[str]) -> dict[str, Row]:
    """Return what the machine said last of each fact: its row of ``extracted``."""
    rows = read(connection, f"SELECT * FROM extracted WHERE fact_id IN (SELECT unnest(?)) {_LATEST}", [list(fact_ids)])
    return {row["fact_id"]: row for row in rows}


def _publishers(connection: duckdb.DuckDBPyConnection, documents: set[str]) -> dict[str, str]:
    """Return for each document who publishes what it says by itself: of a reprint, the publisher of the original."""
    rows = connection.execute(
        "SELECT d.document_id, coalesce(nullif(o.publisher, ''), d.publisher) FROM documents d "
        "LEFT JOIN documents o ON o.document_id = d.reprint_of WHERE d.document_id IN (SELECT unnest(?))",
        [list(documents)],
    ).fetchall()
    return dict(rows)


def _with_publisher(row: Mapping[str, Any], publishers: Mapping[str, str], directory: Directory) -> dict[str, Any]:
    publisher = publishers.get(row["document_id"], "")
    if row["claimant"] != PUBLISHER or not publisher:
        return dict(row)
    return {**row, "claimant": publisher_id(publisher, directory)}
