"""What became of each figure: hand-worked sequences, planted cases, and what must hold for any claims."""

from __future__ import annotations

import random
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts import Actor, Directory
from dashboard.transforms import argue, envelope, marks, revisions, traced
from dashboard.transforms.agreement import voices_of
from tests.transforms.frames import FIRST, Said, frame, said

# One claimant's prints in order of time, one outlet each: numbers by month, and what became of them.
IN, OLD, STALE = "in_force", "superseded", "repeat"
SEQUENCES = {
    "one statement": ([(4, 600)], [IN]),
    "a revision": ([(4, 600), (9, 2000)], [OLD, IN]),
    "a figure said again before any other": ([(4, 600), (6, 600), (9, 2000)], [OLD, OLD, IN]),
    "an old figure still in print": ([(4, 600), (9, 2000), (11, 600)], [OLD, IN, STALE]),
    "the newest figure said again": ([(4, 600), (9, 2000), (11, 2000)], [OLD, IN, IN]),
    "two figures on one day are one statement": ([(4, 1), (4, 2), (9, 1), (9, 2)], [IN, IN, IN, IN]),
    "a spread that narrows to a new figure": ([(4, 1), (4, 2), (9, 3)], [OLD, OLD, IN]),
    "two old figures": ([(1, 1), (2, 2), (3, 3), (4, 1), (5, 2)], [OLD, OLD, IN, STALE, STALE]),
    "an old figure beside a new one": ([(1, 1), (2, 2), (3, 1), (3, 3)], [OLD, OLD, IN, IN]),
}


@pytest.mark.parametrize("name", SEQUENCES)
def test_what_became_of_each_print(name: str) -> None:
    statements, expected = SEQUENCES[name]
    claims = frame(*({"as_of": date(2025, month, 1), "value_best": value} for month, value in statements))
    assert traced(claims, {}).get_column("standing").to_list() == expected


def standing(*facts: dict[str, object], voices: dict[str, str] | None = None) -> list[str]:
    return traced(frame(*facts), voices or {}).get_column("standing").to_list()


APRIL, AUGUST, SEPTEMBER, NOVEMBER = date(2025, 4, 30), date(2025, 8, 30), date(2025, 9, 2), date(2025, 11, 4)


def test_the_words_before_a_number_make_no_other_number() -> None:
    bound = {"value_best": None, "value_low": 600, "qualifier": "at_least"}
    assert standing({"as_of": APRIL}, {"as_of": AUGUST, **bound}) == [IN, IN]


def test_a_print_that_dates_the_old_figure_rightly_is_stale_by_its_own_day() -> None:
    late = {"as_of": APRIL, "source_published": NOVEMBER}
    assert standing({"as_of": APRIL}, {"as_of": SEPTEMBER, "value_best": 2000}, late) == [OLD, IN, STALE]


def test_an_article_that_carries_the_newer_figure_too_tells_history() -> None:
    newer = {"as_of": SEPTEMBER, "value_best": 2000, "document_id": "same", "source_published": NOVEMBER}
    older = {"as_of": APRIL, "document_id": "same", "source_published": NOVEMBER}
    assert standing({"as_of": APRIL}, newer, older) == [OLD, IN, OLD]


def test_two_outlets_that_date_an_old_number_make_it_a_statement_again() -> None:
    before = [{"as_of": APRIL}, {"as_of": AUGUST, "value_best": 500}]
    again = {"as_of": NOVEMBER}
    one_day_later = {"as_of": NOVEMBER, "source_published": NOVEMBER + timedelta(1)}
    assert standing(*before, again, one_day_later) == [OLD, OLD, IN, IN]
    assert standing(*before, again, again) == [OLD, IN, STALE, STALE], "reprints on their own day are no statement"
    assert (
        standing(*before, one_day_later | {"source_publisher": "A"}, again | {"source_publisher": "A"})[2:]
        == [STALE] * 2
    )


def test_a_state_stands_for_its_unnamed_bodies() -> None:
    claims = [
        {"as_of": APRIL},
        {"as_of": AUGUST, "claimant": "KOR"},
        {"as_of": SEPTEMBER, "value_best": 2000},
        {"as_of": NOVEMBER, "claimant": "KOR"},
    ]
    assert standing(*claims, voices={"nis-kor": "KOR"}) == [OLD, OLD, IN, STALE]
    assert standing(*claims) == [OLD, IN, IN, IN], "another claimant's revision supersedes nothing"
    told = traced(frame(*claims), {"nis-kor": "KOR"})
    assert told.get_column("newer").to_list() == ["f2", "f2", None, "f2"]
    assert told.get_column("reviser").to_list() == ["nis-kor", "nis-kor", None, "nis-kor"]


def test_what_is_no_total_revises_nothing() -> None:
    event = {"measure": "incident"}
    assert standing(event, event | {"as_of": NOVEMBER, "value_best": 1}) == ["", ""]
    assert standing({"status": "denied"}, {"value_best": None, "qualifier": ""}, {"as_of": None}) == ["", "", ""]


def test_questions_do_not_touch_each_other() -> None:
    claims = frame({"as_of": APRIL}, {"as_of": SEPTEMBER, "value_best": 2000})
    told = traced(claims.with_columns(question=pl.Series(["a", "b"])), {})
    assert told.get_column("standing").to_list() == [IN, IN]


def test_one_briefing_in_several_prints_is_one_claim_with_its_spread() -> None:
    day = date(2024, 12, 19)
    claims = frame(
        {"as_of": day, "value_best": None, "value_low": 100, "qualifier": "at_least", "relayed_via": "yonhap"},
        {"as_of": day, "value_best": None, "value_low": 100, "qualifier": "more_than"},
        {"as_of": day, "value_best": 100},
        {"as_of": day, "value_best": 120, "qualifier": "about"},
        {"as_of": None, "value_best": 100},
    )
    [row] = argue(claims, Directory([])).current.rows(named=True)
    assert (row["lower"], row["upper"], row["prints"], row["stated"]) == (100, 120, 5, day)
    assert set(row["facts"]) == {"f0", "f1", "f2", "f3"}, "each way of putting it once"
    assert row["direct"]
    assert row["open"] == "up"
    drawn = marks(traced(claims, {}))
    assert drawn.select("lower", "open", "prints").rows() == [(100, "up", 2), (100, "", 1), (120, "", 1)]
    assert drawn.item(0, "fact_id") == "f1", "the print nearest to the claimant stands for the others"


def test_in_force_tells_what_was_revised_and_from_what() -> None:
    claims = frame({"as_of": APRIL}, {"as_of": AUGUST}, {"as_of": SEPTEMBER, "value_best": 2000}, {"as_of": NOVEMBER})
    argument = argue(claims, Directory([]))
    [row] = argument.current.rows(named=True)
    assert (row["lower"], row["since"], row["from_fact"]) == (2000, SEPTEMBER, "f1")
    assert argument.repeats.get_column("fact_id").to_list() == ["f3"]
    assert revisions(argument.claims).rows() == [("", "nis-kor", SEPTEMBER, "f1", "f2")]


# --- any claims

STATEMENTS = st.lists(
    st.tuples(st.sampled_from(["KOR", "nis", "jcs", "x"]), st.none() | st.integers(0, 300), st.integers(1, 4)),
    max_size=25,
)
VOICES = {"nis": "KOR", "jcs": "KOR"}
DIRECTORY = Directory(
    [Actor(actor_id="KOR", name="South Korea", type="state")]
    + [Actor(actor_id=each, name=each, type="organisation", parent="KOR") for each in ("nis", "jcs")]
)
SHOWN = ("claimant", "lower", "upper", "open", "since", "voice", "agreeing")


def until(claims: pl.DataFrame, day: date) -> pl.DataFrame:
    return claims.filter(pl.col("as_of") <= day)


@given(statements=STATEMENTS, seed=st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(statements: list[Said], seed: random.Random) -> None:
    claims = said(statements)
    order = list(range(claims.height))
    seed.shuffle(order)
    shuffled = claims[order]
    assert traced(shuffled, VOICES).sort("fact_id").equals(traced(claims, VOICES).sort("fact_id"))
    assert argue(shuffled, DIRECTORY).current.select(SHOWN).equals(argue(claims, DIRECTORY).current.select(SHOWN))
    assert envelope(traced(shuffled, VOICES)).equals(envelope(traced(claims, VOICES)))


@given(statements=STATEMENTS)
def test_replay_on_the_last_day_is_no_replay(statements: list[Said]) -> None:
    claims = said((who, days or 0, value) for who, days, value in statements)
    last = claims.get_column("as_of").max() or FIRST
    assert argue(until(claims, last), DIRECTORY).current.equals(argue(claims, DIRECTORY).current)


@given(statements=STATEMENTS, later=STATEMENTS, day=st.integers(0, 300))
def test_adding_a_later_claim_never_changes_an_earlier_replay(
    statements: list[Said], later: list[Said], day: int
) -> None:
    earlier = said(statements)
    added = said([(who, day + 1 + (days or 0), value) for who, days, value in later])
    both = pl.concat([earlier, added.with_columns(fact_id="late-" + pl.col("fact_id"), document_id="fact_id")])
    shown = FIRST + timedelta(day)
    assert argue(until(both, shown), DIRECTORY).current.equals(argue(until(earlier, shown), DIRECTORY).current)


@given(statements=STATEMENTS, day=st.integers(0, 300))
def test_the_band_on_a_day_is_what_a_replay_of_that_day_shows(statements: list[Said], day: int) -> None:
    """What stood on a day does not depend on what came after: the chart and the replay agree."""
    claims, shown = said(statements), FIRST + timedelta(day)
    band = envelope(traced(claims, VOICES)).filter(pl.col("day") <= shown).tail(1)
    current = argue(until(claims, shown), DIRECTORY).current
    if current.is_empty():
        assert band.is_empty()
        return
    expected = (current["lower"].min(), current["upper"].max(), current.height)
    assert band.select("low", "high", "claimants").row(0) == expected


@given(statements=STATEMENTS)
def test_every_claim_stands_or_is_superseded_and_only_what_has_a_day_is_in_force(statements: list[Said]) -> None:
    told = traced(said(statements), VOICES)
    dated = told.filter(pl.col("as_of").is_not_null())
    assert set(dated.get_column("standing")) <= {IN, OLD, STALE}
    assert told.filter(pl.col("standing") == STALE, pl.col("as_of") <= pl.col("until")).is_empty()
    assert told.filter(pl.col("standing").is_in([OLD, STALE]), pl.col("newer").is_null()).is_empty()
    assert told.select(claims_of := ["fact_id"]).equals(said(statements).select(claims_of)), "no claim is lost or moved"


@given(statements=STATEMENTS)
def test_marks_add_up_to_the_dated_claims(statements: list[Said]) -> None:
    told = traced(said(statements), VOICES)
    dated = told.filter(pl.col("as_of").is_not_null()).height
    assert (marks(told).get_column("prints").sum() if dated else 0) == dated


@given(statements=STATEMENTS)
def test_a_voice_is_counted_once(statements: list[Said]) -> None:
    claims = traced(said(statements), VOICES)
    voices = voices_of(claims, VOICES, {})
    family = {voices[each] for each in ("KOR", "nis", "jcs") if each in voices}
    assert len(family) <= 1
    assert all(voices[head] == head for head in voices.values())
