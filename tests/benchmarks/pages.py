"""Server time of each page on the shipped facts, beside an empty Streamlit page, in one run.

    python -m tests.benchmarks.pages [ROUNDS]

Each round runs every page once, in a fresh session, the empty page among them; what is told is the median over the
rounds and its ratio to the empty page's. The ratios are what to compare between machines, not the milliseconds.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.store import database_path, open_store
from dashboard.views.pages import page_specs
from tests.conftest import APP

EMPTY = 'import streamlit as st\nst.title("Nothing")'


def once(name: str) -> float:
    """Return the seconds that one run of a page takes on the server."""
    app = AppTest.from_string(EMPTY) if name == "(empty)" else AppTest.from_file(str(APP))
    app._page_hash = calc_hash(name) if name != "(empty)" else ""
    began = time.perf_counter()
    app.run(timeout=60)
    took = time.perf_counter() - began
    if app.exception:
        raise SystemExit(f"{name}: {app.exception[0].value}")
    return took


def main(rounds: int) -> None:
    """Measure and print one line a page."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TILIK_DATABASE"] = str(Path(folder) / "t.duckdb")
        with open_store(database_path()):
            pass
        names = ["(empty)", *(spec.name for spec in page_specs())]
        for name in names:  # the first run of each page imports what it needs
            once(name)
        times = {name: [] for name in names}  # type: dict[str, list[float]]
        for _round in range(rounds):
            for name in names:
                times[name].append(once(name))
    base = statistics.median(times["(empty)"])
    print(f"{'page':12}{'median ms':>10}{'x empty':>9}   ({rounds} rounds)")
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:12}{median * 1000:10.1f}{median / base:9.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
