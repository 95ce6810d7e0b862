"""Reading articles. Plain text for now; what cannot be read is refused in one sentence."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from dashboard.facts import Document, document_identity

MOST_BYTES = 5_000_000  # an article is a few kilobytes; this bounds what a mistaken file can cost


class DocumentError(ValueError):
    """An article cannot be read; the message is one sentence for a person."""


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


def read_document(path: Path, **known: object) -> Document:
    """Read an article from a text file in UTF-8; ``known`` is passed on to :func:`document_from_text`.

    Raises:
        DocumentError: if the file is missing, too large, no text or not UTF-8.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DocumentError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB; give the article alone.")
        content = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror or error}.") from error
    if b"\0" in content:
        raise DocumentError(f"{path} is not a text file; save the article as plain text.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    try:
        return document_from_text(text, **known)  # type: ignore[arg-type]
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from error


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
