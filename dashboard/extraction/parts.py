"""What is told by the way of some of those counted: ", including two women and a child,". Knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from .counting import Count
from .reading import Reading
from .text import Span

PART = 3  # tokens between the comma and the word that begins a part: ", five of them"
BEHIND = 7  # the same where the word ends the part: ", the commander of the base among them,"
FEWEST = 2  # people who may be told one by one
LISTED = 6  # tokens between two of those who are told one by one
OPENS, CLOSES = ",:(-–—", ",.;)-–—"  # what stands before such a list, and behind it


class Parts:
    """The parts of one sentence, from token to token (exclusive); ``events`` are what it tells to have happened."""

    def __init__(self, reading: Reading, counts: Sequence[Count], events: Sequence[Span]) -> None:
        self.reading, self.counts, self.events = reading, counts, events
        self.read = reading.sentence.tokens

    @cached_property
    def all(self) -> list[tuple[int, int]]:
        """From where to where a part of what is counted is told by the way: ", including two women and a child,"."""
        found = self._set_off()
        found += [each for each in self._one_by_one() if not any(begin <= each[0] < end for begin, end in found)]
        for span in self.reading.sentence.of("subset"):
            first = span.first
            closes = self.read[span.last : span.last + 1]
            reach = BEHIND if closes and closes[0].text in ",)–—" else PART
            while first > 0 and span.first - first < reach and self.read[first - 1].text not in ",(-–—;":
                first -= 1
            if first == 0 or self.read[first - 1].text not in ",(-–—":
                first = span.first
                if any(c.last == first for c in self.counts):
                    continue  # "168 of them have died"
            if any(begin <= first < end for begin, end in found):
                continue
            behind = first < span.first and self.read[span.last : span.last + 1]  # "an officer among them,"
            end = span.last if behind and behind[0].text in ",)–—" else self._end(span.last)
            if any(first <= c.first < end for c in self.counts):
                found.append((first, end))
        return found

    def _set_off(self) -> list[tuple[int, int]]:
        """Return what stands between two dashes or in brackets, with counts, behind a count that it may be part of."""
        marks = [at for at, token in enumerate(self.read) if token.text in "–—("]
        found: list[tuple[int, int]] = []
        for at in marks:
            closing = ")" if self.read[at].text == "(" else self.read[at].text
            end = next((e for e in range(at + 1, len(self.read)) if self.read[e].text == closing), 0)
            if not end and any(c.first == at + 1 for c in self.counts):
                end = self._end(at + 1)  # "the toll to 20 – 14 civilians and six soldiers"
            inside = any(at < c.first < end for c in self.counts)
            if end and inside and any(c.last <= at for c in self.counts) and not (found and at < found[-1][1]):
                found.append((at + 1, end))
        return found

    def _one_by_one(self) -> list[tuple[int, int]]:
        """Return the lists that make up the number before them: "two people, a man and a boy, were hurt"."""
        found: list[tuple[int, int]] = []
        for place, whole in enumerate(self.counts):
            if whole.size < FEWEST or any(begin <= whole.first < end for begin, end in found):
                continue
            total, last = 0, whole
            for count in self.counts[place + 1 :]:
                exact = count.number.best if count.number and count.number.qualifier == "exact" else None
                gap = range(last.last, count.first)
                if exact is None or len(gap) > LISTED or any(self.read[at].text in ".;" for at in gap):
                    break
                total, last = total + exact, count
                if total >= whole.size:
                    break
            first = self.counts[place + 1].first if last is not whole else 0
            listed = last is not whole and last is not self.counts[place + 1] and total == whole.size
            closed = last.last >= len(self.read) or self.read[last.last].text in CLOSES
            if listed and closed and self.read[first - 1].text in OPENS:
                found.append((first, last.last))
        return found

    def at(self, at: int) -> tuple[int, int] | None:
        """Return the part in which a token stands; ``None`` for one outside of all."""
        return next((part for part in self.all if part[0] <= at < part[1]), None)

    def _end(self, at: int) -> int:
        """Return where a part ends: at the comma, bracket or dash after which no further count goes on."""
        starts = {c.first for c in self.counts}
        for place in range(at, len(self.read)):
            if self.read[place].text in ";)–—" or self.reading.sentence.at("clause", place):
                return place
            goes_on = any(place < start <= place + 2 for start in starts)
            if self.read[place].text == "," and place > at and not (goes_on and self._list_goes_on(place)):
                return place
        return len(self.read)

    def _list_goes_on(self, comma: int) -> bool:
        """Tell whether the counts after a comma belong to a list that ends in another comma."""
        later = [c for c in self.counts if c.first > comma]
        events = [s.first for s in self.events if s.first > comma]
        commas = [at for at in range(comma + 1, len(self.read)) if self.read[at].text in ",;)–—"]
        ends = [at for at in commas if later and at > later[0].first]
        return bool(ends and events) and events[0] > ends[0]
