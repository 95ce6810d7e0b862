"""Facts from sentences of our own: what must be read, near misses that must yield nothing, and what always holds."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.extraction import extract, languages, recognise
from dashboard.extraction.language import pack
from dashboard.facts import KINDS, Document, Fact, document_identity, fact_columns
from dashboard.facts.check import read_values
from dashboard.facts.words import ACTOR_TYPES
from tests.extraction.mangling import mangled, read

PUBLISHED = date(2025, 9, 4)


def facts(text: str, language: str = "", published: date | None = PUBLISHED) -> list[Fact]:
    return extract(Document(document_id=document_identity(text), text=text, language=language, published=published))


def told(fact: Fact) -> dict[str, object]:
    return {name: value for name, value in vars(fact).items() if value not in ("", None)}


# language, text, and what the one fact in it must say
CASES: dict[str, tuple[str, str, dict[str, object]]] = {
    "sent, active": (
        "id", "Korea Utara telah mengirim sekitar 12.000 tentara untuk membantu Rusia sejak Oktober lalu.",
        {"kind": "deployment", "actor": "PRK", "supported": "RUS", "movement": "sent", "value_best": 12000,
         "qualifier": "about", "measure": "cumulative", "status": "occurred", "claimant": "publisher",
         "date_start": date(2024, 10, 1), "date_precision": "month"},
    ),
    "sent, passive": (
        "en", "Some 3,000 North Korean soldiers were sent to Russia's war in 2024, Ukraine said.",
        {"kind": "deployment", "actor": "PRK", "value_best": 3000, "claimant": "UKR"},
    ),
    "planned and additional": (
        "id", "NIS memperkirakan tambahan 5.000 prajurit Korea Utara segera dikirim.",
        {"kind": "deployment", "actor": "PRK", "value_best": 5000, "qualifier": "exact", "measure": "additional",
         "status": "planned", "assertion": "estimates", "claimant": "nis-kor"},
    ),
    "nominal": (
        "en", "The deployment of 3,000 German troops to Lithuania is planned.",
        {"kind": "deployment", "actor": "DEU", "country": "LTU", "value_best": 3000},
    ),
    "withdrawn": (
        "en", "France withdrew 400 soldiers from Niger last year.",
        {"kind": "deployment", "actor": "FRA", "movement": "withdrawn", "value_best": 400},
    ),
    "killed": (
        "id", "Sekitar 2.000 pasukan Pyongyang dilaporkan tewas dalam pertempuran di Ukraina.",
        {"kind": "casualty", "actor": "PRK", "outcome": "killed", "value_best": 2000, "qualifier": "about",
         "measure": "cumulative", "country": "UKR", "unit": "troops"},
    ),
    "killed in one attack on one day": (
        "en", "At least five Ukrainian soldiers were killed in an attack on Tuesday.",
        {"kind": "casualty", "actor": "UKR", "outcome": "killed", "value_low": 5, "qualifier": "at_least",
         "measure": "incident", "date_start": date(2025, 9, 2), "date_end": date(2025, 9, 2)},
    ),
    "killed or wounded": (
        "en", "Russia has suffered 4,700 casualties, Ukraine claimed.",
        {"kind": "casualty", "actor": "RUS", "outcome": "killed_or_wounded", "assertion": "alleges", "claimant": "UKR"},
    ),
    "met": (
        "id", "Presiden Rusia Vladimir Putin bertemu dengan Presiden China Xi Jinping di Beijing pada Rabu (3/9).",
        {"kind": "meeting", "participants": "vladimir-putin; xi-jinping", "status": "occurred", "format": "talks",
         "location": "Beijing", "country": "CHN", "date_start": date(2025, 9, 3), "date_end": date(2025, 9, 3)},
    ),
    "invited": (
        "en", "Vladimir Putin invited Kim Jong Un to Moscow.",
        {"kind": "meeting", "participants": "kim-jong-un; vladimir-putin", "status": "proposed", "location": "Moscow"},
    ),
    "a day after something undated": (
        "en", "Vladimir Putin met Kim Jong Un in Beijing a day after the parade.",
        {"kind": "meeting", "status": "occurred", "date_end": PUBLISHED, "date_text": "a day after"},
    ),
    "will meet": (
        "en", "Vladimir Putin will meet Xi Jinping on Saturday.",
        {"kind": "meeting", "status": "planned", "date_start": date(2025, 9, 6)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_must_be_read(name: str) -> None:
    language, text, expected = CASES[name]
    [fact] = facts(text, language)
    assert expected.items() <= told(fact).items(), told(fact)
    assert "date_start" in expected or "date_start" not in told(fact) or fact.date_precision == "year"


NEAR_MISSES = {
    "money": ("en", "Russia sent $3,000 to the soldiers."),
    "missiles": ("id", "Korea Utara mengirim 100 rudal ke Rusia."),
    "percent": ("en", "Some 40 percent of the soldiers were killed."),
    "years": ("id", "Korea Utara memperingati 80 tahun kemenangan dan mengirim pasukan."),
    "a year is no number of people": ("en", "In 2024 North Korean soldiers were killed."),
    "ordinal": ("id", "Tentara itu tewas dalam Perang Dunia ke-2."),
    "no number": ("id", "Putin mengenang pengorbanan pasukan Korea Utara yang dikerahkan untuk membantu Moskow."),
    "negated": ("en", "North Korea has not sent 10,000 soldiers."),
    "two names without a meeting": ("en", "Vladimir Putin and Xi Jinping watched the parade."),
    "a meeting without names": ("id", "Pertemuan di Beijing itu mencakup pertukaran pandangan."),
    "press conference": ("en", "Vladimir Putin and Xi Jinping met the press at a press conference."),
    "score": ("en", "The soldiers' team won 3-1 and was killed by laughter."),
    "weather": ("id", "Cuaca hari ini cerah."),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_what_must_yield_nothing(name: str) -> None:
    language, text = NEAR_MISSES[name]
    assert [told(fact) for fact in facts(text, language)] == []


def test_several_figures_of_one_sentence_stay_apart() -> None:
    found = facts("Zelenskyy said that 600 North Korean soldiers were killed and 4,100 were wounded.", "en")
    assert {(f.outcome, f.value_best, f.actor) for f in found} == {("killed", 600, "PRK"), ("wounded", 4100, "PRK")}


# How the same words may be set.
DRESSES: dict[str, Callable[[str], str]] = {
    "in a list": lambda text: f"• {text}",
    "with spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "with typographic quotes": lambda text: text.replace("'", "’"),
    "with the line ends of Windows": lambda text: f"{text}\r\n",
}


@pytest.mark.parametrize("how", DRESSES)
@pytest.mark.parametrize("name", CASES)
def test_the_same_words_say_the_same_however_they_are_set(name: str, how: str) -> None:
    language, text, _expected = CASES[name]
    place = ("evidence", "evidence_start", "evidence_end", "date_text", "document_id", "fact_id")

    def said(text: str) -> list[dict[str, object]]:
        return [{key: value for key, value in told(fact).items() if key not in place} for fact in facts(text, language)]

    assert said(DRESSES[how](text)) == said(text)


def test_a_related_link_in_a_list_belongs_to_another_article() -> None:
    assert facts("• Baca juga: Iran Kirim 900 Tentara ke Suriah\n\nCuaca hari ini cerah.", "id") == []
    assert facts("• Iran Kirim 900 Tentara ke Suriah\n\nCuaca hari ini cerah.", "id") != []


# The numbers of a sentence in an article of which nobody knows when it was published.
UNDATED: dict[str, tuple[str, str, set[float]]] = {
    "hours": ("en", "Some 1,200 Russian soldiers were killed in the past 24 hours, Kyiv said.", {1200}),
    "a weekday and hours": ("en", "Kyiv said on Monday that 21 soldiers were wounded in the last 48 hours.", {21}),
    "two days of a month": ("en", "Rebels killed 84 Russian mercenaries and 47 Malian soldiers between July 25 and 27.",
                            {84, 47}),
    "jam": ("id", "Dua prajurit Ukraina gugur dan 21 terluka dalam 24 jam terakhir.", {2, 21}),
    "dari dan sampai": ("id", "Sedikitnya 1.500 warga Sudan tewas, dari 26 sampai 28 Oktober.", {1500}),
}  # fmt: skip


@pytest.mark.parametrize("name", UNDATED)
def test_a_date_counts_nobody_where_none_tells_which_day_it_was(name: str) -> None:
    language, text, numbers = UNDATED[name]
    found = facts(text, language, published=None)
    assert {fact.value_best or fact.value_low for fact in found} == numbers
    assert [fact.date_start for fact in found if fact.date_start] == []


def test_the_same_claim_told_twice_is_one_fact() -> None:
    text = "Sekitar 600 tentara Korea Utara tewas. Kembali dikatakan, sekitar 600 tentara Korea Utara tewas."
    assert len(facts(text, "id")) == 1


def test_a_dateline_names_nobody() -> None:
    [fact] = facts("MOSKOW, Koran Contoh - Lebih dari 30 orang tewas dalam ledakan di Kyiv.", "id")
    assert fact.actor == "UKR"


def test_a_language_is_recognised_and_an_unknown_one_yields_nothing() -> None:
    text = "Badan itu mengatakan bahwa sekitar 600 tentara Korea Utara telah tewas di Ukraina."
    assert facts(text) == facts(text, "id")
    assert facts(text, "ko") == []
    german = (
        "Die Regierung spricht von 600 Toten, und die Zahl der Verletzten steigt weiter. In der Nacht erreichten "
        "weitere Soldaten die Grenze, doch niemand wollte sagen, woher sie kamen und wie lange sie bleiben werden."
    )
    assert recognise(german) == ""
    assert facts(german) == []
    with pytest.raises(ValueError, match=f"there are {', '.join(languages())}"):
        pack("ko")


def test_no_word_of_a_language_stands_in_the_rules() -> None:
    import dashboard.extraction

    phrases = [entry for language in languages() for entry in pack(language).phrases]
    terms = {
        term for _phrase, cue in phrases for term in (*cue.category.split("."), cue.value)
    }  # the rules' own vocabulary
    vocabulary = {word for column in fact_columns() for word in column.words} | KINDS.keys() | ACTOR_TYPES.keys()
    words = {phrase for phrase, _cue in phrases if len(phrase) > 3} - terms - vocabulary
    rules = set(Path(dashboard.extraction.__file__).parent.glob("*.py"))
    assert len(rules) > 8
    for path in rules - {path for path in rules if path.name == "language.py"}:  # which names the keys of a pack
        code = ast.parse(path.read_text(encoding="utf-8"))
        documented = [node for node in ast.walk(code) if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))]
        explanations = {ast.get_docstring(node, clean=False) for node in documented}
        strings = {
            node.value for node in ast.walk(code) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not (strings - explanations) & words, path


# What holds for any text.

WORDS = sorted({phrase for language in languages() for phrase, _cue in pack(language).phrases})
TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.one_of(
            st.sampled_from(WORDS), st.sampled_from(["Putin", "Korut", "13.000", "1,5", "(3/9)", ".", "\n", "“"])
        ),
        max_size=40,
    ).map(" ".join),
)


@settings(max_examples=300)
@given(text=TEXTS, language=st.sampled_from([*languages(), ""]), published=st.none() | st.dates())
@example(text="Two soldiers died.\n:", language="en", published=None)  # a line of one mark broke the datelines
@example(text="On 1--/2/2025 two soldiers died.", language="en", published=date(2025, 3, 1))  # no day is "-"
@example(text="Xi and Putin had not met since the summit in Osaka, Ja", language="en", published=date(2025, 3, 1))
@example(text="Two soldiers died a day after Putin met Xi.", language="en", published=date.min)  # no day is before that
def test_any_text_is_read_and_every_fact_is_sound(text: str, language: str, published: date | None) -> None:
    found = facts(text, language, published)
    assert found == facts(text, language, published)
    assert len({fact.fact_id for fact in found}) == len(found)
    for fact in found:
        assert fact.evidence
        assert text[fact.evidence_start : fact.evidence_end] == fact.evidence
        row = {name: "" if value is None else str(value) for name, value in vars(fact).items() if name != "details"}
        values, problems = read_values(row, KINDS[fact.kind])
        assert not problems, (problems, values)


@pytest.mark.parametrize("seed", range(4))
def test_mangled_articles_are_read(seed: int) -> None:
    for document in islice(mangled(seed), 150):
        read(document)


@pytest.mark.parametrize("unit", ["9", "9.", "(", "Putin ", "dan ", "10-", "sepuluh ribu ", "soldiers killed "])
def test_long_monotonous_texts_are_read(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    for fact in facts(text, "id") + facts(text, "en"):
        assert text[fact.evidence_start : fact.evidence_end] == fact.evidence


CROOKED = {  # a text and the number of facts in it, however often it says them
    "digits": ("1" * 300_000, 0),
    "a place at the end of it all": ("Twelve soldiers were killed. In Mali", 1),
    "numbers": ("1000 " * 60_000, 0),
    "brackets": ("(" * 300_000, 0),
    "one endless sentence": ("600 soldiers killed and " * 12_000, 0),
    "names": ("Vladimir Putin met Kim Jong Un and " * 9_000, 0),
    "capitals": ("Abc " * 75_000, 0),
    "words of place": ("in " * 100_000, 0),
    "plans and visits": (
        "Joe Biden will visit China on Monday. Joe Biden met Xi Jinping in Beijing on Sunday. " * 4_000,
        2,
    ),
    "one sentence again and again": (
        "About 600 Russian soldiers were killed in Kursk on Monday, Ukraine said. " * 4_000,
        1,
    ),
}


@pytest.mark.parametrize("name", CROOKED)
def test_crooked_texts_are_read_to_their_end(name: str) -> None:
    """Time stays linear: with a rule that is not, this test would not come to its end."""
    text, wanted = CROOKED[name]
    assert len(facts(text, "en")) == wanted
