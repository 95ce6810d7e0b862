"""Reports of one meeting joined: named pairs that are one, their near misses, and what must hold for any reports."""

from __future__ import annotations

import random
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts import Actor, Directory
from dashboard.transforms import events, joined_up, sides, told_along
from tests.transforms.frames import frame

DAY = date(2025, 9, 3)
KIM_PUTIN = "kim; putin"
DIRECTORY = Directory(
    [
        Actor(actor_id="PRK", name="North Korea", type="state"),
        Actor(actor_id="RUS", name="Russia", type="state"),
        Actor(actor_id="kim", name="Kim", type="person", parent="PRK"),
        Actor(actor_id="kcna", name="KCNA", type="organisation", parent="PRK"),
        Actor(actor_id="putin", name="Putin", type="person", parent="RUS"),
        Actor(actor_id="ura", name="URA", type="organisation", parent="RUS", independent=True),
        Actor(actor_id="pantau", name="Pantau", type="organisation"),
    ]
)


def meetings(*given: dict[str, object]) -> pl.DataFrame:
    usual = {
        "kind": "meeting", "actor": "", "outcome": "", "unit": "", "value_best": None, "qualifier": "", "measure": "",
        "participants": KIM_PUTIN, "format": "talks", "location": "Beijing", "claimant": "pantau",
        "date_start": DAY, "date_precision": "day",
    }  # fmt: skip
    rows = [usual | each for each in given]
    return frame(*(row | {"date_end": row.get("date_end", row["date_start"])} for row in rows))


ONE: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "the next day": ({}, {"date_start": DAY + timedelta(1)}),
    "a visit and the talks in it": ({"format": "visit", "date_end": DAY + timedelta(2)}, {}),
    "a place left out": ({"location": ""}, {}),
    "planned, then held": ({"status": "planned"}, {}),
    "held, then denied": ({}, {"status": "denied"}),
    "fewer participants, the same form": ({"participants": "kim; putin; xi"}, {}),
}
TWO: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "two days later": ({}, {"date_start": DAY + timedelta(2)}),
    "another place": ({}, {"location": "Moscow"}),
    "a call": ({"location": ""}, {"format": "call", "location": ""}),
    "the parade and the talks": ({"format": "ceremony", "participants": "kim; putin; xi"}, {}),
    "fewer participants, another form": ({"participants": "kim; putin; xi", "format": "summit"}, {}),
    "other participants": ({}, {"participants": "kim; xi"}),
    "one of them only": ({}, {"participants": "kim; lavrov"}),
    "no day": ({}, {"date_start": None}),
    "a month": ({}, {"date_precision": "month"}),
    "two in one article": ({"document_id": "d"}, {"document_id": "d", "format": "visit"}),
}


@pytest.mark.parametrize("name", ONE)
def test_reports_of_one_meeting(name: str) -> None:
    assert joined_up(meetings(*ONE[name])).get_column("event").n_unique() == 1


@pytest.mark.parametrize("name", TWO)
def test_reports_of_two_meetings(name: str) -> None:
    assert joined_up(meetings(*TWO[name])).get_column("event").n_unique() == 2


def test_days_do_not_chain_into_one_long_meeting() -> None:
    days = [{"date_start": DAY + timedelta(n)} for n in range(4)]
    assert joined_up(meetings(*days)).get_column("event").to_list() == ["f0", "f0", "f2", "f2"]


def test_an_event_is_as_most_reports_have_it_and_says_where_they_differ() -> None:
    reports = meetings(
        {"status": "planned", "date_start": DAY + timedelta(1), "claimant": "ura"},
        {"claimant": "ura"},
        {"location": ""},
        {"date_start": DAY + timedelta(1), "format": "visit"},
    )
    [event] = events(joined_up(reports), DIRECTORY).rows(named=True)
    assert (event["date_start"], event["format"], event["location"], event["status"]) == (
        DAY,
        "talks",
        "Beijing",
        "occurred",
    )
    assert event["differs"] == ["date_start", "format", "location"]
    assert (event["reports"], event["claimants"], event["silent"]) == (4, 2, ["PRK"])


def test_what_was_planned_before_is_no_difference_but_a_denial_is() -> None:
    [planned] = events(joined_up(meetings({"status": "planned", "format": "visit"}, {})), DIRECTORY).rows(named=True)
    assert planned["differs"] == []
    [denied] = events(joined_up(meetings({}, {"status": "denied", "claimant": "kcna"})), DIRECTORY).rows(named=True)
    assert (denied["differs"], denied["status"], denied["silent"]) == (["status"], "occurred", ["RUS"])


def test_what_is_told_along_has_no_day_the_same_participants_and_is_stated_in_those_days() -> None:
    undated = {"date_start": None, "status": "proposed", "as_of": DAY + timedelta(2)}
    told = joined_up(
        meetings(
            {"as_of": DAY},
            undated,
            undated | {"as_of": DAY + timedelta(3)},
            undated | {"participants": "kim; xi"},
            undated | {"date_start": DAY + timedelta(9)},
            undated | {"as_of": None},
        )
    )
    assert told_along(told, "f0").get_column("fact_id").to_list() == ["f1"]
    assert told_along(told, "f1").is_empty()


def test_the_real_articles_day_after_the_parade(connection) -> None:  # type: ignore[no-untyped-def]
    from dashboard.store import Filters, read_directory
    from dashboard.store.queries import claims

    told = joined_up(claims(connection, Filters(kinds=("meeting",))))
    found = events(told, read_directory(connection)).filter(pl.col("event") == "met-0003").row(0, named=True)
    assert set(told.filter(pl.col("event") == "met-0003").get_column("fact_id")) == {
        "met-0003",
        "met-0004",
        "met-0053",
        "met-0054",
        "met-0055",
        "met-0278",
    }
    assert (found["date_start"], found["differs"], found["silent"]) == (date(2025, 9, 3), ["date_start"], ["PRK"])
    along = {row["fact_id"]: row for row in told_along(told, "met-0003").rows(named=True)}
    assert {"met-0279", "met-0005", "met-0077"} <= along.keys()
    assert sides(along["met-0279"], read_directory(connection)) == ("RUS", ["PRK"])
    assert sides(along["met-0077"], read_directory(connection)) == ("PRK", ["RUS"])


REPORTS = st.lists(
    st.fixed_dictionaries(
        {
            "date_start": st.none() | st.integers(0, 6).map(lambda n: DAY + timedelta(n)),
            "participants": st.sampled_from(["a; b", "a; b; c", "b; c"]),
            "format": st.sampled_from(["talks", "visit", "call"]),
            "location": st.sampled_from(["", "Beijing", "Moscow"]),
            "status": st.sampled_from(["occurred", "planned", "denied"]),
        }
    ),
    min_size=1,
    max_size=12,
)


@given(reports=REPORTS, seed=st.randoms(use_true_random=False))
def test_every_report_is_in_one_event_whatever_their_order(
    reports: list[dict[str, object]], seed: random.Random
) -> None:
    told = meetings(*reports)
    order = list(range(told.height))
    seed.shuffle(order)
    joined = joined_up(told)
    assert joined_up(told[order]).sort("fact_id").equals(joined.sort("fact_id"))
    found = events(joined, DIRECTORY)
    assert found.get_column("reports").sum() == told.height
    assert set(found.get_column("event")) <= set(told.get_column("fact_id"))
    assert found.sort("event").equals(events(joined[order], DIRECTORY).sort("event"))
