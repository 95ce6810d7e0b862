"""Where it was, when it was and who says so: short texts of our own, each with what its facts must say."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

PUBLISHED = date(2024, 5, 16)  # a Thursday
COUNTRIES = {  # of each fact in the order of the text
    "near a border people fall at home": (
        "en",
        "Mali lost ten soldiers in an ambush near the border with Niger, the army in Bamako said.",
        ["MLI"],
    ),
    "the same in Indonesian": ("id", "Tiga prajurit Niger gugur di dekat perbatasan Mali pada Senin.", ["NER"]),
    "on which side of a border troops stand": (
        "en",
        "Turkey has massed 5,000 soldiers along the border with Syria.",
        [""],
    ),
    "whose attack it was is no place": (
        "en",
        "Six Ghanaian peacekeepers were wounded in an Israeli air strike on their post in southern Lebanon.",
        ["LBN"],
    ),
    "in several missions": ("id", "Bangladesh menempatkan 6.000 personel di delapan misi PBB.", [""]),
    "a place that no list has": (
        "en",
        "Philippine troops fought rebels in the hills of Banga. Four soldiers were killed in the clash, Manila said.",
        ["PHL"],
    ),
    "an island that shares its name with a city abroad": (
        "en",
        "The Philippine army said six NPA guerrillas had been killed on Samar and in Leyte.",
        ["PHL"],
    ),
    "a month is no town": ("en", "Since the invasion in March, 40 British soldiers have died in Iraq.", ["IRQ"]),
    "an occupied town": (
        "en",
        "Twelve Russian officers were killed in a missile attack near occupied Donetsk.",
        ["UKR"],
    ),
    "a total of a whole war": ("en", "Ukraine said that 31,000 of its soldiers had been killed.", [""]),
    "a sea beside a state": ("en", "Air strikes on Yemen's Red Sea coast killed 12 people.", ["YEM"]),
}


def facts(language: str, text: str) -> list[Fact]:
    return extract(Document(document_id="", text=text, language=language, published=PUBLISHED))


@pytest.mark.parametrize("name", COUNTRIES)
def test_in_which_country_it_was(name: str) -> None:
    language, text, expected = COUNTRIES[name]
    assert [fact.country for fact in facts(language, text)] == expected
