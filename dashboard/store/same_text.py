"""The same text again: the same article, which adds nothing, or what another outlet printed word for word.

A document's id follows from its text, so that an article is known again whatever its file was called. What another
outlet prints without changing a word is a document of its own: its id follows from the text and the outlet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import duckdb

from dashboard.facts import Document, Fact, digest, identity, slug

if TYPE_CHECKING:
    from .writing import Article


@dataclass(frozen=True)
class Placed:
    """An article under the id that it goes by here, whether it is new, and what has the very same text, if any."""

    article: Article
    is_new: bool
    same_as: str = ""


def placed(connection: duckdb.DuckDBPyConnection, articles: Sequence[Article]) -> list[Placed]:
    """Return articles with the ids that they go by, in their order; later ones know of earlier ones."""
    ids = {each for article in articles for each in (article.document.document_id, _id_in_outlet(article.document))}
    # An article that comes again as it came first is no other, although a person has corrected where it was published.
    rows = connection.execute(
        "SELECT document_id, publisher, url FROM documents WHERE document_id IN (SELECT unnest(?)) UNION "
        "SELECT document_id, publisher_given, url_given FROM documents WHERE document_id IN (SELECT unnest(?))",
        [list(ids), list(ids)],
    ).fetchall()
    there: dict[str, list[tuple[str, str]]] = {}
    for document_id, publisher, url in rows:
        there.setdefault(document_id, []).append((publisher, url))
    found = []
    for article in articles:
        document = article.document
        first, own = document.document_id, _id_in_outlet(document)
        if first in there and all(_is_elsewhere(document, *outlet) for outlet in there[first]):
            found.append(Placed(_under(article, own), own not in there, same_as=first))
            there.setdefault(own, [(document.publisher, document.url)])
        else:
            found.append(Placed(article, first not in there))
            there.setdefault(first, [(document.publisher, document.url)])
    return found


def _is_elsewhere(document: Document, publisher: str, url: str) -> bool:
    """Tell whether a document was published elsewhere than another of the same text.

    Nothing is elsewhere unless both say where: an article that was first added without its publisher is not doubled
    when it comes again with it.
    """
    if not document.text or (document.url and document.url == url):
        return False
    if document.publisher and publisher:
        return slug(document.publisher) != slug(publisher)
    here, there = _host(document.url), _host(url)
    return bool(here and there and here != there)


def _id_in_outlet(document: Document) -> str:
    return digest(document.document_id, slug(document.publisher) or _host(document.url))


def _host(url: str) -> str:
    """Return the site of an address.

    >>> _host("https://www.paper.example/news/1"), _host("")
    ('paper.example', '')
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _under(article: Article, document_id: str) -> Article:
    return replace(
        article,
        document=replace(article.document, document_id=document_id),
        facts=_facts_under(article.facts, document_id),
        left_out=_facts_under(article.left_out, document_id),
    )


def _facts_under(facts: Iterable[Fact], document_id: str) -> tuple[Fact, ...]:
    moved = (replace(fact, document_id=document_id) for fact in facts)
    return tuple(replace(fact, fact_id=identity(fact)) for fact in moved)
