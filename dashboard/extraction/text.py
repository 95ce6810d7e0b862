"""Tokens, matched phrases and the sentence that holds them, each with its place in the text. Knows no language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from .language import Cue

DASH = "—"
TOKEN = re.compile(
    r"""
    \d+(?:[.,]\d+)*      # a number with its marks: 13.000  1,5  2025
    | [^\W\d_]+          # a word of letters
    | --+                # a dash as typewriters have it
    | [^\w\s]|_          # any other sign by itself
    """,
    re.VERBOSE,
)
REMEMBERED = 50_000  # words of which it is remembered what phrases begin with them
new = tuple.__new__  # makes a token or a span in half the time that calling its class takes


class Token(NamedTuple):
    """A token: its folded text and its place in the document."""

    text: str
    folded: str
    start: int
    end: int


class Span(NamedTuple):
    """A phrase found: what it tells, and from which token to which (exclusive)."""

    cue: Cue
    first: int
    last: int

    def distance(self, other: Span) -> int:
        """Return how many tokens lie between two spans; 0 where they touch or overlap."""
        return max(other.first - self.last, self.first - other.last, 0)


@dataclass(frozen=True)
class Sentence:
    """A sentence with its tokens and spans."""

    start: int
    end: int
    tokens: Sequence[Token]
    spans: Sequence[Span] = field(default=())

    # The rules ask for spans some thousand times a document: each question is one look into these. A category is sorted
    # by token and value when it is asked for first, for most never are.
    _of: dict[str, list[Span]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _valued: dict[tuple[str, str], list[Span]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _ends: dict[str, Mapping[int, list[Span]]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _starts: dict[str, Collection[int]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        of = self._of
        for span in self.spans:
            category = span.cue.category
            if category in of:
                of[category].append(span)
            else:
                of[category] = [span]

    def has(self, categories: Iterable[str]) -> bool:
        """Tell whether any span is of one of the categories: the cheap question before a dear rule."""
        return not self._of.keys().isdisjoint(categories)

    def of(self, category: str, value: str = "") -> Sequence[Span]:
        """Return the spans of a category, and of one value in it where that is given."""
        spans = self._of.get(category, ())
        if not value or not spans:
            return spans
        key = (category, value)
        if key not in self._valued:
            self._valued[key] = [span for span in spans if span.cue.value == value]
        return self._valued[key]

    def before(self, category: str, token: int) -> Sequence[Span]:
        """Return the spans of a category that end right before a token."""
        if category not in self._of:
            return ()
        if category not in self._ends:
            ends: dict[int, list[Span]] = {}
            for span in self._of[category]:
                ends.setdefault(span.last, []).append(span)
            self._ends[category] = ends
        return self._ends[category].get(token, ())

    def preceded(self, at: int, *categories: str) -> bool:
        """Tell whether a word of one of the categories stands right before a token, or before its article."""
        known = [category for category in categories if category in self._of]
        if not known:
            return False
        places = (at, *(span.first for span in self.before("article", at)))
        return any(self.before(category, place) for category in known for place in places)

    def at(self, category: str, token: int) -> bool:
        """Tell whether a span of a category begins at a token."""
        if category not in self._of:
            return False
        if category not in self._starts:
            self._starts[category] = {span.first for span in self._of[category]}
        return token in self._starts[category]

    @cached_property
    def figures(self) -> Sequence[int]:
        """Which tokens begin with a digit."""
        return [at for at, token in enumerate(self.tokens) if token.text[0].isdecimal()]

    @cached_property
    def known(self) -> Collection[int]:
        """Of which tokens a phrase tells something."""
        return {at for span in self.spans for at in range(span.first, span.last)}

    def unknown(self, token: int) -> bool:
        """Tell whether a token is a word in small letters of which no phrase tells anything."""
        return token < len(self.tokens) and self.tokens[token].text.islower() and token not in self.known

    def words_folded(self, span: Span) -> str:
        """Return the folded words of a span, a blank between each."""
        return " ".join(token.folded for token in self.tokens[span.first : span.last])

    def words(self, text: str, first: int, last: int) -> str:
        """Return the text from one token to another (exclusive)."""
        return text[self.tokens[first].start : self.tokens[last - 1].end]


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return text without case and accents, typographic apostrophes made plain.

    >>> fold("Zelenskyy’s"), fold("Erdoğan")
    ("zelenskyy's", 'erdogan')
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of a part of the text.

    >>> [token.text for token in tokens("Kim Jong-un: 13.000 tentara.")]
    ['Kim', 'Jong', '-', 'un', ':', '13.000', 'tentara', '.']
    >>> [token.text for token in tokens("13 died -- five soldiers")]
    ['13', 'died', '—', 'five', 'soldiers']
    """
    stop = len(text) if end is None else end
    found = [new(Token, (word := m[0], fold(word), m.start(), m.end())) for m in TOKEN.finditer(text, start, stop)]
    return [new(Token, (DASH, DASH, *token[2:])) if token.text[:2] == "--" else token for token in found]


class _Begun(NamedTuple):
    """The phrases that begin with a word: it alone, and by the word after it, the longest first, what follows these."""

    alone: list[Cue]
    longer: dict[str, list[tuple[int, tuple[str, ...], list[Cue]]]]


class Phrases:
    """Phrases to be found as whole words, the longest first, in one pass over the tokens."""

    def __init__(self, phrases: Iterable[tuple[str, Cue]], suffixes: Sequence[str] = ()) -> None:
        self._suffixes = tuple(suffixes)
        cues: dict[tuple[str, ...], list[Cue]] = {}
        for phrase, cue in phrases:
            known = cues.setdefault(tuple(token.folded for token in tokens(phrase)), [])
            if cue not in known:
                known.append(cue)
        self._begun: dict[str, _Begun] = {}
        for key in sorted((key for key in cues if key), key=len, reverse=True):
            begun = self._begun.setdefault(key[0], _Begun([], {}))
            if len(key) == 1:
                begun.alone.extend(cues[key])
            else:
                begun.longer.setdefault(key[1], []).append((len(key), key[2:], cues[key]))
        self._known: dict[str, tuple[_Begun, ...]] = {}

    def find(self, read: Sequence[Token], *, caseless: bool = False) -> list[Span]:
        """Return the phrases in the tokens; no two of different length overlap. Without case, any name may be small."""
        found: list[Span] = []
        folded = [token.folded for token in read]
        known, end = self._known, 0
        for at, word in enumerate(folded):
            if at < end:
                continue
            begins = known.get(word)
            for begun in self._begins(word) if begins is None else begins:
                if matched := _match(begun, folded, at, read[at].text.upper() if caseless else read[at].text):
                    found += matched
                    end = matched[0].last
                    break
        return found

    def knows(self, word: str) -> bool:
        """Tell whether a phrase begins with a folded word as it stands, no suffix taken off."""
        return word in self._begun

    def _begins(self, word: str) -> tuple[_Begun, ...]:
        """Return the phrases that begin with a word, or with its stems; most words begin none."""
        known = tuple(self._begun[stem] for stem in self._stems(word) if stem in self._begun)
        if len(self._known) < REMEMBERED:
            self._known[word] = known
        return known

    def _stems(self, word: str) -> Iterator[str]:
        yield word
        for suffix in self._suffixes:
            if word.endswith(suffix) and len(word) > len(suffix) + 3:
                yield word.removesuffix(suffix)


def _match(begun: _Begun, folded: Sequence[str], at: int, written: str) -> list[Span]:
    """Return the longest of the phrases begun at a token, once for each of its cues that is written so."""
    if begun.longer and at + 1 < len(folded) and (longer := begun.longer.get(folded[at + 1])):
        for length, rest, cues in longer:
            if rest == tuple(folded[at + 2 : at + length]) and (found := _spans(cues, at, at + length, written)):
                return found
    return _spans(begun.alone, at, at + 1, written) if begun.alone else []


def _spans(cues: Sequence[Cue], first: int, last: int, written: str) -> list[Span]:
    return [
        new(Span, (cue, first, last))
        for cue in cues
        if (not cue.exact or written[:1].isupper()) and (not cue.caps or written.isupper())
    ]
