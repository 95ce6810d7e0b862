"""What is known of a document and may be corrected by a person: which columns, and what each may hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from urllib.parse import urlsplit

import pycountry

from .check import Problem, closest, read_value
from .columns import Column
from .model import DOCUMENT_COLUMNS, Value

CORRECTABLE = ("title", "publisher", "published", "language", "url", "reprint_of")
# The columns by which an article is read: its relative dates and its words mean something else when one changes.
READ_BY = ("published", "language")
EARLIEST = date(1900, 1, 1)
LONGEST: Mapping[str, int] = {"title": 500, "publisher": 200, "url": 2000, "reprint_of": 100}  # characters
DESCRIPTION_COLUMNS: Mapping[str, Column] = {c.name: c for c in DOCUMENT_COLUMNS if c.name in CORRECTABLE}


@cache
def language_codes() -> tuple[str, ...]:
    """Return all codes of ISO 639-1.

    >>> {"id", "en"} <= set(language_codes()), "xx" in language_codes()
    (True, False)
    """
    return tuple(sorted(each.alpha_2 for each in pycountry.languages if hasattr(each, "alpha_2")))


def latest_day() -> date:
    """Return the newest day on which anything can have been published: today, where the day begins first."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def read_description(given: Mapping[str, Value]) -> tuple[dict[str, Value], list[Problem]]:
    """Read what a person says of a document: the values by column, and what is wrong, a sentence for each column.

    Values may be given as text, days like 2025-09-04; ``None`` and an empty text both empty a column. Whether there is
    such a document as ``reprint_of`` names, only the database knows.

    >>> read_description({"published": "2025-09-04", "title": " Toll   rises "})
    ({'published': datetime.date(2025, 9, 4), 'title': 'Toll rises'}, [])
    >>> read_description({"language": "xx"})[1][0].says
    "'xx' is no language code of ISO 639-1, such as id or en"
    """
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for name, value in given.items():
        try:
            values[name] = _read(name, "" if value is None else " ".join(str(value).split()))
        except ValueError as error:
            problems.append(Problem(name, str(error)))
    return values, problems


def _read(name: str, content: str) -> Value:
    if name not in DESCRIPTION_COLUMNS:
        known = list(CORRECTABLE)
        raise ValueError(f"is nothing that can be corrected{closest(name, known)}; there are {', '.join(known)}")
    if len(content) > LONGEST.get(name, len(content)):
        raise ValueError(f"has {len(content)} characters, at most {LONGEST[name]} are kept")
    value = read_value(DESCRIPTION_COLUMNS[name], content)
    if isinstance(value, date) and not EARLIEST <= value <= latest_day():
        when = "in the future" if value > EARLIEST else f"before {EARLIEST.year}"
        raise ValueError(f"{value} is {when}; give the day on which the article came out")
    if name == "language" and content and content not in language_codes():
        raise ValueError(f"{content!r} is no language code of ISO 639-1, such as id or en")
    if name == "url" and content and not _is_address(content):
        raise ValueError(f"{content!r} is no address like https://paper.example/article")
    return value


def _is_address(content: str) -> bool:
    """Tell whether a text is an address on the web.

    >>> _is_address("https://a.example/1"), _is_address("javascript:alert(1)"), _is_address("http://[")
    (True, False, False)
    """
    try:
        parts = urlsplit(content)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in content
    except ValueError:
        return False
