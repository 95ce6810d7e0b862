"""When an incident was that a report tells in several sentences: the day of every figure, in words of our own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

PUBLISHED = date(2024, 6, 12)  # a Wednesday

# One case a line: its language, its text, and by the number counted the day or days on which it was; empty where
# the text tells none.
LINES = Path(__file__).with_name("incidents.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [(case["language"], case["text"], case["days"]) for case in map(json.loads, LINES)]


def days(fact: Fact) -> str:
    start, end = str(fact.date_start or ""), str(fact.date_end or "")
    return start if start == end else f"{start}..{end}"


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_on_which_day_it_was(language: str, text: str, expected: dict[str, str]) -> None:
    found = extract(Document(document_id="d", text=text, language=language, published=PUBLISHED))
    told = {(str(f.value_best or f.value_low), days(f)) for f in found if f.kind == "casualty"}
    assert {each for each in told if each[0] in expected} == set(expected.items())
