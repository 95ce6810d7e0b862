"""One question with very many claims, beside a plain aggregate of the same rows in DuckDB, in one run.

    python -m tests.benchmarks.questions [CLAIMS] [ROUNDS]

Told are the medians over the rounds and their ratio to the aggregate's: reading the claims out of the database, working
out the argument (supersession, voices, agreement, the band over time), and the whole page on the server, beside an
empty one under the same harness.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import duckdb
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.facts import KINDS, Document
from dashboard.store import Filters, add_document, database_path, open_store, read_directory
from dashboard.store.queries import claims
from dashboard.transforms import answers, argue, envelope, marks, questions
from tests.benchmarks.pages import once
from tests.conftest import APP, make_fact

CLAIMANTS, DAYS, OUTLETS = 200, 1500, 40
AGGREGATE = """
SELECT claimant, min(coalesce(value_low, value_best)), max(coalesce(value_high, value_best)), max(as_of), count(*)
FROM facts WHERE kind = 'casualty' AND actor = 'UKR' AND unit = 'people' GROUP BY claimant ORDER BY claimant
"""


def fill(connection: duckdb.DuckDBPyConnection, count: int) -> None:
    """Add claims on one question: claimants that revise upwards, outlets that repeat them, days at random."""
    chance = random.Random(1)
    for outlet in range(OUTLETS):
        document = Document(
            document_id=f"d{outlet}", publisher=f"Outlet {outlet}", text="x", published=date(2026, 1, 1)
        )
        facts = []
        for n in range(outlet, count, OUTLETS):
            day = chance.randrange(DAYS)
            facts.append(
                make_fact(
                    fact_id=f"bench-{n}", actor="UKR", unit="people",
                    claimant=f"claimant-{chance.randrange(CLAIMANTS)}",
                    as_of=date(2022, 1, 1) + timedelta(day), value_best=100 * (day // 30) + chance.randrange(3),
                    qualifier="about", document_id=document.document_id,
                )
            )  # fmt: skip
        add_document(connection, document, facts)


def page() -> None:
    """Run the page of the question once, in a fresh session."""
    app = AppTest.from_file(str(APP))
    app._page_hash = calc_hash("casualty")
    app.query_params["casualty_question"] = "Ukraine: people killed (cumulative)"
    app.run(timeout=120)
    if app.exception:
        raise SystemExit(app.exception[0].value)
    assert app.title[0].value == "Ukraine: people killed (cumulative)"


def median(work: Callable[[], object], rounds: int) -> float:
    """Return the median seconds of some work, after once to warm up."""
    work()
    times = []
    for _round in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main(count: int, rounds: int) -> None:
    """Measure and print one line each."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TILIK_DATABASE"] = str(Path(folder) / "t.duckdb")
        with open_store(database_path()) as connection:
            fill(connection, count)
        with open_store(database_path()) as connection:
            directory, kind = read_directory(connection), KINDS["casualty"]
            read = claims(connection, Filters(kinds=("casualty",)))
            question = questions(read, kind).item(0, "question")
            argument = argue(answers(read, kind, question), directory)
            assert argument.claims.height == count
            times = {
                "aggregate in DuckDB": median(lambda: connection.execute(AGGREGATE).fetchall(), rounds),
                "claims out of the database": median(lambda: claims(connection, Filters(kinds=("casualty",))), rounds),
                "questions and answers": median(
                    lambda: answers(read, kind, questions(read, kind).item(0, "question")), rounds
                ),
                "argument": median(lambda: argue(answers(read, kind, question), directory), rounds),
                "band and marks": median(lambda: (envelope(argument.claims), marks(argument.claims)), rounds),
            }
        times["(empty page)"] = median(lambda: once("(empty)"), rounds)
        times["whole page"] = median(page, rounds)
    base = times["aggregate in DuckDB"]
    print(f"{count:,} claims in one question, {rounds} rounds")
    for name, seconds in times.items():
        print(f"{name:28}{seconds * 1000:10.1f} ms{seconds / base:10.1f} x")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
