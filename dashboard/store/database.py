"""Opening the database: one file, made on first use, kept in step with the shipped facts.

Every use opens the file, does its work and closes it again (about 25 ms), rather than one connection being kept for as
long as the dashboard runs: DuckDB locks the file against all other processes while it is open, and an analyst adds
articles on the command line while the dashboard stands open beside it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import tenacity

from dashboard.facts.shipped import FOLDER, fingerprint, read_shipped

from . import writing
from .errors import Locked, StoreError
from .migration import migrate
from .rows import transaction
from .schema import SCHEMA_VERSION, tables

VARIABLE = "TILIK_DATABASE"
DEFAULT = FOLDER.parent / "tilik.duckdb"
PATIENCE = 10.0  # seconds to wait for another process to finish with the file

# What DuckDB's messages contain, and the sentence that says the same to a person. First match wins.
_EXPLAINED = (
    (
        "Could not set lock",
        "The database {path} is in use by another program. Close that program, or set TILIK_DATABASE to another file.",
    ),
    (
        "newer",
        "The database {path} was written by a newer version of DuckDB. Update with 'pip install --upgrade duckdb'.",
    ),
    (
        "not a valid DuckDB",
        "{path} is not a database. Nothing was changed. Move it away, or set TILIK_DATABASE to another file.",
    ),
    (
        "Corrupt",
        "The database {path} is damaged. Nothing was changed. Restore a copy of it, or move it away to start anew.",
    ),
    (
        "read enough bytes",
        "The database {path} is damaged. Nothing was changed. Restore a copy of it, or move it away to start anew.",
    ),
)
_building = threading.Lock()

__all__ = ["Locked", "StoreError", "database_path", "explained", "open_store"]


def database_path() -> Path:
    """Return where the database is: ``TILIK_DATABASE``, or ``tilik.duckdb`` in the project."""
    return Path(os.environ.get(VARIABLE) or DEFAULT)


@contextmanager
def open_store(path: Path | None = None, shipped: Path = FOLDER) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the database for one piece of work and close it afterwards.

    The file is made if it is missing, and brought up to date if the shipped facts have changed since it was made.

    Raises:
        StoreError: if the file cannot be used; nothing has been overwritten then.
        DataError: if the shipped files have changed and hold wrong rows.
    """
    path = path or database_path()
    connection = _patiently(path)
    try:
        with _building:
            _prepare(connection, path, shipped)
        yield connection
    finally:
        connection.close()


@tenacity.retry(
    retry=tenacity.retry_if_exception_type(Locked),
    wait=tenacity.wait_random(0.02, 0.2),
    stop=tenacity.stop_after_delay(PATIENCE),
    reraise=True,
)
def _patiently(path: Path) -> duckdb.DuckDBPyConnection:
    if not path.parent.is_dir():
        raise StoreError(f"The folder {path.parent} does not exist. Make it, or set {VARIABLE} to another file.")
    try:
        return duckdb.connect(str(path))
    except duckdb.Error as error:
        raise explained(error, path) from error


def explained(error: duckdb.Error, path: Path) -> StoreError:
    """Return a sentence for a person in place of DuckDB's message."""
    message = str(error)
    for sign, sentence in _EXPLAINED:
        if sign in message:
            return (Locked if "lock" in sign else StoreError)(sentence.format(path=path))
    first_line = message.splitlines()[0] if message else type(error).__name__
    return StoreError(
        f"The database {path} cannot be opened ({first_line}). Check that the folder can be written to, "
        f"or set {VARIABLE} to another file."
    )


def _prepare(connection: duckdb.DuckDBPyConnection, path: Path, shipped: Path) -> None:
    """Make the tables and the shipped rows, in one transaction, where they are missing or out of date."""
    present = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if present and "settings" not in present:
        raise StoreError(
            f"{path} is a DuckDB database, but not one of Tilik's. Nothing was changed. Set {VARIABLE} to another file."
        )
    found = dict(connection.execute("SELECT name, value FROM settings").fetchall()) if present else {}
    if int(found.get("schema_version", 0)) > SCHEMA_VERSION:
        raise StoreError(
            f"The database {path} was written by a newer version of Tilik. Nothing was changed. "
            f"Update Tilik, or set {VARIABLE} to another file."
        )
    wanted = {"schema_version": str(SCHEMA_VERSION), "shipped": fingerprint(shipped), "columns": columns_digest()}
    if found == wanted:
        return
    content = read_shipped(shipped)
    with transaction(connection):
        for table in tables():
            connection.execute(table.create())
            _grow(connection, table.name, dict(table.columns))
        migrate(connection, int(found.get("schema_version", SCHEMA_VERSION)))
        writing.replace_shipped(connection, content)
        connection.execute("DELETE FROM settings")
        connection.executemany("INSERT INTO settings VALUES (?, ?)", list(wanted.items()))


def _grow(connection: duckdb.DuckDBPyConnection, table: str, columns: dict[str, str]) -> None:
    """Add the columns that a newly declared kind brings to a table that is already there."""
    rows = connection.execute("SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [table]).fetchall()
    for name in columns.keys() - {name for (name,) in rows}:
        empty = "''" if columns[name] == "VARCHAR" else "NULL"
        connection.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" {columns[name]}')
        connection.execute(f'UPDATE {table} SET "{name}" = {empty}')


def columns_digest() -> str:
    """Return a text that changes when the declared columns do."""
    return "; ".join(table.create() for table in tables())
