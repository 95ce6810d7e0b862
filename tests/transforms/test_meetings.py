"""Meetings: pairs, matrix, months; the sum over what is drawn is the sum over the facts."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from dashboard.transforms import by_month, matrix, most_met, pairs

PEOPLE = st.lists(st.sampled_from("abcdef"), min_size=2, max_size=5, unique=True)
MEETINGS = st.lists(
    st.tuples(PEOPLE, st.sampled_from(["occurred", "planned", "proposed", "denied"]), st.none() | st.dates()),
    max_size=12,
)


def frame(meetings: list[tuple[list[str], str, date | None]]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "fact_id": [str(n) for n in range(len(meetings))],
            "participants": ["; ".join(sorted(people)) for people, _status, _day in meetings],
            "status": [status for _people, status, _day in meetings],
            "date_start": [day for _people, _status, day in meetings],
            "date_end": [day for _people, _status, day in meetings],
        },
        schema={"fact_id": pl.String, "participants": pl.String, "status": pl.String}
        | {"date_start": pl.Date, "date_end": pl.Date},
    )


@given(meetings=MEETINGS)
def test_every_two_participants_are_one_pair(meetings: list[tuple[list[str], str, date | None]]) -> None:
    expected = sorted("; ".join(pair) for people, _s, _d in meetings for pair in combinations(sorted(people), 2))
    assert sorted(pairs(frame(meetings)).get_column("pair")) == expected


@given(meetings=MEETINGS)
def test_the_matrix_is_symmetric_and_counts_every_pair_twice(
    meetings: list[tuple[list[str], str, date | None]],
) -> None:
    found = matrix(frame(meetings), 10)
    cells = {(row["one"], row["other"]): row for row in found.rows(named=True)}
    assert all(cells[other, one]["occurred"] == cell["occurred"] for (one, other), cell in cells.items())
    held = sum(len(people) * (len(people) - 1) for people, status, _d in meetings if status == "occurred")
    assert found.get_column("occurred").sum() == held


@given(meetings=MEETINGS)
def test_months_add_up_to_the_dated_meetings(meetings: list[tuple[list[str], str, date | None]]) -> None:
    assert by_month(frame(meetings)).get_column("facts").sum() == sum(day is not None for _p, _s, day in meetings)


def test_the_pairs_with_most_claims_come_first() -> None:
    meetings = frame([(["a", "b"], "occurred", None), (["b", "c"], "planned", None), (["b", "c"], "denied", None)])
    assert most_met(meetings, 5) == ["b; c", "a; b"]
    assert most_met(meetings, 1) == ["b; c"]


def test_the_matrix_keeps_only_the_most_named() -> None:
    meetings = frame([(["a", "b"], "occurred", None), (["a", "b"], "planned", None), (["c", "d"], "occurred", None)])
    assert matrix(meetings, 2).rows() == [("a", "b", 1, 1), ("b", "a", 1, 1)]
