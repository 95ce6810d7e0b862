"""Independence, corroboration, the widest gap, and the rules that read an answer: planted cases."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from dashboard.facts import Actor, Directory
from dashboard.transforms import RULES, Answer, Argument, argue, widest_gap
from tests.transforms.frames import frame

DIRECTORY = Directory(
    [
        Actor(actor_id="KOR", name="South Korea", type="state"),
        Actor(actor_id="nis-kor", name="NIS", type="organisation", parent="KOR"),
        Actor(actor_id="jcs-kor", name="JCS", type="organisation", parent="KOR"),
        Actor(actor_id="yonhap", name="Yonhap", type="organisation", parent="KOR", independent=True),
        *(Actor(actor_id=each, name=each.upper(), type="organisation") for each in ("a", "b", "c", "d")),
    ]
)
AT_LEAST = {"value_best": None, "qualifier": "at_least"}
AT_MOST = {"value_best": None, "qualifier": "at_most"}


def argued(*facts: dict[str, object]) -> Argument:
    return argue(frame(*facts), DIRECTORY)


def voices(argument: Argument) -> dict[str, str]:
    return dict(argument.current.select("claimant", "voice").rows())


def test_bodies_of_one_state_are_one_voice_and_its_press_another() -> None:
    argument = argued({"claimant": "nis-kor"}, {"claimant": "jcs-kor"}, {"claimant": "KOR"}, {"claimant": "yonhap"})
    assert argument.claimants == 4
    assert argument.voices == 2


def test_a_reprint_is_no_second_voice() -> None:
    relayed = {"claimant": "a", "relayed_via": "b"}
    assert argued(relayed, {"claimant": "b"}).voices == 1
    assert argued(relayed, {"claimant": "b", "value_best": 700}).voices == 2, "its own number is its own"
    published = {"claimant": "a", "source_publisher": "B"}
    assert argued(published, {"claimant": "b"}).voices == 1


def test_circular_sourcing_is_one_voice() -> None:
    around = [
        {"claimant": one, "relayed_via": other, "as_of": date(2025, 5, day)}
        for day, (one, other) in enumerate(pairwise("abca"), start=1)
    ]
    argument = argued(*around, {"claimant": "d"})
    assert argument.claimants == 4
    assert argument.voices == 2
    assert voices(argument) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_corroboration_counts_voices_whose_figures_can_be_true_together() -> None:
    argument = argued(
        {"claimant": "a", "value_best": 600},
        {"claimant": "nis-kor", "value_low": 100, **AT_LEAST},
        {"claimant": "jcs-kor", "value_low": 200, **AT_LEAST},
        {"claimant": "b", "value_high": 500, **AT_MOST},
    )
    agreeing = dict(argument.current.select("claimant", "agreeing").rows())
    assert agreeing == {"a": 2, "nis-kor": 3, "jcs-kor": 3, "b": 2}


GAPS = {
    "two numbers": ([{"value_best": 600}, {"value_best": 2000}], (600, 2000)),
    "a bound that the other meets": ([{"value_low": 100, **AT_LEAST}, {"value_best": 2000}], None),
    "two bounds that meet": ([{"value_low": 100, **AT_LEAST}, {"value_high": 500, **AT_MOST}], None),
    "two bounds that do not": ([{"value_low": 500, **AT_LEAST}, {"value_high": 100, **AT_MOST}], (100, 500)),
    "two lower bounds": ([{"value_low": 100, **AT_LEAST}, {"value_low": 5000, **AT_LEAST}], None),
    "ranges that touch": ([{"value_low": 1, "value_best": None, "value_high": 5}, {"value_best": 5}], None),
    "the nearest ends count": (
        [
            {"value_low": 1, "value_best": None, "value_high": 5},
            {"value_low": 8, "value_best": None, "value_high": 9},
        ],
        (5, 8),
    ),
    "one claimant": ([{"value_best": 5}], None),
}


@pytest.mark.parametrize("name", GAPS)
def test_the_widest_gap(name: str) -> None:
    figures, expected = GAPS[name]
    argument = argued(*(figure | {"claimant": who} for who, figure in zip("abcd", figures, strict=False)))
    gap = widest_gap(argument.current)
    assert (gap and (gap.most, gap.least)) == expected


FIVE = [
    {"claimant": "a", "value_best": 100, "as_of": date(2025, 1, 1), "credibility": "2"},
    {"claimant": "nis-kor", "value_best": 600, "as_of": date(2025, 2, 1)},
    {"claimant": "jcs-kor", "value_best": 700, "as_of": date(2025, 3, 1)},
    {"claimant": "b", "value_best": None, "value_low": 600, "value_high": 900, "as_of": date(2025, 3, 1)},
    {"claimant": "c", "value_low": 2000, **AT_LEAST, "as_of": date(2025, 2, 1), "credibility": "2"},
]
ANSWERS = {
    "range": (100, 2000, {"a", "nis-kor", "jcs-kor", "b", "c"}),
    "median": (600, 700, {"a", "nis-kor", "jcs-kor", "b", "c"}),
    "graded": (100, 2000, {"a", "c"}),
    "recent": (600, 900, {"jcs-kor", "b"}),
    "confirmed": (700, 700, {"jcs-kor", "c"}),
}


@pytest.mark.parametrize("name", RULES)
def test_each_rule_worked_out_by_hand(name: str) -> None:
    answer = RULES[name].answer(argued(*FIVE).current)
    assert answer
    assert (answer.low, answer.high, set(answer.claimants)) == ANSWERS[name]
    assert answer.open_high == (name in ("range", "graded", "confirmed"))
    assert not answer.open_low


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_no_answer_where_nothing_is_in_force(name: str) -> None:
    assert RULES[name].answer(argued({"as_of": None}).current) is None


def test_an_even_number_of_figures_has_two_in_the_middle() -> None:
    two = argued({"claimant": "a", "value_best": 600}, {"claimant": "b", "value_best": 2000})
    assert RULES["median"].answer(two.current) == Answer(600, 2000, ("a", "b"))


def test_ungraded_figures_have_no_highest_grade_and_one_voice_confirms_nothing() -> None:
    bodies = argued({"claimant": "nis-kor"}, {"claimant": "jcs-kor"})
    assert RULES["graded"].answer(bodies.current) is None
    assert RULES["confirmed"].answer(bodies.current) is None


def test_an_upper_bound_confirms_no_number() -> None:
    figures = argued({"claimant": "a", "value_best": 600}, {"claimant": "b", "value_high": 9000, **AT_MOST})
    assert RULES["confirmed"].answer(figures.current) is None
