"""Reading stored articles again with newer rules: what would change, and taking it over without losing a decision.

Decisions hang on ``fact_id``: a corrected column stays as it was decided, a rejected fact stays rejected, and a fact
that somebody decided about stays even where the newer rules no longer find it. A fact of which only the days are read
otherwise keeps its id (:mod:`dashboard.store.same_fact`). What the rules now find and a person has already added, or
made of another fact by correcting it, is no new fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Literal

import duckdb

from dashboard.facts import DOCUMENT_COLUMNS, KINDS, Document, Fact, Value, fact_columns, identity

from .deciding import as_fact, as_row, decided, standing
from .deriving import ADDED, derive
from .log import decisions_about
from .rows import Row, insert, read, transaction
from .same_fact import recognised

TOGETHER = 50  # documents in one transaction
OURS = ("review", "credibility")  # columns that no extractor fills


@dataclass(frozen=True)
class Change:
    """What newer rules read differently of one fact.

    ``new`` and ``gone`` facts have all their columns in ``after`` or ``before``; of a ``changed`` one they hold those
    that differ. ``kept`` tells what stays because a person decided so: columns that were corrected, or ``fact_id`` for
    a fact that stays although the rules no longer find it.
    """

    change: Literal["new", "gone", "changed"]
    document_id: str
    title: str
    fact_id: str
    kind: str
    before: Mapping[str, Value]
    after: Mapping[str, Value]
    kept: tuple[str, ...] = ()


def reextract(
    connection: duckdb.DuckDBPyConnection,
    extract: Callable[[Document], Sequence[Fact]],
    *,
    apply: bool,
    extractor: str = "",
    document_id: str = "",
) -> list[Change]:
    """Read the articles that users added again (or one of them), and return what changes; written only where ``apply``.

    ``extract`` is the extractor, ``extractor`` says which version of it. Articles are taken over a few at a time, each
    wholly or not at all.
    """
    columns = ", ".join(f'"{column.name}"' for column in DOCUMENT_COLUMNS)
    ids = connection.execute(
        "SELECT document_id FROM documents WHERE origin = ? AND text <> '' AND (document_id = ? OR ? = '') "
        "ORDER BY added_at, document_id",
        [ADDED, document_id, document_id],
    ).fetchall()
    waiting = (each for (each,) in ids)
    changes: list[Change] = []
    while some := list(islice(waiting, TOGETHER)):
        rows = read(connection, f"SELECT {columns} FROM documents WHERE document_id IN (SELECT unnest(?))", [some])
        documents = {row["document_id"]: Document(**row) for row in rows}
        found = {each: extract(documents[each]) for each in some if each in documents}
        with transaction(connection):
            changes += compared(connection, documents, found, extractor if apply else None)
    return changes


def compared(
    connection: duckdb.DuckDBPyConnection,
    documents: Mapping[str, Document],
    found: Mapping[str, Sequence[Fact]],
    extractor: str | None,
) -> list[Change]:
    """Compare what is found now in documents with what was said, inside the caller's transaction.

    ``extractor`` writes it down (``None``: only compare).
    """
    said = _said(connection, documents)
    log = decisions_about(connection, _concerned(connection, documents))
    changes: list[Change] = []
    revised: list[dict[str, Any]] = []
    for document_id, facts in found.items():
        document = documents[document_id]
        before = {each: row for each, row in said.items() if row["document_id"] == document_id}
        by_hand = _decided_keys(before, log, document_id)
        known = recognised(facts, before, log)
        for fact_id, fact in known.items():
            told, now = before.get(fact_id), as_row(replace(fact, fact_id=fact_id))
            if told is None or not told["found"]:
                if told is None and identity(fact) in by_hand:
                    continue
                changes.append(Change("new", document_id, document.title, fact_id, fact.kind, {}, now))
            elif different := [name for name in now if name not in OURS and now[name] != told[name]]:
                corrected = {name for each in standing(log.get(fact_id, ())) for name in each.changed}
                changes.append(
                    Change(
                        *("changed", document_id, document.title, fact_id, fact.kind),
                        before={name: told[name] for name in different},
                        after={name: now[name] for name in different},
                        kept=tuple(name for name in different if name in corrected),
                    )
                )
            else:
                continue
            revised.append(now | {"revision": _next(told), "found": True})
        for fact_id, row in before.items():
            if row["found"] and fact_id not in known:
                old = {column.name: row[column.name] for column in fact_columns()}
                stays = any(each.action != "skip" for each in log.get(fact_id, ()))
                kept = ("fact_id",) if stays else ()
                changes.append(Change("gone", document_id, document.title, fact_id, row["kind"], old, {}, kept))
                revised.append(old | {"revision": _next(row), "found": False})
    if extractor is not None and revised:
        now_utc = datetime.now(UTC).replace(tzinfo=None)
        insert(connection, "extracted", revised, origin=ADDED, extractor=extractor, extracted_at=now_utc)
        derive(connection, [row["fact_id"] for row in revised])
    return changes


def _next(row: Row | None) -> int:
    return row["revision"] + 1 if row else 1


def _said(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> dict[str, Row]:
    rows = read(
        connection,
        "SELECT * FROM extracted WHERE document_id IN (SELECT unnest(?)) "
        "QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY revision DESC) = 1 ORDER BY fact_id",
        [list(documents)],
    )
    return {row["fact_id"]: row for row in rows}


def _concerned(connection: duckdb.DuckDBPyConnection, documents: Iterable[str]) -> list[str]:
    rows = connection.execute(
        "SELECT DISTINCT fact_id FROM decisions WHERE fact_id <> '' AND document_id IN (SELECT unnest(?))",
        [list(documents)],
    )
    return [fact_id for (fact_id,) in rows.fetchall()]


def _decided_keys(said: Mapping[str, Row], log: Mapping[str, Sequence[Any]], document_id: str) -> set[str]:
    """Return what the ids of the facts of a document would be, did they follow from what persons made of them."""
    rows = (
        decided(said.get(fact_id), decisions)
        for fact_id, decisions in log.items()
        if decisions[0].document_id == document_id
    )
    return {identity(as_fact(row)) for row in rows if row and row["kind"] in KINDS}
