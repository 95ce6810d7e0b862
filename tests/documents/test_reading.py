"""Reading articles: what can be read is, what cannot is told in one sentence."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.documents import DocumentError, document_from_json, document_from_text, read_document


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
        (b"PK\x03\x04\0\0", "is not a text file"),
        ("café".encode("latin-1"), "is not UTF-8"),
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
