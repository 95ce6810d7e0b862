"""Writing into the database: the shipped rows as a whole, a user's articles one by one or many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import duckdb

from dashboard.facts import Document, Fact, Place
from dashboard.facts.shipped import FOLDER, Shipped

from .actors import insert_actors, publisher_id, read_directory
from .deciding import as_row
from .deriving import ADDED, SHIPPED, derive
from .documents import derive_documents, facts_told_by
from .log import About, append, draft
from .reprints import note_documents
from .rows import Row, insert, transaction
from .same_text import placed
from .schema import DECIDED, tables

__all__ = ["Added", "Article", "add_document", "add_documents", "publisher_id", "read_directory", "replace_shipped"]

BY_HAND = "data"  # stands in place of an extractor for what persons entered into data/


@dataclass(frozen=True)
class Article:
    """A document to be added with its facts.

    ``left_out`` are facts that whoever adds it does not want: they are kept as rejected, so that they count nowhere and
    do not come back with the next extraction. ``extractor`` says which version of the rules found the facts.
    """

    document: Document
    facts: Sequence[Fact]
    left_out: Sequence[Fact] = ()
    extractor: str = ""


@dataclass(frozen=True)
class Added:
    """What came of adding a document: whether it was new, how many facts were, and what it is a reprint of, if any.

    ``document_id`` is the id that it goes by: its own, unless the document of another outlet has the very same text.
    ``original_title`` and ``original_publisher`` are of the document that it is a reprint of.
    """

    document_is_new: bool
    facts: int
    reprint_of: str = ""
    document_id: str = ""
    original_title: str = ""
    original_publisher: str = ""


def replace_shipped(connection: duckdb.DuckDBPyConnection, content: Shipped) -> None:
    """Replace all shipped rows by ``content``, inside the caller's transaction; a user's rows stay as they are.

    What persons decided about shipped facts is laid over the new rows again. Decisions about a row that no longer ships
    stay in the log, and hold again should it return.
    """
    for table in tables():
        if "origin" in table.columns:
            connection.execute(f"DELETE FROM {table.name} WHERE origin = ?", [SHIPPED])
    # A user's provisional actor that ships now gives way to the shipped one.
    for name in ("actors", "aliases"):
        connection.execute(
            f"DELETE FROM {name} WHERE actor_id IN (SELECT unnest(?))", [[actor.actor_id for actor in content.actors]]
        )
    insert_actors(connection, content.actors, SHIPPED)
    insert(connection, "places", map(_place, content.places), origin=SHIPPED)
    insert(connection, "documents", map(_document, content.documents), unless="document_id", origin=SHIPPED)
    said = (as_row(fact) for fact in content.facts)
    insert(connection, "extracted", said, unless="fact_id", origin=SHIPPED, extractor=BY_HAND, revision=1, found=True)
    derive_documents(connection)
    derive(connection, [*(fact.fact_id for fact in content.facts), *_reprints_of_shipped(connection)])


def add_document(
    connection: duckdb.DuckDBPyConnection,
    document: Document,
    facts: Iterable[Fact],
    *,
    left_out: Iterable[Fact] = (),
    reviewer: str = "",
    extractor: str = "",
) -> Added:
    """Add an article with its facts in one transaction: whole or not at all.

    A document that is there already stays as it is with its facts, so that adding the same article again adds nothing.
    ``left_out`` and ``extractor``: see :class:`Article`; ``reviewer`` is who left those facts out.

    Raises:
        DecisionError: if facts are left out and it is not said by whom.
    """
    article = Article(document, tuple(facts), tuple(left_out), extractor)
    return add_together(connection, [article], reviewer=reviewer)[0]


def add_documents(
    articles: Iterable[Article],
    *,
    path: Path | None = None,
    shipped: Path = FOLDER,
    together: int = 50,
    reviewer: str = "",
) -> Iterator[Added]:
    """Add many articles and yield what came of each, in their order.

    The database is opened for some of them at a time and closed while the next are read, so that the dashboard and
    others get their turn. Each article is whole or absent whenever the program ends; a second run adds what is missing.

    Raises:
        StoreError: if the database cannot be used.
    """
    from .database import open_store  # opening needs to know how shipped rows are written

    waiting = iter(articles)
    while some := list(islice(waiting, together)):
        with open_store(path, shipped) as connection:
            added = add_together(connection, some, reviewer=reviewer)
        yield from added


def add_together(
    connection: duckdb.DuckDBPyConnection, articles: Sequence[Article], *, reviewer: str = ""
) -> list[Added]:
    """Add articles in one transaction: all or none. Returns what came of each, in their order."""
    with transaction(connection):
        return _add(connection, articles, reviewer)


def _add(connection: duckdb.DuckDBPyConnection, articles: Sequence[Article], reviewer: str) -> list[Added]:
    found = placed(connection, articles)
    new = {each.article.document.document_id: each.article for each in found if each.is_new}
    facts: set[str] = set()
    if new:
        insert(connection, "documents", [_document(article.document, _now()) for article in new.values()], origin=ADDED)
        same = {each.article.document.document_id: each.same_as for each in found if each.is_new and each.same_as}
        note_documents(connection, {each: article.document.text for each, article in new.items()}, same)
        facts = _said(connection, new.values())
        _leave_out(connection, new.values(), reviewer)
        moved = derive_documents(connection)
        derive(connection, [*facts, *facts_told_by(connection, moved)])
    originals = _originals(connection, [each.article.document.document_id for each in found])
    return [
        Added(
            each.is_new,
            len(facts & {fact.fact_id for fact in each.article.facts}) if each.is_new else 0,
            *originals[each.article.document.document_id],
        )
        for each in found
    ]


def _originals(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> dict[str, tuple[str, str, str, str]]:
    """Return for each document the rest of :class:`Added`: of what it is a reprint, if of anything."""
    rows = connection.execute(
        "SELECT d.document_id, d.reprint_of, coalesce(o.title, ''), coalesce(o.publisher, '') FROM documents d "
        "LEFT JOIN documents o ON o.document_id = d.reprint_of WHERE d.document_id IN (SELECT unnest(?))",
        [list(ids)],
    ).fetchall()
    return {each: (reprint_of, each, title, publisher) for each, reprint_of, title, publisher in rows}


def _said(connection: duckdb.DuckDBPyConnection, articles: Iterable[Article]) -> set[str]:
    """Write down what the machine said of new articles; returns the ids of the facts that are new."""
    rows = {
        fact.fact_id: as_row(fact) | {"extractor": article.extractor}
        for article in articles
        for fact in (*article.facts, *article.left_out)
    }
    known = connection.execute(
        "SELECT fact_id FROM extracted WHERE fact_id IN (SELECT unnest(?))", [list(rows)]
    ).fetchall()
    for (fact_id,) in known:
        del rows[fact_id]
    insert(connection, "extracted", rows.values(), origin=ADDED, extracted_at=_now(), revision=1, found=True)
    return set(rows)


def _reprints_of_shipped(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the facts of what a user added that a person said to be reprints of what ships, or has shipped."""
    rows = connection.execute(
        "SELECT f.fact_id FROM facts f JOIN documents d USING (document_id) WHERE d.origin = ? AND d.reprint_of <> '' "
        "AND d.reprint_of NOT IN (SELECT document_id FROM documents WHERE origin = ?)",
        [ADDED, ADDED],
    )
    return [fact_id for (fact_id,) in rows.fetchall()]


def _leave_out(connection: duckdb.DuckDBPyConnection, articles: Iterable[Article], reviewer: str) -> None:
    drafts = {
        fact.fact_id: draft(About(fact.fact_id, fact.document_id), "reject", reviewer, reason="left_out")
        for article in articles
        for fact in article.left_out
    }
    if drafts:
        append(connection, drafts.values())


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _document(document: Document, now: datetime | None = None) -> Row:
    row = asdict(document) | {"reprint_of": "", "added_at": document.added_at or now}
    return row | {given: row[name] for name, given in DECIDED.items()}


def _place(place: Place) -> Row:
    return {field.name: getattr(place, field.name) for field in fields(place) if field.name != "aliases"}
