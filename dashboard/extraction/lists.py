"""Which counts of a sentence stand in one list: "300 men from X, 200 from Y and a doctor". Knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from .casing import is_shouted
from .counting import Count
from .parts import Parts
from .reading import Reading
from .text import Span

LISTED = 4  # tokens between two counts of one list
LIGHT = ("joint", "article", "possessive", "measure", "of", "where", "qualifier", "then", "all_those")


class Lists:
    """The counts of one sentence as they are joined; ``events`` are what it tells to have happened."""

    def __init__(self, reading: Reading, counts: Sequence[Count], events: Sequence[Span], parts: Parts) -> None:
        self.reading, self.counts, self.events, self.parts = reading, counts, events, parts
        self.read = reading.sentence.tokens

    def one(self, first: int, last: int) -> bool:
        """Tell whether two counts stand in one list, with nothing but a comma or "and" and an article between them."""
        gap = range(self.counts[first].last, self.counts[last].first)
        told = [at for at in gap if self.parts.at(at) is None and at not in self._names]
        return len(told) <= LISTED and self.joined(told) and all(at in self._light for at in told)

    @cached_property
    def _light(self) -> set[int]:
        """The tokens that may stand between the counts of a list: joints, articles, where somebody is from, names."""
        spans = (span for category in LIGHT for span in self.reading.sentence.of(category))
        shouted = is_shouted(self.reading.sentence)
        named = (at for at, token in enumerate(self.read) if token.text[0].isupper() and not shouted)
        names = {*named, *(at for at, token in enumerate(self.read) if token.text == "-")}
        return names | {at for span in spans for at in range(span.first, span.last)}

    def light(self, gap: range) -> bool:
        """Tell whether nothing but what may stand between the counts of a list is among tokens: no verb."""
        return all(at in self._light or at in self._names for at in gap)

    @cached_property
    def _names(self) -> set[int]:
        """The tokens of names and of what stands in brackets after them: "members of the Y Front (YF) and three …"."""
        named = {at for m in self.reading.mentions for at in range(m.first, m.last)}
        read = self.read
        short = (at for at, t in enumerate(read) if t.text in "([" and at - 1 in named and at + 2 < len(read))
        return named | {at for begin in short for at in range(begin, begin + 3) if read[begin + 2].text in ")]"}

    def joined(self, gap: Sequence[int] | range) -> bool:
        """Tell whether "and" or a comma stands among tokens."""
        return bool(self.joints(gap))

    def joints(self, gap: Sequence[int] | range) -> list[Span]:
        """Return the commas and the "and" among tokens."""
        return [span for span in self.reading.sentence.of("joint", "and") if span.first in gap]
