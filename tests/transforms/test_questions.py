"""Questions, what is in force, and repeats: hand-worked examples and properties."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts import KINDS
from dashboard.transforms import answers, in_force, picture, placed, questions, since, with_repeats
from tests.conftest import make_fact

SCHEMA = {
    "value_low": pl.Int64,
    "value_best": pl.Int64,
    "value_high": pl.Int64,
    "as_of": pl.Date,
    "date_start": pl.Date,
}
CASUALTY = KINDS["casualty"]


def frame(*facts: dict[str, object]) -> pl.DataFrame:
    rows = [asdict(make_fact(fact_id=f"f{n}", **fact)) for n, fact in enumerate(facts)]
    for row in rows:
        del row["details"]
    return pl.DataFrame(rows, schema_overrides=SCHEMA)


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


# One claimant's statements in order of time: numbers by month, and which of them are repeats.
SEQUENCES = {
    "one statement": ([(4, 600)], [False]),
    "a revision": ([(4, 600), (9, 2000)], [False, False]),
    "a figure said again before any other": ([(4, 600), (6, 600), (9, 2000)], [False, False, False]),
    "an old figure still in print": ([(4, 600), (9, 2000), (11, 600)], [False, False, True]),
    "the newest figure said again": ([(4, 600), (9, 2000), (11, 2000)], [False, False, False]),
    "two figures on one day are no revision of each other": ([(4, 1), (4, 2), (9, 1), (9, 2)], [False] * 4),
    "two old figures": ([(1, 1), (2, 2), (3, 3), (4, 1), (5, 2)], [False, False, False, True, True]),
}


@pytest.mark.parametrize("name", SEQUENCES)
def test_repeats(name: str) -> None:
    statements, expected = SEQUENCES[name]
    claims = frame(*({"as_of": date(2025, month, 1), "value_best": value} for month, value in statements))
    assert with_repeats(claims).get_column("repeat").to_list() == expected


def test_another_claimants_revision_makes_no_repeat() -> None:
    claims = frame(
        {"as_of": date(2025, 4, 1)},
        {"as_of": date(2025, 5, 1), "claimant": "KOR", "value_best": 700},
        {"as_of": date(2025, 6, 1)},
    )
    assert not with_repeats(claims).get_column("repeat").any()


def test_in_force_is_the_latest_of_each_claimant_without_repeats_and_denials() -> None:
    claims = frame(
        {"as_of": date(2025, 4, 30)},
        {"as_of": date(2025, 9, 2), "value_best": 2000},
        {"as_of": date(2025, 11, 5)},
        {"as_of": date(2024, 12, 1), "claimant": "KOR", "value_best": None, "value_low": 100, "qualifier": "at_least"},
        {"as_of": None, "claimant": "RUS", "value_best": 1},
        {"as_of": date(2025, 12, 1), "claimant": "PRK", "status": "denied", "value_best": None, "qualifier": ""},
    )
    now = in_force(claims)
    assert now.select("claimant", "as_of").rows() == [("KOR", date(2024, 12, 1)), ("nis-kor", date(2025, 9, 2))]
    found = picture(now)
    assert found
    assert (found.low, found.high, found.claimants, found.times) == (100, 2000, 2, 20)
    assert found.lowest["claimant"] == "KOR"
    assert found.highest["claimant"] == found.newest["claimant"] == "nis-kor"


def test_nothing_in_force_is_no_picture() -> None:
    assert picture(in_force(frame({"as_of": None}))) is None


def test_a_range_reaches_to_both_its_ends() -> None:
    claims = frame({"value_best": None, "value_low": 10, "value_high": 12, "qualifier": "between"})
    assert placed(claims).select("lower", "upper", "ranged", "open").row(0) == (10, 12, True, "")
    found = picture(in_force(claims))
    assert found
    assert (found.low, found.high) == (10, 12)


def test_a_month_says_more_than_a_year() -> None:
    claims = frame(
        {"date_start": date(2024, 1, 1), "date_precision": "year"},
        {"date_start": date(2024, 10, 1), "date_precision": "month"},
    )
    assert since(claims) == (date(2024, 10, 1), "month")
    assert since(claims.head(1)) == (date(2024, 1, 1), "year")
    assert since(claims.clear()) is None


STATEMENTS = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(0, 400), st.integers(1, 4), st.booleans()), max_size=25
)


@given(statements=STATEMENTS, seed=st.randoms())
def test_the_order_of_rows_never_matters(statements: list[tuple[str, int, int, bool]], seed) -> None:  # type: ignore[no-untyped-def]
    def build(these: list[tuple[int, tuple[str, int, int, bool]]]) -> set[tuple[object, ...]]:
        rows = [
            {
                "claimant": who,
                "as_of": None if undated else date(2025, 1, 1) + timedelta(days),
                "value_best": value,
                "summary": str(n),
            }
            for n, (who, days, value, undated) in these
        ]
        if not rows:
            return set()
        return set(in_force(frame(*rows)).select("claimant", "as_of", "value_best").rows())

    numbered = list(enumerate(statements))
    shuffled = numbered[:]
    seed.shuffle(shuffled)
    assert build(numbered) == build(shuffled)


@given(statements=STATEMENTS)
def test_every_claimant_with_a_dated_figure_is_in_force_once(statements: list[tuple[str, int, int, bool]]) -> None:
    rows = [
        {"claimant": who, "as_of": None if undated else date(2025, 1, 1) + timedelta(days), "value_best": value}
        for who, days, value, undated in statements
    ]
    claims = frame(*rows) if rows else frame({}).clear()
    dated = claims.filter(pl.col("as_of").is_not_null())
    now = in_force(claims)
    assert set(now.get_column("claimant")) == set(dated.get_column("claimant"))
    assert now.group_by("claimant").agg(pl.col("as_of").n_unique()).get_column("as_of").to_list().count(1) == (
        now.get_column("claimant").n_unique()
    )
