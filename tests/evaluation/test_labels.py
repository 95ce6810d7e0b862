"""Labelled articles: what is written is what is read, and a person's corrections become cases."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard.evaluation import extractor_version, label_of, read_labels, scored, tables, told, write_labels
from dashboard.evaluation.labels import document_of
from dashboard.facts import Document, Fact
from dashboard.store import add_document, open_store
from dashboard.store.queue import reviewed_documents
from dashboard.store.review import accept, correct, reject
from tests.accuracy.scoring import FOLDERS, articles
from tests.conftest import make_fact

TEXT = "Seoul says 600 died.\nThe paper counts 7 more.\n"
ARTICLE = Document(document_id="a", publisher="A Paper", published=date(2025, 9, 4), language="en", text=TEXT)
SIX_HUNDRED = make_fact(document_id="a", evidence=TEXT[:20], evidence_start=0, evidence_end=20, confidence=0.9)
SEVEN = make_fact(document_id="a", value_best=7, claimant="publisher", evidence_start=21, evidence_end=45)
MEETING = make_fact(
    document_id="a", kind="meeting", actor="", outcome="", unit="", value_best=None, qualifier="", measure="",
    participants="kim-jong-un; vladimir-putin", format="talks",
)  # fmt: skip


def test_a_label_has_the_columns_of_the_accuracy_set() -> None:
    known = {name for article in articles() for fact in article["facts"] for name in fact}
    label = label_of(ARTICLE, [SIX_HUNDRED, MEETING])
    assert set(label) >= {"id", "url", "publisher", "published", "language", "facts"}
    for fact in label["facts"]:
        assert {"kind", "status", "claimant", "as_of", "evidence_start"} <= fact.keys() & known
    casualty, meeting = label["facts"]
    assert (casualty["as_of"], casualty["date_start"], casualty["value_low"]) == ("2025-04-30", None, None)
    assert meeting["participants"] == ["kim-jong-un", "vladimir-putin"]


def test_what_is_written_is_read_and_written_only_once(tmp_path: Path) -> None:
    other = replace(ARTICLE, document_id="b", text="Lain.\r\nYa, 7.", published=None, language="id")
    reviewed = [(ARTICLE, [SIX_HUNDRED]), (other, [])]
    assert write_labels(tmp_path / "new", reviewed) == 2
    assert write_labels(tmp_path / "new", reviewed) == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["001.json", "001.txt", "002.json", "002.txt"]
    one, two = read_labels([tmp_path / "new"])
    assert document_of(one).text == TEXT
    assert (document_of(one).published, document_of(one).language) == (date(2025, 9, 4), "en")
    assert (document_of(two).text, document_of(two).published, two["facts"]) == (other.text, None, [])
    assert [fact["value_best"] for fact in one["facts"]] == [600]


def test_the_accuracy_set_can_be_added_to(tmp_path: Path) -> None:
    for path in FOLDERS[0].glob("*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = list(read_labels([tmp_path]))
    assert write_labels(tmp_path, [(ARTICLE, [SIX_HUNDRED])]) == 1
    assert len(list(read_labels([tmp_path]))) == len(before) + 1
    assert json.loads(max(tmp_path.glob("*.json")).read_text(encoding="utf-8"))["publisher"] == "A Paper"


def test_only_articles_reviewed_to_the_end_are_labels_and_rejected_facts_are_left_out(
    tmp_path: Path, data: Path
) -> None:
    with open_store(tmp_path / "t.duckdb", data) as connection:
        third = make_fact(document_id="a", value_best=9)
        add_document(connection, ARTICLE, [SIX_HUNDRED, SEVEN, third])
        add_document(connection, replace(ARTICLE, document_id="b", text="Other"), [make_fact(document_id="b")])
        accept(connection, SEVEN.fact_id, reviewer="Ann", seen="")
        reject(connection, third.fact_id, "not_a_fact", reviewer="Ann", seen="")
        assert not list(reviewed_documents(connection))
        correct(connection, SIX_HUNDRED.fact_id, {"value_best": 650}, reviewer="Ann", seen="")
        [(document, facts)] = reviewed_documents(connection)
    assert document.text == TEXT
    assert [(fact.value_best, fact.claimant) for fact in facts] == [(650, "nis-kor"), (7, "publisher")]
    result = scored([label_of(document, facts)], lambda article: [SIX_HUNDRED, SEVEN])
    assert (result.scores["en", "casualty"].precision, result.scores["en", "casualty"].recall) == (0.5, 0.5)
    [(_document, missed)] = result.missed
    assert "(None, 650, None)" in told(missed)
    assert "| en | casualty | 2 | 2 | 1 | 0.50 | 0.50 | 0.50 |" in list(tables(result))


@pytest.mark.parametrize("facts", [[], [SIX_HUNDRED]])
def test_any_extractor_can_be_scored(facts: list[Fact]) -> None:
    result = scored([label_of(ARTICLE, [SIX_HUNDRED])], lambda article: facts)
    assert result.scores["all", "all"].recall == len(facts)


def test_the_version_names_the_rules() -> None:
    assert extractor_version() == extractor_version()
    release, digest = extractor_version().split("+")
    assert release[0].isdigit()
    assert len(digest) == 8
