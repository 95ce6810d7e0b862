"""What the command line does with articles that are kept: reading again, exporting, labelling, measuring."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from dashboard.facts import DECISION_COLUMNS
from dashboard.store import open_store
from dashboard.store.queue import review_queue
from dashboard.store.review import accept_above, correct, reject
from tests.cli.test_cli import ARTICLE, run
from tests.store.wire import REPORT, printed


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an article of three facts, added on the command line."""
    folder = tmp_path_factory.mktemp("added")
    path, article = folder / "t.duckdb", folder / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    known = ("--published", "2025-09-04", "--publisher", "Koran Contoh")
    done = run("add", str(article), *known, TILIK_DATABASE=str(path))
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def database(added: Path, tmp_path: Path) -> Path:
    """The same, for one test alone."""
    return Path(shutil.copy(added, tmp_path / "t.duckdb"))


def facts(database: Path) -> list[str]:
    with open_store(database) as connection:
        return review_queue(connection, "document").get_column("fact_id").to_list()


def from_json(path: Path) -> pl.DataFrame:
    return pl.DataFrame(json.loads(path.read_text(encoding="utf-8")), infer_schema_length=None)


def test_reading_again_shows_what_changes_and_takes_it_over_when_told(database: Path) -> None:
    with open_store(database) as connection:
        connection.execute("UPDATE extracted SET location = 'Elsewhere' WHERE origin = 'added' AND kind = 'meeting'")
        connection.execute("DELETE FROM extracted WHERE origin = 'added' AND kind = 'casualty'")
    done = run("reextract", TILIK_DATABASE=str(database))
    assert done.returncode == 0, done.stderr
    assert "location: Elsewhere -> " in done.stdout
    assert "1 new, 0 gone, 1 changed: nothing written" in done.stdout
    assert "1 new, 0 gone, 1 changed: taken over" in run("reextract", "--apply", TILIK_DATABASE=str(database)).stdout
    assert "0 new, 0 gone, 0 changed" in run("reextract", TILIK_DATABASE=str(database)).stdout


def test_every_table_is_exported_in_every_format(database: Path, tmp_path: Path) -> None:
    first, second, _third = facts(database)
    with open_store(database) as connection:
        reject(connection, first, "other", reviewer="=Ann", seen="", note="=1+1")
        correct(connection, second, {"location": "Kursk"}, reviewer="Bob", seen="")
    for what, shown in (("facts", "fact_id"), ("decisions", "decision_id"), ("documents", "document_id")):
        heights = set()
        for form in ("csv", "parquet", "json"):
            path = tmp_path / f"{what}.{form}"
            chosen = ("--what", what, "--format", form, "--output", str(path))
            done = run("export", *chosen, TILIK_DATABASE=str(database))
            assert done.returncode == 0, done.stderr
            read = {"csv": lambda p: pl.read_csv(p, infer_schema=False), "parquet": pl.read_parquet, "json": from_json}
            frame = read[form](path)
            assert shown in frame.columns
            heights.add(frame.height)
        assert len(heights) == 1
    rows = list(csv.DictReader(io.StringIO((tmp_path / "decisions.csv").read_text(encoding="utf-8-sig"))))
    assert list(rows[0]) == [column.name for column in DECISION_COLUMNS]
    assert [(row["action"], row["reviewer"], row["note"]) for row in rows] == [
        ("correct", "Bob", ""), ("reject", "'=Ann", "'=1+1"),
    ]  # fmt: skip
    assert json.loads(rows[0]["changes"]) == {"location": "Kursk"}
    assert rows[0]["decided_at"].endswith("Z")
    ids = [row["fact_id"] for row in json.loads((tmp_path / "facts.json").read_text(encoding="utf-8"))]
    assert first not in ids
    assert second in ids
    assert first in run("export", "--rejected", TILIK_DATABASE=str(database)).stdout


def test_reviewed_articles_become_labels_and_are_measured(database: Path, tmp_path: Path) -> None:
    for command in (("labelled", str(tmp_path / "labels")), ("accuracy",)):
        early = run(*command, TILIK_DATABASE=str(database))
        assert early.returncode == 1
        assert "No article has been reviewed to the end yet" in early.stderr
    with open_store(database) as connection:
        accept_above(connection, 0.0, reviewer="Ann")
    done = run("labelled", str(tmp_path / "labels"), TILIK_DATABASE=str(database))
    assert "1 new of 1 reviewed article(s)" in done.stdout
    label = json.loads((tmp_path / "labels" / "001.json").read_text(encoding="utf-8"))
    assert (label["language"], label["published"], len(label["facts"])) == ("id", "2025-09-04", 3)
    measured = run("accuracy", "--errors", TILIK_DATABASE=str(database))
    assert "| id | all | 3 | 3 | 3 | 1.00 | 1.00 | 1.00 |" in measured.stdout
    assert "missed" not in measured.stdout


def test_a_reprint_is_told_when_it_is_added(tmp_path: Path, own_database: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(REPORT, encoding="utf-8")
    two.write_text(printed("Koran Dua"), encoding="utf-8")
    done = run("add", str(one), str(two), "--published", "2025-09-04", TILIK_DATABASE=str(own_database))
    assert done.returncode == 0, done.stderr
    told_one, told_two = done.stdout.splitlines()
    assert told_one.startswith(f"{one}: added ")
    assert told_two.endswith("; a reprint of an article")
    assert "\033" not in done.stdout + done.stderr, "no bar where nobody is watching"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "--what", "everything"), "is not one of"),
        (("export", "--output", "/nowhere/at/all.csv"), "cannot be written"),
        (("labelled",), "Missing argument"),
    ],
)
def test_a_mistake_is_told_in_words(database: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments, TILIK_DATABASE=str(database))
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def documents(database: Path) -> list[dict[str, str]]:
    done = run("export", "--what", "documents", TILIK_DATABASE=str(database))
    return [
        row for row in csv.DictReader(io.StringIO(done.stdout.lstrip("\ufeff"))) if row["publisher"] == "Koran Contoh"
    ]


def test_an_article_is_corrected_read_anew_and_taken_back(database: Path) -> None:
    [document] = documents(database)
    name = document["document_id"]
    given = ("--published", "2026-09-04", "--title", "Pertemuan di Moskow", "--url", "", "--no-reprint")
    done = run("describe", name, *given, "--reviewer", "Ann", "--note", "misread", TILIK_DATABASE=str(database))
    assert done.returncode == 0, done.stderr
    assert "published: 2025-09-04 -> 2026-09-04\n" in done.stdout
    assert "title: nothing -> Pertemuan di Moskow\n" in done.stdout
    assert "    as_of: 2025-09-04 -> 2026-09-04\n" in done.stdout
    assert done.stdout.endswith("3 facts are told otherwise now\n")
    assert documents(database)[0]["title"] == "Pertemuan di Moskow"
    done = run("describe", name, "--undo", "--reviewer", "Ann", TILIK_DATABASE=str(database))
    assert "title: Pertemuan di Moskow -> nothing\n" in done.stdout
    assert documents(database) == [document]
    log = run("export", "--what", "decisions", TILIK_DATABASE=str(database)).stdout
    rows = list(csv.DictReader(io.StringIO(log.lstrip("\ufeff"))))
    assert [(row["action"], row["document_id"], row["note"]) for row in rows] == [
        ("undo", name, ""), ("describe", name, "misread"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--published", "2999-01-01"), "published: 2999-01-01 is in the future"),
        (("--language", "Indonesian", "--url", "ftp://x"), "is no language code of ISO 639-1"),
        (("--reprint-of", "elsewhere"), "there is no document 'elsewhere' here"),
        (("--reprint-of", "elsewhere", "--no-reprint"), "either --reprint-of or --no-reprint"),
        (("--undo",), "Ann has corrected nothing of this article"),
        (("--undo", "--title", "x"), "correct in another call"),
        ((), "Say what is to be corrected"),
    ],
)
def test_what_is_no_correction_is_told(database: Path, options: tuple[str, ...], told: str) -> None:
    [document] = documents(database)
    done = run("describe", document["document_id"], *options, "--reviewer", "Ann", TILIK_DATABASE=str(database))
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert documents(database) == [document]
