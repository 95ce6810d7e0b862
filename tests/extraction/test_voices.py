"""Two who speak in one sentence: each number belongs to whoever says it."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document

CASES = {
    "Hamas said 30 people were killed in Gaza, and the Israeli military said it had killed 12 militants.": {
        30: "hamas",
        12: "idf",
    },
    "Pakistan said 31 civilians were killed, and India said 16 people died in shelling of Poonch.": {
        31: "PAK",
        16: "IND",
    },
    "Ukraine said 300 Russian soldiers had been killed, while Russia said it had lost 63.": {300: "UKR", 63: "RUS"},
    "Russia denied the report and Ukraine said 300 Russian soldiers had been killed.": {300: "UKR"},
    "NATO estimates that 1,000 North Koreans have died, Ukraine's military intelligence says 3,000.": {
        1000: "nato",
        3000: "hur-ukr",
    },
    "The army said 24 soldiers died, but two security sources told Reuters that at least 60 had died in Mali.": {
        24: "military-mli",
        60: "unnamed-source",
    },
    "Pakistan menyebut 31 warga sipil tewas dan India menyatakan 16 orang tewas akibat tembakan di Poonch.": {
        31: "PAK",
        16: "IND",
    },
    "Hamas menyebut 30 orang tewas di Gaza, sementara militer Israel menyatakan menewaskan 12 militan.": {
        30: "hamas",
        12: "idf",
    },
    # One who says two things; two who say one.
    "Hamas said 30 people were killed in Gaza and said 12 of its fighters had died.": {30: "hamas", 12: "hamas"},
    "Zelensky said 31,000 Ukrainian soldiers died, not the 70,000 estimated by Moscow.": {31000: "volodymyr-zelenskyy"},
}


@pytest.mark.parametrize("text", CASES)
def test_each_number_is_claimed_by_whoever_says_it(text: str) -> None:
    language = "id" if " menyebut " in text else "en"
    found = extract(Document(document_id="d", text=text, language=language, published=date(2024, 6, 12)))
    told = {fact.value_best or fact.value_low: fact.claimant for fact in found}
    expected = CASES[text]
    assert {value: told.get(value) for value in expected} == expected
