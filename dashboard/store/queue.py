"""What waits for a person's decision, how far one is, and what was decided about one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import duckdb
import polars as pl

from dashboard.facts import DOCUMENT_COLUMNS, PUBLISHER, Decision, Document, Fact, Value, fact_columns

from .actors import publisher_id, read_directory
from .deciding import as_fact, decided, standing
from .deriving import as_decided, what_was_said
from .filters import Clause, Filters, where
from .log import decisions_about
from .queries import ALL, CLAIMS
from .rows import read

Order = Literal["least_certain", "document"]
_ORDERS: Mapping[Order, str] = {
    "least_certain": "skips, confidence NULLS LAST, document_id, evidence_start NULLS LAST, fact_id",
    "document": "skips, added_at NULLS LAST, document_id, evidence_start NULLS LAST, fact_id",
}


def _up(filters: Filters, shipped: bool) -> Clause:
    """Return what is up for review: what users added or persons entered, and what ships only where that is wanted.

    The filter by states of review is left out: who has decided what makes no difference to what there is to decide.
    """
    clause, params = where(replace(filters, reviews=()))
    return f"(origin <> 'shipped' OR ?) AND {clause}", [shipped, *params]


def review_queue(
    connection: duckdb.DuckDBPyConnection,
    order: Order = "least_certain",
    *,
    filters: Filters = ALL,
    shipped: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> pl.DataFrame:
    """Return the facts that nobody has decided about: least certain first, or by document in the order of its text.

    Those that were skipped come last. ``filters`` narrow it down; ``shipped`` takes in the facts that came with the
    product. Columns: those of facts.md, ``last_decision`` (to be handed back as ``seen``), ``skips``
    (how often it was skipped), ``title``, ``publisher``, ``published``, ``url``, ``reliability`` of its document.
    The text around the evidence is :func:`~dashboard.store.queries.document_text`.
    """
    columns = ", ".join(f'"{column.name}"' for column in fact_columns())
    clause, params = _up(filters, shipped)
    frame: pl.DataFrame = connection.sql(
        f"SELECT {columns}, last_decision, coalesce(skips, 0) AS skips, title, publisher, published, url, reliability "
        f"FROM {CLAIMS} LEFT JOIN (SELECT fact_id, count(*) AS skips FROM decisions WHERE action = 'skip' "
        "AND decision_id NOT IN (SELECT undoes FROM decisions) GROUP BY fact_id) AS skipped USING (fact_id) "
        f"WHERE review = 'unreviewed' AND {clause} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
        params=[*params, limit, offset],
    ).pl()
    return frame


@dataclass(frozen=True)
class Progress:
    """How many of how many facts are decided: "37 of 120"."""

    decided: int
    total: int


def progress(connection: duckdb.DuckDBPyConnection, *, filters: Filters = ALL, shipped: bool = False) -> Progress:
    """Count what :func:`review_queue` would go through, decided or not."""
    clause, params = _up(filters, shipped)
    rows = connection.execute(
        f"SELECT count(*) FILTER (review <> 'unreviewed'), count(*) FROM {CLAIMS} WHERE {clause}", params
    ).fetchall()
    return Progress(*rows[0])


def documents_in_review(
    connection: duckdb.DuckDBPyConnection, *, filters: Filters = ALL, shipped: bool = False
) -> pl.DataFrame:
    """List the documents with facts up for review, those with most left first.

    Columns: ``document_id``, ``title``, ``publisher``, ``published``, ``reprint_of``, ``decided``, ``total``.
    """
    clause, params = _up(filters, shipped)
    frame: pl.DataFrame = connection.sql(
        "SELECT document_id, title, publisher, published, reprint_of, "
        "count(*) FILTER (review <> 'unreviewed') AS decided, count(*) AS total "
        f"FROM {CLAIMS} WHERE {clause} GROUP BY ALL ORDER BY total - decided DESC, document_id",
        params=params,
    ).pl()
    return frame


@dataclass(frozen=True)
class Step:
    """One decision: whether it was taken back, and the columns that it changed, before and after."""

    decision: Decision
    undone: bool
    before: Mapping[str, Value]
    after: Mapping[str, Value]


def history(connection: duckdb.DuckDBPyConnection, fact_id: str) -> list[Step]:
    """Return what was decided about a fact, the first decision first."""
    said = what_was_said(connection, [fact_id]).get(fact_id)
    log = decisions_about(connection, [fact_id]).get(fact_id, [])
    return steps_of(log, lambda held: decided(said, held) or {})


def steps_of(log: Sequence[Decision], state: Callable[[Sequence[Decision]], Mapping[str, Value]]) -> list[Step]:
    """Return each decision of a log with what it changed; ``state`` tells what the first of them make of a thing."""
    held = {each.decision_id for each in standing(log)}
    steps = []
    before = state([])
    for turn, each in enumerate(log, start=1):
        after = state(log[:turn])
        changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        changed = [name for name in changed if name != "last_decision"]
        undone = each.action != "undo" and each.decision_id not in held
        steps.append(
            Step(
                each, undone, {name: before.get(name) for name in changed}, {name: after.get(name) for name in changed}
            )
        )
        before = after
    return steps


def machine_said(connection: duckdb.DuckDBPyConnection, fact_id: str) -> dict[str, Any] | None:
    """Return what the machine said of a fact, with ``extractor``, ``extracted_at``, ``found``; ``None`` for nothing."""
    found = what_was_said(connection, [fact_id]).get(fact_id)
    return dict(found) if found else None


def reviewed_documents(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Document, list[Fact]]]:
    """Yield the articles of which every fact is decided, each with its facts as decided; rejected ones are left out.

    The claimant of what an article says by itself is ``publisher``, as an extractor has it.
    """
    columns = ", ".join(f'd."{column.name}"' for column in DOCUMENT_COLUMNS)
    directory = read_directory(connection)
    for row in read(
        connection,
        f"SELECT {columns}, list(f.fact_id ORDER BY f.evidence_start NULLS LAST, f.fact_id) AS fact_ids "
        "FROM documents d JOIN facts f USING (document_id) WHERE d.text <> '' "
        f"GROUP BY {columns}, d.added_at HAVING bool_and(f.review <> 'unreviewed') ORDER BY d.added_at, d.document_id",
    ):
        facts = [as_fact(each) for each in as_decided(connection, row.pop("fact_ids")) if each["review"] != "rejected"]
        document = Document(**row)
        own = publisher_id(document.publisher, directory) if document.publisher else PUBLISHER
        yield document, [replace(fact, claimant=PUBLISHER) if fact.claimant == own else fact for fact in facts]
