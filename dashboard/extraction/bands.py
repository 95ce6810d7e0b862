"""Armed groups on no list: whose fighters are counted, by the name and the abbreviation that a text gives them.

Knows no language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.facts import Actor, slug

from .memory import Mention
from .text import Sentence

LONGEST = 9  # tokens of a group's name
SHORTEST = 2  # capitalised words of a group's name that has no abbreviation


def bands(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the groups of whom rebels are told to be: "50 fighters of the Nationalist Front (NF)", "(NF) rebels"."""
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    for noun in sentence.of("irregular"):
        for of in sentence.of("of"):
            if of.first == noun.last:
                first = next((s.last for s in sentence.of("article") if s.first == of.last), of.last)
                yield from _named(sentence, first, _end(sentence, first, taken))
        if noun.first >= SHORTEST and sentence.tokens[noun.first - 1].text == ")":
            end = noun.first
            first = end - 3
            while first > 0 and end - first <= LONGEST + 3 and _of_name(sentence, first - 1, taken):
                first -= 1
            yield from _named(sentence, first, end)


def _of_name(sentence: Sentence, at: int, taken: set[int]) -> bool:
    token = sentence.tokens[at]
    small = sentence.at("of", at) or sentence.at("joint", at)
    return at not in taken and (token.text[0].isupper() or token.text == "-" or (small and token.text.isalpha()))


def _end(sentence: Sentence, first: int, taken: set[int]) -> int:
    last = first
    while last < len(sentence.tokens) and last - first < LONGEST and _of_name(sentence, last, taken):
        last += 1
    while last > first and not sentence.tokens[last - 1].text[0].isupper():
        last -= 1
    return last


def _named(sentence: Sentence, first: int, last: int) -> Iterator[Mention]:
    """Yield the group that tokens name; its abbreviation in brackets, where there is one, is its id."""
    read = sentence.tokens
    short = ""
    if (
        last + 2 < len(read)
        and read[last].text in "(["
        and read[last + 1].text.isupper()
        and read[last + 2].text in ")]"
    ):
        short, last = read[last + 1].text, last + 3
    elif last - first >= SHORTEST and read[last - 1].text in ")]" and read[last - 3].text in "([":
        short = read[last - 2].text
    words = [token.text for token in read[first:last] if token.text not in "()[]" and token.text != short]
    capitals = sum(word[0].isupper() for word in words)
    shouted = all(token.text.isupper() for token in read if token.text.isalpha())
    if words and capitals and (short or (capitals >= SHORTEST and not shouted)) and words[0][0].isupper():
        name = " ".join(words)
        yield Mention(Actor(actor_id=slug(short or name), name=name, type="armed_group"), first, last)
