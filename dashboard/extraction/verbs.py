"""Which count of a sentence a verb has as its object or is told of as its subject. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from .counting import Count
from .lists import Lists
from .meant import (
    by_the_way,
    did_it,
    has_object,
    left_out,
    may_move,
    of_a_person,
    of_others,
    own_subject,
    relative,
    who,
)
from .parts import Parts
from .reading import Reading
from .text import Span

DIRECT = 2  # tokens between an event and the count that it takes: an article, "of"
BARE = 4  # tokens between an event and a number without a noun that is known
PREDICATE = 8  # the same where the event is a passive: only people "were killed", whatever they are called
HOW = ("withdrawn", "stationed")  # "850 prajurit yang dikirim ke X pulang": the main verb counts


class Verbs:
    """The verbs of one sentence and what they tell of its counts; ``events`` are what it tells to have happened."""

    def __init__(
        self, reading: Reading, counts: Sequence[Count], events: Sequence[Span], parts: Parts, lists: Lists
    ) -> None:
        self.reading, self.counts, self.events, self.parts, self.lists = reading, counts, events, parts, lists
        self.read = reading.sentence.tokens

    def takes(self, event: Span, places: Sequence[int]) -> int | None:
        """Return the count right after an event, which it takes as its object."""
        for place in places:
            count = self.counts[place]
            begins = count.begins(self.reading.sentence)  # "sent in a battalion of 700 men"
            gap = range(event.last, begins if begins >= event.last else count.first)
            if count.first < event.last or len(gap) > DIRECT:
                continue
            if any(self.read[at].text in ",;:()–—/" for at in gap) or self._ends_here(gap):
                return None
            totals = {s.first for s in self.reading.sentence.of("totals")}
            apart = (s for c in ("where", "posted") for s in self.reading.sentence.of(c))
            if any(s.first in gap and s.first not in totals for s in apart):
                return None  # "killed in three", "98 dead for 11 of their own"
            if did_it(self.reading, count):
                return None  # "12 were killed by a gunman"
            return place
        return None

    def _ends_here(self, gap: range) -> bool:
        """Tell whether something else begins between an event and a count: "and", "when"."""
        return self.lists.joined(gap) or any(s.first in gap for s in self.reading.sentence.of("subordinate"))

    def befalls(self, event: Span, places: Sequence[int]) -> int | None:
        """Return the last count before an event, which is what the event is told of."""
        if has_object(self.reading, event):
            return None
        before = [i for i in places if self.counts[i].last <= event.first or self.counts[i].inside(event)]
        before = [i for i in before if not left_out(self.reading, self.counts[i], event)]
        if not before or not may_move(self.reading, self.counts[before[-1]], event):
            return None
        count = self.counts[before[-1]]
        clause = self.reading.clause(event.first)
        others = [s for s in self.events if count.last <= s.first < event.first and self.parts.at(s.first) is None]
        if event.cue.category == "outcome" or event.cue.value in HOW:
            others = [s for s in others if not relative(self.reading, count, s)]
        elif event.cue.value == "sent":  # "soldiers who serve with the 3rd Division will be flown to"
            others = [s for s in others if s.cue.value != "stationed" or not who(self.reading, count, s)]
        if count.first < clause[0] or others or (count.inside(event) and not count.bare):
            return None
        if by_the_way(self.reading, count, event) or own_subject(self.reading, count, event):
            return None
        others_did = [s for s in self.reading.sentence.of("third") if count.last <= s.first < event.first]
        if count.bare and any(
            not self.reading.sentence.at("speech", s.last) for s in others_did
        ):  # "who, it says, died"
            return None  # "wounded 53 before he was shot dead"
        if of_a_person(self.reading, count, event) or of_others(self.reading, count, event):
            return None
        if count.unknown and self.reading.within("posted", (count.last, event.first)):
            return None  # "2.000 tempat tidur untuk korban luka"
        distance = self._distance(count.last, event.first)
        passive = bool(self.reading.sentence.before("aux", event.first))
        return None if count.bare and distance > (PREDICATE if passive else BARE) else before[-1]

    def _distance(self, first: int, last: int) -> int:
        """Return how many tokens stand between two places, parts told by the way left out."""
        return sum(self.parts.at(at) is None for at in range(first, last))
