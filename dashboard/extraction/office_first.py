"""Who is named between commas behind an office: "kata Wakil Ketua DPR, X Y, kepada wartawan". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .memory import Mention
from .text import Sentence, Span
from .unlisted import as_person, name_ends, taken_by

OFFICE = 9  # tokens of an office: "Dubes RI untuk Lebanon"
NAME = range(2, 5)  # words of a person's name
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


def after_office(sentence: Sentence, said: Span) -> int:
    """Return the comma that ends an office right behind a word of saying; 0 where none does."""
    read = sentence.tokens
    first = said.last + sentence.at("article", said.last)
    titles = [s for s in sentence.of("title") if s.first == first]
    comma = next((at for at in range(first, min(first + OFFICE, len(read))) if read[at].text == ","), 0)
    if not titles or comma < titles[0].last:
        return 0
    light = {at for c in ("title", "of", "about", "body", "posted") for s in sentence.of(c) for at in range(*s[1:])}
    named = all(at in light or read[at].text[0].isupper() or not read[at].text.isalpha() for at in range(first, comma))
    return comma if named else 0
