"""Writing into the database: the shipped rows as a whole, a user's articles one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

import duckdb
import polars as pl

from dashboard.facts import (
    PUBLISHER,
    Actor,
    Directory,
    Document,
    Fact,
    Place,
    fact_columns,
    is_country,
    parted,
    slug,
    states,
)
from dashboard.facts.shipped import Shipped

from .schema import Table, tables

Row = Mapping[str, Any]
SHIPPED, ADDED = "shipped", "added"
_POLARS_TYPES: Mapping[str, type[pl.DataType]] = {
    "VARCHAR": pl.String,
    "BIGINT": pl.Int64,
    "DOUBLE": pl.Float64,
    "DATE": pl.Date,
    "TIMESTAMP": pl.Datetime,
    "BOOLEAN": pl.Boolean,
}


@dataclass(frozen=True)
class Added:
    """What came of adding a document: whether it was new, and how many facts were."""

    document_is_new: bool
    facts: int


def replace_shipped(connection: duckdb.DuckDBPyConnection, content: Shipped) -> None:
    """Replace all shipped rows by ``content``, inside the caller's transaction; a user's rows stay as they are."""
    for table in tables():
        if "origin" in table.columns:
            connection.execute(f"DELETE FROM {table.name} WHERE origin = ?", [SHIPPED])
    # A user's provisional actor that ships now gives way to the shipped one.
    for name in ("actors", "aliases"):
        connection.execute(
            f"DELETE FROM {name} WHERE actor_id IN (SELECT unnest(?))", [[actor.actor_id for actor in content.actors]]
        )
    _insert_actors(connection, content.actors, SHIPPED)
    _insert(connection, "places", (_place(place) for place in content.places), SHIPPED)
    _insert(connection, "documents", (_document(d) for d in content.documents), SHIPPED, unless="document_id")
    publishers = {document.document_id: document.publisher for document in content.documents}
    _insert_facts(connection, content.facts, publishers, SHIPPED)


def add_document(connection: duckdb.DuckDBPyConnection, document: Document, facts: Iterable[Fact]) -> Added:
    """Add an article with its facts in one transaction: whole or not at all.

    What is there already stays as it is, so that adding the same article again adds nothing.
    """
    connection.begin()
    try:
        known = connection.execute(
            "SELECT count(*) FROM documents WHERE document_id = ?", [document.document_id]
        ).fetchall()[0][0]
        stamped = replace(document, added_at=document.added_at or datetime.now(UTC).replace(tzinfo=None))
        _insert(connection, "documents", [_document(stamped)], ADDED, unless="document_id")
        count = _insert_facts(connection, facts, {document.document_id: document.publisher}, ADDED)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    return Added(not known, count)


def read_directory(connection: duckdb.DuckDBPyConnection) -> Directory:
    """Return all actors of the database with their aliases."""
    aliases: dict[str, dict[str, list[str]]] = {}
    for actor_id, language, alias in connection.execute("SELECT actor_id, language, alias FROM aliases").fetchall():
        aliases.setdefault(actor_id, {}).setdefault(language, []).append(alias)
    rows = connection.execute("SELECT actor_id, name, type, parent, role, independent FROM actors").fetchall()
    return Directory(
        Actor(
            actor_id=actor_id,
            name=name,
            type=kind,
            parent=parent,
            role=role,
            independent=bool(independent),
            aliases={language: tuple(names) for language, names in aliases.get(actor_id, {}).items()},
        )
        for actor_id, name, kind, parent, role, independent in rows
    )


def _insert_facts(
    connection: duckdb.DuckDBPyConnection, facts: Iterable[Fact], publishers: Mapping[str, str], origin: str
) -> int:
    """Insert facts with their actors; ``publisher`` as claimant becomes the publisher's own actor. Returns how many."""
    directory = read_directory(connection)
    resolved = [_with_publisher(fact, publishers, directory) for fact in facts]
    known = directory.actors.keys()
    roles = [role for fact in resolved for role in _roles(fact)]
    named = {publisher_id(name, directory): name for name in publishers.values() if name}
    strangers = {role["actor_id"] for role in roles} - known
    _insert_actors(connection, (_provisional(each, named.get(each, "")) for each in sorted(strangers)), origin)
    count = _insert(connection, "facts", (_fact(fact) for fact in resolved), origin, unless="fact_id")
    _insert(connection, "fact_actors", roles, origin, unless="fact_id")
    return count


def publisher_id(publisher: str, directory: Directory) -> str:
    """Return the actor id of a publisher: the actor of that name, else a slug of the name."""
    return directory.find(publisher) or slug(publisher)


def _with_publisher(fact: Fact, publishers: Mapping[str, str], directory: Directory) -> Fact:
    publisher = publishers.get(fact.document_id, "")
    if fact.claimant != PUBLISHER or not publisher:
        return fact
    return replace(fact, claimant=publisher_id(publisher, directory))


def _provisional(actor_id: str, name: str) -> Actor:
    """Return an actor that no list has: a state of the world, or somebody named after the id."""
    if is_country(actor_id):
        return next(state for state in states() if state.actor_id == actor_id)
    return Actor(actor_id=actor_id, name=name or actor_id.replace("-", " ").title(), type="organisation")


def _roles(fact: Fact) -> list[dict[str, str]]:
    """Return which actors a fact names, and in which of its columns."""
    return [
        {"fact_id": fact.fact_id, "actor_id": actor_id, "role": column.name}
        for column in fact_columns()
        if column.refers in ("actor", "actors")
        for actor_id in parted(str(fact.value(column.name) or ""))
    ]


def _fact(fact: Fact) -> Row:
    shared = {field.name: getattr(fact, field.name) for field in fields(fact) if field.name != "details"}
    return shared | dict(fact.details)


def _document(document: Document) -> Row:
    return asdict(document)


def _place(place: Place) -> Row:
    return {field.name: getattr(place, field.name) for field in fields(place) if field.name != "aliases"}


def _insert_actors(connection: duckdb.DuckDBPyConnection, actors: Iterable[Actor], origin: str) -> None:
    actors = list(actors)
    named = ({f.name: getattr(actor, f.name) for f in fields(actor) if f.name != "aliases"} for actor in actors)
    _insert(connection, "actors", named, origin, unless="actor_id")
    aliases = (
        {"actor_id": actor.actor_id, "language": language, "alias": alias}
        for actor in actors
        for language, names in actor.aliases.items()
        for alias in names
    )
    _insert(connection, "aliases", aliases, origin)


def _insert(
    connection: duckdb.DuckDBPyConnection, name: str, rows: Iterable[Row], origin: str, unless: str = ""
) -> int:
    """Insert rows as one frame; rows whose ``unless`` column is in the table already are left out. Returns how many."""
    table: Table = next(table for table in tables() if table.name == name)
    schema = {column: _POLARS_TYPES[sql_type] for column, sql_type in table.columns.items()}
    empty = {column: "" if sql_type == "VARCHAR" else None for column, sql_type in table.columns.items()}
    incoming = pl.DataFrame([empty | dict(row) | {"origin": origin} for row in rows], schema=schema)
    if incoming.is_empty():
        return 0
    columns = ", ".join(f'"{column}"' for column in table.columns)
    missing = f'WHERE "{unless}" NOT IN (SELECT "{unless}" FROM {name})' if unless else ""
    connection.register("incoming", incoming)
    try:
        added = connection.execute(
            f"INSERT INTO {name} ({columns}) SELECT {columns} FROM incoming {missing}"
        ).fetchall()
    finally:
        connection.unregister("incoming")
    return int(added[0][0])
