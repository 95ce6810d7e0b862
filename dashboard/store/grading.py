"""Grades in the Admiralty code: a fact's credibility, a document's or a publisher's reliability, each a decision."""

from __future__ import annotations

import duckdb

from dashboard.facts import Decision, words

from .deciding import standing
from .deriving import derive
from .documents import derive_documents
from .log import (
    About,
    Conflict,
    DecisionError,
    append,
    decisions_about,
    decisions_on_sources,
    draft,
    newer_than,
    of_action,
)
from .rows import read, transaction


def grade_fact(
    connection: duckdb.DuckDBPyConnection, fact_id: str, credibility: str, *, reviewer: str, seen: str, note: str = ""
) -> Decision:
    """Set the credibility of a fact (1–6). Whether it is accepted is another matter and stays as it is.

    Raises:
        DecisionError: if there is no such fact, grade or reviewer.
        Conflict: if somebody decided about the fact since ``seen``, its ``last_decision`` as the reviewer saw it.
    """
    _known(credibility, words.CREDIBILITIES)
    with transaction(connection):
        if newer := newer_than(decisions_about(connection, [fact_id]).get(fact_id, []), seen):
            raise Conflict(newer)
        rows = read(connection, "SELECT document_id FROM facts WHERE fact_id = ?", [fact_id])
        if not rows:
            raise DecisionError(f"There is no fact {fact_id!r} here; it may have been removed.")
        about = About(fact_id, rows[0]["document_id"])
        [grade] = append(connection, [draft(about, "grade", reviewer, changes={"credibility": credibility}, note=note)])
        derive(connection, [fact_id])
        return grade


def grade_document(
    connection: duckdb.DuckDBPyConnection, document_id: str, reliability: str, *, reviewer: str, note: str = ""
) -> Decision:
    """Set the reliability of one document (A–F), whatever its publisher's.

    Raises:
        DecisionError: if there is no such document, grade or reviewer.
    """
    _known(reliability, words.RELIABILITIES)
    with transaction(connection):
        if not read(connection, "SELECT document_id FROM documents WHERE document_id = ?", [document_id]):
            raise DecisionError(f"There is no document {document_id!r} here; it may have been removed.")
        return _graded(connection, About(document_id=document_id), reliability, reviewer, note)


def grade_publisher(
    connection: duckdb.DuckDBPyConnection, publisher: str, reliability: str, *, reviewer: str, note: str = ""
) -> Decision:
    """Set the reliability of all documents of a publisher that have no grade of their own, future ones too (A–F).

    Raises:
        DecisionError: if there is no publisher's name, grade or reviewer.
    """
    _known(reliability, words.RELIABILITIES)
    if not publisher:
        raise DecisionError("Say whose documents are graded: give the publisher's name.")
    with transaction(connection):
        return _graded(connection, About(publisher=publisher), reliability, reviewer, note)


def undo_grade(
    connection: duckdb.DuckDBPyConnection, *, document_id: str = "", publisher: str = "", reviewer: str
) -> Decision:
    """Take back the last grade of a document, or of a publisher: the one before it holds again. Both stay in the log.

    Raises:
        DecisionError: if there is none, or no reviewer.
    """
    with transaction(connection):
        held = standing(grades_of(connection, document_id=document_id, publisher=publisher))
        if not held:
            raise DecisionError("There is no grade to take back.")
        about = About(document_id=document_id, publisher=publisher)
        [undone] = append(connection, [draft(about, "undo", reviewer, undoes=held[-1].decision_id)])
        derive_documents(connection)
        return undone


def grades_of(connection: duckdb.DuckDBPyConnection, *, document_id: str = "", publisher: str = "") -> list[Decision]:
    """Return the grades of a document, or of a publisher, with what was taken back, the first one first."""
    return of_action(decisions_on_sources(connection).get((document_id, publisher), []), "grade")


def _graded(
    connection: duckdb.DuckDBPyConnection, about: About, reliability: str, reviewer: str, note: str
) -> Decision:
    [grade] = append(connection, [draft(about, "grade", reviewer, changes={"reliability": reliability}, note=note)])
    derive_documents(connection)
    return grade


def _known(grade: str, known: dict[str, str]) -> None:
    if grade not in known:
        meanings = ", ".join(f"{key} ({meaning.lower()})" for key, meaning in known.items())
        raise DecisionError(f"{grade!r} is no grade; known are {meanings}.")
