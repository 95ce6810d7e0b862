"""Web pages by their markup: what a page declares of itself, in any encoding, broken or hostile."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from dashboard.documents import Source, read, read_bytes, read_source

from .making import STORY, page

PAGES = Path(__file__).parent / "pages"
LINKED_DATA = '<script type="application/ld+json">'
NESTED = '{"a":' * 50_000


@pytest.mark.parametrize(
    ("head", "published", "maybe"),
    [
        ('<meta property="article:published_time" content="2025-09-04T23:50:00+07:00">', date(2025, 9, 4), None),
        ('<script type="application/ld+json">{"datePublished":"2025-09-04"}</script>', date(2025, 9, 4), None),
        ('<meta name="pubdate" content="tomorrow">', None, None),
        ('<meta property="article:published_time" content="2999-01-01">', None, None),
        ("<title>x</title>", None, None),
    ],
)
def test_the_day_of_publication(head: str, published: date | None, maybe: date | None) -> None:
    found = read("a.html", page(*STORY, head=head).encode())
    assert (found.document.published, found.maybe_published) == (published, maybe)


def test_a_day_somewhere_on_the_page_is_offered_and_not_used() -> None:
    found = read("old-portal.id.html", (PAGES / "old-portal.id.html").read_bytes())
    assert (found.document.published, found.maybe_published) == (None, date(2013, 5, 28))
    only_a_year = read("a.html", page(*STORY, "Copyright © 2021 The Paper. All rights reserved.").encode())
    assert only_a_year.maybe_published is None


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ('<html lang="id-ID"><head></head>', "id"),
        ('<html lang="in"><head></head>', "id"),
        ('<html lang="en"><head><meta property="og:locale" content="en_US"></head>', "en"),
        ('<html lang="en"><head><meta property="og:locale" content="id_ID"></head>', ""),
        ('<html><head><meta http-equiv="Content-Language" content="id"></head>', "id"),
        ("<html><head></head>", ""),
        ('<html lang="x"><head></head>', ""),
    ],
)
def test_the_language_is_what_the_page_declares_of_one_mind(html: str, language: str) -> None:
    content = f"<!DOCTYPE html>{html}<body><p>{STORY[0]}</p><p>{STORY[1]}</p></body></html>"
    assert read_bytes("a.html", content.encode()).language == language


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<meta charset="euc-kr">', "euc-kr"),
        ('<meta charset="utf-16">', "utf-16"),
        ('<meta charset="iso-8859-1">', "utf-8"),  # left over from a template
        ('<meta charset="no-such-thing">', "cp1252"),
        ('<meta charset="hex">', "cp1252"),
        ("<title>x</title>", "utf-8-sig"),
    ],
)
def test_a_page_in_any_encoding(declared: str, encoding: str) -> None:
    words = {"cp1251": "Северная Корея отправила солдат.", "euc-kr": "북한은 병력을 파견했다."}
    line = words.get(encoding, "“Café” kirim 13.000 – tentara.")
    content = page(line, *STORY, head=declared).encode(encoding)
    assert read_bytes("a.html", content).text.startswith(line)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>Ten were killed.</p>", "Ten were killed.", id="a piece of a page"),
        pytest.param("<div>Ten were killed.</div><script>x()</script>", "Ten were killed.", id="a script behind"),
        pytest.param("<title>T</title><p>Ten were killed.", "Ten were killed.", id="nothing closed"),
        pytest.param("<!-- <!-- --><p>Ten were killed.</p>", "Ten were killed.", id="a comment before"),
    ],
)
def test_a_page_that_is_hardly_one(html: str, text: str) -> None:
    assert read_bytes("a.html", html.encode()).text == text


def test_a_table_keeps_its_words_without_its_frame() -> None:
    table = "<table><tr><th>Country</th><th>Killed</th></tr><tr><td>Lebanon</td><td>18</td></tr></table>"
    text = read_bytes("a.html", page(*STORY, *STORY[::-1], table, "The end of the story is this line.").encode()).text
    assert "Lebanon | 18" in text.split("\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("deep", "<div>" * 100_000 + f"<p>{STORY[0]}</p>", id="deep"),
        pytest.param("tables", "<table><tr><td>" * 50_000 + STORY[0], id="deep tables"),
        pytest.param("tags", page(*STORY) + "<a" * 300_000, id="unfinished tags"),
        pytest.param("comments", "<!---->" * 585 + "<p", id="comments"),
        pytest.param("escaped", page("&lt;a" * 200_000), id="escaped tags"),
        pytest.param("json", page(*STORY, head=f"{LINKED_DATA}{NESTED}</script>"), id="deep JSON"),
        pytest.param("many", "<p>words</p>" * 200_000, id="many elements"),
        pytest.param("list", page(*(f"<a href=/{n}>link {n}</a>" for n in range(10_000))), id="many links"),
    ],
)
def test_a_hostile_page_takes_no_time(name: str, content: str) -> None:
    began = time.monotonic()
    outcome = read_source(Source(f"{name}.html", content.encode))
    assert outcome.problem or outcome.read
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://www.paper.example/a?b=c", "https://www.paper.example/a?b=c"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://[::1", ""),
        ("https://paper.example/" + "a" * 3_000, ""),
    ],
)
def test_an_address_is_one_that_a_link_may_lead_to(address: str, url: str) -> None:
    content = page(*STORY, head=f'<link rel="canonical" href="{address}">').encode()
    assert read_bytes("a.html", content).url == url
