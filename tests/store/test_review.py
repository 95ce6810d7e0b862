"""Reviewing: what a person decides is a log; what the machine said stays; the facts that all pages read follow."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.facts import Document, Fact, words
from dashboard.store import Conflict, DecisionError, Filters, add_document, open_store, queries, read_directory
from dashboard.store.deriving import rebuild_facts
from dashboard.store.grading import grade_document, grade_fact, grade_publisher, grades_of, undo_grade
from dashboard.store.queue import documents_in_review, history, machine_said, progress, review_queue
from dashboard.store.review import (
    accept,
    accept_above,
    add_fact,
    correct,
    problems_with,
    reject,
    skip,
    undo,
    undo_together,
)
from tests.conftest import make_fact, small_data

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


@pytest.fixture
def store(tmp_path: Path, data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(tmp_path / "t.duckdb", data) as connection:
        add_document(connection, ARTICLE, [FIRST, SECOND], extractor="rules 1")
        yield connection


def fact(connection: duckdb.DuckDBPyConnection, fact_id: str) -> dict[str, Any]:
    found = queries.one_fact(connection, fact_id)
    assert found
    return found


def everything(connection: duckdb.DuckDBPyConnection) -> tuple[list[Any], list[Any], list[Any]]:
    """What follows from the logs."""
    return (
        connection.execute("SELECT * FROM facts ORDER BY fact_id").fetchall(),
        connection.execute("SELECT * FROM fact_actors ORDER BY ALL").fetchall(),
        connection.execute("SELECT document_id, reliability FROM documents ORDER BY ALL").fetchall(),
    )


def test_accepting_leaves_all_but_the_review_as_it_was(store: duckdb.DuckDBPyConnection) -> None:
    before = fact(store, "first")
    taken = accept(store, "first", reviewer="Ann", seen="")
    assert fact(store, "first") == before | {"review": "accepted", "last_decision": taken.decision_id}
    assert (taken.reviewer, taken.action, taken.sequence, taken.document_id) == ("Ann", "accept", 1, "a")


def test_a_correction_leaves_the_id_and_what_the_machine_said(store: duckdb.DuckDBPyConnection) -> None:
    said = machine_said(store, "first")
    correct(
        store, "first", {"value_best": "700", "claimant": "kim-jong-un", "as_of": date(2025, 9, 1)}, reviewer="Ann",
        seen="",
    )  # fmt: skip
    now = fact(store, "first")
    assert (now["value_best"], now["claimant"], now["as_of"], now["review"]) == (
        700, "kim-jong-un", date(2025, 9, 1), "corrected",
    )  # fmt: skip
    assert machine_said(store, "first") == said
    assert said
    assert (said["value_best"], said["extractor"]) == (600, "rules 1")
    assert accept(store, "first", reviewer="Bob", seen=now["last_decision"])
    assert fact(store, "first")["review"] == "corrected", "accepting a correction leaves it one"


def test_filters_by_actor_follow_a_correction(store: duckdb.DuckDBPyConnection) -> None:
    correct(store, "first", {"claimant": "vladimir-putin"}, reviewer="Ann", seen="")
    by_putin = queries.claims(store, Filters(actors=("vladimir-putin",))).get_column("fact_id").to_list()
    by_seoul = queries.claims(store, Filters(actors=("nis-kor",))).get_column("fact_id").to_list()
    assert "first" in by_putin
    assert "first" not in by_seoul


def test_a_rejected_fact_counts_nowhere_and_is_found_where_it_is_looked_for(store: duckdb.DuckDBPyConnection) -> None:
    before = queries.total(store)
    reject(store, "first", "wrong_number", reviewer="Ann", seen="", note="a typo")
    assert queries.total(store) == before - 1
    assert "first" not in queries.claims(store, Filters()).get_column("fact_id")
    assert queries.claims(store, Filters(reviews=("rejected",))).is_empty()
    shown = queries.claims(store, Filters(reviews=("rejected",)), rejected=True)
    assert shown.get_column("fact_id").to_list() == ["first"]
    assert fact(store, "first")["review"] == "rejected"


def test_undoing_takes_back_the_own_last_decision_and_deletes_nothing(store: duckdb.DuckDBPyConnection) -> None:
    before = fact(store, "first")
    one = correct(store, "first", {"value_best": 700}, reviewer="Ann", seen="")
    two = reject(store, "first", "duplicate", reviewer="Ann", seen=one.decision_id)
    three = undo(store, "first", reviewer="Ann", seen=two.decision_id)
    assert three.undoes == two.decision_id
    assert (fact(store, "first")["review"], fact(store, "first")["value_best"]) == ("corrected", 700)
    four = undo(store, "first", reviewer="Ann", seen=three.decision_id)
    assert fact(store, "first") == before | {"last_decision": four.decision_id}
    assert [step.decision.action for step in history(store, "first")] == ["correct", "reject", "undo", "undo"]
    with pytest.raises(DecisionError, match="Ann has decided nothing about this fact that could be undone"):
        undo(store, "first", reviewer="Ann", seen=four.decision_id)


def test_nobody_undoes_what_somebody_else_decided(store: duckdb.DuckDBPyConnection) -> None:
    taken = accept(store, "first", reviewer="Ann", seen="")
    with pytest.raises(DecisionError, match="Bob has decided nothing"):
        undo(store, "first", reviewer="Bob", seen=taken.decision_id)


def test_the_history_tells_every_step_with_its_values(store: duckdb.DuckDBPyConnection) -> None:
    one = correct(store, "first", {"value_best": 700}, reviewer="Ann", seen="", note="see paragraph 2")
    undo(store, "first", reviewer="Ann", seen=one.decision_id)
    first, second = history(store, "first")
    assert first.undone
    assert (first.before, first.after) == (
        {"value_best": 600, "review": "unreviewed"}, {"value_best": 700, "review": "corrected"},
    )  # fmt: skip
    assert (second.before, second.after) == (first.after, first.before)
    assert first.decision.note == "see paragraph 2"
    assert not second.undone


# What is refused, and what a person is told.
REFUSED: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "no number": ({"value_best": "7oo"}, ("value_best: '7oo' is not a number without separators",)),
    "separators": ({"value_best": "13.000"}, ("value_best: '13.000' is not a number without separators",)),
    "unknown word": ({"outcome": "kiled"}, ("outcome: 'kiled' is not one of killed", "did you mean 'killed'")),
    "a bound with the wrong word": ({"value_low": 5}, ("qualifier: 'exact' goes with value_best",)),
    "no day": ({"as_of": "4.9.2025"}, ("as_of: '4.9.2025' is not a day written like 2025-09-04",)),
    "end before start": ({"date_start": "2025-09-04", "date_end": "2025-09-01", "date_precision": "day"},
                         ("date_end: 2025-09-01 is before date_start",)),
    "no country": ({"country": "North Korea"}, ("country: 'North Korea' is not an ISO 3166-1 alpha-3 code",)),
    "unknown actor": ({"claimant": "nis-ko"}, ("claimant: no actor 'nis-ko' in the list", "did you mean 'nis-kor'")),
    "what must be given": ({"claimant": None}, ("claimant: is empty but must be given",)),
    "no such column": ({"value": 5}, ("value: is no column of this kind of fact",)),
    "a column of another kind": ({"participants": "a; b"}, ("participants: is no column of this kind of fact",)),
    "the id": ({"fact_id": "x"}, ("fact_id: stays what it is",)),
    "the kind": ({"kind": "meeting"}, ("kind: stays what it is; reject the fact and add one of the other kind",)),
    "the confidence": ({"confidence": 1.0}, ("confidence: is the extractor's own",)),
    "evidence outside the text": ({"evidence_start": 3, "evidence_end": 9999}, ("evidence_end: 3 to 9999 is no",)),
    "two at once": ({"value_best": "x", "country": "x"}, ("value_best: 'x'", "country: 'x'")),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_correction_is_told_in_a_sentence_and_changes_nothing(
    store: duckdb.DuckDBPyConnection, name: str
) -> None:
    changes, told = REFUSED[name]
    before = everything(store)
    problems = problems_with(store, "first", changes)
    with pytest.raises(DecisionError) as raised:
        correct(store, "first", changes, reviewer="Ann", seen="")
    assert list(raised.value.problems) == problems
    assert all(part in str(raised.value) for part in told)
    assert everything(store) == before
    assert store.execute("SELECT count(*) FROM decisions").fetchall() == [(0,)]


def test_what_was_wrong_before_hinders_no_other_correction(store: duckdb.DuckDBPyConnection) -> None:
    other = Document(document_id="b", publisher="B", text="They met.")
    without_format = Fact(
        fact_id="met", kind="meeting", participants="kim-jong-un; vladimir-putin", status="occurred",
        assertion="states", claimant="publisher", document_id="b",
    )  # fmt: skip
    add_document(store, other, [without_format])
    correct(store, "met", {"location": "Beijing"}, reviewer="Ann", seen="")
    assert fact(store, "met")["location"] == "Beijing"
    seen = fact(store, "met")["last_decision"]
    with pytest.raises(DecisionError, match="participants: names at least two actors") as raised:
        correct(store, "met", {"participants": "kim-jong-un"}, reviewer="Ann", seen=seen)
    assert [each.column for each in raised.value.problems] == ["participants"]


def test_an_actor_that_no_list_has_is_created_with_its_name(store: duckdb.DuckDBPyConnection) -> None:
    correct(
        store, "first", {"claimant": "jane-doe"}, reviewer="Ann", seen="",
        new_actors={"jane-doe": "Jane Q. Doe", "unused": "Nobody"},
    )  # fmt: skip
    directory = read_directory(store)
    assert directory.name("jane-doe") == "Jane Q. Doe"
    assert directory.find("Nobody") is None


def test_emptying_a_column_is_told_as_none_or_as_an_empty_text(store: duckdb.DuckDBPyConnection) -> None:
    one = correct(store, "first", {"as_of": None, "measure": "incident"}, reviewer="Ann", seen="")
    assert fact(store, "first")["as_of"] is None
    two = correct(store, "first", {"as_of": "2025-09-01"}, reviewer="Ann", seen=one.decision_id)
    three = correct(store, "first", {"as_of": ""}, reviewer="Ann", seen=two.decision_id)
    assert fact(store, "first")["as_of"] is None
    same = correct(store, "first", {"as_of": None, "value_best": "600"}, reviewer="Ann", seen=three.decision_id)
    assert same.action == "accept", "changes that change nothing accept"


def test_the_evidence_follows_the_marked_words(store: duckdb.DuckDBPyConnection) -> None:
    correct(store, "first", {"evidence_start": 0, "evidence_end": 12}, reviewer="Ann", seen="")
    assert fact(store, "first")["evidence"] == TEXT[:12]


def test_a_missed_fact_is_added_by_marking_words(store: duckdb.DuckDBPyConnection) -> None:
    added = add_fact(store, "a", "casualty", MISSED, reviewer="Ann")
    found = fact(store, added.fact_id)
    assert (found["origin"], found["confidence"], found["review"]) == ("person", None, "accepted")
    assert (found["claimant"], found["as_of"], found["evidence"]) == ("a-paper", date(2025, 9, 4), TEXT[28:66])
    assert machine_said(store, added.fact_id) is None
    with pytest.raises(DecisionError, match=r"there already \(.*accepted\)"):
        add_fact(store, "a", "casualty", MISSED, reviewer="Bob")
    back = undo(store, added.fact_id, reviewer="Ann", seen=added.decision_id)
    assert queries.one_fact(store, added.fact_id) is None
    again = add_fact(store, "a", "casualty", MISSED, reviewer="Bob")
    assert (again.fact_id, again.sequence) == (added.fact_id, back.sequence + 1)


def test_an_added_fact_that_others_decided_about_is_not_undone(store: duckdb.DuckDBPyConnection) -> None:
    added = add_fact(store, "a", "casualty", MISSED, reviewer="Ann")
    taken = accept(store, added.fact_id, reviewer="Bob", seen=added.decision_id)
    with pytest.raises(DecisionError, match="reject it instead"):
        undo(store, added.fact_id, reviewer="Ann", seen=taken.decision_id)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (MISSED | {"outcome": ""}, "outcome: is empty but must be given"),
        (MISSED | {"evidence_start": None, "evidence_end": None}, "evidence_start"),
        (MISSED | {"evidence_end": 500}, "28 to 500 is no passage"),
        ({name: MISSED[name] for name in MISSED if not name.startswith("evidence")}, "mark the words"),
        (MISSED | {"claimant": "nobody-known"}, "claimant: no actor 'nobody-known'"),
    ],
)
def test_a_wrong_added_fact_is_told(store: duckdb.DuckDBPyConnection, values: dict[str, Any], told: str) -> None:
    before = everything(store)
    with pytest.raises(DecisionError, match=told):
        add_fact(store, "a", "casualty", values, reviewer="Ann")
    assert everything(store) == before


def test_a_fact_like_one_that_was_corrected_into_another_gets_an_id_of_its_own(
    store: duckdb.DuckDBPyConnection,
) -> None:
    machine = make_fact(document_id="b", claimant="nis-kor")
    add_document(store, Document(document_id="b", text=TEXT), [machine])
    correct(store, machine.fact_id, {"value_best": 700}, reviewer="Ann", seen="")
    same_key = MISSED | {"outcome": "killed", "value_best": 600, "measure": "cumulative", "claimant": "KOR"}
    added = add_fact(store, "b", "casualty", same_key, reviewer="Ann")
    assert added.fact_id != machine.fact_id
    assert fact(store, machine.fact_id)["value_best"] == 700
    assert fact(store, added.fact_id)["value_best"] == 600
    with pytest.raises(DecisionError, match="there already"):
        add_fact(store, "b", "casualty", same_key | {"value_best": 700}, reviewer="Ann")


MISTAKES: dict[str, Any] = {
    "no reviewer": (lambda c: accept(c, "first", reviewer=" ", seen=""), "give the reviewer's name"),
    "no such fact": (lambda c: accept(c, "nope", reviewer="Ann", seen=""), "no fact 'nope'"),
    "no such reason": (lambda c: reject(c, "first", "bad", reviewer="Ann", seen=""), "known are wrong_number"),
    "another reason unsaid": (lambda c: reject(c, "first", "other", reviewer="Ann", seen=""), "Say in a few words"),
    "no such kind": (lambda c: add_fact(c, "a", "strike", {}, reviewer="Ann"), "unknown kind 'strike'"),
    "no such document": (lambda c: add_fact(c, "z", "casualty", {}, reviewer="Ann"), "no document 'z'"),
    "no such grade": (lambda c: grade_fact(c, "first", "A", reviewer="Ann", seen=""), "'A' is no grade"),
    "no such reliability": (lambda c: grade_document(c, "a", "1", reviewer="Ann"), "known are A"),
    "no such document to grade": (lambda c: grade_document(c, "z", "A", reviewer="Ann"), "no document 'z'"),
    "no publisher": (lambda c: grade_publisher(c, "", "A", reviewer="Ann"), "publisher's name"),
    "no grade to take back": (lambda c: undo_grade(c, document_id="a", reviewer="Ann"), "no grade to take back"),
    "nothing at once": (lambda c: undo_together(c, "nothing", reviewer="Ann"), "nothing to undo"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_and_logs_nothing(store: duckdb.DuckDBPyConnection, name: str) -> None:
    make, told = MISTAKES[name]
    with pytest.raises(DecisionError, match=told):
        make(store)
    assert store.execute("SELECT count(*) FROM decisions").fetchall() == [(0,)]


# Two reviewers at once.


def test_who_decides_second_is_told_who_decided_what(store: duckdb.DuckDBPyConnection) -> None:
    seen = fact(store, "first")["last_decision"]
    correct(store, "first", {"value_best": 700}, reviewer="Ann", seen=seen)
    with pytest.raises(Conflict, match=r"Ann has corrected this \(value_best.*UTC, after you opened it") as raised:
        reject(store, "first", "wrong_number", reviewer="Bob", seen=seen)
    assert [each.reviewer for each in raised.value.newer] == ["Ann"]
    assert fact(store, "first")["value_best"] == 700
    reject(store, "first", "wrong_number", reviewer="Bob", seen=raised.value.newer[-1].decision_id)
    assert fact(store, "first")["review"] == "rejected"


def test_skipping_is_no_decision_that_others_must_see(store: duckdb.DuckDBPyConnection) -> None:
    skip(store, "first", reviewer="Ann")
    assert accept(store, "first", reviewer="Bob", seen="").sequence == 2


def test_of_many_at_the_same_moment_one_decides_and_nothing_is_lost(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    with open_store(path, data) as connection:
        add_document(connection, ARTICLE, [FIRST, SECOND])
    told: list[str] = []
    ready = threading.Barrier(6)

    def decide(name: str) -> None:
        with open_store(path, data) as connection:
            ready.wait()
            try:
                accept(connection, "first", reviewer=name, seen="")
                told.append("accepted")
            except Conflict:
                told.append("conflict")

    threads = [threading.Thread(target=decide, args=(f"Reviewer {n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["accepted", *["conflict"] * 5]
    with open_store(path, data) as connection:
        assert len(history(connection, "first")) == 1


# The queue.


def test_the_queue_goes_from_the_least_certain_or_along_the_text(store: duckdb.DuckDBPyConnection) -> None:
    assert review_queue(store).get_column("fact_id").to_list() == ["second", "first"]
    assert review_queue(store, "document").get_column("fact_id").to_list() == ["first", "second"]
    assert review_queue(store, limit=1, offset=1).get_column("fact_id").to_list() == ["first"]
    assert review_queue(store, document_id="b").is_empty()
    assert review_queue(store, shipped=True).height == 5
    assert documents_in_review(store).select("document_id", "decided", "total").rows() == [("a", 0, 2)]


def test_what_is_skipped_comes_last_and_what_is_decided_no_more(store: duckdb.DuckDBPyConnection) -> None:
    skip(store, "second", reviewer="Ann")
    assert review_queue(store).get_column("fact_id").to_list() == ["first", "second"]
    reject(store, "first", "not_a_fact", reviewer="Ann", seen="")
    assert review_queue(store).get_column("fact_id").to_list() == ["second"]
    done = progress(store)
    assert (done.decided, done.total) == (1, 2)
    assert progress(store, shipped=True).total == 5
    undo(store, "second", reviewer="Ann", seen="")
    assert review_queue(store).get_column("skips").to_list() == [0]


def test_many_are_accepted_at_once_and_taken_back_at_once(store: duckdb.DuckDBPyConnection) -> None:
    more = [make_fact(fact_id=f"m{n}", document_id="b", confidence=n / 10) for n in range(10)]
    add_document(store, Document(document_id="b", text=TEXT), more)
    reject(store, "m9", "duplicate", reviewer="Bob", seen="")
    taken = accept_above(store, 0.7, reviewer="Ann")
    assert taken.facts == 3
    accepted = {"first", "m7", "m8"}
    found = queries.claims(store, Filters(reviews=("accepted",)))
    assert set(found.get_column("fact_id")) == accepted
    assert {history(store, each)[0].decision.batch for each in accepted} == {taken.batch}
    later = reject(store, "m7", "duplicate", reviewer="Bob", seen=fact(store, "m7")["last_decision"])
    assert undo_together(store, taken.batch, reviewer="Ann").facts == 2
    assert fact(store, "m7")["last_decision"] == later.decision_id
    assert fact(store, "m8")["review"] == "unreviewed"
    assert accept_above(store, 0.7, reviewer="Ann", document_id="a").facts == 1


# Grades.


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
    return folder


FACT_IDS = st.sampled_from(["first", "second", "cas-1", "met-1"])
REVIEWERS = st.sampled_from(["Ann", "Bob"])
CHANGES: dict[str, Any] = {
    "claimant": st.sampled_from(["KOR", "vladimir-putin", "publisher"]),
    "location": st.sampled_from(["", "Beijing", "Seoul"]),
    "as_of": st.sampled_from([None, date(2025, 9, 1)]),
}
DECIDE = st.one_of(
    st.tuples(st.just("accept"), FACT_IDS, REVIEWERS, st.none()),
    st.tuples(st.just("correct"), FACT_IDS, REVIEWERS, st.fixed_dictionaries({}, optional=CHANGES)),
    st.tuples(st.just("reject"), FACT_IDS, REVIEWERS, st.sampled_from(["duplicate", "wrong_actor"])),
    st.tuples(st.just("skip"), FACT_IDS, REVIEWERS, st.none()),
    st.tuples(st.just("undo"), FACT_IDS, REVIEWERS, st.none()),
    st.tuples(st.just("grade"), FACT_IDS, REVIEWERS, st.sampled_from(list(words.CREDIBILITIES))),
    st.tuples(st.just("source"), FACT_IDS, REVIEWERS, st.sampled_from(list(words.RELIABILITIES))),
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
            case "add":
                add_fact(connection, "a", "casualty", MISSED | {"value_best": value}, **who)
            case "bulk":
                taken = accept_above(connection, value, **who)
                if fact_id == "first" and taken.facts:
                    undo_together(connection, taken.batch, **who)
    except DecisionError:
        pass


@settings(max_examples=20, deadline=None)
@given(st.lists(DECIDE, min_size=1, max_size=12))
def test_facts_are_what_the_logs_say_whatever_is_decided(
    template: Path, decisions: list[tuple[str, str, str, Any]]
) -> None:
    path = template / "copy.duckdb"
    shutil.copy(template / "t.duckdb", path)
    with open_store(path, template / "data") as connection:
        said = connection.execute("SELECT * FROM extracted ORDER BY fact_id").fetchall()
        logged: set[Any] = set()
        for decision in decisions:
            take(connection, *decision)
            now = set(connection.execute("SELECT * FROM decisions").fetchall())
            assert logged <= now, "the log only grows"
            logged = now
        kept = everything(connection)
        rebuild_facts(connection)
        assert everything(connection) == kept
        assert connection.execute("SELECT * FROM extracted ORDER BY fact_id").fetchall() == said
        [(rows, numbers, ids)] = connection.execute(
            "SELECT count(*), count(DISTINCT (fact_id, if(fact_id = '', document_id, ''), publisher, sequence)), "
            "count(DISTINCT decision_id) FROM decisions"
        ).fetchall()
        assert rows == numbers == ids
