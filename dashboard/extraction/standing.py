"""Offices: who holds which, and those inside phrases that stand for their holders. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .casing import is_headline
from .lookup import Lexicon
from .memory import Mention
from .reading import Reading
from .text import Sentence, Span, fold

PHRASE = 2  # tokens of an article and an office
OFFICE = 5  # tokens between a title and the name to which it belongs


def with_offices(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return a sentence with the offices that its pronouns hold: "the president of Peru, X Y"."""
    offices = [*_offices(sentence, lexicon)]
    whole = [span for span in sentence.of("summit_of") if _of_one(sentence, span)]
    if not offices and not whole:
        return sentence
    parts = [part for span in whole for part in _parts(sentence, span, lexicon)]
    return replace(sentence, spans=[*(s for s in sentence.spans if s not in whole), *offices, *parts])


def _of_one(sentence: Sentence, span: Span) -> bool:
    """Tell whether what else is a gathering of ministers is that of one who is named: "pertemuan Menlu X dengan Y"."""
    read, at = sentence.tokens, span.last
    office = span.last - span.first > 1 and read[span.last - 1].text[0].isupper()
    named = at + 1 < len(read) and all(
        read[each].text.istitle() and each not in sentence.known for each in (at, at + 1)
    )
    return office and named


def _parts(sentence: Sentence, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the noun of meeting with which a phrase begins, and the office after it."""
    for first, last in ((span.first, span.first + 1), (span.first + 1, span.last)):
        for inner in lexicon.phrases.find(sentence.tokens[first:last]):
            yield Span(inner.cue, first + inner.first, first + inner.last)


def _offices(sentence: Sentence, lexicon: Lexicon) -> Iterator[Span]:
    read = sentence.tokens
    for span in sentence.of("pronoun"):
        if span.last - span.first == PHRASE:
            for at, categories in ((span.first, ("article",)), (span.first + 1, ("title", "rank"))):
                for inner in lexicon.phrases.find(read[at : at + 1]):
                    if inner.cue.category in categories:
                        yield Span(inner.cue, at, at + 1)


def note_offices(reading: Reading) -> None:
    """Remember which office each person of a sentence was introduced with: "President X", "X, the prime minister"."""
    sentence, memory = reading.sentence, reading.memory
    people = [m for m in reading.mentions if m.actor.type == "person"]
    if people and is_headline(sentence):  # whose capitals may make a name of any words
        people = [m for m in people if m.actor.actor_id in reading.lexicon.actors.actors]
    for span in sentence.of("title") if people else ():
        after = [m for m in people if 0 <= m.first - span.last <= OFFICE and _leads_on(reading, span.last, m.first)]
        before = [m for m in people if m.last < span.first <= m.last + OFFICE and _in_apposition(reading, m, span)]
        for mention in (*after[:1], *(before[-1:] if not after else ())):
            memory.offices.append((office_of(sentence, span), mention.actor))
    for mention in people:  # "Presiden X", which a list has as one name
        own = set(fold(mention.actor.name).split())
        title = [token for token in sentence.tokens[mention.first : mention.last] if token.folded not in own]
        spans = reading.lexicon.phrases.find(title) if title else []
        office = {each.cue.value for each in spans if each.cue.category == "rank"} | {token.folded for token in title}
        if any(each.cue.category == "title" for each in spans):
            memory.offices.append((frozenset(office), mention.actor))


def office_of(sentence: Sentence, span: Span) -> frozenset[str]:
    """Return what tells an office: its words, and the ranks that they stand for."""
    words = {token.folded for token in sentence.tokens[span.first : span.last]}
    ranks = {each.cue.value for each in sentence.of("rank") if each.first == span.first and each.last == span.last}
    return frozenset(words | ranks)


def _leads_on(reading: Reading, first: int, last: int) -> bool:
    """Tell whether only the state, a further title or a comma stands between a title and the name."""
    return all(
        token.text[0].isupper() or token.folded in ("'", "s", ",") or at in _light(reading)
        for at, token in enumerate(reading.sentence.tokens[first:last], start=first)
    )


def _in_apposition(reading: Reading, mention: Mention, span: Span) -> bool:
    """Tell whether a title follows a name after a comma: "X, the prime minister", "X, Mozambique's president"."""
    return reading.sentence.tokens[mention.last].text == "," and _leads_on(reading, mention.last, span.first)


def _light(reading: Reading) -> set[int]:
    named = ("article", "of", "title")
    light = {at for c in named for s in reading.sentence.of(c) for at in range(s.first, s.last)}
    return light | {s.first for s in reading.sentence.of("joint", "and")}  # "State Councilor and Foreign Minister X"
