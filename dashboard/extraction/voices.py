"""Where the words of one speaker end and those of another begin: "X said …, and Y said …". Knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .counted import BORDER
from .memory import Mention
from .text import Sentence, Span

LONGEST = 14  # tokens of who speaks, with the offices
NAMELESS = ("witness", "anonymous", "unit_one")  # who may speak without a name
# What may stand in who speaks, beside names: "two senior security officials", "the country's health ministry".
SMALL = ("title", "article", "body", "office", "of", "adverb", "have", "number.add", "single", "unit", *NAMELESS)
FOLLOWS = ("number.add", "number.times", "qualifier", "that", "third")  # what begins what is said


def with_voices(sentence: Sentence, found: Sequence[Mention]) -> Sentence:
    """Return a sentence in which "and" begins a clause where somebody else speaks after it.

    So does a comma after which somebody says a number, "…, X says 3,000", and that which ends an opening "while".
    """
    verbs = sorted(sentence.of("speech"), key=lambda each: each.first)
    borders = [Span(BORDER, joint.first, joint.last) for joint in _goes_on(sentence)]
    if len(verbs) < 2:
        return replace(sentence, spans=[*sentence.spans, *borders]) if borders else sentence
    opens = sentence.at("clause", 0) or sentence.at("subordinate", 0)
    for joint in sentence.of("joint", "and"):
        verb = next((each for each in verbs if each.first >= joint.last), None)
        if verb is None or verb == verbs[0] or not _speaks(sentence, found, range(joint.last, verb.first)):
            continue
        after = sentence.tokens[verb.last : verb.last + 1]
        goes_on = any(sentence.at(c, verb.last) for c in FOLLOWS) or any(token.text[0].isdigit() for token in after)
        if sentence.tokens[joint.first].text.isalpha() or goes_on or opens:
            borders.append(Span(BORDER, joint.first, joint.last))
    return replace(sentence, spans=[*sentence.spans, *borders]) if borders else sentence


def _goes_on(sentence: Sentence) -> list[Span]:
    """Return each "and" behind a comma with which "it" or "he" goes on: "has 7,500 men there, and it plans to have"."""
    read = sentence.tokens
    pronouns = {s.first for s in sentence.of("third")}
    return [
        s
        for s in (sentence.of("joint", "and") if pronouns else ())
        if s.last in pronouns and s.first and read[s.first].text.isalpha() and read[s.first - 1].text == ","
    ]


def _speaks(sentence: Sentence, found: Sequence[Mention], gap: range) -> bool:
    """Tell whether nothing but who speaks stands between a joint and a verb of saying."""
    read = sentence.tokens
    if not 0 < len(gap) <= LONGEST:
        return False
    named = {at for m in found for at in range(m.first, m.last)}
    nameless = any(s.first in gap for c in NAMELESS for s in sentence.of(c))
    small = {at for c in SMALL for s in sentence.of(c) for at in range(s.first, s.last)}
    light = all(
        at in named or at in small or read[at].text in ("'", "’", "s") or read[at].text[0].isupper() for at in gap
    )
    return light and (nameless or any(at in named for at in gap))
