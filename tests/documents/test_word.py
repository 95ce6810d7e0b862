"""Word files: the text as it reads when every change is accepted; no macro, no entity, no bomb."""

from __future__ import annotations

import io
import struct
import time
import zlib
from datetime import date

import docx as python_docx
import pytest

from dashboard.documents import DocumentError, read, read_bytes
from dashboard.documents.archives import without
from dashboard.documents.word import PARTS

from .making import STORY, docm, docx, paragraphs, zipped

LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {name} "{f"&{chr(ord(name) - 1)};" * 10}">' for name in "bcdefghij")
    + "]>"
)
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def test_a_file_that_a_program_wrote_is_read() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Ten killed"
    document.add_heading("Ten killed", level=1)
    for line in STORY:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lebanon", "18"
    written = io.BytesIO()
    document.save(written)
    found = read("a.docx", written.getvalue())
    assert found.document.text.split("\n") == ["Ten killed", *STORY, "Lebanon", "18"]
    assert found.document.title == "Ten killed"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(f"<w:p>{RUN.format('13.')}{RUN.format('000')}</w:p>", "13.000", id="a word in two runs"),
        pytest.param(
            f"<w:p>{RUN.format('sent')}<w:ins>{RUN.format(' 13')}</w:ins><w:del>{RUN.format(' 12')}</w:del></w:p>",
            "sent 13",
            id="changes",
        ),
        pytest.param(f"<w:sdt><w:sdtContent>{paragraphs('in a form')}</w:sdtContent></w:sdt>", "in a form", id="form"),
        pytest.param(
            f"<w:p><w:hyperlink>{RUN.format('troops')}</w:hyperlink>{RUN.format(' go')}</w:p>",
            "troops go",
            id="link",
        ),
        pytest.param(
            "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
            "a\tb\nc",
            id="tabs and breaks",
        ),
        pytest.param(
            f"<w:p>{RUN.format('outside')}<w:r><w:pict><w:txbxContent>"
            f"{paragraphs('boxed')}</w:txbxContent></w:pict></w:r></w:p>",
            "outside\nboxed",
            id="text box",
        ),
        pytest.param("<w:p><w:r><w:instrText>HYPERLINK</w:instrText><w:t>x</w:t></w:r></w:p>", "x", id="field code"),
        pytest.param(paragraphs("&lt;script&gt;alert(1)&lt;/script&gt;"), "<script>alert(1)</script>", id="words"),
    ],
)
def test_words_are_read_wherever_word_puts_them(body: str, text: str) -> None:
    assert read_bytes("a.docx", docx(body)).text == text


def test_macros_are_ignored() -> None:
    document = read_bytes("a.docm", docm())
    assert document.text.split("\n") == list(STORY)
    clean = without(docm(), "a.docm", 1_000_000, PARTS)
    assert b"AutoOpen" not in clean


def test_what_a_word_file_says_of_itself_is_weighed() -> None:
    found = read("a.docx", docx(paragraphs(*STORY), title="&lt;b&gt;Ten", created="2025-09-04T23:00:00Z"))
    assert (found.document.title, found.maybe_published) == ("Ten", date(2025, 9, 4))
    assert found.document.published is None
    silent = read("a.docx", docx(paragraphs(*STORY)))
    assert (silent.document.title, silent.maybe_published) == ("", None)


def lying(content: bytes) -> bytes:
    """The same archive, whose first member says that it is small."""
    changed = bytearray(content)
    at = changed.find(b"PK\x01\x02")
    struct.pack_into("<I", changed, at + 24, 1_000)
    struct.pack_into("<I", changed, at + 16, zlib.crc32(b" " * 1_000))
    return bytes(changed)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(docx(paragraphs("&j;"), before=LAUGHS), "declares entities", id="billion laughs"),
        pytest.param(
            docx(paragraphs("&x;"), before='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "declares entities",
            id="entity of a file",
        ),
        pytest.param(
            docx("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000), "damaged", id="deep nesting"
        ),
        pytest.param(docx(paragraphs("a" * 30_000_000)), "100 times its size", id="bomb"),
        pytest.param(docx("", more={"word/more.xml": b" " * 101_000_000}), "larger than 100 MB", id="large bomb"),
        pytest.param(docx("", more={"word/more.xml": b" " * 501_000_000}), "more than 500 MB", id="huge bomb"),
        pytest.param(docx("", more={f"word/{n}.xml": "" for n in range(5_001)}), "more than 5,000", id="many parts"),
        pytest.param(lying(zipped({"word/document.xml": b" " * 9_000_000})), "damaged", id="a member that lies"),
    ],
)
def test_a_hostile_word_file_takes_no_time(content: bytes, told: str) -> None:
    began = time.monotonic()
    with pytest.raises(DocumentError, match=told):
        read_bytes("a.docx", content)
    assert time.monotonic() - began < 20


def test_pictures_cost_nothing() -> None:
    content = docx(paragraphs(*STORY), more={"word/media/a.png": b"\0" * 50_000_000})
    assert read_bytes("a.docx", content).text.split("\n") == list(STORY)
