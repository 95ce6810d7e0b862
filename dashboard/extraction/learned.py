"""Houses that study or watch, called by what they are for: "the Institute for Strategy and Policy". No language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .memory import Mention
from .text import Sentence, Span
from .unlisted import as_body

INSIDE = ("about", "of", "posted")  # small words that lead on to what a house is for
LONGEST = 10  # tokens of such a name


def learned(sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """Return the names of a sentence with houses on no list, in place of what stands inside theirs.

    "The Pakistan Institute for Conflict and Security Studies (PICSS)" is neither Pakistan nor "Security Studies".
    """
    kept = list(found)
    for span in (*sentence.of("learned"), *sentence.of("pronoun", "house")):
        last = _ends(sentence, span)
        first = _begins(sentence, span)
        known = [m for m in found if m.actor.type != "state" and m.first < last and first < m.last]
        if last == 0 or known:
            continue
        house = next(as_body(sentence, first, last, []), None)
        if house is not None:
            inside = range(first, last)
            kept = [m for m in kept if m.first not in inside]
            kept.append(house)
    return kept


def _begins(sentence: Sentence, span: Span) -> int:
    """Return where such a name begins: before other capitals, "Korea Institute for"."""
    read, first = sentence.tokens, span.last - 1
    alone = span.cue.category == "pronoun"  # "the Institute"
    while not alone and first > 0 and read[first - 1].text[0].isupper() and not sentence.at("article", first - 1):
        first -= 1
    return first


def _ends(sentence: Sentence, span: Span) -> int:
    """Return where such a name ends, its abbreviation in brackets counted in; 0 where nothing tells what it is for."""
    read, at = sentence.tokens, span.last
    if not read[at - 1].text[0].isupper() or not any(_leads(sentence, at, c) for c in INSIDE):
        return 0
    while at - span.last < LONGEST and any(steps := [*_steps(sentence, at)]):
        at += steps[0]
    closed = at + 2 < len(read) and read[at].text == "(" and read[at + 1].text.isupper() and read[at + 2].text == ")"
    return at + 3 * closed


def _steps(sentence: Sentence, at: int) -> Iterator[int]:
    """Yield by how many tokens a name goes on: a capital, or a small word before one."""
    read = sentence.tokens
    if at < len(read) and read[at].text[0].isupper():
        yield 1
    elif any(_leads(sentence, at, c) for c in (*INSIDE, "joint")):
        yield 2


def _leads(sentence: Sentence, at: int, category: str) -> bool:
    """Tell whether a small word of a category stands before a capital."""
    read = sentence.tokens
    small = at + 1 < len(read) and read[at].text.isalpha() and sentence.at(category, at)
    return small and read[at + 1].text[0].isupper()
