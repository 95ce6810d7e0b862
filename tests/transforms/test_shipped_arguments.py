"""The argument on the shipped facts against the definitions worked out again, row by row, from the CSV files alone.

The working-out here knows no Polars and shares no code with the transforms: it reads ``data/`` with the standard
library and follows the definitions on the Method page as one would on paper.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import duckdb
import pytest

from dashboard.facts import KINDS, Directory
from dashboard.facts.shipped import FOLDER
from dashboard.store import Filters, publisher_id, read_directory
from dashboard.store.queries import claims
from dashboard.transforms import RULES, answers, argue, widest_gap

TODAY = date(2026, 11, 23)
DAYS = (date(2024, 12, 31), date(2025, 4, 30), date(2025, 9, 15), TODAY)
QUESTIONS = {
    "deployment": ("PRK|RUS|sent|troops|cumulative|false|", "PRK|RUS|stationed|troops|cumulative|false|"),
    "casualty": (
        "PRK|killed|troops|cumulative|false|",
        "PRK|killed_or_wounded|troops|cumulative|false|",
        "RUS|wounded|troops|cumulative|false|",
    ),
}
CASES = [(kind, question, day) for kind, questions in QUESTIONS.items() for question in questions for day in DAYS]


def day_of(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


@dataclass(frozen=True)
class Print:
    fact_id: str
    claimant: str
    low: int
    high: int
    open_up: bool
    open_down: bool
    stated: date
    published: date | None
    publisher: str
    document: str


def prints_of(kind: str, question: str, day: date, directory: Directory) -> list[Print]:
    """Read the dated totals that answer a question, as stated until a day."""
    *values, _ahead, _part = question.split("|")
    wanted = dict(zip(KINDS[kind].comparable, values, strict=True))
    found = []
    with (FOLDER / KINDS[kind].file).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            numbers = [int(row[name]) for name in ("value_low", "value_best", "value_high") if row[name]]
            stated = day_of(row["as_of"])
            if row["status"] != "occurred" or not numbers or stated is None or stated > day:
                continue
            if any(row[name] != value for name, value in wanted.items()):
                continue
            found.append(
                Print(
                    row["fact_id"],
                    publisher_id(row["source_publisher"], directory)
                    if row["claimant"] == "publisher"
                    else row["claimant"],
                    min(numbers),
                    max(numbers),
                    row["qualifier"] in ("at_least", "more_than", "order_of"),
                    row["qualifier"] == "at_most",
                    stated,
                    day_of(row["source_published"]),
                    row["source_publisher"],
                    row["source_url"] or row["source_publisher"] + row["source_published"],
                )
            )
    return found


def parents() -> dict[str, str]:
    with (FOLDER / "actors.csv").open(encoding="utf-8", newline="") as file:
        return {row["actor_id"]: "" if row["independent"] else row["parent"] for row in csv.DictReader(file)}


def voice(actor: str, above: dict[str, str]) -> str:
    while above.get(actor):
        actor = above[actor]
    return actor


def on_paper(found: list[Print]) -> dict[str, tuple[int, int]]:
    """Return each claimant's lowest and highest number in force, by the definitions."""
    above = parents()
    statements: dict[str, dict[date, set[tuple[int, int]]]] = defaultdict(lambda: defaultdict(set))
    for each in found:
        number = (each.low, each.high)
        same = [p for p in found if p.claimant == each.claimant and (p.low, p.high) == number]
        that_day = [p for p in found if p.claimant == each.claimant and p.stated == each.stated]
        is_first = each.stated == min(p.stated for p in same)
        several = len({p.publisher for p in that_day}) > 1 and any(p.published != p.stated for p in that_day)
        first_of_any = any(
            p.stated == min(q.stated for q in found if q.claimant == p.claimant and (q.low, q.high) == (p.low, p.high))
            for p in that_day
        )
        if is_first or several or first_of_any:
            statements[each.claimant][each.stated].add(number)
    stands = {}
    for claimant, days in statements.items():
        last = max(days)
        for number in days[last]:
            begun = last
            for earlier in sorted(days, reverse=True):
                if number not in days[earlier]:
                    break
                begun = earlier
            bodies = [b for b in statements if b != claimant and voice(b, above) == claimant]
            revised = any(
                number in statements[b][one] and number not in statements[b][two] and two > begun
                for b in bodies
                for one, two in zip(sorted(statements[b]), sorted(statements[b])[1:], strict=False)
            )
            if not revised:
                stands.setdefault(claimant, set()).add(number)
    return {who: (min(low for low, _h in each), max(high for _l, high in each)) for who, each in stands.items()}


@pytest.mark.parametrize(("kind", "question", "day"), CASES)
def test_figures_in_force_equal_those_worked_out_on_paper(
    connection: duckdb.DuckDBPyConnection, kind: str, question: str, day: date
) -> None:
    shown = claims(connection, Filters(kinds=(kind,), known_on=day))
    directory = read_directory(connection)
    argument = argue(answers(shown, KINDS[kind], question), directory)
    current = {row["claimant"]: (row["lower"], row["upper"]) for row in argument.current.rows(named=True)}
    assert current == on_paper(prints_of(kind, question, day, directory))


# Checked once against the rows of the CSV files and kept: claimants, lowest, highest, the widest gap.
BY_HAND = {
    (0, date(2024, 12, 31)): (9, 3000, 12000, (10000, 11000)),
    (2, date(2025, 4, 30)): (9, 20, 4000, (40, 4000)),
    (2, date(2025, 9, 15)): (12, 20, 4000, (40, 4000)),
    (2, TODAY): (14, 20, 6000, (40, 6000)),
    (3, TODAY): (11, 200, 6000, (350, 6000)),
}


@pytest.mark.parametrize("case", BY_HAND)
def test_what_was_known_by_hand(connection: duckdb.DuckDBPyConnection, case: tuple[int, date]) -> None:
    which, day = case
    kind, question = [(kind, question) for kind, questions in QUESTIONS.items() for question in questions][which]
    shown = claims(connection, Filters(kinds=(kind,), known_on=day))
    argument = argue(answers(shown, KINDS[kind], question), read_directory(connection))
    answer, gap = RULES["range"].answer(argument.current), widest_gap(argument.current)
    assert answer
    assert gap
    assert (argument.claimants, answer.low, answer.high, (gap.most, gap.least)) == BY_HAND[case]


def test_the_spring_figure_still_in_print_in_november_is_marked(connection: duckdb.DuckDBPyConnection) -> None:
    shown = claims(connection, Filters(kinds=("casualty",)))
    argument = argue(answers(shown, KINDS["casualty"], QUESTIONS["casualty"][0]), read_directory(connection))
    repeats = {row["fact_id"]: row for row in argument.repeats.rows(named=True)}
    assert {"cas-0113", "ido-0211"} <= repeats.keys()
    newer = {row["fact_id"]: row for row in argument.claims.rows(named=True)}[repeats["cas-0113"]["newer"]]
    assert (newer["claimant"], newer["lower"], repeats["cas-0113"]["until"]) == ("nis-kor", 2000, date(2025, 9, 1))


@pytest.mark.parametrize("basis", ["stated", "published", "added"])
@pytest.mark.parametrize("day", DAYS[:-1])
def test_nothing_later_leaks_into_a_replay(connection: duckdb.DuckDBPyConnection, basis: str, day: date) -> None:
    shown = claims(connection, Filters(known_on=day, known_by=basis))  # type: ignore[arg-type]
    everything = claims(connection, Filters())
    if basis == "added":  # what ships was there from the start
        assert shown.equals(everything)
        return
    column = {"stated": "as_of", "published": "source_published"}[basis]
    known = everything.filter(everything[column].is_not_null() & (everything[column] <= day).fill_null(False))
    assert shown.equals(known)
    assert 0 < shown.height < everything.height
