"""What a person decides about a fact: accept, correct, reject, skip, add, undo; one at a time or many at once.

Every function writes one row of the log for each fact and works out the fact anew, in one transaction. ``reviewer`` is
the name of whoever decides. ``seen`` is the ``last_decision`` of the fact as the reviewer had it before them
(:func:`~dashboard.store.queue.review_queue` and :func:`~dashboard.store.queries.one_fact` give it; empty where nobody
had decided yet): where somebody else decided in between, :class:`Conflict` says who, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

import duckdb

from dashboard.facts import KINDS, PUBLISHER, Decision, Fact, Value, columns_for, digest, identity, kind_named, words
from dashboard.facts.check import Problem

from .actors import insert_actors, provisional, read_directory
from .corrections import as_asked, problems_of, refused
from .deciding import as_fact, empty, standing
from .deriving import ADDED, derive
from .filters import Filters, where
from .log import About, Conflict, DecisionError, append, decisions_about, draft, in_batch, newer_than
from .queries import ALL, CLAIMS
from .rows import Row, read, transaction

__all__ = [
    "Conflict",
    "DecisionError",
    "Together",
    "accept",
    "accept_above",
    "add_fact",
    "correct",
    "problems_with",
    "reject",
    "skip",
    "undo",
    "undo_together",
]


@dataclass(frozen=True)
class Together:
    """What was decided at once: by what it is undone, and about how many facts."""

    batch: str
    facts: int


def accept(
    connection: duckdb.DuckDBPyConnection, fact_id: str, *, reviewer: str, seen: str, note: str = ""
) -> Decision:
    """Accept a fact as it stands. A rejected one counts again; a corrected one stays marked as corrected.

    Raises:
        DecisionError: if there is no such fact, or no reviewer.
        Conflict: if somebody decided in between.
    """
    with transaction(connection):
        row, _log = _present(connection, fact_id, seen)
        return _decide(connection, draft(_about(row), "accept", reviewer, note=note))


def reject(
    connection: duckdb.DuckDBPyConnection, fact_id: str, reason: str, *, reviewer: str, seen: str, note: str = ""
) -> Decision:
    """Reject a fact: it is out of every figure from now on and found by its id alone, or where rejected ones are shown.

    ``reason`` is one of :data:`dashboard.facts.words.REASONS`; ``other`` wants a ``note``.

    Raises:
        DecisionError: if there is no such fact, reason or reviewer.
        Conflict: if somebody decided in between.
    """
    if reason not in words.REASONS:
        known = ", ".join(words.REASONS)
        raise DecisionError(f"{reason!r} is no reason for rejecting a fact; known are {known}.")
    if reason == "other" and not note.strip():
        raise DecisionError("Say in a few words why the fact is rejected.")
    with transaction(connection):
        row, _log = _present(connection, fact_id, seen)
        return _decide(connection, draft(_about(row), "reject", reviewer, reason=reason, note=note))


def skip(connection: duckdb.DuckDBPyConnection, fact_id: str, *, reviewer: str) -> Decision:
    """Leave a fact for later: it goes to the end of the queue and is as it was.

    Raises:
        DecisionError: if there is no such fact, or no reviewer.
    """
    with transaction(connection):
        row, _log = _present(connection, fact_id, None)
        return _decide(connection, draft(_about(row), "skip", reviewer))


def correct(
    connection: duckdb.DuckDBPyConnection,
    fact_id: str,
    changes: Mapping[str, Value],
    *,
    reviewer: str,
    seen: str,
    note: str = "",
    new_actors: Mapping[str, str] | None = None,
) -> Decision:
    """Correct columns of a fact. Its ``fact_id`` stays, and so does what the machine said, in the log.

    ``changes`` maps columns to values, or to the text of them as a person typed it; ``None`` and an empty text both
    empty a column. ``new_actors`` maps the ids of actors that no list has yet to their names: they are created. Where
    the document's text is kept, ``evidence`` follows from ``evidence_start`` and ``evidence_end``. Changes that change
    nothing accept the fact.

    Raises:
        DecisionError: if the fact would be no fact of its kind; ``problems`` holds a sentence for each column.
        Conflict: if somebody decided in between.
    """
    with transaction(connection):
        row, _log = _present(connection, fact_id, seen)
        asked, problems = as_asked(row, changes, _text(connection, row["document_id"]))
        problems += problems_of(row, asked, read_directory(connection), new_actors or {})
        if problems:
            raise refused(problems)
        if not asked:
            return _decide(connection, draft(_about(row), "accept", reviewer, note=note))
        _create(connection, new_actors or {}, asked)
        return _decide(connection, draft(_about(row), "correct", reviewer, changes=asked, note=note))


def problems_with(
    connection: duckdb.DuckDBPyConnection,
    fact_id: str,
    changes: Mapping[str, Value],
    new_actors: Mapping[str, str] | None = None,
) -> list[Problem]:
    """Return what would be wrong with a correction, a sentence for each column; empty where :func:`correct` takes it.

    Raises:
        DecisionError: if there is no such fact.
    """
    row, _log = _present(connection, fact_id, None)
    asked, problems = as_asked(row, changes, _text(connection, row["document_id"]))
    return problems + problems_of(row, asked, read_directory(connection), new_actors or {})


def add_fact(
    connection: duckdb.DuckDBPyConnection,
    document_id: str,
    kind: str,
    values: Mapping[str, Value],
    *,
    reviewer: str,
    note: str = "",
    new_actors: Mapping[str, str] | None = None,
) -> Decision:
    """Add a fact that the extractor missed; the decision's ``fact_id`` is its id.

    ``values`` are as the ``changes`` of :func:`correct`, with ``evidence_start`` and ``evidence_end`` for the words
    that were marked. ``claimant`` is the article's publisher and ``as_of`` its day of publication where not given.

    Raises:
        DecisionError: if it is no fact of its kind, or there already; ``problems`` holds a sentence for each column.
    """
    try:
        declared = kind_named(kind)
    except ValueError as error:
        raise DecisionError(f"{error}.") from error
    with transaction(connection):
        documents = read(connection, "SELECT text, published FROM documents WHERE document_id = ?", [document_id])
        if not documents:
            raise DecisionError(f"There is no document {document_id!r} to add a fact to; add the article first.")
        blank = empty() | {"fact_id": "new", "kind": kind, "document_id": document_id}
        usual: dict[str, Value] = {"claimant": PUBLISHER, "as_of": documents[0]["published"]}
        asked, problems = as_asked(blank, usual | dict(values), documents[0]["text"])
        new = blank | asked
        problems += problems_of(blank, asked, read_directory(connection), new_actors or {}, is_new=True)
        if documents[0]["text"] and new["evidence_start"] is None:
            problems.append(Problem("evidence_start", "mark the words of the article that carry the claim"))
        if problems:
            raise refused(problems)
        fact_id = _free_id(connection, as_fact(new | {"fact_id": ""}))
        told = {column.name: new[column.name] for column in columns_for(declared)} | {"fact_id": fact_id}
        del told["review"], told["credibility"]
        _create(connection, new_actors or {}, asked)
        changes = {name: value for name, value in told.items() if value not in ("", None)}
        return _decide(connection, draft(About(fact_id, document_id), "add", reviewer, changes=changes, note=note))


def undo(connection: duckdb.DuckDBPyConnection, fact_id: str, *, reviewer: str, seen: str, note: str = "") -> Decision:
    """Take back the last decision of this reviewer about a fact; both stay in the log.

    Raises:
        DecisionError: if there is none that could be taken back, or others have decided about an added fact since.
        Conflict: if somebody decided in between.
    """
    with transaction(connection):
        log = decisions_about(connection, [fact_id]).get(fact_id, [])
        if newer := newer_than(log, seen):
            raise Conflict(newer)
        held = standing(log)
        own = [each for each in held if each.reviewer == reviewer.strip()]
        if not own:
            raise DecisionError(f"{reviewer or 'Nobody'} has decided nothing about this fact that could be undone.")
        last = own[-1]
        if last.action == "add" and any(each.reviewer != last.reviewer for each in held):
            raise DecisionError("Others have decided about this fact since it was added; reject it instead.")
        about = About(fact_id, last.document_id)
        return _decide(connection, draft(about, "undo", reviewer, undoes=last.decision_id, note=note))


def accept_above(
    connection: duckdb.DuckDBPyConnection, confidence: float, *, reviewer: str, filters: Filters = ALL
) -> Together:
    """Accept all facts that pass the filters, that nobody has decided about and whose confidence is at least this.

    Each gets a row of the log of its own. :func:`undo_together` takes all of it back.

    Raises:
        DecisionError: if there is no reviewer.
    """
    clause, params = where(replace(filters, reviews=()))
    with transaction(connection):
        rows = read(
            connection,
            f"SELECT fact_id, document_id FROM {CLAIMS} WHERE review = 'unreviewed' AND confidence >= ? AND {clause} "
            "ORDER BY fact_id",
            [confidence, *params],
        )
        batch = uuid4().hex[:16]
        drafts = [draft(_about(row), "accept", reviewer, batch=batch) for row in rows]
        append(connection, drafts)
        derive(connection, [each.fact_id for each in drafts])
        return Together(batch, len(drafts))


def undo_together(connection: duckdb.DuckDBPyConnection, batch: str, *, reviewer: str) -> Together:
    """Take back what was decided at once. Facts about which somebody has decided since stay as they are.

    Raises:
        DecisionError: if nothing was decided under this name, or there is no reviewer.
    """
    with transaction(connection):
        taken = in_batch(connection, batch)
        if not taken:
            raise DecisionError("There is nothing to undo.")
        logs = decisions_about(connection, [each.fact_id for each in taken])
        undoing = uuid4().hex[:16]
        drafts = [
            draft(About(each.fact_id, each.document_id), "undo", reviewer, undoes=each.decision_id, batch=undoing)
            for each in taken
            if not newer_than(logs[each.fact_id], each.decision_id)
        ]
        append(connection, drafts)
        derive(connection, [each.fact_id for each in drafts])
        return Together(undoing, len(drafts))


def _present(connection: duckdb.DuckDBPyConnection, fact_id: str, seen: str | None) -> tuple[Row, list[Decision]]:
    """Return a fact as decided, with its log, if nobody has decided since ``seen`` (``None``: whoever has)."""
    log = decisions_about(connection, [fact_id]).get(fact_id, [])
    if seen is not None and (newer := newer_than(log, seen)):
        raise Conflict(newer)
    rows = read(connection, "SELECT * FROM facts WHERE fact_id = ?", [fact_id])
    if not rows:
        raise DecisionError(f"There is no fact {fact_id!r} here; it may have been removed.")
    return rows[0], log


def _about(row: Row) -> About:
    return About(row["fact_id"], row["document_id"])


def _decide(connection: duckdb.DuckDBPyConnection, decision: Decision) -> Decision:
    [counted] = append(connection, [decision])
    derive(connection, [decision.fact_id])
    return counted


def _text(connection: duckdb.DuckDBPyConnection, document_id: str) -> str:
    rows = connection.execute("SELECT text FROM documents WHERE document_id = ?", [document_id]).fetchall()
    return str(rows[0][0]) if rows else ""


def _create(connection: duckdb.DuckDBPyConnection, new_actors: Mapping[str, str], asked: Mapping[str, Value]) -> None:
    """Create the new actors that a decision names."""
    named = " ".join(str(value) for value in asked.values())
    insert_actors(connection, (provisional(each, name) for each, name in new_actors.items() if each in named), ADDED)


def _free_id(connection: duckdb.DuckDBPyConnection, fact: Fact) -> str:
    """Return the id of a fact that a person adds.

    Usually the one that follows from its key. A fact that was corrected keeps the id of what the machine said, so that
    id may be taken by another fact now.
    """
    rows = read(connection, "SELECT * FROM facts WHERE document_id = ?", [fact.document_id])
    wanted = identity(fact)
    for row in rows:
        if row["kind"] in KINDS and identity(as_fact(row)) == wanted:
            how = words.REVIEWS[row["review"]].lower()
            raise DecisionError(f"This fact is there already ({row['fact_id']}, {how}); decide about that one instead.")
    taken = {row[0] for row in connection.execute("SELECT fact_id FROM extracted").fetchall()} | {
        row["fact_id"] for row in rows
    }
    turn = 1
    while wanted in taken:
        turn += 1
        wanted = f"{fact.kind}-{digest(identity(fact), str(turn))}"
    return wanted
