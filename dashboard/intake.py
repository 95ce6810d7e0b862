"""From what was read to what is added, or read anew: in which language an article is, and what it claims.

The one place where documents meet extraction, for the page and the command line alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb

from dashboard.documents import Read
from dashboard.evaluation import extractor_version
from dashboard.extraction import extract, languages, recognise
from dashboard.facts import Document, Fact, Value
from dashboard.store import Article, describing
from dashboard.store.describing import Described

MOST_HEADLINE = 160  # characters


@dataclass(frozen=True)
class Spoken:
    """A document with its language (empty where none is recognised), and what its file declared instead, if that."""

    document: Document
    declared: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there are rules for the language."""
        return self.document.language in languages()


def spoken(read: Read) -> Spoken:
    """Return what was read with its language.

    What a person says counts. What a file declares counts for less than the words of its text, because many sites
    declare their own language on all pages; but where it declares one that there are no rules for, no words can tell.

    >>> from dashboard.facts import Document
    >>> document = Document(text="The agency said that the troops were sent to the front.", language="id")
    >>> found = spoken(Read(document=document, format="web page", proposed=("language",)))
    >>> found.document.language, found.declared
    ('en', 'id')
    >>> spoken(Read(document=document, format="web page")).document.language
    'id'
    """
    document = read.document
    declared = document.language
    if declared and "language" not in read.proposed:
        return Spoken(document)
    recognised = recognise(document.text)
    if not recognised or recognised == declared or (declared and declared not in languages()):
        return Spoken(document)
    return Spoken(replace(document, language=recognised), declared)


def headline(text: str) -> str:
    """Return what may be the headline of a text that came without one: a short first line that is no sentence.

    >>> headline("Thousands of troops sent\\n\\nThe agency said on Monday that ...")
    'Thousands of troops sent'
    >>> headline("The agency said so.\\n\\nMore."), headline("One line alone")
    ('', '')
    """
    first, _break, rest = text.strip().partition("\n")
    line = " ".join(first.split())
    return line if rest.strip() and len(line) <= MOST_HEADLINE and not line.endswith((".", ":", ",", ";")) else ""


def article_of(document: Document, facts: Sequence[Fact] | None = None, left_out: Sequence[Fact] = ()) -> Article:
    """Return a document as it is added: with its facts, or those that are given, and the version of the rules."""
    kept = extract(document) if facts is None else facts
    return Article(document, tuple(kept), tuple(left_out), extractor=extractor_version())


def describe(
    connection: duckdb.DuckDBPyConnection,
    document_id: str,
    changes: Mapping[str, Value],
    *,
    reviewer: str,
    seen: str,
    note: str = "",
) -> Described:
    """Correct what is known of a document; see :func:`dashboard.store.describing.describe`."""
    known = {"reviewer": reviewer, "seen": seen, "note": note, "extractor": extractor_version()}
    return describing.describe(connection, document_id, changes, extract=extract, **known)


def undo_description(connection: duckdb.DuckDBPyConnection, document_id: str, *, reviewer: str, seen: str) -> Described:
    """Take a correction of a document back; see :func:`dashboard.store.describing.undo_description`."""
    known = {"reviewer": reviewer, "seen": seen, "extractor": extractor_version()}
    return describing.undo_description(connection, document_id, extract=extract, **known)
