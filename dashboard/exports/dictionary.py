"""The data dictionary, made from the declarations, so that it cannot say anything else than they do."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.facts import DOCUMENT_COLUMNS, KINDS, Column, columns_for, fact_columns


def data_dictionary() -> str:
    """Return the columns of a fact and of its source as Markdown tables, with the kinds that fill each column."""
    kinds = ["| kind | meaning | two facts of one document are the same when these agree |", "|---|---|---|"]
    kinds += [f"| `{kind.name}` | {kind.meaning} | {', '.join(kind.key)} |" for kind in KINDS.values()]
    source = [column for column in DOCUMENT_COLUMNS if column.name not in ("document_id", "text")]
    return "\n".join([*kinds, "", *_table(fact_columns(), ""), "", *_table(source, "source_")])


def _table(columns: Iterable[Column], prefix: str) -> list[str]:
    lines = ["| column | type | of | meaning |", "|---|---|---|---|"]
    for column in columns:
        words = f". One of {', '.join(f'`{word}`' for word in column.words)}" if column.words else ""
        lines.append(
            f"| `{prefix}{column.name}` | {column.type} | {_kinds(column, prefix)} | {column.meaning}{words} |"
        )
    return lines


def _kinds(column: Column, prefix: str) -> str:
    """Return which kinds fill a column; 'all' where every kind does."""
    filled = [kind.name for kind in KINDS.values() if column in columns_for(kind)]
    return "all" if prefix or len(filled) == len(KINDS) else ", ".join(filled)
