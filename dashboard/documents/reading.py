"""Reading articles of any format. What cannot be read is refused in one sentence that says what to do."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from dashboard.facts import Document, document_identity

from .errors import DocumentError, too_large
from .files import content_of
from .formats import format_of
from .found import Found

MOST_TEXT = 5_000_000  # characters of one article
ASKED_FOR = ("published", "publisher", "language", "title")  # what a person is asked for where no file tells


class Known(TypedDict, total=False):
    """What is known of an article by others than its file; it counts for more than what the file says."""

    published: date | None
    publisher: str
    url: str
    title: str
    language: str
    document_id: str


@dataclass(frozen=True, kw_only=True)
class Read:
    """A document, and which parts of it a person should look at before it is kept.

    ``proposed`` names the columns taken from the file, ``missing`` those that nobody told. ``maybe_published`` is a day
    to offer where the day of publication is missing, such as the day on which a PDF was made; the document lacks it.
    """

    document: Document
    format: str
    author: str = ""
    proposed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    maybe_published: date | None = None


def document_from_text(
    text: str,
    *,
    published: date | None = None,
    publisher: str = "",
    url: str = "",
    title: str = "",
    language: str = "",
    document_id: str = "",
) -> Document:
    """Return a document with this text; its id follows from the text unless one is given.

    Raises:
        DocumentError: if there is no text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DocumentError("The article holds no text.")
    return Document(
        document_id=document_id or document_identity(text),
        url=url,
        publisher=publisher,
        title=title,
        published=published,
        language=language,
        text=text,
    )


def read(name: str, content: bytes, **known: Unpack[Known]) -> Read:
    """Read a file of any known format from its bytes.

    Raises:
        DocumentError: if it cannot be read; nothing else, whatever the bytes.
    """
    if not content.strip():
        raise DocumentError(f"{name} is empty and holds no text; add a file with the article in it.")
    try:
        format_ = format_of(name, content)
        if len(content) > format_.most_bytes:
            raise too_large(name, format_.most_bytes)
        found = format_.read(name, content)
    except DocumentError:
        raise
    except Exception as error:  # the one place for whatever four libraries raise on broken files
        raise DocumentError(f"{name} is damaged and cannot be read; download or save it again.") from error
    if not found.text.strip():
        raise DocumentError(f"{name} holds no text of an article; copy the text and add that.")
    if len(found.text) > MOST_TEXT:
        raise too_large(name, MOST_TEXT)
    return _with_known(format_.name, found, known)


def read_bytes(name: str, content: bytes, **known: Unpack[Known]) -> Document:
    """Read an uploaded file of any known format; what is ``known`` counts for more than what the file says.

    Raises:
        DocumentError: if it cannot be read; nothing else, whatever the bytes.
    """
    return read(name, content, **known).document


def read_document(path: Path, **known: Unpack[Known]) -> Document:
    """Read a file of any known format; what is ``known`` counts for more than what the file says.

    Raises:
        DocumentError: if the file is missing, too large or cannot be read.
    """
    return read_bytes(str(path), content_of(path), **known)


def document_from_json(line: str) -> Document:
    """Read one line of JSON with ``text`` and, where known, ``document_id``, ``published``, ``language`` and the rest.

    Raises:
        DocumentError: if the line is no such object.
    """
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        raise DocumentError(f"not JSON ({error.msg} at character {error.pos + 1})") from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise DocumentError('not an object with a "text"')
    fields = ("document_id", "language", "publisher", "url", "title")
    known = {name: str(given[name]) for name in fields if given.get(name)}
    published = given.get("published")
    try:
        day = date.fromisoformat(str(published)[:10]) if published else None
    except ValueError:
        raise DocumentError(f'"published" is {published!r}, not a day like 2025-09-04') from None
    return document_from_text(given["text"], published=day, **known)


def _with_known(format_: str, found: Found, known: Known) -> Read:
    """Return the document with what is known and, where nothing is, with what the file says."""
    told: Known = {
        "published": found.published,
        "publisher": found.publisher,
        "url": found.url,
        "title": found.title,
        "language": found.language,
    }
    given: Known = {name: value for name, value in known.items() if value}  # type: ignore[assignment]
    document = document_from_text(found.text, **(told | given))
    missing = tuple(name for name in ASKED_FOR if not getattr(document, name))
    return Read(
        document=document,
        format=format_,
        author=found.author,
        proposed=tuple(name for name, value in told.items() if value and name not in given),
        missing=missing,
        maybe_published=found.maybe_published if "published" in missing else None,
    )
