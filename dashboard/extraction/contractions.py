"""Words that are drawn together, spelt out: "didn't" is "did" and "not", "we've" is "we" and "have". No language."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Token

APOSTROPHES = ("'", "’", "‘")


def spelt_out(read: list[Token], contractions: Mapping[str, str]) -> list[Token]:
    """Return tokens in which what a language draws together stands word by word, each with its place in the text.

    ``contractions`` gives for an ending, "n't", the word that it is, and for a whole, "won't", the two words.
    """
    marks = [at for at, token in enumerate(read) if token.text in APOSTROPHES] if contractions else []
    for at in reversed(marks):
        if 0 < at < len(read) - 1 and read[at - 1].end == read[at].start and read[at].end == read[at + 1].start:
            read[at - 1 : at + 2] = _spelt(read[at - 1], read[at], read[at + 1], contractions)
    return read


def _spelt(word: Token, mark: Token, tail: Token, contractions: Mapping[str, str]) -> list[Token]:
    """Return the two words of one that is drawn together; the three tokens where none is."""
    for cut in (1, 0):  # "did-n't", "we-'ve"
        stem, head = word.folded[: len(word.folded) - cut], word.folded[len(word.folded) - cut :]
        ending = contractions.get(f"{head}'{tail.folded}")
        if ending and stem and len(word.text) == len(word.folded):
            whole = contractions.get(f"{word.folded}'{tail.folded}", f"{stem} {ending}").split()
            text = word.text[: len(stem)]
            first = Token(text, whole[0], word.start, word.start + len(text))
            return [first, Token(f"{word.text[len(stem) :]}{mark.text}{tail.text}", whole[1], first.end, tail.end)]
    return [word, mark, tail]
