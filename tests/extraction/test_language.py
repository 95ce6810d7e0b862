"""A third language is one file of words: a miniature of some twenty, and a fact read with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import extract, language, languages, lexicon
from dashboard.extraction.bodies import CABINET, INTELLIGENCE, SPIES
from dashboard.extraction.text import tokens
from dashboard.facts import BODIES, Document
from dashboard.facts.shipped import read_actors

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


# A news agency that has a word's name, a militia that is a word for its men, a body known by its capitals, and an army
# that is called as those killed in action are.
NAMED_SO = {("antara",), ("janjaweed",), ("who",), ("kia",)}


def test_no_actor_has_a_word_of_the_rules_as_its_name() -> None:
    words = {
        tuple(token.folded for token in tokens(phrase))
        for each in languages()
        for phrase, cue in language.pack(each).phrases
        if cue.category != "title"  # an office is nobody's name and is left out where names are looked up
    }
    names = {
        tuple(token.folded for token in tokens(name)): (name, actor.actor_id)
        for actor in read_actors()
        for name in actor.names()
        if actor.type != "state"
    }
    assert not [names[key] for key in names.keys() & words - NAMED_SO]


def test_no_two_actors_are_written_alike() -> None:
    meant: dict[tuple[str, ...], set[str]] = {}
    for actor in read_actors():
        for name in actor.names():
            meant.setdefault(tuple(token.folded for token in tokens(name)), set()).add(actor.actor_id)
    assert not [actors for actors in meant.values() if len(actors) > 1]


@pytest.mark.parametrize("each", languages())
def test_every_sort_of_body_has_a_name(each: str) -> None:
    sorts = {cue.value for _phrase, cue in language.pack(each).phrases if cue.category == "body"}
    assert sorts
    assert sorts <= {*BODIES, INTELLIGENCE, SPIES, CABINET}


@pytest.mark.parametrize("name", languages())
def test_no_list_of_words_says_one_twice(name: str) -> None:
    def repeated(branch: object) -> list[object]:
        if isinstance(branch, dict):
            return [each for value in branch.values() for each in repeated(value)]
        listed = branch if isinstance(branch, list) else []
        return [each for at, each in enumerate(listed) if each in listed[:at]]

    packs = Path(language.__file__).with_name("packs")
    assert repeated(tomllib.loads((packs / f"{name}.toml").read_text(encoding="utf-8"))) == []
