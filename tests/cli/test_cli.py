"""The command line, run as a person runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.facts import fact_columns
from dashboard.store import open_store
from dashboard.store.queries import total

# Our own words: a report in Indonesian with a sending, a toll and a talk.
ARTICLE = """Menlu Rusia Sergei Lavrov bertemu Menlu China Wang Yi di Moskow pada Selasa (2/9/2025).
Badan Intelijen Nasional Korea Selatan memperkirakan Korea Utara mengirim sekitar 12.000 tentara untuk membantu Rusia.
Sekitar 700 tentara Korea Utara tewas, kata badan itu.
"""


def run(*arguments: str, standard_input: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments],
        input=standard_input,
        capture_output=True,
        text=True,
        env=os.environ | environment,
        check=False,
        timeout=120,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_help_names_every_command() -> None:
    told = run("--help").stdout
    assert all(command in told for command in ("serve", "extract", "add", "check", "dictionary"))


def test_extract_explains_how_it_read(article: Path) -> None:
    done = run("extract", str(article), "--published", "2025-09-04", "--language", "id", "--explain")
    assert done.returncode == 0, done.stderr
    assert "sekitar 12.000 tentara = troops" in done.stdout
    assert "claimant nis-kor (estimates)" in done.stdout
    assert "by the rules of meeting: kind=meeting" in done.stdout
    done = run("extract", str(article), "--language", "xx", "--explain")
    assert done.returncode == 1
    assert "No language pack for xx" in done.stderr


def test_several_workers_print_what_one_does(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"document_id": str(n), "text": ARTICLE + f"Sebanyak {n + 10} tentara Rusia tewas.", "language": "id"}
        )
        for n in range(30)
    ]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    one, two = (run("extract", "--documents", str(path), "--workers", str(n)) for n in (1, 2))
    assert one.returncode == two.returncode == 0, two.stderr
    assert one.stdout == two.stdout
    assert one.stdout.count("\n") >= 90


def test_extract_prints_json_lines_with_evidence(article: Path) -> None:
    done = run("extract", str(article), "--published", "2025-09-04", "--language", "id", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"deployment", "casualty", "meeting"} <= {fact["kind"] for fact in facts}
    assert all(ARTICLE[fact["evidence_start"] : fact["evidence_end"]] == fact["evidence"] for fact in facts)
    [sent] = [fact for fact in facts if fact["kind"] == "deployment"]
    assert (sent["actor"], sent["supported"], sent["value_best"], sent["qualifier"], sent["claimant"]) == (
        "PRK", "RUS", 12000, "about", "nis-kor",
    )  # fmt: skip


def test_extract_prints_csv_with_the_columns_of_the_contract(article: Path) -> None:
    done = run("extract", str(article), "--published", "2025-09-04", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert rows
    assert list(rows[0]) == [column.name for column in fact_columns()]


def test_extract_prints_a_table_for_people(article: Path) -> None:
    done = run("extract", str(article), "--published", "2025-09-04")
    assert "≈ 12,000" in done.stdout
    assert run("extract", str(article), "--published", "2025-09-04").stdout == done.stdout


def test_extract_finds_nothing_where_nothing_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Cuaca hari ini cerah.", encoding="utf-8")
    assert run("extract", str(path)).stdout == "No facts found.\n"


def test_extract_reads_many_documents_and_tells_which_lines_are_lost(tmp_path: Path) -> None:
    lines = [
        json.dumps({"document_id": "one", "text": ARTICLE, "published": "2025-09-04", "language": "id"}),
        "not json",
        "",
        json.dumps({"document_id": "two", "text": "Cuaca hari ini cerah.", "published": None, "language": "id"}),
        json.dumps({"document_id": "three", "text": ARTICLE, "published": "2025-09-04", "language": "id"}),
    ]
    done = run("extract", "--documents", "-", standard_input="\n".join(lines))
    assert done.returncode == 1
    assert "line 2: not JSON" in done.stderr
    assert {json.loads(line)["document_id"] for line in done.stdout.splitlines()} == {"one", "three"}
    path = tmp_path / "documents.jsonl"
    path.write_text(lines[0], encoding="utf-8")
    from_file = run("extract", "--documents", str(path))
    assert from_file.returncode == 0
    assert from_file.stdout.splitlines() == [x for x in done.stdout.splitlines() if '"one"' in x]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("extract",), "either an ARTICLE or --documents"),
        (("extract", "no.txt"), "no.txt cannot be read"),
        (("extract", "no.txt", "--published", "4.9.2025"), "is not a day like 2025-09-04"),
        (("extract", "no.txt", "--format", "xls"), "is not one of"),
        (("add",), "Missing argument"),
    ],
)
def test_a_mistake_is_told_in_words(arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_add_puts_an_article_into_the_store_once(article: Path, tmp_path: Path) -> None:
    database = tmp_path / "t.duckdb"
    known = ("--published", "2025-09-04", "--language", "id", "--publisher", "Koran Contoh")
    first = run("add", str(article), *known, TILIK_DATABASE=str(database))
    assert first.returncode == 0, first.stderr
    assert "added 3 facts" in first.stdout
    again = run("add", str(article), *known, TILIK_DATABASE=str(database))
    assert "known already, nothing added" in again.stdout
    with open_store(database) as connection:
        rows = connection.execute("SELECT count(*) FROM facts WHERE origin = 'added'").fetchall()
        assert rows == [(3,)]
        assert total(connection) > 900


def test_add_goes_on_after_an_article_that_cannot_be_read(article: Path, tmp_path: Path) -> None:
    done = run("add", str(tmp_path / "no.txt"), str(article), TILIK_DATABASE=str(tmp_path / "t.duckdb"))
    assert done.returncode == 1
    assert "no.txt cannot be read" in done.stderr
    assert f"{article}: added" in done.stdout


def test_add_tells_when_the_database_cannot_be_used(article: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("my notes\n" * 2000)
    done = run("add", str(article), TILIK_DATABASE=str(notes))
    assert done.returncode != 0
    assert "is not a database" in done.stderr
    assert "Traceback" not in done.stderr
    assert notes.read_text() == "my notes\n" * 2000


def test_check_counts_what_ships() -> None:
    done = run("check")
    assert done.returncode == 0, done.stderr
    assert "no problems" in done.stdout
