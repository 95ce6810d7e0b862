"""Plain text and Markdown: every encoding, lines broken to fit a width, marks taken away."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.documents import DocumentError, read_bytes
from dashboard.documents.plain import is_wrapped, one_line, tidy, unwrapped, without_tags

INDONESIAN = "“Korut kirim 13.000 tentara – café,” kata juru bicara.\nDua ribu tewas."
RUSSIAN = "Северная Корея отправила около 13 тысяч солдат в Россию, сообщила разведка."
KOREAN = "북한은 러시아에 약 1만3000명의 병력을 파견했다고 국정원이 밝혔다."
ARABIC = "قال مسؤولون إن كوريا الشمالية أرسلت 13 ألف جندي"
FRENCH = "Le général a déclaré que 30 soldats ont été tués près de Beyrouth. L’armée a confirmé."
WRAPPED = """SEOUL, Sept 4 - North Korea has sent about 13,000 troops to support Russia in its
war against Ukraine, South Korea's National Intelligence Service told law-
makers on Thursday.

Around 2,000 of them have been killed, the agency estimates. A further 6,000
are expected to be sent soon, it said.

- first item of a list that is long enough to be full of words, and goes on
- second item
"""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(INDONESIAN, encoding) for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")],
        *[(INDONESIAN, encoding) for encoding in ("utf-32-le", "cp1252")],
        *[(RUSSIAN, encoding) for encoding in ("cp1251", "koi8-r", "utf-16-le", "utf-16")],
        *[(KOREAN, encoding) for encoding in ("euc-kr", "utf-16-le")],
        *[(ARABIC, encoding) for encoding in ("cp1256", "utf-16-be")],
        *[(FRENCH, encoding) for encoding in ("cp1252", "mac_roman")],
        ("café", "latin-1"),
        ("Ten were killed near the café.", "latin-1"),
    ],
)
def test_text_in_any_encoding(text: str, encoding: str) -> None:
    assert read_bytes("a.txt", text.encode(encoding)).text == text


def test_bytes_that_a_text_cannot_have_do_not_lose_the_rest() -> None:
    content = codecs.BOM_UTF16_LE + "Sepuluh tewas.".encode("utf-16-le") + b"x"
    assert read_bytes("a.txt", content).text.startswith("Sepuluh tewas.")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_every_line_end_is_one(line_end: str) -> None:
    assert read_bytes("a.txt", f"Satu{line_end}Dua".encode()).text == "Satu\nDua"


def test_lines_broken_to_fit_a_width_are_put_together() -> None:
    assert is_wrapped(WRAPPED)
    lines = read_bytes("a.txt", WRAPPED.encode()).text.split("\n")
    assert lines[0].endswith("South Korea's National Intelligence Service told lawmakers on Thursday.")
    assert lines[2].startswith("Around 2,000 of them")
    assert lines[2].endswith("to be sent soon, it said.")
    assert lines[5] == "- second item"


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph a line, as most articles are pasted.\n" * 5,
        "A line.\n\nAnother.\n",
        "Title\nAuthor\nDay\nA very long paragraph follows " + "and goes on " * 30,
        "\n".join(["apples", "pears", "plums", "figs"]),
    ],
)
def test_lines_that_mean_something_stay(text: str) -> None:
    assert read_bytes("a.txt", text.encode()).text == text


@given(st.text(alphabet=st.sampled_from("ab .\n-\t"), max_size=200))
def test_unwrapping_loses_no_letters(text: str) -> None:
    kept = str.maketrans("", "", " \n\t-")
    assert unwrapped(text).translate(kept) == text.translate(kept)
    assert unwrapped(text).count("\n") <= text.count("\n")


@given(st.text(alphabet=st.characters()))
def test_clean_text_can_be_written_anywhere(text: str) -> None:
    clean = tidy(text)
    assert clean.encode().decode() == clean
    assert tidy(clean) == clean
    assert not set(clean) & set("\0\r\x1b\u202e\ufeff")


@given(st.text(alphabet=st.sampled_from("<>/!ab \n\0")))
def test_one_line_is_one_line_without_tags(text: str) -> None:
    line = one_line(text, most=20)
    assert "\n" not in line
    assert len(line) <= 20
    assert without_tags(line) == line


def test_markdown_is_read_without_its_marks() -> None:
    content = """# Korut Kirim *Tentara*

Korut mengirim **13.000** [tentara](http://x.example "t") ke
Rusia, kata `NIS`.

> Dua ribu tewas.

* Satu
* Dua

| Negara | Tewas |
|--------|-------|
| Lebanon | 18 |

<script>alert(1)</script>

    baris kode

![foto](x.png) Tamat &amp; selesai.
"""
    document = read_bytes("a.md", content.encode())
    assert document.title == "Korut Kirim Tentara"
    assert document.text.split("\n") == [
        "Korut mengirim 13.000 tentara ke",
        "Rusia, kata NIS.",
        "Dua ribu tewas.",
        *("Satu", "Dua", "Negara", "Tewas", "Lebanon", "18"),
        "baris kode",
        "Tamat & selesai.",
    ]


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        ("# Only a title", "", "Only a title"),
        ("Text first.\n\n# Then a heading", "", "Text first.\nThen a heading"),
        ("# One\n\n# Two\n\nText.", "One", "Two\nText."),
        ("## Second rank\n\nText.", "", "Second rank\nText."),
    ],
)
def test_the_first_heading_of_markdown_is_the_title(content: str, title: str, text: str) -> None:
    document = read_bytes("a.md", content.encode())
    assert (document.title, document.text) == (title, text)


def test_nested_markdown_is_no_trouble() -> None:
    with pytest.raises(DocumentError, match="holds no text"):
        read_bytes("a.md", b"> " * 5_000 + b"words")
    assert "words" in read_bytes("a.md", b"[" * 5_000 + b"words" + b"](x)" * 5_000).text
