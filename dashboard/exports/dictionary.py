"""The data dictionary, made from the declarations, so that it cannot say anything else than they do."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.facts import (
    ANSWER_COLUMNS,
    DECISION_COLUMNS,
    DOCUMENT_COLUMNS,
    KINDS,
    VIEW_COLUMNS,
    Column,
    columns_for,
    fact_columns,
)


def data_dictionary() -> str:
    """Return the columns of facts, sources and downloads as Markdown tables, with the kinds that fill each."""
    kinds = ["| kind | meaning | two facts of one document are the same when these agree |", "|---|---|---|"]
    kinds += [f"| `{kind.name}` | {kind.meaning} | {', '.join(kind.key)} |" for kind in KINDS.values()]
    source = [column for column in DOCUMENT_COLUMNS if column.name not in ("document_id", "text")]
    return "\n".join([*kinds, "", *_table(fact_columns(), ""), "", *_table(source, "source_"), "", *_worked_out()])


def _worked_out() -> list[str]:
    lines = ["| column | type | in downloads of | meaning |", "|---|---|---|---|"]
    downloads = ((ANSWER_COLUMNS, "questions"), (VIEW_COLUMNS, "all pages"), (DECISION_COLUMNS, "decisions"))
    for columns, where in downloads:
        lines += [f"| `{column.name}` | {column.type} | {where} | {_meaning(column)} |" for column in columns]
    return lines


def _meaning(column: Column) -> str:
    words = f". One of {', '.join(f'`{word}`' for word in column.words)}" if column.words else ""
    return f"{column.meaning}{words}"


def _table(columns: Iterable[Column], prefix: str) -> list[str]:
    rows = (
        f"| `{prefix}{column.name}` | {column.type} | {_kinds(column, prefix)} | {_meaning(column)} |"
        for column in columns
    )
    return ["| column | type | of | meaning |", "|---|---|---|---|", *rows]


def _kinds(column: Column, prefix: str) -> str:
    """Return which kinds fill a column; 'all' where every kind does."""
    filled = [kind.name for kind in KINDS.values() if column in columns_for(kind)]
    return "all" if prefix or len(filled) == len(KINDS) else ", ".join(filled)
