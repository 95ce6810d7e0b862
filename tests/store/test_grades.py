"""Grades of publishers, documents and facts."""

from __future__ import annotations

import duckdb
import pytest

from dashboard.facts import Document
from dashboard.store import Conflict, Filters, add_document, queries
from dashboard.store.grading import grade_document, grade_fact, grade_publisher, grades_of, undo_grade
from dashboard.store.review import (
    undo,
)

from .reviewed import fact


def test_a_facts_grade_is_a_decision_and_leaves_its_review(store: duckdb.DuckDBPyConnection) -> None:
    taken = grade_fact(store, "first", "2", reviewer="Ann", seen="")
    assert (fact(store, "first")["credibility"], fact(store, "first")["review"]) == ("2", "unreviewed")
    with pytest.raises(Conflict, match="Ann has graded this"):
        grade_fact(store, "first", "3", reviewer="Bob", seen="")
    undo(store, "first", reviewer="Ann", seen=taken.decision_id)
    assert fact(store, "first")["credibility"] == "6"


def test_a_documents_grade_goes_before_its_publishers_and_both_are_taken_back(
    store: duckdb.DuckDBPyConnection,
) -> None:
    grade_publisher(store, "A Paper", "C", reviewer="Ann")
    add_document(store, Document(document_id="later", publisher="A Paper", text="x"), [])
    add_document(store, Document(document_id="other", publisher="Another", text="y"), [])
    grades = dict(store.execute("SELECT document_id, reliability FROM documents WHERE origin = 'added'").fetchall())
    assert grades == {"a": "C", "later": "C", "other": "F"}
    grade_document(store, "a", "B", reviewer="Bob")
    grade_publisher(store, "A Paper", "D", reviewer="Ann")
    assert fact(store, "first")["reliability"] == "B"
    undo_grade(store, document_id="a", reviewer="Bob")
    assert fact(store, "first")["reliability"] == "D"
    undo_grade(store, publisher="A Paper", reviewer="Ann")
    assert fact(store, "first")["reliability"] == "C"
    undo_grade(store, publisher="A Paper", reviewer="Ann")
    assert fact(store, "first")["reliability"] == "F"
    assert [each.action for each in grades_of(store, publisher="A Paper")] == ["grade", "grade", "undo", "undo"]


def test_grades_filter_the_facts(store: duckdb.DuckDBPyConnection) -> None:
    grade_document(store, "a", "B", reviewer="Ann")
    grade_fact(store, "first", "2", reviewer="Ann", seen="")

    def ids(**filters: str) -> set[str]:
        return set(queries.claims(store, Filters(**filters)).get_column("fact_id"))  # type: ignore[arg-type]

    assert ids(reliability="B") == ids(reliability="E") == {"first", "second"}
    assert ids(reliability="A") == set()
    assert ids(credibility="3") == {"first"}
    assert ids(credibility="1") == set()
    assert ids(credibility="6", reliability="F") == ids()
