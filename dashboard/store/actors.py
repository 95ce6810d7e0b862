"""The actors that facts name: reading them all, adding those that no list has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

import duckdb

from dashboard.facts import Actor, Directory, by_convention, slug

from .rows import insert


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


def publisher_id(publisher: str, directory: Directory) -> str:
    """Return the actor id of a publisher: the actor of that name, else a slug of the name."""
    return directory.find(publisher) or slug(publisher)


def provisional(actor_id: str, name: str = "") -> Actor:
    """Return an actor that no list has: a state, a body of a state, or somebody named after the id."""
    named = Actor(actor_id=actor_id, name=name or actor_id.replace("-", " ").title(), type="organisation")
    return by_convention(actor_id) or named


def insert_actors(connection: duckdb.DuckDBPyConnection, actors: Iterable[Actor], origin: str) -> None:
    """Insert actors that are not there yet, with their aliases."""
    known = {row[0] for row in connection.execute("SELECT actor_id FROM actors").fetchall()}
    new = [actor for actor in actors if actor.actor_id not in known]
    named = ({f.name: getattr(actor, f.name) for f in fields(actor) if f.name != "aliases"} for actor in new)
    insert(connection, "actors", named, origin=origin)
    aliases = (
        {"actor_id": actor.actor_id, "language": language, "alias": alias}
        for actor in new
        for language, names in actor.aliases.items()
        for alias in names
    )
    insert(connection, "aliases", aliases, origin=origin)


def insert_strangers(connection: duckdb.DuckDBPyConnection, names: Mapping[str, str]) -> None:
    """Insert an actor for every id that a fact names and no list has; ``names`` says what some of them are called.

    A state comes with its bodies, so that they count as its own. One that only shipped facts name came with them and
    goes with them.
    """
    rows = connection.execute(
        "SELECT actor_id, max(CASE origin WHEN 'shipped' THEN '' ELSE 'added' END) FROM fact_actors "
        "WHERE actor_id NOT IN (SELECT actor_id FROM actors) GROUP BY actor_id ORDER BY actor_id"
    ).fetchall()
    for origin in ("shipped", "added"):
        strangers = [each for each, added in rows if (added or "shipped") == origin]
        new = {each: provisional(each, names.get(each, "")) for each in strangers}
        parents = {actor.parent: provisional(actor.parent) for actor in new.values() if actor.parent}
        insert_actors(connection, (parents | new).values(), origin)
