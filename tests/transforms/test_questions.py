"""Questions: what is comparable, and what is not."""

from __future__ import annotations

from datetime import date

from dashboard.facts import KINDS
from dashboard.transforms import answers, questions, since
from tests.transforms.frames import frame

CASUALTY = KINDS["casualty"]


def test_unlike_things_are_different_questions() -> None:
    claims = frame(
        {},
        {"outcome": "killed_or_wounded"},
        {"measure": "incident"},
        {"actor": "RUS"},
        {"unit": "civilians"},
        {"status": "planned"},
        {"status": "denied", "value_best": None, "qualifier": ""},
    )
    found = questions(claims, CASUALTY)
    assert found.height == 6
    assert found.get_column("facts").to_list() == [1] * 6
    assert found.get_column("ahead").sum() == 1


def test_a_total_of_a_part_of_the_time_is_a_question_of_its_own() -> None:
    claims = frame(
        {"date_start": date(2022, 2, 24), "date_precision": "day"},
        {"date_start": date(2022, 6, 1), "date_precision": "month", "claimant": "KOR"},
        {"date_start": None, "claimant": "RUS"},
        {"date_start": date(2025, 1, 1), "date_precision": "year"},
    )
    found = questions(claims, CASUALTY)
    assert found.select("facts", "part").rows() == [(3, None), (1, date(2025, 1, 1))]
    assert answers(claims, CASUALTY, found.item(1, "question")).get_column("fact_id").to_list() == ["f3"]


def test_a_year_alone_does_not_make_later_months_late() -> None:
    claims = frame(
        {"date_start": date(2024, 1, 1), "date_precision": "year"},
        {"date_start": date(2024, 10, 1), "date_precision": "month", "claimant": "KOR"},
    )
    assert questions(claims, CASUALTY).height == 1


def test_the_question_with_most_claims_comes_first() -> None:
    found = questions(frame({"actor": "UKR"}, {"actor": "RUS"}, {"actor": "RUS", "claimant": "KOR"}), CASUALTY)
    assert found.select("actor", "facts", "claimants").rows() == [("RUS", 2, 2), ("UKR", 1, 1)]


def test_a_denial_without_a_number_answers_the_question_that_it_denies() -> None:
    claims = frame(
        {},
        {"status": "denied", "value_best": None, "qualifier": "", "measure": "", "unit": ""},
        {"status": "denied", "value_best": None, "qualifier": "", "measure": "", "unit": "", "actor": "RUS"},
        {"outcome": "wounded"},
    )
    question = questions(claims.head(1), CASUALTY).item(0, "question")
    assert answers(claims, CASUALTY, question).get_column("fact_id").to_list() == ["f0", "f1"]


def test_a_month_says_more_than_a_year() -> None:
    claims = frame(
        {"date_start": date(2024, 1, 1), "date_precision": "year"},
        {"date_start": date(2024, 10, 1), "date_precision": "month"},
    )
    assert since(claims) == (date(2024, 10, 1), "month")
    assert since(claims.head(1)) == (date(2024, 1, 1), "year")
    assert since(claims.clear()) is None
