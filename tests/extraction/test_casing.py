"""Texts all in capitals, as old wires are, or all in small letters, as transcripts are: the same facts as elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document

CASES: dict[str, tuple[str, str]] = {
    "a list of names and numbers": (
        "en",
        "The war began when Hamas-led gunmen stormed into Israel, killing some 1,200 people and taking 251 hostages.",
    ),
    "whose leader it is": (
        "en",
        "Hakan Fidan will meet Marco Rubio and Syria's Bashar al-Assad in Antalya on Thursday, the ministry said.",
    ),
    "a name that is a word as well": (
        "en",
        "Around 500 US troops are in the Philippines at any given time, and they told us that 12 soldiers were hurt.",
    ),
    "a town": (
        "en",
        "A drone attack killed three people and wounded 12 others in Kharkiv on Monday evening, the governor said.",
    ),
    "an age": (
        "en",
        "Sgt. William Howard, 29, of Iowa, and two other American soldiers died on Saturday when a gunman opened fire.",
    ),
    "an office without a name": (
        "en",
        "The killings of 45 civilians are a major challenge for the government of Syria, diplomats in Damascus said.",
    ),
    "sebuah negara": (
        "id",
        "Sekitar 300 tentara AS tambahan tiba di Timur Tengah pada Maret lalu, ungkap seorang pejabat di Washington.",
    ),
    "antara": (
        "id",
        "Antara 700 dan 1.000 prajurit Afrika Selatan masih berada di dua pangkalan di Goma, kata perwira itu.",
    ),
}


def facts(language: str, text: str) -> set[tuple[object, ...]]:
    document = Document(document_id="d", text=text, language=language, published=date(2024, 6, 12))
    found = extract(document)
    return {
        (f.kind, f.actor, f.participants, f.outcome, f.movement, f.value_low, f.value_best, f.country) for f in found
    }


@pytest.mark.parametrize("write", [str.upper, str.lower])
@pytest.mark.parametrize("name", CASES)
def test_capitals_change_no_fact(name: str, write: Callable[[str], str]) -> None:
    language, text = CASES[name]
    assert facts(language, text)
    assert facts(language, write(text)) == facts(language, text)


def test_a_wrapped_text_in_small_letters_goes_on_from_line_to_line() -> None:
    text = (
        "eleven peasants, including two children, were killed and 19 others were\n"
        "wounded when soldiers fired on a crowd in guatemala on sunday night, the\n"
        "human rights ombudsman said today. more than 100,000 people have been\n"
        "killed in three decades of war, and about 45,000 live in refugee camps.\n"
    )
    counted = {(each[3], each[5] or each[6]) for each in facts("en", text)}
    assert counted == {("killed", 11), ("killed", 2), ("wounded", 19), ("killed", 100_000)}


def test_a_date_that_opens_an_entry_has_its_month_first() -> None:
    """Unless that day is still to come."""
    text = "05/12/2010: Assailants threw a grenade into a bar in Bujumbura, Burundi, killing two people."
    [found] = extract(Document(document_id="d", text=text, language="en", published=date(2012, 1, 1)))
    assert found.date_start == found.date_end == date(2010, 5, 12)
    early = Document(document_id="d", text=text.replace("05/12", "12/05"), language="en", published=date(2010, 6, 1))
    assert [fact.date_start for fact in extract(early)] == [date(2010, 5, 12)]
