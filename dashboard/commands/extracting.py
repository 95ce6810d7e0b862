"""``extract``: print the facts of articles, without keeping them."""

from __future__ import annotations

import json
import multiprocessing
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from .options import about_the_article, told

if TYPE_CHECKING:
    from dashboard.facts import Document, Fact

BATCH = 64  # documents that each worker is given at a time
TABLE_COLUMNS = (
    *("kind", "actor", "supported", "participants", "outcome", "figure", "measure", "status", "assertion"),
    *("claimant", "when", "location", "evidence"),
)


@click.command()
@click.argument("article", required=False, type=click.Path(path_type=Path))
@click.option(
    "--documents",
    type=click.File(encoding="utf-8"),
    help="Many articles, one JSON object a line; - reads standard input.",
)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "csv"]), help="Default: table; jsonl for --documents."
)
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes for --documents.")
@click.option("--explain", is_flag=True, help="Tell of one ARTICLE how each sentence was read, and why not otherwise.")
@about_the_article
def extract(
    article: Path | None, documents: TextIO | None, form: str | None, workers: int, explain: bool, **known: Any
) -> None:
    """Print the facts of one ARTICLE, or of many --documents."""
    from dashboard.documents import DocumentError, read_document

    if article is not None and documents is None:
        document = told(lambda: read_document(article, **known), DocumentError)
        if explain:
            _explain(document)
        else:
            _print(_facts_of([document]), form or "table")
    elif documents is not None and article is None:
        lost: list[str] = []
        _print(_facts_of(_progress(_documents(documents, lost)), workers), form or "jsonl")
        if lost:
            sys.exit(1)
    else:
        raise click.UsageError("Give either an ARTICLE or --documents.")


def _documents(lines: TextIO, lost: list[str]) -> Iterator[Document]:
    """Read documents line by line; a line that cannot be read is told, and the others still go on."""
    from dashboard.documents import DocumentError, document_from_json

    for count, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield document_from_json(line)
        except DocumentError as error:
            lost.append(f"line {count}: {error}")
            click.echo(lost[-1], err=True)


def _progress(documents: Iterator[Document]) -> Iterator[Document]:
    """Show how many articles have been read, and how fast, on a terminal that does not also get the facts."""
    if sys.stdout.isatty() or not sys.stderr.isatty():
        yield from documents
        return
    began = time.monotonic()
    for count, document in enumerate(documents, start=1):
        yield document
        rate = count / max(time.monotonic() - began, 0.001)
        click.echo(f"\r{count:,} articles, {rate:,.0f} a second", nl=False, err=True)
    click.echo(err=True)


def _facts_of(documents: Iterable[Document], workers: int = 1) -> Iterator[Fact]:
    """Yield the facts of documents in their order; workers read a batch at a time, so that memory stays flat."""
    from dashboard.extraction import extract as facts_in

    if workers == 1:
        for document in documents:
            yield from facts_in(document)
        return
    waiting = iter(documents)
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        while batch := list(islice(waiting, workers * BATCH)):
            for facts in pool.map(facts_in, batch, chunksize=BATCH // 4):
                yield from facts


def _explain(document: Document) -> None:
    from dashboard.extraction import explain, languages, recognise

    language = document.language or recognise(document.text)
    if language not in languages():
        raise click.ClickException(
            f"No language pack for {language or 'this text'}; there are {', '.join(languages())}."
        )
    for line in explain(document, language):
        click.echo(line)


def _row(fact: Fact) -> dict[str, Any]:
    from dashboard.facts import fact_columns

    return {column.name: fact.value(column.name) for column in fact_columns()}


def _print(facts: Iterator[Fact], form: str) -> None:
    if form == "jsonl":
        for fact in facts:
            click.echo(json.dumps(_row(fact), ensure_ascii=False, default=str))
        return
    import polars as pl

    rows = [_row(fact) for fact in facts]
    if form == "csv":
        from dashboard.exports import TYPES, export
        from dashboard.facts import fact_columns

        frame = pl.DataFrame(rows, schema={each.name: TYPES[each.type] for each in fact_columns()})
        sys.stdout.buffer.write(export(frame, "csv"))
        return
    _print_table(rows)


def _print_table(rows: list[dict[str, Any]]) -> None:
    import polars as pl

    from dashboard.wording import figure, span

    if not rows:
        click.echo("No facts found.")
        return
    for row in rows:
        row["figure"] = figure(row["value_low"], row["value_best"], row["value_high"], row["qualifier"])
        row["when"] = span(row["date_start"], row["date_end"], row["date_precision"] or "day")
    shown = [{name: row[name] for name in TABLE_COLUMNS} for row in rows]
    frame = pl.DataFrame([{"fact": n} | row for n, row in enumerate(shown, start=1)])
    # One fact is a column: a fact has more columns than a terminal is wide.
    upright = frame.select(pl.all().cast(pl.String)).transpose(include_header=True, header_name="", column_names="fact")
    with pl.Config(
        tbl_rows=-1,
        tbl_cols=-1,
        fmt_str_lengths=300,
        tbl_width_chars=max(100, 30 * (len(rows) + 1)),
        tbl_hide_column_data_types=True,
        tbl_hide_dataframe_shape=True,
    ):
        click.echo(str(upright))
