"""A program that is killed in the middle of adding many articles leaves each of them whole or absent."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

from dashboard.store import open_store

COUNT = 400
ADDING = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).resolve().parents[2])!r})
from dashboard.facts import Document
from dashboard.store import Article, add_documents
from tests.conftest import make_fact

def articles():
    for n in range({COUNT}):
        words = " ".join(f"word{{(n * 31 + k) % 997}}" for k in range(60))
        facts = [make_fact(document_id=f"d{{n}}", value_best=10 * n + k) for k in (1, 2, 3)]
        yield Article(Document(document_id=f"d{{n}}", publisher=f"Outlet {{n % 7}}", text=words), facts)

path, data = map(Path, sys.argv[1:])
for done, added in enumerate(add_documents(articles(), path=path, shipped=data, together=10)):
    if done % 10 == 0:
        print(done, flush=True)
print("end", flush=True)
"""


def adding(path: Path, data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(ADDING), str(path), str(data)], stdout=subprocess.PIPE, text=True
    )


def whole(path: Path, data: Path) -> int:
    """Return how many articles there are; each has its three facts, with what the machine said, actors and keys."""
    with open_store(path, data) as connection:
        counts = connection.execute(
            "SELECT document_id, (SELECT count(*) FROM facts f WHERE f.document_id = d.document_id), "
            "(SELECT count(*) FROM extracted e WHERE e.document_id = d.document_id), "
            "(SELECT count(*) FROM fact_actors a JOIN facts f USING (fact_id) WHERE f.document_id = d.document_id), "
            "(SELECT count(*) FROM prints p WHERE p.document_id = d.document_id) "
            "FROM documents d WHERE origin = 'added'"
        ).fetchall()
        strays = connection.execute(
            "SELECT count(*) FROM facts WHERE document_id NOT IN (SELECT document_id FROM documents)"
        ).fetchall()
    assert strays == [(0,)]
    assert {tuple(rest) for _document, *rest in counts} <= {(3, 3, 6, 42)}
    return len(counts)


def test_each_article_is_whole_or_absent_and_a_second_run_completes(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    with open_store(path, data):
        pass
    chance = random.Random(5)
    there = [0]
    for _kill in range(4):
        process = adding(path, data)
        assert process.stdout
        for line in process.stdout:  # let it get on with what is missing, then stop it at any moment
            if line == "end\n" or int(line) >= there[-1]:
                break
        time.sleep(chance.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        there.append(whole(path, data))
    assert there == sorted(there)
    assert 0 < there[1] < COUNT, "it was killed in the middle"
    process = adding(path, data)
    told, _errors = process.communicate(timeout=60)
    assert told.endswith("end\n")
    assert whole(path, data) == COUNT
