"""PDF files: their text in whole sentences; scans, locks, loops and bombs are told."""

from __future__ import annotations

import time
import zlib
from datetime import date

import pytest

from dashboard.documents import DocumentError, read, read_bytes

from .making import STORY, locked_pdf, pdf

PRINTED = (
    "Seoul says 2,000 North Koreans killed",
    "North Korea has sent about 13,000 troops to support Russia in its war against",
    "Ukraine, South Korea's National Intelligence Service told lawmakers on Thurs-",
    "day (4/9).",
    "Around 2,000 of them have been killed, the agency estimates.",
)


def with_content(packed: bytes) -> bytes:
    """A PDF of one page whose content is this compressed stream."""
    whole = pdf(STORY)
    start, end = whole.index(b"<< /Length"), whole.index(b"endstream")
    return b"%b<< /Length %d /Filter /FlateDecode >>\nstream\n%b\n%b" % (
        whole[:start],
        len(packed),
        packed,
        whole[end:],
    )


def test_lines_of_a_page_become_paragraphs() -> None:
    assert read_bytes("a.pdf", pdf(PRINTED, STORY)).text.split("\n") == [
        "Seoul says 2,000 North Koreans killed",
        "North Korea has sent about 13,000 troops to support Russia in its war against Ukraine, South Korea's National "
        "Intelligence Service told lawmakers on Thursday (4/9).",
        "Around 2,000 of them have been killed, the agency estimates.",
        "",
        *STORY,
    ]


@pytest.mark.parametrize(
    ("info", "title", "maybe"),
    [
        ({"Title": "Ten killed", "CreationDate": "D:20250904101500+07'00'"}, "Ten killed", date(2025, 9, 4)),
        ({"Title": "Microsoft Word - report.doc", "CreationDate": "D:2025"}, "", date(2025, 1, 1)),
        ({"Title": "untitled"}, "", None),
        ({"Title": "report_final.docx"}, "", None),
        ({"Title": "<script>alert(1)</script>Ten killed"}, "Ten killed", None),
        ({"CreationDate": "yesterday"}, "", None),
        ({}, "", None),
    ],
)
def test_what_a_pdf_says_of_itself_is_weighed(info: dict[str, str], title: str, maybe: date | None) -> None:
    found = read("a.pdf", pdf(STORY, info=info))
    assert (found.document.title, found.maybe_published, found.document.published) == (title, maybe, None)


@pytest.mark.parametrize("cipher", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_opens_without_a_password_is_read(cipher: str) -> None:
    """Many reports may be read by everybody and changed by nobody."""
    assert read_bytes("a.pdf", locked_pdf("", cipher)).text.split("\n") == list(STORY)
    with pytest.raises(DocumentError, match="is locked with a password"):
        read_bytes("a.pdf", locked_pdf("secret", cipher))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(pdf(STORY).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "damaged", id="pages of themselves"),
        pytest.param(pdf(STORY).replace(b"/Contents 5 0 R", b"/Contents 4 0 R"), "is a scan", id="page as content"),
        pytest.param(pdf(STORY).replace(b"/Length", b"/Length 5 0 R /X"), "more work", id="length of itself"),
        pytest.param(with_content(zlib.compress(b"0 0 m " * 6_000_000)), "more work", id="bomb"),
        pytest.param(with_content(zlib.compress(b"(a) Tj " * 1_000_000)), "more work", id="endless operations"),
        pytest.param(with_content(zlib.compress(b"[" * 200_000 + b"] TJ")), "damaged", id="deep arrays"),
    ],
)
def test_a_hostile_pdf_takes_no_time(content: bytes, told: str) -> None:
    began = time.monotonic()
    with pytest.raises(DocumentError, match=told):
        read_bytes("a.pdf", content)
    assert time.monotonic() - began < 20


def test_a_pdf_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.documents.pdf.MOST_SECONDS", -1.0)
    with pytest.raises(DocumentError, match="takes longer than"):
        read_bytes("a.pdf", pdf(STORY))


def test_a_pdf_with_a_book_of_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.documents.pdf.MOST_TEXT", 100)
    with pytest.raises(DocumentError, match="of text"):
        read_bytes("a.pdf", pdf(STORY))
