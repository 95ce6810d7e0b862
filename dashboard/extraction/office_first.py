"""Who speaks and is told of between commas: "kata Wakil Ketua DPR, X Y,", "X Y, a resident, told". No language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .memory import Mention
from .text import Sentence, Span
from .unlisted import as_person, name_begins, name_ends, taken_by

WHO = ("unit_one", "witness", "title")
OFFICE = 9  # tokens of an office: "Dubes RI untuk Lebanon"
NAME = range(2, 5)  # words of a person's name
APOSTROPHES = ("'", "’")
ENDS = ",.;\"”'"


def office_first(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the people named in apposition to the office of whoever is told to have said something."""
    taken = taken_by(found)
    for span in sentence.of("said_by"):
        comma = after_office(sentence, span)
        last = name_ends(sentence, comma + 1, taken) if comma else 0
        spelt = all(len(token.text) > 1 for token in sentence.tokens[comma + 1 : last])  # not "S.E., M.M."
        if spelt and last - comma - 1 in NAME and last < len(sentence.tokens) and sentence.tokens[last].text in ENDS:
            yield from as_person(sentence, comma + 1, last, None)


def resident_speaks(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the people who speak and of whom is told between commas what they are: "X Y, a resident, told"."""
    read, taken = sentence.tokens, taken_by(found)
    for span in sentence.of("speech"):
        if span.first < OFFICE or read[span.first - 1].text != ",":
            continue
        near = range(span.first - 2, span.first - 2 - OFFICE, -1)
        comma = next((at for at in near if at >= 0 and read[at].text == ","), 0)
        own = [s for c in WHO for s in sentence.of(c) if comma < s.first and s.last < span.first]
        if not comma or not own or not (sentence.at("single", comma + 1) or sentence.at("article", comma + 1)):
            continue
        first = name_begins(sentence, comma, taken)
        opens = first == 0 or read[first - 1].text in (",", '"', "”")
        if opens and comma - first in NAME:
            yield from as_person(sentence, first, comma, None)


def after_office(sentence: Sentence, said: Span) -> int:
    """Return the comma that ends an office right behind a word of saying; 0 where none does."""
    read = sentence.tokens
    first = said.last + any(sentence.at(c, said.last) for c in ("article", "definite"))
    whose = next((at for at in range(first + 1, min(first + 3, len(read))) if read[at].text in APOSTROPHES), 0)
    first = whose + 1 + (read[whose + 1].folded == "s") if 0 < whose < len(read) - 1 else first  # "the ministry's"
    titles = [s for s in sentence.of("title") if s.first == first]
    comma = next((at for at in range(first, min(first + OFFICE, len(read))) if read[at].text == ","), 0)
    if not titles or comma < titles[0].last:
        return 0
    light = {at for c in ("title", "of", "about", "body", "posted") for s in sentence.of(c) for at in range(*s[1:])}
    named = all(at in light or read[at].text[0].isupper() or not read[at].text.isalpha() for at in range(first, comma))
    return comma if named else 0
