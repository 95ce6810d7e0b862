"""Where something was is where the statement says, not where it was made: every way of telling with every event."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document

EVENTS = {
    "en": {
        "three soldiers were killed in northern Mali": "MLI",
        "12 civilians had been killed in an air strike on a market in El Fasher, Sudan": "SDN",
        "France had withdrawn its last 400 soldiers from Chad": "TCD",
    },
    "id": {
        "dua penjaga perdamaian terluka di Lebanon selatan": "LBN",
        "sedikitnya 12 warga sipil tewas dalam serangan udara di El Fasher, Sudan": "SDN",
        "Rwanda akan mengirim 2.500 tentara ke Mozambik": "MOZ",
    },
}
TOLD = {
    "en": [
        "In Brussels, NATO spokeswoman Farah Dakhlallah said {}.",
        "Speaking to reporters in Washington, Pentagon spokesman Pat Ryder said {}.",
        "At a briefing in Geneva on Friday, UN human rights spokesman Jeremy Laurence said {}.",
        "UN spokesman Stephane Dujarric told reporters in New York on Monday that {}.",
        "The Defence Ministry said in a statement issued in Paris that {}.",
        "{}, General Michael Langley said during a visit to Berlin on Thursday.",
        "{}, the spokesman told journalists at a briefing in Geneva.",
        "On a visit to Tokyo, US Defence Secretary Pete Hegseth said {}.",
    ],
    "id": [
        "Di Brussels, juru bicara NATO Farah Dakhlallah mengatakan {}.",
        "Juru bicara PBB Stephane Dujarric mengatakan kepada wartawan di New York, Senin, bahwa {}.",
        "Duta besar Rusia untuk OSCE di Wina, Andrei Kelin, mengatakan {}.",
        "{}, kata juru bicara Pentagon Pat Ryder di Washington, Selasa.",
        "{}, ucap Menlu AS Marco Rubio usai bertemu para menteri NATO di Brussels.",
        "{}, demikian disampaikan Menteri Luar Negeri Retno Marsudi di Jakarta, Jumat.",
    ],
}
CASES = [(language, told, *event) for language in TOLD for told in TOLD[language] for event in EVENTS[language].items()]


@pytest.mark.parametrize(("language", "told", "event", "country"), CASES)
def test_where_it_was_said_is_not_where_it_was(language: str, told: str, event: str, country: str) -> None:
    text = told.format(event)
    document = Document(
        document_id="d", text=text[0].upper() + text[1:], language=language, published=date(2024, 6, 12)
    )
    found = [fact for fact in extract(document) if fact.kind != "meeting"]
    assert {fact.country for fact in found} == {country}
