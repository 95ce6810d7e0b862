"""Bringing a database of an older release up to date: what its tables do not say yet is worked out once."""

from __future__ import annotations

import duckdb

from dashboard.facts import fact_columns

from .actors import publisher_id, read_directory
from .deriving import derive
from .documents import derive_documents
from .reprints import note_documents
from .schema import DECIDED


def migrate(connection: duckdb.DuckDBPyConnection, version: int) -> None:
    """Bring the rows of a user up to date, inside the caller's transaction; the tables have their new columns."""
    if version < 3:
        _keep_what_was_given(connection)
    if version < 2:
        _keep_what_was_said(connection)


def _keep_what_was_given(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the columns of what a document came with from what is known of it; nobody could correct it before.

    Grades could be decided: what a document came with is kept already, where decisions are.
    """
    setting = ", ".join(f'"{given}" = "{name}"' for name, given in DECIDED.items() if name != "reliability")
    connection.execute(f"UPDATE documents SET {setting}")


def _keep_what_was_said(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the log of what the machine said from the facts that were added, and find reprints among their articles."""
    columns = ", ".join(f'f."{column.name}"' for column in fact_columns())
    names = ", ".join(f'"{column.name}"' for column in fact_columns())
    connection.execute(
        f"INSERT INTO extracted ({names}, origin, extractor, extracted_at, revision, found) "
        f"SELECT {columns}, f.origin, '', d.added_at, 1, TRUE FROM facts f LEFT JOIN documents d USING (document_id) "
        "WHERE f.origin = 'added'"
    )
    connection.execute("UPDATE documents SET reliability_given = reliability WHERE origin = 'added'")
    documents = connection.execute(
        "SELECT document_id, publisher, text FROM documents WHERE origin = 'added' ORDER BY added_at, document_id"
    ).fetchall()
    # What an article says by itself was written down as said by its publisher. In a reprint it is another's words.
    directory = read_directory(connection)
    for document_id, publisher, _text in documents:
        if publisher:
            connection.execute(
                "UPDATE extracted SET claimant = 'publisher' WHERE document_id = ? AND claimant = ?",
                [document_id, publisher_id(publisher, directory)],
            )
    note_documents(connection, {document_id: text for document_id, _publisher, text in documents})
    derive_documents(connection)
    facts = connection.execute("SELECT fact_id FROM extracted WHERE origin = 'added'").fetchall()
    derive(connection, [fact_id for (fact_id,) in facts], directory)
