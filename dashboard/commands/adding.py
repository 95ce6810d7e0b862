"""``add``: put articles and their facts into the database."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import about_the_article

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from dashboard.documents import Known, Source
    from dashboard.intake import Spoken
    from dashboard.store import Added, Article


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@about_the_article
def add(articles: tuple[Path, ...], **known: Any) -> None:
    """Put articles and their facts into the database, for the dashboard to show.

    PATH is a file (txt, md, html, pdf, docx, eml), a folder or a zip archive. What a file says of itself is taken from
    it; the options say what it does not, or says wrongly. What cannot be read is told, and the others still go in.
    """
    from dashboard.documents import collect
    from dashboard.facts.shipped import DataError
    from dashboard.store import StoreError, add_documents

    sources = list(collect(articles))
    if len(sources) > 1 and (known["title"] or known["url"]):
        raise click.UsageError("--title and --url say what one article is; give them with one file alone.")
    report = _Report(len(sources))
    try:
        for added in add_documents(_with_facts(sources, {k: v for k, v in known.items() if v}, report)):  # type: ignore[arg-type]
            report.added(added)
    except (StoreError, DataError) as error:
        raise click.ClickException(str(error)) from error
    finally:
        report.end()
    if report.failed:
        sys.exit(1)


def _with_facts(sources: Iterable[Source], known: Known, report: _Report) -> Iterator[Article]:
    """Yield what is to be added, one article at a time; what cannot be read is told."""
    from dashboard.documents import read_source
    from dashboard.intake import article_of, spoken

    for source in sources:
        outcome = read_source(source, **known)
        if outcome.read is None:
            report.refused(outcome.problem)
            continue
        found = spoken(outcome.read)
        report.is_read(outcome.name, _doubts(found, outcome.read.maybe_published))
        yield article_of(found.document)


def _doubts(found: Spoken, maybe_published: Any) -> list[str]:
    """Say what a person should know of how an article was read: its language, and whether its day is missing."""
    from dashboard.extraction import languages

    told = []
    language = found.document.language
    if not found.is_known:
        rules = ", ".join(languages())
        what = f"in {language}, for which there are no rules" if language else "in no language that was recognised"
        told.append(f"{what}, so no facts were read (there are {rules}; say --language if it is one of them)")
    elif found.declared:
        told.append(f"read as {language}, although the file says {found.declared}")
    if found.document.published is None:
        hint = f", which may be {maybe_published}" if maybe_published else ""
        told.append(f"no day of publication, so relative dates stay unread: give --published{hint}")
    return told


class _Report:
    """Tells what came of each article: a line each, and a bar while it goes on where somebody is watching."""

    def __init__(self, count: int) -> None:
        self.failed = 0
        self._waiting: deque[tuple[str, list[str]]] = deque()
        self._began = time.monotonic()
        self._bar: ProgressBar[None] = click.progressbar(
            length=count, label="Reading", file=sys.stderr, show_pos=True, item_show_func=lambda _item: self._rate()
        )
        self._watched = sys.stderr.isatty() and count > 1
        if self._watched:
            self._bar.render_progress()

    def refused(self, sentence: str) -> None:
        """An article cannot be read."""
        self.failed += 1
        self._say(sentence, err=True)
        self._step()

    def is_read(self, name: str, doubts: list[str]) -> None:
        """An article was read, with these doubts, and waits to be added."""
        self._waiting.append((name, doubts))
        self._step()

    def added(self, added: Added) -> None:
        """The article that has waited longest was added, or known already."""
        name, doubts = self._waiting.popleft()
        told = [_came_of(added), *(doubts if added.document_is_new else [])]
        self._say(f"{name}: {'; '.join(told)}")

    def end(self) -> None:
        """Nothing more is read."""
        if self._watched:
            self._bar.render_finish()

    def _step(self) -> None:
        if self._watched:
            self._bar.update(1)

    def _rate(self) -> str:
        return f"{self._bar.pos / max(time.monotonic() - self._began, 0.001):,.0f} a second"

    def _say(self, line: str, *, err: bool = False) -> None:
        if self._watched:
            click.echo("\r\033[K", nl=False, err=True)  # the bar's line
        click.echo(line, err=err)


def _came_of(added: Added) -> str:
    from dashboard.wording import ngettext

    if not added.document_is_new:
        return "known already, nothing added"
    told = f"added {ngettext('{n} fact', '{n} facts', added.facts)}"
    if not added.reprint_of:
        return told
    by = f" by {added.original_publisher}" if added.original_publisher else ""
    original = f"“{added.original_title}”" if added.original_title else "an article"
    return f"{told}; a reprint of {original}{by}"
