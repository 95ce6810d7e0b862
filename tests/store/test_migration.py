"""A database of an older release: opened, brought up to date, nothing of it lost."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import duckdb

from dashboard.facts import fact_columns
from dashboard.facts.shipped import fingerprint
from dashboard.store import Filters, open_store, queries
from dashboard.store.deriving import rebuild_facts
from dashboard.store.queue import machine_said, review_queue
from dashboard.store.review import reject
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
