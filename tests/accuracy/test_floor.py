"""The extractor reads the labelled articles at least as well as it did: the floor only rises."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from .page import readme, report
from .scoring import SETS, Result, articles, numbers, same, scored

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
FLOOR = tomllib.loads(Path(__file__).with_name("floor.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result() -> Result:
    return scored(articles())


@pytest.fixture(scope="module")
def others() -> dict[str, Result]:
    return {name: scored(articles(folders)) for name, folders in SETS.items()}


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name in SETS for kind in FLOOR[name]["f1"]])
def test_f1_of_the_other_sets(others: dict[str, Result], name: str, kind: str) -> None:
    assert others[name].scores["all", kind].f1 >= FLOOR[name]["f1"][kind]


@pytest.mark.parametrize(("name", "column"), [(name, column) for name in SETS for column in FLOOR[name]["columns"]])
def test_columns_of_the_other_sets(others: dict[str, Result], name: str, column: str) -> None:
    right = others[name].columns[column]
    assert sum(right) / len(right) >= FLOOR[name]["columns"][column]


@pytest.mark.parametrize("name", SETS)
def test_articles_of_the_other_sets_without_a_fact(others: dict[str, Result], name: str) -> None:
    empty = {label["document_id"] for label in articles(SETS[name]) if not label["facts"]}
    assert len(empty) >= FLOOR[name]["articles_without"]
    false = {document for document, _fact in others[name].false if document in empty}
    assert len(false) <= FLOOR[name]["articles_with_false"]


@pytest.mark.parametrize(
    ("language", "kind"), [(language, kind) for language, kinds in FLOOR["f1"].items() for kind in kinds]
)
def test_f1(result: Result, language: str, kind: str) -> None:
    assert result.scores[language, kind].f1 >= FLOOR["f1"][language][kind]


def test_precision(result: Result) -> None:
    assert result.scores["all", "all"].precision >= FLOOR["precision"]["all"]


@pytest.mark.parametrize("column", FLOOR["columns"])
def test_columns(result: Result, column: str) -> None:
    right = result.columns[column]
    assert sum(right) / len(right) >= FLOOR["columns"][column]


def test_the_surest_facts_are_right(result: Result) -> None:
    sure = [right for confidence, right in result.confidences if confidence >= 0.8]
    assert len(sure) > 20
    assert sum(sure) / len(sure) >= FLOOR["sure"]["right"]


def test_the_readme_shows_the_figures_as_measured(result: Result, others: dict[str, Result]) -> None:
    assert "<!-- accuracy: unseen -->" in README
    assert "<!-- accuracy: given -->" in README
    assert readme(README, others | {"given": result}) == README, "write it anew: python -m tests.accuracy --readme"


def test_the_page_on_accuracy_shows_the_figures_as_measured(others: dict[str, Result]) -> None:
    assert PAGE.splitlines() == list(report(others)), "python -m tests.accuracy --report > docs/accuracy.md"


def test_articles_without_a_fact_yield_none(result: Result) -> None:
    empty = {label["document_id"] for label in articles() if label.get("no_fact")}
    assert len(empty) >= 3
    false = [document for document, _fact in result.false if document in empty]
    assert len(false) <= FLOOR["articles_without_a_fact"]["false_facts_at_most"]


def test_the_scorer_knows_right_from_wrong() -> None:
    label = {"kind": "casualty", "actor": "PRK", "outcome": "killed", "value_best": 600}
    assert same(label, label)
    assert not same(label, label | {"actor": "RUS"})
    assert not same(label, label | {"outcome": "wounded"})
    assert not same(label, label | {"value_best": 601})
    assert same(label, label | {"value_best": None, "value_low": 600}), "a shared number, whichever end it is"
    assert numbers(label | {"value_best": "600"}) == (None, 600, None)
    meeting = {"kind": "meeting", "participants": "a; b", "date_start": "2025-09-03"}
    assert same(meeting, meeting | {"participants": ["b", "a", "c"]})
    assert not same(meeting, meeting | {"participants": "a; c"})
    assert not same(meeting, meeting | {"date_start": "2025-09-05"})
