"""What is being added in one session: the articles that were read, what is known of each, what came of saving them.

It lives in the session and not in the widgets, whose values Streamlit forgets when another page is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import streamlit as st

from dashboard.documents import Outcome, Read
from dashboard.extraction import extract
from dashboard.facts import Document, Fact
from dashboard.intake import headline, spoken
from dashboard.store import Added
from dashboard.wording import _, number

KEY = "adding"
MOST = 500  # articles at once
SHORT = 52  # characters of a file's name that are shown
ASKED = ("title", "publisher", "published", "language")  # what of an article a person can change


@dataclass
class Item:
    """One article: as it was read, as it is with what a person said of it, and the facts that are not wanted."""

    key: str
    name: str
    origin: str
    read: Read
    document: Document
    declared: str = ""
    left_out: set[str] = field(default_factory=set)

    @property
    def heading(self) -> str:
        """What the article is called on the page."""
        return self.document.title or short(self.name)

    def say(self, values: Mapping[str, Any]) -> None:
        """Take over what a person says of the article."""
        told: dict[str, Any] = {name: _tidy(name, value) for name, value in values.items() if name in ASKED}
        if told.get("language", self.document.language) != self.document.language:
            self.declared = ""
        self.document = replace(self.document, **told)

    def kept(self) -> list[Fact]:
        """Return the facts that are wanted."""
        return [fact for fact in facts_of(self.document) if fact.fact_id not in self.left_out]

    def unwanted(self) -> list[Fact]:
        """Return the facts that are not wanted."""
        return [fact for fact in facts_of(self.document) if fact.fact_id in self.left_out]


@dataclass
class Batch:
    """All that is being added.

    ``turn`` changes whenever fields have to forget what stands in them, ``round`` when the ways in have to.
    ``in_field`` are the files that the upload field showed last.
    """

    items: list[Item] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    saved: list[tuple[str, Added]] = field(default_factory=list)
    is_read: bool = False
    turn: int = 0
    round: int = 0
    count: int = 0
    chosen: str = ""
    in_field: frozenset[str] = frozenset()

    def begin(self) -> None:
        """Something new comes in: what was told of earlier things is done with."""
        self.problems, self.saved, self.is_read = [], [], False
        self.turn += 1

    def take(self, outcome: Outcome, origin: str) -> None:
        """Take in what came of reading one file; ``origin`` is the upload that it came with."""
        if outcome.read is None:
            self.problems.append(outcome.problem)
            return
        found = spoken(outcome.read)
        if twin := next((item for item in self.items if _is_same(item.document, found.document)), None):
            self.problems.append(_("{name} is the same article as {other}.").format(name=outcome.name, other=twin.name))
            return
        if len(self.items) >= MOST:
            self.problems.append(
                _("{name} is left out: {n} articles are enough at once; save these first.").format(
                    name=outcome.name, n=number(MOST)
                )
            )
            return
        self.count += 1
        document = replace(found.document, title=found.document.title or headline(found.document.text))
        self.items.append(Item(f"a{self.count}", outcome.name, origin, outcome.read, document, found.declared))

    def drop(self, items: Iterable[Item]) -> None:
        """Leave articles out of what is being added."""
        gone = {item.key for item in items}
        self.items = [item for item in self.items if item.key not in gone]
        self.turn += 1
        if not self.items:
            self.round += 1
            self.is_read = False

    def shown(self) -> Item:
        """Return the article that is looked at."""
        return next((item for item in self.items if item.key == self.chosen), self.items[0])

    def next_to(self, item: Item) -> str:
        """Return the key of the article that is looked at when this one has gone."""
        at = self.items.index(item)
        others = [*self.items[at + 1 :], *reversed(self.items[:at])]
        return others[0].key if others else ""


def batch() -> Batch:
    """Return what is being added in this session."""
    found: Batch = st.session_state.setdefault(KEY, Batch())
    return found


@st.cache_data(max_entries=4 * MOST, show_spinner=False)
def facts_of(document: Document) -> Sequence[Fact]:
    """Return the facts of an article in the order of their words.

    They are worked out again only when its text or what is known of it changes.
    """
    return tuple(sorted(extract(document), key=lambda fact: (fact.evidence_start or 0, fact.evidence_end or 0)))


def short(name: str) -> str:
    """Return a name without its middle where it is long: its end tells one file of a folder from another.

    >>> short("a.txt"), len(short("archive.zip/" + "x" * 90 + "1.txt"))
    ('a.txt', 52)
    """
    return name if len(name) <= SHORT else f"{name[: SHORT // 2]}…{name[1 - SHORT // 2 :]}"


def _is_same(one: Document, other: Document) -> bool:
    return (one.document_id, one.publisher, one.url) == (other.document_id, other.publisher, other.url)


def _tidy(name: str, value: Any) -> str | date | None:
    if name == "published":
        return date.fromisoformat(str(value)[:10]) if value else None
    return " ".join(str(value or "").split())
