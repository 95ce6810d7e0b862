"""Saved web pages: the article and what the page says of itself; never a menu, a banner, a script or a tag."""

from __future__ import annotations

import re
import socket
import time
from datetime import date
from pathlib import Path

import pytest

from dashboard.documents import Source, read, read_bytes, read_document, read_source
from dashboard.documents.reading import Read

from .making import STORY, page

PAGES = Path(__file__).parent / "pages"
KORUT = "https://www.kabarnusantara.example/global/read/2025/09/04/101500070/korut-kirim-13000-tentara"
SAID = "https://www.wireroom.example/world/asia-pacific/north-korea-has-sent-13000-troops-russia-2025-09-02/"
GAZA = "https://www.aljazirat.example/news/2025/8/9/at-least-62-killed-in-israeli-attacks-across-gaza"
OLD = "http://www.suaradaerah.example/arsip/2013/05/kapal-perang"
LINKED_DATA = '<script type="application/ld+json">'
NESTED = '{"a":' * 50_000
# Words of menus, banners, footers, related links and scripts in the pages.
BOILERPLATE = (
    *("Terima semua", "kuki", "Masuk", "Timnas", "Terpopuler", "Berlangganan", "All rights reserved", "isi rahasia"),
    *("dataLayer", "googletag", "iklan jahat", "Accept All", "812 partners", "Oil slips", "newsletter", "Weather"),
    *("Five takeaways", "Cookies preferences", "Unification minister", "Depan", "Lomba desa", "base64", "evil"),
)


def saved(name: str) -> Read:
    """A page in pages/, read."""
    return read(name, (PAGES / name).read_bytes())


@pytest.mark.parametrize(
    ("name", "title", "publisher", "published", "url", "language"),
    [
        (
            "kabar-nusantara.id.html",
            "Korut Kirim 13.000 Tentara ke Rusia, Kata Seoul",
            "Kabar Nusantara",
            date(2025, 9, 4),
            KORUT,
            "id",
        ),
        (
            "detak.id.html",
            "Bertemu di Beijing, Putin Puji Pasukan Kim Jong Un",
            "Detaknews",
            date(2025, 9, 3),
            "https://news.detak.example/internasional/d-8094512/bertemu-di-beijing",
            "id",
        ),
        (
            "antarberita.id.html",
            "Menlu RI bertemu Menlu Rusia bahas perdamaian",
            "AntarBerita",
            date(2025, 8, 21),
            "https://www.antarberita.example/berita/5084123/menlu-ri-bertemu-menlu-rusia-bahas-perdamaian",
            "id",
        ),
        (
            "tempora.id.html",
            "Israel Serang Gaza, 41 Orang Tewas",
            "Tempora",
            date(2025, 8, 12),
            "https://www.tempora.example/internasional/israel-serang-gaza-41-orang-tewas-2061234",
            "id",
        ),
        (
            "wireroom.en.html",
            "North Korea has sent 13,000 troops to Russia, Seoul lawmakers say",
            "Wireroom",
            date(2025, 9, 2),
            SAID,
            "en",
        ),
        (
            "associated.en.html",
            "Israeli strikes kill 18 in southern Lebanon, health ministry says",
            "Associated Desk",
            date(2025, 7, 15),
            "https://apdesk.example/article/lebanon-israel-strikes-1f2e3d",
            "en",
        ),
        (
            "britcast.en.html",
            "Zelensky meets Trump at White House for talks on guarantees",
            "Britcast News",
            date(2025, 8, 18),
            "https://www.britcast.example/news/articles/c9q4w8e1",
            "en",
        ),
        (
            "aljazirat.en.html",
            "At least 62 killed in Israeli attacks across Gaza, medical sources say",
            "Al Jazirat",
            date(2025, 8, 9),
            GAZA,
            "en",
        ),
        (
            "hanyon.en.html",
            "N. Korea, Russia hold talks on sending more engineers: NIS",
            "Hanyon News Agency",
            date(2025, 9, 11),
            "https://en.hanyon.example/view/AEN20250911004500315",
            "en",
        ),
        (
            "singlefile.en.html",
            "Envoys meet in Geneva for second day of talks",
            "valleyherald.example",
            date(2025, 5, 12),
            "https://www.valleyherald.example/2025/05/12/envoys-meet-in-geneva",
            "en",
        ),
        ("old-portal.id.html", "Kapal perang Rusia singgah di Tanjung Priok", "suaradaerah.example", None, OLD, ""),
        ("scripts.en.html", "Ten soldiers killed near border", "Border Post", date(2025, 6, 1), "", "en"),
    ],
)
def test_a_page_says_what_it_is(
    name: str, title: str, publisher: str, published: date | None, url: str, language: str
) -> None:
    document = saved(name).document
    assert (document.title, document.publisher) == (title, publisher)
    assert (document.published, document.url, document.language) == (published, url, language)


# The paragraphs of each page that carry its facts, word for word and each on a line of its own.
@pytest.mark.parametrize(
    ("name", "begins", "paragraphs"),
    [
        (
            "kabar-nusantara.id.html",
            "SEOUL, KABAR NUSANTARA – Korea Utara telah mengirim",
            ["Badan itu memperkirakan sekitar 2.000 prajurit Pyongyang tewas dalam pertempuran di wilayah Kursk."],
        ),
        (
            "detak.id.html",
            "Beijing",
            [
                "Presiden Rusia Vladimir Putin bertemu pemimpin Korea Utara Kim Jong Un di Beijing, Rabu (3/9). Putin "
                "memuji keberanian tentara Korea Utara.",
                "Baca juga: Xi Jinping Gelar Parade Besar",
            ],
        ),
        (
            "antarberita.id.html",
            "Jakarta (AntarBerita) - Menteri Luar Negeri RI Sugiono bertemu",
            [
                '"Indonesia mendorong semua pihak kembali ke meja perundingan," kata Sugiono dalam keterangan pers '
                "bersama."
            ],
        ),
        (
            "tempora.id.html",
            "Serangan terjadi menjelang fajar",
            ["Sebanyak 17 dari korban tewas adalah anak-anak. Lebih dari 120 orang lain luka-luka."],
        ),
        (
            "wireroom.en.html",
            "SEOUL, Sept 2 (Wireroom) - North Korea has sent about 13,000 troops",
            [
                "A further 6,000 are expected to be deployed, including 1,000 engineers who have already arrived, he "
                "said."
            ],
        ),
        (
            "associated.en.html",
            "BEIRUT (AD) — Israeli strikes on a town",
            ["The U.N. peacekeeping force, known as UNIFIL, called on both sides to show restraint."],
        ),
        (
            "britcast.en.html",
            "Oliver Brandt",
            ["The Kremlin said only that the idea of raising the level of the delegations had been discussed."],
        ),
        (
            "aljazirat.en.html",
            "Eleven of the dead had been waiting for aid.",
            ["The Ministry of Health in Gaza said another 363 people were wounded in the past 24 hours."],
        ),
        (
            "hanyon.en.html",
            "All News 11:32",
            ["Some 2,000 North Korean soldiers are believed to have been killed so far, it said."],
        ),
        (
            "singlefile.en.html",
            "Envoys from the United States and Iran met",
            ["The Omani foreign minister said that the two delegations had agreed to meet again in Muscat next week."],
        ),
        (
            "old-portal.id.html",
            "Tiga kapal perang Rusia singgah",
            [
                "“Kunjungan ini mempererat hubungan kedua angkatan laut,” kata Kolonel André Wibowo kepada wartawan – "
                "kapal akan bertolak pada hari Jumat."
            ],
        ),
    ],
)
def test_a_page_gives_its_article(name: str, begins: str, paragraphs: list[str]) -> None:
    document = saved(name).document
    lines = document.text.split("\n")
    assert document.text.startswith(begins)
    assert set(paragraphs) <= set(lines)
    assert document.title not in lines  # the headline is kept beside the text
    assert [word for word in BOILERPLATE if word in document.text] == []


def test_every_saved_page_is_read() -> None:
    assert {path.name for path in PAGES.iterdir()} >= {"kabar-nusantara.id.html"}
    for path in PAGES.iterdir():
        assert len(read_document(path).text) > 250


def test_scripts_are_nowhere() -> None:
    found = saved("scripts.en.html")
    document = found.document
    for value in (document.text, document.title, document.publisher, document.url, found.author):
        assert not re.search(r"<[a-z/!]|javascript:|alert\(\d|onerror|cookie", value, re.IGNORECASE)
    assert document.text.startswith("Ten soldiers were killed near the border on Sunday")
    assert "A further 25 were wounded, and two are missing" in document.text


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def reached(*given: object, **more: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", reached)
    monkeypatch.setattr(socket, "getaddrinfo", reached)
    for path in PAGES.iterdir():
        assert read_document(path).text


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
    found = saved("old-portal.id.html")
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
