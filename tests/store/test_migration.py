"""A database of an older release: opened, brought up to date, nothing of it lost."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import duckdb

from dashboard.facts import CORRECTABLE, Document, fact_columns
from dashboard.facts.shipped import fingerprint
from dashboard.store import Filters, add_document, open_store, queries
from dashboard.store.deriving import rebuild_facts
from dashboard.store.describing import describe
from dashboard.store.grading import grade_publisher
from dashboard.store.queue import machine_said, review_queue
from dashboard.store.review import reject
from tests.conftest import make_fact
from tests.store.reviewed import everything
from tests.store.wire import REPORT, printed

# The tables as release 0.1.0 made them (schema version 1).
FIRST_SCHEMA = (
    "CREATE TABLE settings (name VARCHAR, value VARCHAR)",
    "CREATE TABLE documents (document_id VARCHAR, url VARCHAR, publisher VARCHAR, title VARCHAR, published DATE, "
    "language VARCHAR, text VARCHAR, reliability VARCHAR, added_at TIMESTAMP, origin VARCHAR)",
    "CREATE TABLE facts (fact_id VARCHAR, kind VARCHAR, actor VARCHAR, supported VARCHAR, participants VARCHAR, "
    "movement VARCHAR, outcome VARCHAR, format VARCHAR, unit VARCHAR, value_low BIGINT, value_best BIGINT, "
    "value_high BIGINT, qualifier VARCHAR, measure VARCHAR, status VARCHAR, assertion VARCHAR, claimant VARCHAR, "
    "relayed_via VARCHAR, date_start DATE, date_end DATE, date_precision VARCHAR, date_text VARCHAR, as_of DATE, "
    "location VARCHAR, country VARCHAR, summary VARCHAR, evidence VARCHAR, evidence_start BIGINT, evidence_end BIGINT, "
    "confidence DOUBLE, review VARCHAR, credibility VARCHAR, document_id VARCHAR, origin VARCHAR)",
    "CREATE TABLE fact_actors (fact_id VARCHAR, actor_id VARCHAR, role VARCHAR, origin VARCHAR)",
    "CREATE TABLE actors (actor_id VARCHAR, name VARCHAR, type VARCHAR, parent VARCHAR, role VARCHAR, "
    "independent BOOLEAN, origin VARCHAR)",
    "CREATE TABLE aliases (actor_id VARCHAR, language VARCHAR, alias VARCHAR, origin VARCHAR)",
    "CREATE TABLE places (place VARCHAR, country VARCHAR, latitude DOUBLE, longitude DOUBLE, origin VARCHAR)",
)
TEXTS = ("fact_id", "kind", "actor", "outcome", "unit", "value_best", "qualifier", "measure", "status", "assertion")


def old_database(path: Path, data: Path) -> None:
    """Write what release 0.1.0 kept: two prints of one text that were added, a fact each, and an old shipped row."""
    said = ("casualty", "PRK", "killed", "troops", 600, "exact", "cumulative", "occurred", "states")
    with duckdb.connect(str(path)) as connection:
        for statement in FIRST_SCHEMA:
            connection.execute(statement)
        settings = [("schema_version", "1"), ("shipped", fingerprint(data)), ("columns", "as they were")]
        connection.executemany("INSERT INTO settings VALUES (?, ?)", settings)
        for day, name, outlet in ((4, "one", "Kantor Satu"), (5, "two", "Koran Dua")):
            connection.execute(
                "INSERT INTO documents VALUES (?, '', ?, '', ?, 'id', ?, 'F', ?, 'added')",
                [name, outlet, date(2025, 9, day), printed(outlet) if day > 4 else REPORT, datetime(2025, 9, day)],
            )
            claimant = outlet.lower().replace(" ", "-")
            values = [f"fact-{name}", *said, claimant, 0.5, name, "added"]
            columns = f"{', '.join(TEXTS)}, claimant, confidence, document_id, origin"
            connection.execute(f"INSERT INTO facts ({columns}) VALUES ({', '.join('?' * len(values))})", values)
            for column in ("review", "credibility"):
                usual = {"review": "unreviewed", "credibility": "6"}[column]
                connection.execute(f"UPDATE facts SET {column} = ?", [usual])
            connection.execute("INSERT INTO fact_actors VALUES (?, 'PRK', 'actor', 'added')", [f"fact-{name}"])
            connection.execute("INSERT INTO fact_actors VALUES (?, ?, 'claimant', 'added')", [f"fact-{name}", claimant])
            connection.execute("INSERT INTO actors VALUES (?, ?, 'organisation', '', '', FALSE, 'added')",
                               [claimant, outlet])  # fmt: skip
        empty = [c.name for c in fact_columns() if c.type == "text"]
        connection.execute("UPDATE facts SET " + ", ".join(f"{name} = coalesce({name}, '')" for name in empty))
        connection.execute("INSERT INTO facts (fact_id, origin) VALUES ('gone', 'shipped')")


def test_an_older_database_keeps_its_facts_and_gets_its_logs(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    old_database(path, data)
    with open_store(path, data) as connection:
        found = set(queries.claims(connection, Filters()).get_column("fact_id"))
        assert found == {"cas-1", "dep-1", "met-1", "fact-one", "fact-two"}
        said = machine_said(connection, "fact-two")
        assert said
        assert (said["value_best"], said["claimant"], said["revision"], said["found"]) == (600, "publisher", 1, True)
        one, two = (queries.one_fact(connection, f"fact-{name}") for name in ("one", "two"))
        assert one
        assert two
        assert (one["reprint_of"], two["reprint_of"]) == ("", "one")
        assert one["claimant"] == two["claimant"] == "kantor-satu", "a reprint says what the original says"
        assert (one["reliability"], one["published"]) == ("F", date(2025, 9, 4))
        assert review_queue(connection).height == 2
        reject(connection, "fact-two", "duplicate", reviewer="Ann", seen="")
        before = connection.execute("SELECT * FROM facts ORDER BY fact_id").fetchall()
        rebuild_facts(connection)
        assert connection.execute("SELECT * FROM facts ORDER BY fact_id").fetchall() == before
    with open_store(path, data) as connection:
        assert connection.execute("SELECT count(*) FROM extracted WHERE origin = 'added'").fetchall() == [(2,)]


def test_what_documents_came_with_is_kept_from_the_release_in_which_they_could_not_be_corrected(
    tmp_path: Path, data: Path
) -> None:
    path = tmp_path / "t.duckdb"
    with open_store(path, data) as connection:
        for day, text in ((4, REPORT), (5, printed("Koran Dua"))):
            document = Document(
                document_id=f"d{day}", publisher=f"Koran {day}", published=date(2025, 9, day), text=text
            )
            add_document(connection, document, [make_fact(document_id=f"d{day}", claimant="publisher")])
        grade_publisher(connection, "Koran 4", "C", reviewer="Ann")
        kept = everything(connection)
        for name in CORRECTABLE:
            connection.execute(f"ALTER TABLE documents DROP COLUMN {name}_given")
        connection.execute("UPDATE settings SET value = '2' WHERE name = 'schema_version'")
    with open_store(path, data) as connection:
        assert [sorted(map(str, rows)) for rows in everything(connection)[:2]] == [
            sorted(map(str, rows)) for rows in kept[:2]
        ]
        rows = connection.execute(
            "SELECT document_id, publisher_given, published_given, reprint_of_given, reliability, reliability_given "
            "FROM documents WHERE origin = 'added' ORDER BY document_id"
        ).fetchall()
        assert rows == [
            ("d4", "Koran 4", date(2025, 9, 4), "", "C", "F"),
            ("d5", "Koran 5", date(2025, 9, 5), "d4", "F", "F"),
        ]
        as_it_is = everything(connection)
        rebuild_facts(connection)
        assert everything(connection) == as_it_is
        changes = {"published": "2025-09-03"}
        describe(connection, "d5", changes, reviewer="Ann", seen="", extract=lambda document: [])
        rows = connection.execute("SELECT document_id, reprint_of FROM documents WHERE origin = 'added'").fetchall()
        assert dict(rows) == {"d4": "d5", "d5": ""}
