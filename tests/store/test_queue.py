"""What waits for review, in which order, through which filters, and many accepted at once."""

from __future__ import annotations

import duckdb

from dashboard.facts import Document
from dashboard.store import Filters, add_document, queries
from dashboard.store.queue import Progress, documents_in_review, history, progress, review_queue
from dashboard.store.review import (
    accept_above,
    reject,
    skip,
    undo,
    undo_together,
)
from tests.conftest import make_fact

from .reviewed import TEXT, fact


def test_the_queue_goes_from_the_least_certain_or_along_the_text(store: duckdb.DuckDBPyConnection) -> None:
    assert review_queue(store).get_column("fact_id").to_list() == ["second", "first"]
    assert review_queue(store, "document").get_column("fact_id").to_list() == ["first", "second"]
    assert review_queue(store, limit=1, offset=1).get_column("fact_id").to_list() == ["first"]
    assert review_queue(store, filters=Filters(documents=("b",))).is_empty()
    assert review_queue(store, shipped=True).height == 5
    assert documents_in_review(store).select("document_id", "decided", "total").rows() == [("a", 0, 2)]


def test_filters_narrow_the_queue_its_progress_and_what_is_accepted_at_once(store: duckdb.DuckDBPyConnection) -> None:
    of_seoul = Filters(claimants=("nis-kor",), reviews=("accepted",))
    assert review_queue(store, filters=of_seoul).get_column("fact_id").to_list() == ["first"]
    assert progress(store, filters=of_seoul) == Progress(0, 1)
    assert documents_in_review(store, filters=of_seoul).get_column("total").to_list() == [1]
    assert accept_above(store, 0.0, reviewer="Ann", filters=of_seoul).facts == 1
    assert review_queue(store).get_column("fact_id").to_list() == ["second"]
    assert progress(store, filters=of_seoul) == Progress(1, 1)
    reject(store, "second", "duplicate", reviewer="Ann", seen="")
    assert progress(store) == Progress(2, 2), "what was rejected is decided, too"


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
    assert accept_above(store, 0.7, reviewer="Ann", filters=Filters(documents=("a",))).facts == 1
