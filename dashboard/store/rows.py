"""Rows in and out of tables: a frame for each insert, dictionaries for each read. Tables are those of the schema."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import duckdb
import polars as pl

from .schema import Table, tables

Row = Mapping[str, Any]
POLARS_TYPES: Mapping[str, type[pl.DataType]] = {
    "VARCHAR": pl.String,
    "BIGINT": pl.Int64,
    "DOUBLE": pl.Float64,
    "DATE": pl.Date,
    "TIMESTAMP": pl.Datetime,
    "BOOLEAN": pl.Boolean,
}
# Other processes are kept out by the lock on the file; this keeps the threads of one process apart, so that whoever
# decides second sees what the first decided.
_writing = threading.Lock()


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Do all or nothing of the work inside, one writer after the other."""
    with _writing:
        connection.begin()
        try:
            yield
            connection.commit()
        except BaseException:
            connection.rollback()
            raise


def table_named(name: str) -> Table:
    """Return a table of the schema."""
    return next(table for table in tables() if table.name == name)


def insert(
    connection: duckdb.DuckDBPyConnection, name: str, rows: Iterable[Row], *, unless: str = "", **same: object
) -> int:
    """Insert rows as one frame and return how many; columns that a row leaves out are empty.

    Rows whose ``unless`` column is in the table already are left out; ``same`` holds values that all rows share.
    """
    table = table_named(name)
    schema = {column: POLARS_TYPES[sql_type] for column, sql_type in table.columns.items()}
    empty = {column: "" if sql_type == "VARCHAR" else None for column, sql_type in table.columns.items()} | same
    incoming = pl.DataFrame([empty | dict(row) for row in rows], schema=schema)
    if incoming.is_empty():
        return 0
    columns = ", ".join(f'"{column}"' for column in table.columns)
    missing = f'WHERE "{unless}" NOT IN (SELECT "{unless}" FROM {name})' if unless else ""
    with registered(connection, incoming):
        added = connection.execute(
            f"INSERT INTO {name} ({columns}) SELECT {columns} FROM incoming {missing}"
        ).fetchall()
    return int(added[0][0])


@contextmanager
def registered(connection: duckdb.DuckDBPyConnection, frame: pl.DataFrame, name: str = "incoming") -> Iterator[None]:
    """Let queries read a frame under a name."""
    connection.register(name, frame)
    try:
        yield
    finally:
        connection.unregister(name)


def read(
    connection: duckdb.DuckDBPyConnection, query: str, parameters: list[Any] | None = None
) -> list[dict[str, Any]]:
    """Return the rows of a query as dictionaries."""
    found = connection.execute(query, parameters or [])
    names = [each[0] for each in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
