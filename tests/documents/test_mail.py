"""Messages, and pages that a browser saved as one."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.documents import DocumentError, read, read_bytes

from .making import STORY, eml, page

SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://www.paper.example/2025/09/04/troops
Subject: =?utf-8?Q?Korut_=E2=80=93_Rusia?=
Date: Fri, 5 Sep 2025 09:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----b"

------b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.paper.example/2025/09/04/troops

{}
------b
Content-Type: text/html

<p>A frame with an advertisement in it.</p>
------b--
"""


def test_a_message_gives_subject_sender_and_day() -> None:
    found = read("a.eml", eml(text="\n\n".join(STORY)))
    document = found.document
    assert document.text.split("\n\n") == list(STORY)
    assert (document.title, document.publisher, document.published) == ("Troops sent", "Desk", date(2025, 9, 4))
    assert found.missing == ("language",)
    assert "notes" not in document.text
    assert read_bytes("a.eml", eml(text="Words.", sender="press@ministry.example")).publisher == "ministry.example"


def test_the_plain_part_goes_before_the_page() -> None:
    assert read_bytes("a.eml", eml(text="Plain words.", html=page(*STORY))).text == "Plain words."
    only_page = read_bytes("a.eml", eml(html=page(*STORY, head="<script>alert(1)</script>")))
    assert only_page.text.split("\n") == list(STORY)


def test_broken_lines_of_a_message_are_put_together() -> None:
    lines = "North Korea has sent about 13,000 troops to support Russia in its war\nagainst Ukraine, South Korea's "
    lines += "National Intelligence Service told\nlawmakers on Thursday, according to the agency.\n"
    assert read_bytes("a.eml", eml(text=lines)).text.count("\n") == 0


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.eml", "a"])
def test_a_page_saved_as_a_message_is_a_page(name: str) -> None:
    saved = page(*STORY, head='<title>Troops sent</title><meta property="og:site_name" content="The Paper">')
    document = read_bytes(name, SAVED.format(saved.replace("=", "=3D")).encode())
    assert document.text.split("\n") == list(STORY)
    assert (document.title, document.publisher) == ("Troops sent", "The Paper")
    assert document.url == "https://www.paper.example/2025/09/04/troops"
    assert document.published == date(2025, 9, 4)  # of the address; on the day of the message it was only saved


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Subject: x\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nabc", "is an encrypted message"),
        ("Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\n", "holds no text"),
        ("Subject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nabc", "holds no text"),
    ],
)
def test_a_message_without_text_is_told(content: str, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        read_bytes("a.eml", content.encode())


@pytest.mark.parametrize(
    "headers",
    [
        "Date: no day\nFrom: x\nMIME-Version: 1.0",
        "Date: Thu, 99 Sep 2025 99:10:00 +9900\nFrom: =?x?=\nMIME-Version: 1.0",
        "From: a@b, c@d\nSubject: =?utf-8?b?////?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=no-such",
        "From: a\nSubject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: no-such",
    ],
)
def test_broken_headers_lose_no_text(headers: str) -> None:
    assert read_bytes("a.eml", f"{headers}\n\nTen were killed.".encode()).text == "Ten were killed."


def test_parts_within_parts_are_no_trouble() -> None:
    content = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000))
    with pytest.raises(DocumentError, match=r"a\.eml "):
        read_bytes("a.eml", ("MIME-Version: 1.0\n" + content).encode())
