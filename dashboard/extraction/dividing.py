"""Text into sentences: where each ends, and how many words of it are a dateline. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from .text import Token

BULLETS = "-–—•▪●◦·*"  # what stands before each item of a list
# A sentence ends at . ! ? (with closing quotes) before white space and a capital, a digit or an opening quote, and at
# every line break. A stop after a single letter (U.S. troops) or inside a number ends none.
END = re.compile(r"(?<=[.!?])(?<!\b[^\W\d_][.])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9ÀÁÂÄÉÈ])|\s+(?=[•▪●◦]\s)|\n+")
# The same where a paragraph is broken into lines of one width: only an empty line ends a sentence without a stop.
END_WRAPPED = re.compile(END.pattern.replace(r"|\n+", r"|\n[^\S\n]*\n\s*"))
# The same, of a text and of a wrapped one, where no capital tells that a sentence begins.
SMALL, SMALL_WRAPPED = (re.compile(e.pattern.replace("[A-Z0-9ÀÁÂÄÉÈ]", r"\w")) for e in (END, END_WRAPPED))
WORD = re.compile(r"[^\W\d_]{2,}")
FEW_WORDS, CAPITALS = 12, 0.01  # words from which on one can tell, and share of capitals in a text without them
SAMPLE, FEW = 20_000, 3  # characters that are looked at, and lines from which on anything can be told
WIDTH = range(45, 100)  # characters of a line that was broken at a width
WRAPPED = 0.5  # share of such lines from which on a text counts as broken
DASHES = "-–—_"  # what ends a dateline
SMALL_WORDS = 2  # in a dateline: "near", the name of a site
DATELINE = 18  # tokens within which a dateline ends with its dash
MARKS = frozenset((*DASHES, ":"))
COLON = 6  # tokens within which one ends with a colon
LONGEST_ABBREVIATION = 12
LONGEST = 1_500  # characters of one sentence; what is longer is read in pieces, so that time stays linear


def dateline(read: Sequence[Token]) -> int:
    """Return how many tokens at the beginning are a dateline, which names where an article was written, not who acts.

    >>> from dashboard.extraction.text import tokens
    >>> dateline(tokens("JAKARTA, Paper.example - Two died.")), dateline(tokens("Two died - or three."))
    (6, 0)
    >>> dateline(tokens("KABUL (Agency): Two died.")), dateline(tokens("[TEXT] LIMA, 3 AUG 89 (EFE) -- TWO DIED"))
    (5, 12)
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
            told = any(each.text.isalpha() for each in read[at + 1 :])  # not "KILLED: 14."
            return at + 1 if told and _names_a_town(read, at) else 0
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
    bracketed = end > 1 and read[end - 1].text == ")"
    agency = bracketed and read[1].text == "("  # "Yangon (AFP) –"
    weekday = end == 3 and read[1].text == "," and read[2].text.istitle()  # "Surabaya, Sabtu -"
    capitals = (titled and (dated or agency or weekday)) or any(
        len(each.text) > 2 and each.text.isupper() for each in read[:end]
    )
    if bracketed and not any(each.text[0].isupper() for each in read):
        return True  # "bogota, 14 jun 91 (efe) --" in a text without capitals
    rest = [each.text for each in read[end:] if each.text.isalpha()][:6]
    shouted = bool(rest) and all(word.isupper() for word in rest)
    marked = any(each.text in "()[]" for each in read[:end])
    told = sum(
        each.text.isalpha() and each.text.islower() for each in read[:end]
    )  # "Two LTTE cadres killed – ministry"
    return capitals and told <= SMALL_WORDS and (marked or not shouted)


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
    end_of = ((END, SMALL), (END_WRAPPED, SMALL_WRAPPED))[wrapped][is_caseless(text)]
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
