"""Saved web pages: the article and what the page says of itself; never a menu, a banner, a script or a tag."""

from __future__ import annotations

import re
import socket
from datetime import date
from pathlib import Path

import pytest

from dashboard.documents import read, read_document
from dashboard.documents.reading import Read

PAGES = Path(__file__).parent / "pages"
KORUT = "https://www.kabarnusantara.example/global/read/2025/09/04/101500070/korut-kirim-13000-tentara"
SAID = "https://www.wireroom.example/world/asia-pacific/north-korea-has-sent-13000-troops-russia-2025-09-02/"
GAZA = "https://www.aljazirat.example/news/2025/8/9/at-least-62-killed-in-israeli-attacks-across-gaza"
OLD = "http://www.suaradaerah.example/arsip/2013/05/kapal-perang"
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
