"""Where names stand in a text without capitals, which are given to their words, so that rules know them. No language.

The document's own text stays as it is: only the tokens that rules look at are changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .gazetteer import CERTAIN, GREAT, towns
from .text import Span, Token

NAMES = ("actor", "place", "people_of")
LONGEST = 3  # words of a town's name
OLD = 120  # years that nobody lives


def recased(read: Sequence[Token], spans: Sequence[Span]) -> list[Token]:
    """Return the tokens of a sentence without capitals, those of names with the capital that they have elsewhere.

    Names are those that are listed, great towns after a word of place ("in kharkiv"), and what an age follows
    ("howard, 29,").
    """
    known = {at for span in spans for at in range(span.first, span.last)}
    named = {at for s in spans if s.cue.category in NAMES and s.cue.exact for at in range(s.first, s.last)}
    named.update(_towns(read, spans, known), _aged(read, known), _titled(read, spans, known))
    return [token._replace(text=token.text.capitalize()) if at in named else token for at, token in enumerate(read)]


def _towns(read: Sequence[Token], spans: Sequence[Span], known: set[int]) -> Iterator[int]:
    for span in spans:
        if (span.cue.category, span.cue.value) != ("where", "in"):
            continue
        for length in range(min(LONGEST, len(read) - span.last), 0, -1):
            at = range(span.last, span.last + length)
            plain = all(read[place].text.isalpha() and place not in known for place in at)
            if plain and GREAT <= towns().get(" ".join(read[place].folded for place in at), ("", 0))[1] < CERTAIN:
                yield from at
                break


def _titled(read: Sequence[Token], spans: Sequence[Span], known: set[int]) -> Iterator[int]:
    for span in spans:
        if span.cue.category != "title":
            continue
        at = span.last
        while at < min(len(read), span.last + LONGEST) and read[at].text.isalpha() and at not in known:
            at += 1
        yield from range(span.last, at if at - span.last > 1 else span.last)


def _aged(read: Sequence[Token], known: set[int]) -> Iterator[int]:
    for at in range(2, len(read) - 1):
        age, commas = read[at].text, read[at - 1].text == read[at + 1].text == ","
        who = at - 2 if commas and read[at - 2].text.isalpha() and at - 2 not in known else 0
        if who and age.isdecimal() and len(age) <= len(str(OLD)) and int(age) < OLD:
            yield who
