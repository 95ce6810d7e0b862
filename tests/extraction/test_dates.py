"""Which days, months and years a phrase tells, wherever it stands: of the dead, of troops sent, of a meeting."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

# One case a line: its language, the phrase, whether it is told of what has been or of what is planned, the day of
# publication, and from when to when it was; empty where that is open.
LINES = Path(__file__).with_name("dates.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [
    pytest.param(*(case[k] for k in ("language", "phrase", "told", "published", "days")), id=case["phrase"])
    for case in map(json.loads, LINES)
]
FRAMES = {
    ("en", "past"): (
        "Seven Malian soldiers were killed in an ambush near Mopti {}.",
        "France sent 300 soldiers to Chad {}.",
    ),
    ("id", "past"): (
        "Tujuh tentara Mali tewas dalam penyergapan di dekat Mopti {}.",
        "Prancis mengirim 300 tentara ke Chad {}.",
    ),
    ("en", "planned"): (
        "President Emmanuel Macron will meet German Chancellor Olaf Scholz in Paris {}.",
        "France will send 300 soldiers to Chad {}.",
    ),
    ("id", "planned"): (
        "Presiden Emmanuel Macron akan bertemu Kanselir Jerman Olaf Scholz di Paris {}.",
        "Prancis akan mengirim 300 tentara ke Chad {}.",
    ),
}


def facts(language: str, text: str, published: str) -> list[Fact]:
    document = Document(document_id="", text=text, language=language, published=date.fromisoformat(published))
    return extract(document)


@pytest.mark.parametrize(("language", "phrase", "told", "published", "days"), CASES)
def test_when_a_phrase_says_it_was(language: str, phrase: str, told: str, published: str, days: str) -> None:
    found = [facts(language, frame.format(phrase), published) for frame in FRAMES[language, told]]
    spans = [f"{fact.date_start or ''}..{fact.date_end or ''}" for each in found for fact in each]
    assert spans == [days] * len(found)
