"""Whose a person is whom no list has: of the body, the group or the state that an office tells. Knows no language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.facts import Actor

from .gazetteer import great_town
from .memory import Memory, Mention
from .press import is_press
from .text import Sentence, Span

BESIDE = 8  # tokens within which a name may be the body that somebody serves
TOWN = 5  # tokens of the town with which a sentence begins
OFFICE = 6  # tokens of what somebody heads: "'s bloc in parliament"
BETWEEN = 6  # tokens between a state and its president's name


def again(sentence: Sentence, stranger: Mention, memory: Memory) -> Mention:
    """Return who is meant by a single name of which the document has told more: "Aqsha" after "Aqsha Erlangga"."""
    known = memory.short.get(sentence.tokens[stranger.first].folded) if stranger.last - stranger.first == 1 else None
    return replace(stranger, actor=known) if known else stranger


def seat(sentence: Sentence, stranger: Mention, directory: Mapping[str, Actor]) -> Mention:
    """Return the state that speaks by the name of its seat: "Bujumbura admitted to 10 dead"."""
    if stranger.actor.type != "organisation" or sentence.preceded(stranger.first, "where"):
        return stranger  # "the bishop, who is now in Lisbon, said"
    state = directory.get(great_town(stranger.actor.name))
    return replace(stranger, actor=state) if state else stranger


def of_a_body(sentence: Sentence, stranger: Mention, found: Sequence[Mention]) -> Mention:
    """Return a stranger as one of the body, the group or the state that an office before the name tells.

    "Philippine military spokesman Col. X Y", "a spokesman for the Nigerian army, X Y".
    """
    if stranger.actor.type != "person" or stranger.actor.parent:
        return stranger
    titles = [s for s in sentence.of("title") if s.last <= stranger.first]
    before = [m for m in found if m.last <= stranger.first and m.actor.type in ("state", "organisation", "armed_group")]
    if not titles or not before or is_press(before[-1].actor):
        return stranger
    body = before[-1]
    name = stranger.first - _abbreviated(sentence, stranger.first)
    own = body if titles_of(sentence, body, replace(stranger, first=name), titles) else None
    own = own or (body if _speaks_for(sentence, body, name, titles) else None)
    return replace(stranger, actor=replace(stranger.actor, parent=own.actor.actor_id)) if own else stranger


def _speaks_for(sentence: Sentence, body: Mention, name: int, titles: Sequence[Span]) -> bool:
    """Tell whether an office "of" or "for" a body stands before a name: "a spokesman for the army, X Y"."""
    light = {at for c in ("of", "about", "article") for s in sentence.of(c) for at in range(s.first, s.last)}
    office = any(s.last < body.first and {*range(s.last, body.first)} <= light for s in titles)
    return office and _only_titles(sentence, body.last, name)


def _abbreviated(sentence: Sentence, name: int) -> bool:
    """Tell whether the stop of an abbreviated rank stands before a name: "Col. X Y"."""
    return name > 0 and sentence.tokens[name - 1].text == "." and bool(sentence.before("title", name - 1))


def serving(sentence: Sentence, stranger: Mention, found: list[Mention], memory: Memory) -> Mention:
    """Return a stranger with the state of the article as theirs, if a rank tells that they serve one and none which."""
    home = _town_of(sentence) or memory.stage or memory.section or memory.home or memory.focus
    ranks = [
        span for span in sentence.of("service") if 0 <= stranger.first - span.last <= 1 or stranger.first == span.first
    ]
    others = [m for m in found if m.actor.type != "person" and abs(m.first - stranger.first) <= BESIDE]
    if stranger.actor.type != "person" or stranger.actor.parent or not home or not ranks or others:
        return stranger
    return replace(stranger, actor=replace(stranger.actor, parent=home))


def _town_of(sentence: Sentence) -> str:
    """Return the country of the great town with which a sentence begins: "In Dar es Salaam, army spokesman X said"."""
    begins = next((s.last for s in sentence.of("where", "in") if s.first == 0), 0)
    near = range(begins + 1, min(begins + TOWN, len(sentence.tokens))) if begins else range(0)
    comma = next((at for at in near if sentence.tokens[at].text == ","), 0)
    return great_town(" ".join(token.text for token in sentence.tokens[begins:comma])) if comma else ""


def titles_of(sentence: Sentence, mention: Mention, person: Mention, titles: Sequence[Span]) -> bool:
    """Tell whether a name only belongs to the title of a person after it: "the president of Russia Vladimir Putin"."""
    near = any(abs(s.last - mention.first) <= 1 or mention.last <= s.first < person.first for s in titles)
    if mention.actor.type != "person" and heads(sentence, mention, person, titles):
        return True
    if mention.actor.type == "person" or not near or not _only_titles(sentence, mention.last, person.first):
        return False
    comma = sentence.tokens[mention.last : mention.last + 1]  # "500 soldiers in Poland, President X announced"
    return not (comma and comma[0].text == "," and sentence.preceded(mention.first, "where"))


def heads(sentence: Sentence, mention: Mention, person: Mention, titles: Sequence[Span]) -> Span | None:
    """Return the office of which a name says more, where a comma parts it from the person.

    "The head of Hezbollah's bloc in parliament, X".
    """
    read, comma = sentence.tokens, person.first - 1
    ofs = [s for s in sentence.of("of") if mention.first in (s.last, s.last + sentence.at("article", s.last))]
    office = next((s for s in titles for of in ofs if s.last == of.first), None)
    own = mention.last < comma and read[mention.last].text in ("'", "’")
    if office is None or not own or read[comma].text != "," or comma - mention.last > OFFICE:
        return None
    return office if all(read[at].text.islower() for at in range(mention.last + 1, comma)) else None


def _only_titles(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether nothing but titles, articles and possessives stands between two names."""
    light = {at for c in ("title", "article", "of") for s in sentence.of(c) for at in range(s.first, s.last)}
    return last - first <= BETWEEN and all(
        at in light or sentence.tokens[at].folded in ("'", "s", ",") for at in range(first, last)
    )
