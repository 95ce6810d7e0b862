"""What leaves the house: nothing that a spreadsheet would run, everything that was there."""

from __future__ import annotations

import csv
import io

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports import FORMATS, data_dictionary, export, file_name
from dashboard.facts import fact_columns
from dashboard.store import Filters
from dashboard.store.queries import claims

CELLS = {
    "formula": ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    "plus": ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    "minus": ("-2+3", "'-2+3"),
    "at": ("@SUM(A1)", "'@SUM(A1)"),
    "tab": ("\t=1", "'\t=1"),
    "return": ("\r=1", "'\r=1"),
    "negative number": ("-5", "-5"),
    "signed number": ("+7.5", "+7.5"),
    "number with separators": ("-13,000", "-13,000"),
    "text": ("South Korea's NIS", "South Korea's NIS"),
    "equals inside": ("a=b", "a=b"),
    "empty": ("", ""),
}


@pytest.mark.parametrize("name", CELLS)
def test_no_cell_is_run_as_a_formula(name: str) -> None:
    given_cell, expected = CELLS[name]
    content = export(pl.DataFrame({"cell": [given_cell, "end"]}), "csv").decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(content, newline="")))["cell"] == expected


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_every_text_comes_back_but_for_the_apostrophe(cells: list[str]) -> None:
    content = export(pl.DataFrame({"n": range(len(cells)), "cell": cells}), "csv").decode("utf-8-sig")
    back = [row["cell"] for row in csv.DictReader(io.StringIO(content, newline=""))]
    assert len(back) == len(cells)
    for before, after in zip(cells, back, strict=True):
        assert after in (before, "'" + before)
        assert not after.startswith(("=", "@", "\t", "\r"))


def test_the_export_has_the_columns_of_the_contract_and_opens_in_polars(connection: duckdb.DuckDBPyConnection) -> None:
    frame = claims(connection, Filters())
    back = pl.read_csv(io.BytesIO(export(frame, "csv")), infer_schema=False)
    names = [column.name for column in fact_columns()]
    assert back.columns[: len(names)] == names
    assert back.columns[len(names) :] == [
        f"source_{name}" for name in ("url", "publisher", "title", "published", "language", "reliability", "reprint_of")
    ]
    assert back.height == frame.height
    assert back.get_column("fact_id").to_list() == frame.get_column("fact_id").to_list()
    numbers = back.get_column("value_best").cast(pl.Int64)
    assert numbers.equals(frame.get_column("value_best"))


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match=f"known are {', '.join(FORMATS)}"):
        export(pl.DataFrame(), "xls")


def test_a_file_name_holds_no_path_and_no_end() -> None:
    assert file_name(["../../etc/passwd", "a" * 500], "csv").startswith("tilik-etc-passwd-a")
    assert len(file_name(["x" * 900], "csv")) < 200


def test_the_dictionary_tells_every_column_and_word() -> None:
    told = data_dictionary()
    for column in fact_columns():
        assert f"| `{column.name}` |" in told
        assert all(f"`{word}`" in told for word in column.words)
