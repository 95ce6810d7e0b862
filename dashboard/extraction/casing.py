"""Sentences whose capitals mark no names: headlines, and wires all in capitals. Knows no language."""

from __future__ import annotations

from .text import Sentence

CAPITALS = 0.7  # share of words with capitals from which on a sentence is a headline
STOPPED, MOST = 12, 0.9  # the same for a sentence that ends in a stop, which may name many people
LONG = 4  # letters of a word that counts, and words from which on anything can be told


def is_shouted(sentence: Sentence) -> bool:
    """Tell whether a sentence is all in capitals, so that they mark no name."""
    return all(token.text.isupper() for token in sentence.tokens if token.text.isalpha())


def is_headline(sentence: Sentence) -> bool:
    """Tell whether most longer words of a sentence have capitals, so that they mark no name: "Trump Hints at Talks".

    A sentence that ends in a stop is none, unless it is long and has hardly a small word.
    """
    words = [token.text for token in sentence.tokens if len(token.text) >= LONG and token.text.isalpha()]
    stopped = sentence.tokens[-1].text == "." and not is_shouted(sentence)
    if stopped and len(words) < STOPPED:
        return False
    share = MOST if stopped else CAPITALS
    return len(words) >= LONG and sum(word[0].isupper() for word in words) > share * len(words)
