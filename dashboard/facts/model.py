"""The records that travel through the house: a fact, the document it was read from, an actor, a place.

All are frozen. The fields of :class:`Fact` and :class:`Document` are the columns of the exchange format: what they are
called here, they are called in the database, in the shipped CSV files, in every export and in the data dictionary.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from . import words
from .columns import Column, columns_of, day_column, integer_column, real_column, text_column

Value = str | int | float | date | None
PUBLISHER = "publisher"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One claim: who says that what happened to whom, how many, when and where, according to which source.

    ``details`` holds the values of columns that one kind alone declares (:attr:`dashboard.facts.kinds.Kind.own`).
    """

    fact_id: str = text_column("Fact", "Stable identity: the same document and claim give the same id on every machine")
    kind: str = text_column("Kind", "What sort of fact this is")
    actor: str = text_column(
        "Actor", "Deployment: whose troops. Casualty: whose people. Meeting: empty", refers="actor"
    )
    supported: str = text_column(
        "In support of", "Deployment: the side that the troops are sent to help", refers="actor"
    )
    participants: str = text_column("Participants", "Meeting: actor ids joined by '; ', sorted", refers="actors")
    movement: str = text_column("Movement", "Deployment: which way the people went", words=words.MOVEMENTS)
    outcome: str = text_column("Outcome", "Casualty: what befell the people", words=words.OUTCOMES)
    format: str = text_column("Format", "Meeting: in which form the participants met", words=words.FORMATS)
    unit: str = text_column("Counted", "What is counted", words=words.UNITS)
    value_low: int | None = integer_column(
        "Low", "Lowest number that the claimant gives, in people; empty when none is given"
    )
    value_best: int | None = integer_column(
        "Best", "The number itself, in people; empty when only a bound or range is given"
    )
    value_high: int | None = integer_column("High", "Highest number that the claimant gives, in people")
    qualifier: str = text_column(
        "Qualifier",
        "How the number is put. 'between': any range; 'order_of': dozens, hundreds, thousands "
        "(low = 20, 200, 2000, best empty)",
        words=words.QUALIFIERS,
    )
    measure: str = text_column(
        "Measure",
        "cumulative: so far, in all; additional: on top of an earlier figure; incident: one event",
        words=words.MEASURES,
    )
    status: str = text_column(
        "Status",
        "occurred; planned: announced or expected; proposed: an invitation or offer; denied",
        words=words.STATUSES,
    )
    assertion: str = text_column("Assertion", "How the claimant puts it", words=words.ASSERTIONS)
    claimant: str = text_column("Claimant", "Who stands behind the claim, not who passed it on", refers="actor")
    relayed_via: str = text_column(
        "Relayed via",
        "Who passed the claim on between claimant and publisher, nearest to the claimant first, joined by '; '",
        refers="actors",
    )
    date_start: date | None = day_column("From", "First day on which it happened")
    date_end: date | None = day_column("Until", "Last day on which it happened, inclusive")
    date_precision: str = text_column("Precision", "How exactly the dates are known", words=words.PRECISIONS)
    date_text: str = text_column("Date words", "The words that the dates were read from")
    as_of: date | None = day_column(
        "As of", "The day for which the claimant gave the figure; else the publication date"
    )
    location: str = text_column("Place", "Place as named in English")
    country: str = text_column("Country", "ISO 3166-1 alpha-3", refers="country")
    summary: str = text_column("Summary", "The claim in our own words, where a person entered it")
    evidence: str = text_column("Evidence", "The passage in the stored document that carries the claim, word for word")
    evidence_start: int | None = integer_column(
        "Evidence start", "Offset of the passage's first character in the document"
    )
    evidence_end: int | None = integer_column("Evidence end", "Offset after the passage's last character")
    confidence: float | None = real_column(
        "Confidence", "The extractor's own, 0 to 1; empty where a person entered the fact"
    )
    review: str = text_column("Review", "What a person decided about it", default="unreviewed", words=words.REVIEWS)
    credibility: str = text_column(
        "Credibility", "Information credibility in the Admiralty code", default="6", words=words.CREDIBILITIES
    )
    document_id: str = text_column("Document", "The document that the fact was read from", refers="document")
    details: Mapping[str, Value] = field(default_factory=dict)

    def value(self, column: str) -> Value:
        """Return the value of any column of this fact's kind; ``None`` where it has none."""
        if column in self.details:
            return self.details[column]
        found: Value = getattr(self, column, None)
        return found


@dataclass(frozen=True, kw_only=True)
class Document:
    """An article, or the reference to one whose text is not kept (``text`` is then empty)."""

    document_id: str = text_column("Document", "Hash of the normalised text; of the address where no text is kept")
    url: str = text_column("Address", "Where the article was published")
    publisher: str = text_column("Publisher", "Who published it")
    title: str = text_column("Title", "Its headline")
    published: date | None = day_column("Published", "Day of publication")
    language: str = text_column("Language", "ISO 639-1")
    text: str = text_column("Text", "The stored text that evidence offsets count in")
    added_at: datetime | None = None
    reliability: str = text_column(
        "Reliability", "Source reliability in the Admiralty code", default="F", words=words.RELIABILITIES
    )
    reprint_of: str = text_column(
        "Reprint of",
        "The document that this one prints again, in nearly the same words: the earliest published; empty for the "
        "earliest itself and for what nobody reprints",
        refers="document",
    )


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A state, organisation, person or armed group. ``aliases`` maps an ISO 639-1 language to names in it.

    ``independent`` marks whoever belongs to a country without speaking for it: its press, its researchers.
    """

    actor_id: str
    name: str
    type: str
    parent: str = ""
    role: str = ""
    independent: bool = False
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """Return the name and all aliases, each once, the name first."""
        every = (self.name, *(alias for group in self.aliases.values() for alias in group))
        return tuple(dict.fromkeys(every))


@dataclass(frozen=True, kw_only=True)
class Place:
    """A named place with its country (ISO 3166-1 alpha-3) and WGS 84 position in degrees."""

    place: str
    country: str
    latitude: float
    longitude: float
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


FACT_COLUMNS: tuple[Column, ...] = columns_of(Fact)
DOCUMENT_COLUMNS: tuple[Column, ...] = columns_of(Document)


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that depend on the parts alone (SHA-256), the same on every machine."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def document_identity(content: str) -> str:
    """Return the id of a document from its text: white space and Unicode composition make no difference."""
    return digest(" ".join(unicodedata.normalize("NFC", content).split()))


def joined(ids: list[str] | tuple[str, ...] | set[str], *, ordered: bool = False) -> str:
    """Join ids as columns hold them; sorted unless their order says something."""
    return "; ".join(ids if ordered else sorted(ids))


def parted(ids: str) -> tuple[str, ...]:
    """Undo :func:`joined`.

    >>> parted("kim-jong-un; vladimir-putin")
    ('kim-jong-un', 'vladimir-putin')
    """
    return tuple(each.strip() for each in ids.split(";") if each.strip())
