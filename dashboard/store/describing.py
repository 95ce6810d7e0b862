"""Correcting what is known of a document: its day, publisher, title, address, language, and whose reprint it is.

Each correction is a decision about the document. What it came with is kept, and where the article is read by what
changed, its facts are read anew in the same transaction. ``extract`` is the extractor for that, ``extractor`` says
which version of it. ``seen`` is the last correction as the reviewer had it before them (:func:`description` gives it;
empty where there was none).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from dashboard.facts import CORRECTABLE, DOCUMENT_COLUMNS, Decision, Document, Fact, Value
from dashboard.facts.check import Problem
from dashboard.facts.describing import READ_BY, read_description

from .corrections import refused
from .deciding import standing
from .deriving import derive
from .documents import derive_documents, facts_told_by, given, pointers, said_of, way
from .log import About, Conflict, DecisionError, append, decisions_on_sources, draft, newer_than, of_action
from .queue import Step, steps_of
from .reextraction import Change, compared
from .reprints import find_again
from .rows import Row, read, transaction

Extract = Callable[[Document], Sequence[Fact]]
_COLUMNS = ", ".join(f'"{column.name}"' for column in DOCUMENT_COLUMNS)


@dataclass(frozen=True)
class Description:
    """What is known of a document: its columns as they are now, and what was decided about them, the first one first.

    ``seen`` is to be handed back with the next decision.
    """

    document: Document
    steps: tuple[Step, ...]
    seen: str


@dataclass(frozen=True)
class Described:
    """What came of a correction: what was read anew of the article, and how many facts are told otherwise now.

    These may be more than were read anew: what a document says by itself is its publisher's claim, in its reprints too.
    """

    decision: Decision
    changes: tuple[Change, ...]
    facts: int


def description(connection: duckdb.DuckDBPyConnection, document_id: str) -> Description:
    """Return what is known of a document.

    Raises:
        DecisionError: if there is no such document.
    """
    document = _document(connection, document_id)
    log = _log(connection, document_id)
    came_with = given(connection, [document_id])[document_id]
    steps = steps_of(log, lambda held: came_with | said_of(held))
    return Description(document, tuple(steps), log[-1].decision_id if log else "")


def describe(
    connection: duckdb.DuckDBPyConnection,
    document_id: str,
    changes: Mapping[str, Value],
    *,
    reviewer: str,
    seen: str,
    extract: Extract,
    extractor: str = "",
    note: str = "",
) -> Described:
    """Correct columns of a document: those of :data:`dashboard.facts.CORRECTABLE`.

    ``changes`` maps columns to values or to the text of them; ``None`` and an empty text both empty a column.
    ``reprint_of`` is the document that this one prints again; empty says that it is no reprint.

    Raises:
        DecisionError: if there is no such document or reviewer, or a value is none; ``problems`` names the columns.
        Conflict: if somebody corrected the document in between.
    """
    document = _document(connection, document_id)
    if newer := newer_than(_log(connection, document_id), seen):
        raise Conflict(newer)
    asked, problems = read_description(changes)
    asked = {name: value for name, value in asked.items() if value != getattr(document, name)}
    problems += _reprint_problems(connection, document_id, str(asked.get("reprint_of") or ""))
    if problems:
        raise refused(problems)
    if not asked:
        raise DecisionError("This is what is known of the article already; change something before you save it.")
    decision = draft(About(document_id=document_id), "describe", reviewer, changes=asked, note=note)
    return _take(connection, document, decision, seen, extract, extractor)


def undo_description(
    connection: duckdb.DuckDBPyConnection,
    document_id: str,
    *,
    reviewer: str,
    seen: str,
    extract: Extract,
    extractor: str = "",
) -> Described:
    """Take back the last correction that this reviewer made of a document; both stay in the log.

    Raises:
        DecisionError: if there is none that could be taken back.
        Conflict: if somebody corrected the document in between.
    """
    document = _document(connection, document_id)
    own = [each for each in standing(_log(connection, document_id)) if each.reviewer == reviewer.strip()]
    if not own:
        raise DecisionError(f"{reviewer or 'Nobody'} has corrected nothing of this article that could be undone.")
    decision = draft(About(document_id=document_id), "undo", reviewer, undoes=own[-1].decision_id)
    return _take(connection, document, decision, seen, extract, extractor)


def _take(
    connection: duckdb.DuckDBPyConnection,
    document: Document,
    decision: Decision,
    seen: str,
    extract: Extract,
    extractor: str,
) -> Described:
    """Write a decision down with all that follows from it."""
    document_id = document.document_id
    after = _after(connection, document_id, decision)
    is_read_anew = bool(document.text) and any(after[name] != getattr(document, name) for name in READ_BY)
    # Reading takes its time: nobody else has to wait for it. Whoever decides meanwhile makes it a conflict.
    found = extract(_with(document, after)) if is_read_anew else ()
    with transaction(connection):
        if newer := newer_than(_log(connection, document_id), seen):
            raise Conflict(newer)
        [counted] = append(connection, [decision])
        moved = derive_documents(connection)
        if after["published"] != document.published and document.text:
            find_again(connection, document_id)
            moved |= derive_documents(connection)
        concerned = facts_told_by(connection, moved | {document_id})
        before = _facts(connection, concerned)
        derive(connection, concerned)
        changes: list[Change] = []
        if is_read_anew:
            now = _document(connection, document_id)
            changes = compared(connection, {document_id: now}, {document_id: found}, extractor)
        told = _facts(connection, {*concerned, *facts_told_by(connection, [document_id])})
        otherwise = [each for each in before.keys() | told.keys() if before.get(each) != told.get(each)]
        return Described(counted, tuple(changes), len(otherwise))


def _after(connection: duckdb.DuckDBPyConnection, document_id: str, decision: Decision) -> dict[str, Any]:
    """Return the columns of a document as they are once a decision is taken."""
    log = [*_log(connection, document_id), decision]
    return given(connection, [document_id])[document_id] | said_of(log)


def _with(document: Document, columns: Mapping[str, Any]) -> Document:
    told = {column.name: getattr(document, column.name) for column in DOCUMENT_COLUMNS}
    return Document(**told | {name: columns[name] for name in CORRECTABLE})


def _document(connection: duckdb.DuckDBPyConnection, document_id: str) -> Document:
    rows = read(connection, f"SELECT {_COLUMNS} FROM documents WHERE document_id = ?", [document_id])
    if not rows:
        raise DecisionError(f"There is no document {document_id!r} here; it may have been removed.")
    return Document(**rows[0])


def _log(connection: duckdb.DuckDBPyConnection, document_id: str) -> list[Decision]:
    return of_action(decisions_on_sources(connection).get((document_id, ""), []), "describe")


def _facts(connection: duckdb.DuckDBPyConnection, fact_ids: Sequence[str] | set[str]) -> dict[str, Row]:
    rows = read(connection, "SELECT * FROM facts WHERE fact_id IN (SELECT unnest(?))", [list(fact_ids)])
    return {row["fact_id"]: row for row in rows}


def _reprint_problems(connection: duckdb.DuckDBPyConnection, document_id: str, original: str) -> list[Problem]:
    """Return what is wrong with saying that a document is a reprint of another one (empty: of none)."""
    if not original:
        return []
    if original == document_id:
        return [Problem("reprint_of", "an article is no reprint of itself; name the one that it prints again")]
    if not read(connection, "SELECT document_id FROM documents WHERE document_id = ?", [original]):
        return [Problem("reprint_of", f"there is no document {original!r} here; give the id of one that is kept")]
    own = {document: said_of(each) for (document, _name), each in decisions_on_sources(connection).items() if document}
    if document_id in way(original, pointers(connection, own)):
        return [Problem("reprint_of", "that article is kept as a reprint of this one; say first that it is none")]
    return []
