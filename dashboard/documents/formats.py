"""Which formats are read, and how to tell a file's format by what is in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import PurePath

from .archives import opened
from .errors import DocumentError
from .found import Found
from .html import read_html
from .mail import is_mail, read_mail
from .pdf import read_pdf
from .refused import REFUSED, REFUSED_BY_SUFFIX, Refused
from .text import read_markdown, read_text
from .word import read_word

HEAD = 4096  # bytes looked at to tell a format
Reader = Callable[[str, bytes], Found]


@dataclass(frozen=True)
class Format:
    """A format that is read: what it is called, how its files are named, how large one may be, and what reads it."""

    name: str
    suffixes: tuple[str, ...]
    most_bytes: int
    read: Reader


TEXT = Format("text", ("txt", "text"), 5_000_000, read_text)
MARKDOWN = Format("Markdown", ("md", "markdown"), 5_000_000, read_markdown)
HTML = Format("web page", ("html", "htm", "xhtml"), 30_000_000, read_html)
PDF = Format("PDF", ("pdf",), 50_000_000, read_pdf)
WORD = Format("Word", ("docx", "docm", "dotx", "dotm"), 50_000_000, read_word)
MAIL = Format("message", ("eml", "mhtml", "mht"), 50_000_000, read_mail)
FORMATS = (TEXT, MARKDOWN, HTML, PDF, WORD, MAIL)
BY_SUFFIX = {suffix: format_ for format_ in FORMATS for suffix in format_.suffixes}
MOST_BYTES = max(format_.most_bytes for format_ in FORMATS)
KNOWN = ", ".join(suffix for format_ in FORMATS for suffix in format_.suffixes[:1]) + " and zip"

# Zips that are something else than an archive of files: a member that tells, and the suffix it goes by.
INSIDE_ZIP = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
OPEN_DOCUMENT = re.compile(rb"mimetypeapplication/(?:vnd\.oasis\.opendocument\.|(epub))")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
HTML_BEGINS = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+"
    r"<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|base|main|article|section|div|p|h[1-6]|table)\b",
    re.IGNORECASE | re.DOTALL,
)
WIDE = (b"\xff\xfe", b"\xfe\xff")
SUFFIX = re.compile(r"[a-z][a-z0-9]{0,9}")


def format_of(name: str, content: bytes) -> Format:
    """Return the format of a file: what its content shows counts for more than its name.

    Raises:
        DocumentError: if it is none that is read; the sentence says what to do.
    """
    head = content[:HEAD]
    if b"%PDF-" in head[:1024]:
        return PDF
    if may_be_zip(head):
        return _in_zip(name, content)
    suffix = suffix_of(name)
    # A recording, a table or a program is told by its first bytes; text that begins like one by chance is not.
    for refused in REFUSED:
        if refused.begins.match(head) and (b"\0" in head or not _is_read_as_text(head)):
            raise _refusal(name, refused)
    if HTML_BEGINS.match(_beginning(head)):
        return HTML
    if is_mail(head) and suffix not in ("txt", "md"):
        return MAIL
    if suffix in REFUSED_BY_SUFFIX:
        raise _refusal(name, REFUSED_BY_SUFFIX[suffix])
    known = BY_SUFFIX.get(suffix)
    if known in (PDF, WORD):
        if b"\0" in head:
            raise DocumentError(f"{name} is damaged: it is no {known.name} file inside; download or save it again.")
        return TEXT
    if known is HTML:
        return HTML if re.search(r"<[a-z/!]", _beginning(head), re.IGNORECASE) else TEXT
    if known is None and suffix:
        raise DocumentError(f"{name} is of a kind that is not read ({suffix}); known are {KNOWN}.")
    return known or TEXT


def may_be_zip(head: bytes) -> bool:
    """Tell whether a file is packed as zip archives and Word files are, from its first bytes."""
    return head.startswith(ZIP)


def is_archive(name: str, head: bytes, inside: Collection[str]) -> bool:
    """Tell whether a zip with these files inside is an archive of files, rather than a Word file or its like."""
    is_something_else = OPEN_DOCUMENT.search(head[:100]) or any(member in inside for member, _ in INSIDE_ZIP)
    return BY_SUFFIX.get(suffix_of(name)) is not WORD and not is_something_else


def suffix_of(name: str) -> str:
    """Return what kind of file a name says it is, in lower case; a dot in a date is no suffix.

    >>> suffix_of("a/Report.PDF"), suffix_of("Laporan 4.9.2025"), suffix_of("README")
    ('pdf', '', '')
    """
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    return suffix if SUFFIX.fullmatch(suffix) or suffix in REFUSED_BY_SUFFIX else ""


def _in_zip(name: str, content: bytes) -> Format:
    with opened(name, content) as archive:
        inside = set(archive.namelist())
    for member, suffix in INSIDE_ZIP:
        if member in inside:
            if suffix in REFUSED_BY_SUFFIX:
                raise _refusal(name, REFUSED_BY_SUFFIX[suffix])
            return BY_SUFFIX[suffix]
    if found := OPEN_DOCUMENT.search(content[:100]):
        raise _refusal(name, REFUSED_BY_SUFFIX["epub" if found[1] else "odt"])
    if BY_SUFFIX.get(suffix_of(name)) is WORD:
        return WORD  # damaged, or made by another program with other names inside: its reader tells
    raise DocumentError(f"{name} is an archive of files; unpack it and add what is inside.")


def _is_read_as_text(head: bytes) -> bool:
    """Tell whether these bytes are plain letters, so that a beginning like ``ID3`` or ``MZ`` is but a word."""
    return head.isascii() and not re.match(rb"\s*(?:<|\{\\rtf|%|GIF8[79]a)", head)


def _beginning(head: bytes) -> str:
    """Return the first characters of what may be a page in any encoding; its tags are ASCII in all of them."""
    if head.startswith(WIDE) or b"\0" in head[:4]:
        head = head.replace(b"\0", b"").removeprefix(WIDE[0]).removeprefix(WIDE[1])
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _refusal(name: str, refused: Refused) -> DocumentError:
    return DocumentError(f"{name} is {refused.name}, which is not read; {refused.advice}.")
