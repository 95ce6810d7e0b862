"""The log of decisions: it outlasts what ships, only grows, and the facts follow from it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.facts import Document, words
from dashboard.store import DecisionError, Filters, add_document, open_store, queries
from dashboard.store.deriving import rebuild_facts
from dashboard.store.describing import describe, description, undo_description
from dashboard.store.grading import grade_document, grade_fact, grade_publisher
from dashboard.store.queue import history
from dashboard.store.review import (
    accept,
    accept_above,
    add_fact,
    correct,
    reject,
    skip,
    undo,
    undo_together,
)
from tests.conftest import make_fact, small_data

from .reviewed import ARTICLE, FIRST, MISSED, SECOND, everything, fact

# What was decided about what ships.


def test_decisions_about_shipped_facts_outlast_a_rebuild(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    with open_store(path, data) as connection:
        correct(connection, "cas-1", {"value_best": 650}, reviewer="Ann", seen="")
        reject(connection, "dep-1", "duplicate", reviewer="Ann", seen="")
        grade_publisher(connection, "The Paper", "B", reviewer="Ann")
    meetings = data / "meetings.csv"
    meetings.write_text(meetings.read_text(encoding="utf-8").replace("met-1", "met-2"), encoding="utf-8")
    casualties = data / "casualties.csv"
    casualties.write_text(casualties.read_text(encoding="utf-8").replace("Spring", "April"), encoding="utf-8")
    with open_store(path, data) as connection:
        now = fact(connection, "cas-1")
        assert (now["value_best"], now["review"], now["reliability"]) == (650, "corrected", "B")
        assert now["summary"] == "April estimate", "what was not corrected is as it ships now"
        assert fact(connection, "dep-1")["review"] == "rejected"
        assert queries.one_fact(connection, "met-1") is None
        assert queries.one_fact(connection, "met-2")
        before = everything(connection)
        rebuild_facts(connection)
        assert everything(connection) == before


def test_a_decision_waits_for_a_shipped_row_that_comes_back(tmp_path: Path, data: Path) -> None:
    path, casualties = tmp_path / "t.duckdb", data / "casualties.csv"
    content = casualties.read_text(encoding="utf-8")
    with open_store(path, data) as connection:
        reject(connection, "cas-1", "duplicate", reviewer="Ann", seen="")
    casualties.write_text(content.splitlines()[0] + "\n", encoding="utf-8")
    with open_store(path, data) as connection:
        assert queries.one_fact(connection, "cas-1") is None
        assert queries.decision_log(connection).height == 1
    casualties.write_text(content, encoding="utf-8")
    with open_store(path, data) as connection:
        assert fact(connection, "cas-1")["review"] == "rejected"


def test_what_is_left_out_when_adding_is_kept_as_rejected(store: duckdb.DuckDBPyConnection) -> None:
    kept, left = (make_fact(fact_id=name, document_id="c") for name in ("kept", "left"))
    article = Document(document_id="c", publisher="C", text="x")
    added = add_document(store, article, [kept], left_out=[left], reviewer="Ann")
    assert added.facts == 1
    assert fact(store, "left")["review"] == "rejected"
    assert history(store, "left")[0].decision.reason == "left_out"
    with pytest.raises(DecisionError, match="reviewer's name"):
        add_document(store, Document(document_id="d", text="z"), [], left_out=[make_fact(document_id="d")])
    assert store.execute("SELECT count(*) FROM documents WHERE document_id = 'd'").fetchall() == [(0,)]


# The log and what follows from it.


def test_the_log_is_a_table_to_export(store: duckdb.DuckDBPyConnection) -> None:
    accept(store, "first", reviewer="Ann", seen="")
    reject(store, "second", "other", reviewer="Bob", seen="", note="=cmd")
    grade_publisher(store, "A Paper", "C", reviewer="Ann")
    grade_publisher(store, "The Paper", "C", reviewer="Ann")
    log = queries.decision_log(store)
    assert log.get_column("action").to_list() == ["grade", "grade", "reject", "accept"]
    of_first = queries.decision_log(store, Filters(fact_ids=("first",)))
    assert of_first.select("action", "publisher").rows() == [("grade", "A Paper"), ("accept", "")]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the others here start with, to be copied."""
    folder = tmp_path_factory.mktemp("template")
    with open_store(folder / "t.duckdb", small_data(folder / "data")) as connection:
        add_document(connection, ARTICLE, [FIRST, SECOND])
        add_document(connection, replace(ARTICLE, document_id="b", publisher="B"), [])
    return folder


FACT_IDS = st.sampled_from(["first", "second", "cas-1", "met-1"])
REVIEWERS = st.sampled_from(["Ann", "Bob"])
CHANGES: dict[str, Any] = {
    "claimant": st.sampled_from(["KOR", "vladimir-putin", "publisher"]),
    "location": st.sampled_from(["", "Beijing", "Seoul"]),
    "as_of": st.sampled_from([None, date(2025, 9, 1)]),
}
DESCRIBED: dict[str, Any] = {
    "published": st.sampled_from([None, date(2025, 9, 1)]),
    "publisher": st.sampled_from(["", "The Paper", "Another"]),
    "reprint_of": st.sampled_from(["", "a", "b"]),
}
DECIDE = st.one_of(
    st.tuples(st.just("accept"), FACT_IDS, REVIEWERS, st.none()),
    st.tuples(st.just("correct"), FACT_IDS, REVIEWERS, st.fixed_dictionaries({}, optional=CHANGES)),
    st.tuples(st.just("reject"), FACT_IDS, REVIEWERS, st.sampled_from(["duplicate", "wrong_actor"])),
    st.tuples(st.just("skip"), FACT_IDS, REVIEWERS, st.none()),
    st.tuples(st.just("undo"), FACT_IDS, REVIEWERS, st.none()),
    st.tuples(st.just("grade"), FACT_IDS, REVIEWERS, st.sampled_from(list(words.CREDIBILITIES))),
    st.tuples(st.just("source"), FACT_IDS, REVIEWERS, st.sampled_from(list(words.RELIABILITIES))),
    st.tuples(st.just("describe"), FACT_IDS, REVIEWERS, st.fixed_dictionaries({}, optional=DESCRIBED)),
    st.tuples(st.just("add"), FACT_IDS, REVIEWERS, st.integers(1, 3)),
    st.tuples(st.just("bulk"), FACT_IDS, REVIEWERS, st.sampled_from([0.3, 0.8])),
)


def take(connection: duckdb.DuckDBPyConnection, action: str, fact_id: str, reviewer: str, value: Any) -> None:
    found = queries.one_fact(connection, fact_id)
    seen = found["last_decision"] if found else ""
    who = {"reviewer": reviewer}
    try:
        match action:
            case "accept":
                accept(connection, fact_id, **who, seen=seen)
            case "correct":
                correct(connection, fact_id, value, **who, seen=seen)
            case "reject":
                reject(connection, fact_id, value, **who, seen=seen)
            case "skip":
                skip(connection, fact_id, **who)
            case "undo":
                undo(connection, fact_id, **who, seen=seen)
            case "grade":
                grade_fact(connection, fact_id, value, **who, seen=seen)
            case "source":
                grade_publisher(connection, "A Paper" if fact_id == "first" else "The Paper", value, **who)
                if fact_id == "second":
                    grade_document(connection, "a", value, **who)
            case "describe":
                about = "a" if fact_id == "first" else "b"
                last = {**who, "seen": description(connection, about).seen}
                if value:
                    describe(connection, about, value, **last, extract=lambda document: [FIRST])
                else:
                    undo_description(connection, about, **last, extract=lambda document: [FIRST])
            case "add":
                add_fact(connection, "a", "casualty", MISSED | {"value_best": value}, **who)
            case "bulk":
                taken = accept_above(connection, value, **who)
                if fact_id == "first" and taken.facts:
                    undo_together(connection, taken.batch, **who)
    except DecisionError:
        pass


@settings(max_examples=20)
@given(st.lists(DECIDE, min_size=1, max_size=12))
def test_facts_are_what_the_logs_say_whatever_is_decided(
    template: Path, decisions: list[tuple[str, str, str, Any]]
) -> None:
    path = template / "copy.duckdb"
    shutil.copy(template / "t.duckdb", path)
    with open_store(path, template / "data") as connection:
        said = set(connection.execute("SELECT * FROM extracted").fetchall())
        logged: set[Any] = set()
        for decision in decisions:
            take(connection, *decision)
            now = set(connection.execute("SELECT * FROM decisions").fetchall())
            assert logged <= now, "the log only grows"
            logged = now
        kept = everything(connection)
        rebuild_facts(connection)
        assert everything(connection) == kept
        assert said <= set(connection.execute("SELECT * FROM extracted").fetchall()), "what was said stays said"
        [(rows, numbers, ids)] = connection.execute(
            "SELECT count(*), count(DISTINCT (fact_id, if(fact_id = '', document_id, ''), publisher, sequence)), "
            "count(DISTINCT decision_id) FROM decisions"
        ).fetchall()
        assert rows == numbers == ids
