"""What numbers measure, and since when or on which day, in sentences of our own: one for each phenomenon."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document

# One case a line: what it shows, its language and text, and of each fact the number, its measure, from when to when.
LINES = Path(__file__).with_name("measures.jsonl").read_text(encoding="utf-8").splitlines()
CASES: list[dict[str, Any]] = [json.loads(line) for line in LINES]
PUBLISHED = date(2024, 5, 16)  # a Thursday


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_what_numbers_measure(case: dict[str, Any]) -> None:
    document = Document(document_id="d", text=case["text"], language=case["language"], published=PUBLISHED)
    found = [
        f"{fact.value_best or fact.value_low or fact.value_high} {fact.measure} "
        f"{fact.date_start or ''}..{fact.date_end or ''}"
        for fact in extract(document)
    ]
    assert sorted(found) == case["measures"]
