"""Reading articles: what can be read is, what cannot is told in one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.documents import (
    FORMATS,
    DocumentError,
    document_from_json,
    document_from_text,
    read,
    read_bytes,
    read_document,
)
from dashboard.documents.refused import REFUSED
from dashboard.facts import Document

from .making import STORY, docx, eml, locked_pdf, page, paragraphs, pdf, scanned_pdf, zipped

TEXT = "\n".join(STORY)
MAIL_HEAD = b"Date: x\nFrom: \xff\nMIME-Version: 1\n"
SUFFIXES = [suffix for format_ in FORMATS for suffix in format_.suffixes]
REFUSED_SUFFIXES = [suffix for refused in REFUSED for suffix in refused.suffixes]


def tried(name: str, content: bytes) -> tuple[Document | None, str]:
    """The document, or what is told instead of it; any other exception is a failure."""
    try:
        return read_bytes(name, content), ""
    except DocumentError as error:
        return None, str(error)


def test_a_text_file_becomes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffBaris satu\r\nBaris dua\r\n".encode())
    document = read_document(path, published=date(2025, 9, 4), publisher="The Paper")
    assert document.text == "Baris satu\nBaris dua\n"
    assert (document.published, document.publisher) == (date(2025, 9, 4), "The Paper")
    assert document.document_id == document_from_text("Baris satu Baris dua").document_id


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "holds no text"),
        (b" \n\t", "holds no text"),
        (b"PK\x03\x04\0\0", "is a damaged archive"),
        (b"\0\1\2\3\4\5\6\7", "is not a text file"),
        (b"a" * 5_000_001, "is larger than"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=told) as raised:
        read_document(path)
    assert str(path) in str(raised.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(tmp_path / "nothing.txt")
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(tmp_path)
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(Path("a\0b.txt"))


def test_a_file_of_200_megabytes_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.pdf"
    path.touch()
    os.truncate(path, 200_000_000)
    monkeypatch.setattr(Path, "open", lambda *given: pytest.fail("it was opened"))
    with pytest.raises(DocumentError, match="larger than 50 MB"):
        read_document(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(DocumentError, match="is not a file"):
        read_document(pipe)


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        pytest.param("a.txt", TEXT.encode(), "text", id="text"),
        pytest.param("a", TEXT.encode(), "text", id="no suffix"),
        pytest.param("Laporan 4.9.2025", TEXT.encode(), "text", id="a dot that is none of a suffix"),
        pytest.param("A.TXT", TEXT.encode(), "text", id="capitals"),
        pytest.param("a.md", TEXT.encode(), "Markdown", id="markdown"),
        pytest.param("a.html", page(*STORY).encode(), "web page", id="page"),
        pytest.param("a.txt", page(*STORY).encode(), "web page", id="page named text"),
        pytest.param("a.pdf", page(*STORY).encode(), "web page", id="page named PDF"),
        pytest.param("a.html", TEXT.encode(), "text", id="text named page"),
        pytest.param("a.pdf", TEXT.encode(), "text", id="text named PDF"),
        pytest.param("a.docx", TEXT.encode(), "text", id="text named Word"),
        pytest.param("a.pdf", pdf(STORY), "PDF", id="PDF"),
        pytest.param("a.txt", pdf(STORY), "PDF", id="PDF named text"),
        pytest.param("a.zzz", pdf(STORY), "PDF", id="PDF of no known name"),
        pytest.param("a.docx", docx(paragraphs(*STORY)), "Word", id="Word"),
        pytest.param("a.doc", docx(paragraphs(*STORY)), "Word", id="new Word named old"),
        pytest.param("a.zip", docx(paragraphs(*STORY)), "Word", id="Word named archive"),
        pytest.param("a.eml", eml(text=TEXT), "message", id="message"),
        pytest.param("a.eml", TEXT.encode(), "message", id="message without headers"),
    ],
)
def test_content_counts_for_more_than_the_name(name: str, content: bytes, format_: str) -> None:
    found = read(name, content)
    assert found.format == format_
    assert [line for line in found.document.text.split("\n") if line] == list(STORY)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("a.txt", b"", "is empty", id="empty"),
        pytest.param("a.html", b" \n ", "is empty", id="white space"),
        pytest.param("a.html", b"<html><body> </body></html>", "holds no text", id="page without words"),
        pytest.param(
            "a.html", b"<html><script>alert('words here')</script></html>", "holds no text", id="page of scripts"
        ),
        pytest.param("a.pdf", scanned_pdf(), "is a scan", id="scan"),
        pytest.param("a.pdf", locked_pdf("secret"), "password", id="locked PDF"),
        pytest.param("a.pdf", b"%PDF-1.7\n" + bytes(range(256)), "is damaged", id="corrupt PDF"),
        pytest.param("a.pdf", pdf(STORY)[:300], "is damaged", id="truncated PDF"),
        pytest.param("a.pdf", bytes(range(1, 256)) + b"\0" * 9, "no PDF file inside", id="no PDF at all"),
        pytest.param("a.pdf", pdf(*[STORY] * 501), "501 pages", id="too many pages"),
        pytest.param("a.docx", docx(paragraphs(*STORY))[:-99], "damaged", id="truncated Word"),
        pytest.param("a.docx", docx("<w:p>"), "damaged", id="corrupt Word"),
        pytest.param("a.docx", docx(""), "holds no text", id="Word without words"),
        pytest.param("a.docx", zipped({"a.txt": "x"}), "damaged", id="no Word at all"),
        pytest.param("a.zip", zipped({"a.txt": "x"}), "archive of files", id="archive"),
        pytest.param("a.txt", zipped({"a.txt": "x"}), "archive of files", id="archive named text"),
        pytest.param("a.xlsx", zipped({"xl/workbook.xml": "x"}), "is a table", id="spreadsheet"),
        pytest.param("a.pptx", zipped({"ppt/presentation.xml": "x"}), "slides", id="slides"),
        pytest.param(
            "a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}, 0), "OpenDocument", id="odt"
        ),
        pytest.param("a.epub", zipped({"mimetype": "application/epub+zip"}, 0), "e-book", id="e-book"),
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "save it as docx", id="old Word"),
        pytest.param("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "locked", id="locked Word"),
        pytest.param("a.rtf", rb"{\rtf1 Ten were killed.}", "RTF", id="RTF"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 9, "is a picture", id="picture"),
        pytest.param("a.txt", b"\xff\xd8\xff\xe0" + b"\0" * 9, "is a picture", id="picture named text"),
        pytest.param("a.svg", b"<svg><script>alert(1)</script></svg>", "is a picture", id="drawn picture"),
        pytest.param("a.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 9, "sound or film", id="film"),
        pytest.param("a.html", b"\0\0\0\x18ftypmp42" + b"\0" * 9, "sound or film", id="film named page"),
        pytest.param("a.txt", b"\x1f\x8b\x08" + b"\0" * 9, "another kind than zip", id="gzip"),
        pytest.param("a.txt", b"MZ" + b"\0" * 99, "is a program", id="program"),
        pytest.param("a.xml", b"<?xml version='1.0'?><rss><item>x</item></rss>", "feed", id="feed"),
        pytest.param("a.txt", bytes(range(32)) * 9, "is not a text file", id="binary"),
        pytest.param("a.html", b"<html>" + b"\x01\x02\x03" * 99, "not readable as a web page", id="binary page"),
        pytest.param("a.zzz", b"words", "known are txt, md, html, pdf, docx, eml and zip", id="unknown"),
        pytest.param("a.eml", b"From: a@b.example\nMIME-Version: 1\nDate: x\n\n", "holds no text", id="empty message"),
    ],
)
def test_a_bad_input_is_told_in_one_clear_sentence(name: str, content: bytes, told: str) -> None:
    with pytest.raises(DocumentError, match=told) as raised:
        read_bytes(name, content)
    sentence = str(raised.value)
    assert sentence.startswith(f"{name} ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 130


@pytest.mark.parametrize("text", ["ID3 is a word.", "MZ went home.", "BM and others.", "From: one\nwas read", "PAR1"])
def test_text_that_begins_like_something_else_is_text(text: str) -> None:
    assert read_bytes("a.txt", text.encode()).text == text


@pytest.mark.parametrize("suffix", REFUSED_SUFFIXES)
def test_every_refused_kind_says_what_to_do(suffix: str) -> None:
    with pytest.raises(DocumentError, match=r"which is not read; .+\."):
        read_bytes(f"a.{suffix}", b"words that say nothing of what kind they are")


def test_what_is_known_counts_for_more_than_what_the_file_says() -> None:
    head = '<title>Theirs</title><meta property="og:site_name" content="Their site">'
    head += '<meta property="article:published_time" content="2025-09-04">'
    content = page(*STORY, head=head).encode()
    found = read("a.html", content, title="Ours", published=date(2025, 1, 2), publisher="", language="en")
    document = found.document
    assert (document.title, document.published) == ("Ours", date(2025, 1, 2))
    assert (document.publisher, document.language) == ("Their site", "en")
    assert (found.proposed, found.missing) == (("publisher",), ())
    unknown = read("a.html", content)
    assert (unknown.proposed, unknown.missing) == (("published", "publisher", "title"), ("language",))


def test_the_day_on_which_a_file_was_made_is_offered_and_not_used() -> None:
    content = pdf(STORY, info={"CreationDate": "D:20250904101500+07'00'"})
    found = read("a.pdf", content)
    assert (found.document.published, found.maybe_published) == (None, date(2025, 9, 4))
    assert "published" in found.missing
    assert read("a.pdf", content, published=date(2025, 9, 1)).maybe_published is None


@settings(max_examples=300)
@given(
    suffix=st.sampled_from([*SUFFIXES, *REFUSED_SUFFIXES, "zip", ""]),
    begin=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"<p>", b"\xff\xfe", MAIL_HEAD + b"\n"]),
    rest=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)),
)
@example(suffix="html", begin=b"<p>", rest=b"&#0;&#55296;&#x10ffff;")
@example(suffix="eml", begin=b"", rest=MAIL_HEAD + b"Content-Type: text/plain; charset=zzz\n\n\xff")
def test_any_bytes_give_a_document_or_a_sentence(suffix: str, begin: bytes, rest: bytes) -> None:
    document, told = tried(f"a.{suffix}", begin + rest)
    if document is None:
        assert told.startswith("a.")
        assert told.endswith(".")
    else:
        assert document.text.strip()
        assert document.text.encode().decode() == document.text
        assert "\0" not in document.text


@settings(max_examples=100)
@given(data=st.data(), made=st.sampled_from([pdf(STORY), docx(paragraphs(*STORY)), eml(html=page(*STORY))]))
def test_a_damaged_file_gives_a_document_or_a_sentence(data: st.DataObject, made: bytes) -> None:
    at = data.draw(st.integers(0, len(made) - 1))
    damaged = made[:at] + data.draw(st.binary(max_size=8)) + made[at + data.draw(st.integers(0, 40)) :]
    document, told = tried("a.pdf", damaged)
    assert document.text.strip() if document else told.startswith("a.pdf ")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not JSON"),
        ("[]", "not an object"),
        ('{"text": 5}', "not an object"),
        ('{"text": ""}', "holds no text"),
        ('{"text": "a", "published": "yesterday"}', "not a day"),
    ],
)
def test_a_line_that_is_no_document_is_told(line: str, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        document_from_json(line)


@given(text=st.text().filter(str.strip), document_id=st.text(min_size=1))
def test_a_line_keeps_its_id_and_text(text: str, document_id: str) -> None:
    document = document_from_json(json.dumps({"text": text, "document_id": document_id, "published": "2025-09-04"}))
    assert document.document_id == document_id
    assert document.text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_no_library_is_loaded_before_a_file_needs_it() -> None:
    heavy = ("trafilatura", "htmldate", "lxml", "pypdf", "docx", "charset_normalizer", "markdown_it")
    code = "import dashboard.documents, sys; print([m for m in sys.argv[1:] if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code, *heavy], text=True).strip() == "[]"
