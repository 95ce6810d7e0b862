"""Meetings of one or two sentences, in words of our own: exactly these, and near misses with none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dashboard.extraction import extract
from dashboard.facts import Document, Fact

PUBLISHED = date(2025, 3, 12)  # a Wednesday
Told = tuple[str, str, str, str, str]  # who met, in which form, how real, from or by which day, in which country

# One case a line: its language, its text, and exactly the meetings that it tells; near misses have none. One that is
# not of the day above has its own.
LINES = Path(__file__).with_name("meetings.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [
    (
        case["language"],
        case["text"],
        [tuple(each) for each in case["meetings"]],
        date.fromisoformat(case.get("published", PUBLISHED.isoformat())),
    )
    for case in map(json.loads, LINES)
]


@pytest.mark.parametrize(("language", "text", "expected", "published"), CASES)
def test_meetings(language: str, text: str, expected: list[Told], published: date) -> None:
    document = Document(document_id="d", text=text, language=language, published=published)
    told = [
        (fact.participants, fact.format, fact.status, day(fact), fact.country)
        for fact in extract(document)
        if fact.kind == "meeting"
    ]
    assert sorted(told) == sorted(expected)


def day(fact: Fact) -> str:
    """Return the first day of a fact, or that by which it was over."""
    return str(fact.date_start or "") or (f"by {fact.date_end}" if fact.date_end else "")


def test_offices_and_pronouns_point_back() -> None:
    text = (
        "Prime Minister Pascoal Mocumbi of Mozambique came to Beijing with 20 businessmen. "
        "The prime minister, who arrived on Monday, held talks with Chinese President Jiang Zemin on Tuesday. "
        "Li Peng will meet him on Friday."
    )
    document = Document(document_id="d", text=text, language="en", published=PUBLISHED)
    told = {(fact.participants, fact.status, str(fact.date_start)) for fact in extract(document)}
    assert ("jiang-zemin; pascoal-mocumbi", "occurred", "2025-03-11") in told
    assert ("li-peng; pascoal-mocumbi", "planned", "2025-03-14") in told


def test_a_meeting_without_day_and_place_is_none() -> None:
    text = "Vladimir Putin has met Xi Jinping many times."
    assert not extract(Document(document_id="d", text=text, language="en", published=PUBLISHED))


def test_a_denial_without_names_is_of_the_meeting_told_before() -> None:
    text = "Vladimir Putin will meet Volodymyr Zelenskyy in Ankara, reports say. No such meeting is planned."
    document = Document(document_id="d", text=text, language="en", published=PUBLISHED)
    assert {fact.status for fact in extract(document)} == {"planned", "denied"}


def test_the_rest_of_a_name_after_an_office_is_nobody_else() -> None:
    text = "Chinese President Xi Jinping said on Monday that 20 Chinese soldiers had been killed."
    document = Document(document_id="d", text=text, language="en", published=PUBLISHED)
    assert [fact.claimant for fact in extract(document)] == ["xi-jinping"]
