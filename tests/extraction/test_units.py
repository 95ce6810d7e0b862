"""Numbers, dates, names and attribution: tables of named cases, near misses beside them. All sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.extraction import lexicon
from dashboard.extraction.reading import Reading
from dashboard.extraction.readings import readings
from dashboard.facts import Document

PUBLISHED = date(2025, 9, 4)  # a Thursday


def read(text: str, language: str, published: date | None = PUBLISHED) -> Reading:
    """Read one sentence."""
    document = Document(document_id="d", text=text, language=language, published=published)
    return next(readings(document, lexicon(language)))


NUMBERS = {
    # language, sentence, (low, best, high, qualifier)
    "thousands by a point": ("id", "Ada 13.000 tentara.", (None, 13000, None, "exact")),
    "thousands by a comma": ("en", "There are 13,000 soldiers.", (None, 13000, None, "exact")),
    "scale word with a decimal": ("id", "Ada 1,5 juta orang.", (None, 1500000, None, "exact")),
    "scale word in English": ("en", "There are 1.5 million people.", (None, 1500000, None, "exact")),
    "words": ("id", "Ada dua belas ribu prajurit.", (None, 12000, None, "exact")),
    "words in English": ("en", "There were twelve thousand troops.", (None, 12000, None, "exact")),
    "words with and": ("en", "One hundred and twenty soldiers came.", (None, 120, None, "exact")),
    "a dozen": ("en", "A dozen soldiers came.", (None, 12, None, "exact")),
    "dozens": ("en", "Dozens of soldiers came.", (20, None, None, "order_of")),
    "tens of thousands": ("en", "Tens of thousands of soldiers came.", (20000, None, None, "order_of")),
    "ribuan": ("id", "Ribuan tentara datang.", (2000, None, None, "order_of")),
    "puluhan ribu": ("id", "Puluhan ribu tentara datang.", (20000, None, None, "order_of")),
    "about": ("id", "Sekitar 13.000 tentara datang.", (None, 13000, None, "about")),
    "at least": ("en", "At least 100 soldiers came.", (100, None, None, "at_least")),
    "more than": ("id", "Lebih dari 10.000 tentara datang.", (10000, None, None, "more_than")),
    "up to": ("en", "Up to 12,000 soldiers came.", (None, None, 12000, "at_most")),
    "nearly": ("id", "Hampir 5.000 tentara datang.", (None, 5000, None, "nearly")),
    "range": ("id", "10.000 hingga 12.000 tentara datang.", (10000, None, 12000, "between")),
    "range with a dash": ("en", "Some 300-400 soldiers came.", (300, None, 400, "between")),
    "between": ("en", "Between 10,000 and 12,000 soldiers came.", (10000, None, 12000, "between")),
    "scale of both ends": ("id", "10 hingga 12 ribu tentara datang.", (10000, None, 12000, "between")),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_read_as_it_is_put(name: str) -> None:
    language, text, expected = NUMBERS[name]
    [found] = read(text, language).numbers
    assert (found.low, found.best, found.high, found.qualifier) == expected


DATES = {
    "day and year in numbers": ("id", "Hal itu terjadi pada Kamis (19/12/2024).", "2024-12-19", "2024-12-19", "day"),
    "day and month in numbers": ("id", "Hal itu terjadi pada Rabu (3/9).", "2025-09-03", "2025-09-03", "day"),
    "a day of the last year": ("id", "Hal itu terjadi pada Senin (30/12).", "2024-12-30", "2024-12-30", "day"),
    "named month": ("en", "It happened on 19 December 2024.", "2024-12-19", "2024-12-19", "day"),
    "American order": ("en", "It happened on December 19, 2024.", "2024-12-19", "2024-12-19", "day"),
    "month and year": ("id", "Hal itu terjadi pada Desember 2024.", "2024-12-01", "2024-12-31", "month"),
    "since last October": ("id", "Hal itu terjadi sejak Oktober lalu.", "2024-10-01", None, "month"),
    "since a month": ("en", "It has gone on since October.", "2024-10-01", None, "month"),
    "last month": ("en", "It happened last month.", "2025-08-01", "2025-08-31", "month"),
    "last year": ("id", "Hal itu terjadi tahun lalu.", "2024-01-01", "2024-12-31", "year"),
    "a year": ("en", "It happened in 2024.", "2024-01-01", "2024-12-31", "year"),
    "weekday behind": ("en", "It happened on Tuesday.", "2025-09-02", "2025-09-02", "day"),
    "weekday ahead": ("en", "They will come on Saturday.", "2025-09-06", "2025-09-06", "day"),
    "yesterday": ("id", "Hal itu terjadi kemarin.", "2025-09-03", "2025-09-03", "day"),
    "days in figures": ("id", "Itu terjadi Minggu hingga Senin (6-7/4/2025).", "2025-04-06", "2025-04-07", "day"),
    "both months named": ("en", "It lasted between March 3 and March 5.", "2025-03-03", "2025-03-05", "day"),
    "a day and the next": ("en", "It happened on March 3 and 4.", "2025-03-03", "2025-03-04", "day"),
    "since a war": ("en", "It goes on since the war began in March 2012.", "2012-03-01", None, "month"),
    "a month that is over, planned": ("en", "They will come in January.", "2026-01-01", "2026-01-31", "month"),
    "next month after a preposition": (
        "id",
        "Mereka akan datang pada bulan depan.",
        "2025-10-01",
        "2025-10-31",
        "month",
    ),
    "last week's weekday": ("en", "It happened last Friday.", "2025-08-29", "2025-08-29", "day"),
    "one day or the next": ("id", "Mereka bertemu pada 5 atau 6 Maret 2025.", "2025-03-05", "2025-03-06", "day"),
    "one year for both": (
        "en",
        "It lasted between 14 September and 31 December 2005.",
        "2005-09-14",
        "2005-12-31",
        "day",
    ),
    "iso": ("en", "It happened on 2024-12-19.", "2024-12-19", "2024-12-19", "day"),
}


@pytest.mark.parametrize("name", DATES)
def test_a_date_is_resolved_against_the_day_of_publication(name: str) -> None:
    language, text, start, end, precision = DATES[name]
    found = read(text, language).dates[0]
    told = (found.start.isoformat() if found.start else None, found.end.isoformat() if found.end else None)
    assert (*told, found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Ada 2.000 tentara."),
        ("id", "Skornya 3-1."),
        ("en", "May God help them."),
        ("en", "It happened last Tuesday."),
        ("id", "Nomornya 99/99/2024."),
        ("en", "The 30/2/2024 entry is wrong."),
    ],
)
def test_no_date_beats_a_wrong_date(language: str, text: str) -> None:
    assert read(text, language).dates == []


def test_relative_dates_stay_unread_without_a_day_of_publication() -> None:
    assert read("Hal itu terjadi sejak Oktober lalu.", "id", None).dates == []


MENTIONS = {
    "abbreviation": ("id", "Korut mengirim pasukan.", ["PRK"]),
    "adjective": ("en", "North Korean soldiers came.", ["PRK"]),
    "a state that no list of ours has": ("en", "Fijian soldiers came.", ["FJI"]),
    "title and state before a name": ("id", "Presiden Rusia Vladimir Putin datang.", ["vladimir-putin"]),
    "state and service": ("id", "Badan intelijen Korea Selatan melapor.", ["nis-kor"]),
    "service of a state": ("en", "South Korea's intelligence service reported.", ["nis-kor"]),
    "ministry by the convention of ids": ("en", "Armenia's health ministry reported.", ["moh-ARM".lower()]),
    "a person on no list who carries a title": ("en", "Finnish President Aino Virtanen spoke.", ["aino-virtanen"]),
    "a title without a name": ("id", "Presiden itu datang.", []),
    "us is not the US": ("en", "They told us nothing.", []),
    "a lower-case word is no agency": ("id", "Selisih antara keduanya kecil.", []),
}


@pytest.mark.parametrize("name", MENTIONS)
def test_names_are_found(name: str) -> None:
    language, text, expected = MENTIONS[name]
    assert [mention.actor.actor_id for mention in read(text, language).mentions] == expected


def test_a_short_name_is_the_person_that_the_article_named() -> None:
    text = "Kim Jong Un greeted the guests. Kim then left."
    document = Document(document_id="d", text=text, language="en")
    second = list(readings(document, lexicon("en")))[1]
    assert [mention.actor.actor_id for mention in second.mentions] == ["kim-jong-un"]


def test_a_short_name_of_two_people_is_nobody() -> None:
    text = "Kim Jong Un and Kim Yo Jong greeted the guests. Kim then left."
    document = Document(document_id="d", text=text, language="en")
    assert list(readings(document, lexicon("en")))[1].mentions == []


ATTRIBUTIONS = {
    "before": ("id", "NIS memperkirakan 600 tentara tewas.", "nis-kor", "estimates", ()),
    "after": ("en", "Some 600 soldiers died, according to Ukraine.", "UKR", "states", ()),
    "after in Indonesian": ("id", "Sekitar 600 tentara tewas, kata Zelenskyy.", "volodymyr-zelenskyy", "states", ()),
    "claims": ("en", "Russia claimed that 600 soldiers died.", "RUS", "alleges", ()),
    "nobody": ("en", "Some 600 soldiers died.", "publisher", "states", ()),
    "passed on": ("id", "NIS menyatakan 600 tentara tewas, dilansir Yonhap.", "nis-kor", "states", ("yonhap",)),
    "citing": ("en", "Yonhap reported, citing NIS, that 600 soldiers died.", "nis-kor", "states", ("yonhap",)),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTRIBUTIONS)
def test_who_stands_behind_it(name: str) -> None:
    language, text, claimant, assertion, relayed = ATTRIBUTIONS[name]
    said = read(text, language).attribution
    assert (said.claimant, said.assertion, said.relayed_via) == (claimant, assertion, relayed)
