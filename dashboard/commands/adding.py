"""``add``: put articles and their facts into the database."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import about_the_article

if TYPE_CHECKING:
    from dashboard.facts import Document
    from dashboard.store import Added, Article


@click.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(path_type=Path))
@about_the_article
def add(articles: tuple[Path, ...], **known: Any) -> None:
    """Put ARTICLES and their facts into the database, for the dashboard to show."""
    from dashboard.facts.shipped import DataError
    from dashboard.store import StoreError, add_documents

    report = _Report(len(articles))
    try:
        for added in add_documents(_with_facts(_read(articles, known), report)):
            report.added(added)
    except (StoreError, DataError) as error:
        raise click.ClickException(str(error)) from error
    finally:
        report.end()
    if report.failed:
        sys.exit(1)


def _read(paths: Sequence[Path], known: dict[str, Any]) -> Iterator[tuple[str, Document | str]]:
    """Yield each article with its name, or a sentence that says why it cannot be read."""
    from dashboard.documents import DocumentError, read_document

    for path in paths:
        try:
            yield str(path), read_document(path, **known)
        except DocumentError as error:
            yield str(path), str(error)


def _with_facts(outcomes: Iterable[tuple[str, Document | str]], report: _Report) -> Iterator[Article]:
    """Yield what is to be added; what cannot be read is told, and the others still go in."""
    from dashboard.evaluation import extractor_version
    from dashboard.extraction import extract
    from dashboard.store import Article

    for name, document in outcomes:
        if isinstance(document, str):
            report.refused(document)
            continue
        report.is_read(name, document)
        yield Article(document, extract(document), extractor=extractor_version())


class _Report:
    """Tells what came of each article: a line each, and a bar while it goes on where somebody is watching."""

    def __init__(self, count: int) -> None:
        self.failed = 0
        self.waiting: deque[str] = deque()
        self._bar = click.progressbar(length=count, label="Reading", file=sys.stderr, show_pos=True)
        self._watched = sys.stderr.isatty() and count > 1
        if self._watched:
            self._bar.render_progress()

    def refused(self, sentence: str) -> None:
        """An article cannot be read."""
        self.failed += 1
        self._say(sentence, err=True)
        self._step()

    def is_read(self, name: str, document: Document) -> None:
        """An article was read and waits to be added."""
        self.waiting.append(name)
        if document.published is None:
            self._say(f"{name}: no --published given; relative dates stay unread.", err=True)
        self._step()

    def added(self, added: Added) -> None:
        """The article that has waited longest was added, or known already."""
        is_new = "added" if added.document_is_new else "known already"
        reprint = ", a reprint of an article that is there" if added.reprint_of else ""
        self._say(f"{self.waiting.popleft()}: {is_new}, {added.facts} new fact(s){reprint}")

    def end(self) -> None:
        """Nothing more is read."""
        if self._watched:
            self._bar.render_finish()

    def _step(self) -> None:
        if self._watched:
            self._bar.update(1)

    def _say(self, line: str, *, err: bool = False) -> None:
        if self._watched:
            click.echo("\r\033[K", nl=False, err=True)  # the bar's line
        click.echo(line, err=err)
