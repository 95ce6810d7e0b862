"""Export formats, one declaration each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import polars as pl
import polars.selectors as cs

from dashboard.facts import slug

# Spreadsheets run a cell that begins like this as a formula (OWASP, CSV injection). A leading apostrophe makes it text.
FORMULA = r"^[=+\-@\t\r]"
TYPES: Mapping[str, type[pl.DataType]] = {
    "text": pl.String,
    "integer": pl.Int64,
    "float": pl.Float64,
    "date": pl.Date,
    "time": pl.Datetime,
}
NUMBER = r"^[+-]?\d+([.,]\d+)*$"


@dataclass(frozen=True)
class Format:
    """A file format: how a frame becomes bytes, and what a browser is told."""

    label: str
    suffix: str
    mime: str
    write: Callable[[pl.DataFrame], bytes]


def neutralised(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with every text that a spreadsheet would run as a formula made plain text; numbers stay.

    >>> neutralised(pl.DataFrame({"a": ["=1+1", "-5", "plain", "@x"]})).get_column("a").to_list()
    ["'=1+1", '-5', 'plain', "'@x"]
    """
    text = cs.string()
    risky = text.str.contains(FORMULA) & ~text.str.contains(NUMBER)
    return frame.with_columns(pl.when(risky).then(pl.lit("'") + text).otherwise(text).name.keep())


def as_csv(frame: pl.DataFrame) -> bytes:
    """Return the frame as CSV: UTF-8 with a mark by which Excel knows it, days as ISO 8601, unknown values empty."""
    return neutralised(_with_moments(frame)).write_csv(include_bom=True).encode()


def as_parquet(frame: pl.DataFrame) -> bytes:
    """Return the frame as Parquet, each column with its type."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


def as_json(frame: pl.DataFrame) -> bytes:
    """Return the frame as a JSON array with an object for each row: UTF-8, days as ISO 8601, unknown values null."""
    return _with_moments(frame).write_json().encode()


def _with_moments(frame: pl.DataFrame) -> pl.DataFrame:
    """Write moments as ISO 8601 in UTC, such as 2025-09-04T10:12:00Z."""
    return frame.with_columns(cs.datetime().dt.strftime("%Y-%m-%dT%H:%M:%SZ"))


FORMATS: Mapping[str, Format] = {
    "csv": Format("CSV", "csv", "text/csv", as_csv),
    "parquet": Format("Parquet", "parquet", "application/vnd.apache.parquet", as_parquet),
    "json": Format("JSON", "json", "application/json", as_json),
}


def export(frame: pl.DataFrame, name: str) -> bytes:
    """Return the frame in the format of this name.

    Raises:
        ValueError: for an unknown format; the message lists the known ones.
    """
    if name not in FORMATS:
        raise ValueError(f"unknown format {name!r}; known are {', '.join(FORMATS)}")
    return FORMATS[name].write(frame)


def file_name(parts: Iterable[str], suffix: str) -> str:
    """Return a file name that says what is in the file.

    >>> file_name(["Casualties", "North Korea", "from 2024-10-01", ""], "csv")
    'tilik-casualties-north-korea-from-2024-10-01.csv'
    """
    words = "-".join(filter(None, (slug(part) for part in parts)))
    return f"tilik-{words[:150].strip('-')}.{suffix}"
