"""``add`` as a person uses it: many files at once, doubts told in the line, killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from dashboard.store import open_store
from tests.cli.test_cli import ARTICLE, run
from tests.documents.making import pdf, zipped
from tests.store.wire import REPORT

PAGE = """<!doctype html><html lang="en"><head><title>Tentara Korut Tewas - Koran Contoh</title>
<meta property="og:site_name" content="Koran Contoh"><meta property="article:published_time" content="2025-09-04">
</head><body><article><h1>Tentara Korut Tewas</h1>{paragraphs}</article></body></html>"""


def page(text: str = REPORT) -> str:
    return PAGE.format(paragraphs="".join(f"<p>{each}</p>" for each in text.split("\n\n")))


def told(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """What is told of each file, by its name without the folder."""
    lines = (done.stdout + done.stderr).splitlines()
    return {line.split(": ")[0].rsplit("/", 1)[-1]: line.split(": ", 1)[1] for line in lines if ": " in line}


def test_folders_and_archives_go_in_and_what_cannot_be_read_is_told(tmp_path: Path, own_database: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.html").write_text(page(), encoding="utf-8")
    (folder / "b.txt").write_text(ARTICLE, encoding="utf-16")
    (folder / "c.txt").write_text("  ")
    (folder / "d.xlsx").write_bytes(b"PK\x03\x04 no archive")
    archive = tmp_path / "more.zip"
    archive.write_bytes(
        zipped({"again.txt": ARTICLE, "weather.txt": "The sky was blue and the wind was from the east."})
    )
    done = run("add", str(folder), str(archive), TILIK_DATABASE=str(own_database))
    assert done.returncode == 1
    lines = told(done)
    assert lines["a.html"].startswith("added ")
    assert lines["a.html"].endswith("read as id, although the file says en")
    assert lines["b.txt"].startswith("added 3 facts; no day of publication, so relative dates stay unread")
    assert lines["again.txt"] == "known already, nothing added"
    assert lines["weather.txt"].startswith("added 0 facts")
    problems = done.stderr.splitlines()
    assert [("c.txt" in line, "d.xlsx" in line) for line in problems] == [(True, False), (False, True)]
    assert all(line.endswith(".") for line in problems)


def test_doubts_are_told_and_a_person_knows_better(tmp_path: Path, own_database: Path) -> None:
    made = tmp_path / "made.pdf"
    made.write_bytes(pdf(tuple(ARTICLE.splitlines()), info={"CreationDate": "D:20250905101500"}))
    database = str(own_database)
    assert "give --published, which may be 2025-09-05" in run("add", str(made), TILIK_DATABASE=database).stdout
    french = tmp_path / "french.txt"
    french.write_text("Le ministre a dit que deux mille soldats sont morts.", encoding="utf-8")
    assert "in no language that was recognised, so no facts" in run("add", str(french), TILIK_DATABASE=database).stdout
    saved = tmp_path / "saved.html"
    saved.write_text(page(), encoding="utf-8")
    known = (
        "--language",
        "en",
        "--publisher",
        "Mine",
        "--published",
        "2025-09-05",
        "--title",
        "T",
        "--url",
        "https://x.example/",
    )
    assert run("add", str(saved), *known, TILIK_DATABASE=database).stdout.endswith(": added 0 facts\n")
    with open_store(Path(database)) as connection:
        rows = connection.execute("SELECT publisher, title, language, url FROM documents WHERE title = 'T'").fetchall()
    assert rows == [("Mine", "T", "en", "https://x.example/")]
    refused = run("add", str(saved), str(made), "--title", "T", TILIK_DATABASE=database)
    assert (refused.returncode, "with one file alone" in refused.stderr) == (2, True)


def test_the_same_words_in_another_outlet_are_told_as_a_reprint(tmp_path: Path, own_database: Path) -> None:
    one, other = tmp_path / "one.html", tmp_path / "other.txt"
    one.write_text(page(), encoding="utf-8")
    other.write_text(REPORT, encoding="utf-8")
    database = str(own_database)
    assert run("add", str(one), TILIK_DATABASE=database).returncode == 0
    known = ("--publisher", "Harian Lain", "--published", "2025-09-06")
    assert (
        "a reprint of “Tentara Korut Tewas” by Koran Contoh"
        in run("add", str(other), *known, TILIK_DATABASE=database).stdout
    )
    assert "known already" in run("add", str(other), *known, TILIK_DATABASE=database).stdout


def test_a_run_that_is_killed_is_completed_by_a_second(tmp_path: Path) -> None:
    count, database, folder = 300, tmp_path / "t.duckdb", tmp_path / "articles"
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:03}.txt").write_text(ARTICLE.replace("700", str(100 + n)), encoding="utf-8")
    command = [sys.executable, "-m", "dashboard", "add", str(folder), "--published", "2025-09-04"]
    process = subprocess.Popen(
        command, env=os.environ | {"TILIK_DATABASE": str(database)}, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    process.stdout.readline()  # the first articles are there
    time.sleep(0.2)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    def whole() -> int:
        with open_store(database) as connection:
            facts = connection.execute(
                "SELECT count(f.fact_id) FROM documents d LEFT JOIN facts f USING (document_id) "
                "WHERE d.origin = 'added' GROUP BY d.document_id"
            ).fetchall()
        assert set(facts) == {(3,)}
        return len(facts)

    killed_at = whole()
    assert 0 < killed_at < count
    done = run("add", str(folder), "--published", "2025-09-04", TILIK_DATABASE=str(database))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("known already") == killed_at
    assert whole() == count
