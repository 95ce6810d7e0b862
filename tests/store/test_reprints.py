"""Reprints: the same text in other outlets is one source, another article about the same event is not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts import KINDS, Document, identity
from dashboard.store import Added, Article, Filters, add_document, add_documents, open_store, queries, read_directory
from dashboard.store.deriving import rebuild_facts
from dashboard.store.reprints import alike, keys, runs
from dashboard.transforms import answers, argue, events, joined_up, questions
from tests.accuracy.scoring import articles
from tests.conftest import make_fact
from tests.store.wire import ANALYSIS, PARAGRAPHS, REPORT, SAME_EVENT, printed

SAME = {
    "itself": REPORT,
    "with another headline and byline": printed("Koran Dua"),
    "cut by one paragraph": printed("Koran Dua", cut=1),
    "cut by two paragraphs": printed("Koran Dua", cut=2),
    "cut by three paragraphs": printed("Koran Dua", cut=3),
    "in capitals, on one line": printed("Koran Dua").upper().replace("\n", " "),
    "with a foreword": "Berikut laporan kantor berita tentang rapat di Seoul kemarin.\n\n" + REPORT,
    "with a word changed here and there": printed("Koran Dua").replace("tewas", "gugur").replace("kepada", "pada"),
}
OTHER = {
    "the same event in other words": SAME_EVENT,
    "an analysis that quotes the beginning": ANALYSIS,
    "the first paragraph alone": PARAGRAPHS[0],
    "nothing in common": "Harga beras di pasar induk naik lagi pekan ini. " * 30,
    "too short to tell": "Kata Lee.",
    "empty": "",
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_text_is_known_and_found(name: str) -> None:
    assert alike(runs(REPORT), runs(SAME[name]))
    assert set(enumerate(keys(runs(REPORT)))) & set(enumerate(keys(runs(SAME[name]))))


@pytest.mark.parametrize("name", OTHER)
def test_another_article_is_told_apart(name: str) -> None:
    assert not alike(runs(REPORT), runs(OTHER[name]))


def test_no_two_labelled_articles_are_alike() -> None:
    texts = [runs(article["text"]) for article in articles()]
    assert [(n, m) for n, one in enumerate(texts) for m in range(n) if alike(one, texts[m])] == []


def test_the_keys_are_the_same_on_every_machine() -> None:
    assert keys(runs(REPORT))[:2] == [-4443072001556354552, -5323593892033354947]


@given(st.text(), st.text())
def test_being_alike_has_no_order(one: str, other: str) -> None:
    assert alike(runs(one), runs(other)) == alike(runs(other), runs(one))
    assert len(keys(runs(one))) in (0, 42)


@pytest.fixture
def store(tmp_path: Path, data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(tmp_path / "t.duckdb", data) as connection:
        yield connection


def article(name: str, text: str, day: int | None, publisher: str = "") -> Article:
    """An article that says by itself that 2,000 were killed and two met, and that a service says 2,100."""
    published = date(2025, 9, day) if day else None
    document = Document(document_id=name, publisher=publisher or f"Outlet {name}", published=published, text=text)
    facts = [
        make_fact(document_id=name, value_best=2000, claimant="publisher", as_of=published),
        make_fact(document_id=name, value_best=2100, claimant="nis-kor", as_of=published),
        make_fact(
            document_id=name, kind="meeting", actor="", outcome="", participants="kim-jong-un; vladimir-putin",
            format="talks", value_best=None, claimant="publisher", date_start=date(2025, 9, 1),
            date_end=date(2025, 9, 1), date_precision="day", as_of=published,
        ),
    ]  # fmt: skip
    return Article(document, [replace(fact, fact_id=identity(replace(fact, fact_id=""))) for fact in facts])


def added(connection: duckdb.DuckDBPyConnection, new: Article) -> str:
    return add_document(connection, new.document, new.facts).reprint_of


def originals(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("SELECT document_id, reprint_of FROM documents WHERE origin = 'added'").fetchall())


def test_the_earliest_published_is_the_original_in_whatever_order_they_come(store: duckdb.DuckDBPyConnection) -> None:
    assert added(store, article("c", printed("C"), 5)) == ""
    assert added(store, article("d", printed("D", cut=2), None)) == "c"
    assert added(store, article("x", SAME_EVENT, 4)) == ""
    assert added(store, article("a", REPORT, 4)) == ""
    assert added(store, article("b", printed("B", cut=3), 4)) == "a"
    assert originals(store) == {"a": "", "b": "a", "c": "a", "d": "a", "x": ""}
    assert queries.reprints_of(store, "c").get_column("document_id").to_list() == ["a", "b", "c", "d"]
    claimants = store.execute("SELECT DISTINCT claimant FROM facts WHERE document_id IN ('a','b','c','d')").fetchall()
    assert set(claimants) == {("outlet-a",), ("nis-kor",)}
    before = store.execute("SELECT * FROM facts ORDER BY fact_id").fetchall()
    rebuild_facts(store)
    assert store.execute("SELECT * FROM facts ORDER BY fact_id").fetchall() == before


def test_the_same_words_a_month_later_are_no_reprint(store: duckdb.DuckDBPyConnection) -> None:
    added(store, article("a", REPORT, 1))
    assert added(store, article("b", printed("B"), 30)) == ""


def test_the_same_article_again_adds_nothing(store: duckdb.DuckDBPyConnection) -> None:
    added(store, article("a", REPORT, 4))
    again = add_document(store, article("a", REPORT, 4).document, article("a", REPORT, 4).facts)
    assert (again.document_is_new, again.facts) == (False, 0)
    assert store.execute("SELECT count(DISTINCT document_id), count(DISTINCT band) FROM prints").fetchall() == [(1, 42)]


def test_many_at_once_are_grouped_like_one_after_the_other(tmp_path: Path, data: Path) -> None:
    many = [article(f"p{n}", printed(f"P{n}", cut=n % 3), 4 + n % 5) for n in range(10)] + [article("x", SAME_EVENT, 4)]
    random.Random(1).shuffle(many)
    one, other = tmp_path / "one.duckdb", tmp_path / "other.duckdb"
    with open_store(one, data) as connection:
        for each in many:
            added(connection, each)
        alone = originals(connection)
    assert [each.document_is_new for each in add_documents(many, path=other, shipped=data)] == [True] * 11
    with open_store(other, data) as connection:
        together = originals(connection)
    assert sum(bool(original) for original in together.values()) == 9
    assert {name for name, original in alone.items() if not original} == {
        name for name, original in together.items() if not original
    }


def test_ten_reprints_of_one_agency_report_are_one_voice(store: duckdb.DuckDBPyConnection) -> None:
    added(store, article("agency", REPORT, 4, "Kantor"))
    for n in range(10):
        assert added(store, article(f"p{n}", printed(f"Paper {n}", cut=n % 4), 4 + n % 3)) == "agency"
    claims = queries.claims(store, Filters(claimants=("kantor",)))
    casualties = claims.filter(kind="casualty")
    assert casualties.height == 11
    kind = KINDS["casualty"]
    [question] = questions(casualties, kind).get_column("question")
    argument = argue(answers(casualties, kind, question), read_directory(store))
    assert (argument.voices, argument.claimants) == (1, 1)
    [now] = argument.current.rows(named=True)
    assert (now["prints"], now["reprints"]) == (11, 10)
    whole = queries.claims(store, Filters(kinds=("casualty",), actors=("PRK",)))
    numbers = answers(whole, kind, question)
    assert argue(numbers, read_directory(store)).voices == 2, "the agency and the intelligence service"
    [event] = events(joined_up(claims.filter(kind="meeting")), read_directory(store)).rows(named=True)
    assert (event["reports"], event["claimants"]) == (1, 1)


def test_reprints_make_no_new_statement_of_an_old_number(store: duckdb.DuckDBPyConnection) -> None:
    """An old number on a new day is a new statement where two outlets print it, but not where two print one article."""
    old = Document(document_id="old", publisher="P", published=date(2025, 4, 30), text="x")
    new = Document(document_id="new", publisher="Q", published=date(2025, 8, 1), text="y")
    add_document(store, old, [make_fact(document_id="old", value_best=600)])
    add_document(store, new, [make_fact(document_id="new", value_best=2000, as_of=date(2025, 8, 1))])
    stated = date(2025, 9, 3)
    for name, text, day in (("a", REPORT, 4), ("b", printed("B"), 5)):
        document = Document(document_id=name, publisher=f"Outlet {name}", published=date(2025, 9, day), text=text)
        add_document(store, document, [make_fact(document_id=name, value_best=600, as_of=stated)])

    def in_force() -> list[int]:
        claims = queries.claims(store, Filters(kinds=("casualty",), claimants=("nis-kor",)))
        claims = claims.filter(claims.get_column("document_id").is_in(["old", "new", "a", "b"]))
        return argue(claims, read_directory(store)).current.get_column("lower").to_list()

    assert in_force() == [2000]
    store.execute("UPDATE documents SET reprint_of = ''")
    assert in_force() == [600], "as it would be were they two articles"


def test_the_same_words_in_another_outlet_are_a_document_of_its_own(store: duckdb.DuckDBPyConnection) -> None:
    def in_paper(publisher: str, day: int = 4, text: str = REPORT, url: str = "") -> Added:
        new = article("same", text, day)
        return add_document(store, replace(new.document, publisher=publisher, url=url), new.facts)

    first, again, other = in_paper("Kantor"), in_paper("kantor"), in_paper("Koran", 28)
    assert (first.document_is_new, first.document_id, first.facts) == (True, "same", 3)
    assert (again.document_is_new, again.facts) == (False, 0)
    assert (other.document_is_new, other.facts, other.reprint_of) == (True, 3, "same")
    assert (other.original_publisher, other.document_id != "same") == ("Kantor", True)
    for known in (in_paper("Koran", 28), in_paper("KORAN", 2)):
        assert (known.document_is_new, known.reprint_of) == (False, "same")
    assert not in_paper("").document_is_new, "where it was published is not known"
    assert originals(store) == {"same": "", other.document_id: "same"}
    ids = store.execute("SELECT fact_id, document_id, claimant FROM facts WHERE origin = 'added'").fetchall()
    assert len({fact_id for fact_id, *_ in ids}) == 6
    assert {claimant for *_, claimant in ids} == {"kantor", "nis-kor"}, "the reprint says what the original says"


def test_the_same_words_at_once_and_however_short(tmp_path: Path, data: Path) -> None:
    new = article("short", "Two were killed.", 4)
    prints = [
        replace(
            new, document=replace(new.document, publisher="", url=f"https://{host}/1", published=date(2025, 9, day))
        )
        for host, day in (("www.a.example", 5), ("b.example", 3), ("a.example", 5), ("b.example", 3))
    ]
    told = list(add_documents(prints, path=tmp_path / "t.duckdb", shipped=data))
    assert [each.document_is_new for each in told] == [True, True, False, False]
    with open_store(tmp_path / "t.duckdb", data) as connection:
        assert originals(connection) == {"short": told[1].document_id, told[1].document_id: ""}
