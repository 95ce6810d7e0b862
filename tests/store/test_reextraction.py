"""Reading again with newer rules: what changes is shown first, and no decision is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard.facts import Document, Fact, identity
from dashboard.store import add_document, open_store, queries
from dashboard.store.deriving import rebuild_facts
from dashboard.store.queue import machine_said
from dashboard.store.reextraction import reextract
from dashboard.store.review import accept, add_fact, correct, reject
from tests.conftest import make_fact
from tests.store.test_review import MISSED, TEXT

ARTICLE = Document(document_id="a", publisher="P", title="Toll rises", text=TEXT)


def fact(value: int, **given: object) -> Fact:
    return make_fact(document_id="a", value_best=value, confidence=0.5, **given)


OLD = [fact(n) for n in (1, 2, 3, 4, 5)]
ONE, TWO, THREE, FOUR, FIVE = (each.fact_id for each in OLD)


@pytest.fixture
def store(tmp_path: Path, data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(tmp_path / "t.duckdb", data) as connection:
        add_document(connection, ARTICLE, OLD, extractor="rules 1")
        yield connection


def rules(facts: Sequence[Fact]) -> object:
    return lambda document: facts if document.document_id == "a" else []


def current(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, str, str]]:
    rows = connection.execute("SELECT fact_id, value_best, location, review FROM facts WHERE origin <> 'shipped'")
    return {fact_id: rest for fact_id, *rest in rows.fetchall()}  # type: ignore[misc]


NEWER = [fact(1, location="Kursk"), fact(2, location="Kursk"), fact(6), fact(8)]


def test_what_would_change_is_told_and_nothing_is_written(store: duckdb.DuckDBPyConnection) -> None:
    before = store.execute("SELECT * FROM extracted ORDER BY ALL").fetchall(), current(store)
    changes = reextract(store, rules(NEWER), apply=False)  # type: ignore[arg-type]
    told = {(each.change, each.fact_id) for each in changes}
    assert told == {
        ("changed", ONE), ("changed", TWO), ("gone", THREE), ("gone", FOUR), ("gone", FIVE),
        ("new", NEWER[2].fact_id), ("new", NEWER[3].fact_id),
    }  # fmt: skip
    [one] = [each for each in changes if each.fact_id == ONE]
    assert (one.before, one.after, one.kept) == ({"location": ""}, {"location": "Kursk"}, ())
    assert (one.document_id, one.title, one.kind) == ("a", "Toll rises", "casualty")
    assert (store.execute("SELECT * FROM extracted ORDER BY ALL").fetchall(), current(store)) == before


def test_every_decision_is_kept(store: duckdb.DuckDBPyConnection) -> None:
    correct(store, TWO, {"location": "Seoul"}, reviewer="Ann", seen="")
    accept(store, THREE, reviewer="Ann", seen="")
    reject(store, FOUR, "duplicate", reviewer="Ann", seen="")
    correct(store, FIVE, {"value_best": 8}, reviewer="Ann", seen="")
    by_hand = add_fact(store, "a", "casualty", MISSED, reviewer="Ann").fact_id
    found = [*NEWER, fact(7, outcome="wounded", measure="incident")]
    changes = reextract(store, rules(found), apply=True, extractor="rules 2")  # type: ignore[arg-type]
    assert {each.fact_id: each.kept for each in changes if each.kept} == {
        TWO: ("location",), THREE: ("fact_id",), FOUR: ("fact_id",), FIVE: ("fact_id",),
    }  # fmt: skip
    now = current(store)
    assert now == {
        ONE: [1, "Kursk", "unreviewed"],
        TWO: [2, "Seoul", "corrected"],
        THREE: [3, "", "accepted"],
        FOUR: [4, "", "rejected"],
        FIVE: [8, "", "corrected"],
        NEWER[2].fact_id: [6, "", "unreviewed"],
        by_hand: [7, "", "accepted"],
    }, "8 and 7 were told by a person before the rules found them"
    said = machine_said(store, TWO)
    assert said
    assert (said["location"], said["revision"], said["extractor"]) == ("Kursk", 2, "rules 2")
    assert store.execute("SELECT count(*) FROM extracted WHERE fact_id = ?", [TWO]).fetchall() == [(2,)]
    rebuild_facts(store)
    assert current(store) == now
    assert reextract(store, rules(found), apply=True) == [], "the second time nothing changes"  # type: ignore[arg-type]


def test_a_fact_that_is_found_no_more_goes_and_may_come_back(store: duckdb.DuckDBPyConnection) -> None:
    reextract(store, rules(OLD[:4]), apply=True)  # type: ignore[arg-type]
    assert queries.one_fact(store, FIVE) is None
    [back] = reextract(store, rules(OLD), apply=True)  # type: ignore[arg-type]
    assert (back.change, back.fact_id) == ("new", FIVE)
    assert queries.one_fact(store, FIVE)


def test_one_document_alone_can_be_read_again(store: duckdb.DuckDBPyConnection) -> None:
    add_document(store, Document(document_id="b", text="x"), [make_fact(document_id="b")])
    assert {each.document_id for each in reextract(store, lambda document: [], apply=False)} == {"a", "b"}
    assert {each.document_id for each in reextract(store, lambda document: [], apply=False, document_id="b")} == {"b"}


def test_the_id_follows_from_the_key() -> None:
    assert identity(replace(OLD[0], fact_id="")) == ONE


# Facts of which the days are read otherwise.


def dated(day: int, place: int = 0, **given: object) -> Fact:
    """A toll of one day, read from the passage of ten characters that begins at a place."""
    when = date(2025, 9, day)
    words = {"evidence": TEXT[place : place + 10], "evidence_start": place, "evidence_end": place + 10}
    told = {"date_start": when, "date_end": when, "date_precision": "day"}
    return fact(50, measure="incident", **words, **told, **given)


def days(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    rows = connection.execute("SELECT fact_id, date_start FROM facts WHERE document_id = 'a' AND value_best = 50")
    return {fact_id: day.day for fact_id, day in rows.fetchall()}


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ([dated(2)], [dated(9)], [(2, 9)]),
        ([dated(2), dated(1)], [dated(1), dated(3)], [(1, 1), (2, 3)]),
        ([dated(2, 0), dated(1, 20)], [dated(1, 0), dated(3, 20)], [(2, 1), (1, 3)]),
        ([dated(1), dated(2), dated(3)], [dated(3), dated(8)], [(3, 3), (1, 8)]),
        ([dated(1)], [dated(1), dated(8)], [(1, 1), (None, 8)]),
        ([dated(1)], [dated(1, 20)], [(1, 1)]),
        ([dated(1)], [dated(8), dated(1, 20)], [(1, 8), (None, 1)]),
        ([dated(1)], [dated(8, 20)], [(None, 8)]),
    ],
)
def test_a_fact_is_known_by_its_passage_though_its_days_are_others(
    tmp_path: Path, data: Path, before: list[Fact], after: list[Fact], kept: list[tuple[int | None, int]]
) -> None:
    """``kept`` has the days that a fact of one id had and has; ``None`` for a new id."""
    ids = {each.date_start.day: each.fact_id for each in before if each.date_start}
    with open_store(tmp_path / "t.duckdb", data) as connection:
        add_document(connection, ARTICLE, before)
        for _again in range(2):
            changes = reextract(connection, rules(after), apply=True)  # type: ignore[arg-type]
            now = days(connection)
            known = {ids[was]: has for was, has in kept if was}
            assert {each: day for each, day in now.items() if each in ids.values()} == known
            assert sorted(now.values()) == sorted(has for _was, has in kept)
        assert changes == [], "the second time nothing changes"
        reextract(connection, rules(before), apply=True)  # type: ignore[arg-type]
        assert sorted(days(connection).values()) == sorted(ids)
