"""Which tokens make one name, and how it is written. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from .text import Sentence


def as_written(words: Sequence[str]) -> str:
    """Return a name from its tokens.

    >>> as_written(["John", "R", ".", "Allen"]), as_written(["Kim", "Jong", "-", "un"])
    ('John R. Allen', 'Kim Jong-un')
    """
    name = " ".join(words).replace(" - ", "-").replace(" .", ".")
    return name.replace(" ' ", "'").replace(" ’ ", "’")


def _initial(sentence: Sentence, at: int) -> bool:
    """Tell whether a token is the stop after an initial inside a name: "John R. Allen", "S.P. Tamilselvan"."""
    read = sentence.tokens
    if read[at].text != "." or at + 1 >= len(read):
        return False
    before, after = read[at - 1], read[at + 1]
    single = len(before.text) == 1 and before.text.isupper() and before.end == read[at].start
    return single and after.text[0].isupper()


def of_a_name(sentence: Sentence, first: int, at: int) -> bool:
    """Tell whether a token goes on a name: a capitalised word, or a hyphen that joins it ("Jong-un")."""
    token = sentence.tokens[at]
    if at > first and sentence.at("particle", at) and at + 1 < len(sentence.tokens):
        return True
    if at > first and _initial(sentence, at):
        return True
    joined = at > first and token.start == sentence.tokens[at - 1].end
    return token.text[0].isupper() or (joined and (token.text == "-" or sentence.tokens[at - 1].text == "-"))
