"""Text into sentences, tokens and matched phrases, each with its place in the text. Knows no language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from .language import Cue

TOKEN = re.compile(
    r"""
    \d+(?:[.,]\d+)*      # a number with its marks: 13.000  1,5  2025
    | [^\W\d_]+          # a word of letters
    | [^\w\s]|_          # any other sign by itself
    """,
    re.VERBOSE,
)
# A sentence ends at . ! ? (with closing quotes) before white space and a capital, a digit or an opening quote, and at
# every line break. A stop after a single letter (U.S. troops) or inside a number ends none.
END = re.compile(r"(?<=[.!?])(?<!\b[^\W\d_][.])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9ÀÁÂÄÉÈ])|\n+")
# The same where a paragraph is broken into lines of one width: only an empty line ends a sentence without a stop.
END_WRAPPED = re.compile(END.pattern.replace(r"|\n+", r"|\n[^\S\n]*\n\s*"))
END_CASELESS = re.compile(END.pattern.replace("[A-Z0-9ÀÁÂÄÉÈ]", r"\w"))
WORD = re.compile(r"[^\W\d_]{2,}")
FEW_WORDS, CAPITALS = 40, 0.01  # words from which on one can tell, and share of capitals in a text without them
SAMPLE, FEW = 20_000, 3  # characters that are looked at, and lines from which on anything can be told
WIDTH = range(45, 100)  # characters of a line that was broken at a width
WRAPPED = 0.5  # share of such lines from which on a text counts as broken
DASHES = "-–—_"  # what ends a dateline
SMALL_WORDS = 2  # in a dateline: "near", the name of a site
DATELINE = 18  # tokens within which a dateline ends with its dash
MARKS = frozenset((*DASHES, ":"))
COLON = 6  # tokens within which one ends with a colon
LONGEST_ABBREVIATION = 12
REMEMBERED = 50_000  # words of which it is remembered what phrases begin with them
new = tuple.__new__  # makes a token or a span in half the time that calling its class takes
LONGEST = 1_500  # characters of one sentence; what is longer is read in pieces, so that time stays linear


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


def dateline(read: Sequence[Token]) -> int:
    """Return how many tokens at the beginning are a dateline, which names where an article was written, not who acts.

    >>> dateline(tokens("JAKARTA, Paper.example - Two died.")), dateline(tokens("Two died - or three."))
    (6, 0)
    >>> dateline(tokens("KABUL (Agency): Two died.")), dateline(tokens("[TEXT] LIMA, 3 AUG 89 (EFE) -- TWO DIED"))
    (5, 13)
    >>> dateline(tokens("Nairobi, 5 May 2022 - Ten soldiers died."))
    6
    """
    if MARKS.isdisjoint([token.text for token in read[:DATELINE]]):
        return 0
    for at, token in enumerate(read[:DATELINE]):
        dash = token.text in DASHES and at > 0 and read[at - 1].end < token.start
        last = at + 1
        while dash and last < len(read) and read[last].text in DASHES:
            last += 1
        if dash and (last == len(read) or read[last - 1].end < read[last].start):
            return last if _names_a_town(read, at) or last == len(read) else 0
        if token.text == ":" and at <= COLON:
            return at + 1 if _names_a_town(read, at) else 0
        ends = at + 1 < len(read) and token.end < read[at + 1].start
        if token.text in ".!?" and ends and at > 0 and len(read[at - 1].text) > 3:
            return 0
    return 0


def _names_a_town(read: Sequence[Token], end: int) -> bool:
    """Tell whether the words before a dash begin with a name in capitals; where all is so, more must be told.

    A name that is not in capitals has the day or an agency after it: "Nairobi, 5 May 2022 -", "Yangon (AFP) -".
    """
    titled = read[0].text.istitle()
    dated = end > 1 and read[1].text == "," and any(each.text.isdigit() for each in read[:end])
    agency = end > 1 and read[1].text == "(" and read[end - 1].text == ")"  # "Yangon (AFP) –"
    capitals = (titled and (dated or agency)) or any(len(each.text) > 2 and each.text.isupper() for each in read[:end])
    rest = [each.text for each in read[end:] if each.text.isalpha()][:6]
    shouted = bool(rest) and all(word.isupper() for word in rest)
    marked = any(each.text in "()[]" for each in read[:end])
    told = sum(
        each.text.isalpha() and each.text.islower() for each in read[:end]
    )  # "Two LTTE cadres killed – ministry"
    return capitals and told <= SMALL_WORDS and (marked or not shouted)


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
    """
    stop = len(text) if end is None else end
    return [new(Token, (word := m[0], fold(word), m.start(), m.end())) for m in TOKEN.finditer(text, start, stop)]


@lru_cache(maxsize=1)
def is_caseless(text: str) -> bool:
    """Tell whether a text is written without capitals, as transcripts of what was spoken are.

    >>> is_caseless("three soldiers were killed. " * 20), is_caseless("Three soldiers were killed. " * 20)
    (True, False)
    """
    words: list[str] = WORD.findall(text[:SAMPLE])
    small = sum(map(str.islower, words))
    return small >= FEW_WORDS and sum(map(str.istitle, words)) < CAPITALS * small


def sentences(text: str, abbreviations: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; a stop after an abbreviation (folded) ends none.

    >>> [*sentences("About 2,000 died. He said so.")], [*sentences("On Abc. 8 he said so.", {"abc"})]
    ([(0, 17), (18, 29)], [(0, 21)])
    """
    start = 0
    wrapped = is_wrapped(text)
    end_of = END_CASELESS if is_caseless(text) else END_WRAPPED if wrapped else END
    ends = [
        (found.start(), found.end())
        for found in end_of.finditer(text)
        if ("\n" in found[0] and (not wrapped or found[0].count("\n") > 1))
        or not _abbreviated(text, found.start(), abbreviations)
    ]
    ends.append((len(text), len(text)))
    for end, following in ends:
        for piece in range(start, end, LONGEST):
            if text[piece : min(end, piece + LONGEST)].strip():
                yield piece, min(end, piece + LONGEST)
        start = following


def is_wrapped(text: str) -> bool:
    """Tell whether paragraphs are broken into lines of one width, as in old wires and in text read from a page.

    >>> is_wrapped("One died.\\nTwo died.\\nThree died."), is_wrapped(("word " * 13 + "\\n") * 5)
    (False, True)
    """
    lines = [line.rstrip() for line in text[:SAMPLE].split("\n")]
    following = [(line, after) for line, after in pairwise(lines) if line and after]
    broken = [line for line, _after in following if len(line) in WIDTH and line[-1] not in '.!?:"”']
    return len(following) >= FEW and len(broken) >= WRAPPED * len(following)


def _abbreviated(text: str, end: int, abbreviations: Collection[str]) -> bool:
    """Tell whether the word that ends in a stop before ``end`` is an abbreviation."""
    words = text[max(0, end - LONGEST_ABBREVIATION) : end].rstrip(".").rsplit(None, 1)
    return bool(words) and words[-1].strip('("“').casefold() in abbreviations


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
                if matched := _match(begun, folded, at, read[at].text.capitalize() if caseless else read[at].text):
                    found += matched
                    end = matched[0].last
                    break
        return found

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
