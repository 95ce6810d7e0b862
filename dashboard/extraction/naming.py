"""Which tokens make one name, and how it is written. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.facts import Actor, slug

from .memory import Mention
from .text import Sentence

NUMERAL = set("IVX")  # of a king


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


def royal(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield whoever bears one name after a royal title: "King Philippe", "Pope Leo", not "King Street"."""
    read, taken = sentence.tokens, {at for m in found for at in range(m.first, m.last)}
    for span in sentence.of("royal"):
        at = span.last
        if at >= len(read) or at in taken or not read[span.first].text[0].isupper():
            continue
        last = at + 1
        if last < len(read) and read[last].text.isupper() and set(read[last].text) <= NUMERAL:
            last += 1
        goes_on = last < len(read) and (read[last].text[0].isupper() or read[last].text == "-")
        house = any(sentence.at(category, last) for category in ("named_after", "house"))
        if read[at].text.istitle() and len(read[at].text) > 2 and not (goes_on or house or at in sentence.known):
            name = " ".join(token.text for token in read[span.first : last])
            beside = [m for m in found if m.actor.type == "state" and 0 <= span.first - m.last <= 2]
            parent = beside[-1].actor.actor_id if beside else ""
            yield Mention(Actor(actor_id=slug(name), name=name, type="person", parent=parent), span.first, last)
