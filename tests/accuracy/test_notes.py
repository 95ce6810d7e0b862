"""Short event notes (who was hurt, how many) are read at least as well as they were: the floor only rises."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.extraction import extract
from dashboard.facts import Document

HERE = Path(__file__).parent
FLOOR = tomllib.loads((HERE / "floor.toml").read_text(encoding="utf-8"))["notes"]
NOTES = [json.loads(line) for line in (HERE / "notes.jsonl").read_text(encoding="utf-8").splitlines()]
README = " ".join((HERE.parents[1] / "README.md").read_text(encoding="utf-8").split())

Counted = Counter[tuple[Any, ...]]


def labelled(note: dict[str, Any], *, parts: bool = True) -> Counted:
    """Return the outcomes and their numbers (low, best, high), with or without those that are part of another."""
    return Counter(
        (outcome, each.get("low"), each.get("best"), each.get("high"))
        for outcome, counts in note["counts"].items()
        for each in counts
        if parts or not each.get("subset")
    )


def read(note: dict[str, Any]) -> Counted:
    document = Document(document_id="note", text=note["text"], language="en", published=date(2020, 6, 30))
    return Counter(
        (fact.outcome, fact.value_low, fact.value_best, fact.value_high)
        for fact in extract(document)
        if fact.kind == "casualty"
    )


def several(counted: Counted) -> Counted:
    """Leave out single people ("a soldier was killed"), whom only some notes count."""
    return Counter({each: n for each, n in counted.items() if max(value or 0 for value in each[1:]) > 1})


def test_notes() -> None:
    wanted, found, true, said = 0, 0, 0, 0
    for note in NOTES:
        figures, facts = several(labelled(note, parts=False)), read(note)
        wanted, found = wanted + figures.total(), found + (figures & facts).total()
        true, said = true + (facts & labelled(note)).total(), said + facts.total()
    assert wanted > 300
    assert found / wanted >= FLOOR["found"]
    assert true / said >= FLOOR["right"]
    assert f"{found:,} of {wanted:,}" in README, "the README shows the figures as measured"
    assert f"{true:,} of the {said:,}" in README, "the README shows the figures as measured"
