"""A third language is one file of words: a miniature of some twenty, and a fact read with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import extract, language, languages, lexicon
from dashboard.facts import Document

# Esperanto, as little of it as one sentence needs.
MINIATURE = """
language = "eo"
thousands = "."
decimal = ","
suffixes = ["n"]
possessives = []
plural = ""
noun_first = false
abbreviations = []
common = ["la", "kaj", "estas", "al", "por"]

[numbers.add]
dek = 10
[numbers.times]
mil = 1000

[dates]
months = [["januaro"], ["februaro"], ["marto"], ["aprilo"], ["majo"], ["junio"], ["julio"], ["aŭgusto"], ["septembro"],
  ["oktobro"], ["novembro"], ["decembro"]]
weekdays = []
days = { "hieraŭ" = -1 }
spans = {}

[demonyms]
PRK = ["nordkoreaj"]
RUS = ["Rusio"]

[cues.unit]
troops = ["soldatoj"]
[cues.movement]
sent = ["senditaj"]
[cues.outcome]
killed = ["mortigitaj"]
[cues.qualifier]
about = ["ĉirkaŭ"]
[cues.where]
to = ["al"]
[cues.speech]
states = ["diris"]
"""


@pytest.fixture
def miniature(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "eo.toml").write_text(MINIATURE, encoding="utf-8")
    monkeypatch.setattr(language, "PACKS", tmp_path)
    _forget()


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    yield
    _forget()


def _forget() -> None:
    for cached in (language.languages, language.pack, lexicon):
        cached.cache_clear()


@pytest.mark.usefixtures("miniature")
def test_one_file_of_words_reads_a_fact() -> None:
    assert languages() == ("eo",)
    text = "Ĉirkaŭ dek mil nordkoreaj soldatoj estas senditaj al Rusio en oktobro 2024."
    [fact] = extract(Document(document_id="d", text=text, published=date(2024, 11, 1)))
    told = (fact.kind, fact.actor, fact.movement, fact.value_best, fact.qualifier, fact.unit, fact.country)
    assert told == ("deployment", "PRK", "sent", 10_000, "about", "troops", "RUS")
    assert text[fact.evidence_start : fact.evidence_end] == fact.evidence
