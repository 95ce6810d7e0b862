"""Reviewing: what a person decides is a log; what the machine said stays; the facts that all pages read follow."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.facts import Document, Fact
from dashboard.store import Conflict, DecisionError, Filters, add_document, open_store, queries, read_directory
from dashboard.store.grading import grade_document, grade_fact, grade_publisher, undo_grade
from dashboard.store.queue import history, machine_said
from dashboard.store.review import (
    accept,
    add_fact,
    correct,
    problems_with,
    reject,
    skip,
    undo,
    undo_together,
)
from tests.conftest import make_fact

from .reviewed import ARTICLE, FIRST, MISSED, SECOND, TEXT, everything, fact


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
