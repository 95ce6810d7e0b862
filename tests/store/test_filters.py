"""Filters as a table: values → SQL and parameters, and what they let through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts import Document
from dashboard.store import Filters, add_document, open_store
from dashboard.store.filters import RULES, where
from dashboard.store.queries import claims, undated
from tests.conftest import make_fact, small_data

CLAUSES = {
    "nothing": (Filters(), "TRUE", []),
    "kinds": (Filters(kinds=("casualty",)), "kind IN (SELECT unnest(?))", [["casualty"]]),
    "claimants": (Filters(claimants=("nis-kor", "KOR")), "claimant IN (SELECT unnest(?))", [["nis-kor", "KOR"]]),
    "statuses": (Filters(statuses=("denied",)), "status IN (SELECT unnest(?))", [["denied"]]),
    "publishers": (Filters(publishers=("A'; DROP TABLE facts",)), "publisher IN (SELECT unnest(?))",
                   [["A'; DROP TABLE facts"]]),
    "from": (Filters(date_from=date(2025, 1, 1)), "((as_of >= ?) OR (as_of IS NULL))", [date(2025, 1, 1)]),
    "dated only": (Filters(date_to=date(2025, 1, 1), undated=False), "(as_of <= ?)", [date(2025, 1, 1)]),
    "known on a day": (Filters(known_on=date(2025, 1, 1)), "as_of <= ?", [date(2025, 1, 1)]),
    "published until a day": (Filters(known_on=date(2025, 1, 1), known_by="published"), "published <= ?",
                              [date(2025, 1, 1)]),
    "undated off without dates": (Filters(undated=False), "TRUE", []),
    "two": (Filters(kinds=("meeting",), statuses=("planned",)),
            "kind IN (SELECT unnest(?)) AND status IN (SELECT unnest(?))", [["meeting"], ["planned"]]),
}  # fmt: skip


@pytest.mark.parametrize("name", CLAUSES)
def test_values_become_sql_with_parameters(name: str) -> None:
    filters, clause, parameters = CLAUSES[name]
    assert where(filters) == (clause, parameters)


def test_every_field_of_the_filters_has_a_rule() -> None:
    ruled = {rule.name for rule in RULES}
    assert ruled == {
        "actors", "kind", "claimant", "status", "publisher", "review", "reliability", "credibility", "fact_id",
        "document_id",
        "dates", "known", "words",
    }  # fmt: skip


FACTS = {
    "april": make_fact(fact_id="april", as_of=date(2025, 4, 30), date_start=date(2024, 10, 1)),
    "september": make_fact(fact_id="september", as_of=date(2025, 9, 2), value_best=2000, claimant="vladimir-putin"),
    "by-june": make_fact(fact_id="by-june", as_of=date(2025, 9, 2), date_end=date(2025, 6, 30), status="planned"),
    "undated": make_fact(fact_id="undated", as_of=None, summary="100% of them_"),
    "talks": make_fact(
        fact_id="talks", kind="meeting", actor="", participants="kim-jong-un; vladimir-putin", value_best=None,
        as_of=date(2025, 9, 4), date_start=date(2025, 9, 3), date_end=date(2025, 9, 3), claimant="publisher",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = small_data(tmp_path_factory.mktemp("data"))
    for name in ("casualties.csv", "deployments.csv", "meetings.csv"):  # the headers alone
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    with open_store(folder / "t.duckdb", folder) as connection:
        document = Document(document_id="doc", publisher="The Paper", text="words")
        add_document(connection, document, FACTS.values())
        yield connection


LET_THROUGH = {
    "nothing set": (Filters(), set(FACTS)),
    "known on a day": (Filters(known_on=date(2025, 9, 2)), {"april", "september", "by-june"}),
    "known before everything": (Filters(known_on=date(2025, 4, 29)), set()),
    "published until a day, by an article without a day": (
        Filters(known_on=date(2025, 9, 2), known_by="published"), set()
    ),
    "added until long ago": (Filters(known_on=date(2025, 9, 2), known_by="added"), set()),
    "added until the end of time": (Filters(known_on=date(9999, 1, 1), known_by="added"), set(FACTS)),
    "a state and its people": (Filters(actors=("PRK",)), set(FACTS)),
    "a person": (Filters(actors=("vladimir-putin",)), {"september", "talks"}),
    "in the role of claimant": (Filters(actors=("KOR",)), {"april", "by-june", "undated"}),
    "several actors are alternatives": (Filters(actors=("RUS", "KOR")), set(FACTS)),
    "an actor that is not there": (Filters(actors=("USA",)), set()),
    "stated in 2025 until May": (Filters(date_to=date(2025, 5, 1), undated=False), {"april"}),
    "undated ones are kept": (Filters(date_to=date(2025, 5, 1)), {"april", "undated"}),
    "the last day counts": (Filters(date_from=date(2025, 9, 2), date_to=date(2025, 9, 2), undated=False),
                            {"september", "by-june"}),
    "happened since October lasts until stated": (
        Filters(basis="happened", date_from=date(2025, 1, 1), date_to=date(2025, 1, 31), undated=False), {"april"}),
    "happened after it was stated": (
        Filters(basis="happened", date_from=date(2025, 5, 1), date_to=date(2025, 5, 31), undated=False), set()),
    "by June is in June": (
        Filters(basis="happened", date_from=date(2025, 6, 1), date_to=date(2025, 6, 30), undated=False), {"by-june"}),
    "reversed dates let nothing dated through": (
        Filters(date_from=date(2025, 9, 2), date_to=date(2025, 4, 30), undated=False), set()),
    "status": (Filters(statuses=("planned",)), {"by-june"}),
    "publisher as claimant": (Filters(claimants=("the-paper",)), {"talks"}),
    "words mean themselves": (Filters(words="100% them_"), {"undated"}),
    "a wild card is no wild card": (Filters(words="1_0%"), set()),
    "words in any order and case": (Filters(words="THEM of"), {"undated"}),
    "by id": (Filters(fact_ids=("april", "talks")), {"april", "talks"}),
}  # fmt: skip


@pytest.mark.parametrize("name", LET_THROUGH)
def test_filters_let_through(store: duckdb.DuckDBPyConnection, name: str) -> None:
    filters, expected = LET_THROUGH[name]
    assert set(claims(store, filters).get_column("fact_id")) == expected


def test_undated_facts_are_counted_whatever_the_dates(store: duckdb.DuckDBPyConnection) -> None:
    assert undated(store, Filters(date_from=date(2030, 1, 1))) == 1
    assert undated(store, Filters(basis="happened")) == 2


@given(text=st.text(), words=st.lists(st.text(), max_size=3))
def test_nothing_typed_breaks_a_query(tmp_path_factory: pytest.TempPathFactory, text: str, words: list[str]) -> None:
    filters = Filters(actors=(text,), publishers=tuple(words), claimants=(text,), words=" ".join(words))
    clause, parameters = where(filters)
    assert text not in clause or text in "".join(where(Filters(actors=("x",), claimants=("x",), words="x"))[0])
    with duckdb.connect() as memory:
        memory.execute("CREATE TABLE fact_actors(fact_id VARCHAR, actor_id VARCHAR)")
        memory.execute("CREATE TABLE actors(actor_id VARCHAR, parent VARCHAR)")
        columns = ("fact_id", "claimant", "publisher", "summary", "evidence", "location", "title", "date_text")
        memory.execute(f"CREATE TABLE claims({', '.join(f'{name} VARCHAR' for name in columns)})")
        assert memory.execute(f"SELECT count(*) FROM claims WHERE {clause}", parameters).fetchall() == [(0,)]


def test_the_path_is_not_the_users(tmp_path: Path) -> None:
    assert not list(tmp_path.iterdir())
