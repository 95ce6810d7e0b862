"""Offices inside phrases that may stand for their holders: "the president of Peru, X Y". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .mentions import Lexicon
from .text import Sentence, Span

PHRASE = 2  # tokens of an article and an office


def with_offices(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return a sentence with the offices that its pronouns hold."""
    return replace(sentence, spans=[*sentence.spans, *_offices(sentence, lexicon)])


def _offices(sentence: Sentence, lexicon: Lexicon) -> Iterator[Span]:
    read = sentence.tokens
    for span in sentence.of("pronoun"):
        if span.last - span.first == PHRASE:
            for at, categories in ((span.first, ("article",)), (span.first + 1, ("title", "rank"))):
                for inner in lexicon.phrases.find(read[at : at + 1]):
                    if inner.cue.category in categories:
                        yield Span(inner.cue, at, at + 1)
