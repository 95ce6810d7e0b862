"""A sentence as the rules see it: its spans, numbers, dates, names and attribution. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.facts import Document

from .attribution import Attribution, attribution
from .dates import When, dates
from .mentions import Lexicon, Memory, Mention, mentions
from .numbers import Number, numbers
from .text import Sentence, Span, dateline, sentences, tokens


@dataclass
class Reading:
    """What a sentence of a document holds."""

    document: Document
    lexicon: Lexicon
    sentence: Sentence
    mentions: list[Mention]
    numbers: list[Number]
    dates: list[When]
    attribution: Attribution
    memory: Memory

    @property
    def text(self) -> str:
        """The whole document's text, which offsets count in."""
        return self.document.text

    def clause(self, at: int) -> tuple[int, int]:
        """Return the tokens between which the clause of a token lies."""
        borders = self.sentence.of("clause")
        start = max((span.last for span in borders if span.last <= at), default=0)
        end = min((span.first for span in borders if span.first > at), default=len(self.sentence.tokens))
        return start, end

    def within(self, category: str, clause: tuple[int, int], value: str = "") -> list[Span]:
        """Return the spans of a category inside a clause."""
        return [s for s in self.sentence.of(category, value) if clause[0] <= s.first and s.last <= clause[1]]

    def named(self, clause: tuple[int, int]) -> list[Mention]:
        """Return the mentions inside a clause."""
        return [m for m in self.mentions if clause[0] <= m.first and m.last <= clause[1]]

    def evidence(self) -> tuple[str, int, int]:
        """Return the sentence's words with their offsets in the document, white space around them left out."""
        start, end = self.sentence.tokens[0].start, self.sentence.tokens[-1].end
        return self.text[start:end], start, end

    def place(self, clause: tuple[int, int]) -> tuple[str, str]:
        """Return the place and the country (ISO 3166-1 alpha-3) where the clause says that something was.

        A settlement or region after a word of place wins; then a state after one, whose name is the place.
        """
        markers = {span.last for value in ("in", "to") for span in self.within("where", clause, value)}
        for span in self.within("place", clause):
            if span.first in markers:
                place = self.lexicon.places[span.cue.value]
                return place.place, place.country
        for mention in self.named(clause):
            if mention.actor.type == "state" and mention.first in markers:
                return mention.actor.name, mention.actor.actor_id
        return "", ""


def readings(document: Document, lexicon: Lexicon) -> Iterator[Reading]:
    """Read a document sentence by sentence; a memory of what was named goes along."""
    memory = Memory()
    for start, end in sentences(document.text):
        read = tokens(document.text, start, end)
        read = read[dateline(read) :]
        if not read:
            continue
        sentence = Sentence(start, end, read, lexicon.phrases.find(read))
        found = mentions(sentence, lexicon, memory)
        yield Reading(
            document=document,
            lexicon=lexicon,
            sentence=sentence,
            mentions=found,
            numbers=numbers(sentence, lexicon.pack),
            dates=dates(sentence, document.published),
            attribution=attribution(sentence, found),
            memory=memory,
        )
