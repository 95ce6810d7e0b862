"""Troops sent, stationed and withdrawn, in sentences of our own: one for each phenomenon, and near misses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

# One case a line: what it shows, its language and text, and either exactly the troops that it tells (actor, movement,
# status, and the number's low, best and high; near misses have none), or the country of each in the order of the text.
LINES = Path(__file__).with_name("deployments.jsonl").read_text(encoding="utf-8").splitlines()
CASES: list[dict[str, Any]] = [json.loads(line) for line in LINES]


def told(case: dict[str, Any]) -> list[Fact]:
    document = Document(document_id="d", text=case["text"], language=case["language"], published=date(2025, 9, 4))
    return [fact for fact in extract(document) if fact.kind == "deployment"]


@pytest.mark.parametrize("case", [case for case in CASES if "troops" in case], ids=lambda case: case["what"])
def test_troops(case: dict[str, Any]) -> None:
    found = [
        [fact.actor, fact.movement, fact.status, [fact.value_low, fact.value_best, fact.value_high]]
        for fact in told(case)
    ]
    assert sorted(found, key=str) == sorted(case["troops"], key=str)


@pytest.mark.parametrize("case", [case for case in CASES if "countries" in case], ids=lambda case: case["what"])
def test_troops_are_where_they_are_told_to_be(case: dict[str, Any]) -> None:
    assert [fact.country for fact in told(case)] == case["countries"]
