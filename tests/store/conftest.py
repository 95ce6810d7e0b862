"""A database with the small data set and an article to be reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from dashboard.store import add_document, open_store

from .reviewed import ARTICLE, FIRST, SECOND


@pytest.fixture
def store(tmp_path: Path, data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(tmp_path / "t.duckdb", data) as connection:
        add_document(connection, ARTICLE, [FIRST, SECOND], extractor="rules 1")
        yield connection
