"""PDF files that hold text, not only pictures of it."""

from __future__ import annotations

import io
import logging
import re
import time
from typing import TYPE_CHECKING

from .errors import DocumentError
from .found import Found
from .plain import one_line, tidy, unwrapped

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500
MOST_SECONDS = 60.0
MOST_TEXT = 5_000_000  # characters
MOST_STREAM = 30_000_000  # bytes that one stream may unpack to
MOST_OPERATIONS = 500_000  # on one page; a dense newspaper page has some ten thousand
# Left by the programs that make PDFs rather than by those who write them.
NO_TITLE = re.compile(
    r"^(?:untitled|document\d*|microsoft \w+ - |print(?:ing)?$|\W*$)|\.\w{2,4}$|^https?:", re.IGNORECASE
)


def read_pdf(name: str, content: bytes) -> Found:
    """Read the text of all pages. The day on which the file was made may be the day of publication, or long after it.

    Raises:
        DocumentError: if it is locked, a scan, too long or takes too long.
    """
    import pypdf
    from pypdf.errors import FileNotDecryptedError, LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells every flaw; the reader is told the outcome
    with pypdf.apply_configuration(
        stream_parsing_work_maximum_count=MOST_OPERATIONS,
        zlib_maximum_output_length=MOST_STREAM,
        lzw_maximum_output_length=MOST_STREAM,
        run_length_maximum_output_length=MOST_STREAM,
    ):
        try:
            with pypdf.PdfReader(io.BytesIO(content)) as reader:
                if reader.is_encrypted and not reader.decrypt(""):
                    raise FileNotDecryptedError
                text = _text(name, reader)
                return _about(reader, text)
        except FileNotDecryptedError as error:
            raise DocumentError(f"{name} is locked with a password; save a copy without one.") from error
        except LimitReachedError as error:
            raise DocumentError(f"{name} asks for more work than any article; print it to a new PDF.") from error


def _text(name: str, reader: PdfReader) -> str:
    pages = len(reader.pages)
    if pages > MOST_PAGES:
        raise DocumentError(f"{name} has {pages:,} pages, and {MOST_PAGES} at most are read; give the article alone.")
    until = time.monotonic() + MOST_SECONDS
    texts: list[str] = []
    for page in reader.pages:
        texts.append(unwrapped(tidy(page.extract_text())))
        if sum(map(len, texts)) > MOST_TEXT:
            raise DocumentError(f"{name} holds more than {MOST_TEXT // 1_000_000} MB of text; give the article alone.")
        if time.monotonic() > until:
            raise DocumentError(f"{name} takes longer than {MOST_SECONDS:.0f} seconds to read; give the article alone.")
    if not any(text.strip() for text in texts):
        raise DocumentError(f"{name} is a scan without text; run text recognition (OCR) on it and add the result.")
    return "\n\n".join(text.strip() for text in texts if text.strip())


def _about(reader: PdfReader, text: str) -> Found:
    """Return the text with what the file tells of itself; a flaw in that is no reason to refuse the text."""
    from pypdf.errors import PyPdfError

    try:
        told = reader.metadata
        title = one_line(told.title) if told else ""
        author = one_line(told.author) if told else ""
        made = told.creation_date if told else None
    except (PyPdfError, ValueError, TypeError, AttributeError):  # some program wrote whatever it liked there
        return Found(text=text)
    return Found(
        text=text,
        title="" if NO_TITLE.search(title) else title,
        author=author,
        maybe_published=made.date() if made else None,
    )
