"""The questions that pages ask of the database. DuckDB filters and counts; only what is shown becomes a frame."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb
import polars as pl

from dashboard.facts import DECISION_COLUMNS, DOCUMENT_COLUMNS, fact_columns

from .filters import KNOWN, UNDATED, Filters, where

# What of a document stands beside each of its facts, under the names that data/ uses.
SOURCE_COLUMNS = tuple(
    (column.name, f"source_{column.name}") for column in DOCUMENT_COLUMNS if column.name not in ("document_id", "text")
)
# Every fact with what filters need of its document.
CLAIMS = (
    "(SELECT f.*, d.publisher, d.title, d.url, d.published, d.language, d.reliability, d.reprint_of, d.added_at "
    "FROM facts f LEFT JOIN documents d USING (document_id)) AS claims"
)
# A rejected fact is out of every figure and page; it is found by its id alone.
_COUNTED = "review <> 'rejected'"
_NAME = "coalesce(nullif(concat_ws(' – ', nullif(title, ''), nullif(publisher, ''), published), ''), document_id)"
ALL = Filters()


def _frame(connection: duckdb.DuckDBPyConnection, query: str, params: list[Any]) -> pl.DataFrame:
    frame: pl.DataFrame = connection.sql(query, params=params).pl()
    return frame


def total(connection: duckdb.DuckDBPyConnection) -> int:
    """Count all facts."""
    return int(connection.execute(f"SELECT count(*) FROM facts WHERE {_COUNTED}").fetchall()[0][0])


def undated(connection: duckdb.DuckDBPyConnection, filters: Filters) -> int:
    """Count the facts that pass all filters but carry no date on the chosen basis."""
    clause, params = where(filters.without_dates())
    query = f"SELECT count(*) FROM {CLAIMS} WHERE {_COUNTED} AND ({UNDATED[filters.basis]}) AND {clause}"
    return int(connection.execute(query, params).fetchall()[0][0])


def claims(connection: duckdb.DuckDBPyConnection, filters: Filters, *, rejected: bool = False) -> pl.DataFrame:
    """Return the facts that pass the filters, newest statement first, each with its source.

    ``rejected`` takes rejected facts in; it is for lists in which they are to be found, never for a figure.
    Columns: those of facts.md, then ``source_publisher``, ``source_title``, ``source_url``, ``source_published``,
    ``source_language``, ``source_reliability``, ``source_reprint_of``.
    """
    clause, params = where(filters)
    columns = [f'"{column.name}"' for column in fact_columns()]
    columns += [f'"{name}" AS {alias}' for name, alias in SOURCE_COLUMNS]
    return _frame(
        connection,
        f"SELECT {', '.join(columns)} FROM {CLAIMS} WHERE {'TRUE' if rejected else _COUNTED} AND {clause} "
        "ORDER BY as_of DESC NULLS LAST, fact_id",
        params,
    )


def known_between(connection: duckdb.DuckDBPyConnection, filters: Filters) -> tuple[date, date] | None:
    """Return the first and the last day on which any of the filtered claims became known; ``None`` if none has one."""
    now = filters.of_now()
    clause, params = where(now)
    day = KNOWN[filters.known_by] if filters.known_by != "added" else "added_at::DATE"
    query = f"SELECT min({day}), max({day}) FROM {CLAIMS} WHERE {_COUNTED} AND {clause}"
    first, last = connection.execute(query, params).fetchall()[0]
    return (first, last) if first else None


def one_fact(connection: duckdb.DuckDBPyConnection, fact_id: str) -> dict[str, Any] | None:
    """Return everything known about one fact, rejected or not, with its document's columns; ``None`` if unknown."""
    found = _frame(connection, f"SELECT * FROM {CLAIMS} WHERE fact_id = ?", [fact_id])
    return found.row(0, named=True) if found.height else None


def document_text(connection: duckdb.DuckDBPyConnection, document_id: str) -> str:
    """Return the stored text of a document; empty where none is kept."""
    rows = connection.execute("SELECT text FROM documents WHERE document_id = ?", [document_id]).fetchall()
    return str(rows[0][0]) if rows else ""


def names_of_documents(connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> dict[str, str]:
    """Return by what name links ask for these documents: title, publisher and day; the id where none is known."""
    rows = connection.execute(
        f"SELECT document_id, {_NAME} FROM documents WHERE document_id IN (SELECT unnest(?))", [list(documents)]
    ).fetchall()
    return dict(rows)


def documents_named(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> dict[str, list[str]]:
    """Undo :func:`names_of_documents`: return the documents of each name, of those names that there are."""
    found: dict[str, list[str]] = {}
    rows = connection.execute(
        f"SELECT {_NAME} AS name, document_id FROM documents WHERE name IN (SELECT unnest(?)) ORDER BY ALL",
        [list(names)],
    ).fetchall()
    for name, document_id in rows:
        found.setdefault(name, []).append(document_id)
    return found


def activity(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pl.DataFrame:
    """Count facts by kind and month of the chosen date basis.

    Columns: ``month`` (its first day), ``kind``, ``facts``.
    """
    clause, params = where(filters)
    when = "as_of" if filters.basis == "stated" else "coalesce(date_start, date_end)"
    return _frame(
        connection,
        f"SELECT date_trunc('month', {when})::DATE AS month, kind, count(*) AS facts FROM {CLAIMS} "
        f"WHERE {_COUNTED} AND {clause} AND {when} IS NOT NULL GROUP BY ALL ORDER BY month, kind",
        params,
    )


def publishers(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pl.DataFrame:
    """Count facts and documents by publisher and language.

    Columns: ``publisher``, ``languages`` (joined by ', '), ``documents``, ``facts``, ``newest`` (publication, else
    statement).
    """
    clause, params = where(filters)
    return _frame(
        connection,
        "SELECT publisher, string_agg(DISTINCT nullif(language, ''), ', ' ORDER BY nullif(language, '')) AS languages, "
        "count(DISTINCT document_id) AS documents, count(*) AS facts, max(coalesce(published, as_of)) AS newest "
        f"FROM {CLAIMS} WHERE {_COUNTED} AND {clause} GROUP BY publisher ORDER BY facts DESC, publisher",
        params,
    )


def documents(connection: duckdb.DuckDBPyConnection, filters: Filters) -> pl.DataFrame:
    """List the documents behind the filtered facts, newest first.

    Columns: ``publisher``, ``title``, ``url``, ``published``, ``language``, ``facts``, ``document_id``,
    ``reliability``, ``reprint_of``.
    """
    clause, params = where(filters)
    return _frame(
        connection,
        "SELECT publisher, title, url, published, language, count(*) AS facts, document_id, reliability, reprint_of "
        f"FROM {CLAIMS} WHERE {_COUNTED} AND {clause} GROUP BY ALL "
        "ORDER BY published DESC NULLS LAST, publisher, document_id",
        params,
    )


def actor_counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return every actor that a fact names or that has someone below it who is named, with its number of facts."""
    rows = connection.execute(
        "WITH RECURSIVE named AS (SELECT DISTINCT actor_id FROM fact_actors), "
        "above(actor_id, top) AS (SELECT actor_id, actor_id FROM named UNION "
        "SELECT b.actor_id, a.parent FROM above b JOIN actors a ON a.actor_id = b.top WHERE a.parent <> '') "
        "SELECT top, count(DISTINCT fact_id) AS facts FROM fact_actors JOIN above USING (actor_id) "
        "GROUP BY top ORDER BY facts DESC, top"
    ).fetchall()
    return dict(rows)


def value_counts(connection: duckdb.DuckDBPyConnection, column: str, filters: Filters = ALL) -> dict[str, int]:
    """Return the values of one column of the filtered claims with their number of facts, the most frequent first.

    Raises:
        ValueError: for a column that is not declared.
    """
    known = {c.name for c in fact_columns()} | {c.name for c in DOCUMENT_COLUMNS}
    if column not in known:
        raise ValueError(f"no column {column!r}; known are {', '.join(sorted(known))}")
    clause, params = where(filters)
    rows = connection.execute(
        f'SELECT "{column}", count(*) AS facts FROM {CLAIMS} WHERE {_COUNTED} AND {clause} AND "{column}" <> \'\' '
        f'GROUP BY ALL ORDER BY facts DESC, "{column}"',
        params,
    ).fetchall()
    return dict(rows)


def decision_log(connection: duckdb.DuckDBPyConnection, filters: Filters = ALL) -> pl.DataFrame:
    """Return what was decided about the filtered facts, rejected ones too, and about their sources; the latest first.

    Columns: those of :data:`dashboard.facts.DECISION_COLUMNS`. Without filters it is the whole log, with decisions
    about facts that are no longer there.
    """
    columns = ", ".join(f'"{column.name}"' for column in DECISION_COLUMNS)
    clause, params = where(filters)
    about_them = (
        "fact_id IN (SELECT fact_id FROM passed) OR (fact_id = '' AND (document_id IN (SELECT document_id FROM passed) "
        "OR publisher IN (SELECT publisher FROM passed WHERE publisher <> '')))"
    )
    return _frame(
        connection,
        f"WITH passed AS (SELECT fact_id, document_id, publisher FROM {CLAIMS} WHERE {clause}) "
        f"SELECT {columns} FROM decisions WHERE {about_them if params else 'TRUE'} "
        "ORDER BY decided_at DESC, fact_id, decision_id",
        params,
    )


def all_documents(connection: duckdb.DuckDBPyConnection, *, without_facts: bool = False) -> pl.DataFrame:
    """Return all documents without their text, with the number of their facts that are not rejected: ``facts``.

    ``without_facts`` returns those alone of which no fact counts.
    """
    columns = ", ".join(f'd."{column.name}"' for column in DOCUMENT_COLUMNS if column.name != "text")
    return _frame(
        connection,
        f"SELECT {columns}, count(f.fact_id) FILTER (f.{_COUNTED}) AS facts FROM documents d "
        "LEFT JOIN facts f USING (document_id) GROUP BY ALL HAVING facts = 0 OR NOT ? "
        "ORDER BY d.published DESC NULLS LAST, document_id",
        [without_facts],
    )


def possible_originals(connection: duckdb.DuckDBPyConnection, document_id: str, limit: int = 200) -> pl.DataFrame:
    """Return the documents that one may be a reprint of: those with words of it first, then those of the nearest days.

    Columns: ``document_id``, ``name`` (:func:`names_of_documents`).
    """
    return _frame(
        connection,
        "WITH own AS (SELECT published, reprint_of FROM documents WHERE document_id = ?), "
        "shared AS (SELECT p.document_id, count(*) AS bands FROM prints p JOIN prints n USING (band, key) "
        "WHERE n.document_id = ? GROUP BY p.document_id) "
        f"SELECT document_id, {_NAME} AS name FROM documents d LEFT JOIN shared USING (document_id) "
        "WHERE document_id <> ? ORDER BY document_id = (SELECT reprint_of FROM own) DESC, coalesce(bands, 0) DESC, "
        "abs(published - (SELECT published FROM own)) NULLS LAST, name, document_id LIMIT ?",
        [document_id, document_id, document_id, limit],
    )


def reprints_of(connection: duckdb.DuckDBPyConnection, document_id: str) -> pl.DataFrame:
    """Return the prints of one text: the original first, then its reprints by day of publication.

    Columns: ``document_id``, ``publisher``, ``title``, ``url``, ``published``, ``reprint_of``. One row for a document
    that nobody reprints.
    """
    return _frame(
        connection,
        "WITH head AS (SELECT CASE WHEN reprint_of = '' THEN document_id ELSE reprint_of END AS id FROM documents "
        "WHERE document_id = ?) SELECT document_id, publisher, title, url, published, reprint_of FROM documents "
        "WHERE document_id IN (SELECT id FROM head) OR reprint_of IN (SELECT id FROM head) "
        "ORDER BY reprint_of <> '', published NULLS LAST, added_at, document_id",
        [document_id],
    )
