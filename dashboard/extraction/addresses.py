"""Places told one within the other: "in X, Y district, Z", "Solhan village (Yagha, Sahel)". Knows no language."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .gazetteer import CERTAIN, KINDS_OF_REGION, countries_of, town_of
from .text import Sentence, Span

Found = tuple[Span, str, str]  # where a place is told, its name and its country


def after_commas(sentence: Sentence, clause: tuple[int, int], markers: Collection[int]) -> set[int]:
    """Return the tokens where a place goes on after a comma or in brackets: "in X, Y district, Z", "in X (Y)"."""
    found: set[int] = set()
    read, end = sentence.tokens, min(clause[1], len(sentence.tokens))
    months = {span.first for span in sentence.of("month")}
    for marker in markers:
        at = end if marker in months else marker  # "in June, Croatia its 95"
        while at < end and (_in_one_breath(sentence, at) or read[at].text in "-'’,(" or sentence.at("where", at)):
            if read[at].text in ",(" and at + 1 < end and not _has(sentence, at + 2):
                found.add(at + 1)
            at += 1
    return found


def country_of(
    sentence: Sentence, place: Found, found: Sequence[Found], listed: Collection[str], sides: Collection[str]
) -> str:
    """Return the country of a place: of the region told behind it in one breath, where it is another one.

    "Segovia, Antioquia" is in Colombia, "Solhan village (Yagha, Sahel)" in Burkina Faso. ``listed`` are the places that
    a list has, ``sides`` the states that are spoken of.
    """
    read, last = sentence.tokens, place[0].last
    for span, name, country in sorted(found, key=lambda each: each[0].first):
        gap = range(last, span.first)
        told = bool(gap) and all(read[at].text in ",()" or _in_one_breath(sentence, at) for at in gap)
        if not (told and any(read[at].text in ",(" for at in gap)):
            continue
        both = {*countries_of(place[1])} & {*countries_of(name)}
        if len(both) == 1:
            return both.pop()
        if name in listed or town_of(name, sides)[1] == CERTAIN:
            return country
    return place[2]


def _in_one_breath(sentence: Sentence, at: int) -> bool:
    """Tell whether a token is a name's, or tells what sort of place one is: "Solhan village", "Toposa county"."""
    token = sentence.tokens[at]
    return token.text[0].isupper() or sentence.at("settlement", at) or token.folded in KINDS_OF_REGION


def _has(sentence: Sentence, at: int) -> bool:
    """Tell whether a name is over and something of its own follows: "to Russia, Seoul's spy agency said"."""
    return at < len(sentence.tokens) and sentence.tokens[at].text in ("'", "’")
