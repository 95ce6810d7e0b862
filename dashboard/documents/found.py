"""What a reader finds in a file, before anybody has said what else is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Found:
    """The text of an article, and what its file says about it.

    ``maybe_published`` is a day that may be the day of publication, such as the day on which a PDF was made. It is kept
    apart because words like "yesterday" are reckoned from that day: it is offered to a person, never used unasked.
    """

    text: str
    title: str = ""
    author: str = ""
    published: date | None = None
    maybe_published: date | None = None
    publisher: str = ""
    url: str = ""
    language: str = ""
