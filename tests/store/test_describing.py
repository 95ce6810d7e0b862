"""Correcting what is known of a document: its facts follow, nothing that it came with is lost, and it is undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact, Value
from dashboard.facts.describing import latest_day
from dashboard.store import Conflict, DecisionError, Filters, add_document, open_store, queries
from dashboard.store.deriving import rebuild_facts
from dashboard.store.describing import Described, describe, description, undo_description
from dashboard.store.grading import grade_document, grade_publisher, undo_grade
from dashboard.store.review import accept, correct, reject
from tests.conftest import make_fact

from .reviewed import everything
from .wire import REPORT, printed

TEXT = (
    "Russia's army said on Monday that 5 Ukrainian soldiers were killed yesterday near Kharkiv.\n\n"
    "Two days ago 7 Ukrainian soldiers were killed near Sumy, the army said."
)
NEWS = Document(document_id="news", publisher="The Paper", published=date(2025, 9, 3), language="en", text=TEXT)


def found(document: Document) -> Sequence[Fact]:
    """What is found in an article: in a print, its publisher's own claim."""
    if document.document_id.startswith("p"):
        return [make_fact(document_id=document.document_id, claimant="publisher", value_best=2000)]
    return extract(document)


def said(
    connection: duckdb.DuckDBPyConnection, document_id: str = "news", reviewer: str = "Ann", **changes: Value
) -> Described:
    seen = description(connection, document_id).seen
    return describe(connection, document_id, changes, reviewer=reviewer, seen=seen, extract=found, extractor="now")


def undone(connection: duckdb.DuckDBPyConnection, document_id: str = "news", reviewer: str = "Ann") -> Described:
    seen = description(connection, document_id).seen
    return undo_description(connection, document_id, reviewer=reviewer, seen=seen, extract=found)


def facts(connection: duckdb.DuckDBPyConnection, document_id: str = "news") -> dict[str, dict[str, Any]]:
    frame = queries.claims(connection, Filters(documents=(document_id,)), rejected=True)
    return {row["fact_id"]: row for row in frame.rows(named=True)}


def column(connection: duckdb.DuckDBPyConnection, name: str, document_id: str = "news") -> Any:
    return getattr(description(connection, document_id).document, name)


@pytest.fixture
def news(store: duckdb.DuckDBPyConnection) -> tuple[str, str]:
    """An article of which the days are relative; the ids of its two facts, the later event first."""
    add_document(store, NEWS, extract(NEWS), extractor="then")
    days = {row["date_start"]: fact_id for fact_id, row in facts(store).items()}
    return days[date(2025, 9, 2)], days[date(2025, 9, 1)]


def test_a_corrected_day_moves_what_it_dates_and_every_decision_stays(
    store: duckdb.DuckDBPyConnection, news: tuple[str, str]
) -> None:
    later, earlier = news
    accept(store, later, reviewer="Bob", seen="")
    reject(store, earlier, "duplicate", reviewer="Bob", seen="")
    before = everything(store)
    # One day earlier, so that "yesterday" is the day that was "two days ago": neither takes the other's decision.
    done = said(store, published="2025-09-02")
    assert done.facts == len(done.changes) == 2
    assert {each.change for each in done.changes} == {"changed"}
    now = facts(store)
    assert {each: (row["date_start"], row["as_of"], row["review"]) for each, row in now.items()} == {
        later: (date(2025, 9, 1), date(2025, 9, 1), "accepted"),
        earlier: (date(2025, 8, 31), date(2025, 9, 2), "rejected"),
    }
    kept = everything(store)
    rebuild_facts(store)
    assert everything(store) == kept
    undone(store)
    assert everything(store) == before


def test_what_a_person_corrected_of_a_fact_stays_as_it_was_decided(
    store: duckdb.DuckDBPyConnection, news: tuple[str, str]
) -> None:
    later, _earlier = news
    days = {"date_start": "2025-08-30", "date_end": "2025-08-30"}
    correct(store, later, days, reviewer="Bob", seen="")
    changes = {each.fact_id: each for each in said(store, published="2025-09-10").changes}
    assert changes[later].kept == ("date_start", "date_end")
    assert facts(store)[later]["date_start"] == date(2025, 8, 30)
    assert facts(store)[later]["as_of"] == date(2025, 9, 8), "Monday"


def test_another_language_is_read_by_other_rules(store: duckdb.DuckDBPyConnection, news: tuple[str, str]) -> None:
    done = said(store, language="id")
    assert {each.change for each in done.changes} == {"gone"}
    assert (facts(store), done.facts) == ({}, 2)
    assert {each.change for each in undone(store).changes} == {"new"}
    assert facts(store).keys() == set(news), "they come back under their ids"


def test_a_corrected_publisher_says_what_the_article_says_by_itself(store: duckdb.DuckDBPyConnection) -> None:
    assert facts(store, "a")["second"]["claimant"] == "a-paper"
    grade_publisher(store, "Another Paper", "C", reviewer="Ann")
    done = said(store, "a", publisher="Another Paper")
    assert (done.changes, done.facts) == ((), 1), "nothing has to be read anew for that"
    now = facts(store, "a")["second"]
    assert (now["claimant"], now["source_publisher"], now["source_reliability"]) == (
        "another-paper", "Another Paper", "C",
    )  # fmt: skip
    undone(store, "a")
    assert facts(store, "a")["second"]["claimant"] == "a-paper"
    assert column(store, "reliability", "a") == "F"


def test_the_same_article_adds_nothing_after_its_publisher_was_corrected(
    store: duckdb.DuckDBPyConnection, news: tuple[str, str]
) -> None:
    said(store, publisher="Another Paper", url="https://another.example/1")
    for publisher in ("The Paper", "Another Paper", ""):
        assert not add_document(store, replace(NEWS, publisher=publisher), []).document_is_new
    assert add_document(store, replace(NEWS, publisher="A Third"), []).document_is_new


def test_what_it_came_with_is_kept_and_everything_decided_is_exported(
    store: duckdb.DuckDBPyConnection, news: tuple[str, str]
) -> None:
    describe(
        store, "news", {"title": " Toll  rises ", "published": date(2025, 9, 2)},
        reviewer="Ann", seen="", extract=extract, note="The page says so",
    )  # fmt: skip
    given = store.execute("SELECT title_given, published_given FROM documents WHERE document_id = 'news'").fetchall()
    assert given == [("", date(2025, 9, 3))]
    [row] = queries.decision_log(store, Filters(documents=("news",))).rows(named=True)
    assert (row["action"], row["document_id"], row["fact_id"], row["note"]) == (
        "describe", "news", "", "The page says so",
    )  # fmt: skip
    assert row["changes"] == '{"title": "Toll rises", "published": "2025-09-02"}'
    assert queries.all_documents(store).filter(document_id="news").item(0, "title") == "Toll rises"


def test_each_takes_back_what_is_their_own(store: duckdb.DuckDBPyConnection, news: tuple[str, str]) -> None:
    said(store, title="One", published="2025-09-02")
    said(store, title="Two", reviewer="Bob")
    grade_document(store, "news", "B", reviewer="Bob")
    undone(store)
    assert (column(store, "title"), column(store, "published"), column(store, "reliability")) == (
        "Two", date(2025, 9, 3), "B",
    )  # fmt: skip
    with pytest.raises(DecisionError, match="Ann has corrected nothing of this article"):
        undone(store)
    undo_grade(store, document_id="news", reviewer="Bob")
    assert (column(store, "title"), column(store, "reliability")) == ("Two", "F")
    undone(store, reviewer="Bob")
    assert column(store, "title") == ""
    steps = [(each.decision.action, each.undone, dict(each.after)) for each in description(store, "news").steps]
    assert steps == [
        ("describe", True, {"title": "One", "published": date(2025, 9, 2)}),
        ("describe", True, {"title": "Two"}),
        ("undo", False, {"published": date(2025, 9, 3)}),
        ("undo", False, {"title": ""}),
    ]


def test_who_comes_second_is_told_and_changes_nothing(store: duckdb.DuckDBPyConnection, news: tuple[str, str]) -> None:
    said(store, published="2025-09-02", reviewer="Bob")
    grade_document(store, "news", "B", reviewer="Bob")
    with pytest.raises(Conflict, match=r"Bob has described this \(published\) on"):
        describe(store, "news", {"title": "Mine"}, reviewer="Ann", seen="", extract=extract)
    with pytest.raises(Conflict):
        undo_description(store, "news", reviewer="Bob", seen="", extract=extract)
    assert (column(store, "title"), column(store, "published")) == ("", date(2025, 9, 2))


def test_a_decision_while_the_article_is_read_is_a_conflict(
    store: duckdb.DuckDBPyConnection, news: tuple[str, str]
) -> None:
    def slow(document: Document) -> Sequence[Fact]:
        said(store, title="Quicker", reviewer="Bob")
        return extract(document)

    before = facts(store)
    with pytest.raises(Conflict, match="Bob"):
        describe(store, "news", {"published": "2025-09-02"}, reviewer="Ann", seen="", extract=slow)
    assert [each.decision.reviewer for each in description(store, "news").steps] == ["Bob"]
    assert {each: row["date_start"] for each, row in facts(store).items()} == {
        each: row["date_start"] for each, row in before.items()
    }


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"published": "yesterday"}, "is not a day written like 2025-09-04"),
        ({"published": latest_day() + timedelta(days=1)}, "is in the future"),
        ({"published": date(1899, 12, 31)}, "is before 1900"),
        ({"language": "Indonesian"}, "is no language code of ISO 639-1"),
        ({"url": "javascript:alert(1)"}, "is no address like https://"),
        ({"url": "https://a.example/" + "x" * 2000}, "at most 2000 are kept"),
        ({"title": "x" * 501}, "has 501 characters"),
        ({"publisher": "x" * 201}, "has 201 characters"),
        ({"reprint_of": "news"}, "no reprint of itself"),
        ({"reprint_of": "elsewhere"}, "there is no document 'elsewhere' here"),
        ({"reliability": "A"}, "is nothing that can be corrected"),
        ({"titel": "A"}, "did you mean 'title'"),
        ({"publisher": " The  Paper "}, "is what is known of the article already"),
        ({}, "is what is known of the article already"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(
    store: duckdb.DuckDBPyConnection, news: tuple[str, str], changes: dict[str, Value], told: str
) -> None:
    with pytest.raises(DecisionError, match=told) as error:
        said(store, **changes)
    assert [each.column for each in error.value.problems] == ([] if "already" in told else list(changes))
    assert description(store, "news").steps == ()


def test_nobody_and_nothing_are_told(store: duckdb.DuckDBPyConnection, news: tuple[str, str]) -> None:
    with pytest.raises(DecisionError, match="reviewer's name"):
        said(store, title="x", reviewer=" ")
    with pytest.raises(DecisionError, match="There is no document 'nothing' here"):
        description(store, "nothing")
    with pytest.raises(DecisionError, match="at most 2000"):
        describe(store, "news", {"title": "x"}, reviewer="Ann", seen="", extract=extract, note="x" * 2001)


# What shipped: no text is kept, so nothing but what is known of the document changes.


def test_a_shipped_document_is_corrected_and_outlasts_a_rebuild(tmp_path: Path, data: Path) -> None:
    path, casualties = tmp_path / "t.duckdb", data / "casualties.csv"
    with open_store(path, data) as connection:
        shipped = shipped_document(connection)
        done = said(connection, shipped, published="2025-04-30", publisher="Another Paper")
        assert done.changes == ()
        described = facts(connection, shipped)
    casualties.write_text(casualties.read_text(encoding="utf-8").replace("Spring", "April"), encoding="utf-8")
    with open_store(path, data) as connection:
        now = facts(connection, shipped)
        assert now["dep-1"] == described["dep-1"]
        assert (now["dep-1"]["claimant"], now["dep-1"]["source_published"]) == ("another-paper", date(2025, 4, 30))
        kept = everything(connection)
        rebuild_facts(connection)
        assert everything(connection) == kept
        undone(connection, shipped)
        assert column(connection, "published", shipped) == date(2025, 5, 1)
        assert facts(connection, shipped)["dep-1"]["claimant"] == "the-paper"


def shipped_document(connection: duckdb.DuckDBPyConnection) -> str:
    return str(queries.claims(connection, Filters(fact_ids=("dep-1",))).item(0, "document_id"))


# Who reprints whom.


def prints(connection: duckdb.DuckDBPyConnection, *days: int) -> None:
    """Prints of one text, named after the days on which they came out: the publisher's own claim in each."""
    for day in days:
        document = Document(
            document_id=f"p{day}", publisher=f"Outlet {day}", published=date(2025, 9, day),
            text=printed(f"Outlet {day}") if day > 1 else REPORT,
        )  # fmt: skip
        add_document(connection, document, found(document))


def originals(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = connection.execute("SELECT document_id, reprint_of FROM documents WHERE document_id LIKE 'p%'").fetchall()
    return dict(rows)


def claimants(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = connection.execute("SELECT document_id, claimant FROM facts WHERE document_id LIKE 'p%'").fetchall()
    return dict(rows)


def test_a_person_says_that_it_is_no_reprint(store: duckdb.DuckDBPyConnection) -> None:
    prints(store, 1, 2)
    assert claimants(store) == {"p1": "outlet-1", "p2": "outlet-1"}
    done = said(store, "p2", reprint_of="")
    assert (originals(store), done.facts) == ({"p1": "", "p2": ""}, 1)
    assert claimants(store) == {"p1": "outlet-1", "p2": "outlet-2"}
    prints(store, 3)
    assert originals(store) == {"p1": "", "p2": "", "p3": "p1"}, "a later print changes nothing of what was decided"
    undone(store, "p2")
    assert originals(store) == {"p1": "", "p2": "p1", "p3": "p1"}


def test_a_person_says_whose_reprint_it_is_and_its_own_reprints_follow(store: duckdb.DuckDBPyConnection) -> None:
    prints(store, 1, 2)
    said(store, "p1", reprint_of="a")
    assert originals(store) == {"p1": "a", "p2": "a"}
    assert claimants(store) == {"p1": "a-paper", "p2": "a-paper"}
    said(store, "a", publisher="Renamed")
    assert claimants(store) == {"p1": "renamed", "p2": "renamed"}
    with pytest.raises(DecisionError, match="is kept as a reprint of this one"):
        said(store, "a", reprint_of="p2")
    kept = everything(store)
    rebuild_facts(store)
    assert everything(store) == kept


def test_original_and_reprint_change_places_in_two_decisions(store: duckdb.DuckDBPyConnection) -> None:
    prints(store, 1, 2, 3)
    with pytest.raises(DecisionError, match="say first that it is none"):
        said(store, "p1", reprint_of="p2")
    said(store, "p2", reprint_of="")
    said(store, "p1", reprint_of="p2")
    assert originals(store) == {"p1": "p2", "p2": "", "p3": "p2"}
    undone(store, "p2")
    assert originals(store) == {"p1": "p2", "p2": "", "p3": "p2"}, "a circle has the original that nobody decided about"


def test_a_corrected_day_makes_another_print_the_original_and_undoing_it_restores_it(
    store: duckdb.DuckDBPyConnection,
) -> None:
    prints(store, 2, 3)
    said(store, "p3", published="2025-09-01")
    assert originals(store) == {"p2": "p3", "p3": ""}
    assert claimants(store) == {"p2": "outlet-3", "p3": "outlet-3"}
    undone(store, "p3")
    assert originals(store) == {"p2": "", "p3": "p2"}


def test_prints_that_a_wrong_day_kept_apart_find_each_other_and_part_again(store: duckdb.DuckDBPyConnection) -> None:
    prints(store, 2, 3, 25)
    assert originals(store) == {"p2": "", "p3": "p2", "p25": ""}
    said(store, "p25", published="2025-09-05")
    assert originals(store) == {"p2": "", "p3": "p2", "p25": "p2"}
    undone(store, "p25")
    assert originals(store) == {"p2": "", "p3": "p2", "p25": ""}
