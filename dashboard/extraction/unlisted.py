"""The provisional actor that words name: a person or a body on no list, called as written. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dashboard.facts import Actor, slug

from .casing import is_shouted
from .gazetteer import towns
from .memory import Mention
from .naming import as_written, of_a_name
from .text import Sentence, fold

LONGEST_NAME, CAPITALS = 11, 6  # tokens of a person's name, and words with capitals in it: "X al-Y al-Z"
NO_NAMES = ("we", "speech", "unit", "title", "body", "single", "number.add", "number.order", "place", "then", "clause")
# What may begin a sentence, and so has a capital without being a part of a name.
OPENING = ("said_by", "relay", "where", "date", "subordinate", "about", "by", "clause", "then", "article", "third")


def inside_name(sentence: Sentence, after: int) -> bool:
    """Tell whether the token before one is a small word inside a name ("Association of Lawyers"), or a bracket."""
    read, at = sentence.tokens, after - 1
    inside = 0 < at < len(read) - 1 and read[at - 1].text[0].isupper() and read[at + 1].text[0].isupper()
    return (inside and (sentence.at("of", at) or sentence.at("about", at))) or (
        0 < at < len(read) and read[at].text in "()"
    )


def as_body(sentence: Sentence, first: int, last: int, state: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the body or person that tokens name; its abbreviation in brackets, where there is one, is its id.

    ``state`` is the one whose adjective stands before it: "the South African National Defence Force".
    """
    titles = {span.first: span.last for span in sentence.of("title")}
    if first > 1 and sentence.tokens[first - 1].text == "-" and sentence.before("particle", first - 1):
        return  # "in el-Fasher"
    while first < last:
        if first in titles:
            first = titles[first]
        elif sentence.at("article", first) or not sentence.tokens[first].text[0].isupper():
            first += 1
        else:
            break
    words = [token.text for token in sentence.tokens[first:last]]
    short = [word for word, before in zip(words[1:], words, strict=False) if before == "(" and word.isupper()]
    name = " ".join(words[: words.index("(")] if "(" in words else words)
    capitals = sum(word[0].isupper() for word in words)
    shouted = capitals == len(words) and all(word.isupper() for word in words) and not short
    dated = any(sentence.at(category, at) for category in ("weekday", "month", "pronoun") for at in range(first, last))
    if capitals < (1 if first > 0 else 2) or len(words) > LONGEST_NAME + 1 or shouted or dated or not name:
        return
    if any(before == "-" and word.islower() for before, word in pairwise(words)):
        return  # "the Britain-based group"
    if any(span.first <= first < span.last for category in NO_NAMES for span in sentence.of(category)):
        return
    parent = state[0].actor.actor_id if state else ""
    body = Actor(actor_id=slug(short[0] if short else name), name=name, type="organisation", parent=parent)
    yield Mention(body, first, last)


def as_person(sentence: Sentence, first: int, last: int, parent: Mention | None) -> Iterator[Mention]:
    """Yield the person that tokens name, if they may be a name at all: two capitalised words or more."""
    if any(span.cue.value == "in" for span in sentence.before("where", first)):
        return  # "at Camp David, President X"
    initial = (
        sentence.tokens[first + 1].text == "." if first + 1 < last else False
    )  # "A. H. X", where "A" is no article
    while first < last and not initial and any(sentence.at(category, first) for category in OPENING):
        first += 1  # "Menurut Teddy, Presiden X"
    first = max((each.last for each in sentence.of("title") if each.first == first), default=first)
    if first >= last or (is_shouted(sentence) and not words_of(sentence).isdisjoint(range(first, last))):
        return
    if sentence.at("headed", first):
        return  # "Panglima Komando Gabungan"
    words = [token.text for token in sentence.tokens[first:last]]
    capitals = sum(word[0].isupper() for word in words)
    if not 2 <= capitals <= CAPITALS or len(words) > LONGEST_NAME or words[-1] == "-":
        return
    if all(word.isupper() for word in words if word.isalpha()) and len(words) > 3:
        return  # a headline or an article all in capitals
    if fold(" ".join(words)) in towns():
        return
    named = {
        at
        for c in ("office", "body", "forces", "title")
        for span in sentence.of(c)
        for at in range(span.first, span.last)
    }
    if all(at in named for at in range(first, last)):
        return  # "the deputy chairman of the Central Military Commission"
    name = as_written(words)
    above = parent.actor.actor_id if parent else ""
    yield Mention(Actor(actor_id=slug(name), name=name, type="person", parent=above), first, last)


def name_ends(sentence: Sentence, first: int, taken: set[int]) -> int:
    """Return where a name that begins at a token ends; no token that is ``taken`` belongs to it."""
    last = first
    if is_shouted(sentence):  # there the next known word ends a name
        taken = taken | words_of(sentence)
    while last < len(sentence.tokens) and last not in taken and of_a_name(sentence, first, last):
        last += 1
    return last


def name_begins(sentence: Sentence, last: int, taken: set[int]) -> int:
    """Return where a name that ends before a token begins; no token that is ``taken`` belongs to it."""
    first = last
    while first > 0 and first - 1 not in taken and of_a_name(sentence, 0, first - 1) and last - first < LONGEST_NAME:
        first -= 1
    return first


def words_of(sentence: Sentence) -> set[int]:
    """Return where the known words of a sentence in capitals begin that are no part of a name: "AND", "THE", "MET"."""
    return {span.first for span in sentence.spans if span.cue.category not in ("particle", "title", "office")}


def taken_by(found: Sequence[Mention]) -> set[int]:
    """Return the tokens that name somebody already."""
    return {at for mention in found for at in range(mention.first, mention.last)}
