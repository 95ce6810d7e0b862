"""Saved web pages: the main text without menus, banners and scripts, and what the page says of itself."""

from __future__ import annotations

import logging
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .errors import DocumentError
from .found import Found
from .plain import decoded, one_line, tidy, without_tags

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS = 100_000  # a long article with its menus has some five thousand
MOST_ADDRESS = 2_000  # characters; cut short it would lead elsewhere
HEAD = 4096  # bytes in which a page names its encoding
DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|^<\?xml[^>]{0,100}encoding=["']([\w.-]{1,40})"""
)
# What browsers write on top when they save a page, and SingleFile, which saves it in one file.
SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]{1,2000})"
)
DATA_ADDRESS = re.compile(r"data:[\w/+.-]{1,100}(?:;[\w=-]{1,50})*;base64,[A-Za-z0-9+/=\s%]*")
# What a title ends with beside the headline: the name of the site, after a sign.
ROW = re.compile(r"^\|.*\|[ ]*$", re.MULTILINE)
SITE_SIGN = r"\s*[|\-–—:•·»]\s*"


def read_html(name: str, content: bytes) -> Found:
    """Read a page in whatever encoding it is.

    Raises:
        DocumentError: if it is no text or far too large.
    """
    head = content[:HEAD]
    declared = next((group for found in DECLARED.finditer(head.lower()) for group in found.groups() if group), b"")
    page = decoded(content, declared.decode("ascii", "ignore"))
    if page is None:
        raise DocumentError(f"{name} is not readable as a web page; save the page again, as HTML.")
    return read_page(name, page)


def read_page(name: str, page: str, url: str = "") -> Found:
    """Read a page that is decoded already; ``url`` is where it came from, when the page does not say.

    Raises:
        DocumentError: if it is far too large.
    """
    import trafilatura
    from trafilatura.utils import load_html

    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    saved_from = SAVED_FROM.search(page[:HEAD])
    page = DATA_ADDRESS.sub("", page)
    tree = load_html(page)
    if tree is None or tree.tag != "html":  # not even the beginning of a page: a piece of one
        tree = load_html(f"<html><body>{page}</body></html>")
    if tree is None:
        return Found(text="")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise DocumentError(f"{name} is far larger than an article; save the page of the article alone.")
    url = saved_from[1] if saved_from else url
    told = trafilatura.extract_metadata(tree, url or None, _day_settings(everywhere=False))
    main = trafilatura.bare_extraction(tree, url=told.url, include_comments=False)
    text = getattr(main, "text", "") or ""
    rows = sum(map(len, ROW.findall(text)))
    if rows * 2 >= len(text):  # nothing was found, or a page of the time when tables made the columns
        text = _all_text(tree) or text
    text = ROW.sub(_cells, text)
    address = _address(told.url) or _address(url)
    publisher = _publisher(told.sitename, address)
    title = _headline(one_line(_named_twice(tree) or told.title), publisher, address)
    published = _day(told.date)
    return Found(
        text=_without_headline(tidy(without_tags(text)).strip(), title),
        title=title,
        author=one_line(told.author),
        published=published,
        maybe_published=None if published else _somewhere(tree, address),
        publisher=publisher,
        url=address,
        language=_language(tree),
    )


def _cells(row: re.Match[str]) -> str:
    """Return a row of a table without the frame that is drawn around it."""
    cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row[0].strip().strip("|"))]
    return "" if all(set(cell) <= {"-", ":"} for cell in cells) else " | ".join(cell for cell in cells if cell)


def _day_settings(*, everywhere: bool) -> dict[str, Any]:
    """Return how to look for a day: only where a page says it was published, or in whatever looks like a day.

    Tomorrow is allowed, as it has begun already for many outlets.
    """
    latest = datetime.now(UTC).date() + timedelta(days=1)
    return {"original_date": True, "extensive_search": everywhere, "max_date": latest.isoformat()}


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _somewhere(tree: HtmlElement, address: str) -> date | None:
    """Return a day that is written somewhere on the page; the first of January is a bare year, of a copyright say."""
    from htmldate import find_date

    day = _day(find_date(tree, url=address or None, **_day_settings(everywhere=True)))
    return day if day and (day.month, day.day) != (1, 1) else None


def _all_text(tree: HtmlElement) -> str:
    """Return everything that is to be read on a page in which no article could be told from the rest."""
    from trafilatura import baseline

    body, text, _length = baseline(tree)
    return "\n".join(part for part in body.itertext() if part.strip()) or text


def _address(url: str | None) -> str:
    """Return an address that a link may lead to; nothing for any other scheme than the web's."""
    try:
        parts = urlsplit(one_line(url, most=MOST_ADDRESS + 1))
        is_address = parts.scheme in ("http", "https") and parts.hostname and len(url or "") <= MOST_ADDRESS
        return parts.geturl() if is_address else ""
    except ValueError:
        return ""


def _publisher(site: str | None, address: str) -> str:
    """Return the name of the site, or else its host. A page may give an address or an account as its publisher."""
    name = one_line(site, most=100)
    if name and not name.lower().startswith(("http:", "https:", "www.", "facebook.com/")):
        return name
    host = urlsplit(address).hostname or ""
    return re.sub(r"^(?:www|m|amp|mobile)\.", "", host)


def _named_twice(tree: HtmlElement) -> str:
    """Return the heading that the title of the page names beside its site, where a page has no better way to say it."""
    named = one_line(tree.findtext(".//head/title"))
    if tree.xpath("//head/meta[@property='og:title']") or len(tree.findall(".//h1")) == 1:
        return ""
    headings = (one_line(" ".join(heading.itertext())) for heading in tree.iter("h1", "h2", "h3"))
    return max((heading for heading in headings if heading and heading in named), key=len, default="")


def _headline(title: str, publisher: str, address: str) -> str:
    """Return a title without the name of the site at its end.

    >>> _headline("Korut kirim pasukan - Kompas.com", "KOMPAS.com", ""), _headline("A | B", "C", "https://www.b.co/1")
    ('Korut kirim pasukan', 'A')
    """
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    for site in {publisher, host, host.partition(".")[0]} - {""}:
        if found := re.search(rf"^(.+?){SITE_SIGN}{re.escape(site)}$", title, re.IGNORECASE):
            return found[1].strip()
    return title


def _without_headline(text: str, title: str) -> str:
    """Return the text without the headline, which is kept beside it, where it begins with that."""
    first, _, rest = text.partition("\n")
    alike = " ".join(first.lstrip("#").split()).casefold() == title.casefold()
    return rest.lstrip() if title and alike and rest.strip() else text


def _language(tree: HtmlElement) -> str:
    """Return the language that the page declares (ISO 639-1); nothing when it declares two, as templates often do."""
    told = [
        *tree.xpath("/html/@lang"),
        *tree.xpath("//head/meta[@property='og:locale']/@content"),
        *tree.xpath("//head/meta[translate(@http-equiv, 'CLN', 'cln')='content-language']/@content"),
    ]
    codes = {found[1].lower() for value in told if (found := re.match(r"\s*([A-Za-z]{2})(?![A-Za-z])", str(value)))}
    codes = {"id" if code == "in" else code for code in codes}  # "in" was Indonesian until 1989, and is on pages still
    return codes.pop() if len(codes) == 1 else ""
