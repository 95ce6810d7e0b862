"""What is known of the documents, worked out from what each came with and from what persons decided.

Whoever inserts a document, finds a reprint or decides about a document or publisher works this out in the same
transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import duckdb
import polars as pl

from dashboard.facts import Decision, Value

from .deciding import standing
from .log import decisions_on_sources
from .rows import POLARS_TYPES, read, registered, table_named
from .schema import DECIDED

_GIVEN = ", ".join(f'"{given}" AS "{name}"' for name, given in DECIDED.items())


def derive_documents(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Work out all documents, inside the caller's transaction; returns those of which anything is another now.

    What was decided about the document itself goes before a grade of its publisher; where neither holds, what it came
    with counts. A reprint of a reprint is one of the original.
    """
    log = decisions_on_sources(connection)
    own = {document: held for (document, _name), each in log.items() if document and (held := said_of(each))}
    graded = {name: held for (_document, name), each in log.items() if name and (held := said_of(each))}
    heads = _heads(connection, own)
    told = _told(connection, own, heads)
    grades = pl.DataFrame(
        [(name, held["reliability"]) for name, held in graded.items()],
        schema={"name": pl.String, "grade": pl.String},
        orient="row",
    )
    # Only rows that change are written.
    now = {
        name: f'CASE WHEN t.document_id IS NULL THEN d."{given}" ELSE t."{name}" END' for name, given in DECIDED.items()
    }
    now["reliability"] = 'coalesce(t."reliability", g.grade, d."reliability_given")'
    columns = ", ".join(f'{value} AS "{name}"' for name, value in now.items())
    differs = " OR ".join(f'{value} IS DISTINCT FROM d."{name}"' for name, value in now.items())
    with registered(connection, told, "told"), registered(connection, grades, "grades"):
        changed = connection.sql(
            f"SELECT d.document_id, {columns} FROM documents d LEFT JOIN told t USING (document_id) "
            f"LEFT JOIN grades g ON g.name = {now['publisher']} WHERE {differs}"
        ).pl()
    if changed.height:
        with registered(connection, changed):
            setting = ", ".join(f'"{name}" = incoming."{name}"' for name in DECIDED)
            connection.execute(
                f"UPDATE documents SET {setting} FROM incoming WHERE incoming.document_id = documents.document_id"
            )
    return set(changed.get_column("document_id"))


def said_of(decisions: Sequence[Decision]) -> dict[str, Value]:
    """Return the columns that the decisions about a document or a publisher set, as far as they hold."""
    held: dict[str, Value] = {}
    for each in standing(decisions):
        held |= each.changed
    return held


def pointers(connection: duckdb.DuckDBPyConnection, own: Mapping[str, Mapping[str, Value]]) -> dict[str, str]:
    """Return what each document was found to reprint or, where ``own`` decides that, is said to reprint."""
    found = connection.execute("SELECT document_id, reprint_of_given FROM documents WHERE reprint_of_given <> ''")
    said = {document: str(held["reprint_of"]) for document, held in own.items() if "reprint_of" in held}
    return dict(found.fetchall()) | said


def way(start: str, pointing: Mapping[str, str]) -> list[str]:
    """Return a document with what it reprints, what that reprints and so on; a circle is gone through once.

    >>> way("a", {"a": "b", "b": "c"}), way("a", {"a": "b", "b": "a"})
    (['a', 'b', 'c'], ['a', 'b'])
    """
    found = [start]
    while (after := pointing.get(found[-1], "")) and after not in found:
        found.append(after)
    return found


def _heads(connection: duckdb.DuckDBPyConnection, own: Mapping[str, Mapping[str, Value]]) -> dict[str, str]:
    """Return the original of each document that is involved where persons have decided who reprints whom.

    What is found keeps to one original for each group; a decision may make a chain of it, or close a circle with what
    is found later: then the original is whichever document of the circle nobody has decided about.
    """
    decided = {document for document, held in own.items() if "reprint_of" in held}
    if not decided:
        return {}
    pointing = pointers(connection, own)
    heads = {}
    for each in pointing:
        ahead = way(each, pointing)
        after = pointing.get(ahead[-1], "")
        circle = ahead[ahead.index(after) :] if after else []
        head = min(circle, key=lambda one: (one in decided, one)) if circle else ahead[-1]
        heads[each] = "" if head == each else head
    return heads


def _told(
    connection: duckdb.DuckDBPyConnection, own: Mapping[str, Mapping[str, Value]], heads: Mapping[str, str]
) -> pl.DataFrame:
    """Return the documents that are not simply what they came with, each with all its columns."""
    ids: Collection[str] = own.keys() | heads.keys()
    rows: list[dict[str, Any]] = []
    for row in given(connection, ids).values():
        document = row["document_id"]
        said: Mapping[str, Value] = own.get(document, {})
        head = {"reprint_of": heads[document]} if document in heads else {}
        rows.append(row | {"reliability": None} | dict(said) | head)
    types = table_named("documents").columns
    schema = {"document_id": pl.String} | {name: POLARS_TYPES[types[name]] for name in DECIDED}
    return pl.DataFrame(rows, schema=schema)


def given(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return what documents came with, by id."""
    if not documents:
        return {}
    rows = read(
        connection,
        f"SELECT document_id, {_GIVEN} FROM documents WHERE document_id IN (SELECT unnest(?))",
        [list(documents)],
    )
    return {row["document_id"]: row for row in rows}


def facts_told_by(connection: duckdb.DuckDBPyConnection, documents: Collection[str]) -> list[str]:
    """Return the facts of documents and of their reprints: whom the publisher's own claims are of follows from both."""
    rows = connection.execute(
        "SELECT f.fact_id FROM facts f JOIN documents d USING (document_id) "
        "WHERE d.document_id IN (SELECT unnest(?)) OR d.reprint_of IN (SELECT unnest(?)) ORDER BY f.fact_id",
        [list(documents), list(documents)],
    )
    return [fact_id for (fact_id,) in rows.fetchall()]
