"""Which event each count of a sentence is told of. Knows no language.

An event takes the count right after it ("killing 12 farmers") or else the last one before it ("12 farmers were
killed"); counts in one list share it, a part of a count ("among them two women") goes with its whole. What is left
takes the nearest event that stands in its clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .carried import carried
from .counting import SERVE, Count
from .departures import SENT
from .halves import around, seizures
from .lists import Lists
from .meant import (
    did_it,
    has_object,
    may_move,
    of_others,
    people_meant,
    relative,
    replacing,
    tells_it,
    told_otherwise,
)
from .parts import Parts
from .presence import (
    LOSSES,
    LOST,
    abroad,
    found_dead,
    loss,
    of_losses,
    of_those,
    presence,
    there,
    together,
)
from .reading import Reading
from .strength import changed_by, swelled
from .text import Span
from .verbs import BARE, HOW, Verbs
from .whereabouts import kept, moved_too, sized, whole_of_later
from .wholes import wholes

QUOTES = '"“”'
EVENTS = ("outcome", "movement", "other_event")


class Binding:
    """The counts of one sentence, each with the event that it is told of."""

    def __init__(self, reading: Reading, counts: Sequence[Count]) -> None:
        self.reading = reading
        self.counts = counts
        self.read = reading.sentence.tokens
        self._events: dict[int, Span] = {}
        self._direct: set[int] = set()  # where the verbs stand that have a count as their object
        self.wholes: Mapping[int, Span] = {}  # the counts of whom another one tells a part, with what is said of them
        if not counts:
            return  # nobody asks
        events = (s for category in EVENTS for s in reading.sentence.of(category) if not people_meant(self.reading, s))
        formed = {s.first for s in reading.sentence.of("formation") if any(sized(reading, s, c) for c in counts)}
        told = [*events, *around(reading, counts), *seizures(reading, counts)]
        self._formations = [s for s in told if s.first in formed]
        events = (s for s in told if s.first not in formed)  # "the 1,200-strong contingent left"
        found = together(reading, sorted(events, key=lambda s: (s.first, s.last)), counts)
        self.wholes = wholes(reading, counts, found)
        found = [s for s in found if s not in self.wholes.values()]
        self.all = found
        self.parts = Parts(reading, counts, found)
        self._lists = Lists(reading, counts, found, self.parts)
        self._verbs = Verbs(reading, counts, found, self.parts, self._lists)
        whole = [s for s in found if self.part(s.first) is None]
        self._take(whole, [i for i, c in enumerate(counts) if self.part(c.first) is None])
        for part in self.parts.all:
            inside = [i for i, c in enumerate(counts) if part[0] <= c.first < part[1]]
            head = next((c for c in reversed(counts) if c.last <= part[0]), None)
            told = [s for s in found if part[0] <= s.first < part[1]]
            known = self._events.get(self.counts.index(head)) if head else None
            told = [
                s for s in told if not (known and known.cue.category == "outcome" and s.cue.value in SERVE)
            ]  # "two of whom served with the UN"
            self._take([s for s in told if head is None or may_move(self.reading, head, s)], inside)
            self._with_the_whole(part, inside)

    def event(self, count: Count) -> Span | None:
        """Return what a count is told of; ``None`` where nothing is."""
        place = self.counts.index(count)
        if whole := self.wholes.get(place):
            return whole
        if tells_it(self.reading, count):
            return None
        if (verb := replacing(self.reading, count)) is not None:
            return Span(SENT, verb.first, verb.last)
        if did_it(self.reading, count) and not changed_by(self.reading, count.number_first):
            return None  # "shot dead by two men"
        found = self._moved_too(count) or self._kept(place) or there(self.reading, count)
        if found and found.cue.category == "movement" and (lost := loss(self.reading, count)):
            found = lost  # "Italy, which has lost 11 men, is to bring the last of them home"
        if found and found.cue.category == "other_event":
            found = carried(self.reading, count) or found  # "mobilised 50,000 soldiers to Ladakh"
        found = found or self._total(place) or loss(self.reading, count)
        found = found or carried(self.reading, count) or self._nearest(count)
        later = whole_of_later(self.reading, self.counts, place)
        if found and 0 < later <= found.first:
            return abroad(self.reading, count) if found.cue.category == "movement" else None
        if found and found.first < count.first and self.reading.sentence.before("said_by", count.first):
            return None  # "kata seorang perwira": who tells of it
        if found and self._tells(count, found):
            return None
        if found and count.unknown and any(self.reading.sentence.at(c, found.first) for c in ("loss", "claims")):
            return None  # "lost two players"
        if found and found.cue.value == "killed" and of_losses(self.reading, count, found):
            return Span(LOST, found.first, found.last)
        dead = found_dead(self.reading, count)
        # "lost 23 soldiers and another 29 were wounded": not "lost 23 soldiers wounded", "took 30 soldiers prisoner"
        more = found is not None and found.first > count.last + 1 and found.cue.value in ("wounded", "missing")
        lost = loss(self.reading, count) if more else None
        found = lost or found
        found = dead if found and dead and found.cue.value != "killed" else found or dead  # bodies are nobody else
        found = found or of_those(self.reading, count) or presence(self.reading, count)
        found = found or next((e for e in self._formations if sized(self.reading, e, count)), None)
        return found or self._called_so(count)

    def _tells(self, count: Count, event: Span) -> bool:
        """Tell whether those counted tell of something behind a comma: "according to two officers, 14 were killed"."""
        sentence = self.reading.sentence
        spans = [s for s in sentence.of("said_by") if s.last == count.first and not sentence.at("speech", s.first)]
        by = any(s.first == 0 or self.read[s.first - 1].text in (",", *QUOTES) for s in spans)
        return by and any(self.read[at].text == "," for at in range(count.last, event.first))

    def _called_so(self, count: Count) -> Span | None:
        """Return what befell those who are called by it: "among the 96 dead were nine children"."""
        the = count.bare and self.reading.sentence.before("definite", count.first)
        told = (e for e in self.all if e.first == count.last and e.cue.category == "outcome")
        told = (e for e in told if all(n.first != e.last for n in self.reading.numbers))  # not "the 12 killed two"
        return next(told, None) if the else None

    def _kept(self, place: int) -> Span | None:
        """Return what a verb says of a count, unless the words around say where they are: "has 500 men in Mali"."""
        told = self._events.get(place)
        moved = told is None or told.cue.category == "movement"
        return (kept(self.reading, self.counts, place, told) if moved else None) or told

    def _moved_too(self, count: Count) -> Span | None:
        """Return where people go of whom a verb only says how many they are: "the force, numbering 450, left for X"."""
        later = (e for e in self.all if e.first >= count.last and e.cue.value in ("sent", "withdrawn"))
        event = next(later, None)
        if event is None or event in self._events.values() or of_others(self.reading, count, event):
            return None
        return event if moved_too(self.reading, count, event) else None

    def whole(self, count: Count) -> bool:
        """Tell whether another count is a part of this one, of which more is told: "600 died, of 15,000 sent"."""
        return self.counts.index(count) in self.wholes

    def bound(self, count: Count) -> bool:
        """Tell whether a verb has the count as its object or subject, rather than the nearest event being meant."""
        return self.counts.index(count) in self._events

    def part(self, at: int) -> tuple[int, int] | None:
        """Return the part in which a token stands; ``None`` for one outside of all."""
        return self.parts.at(at)

    def _take(self, events: Sequence[Span], places: Sequence[int]) -> None:
        """Bind events to the counts at the places: after them, else before them, then lists."""
        direct = {e.first: i for e in events if (i := self._verbs.takes(e, places)) is not None}
        self._direct |= direct.keys()
        taken = set(direct.values())
        for place in places:
            own = [e for e in events if self.counts[place].inside(e) and self._told_inside(place, e)]
            if own and not self.counts[place].bare:
                self._events[place] = own[-1]  # "19 fatalities and dozens of people hurt"
        for event in events:
            if event.first not in direct and (subject := self._verbs.befalls(event, places)) is not None:
                place = subject
                known = self._events.get(place)
                said_of_whom = known is not None and relative(self.reading, self.counts[place], known)
                if known is None or (
                    (event.cue.category == "outcome" and (known.cue.category == "movement" or said_of_whom))
                    or (event.cue.value in HOW and said_of_whom)
                    or (event.cue.value, known.cue.value) == ("sent", "stationed")
                ):
                    self._events[place] = event  # "two soldiers sent to Mali were killed"
                for earlier in self._listed_with(place, places, taken):
                    self._events[earlier] = event
        for event in events:
            if event.first not in direct:
                continue
            place = direct[event.first]
            if place in self._events and self._events[place].first > event.first and self.counts[place].bare:
                continue
            self._events[place] = event
            for later in places[places.index(place) + 1 :]:
                if later in self._events or later in taken or not self._lists.one(later - 1, later):
                    break
                self._events[later] = event

    def _listed_with(self, place: int, places: Sequence[int], taken: set[int]) -> list[int]:
        """Return the counts before one in its list, of which its verb tells as well.

        Where another verb has the list's first as its object, ", and" begins what is told of those after it: "killed 12
        people and three soldiers, and five were wounded".
        """
        found: list[int] = []
        near: list[int] | None = None  # those behind the last ", and"
        for earlier in reversed(places[: places.index(place)]):
            losses = earlier in self._events and self._events[earlier].cue.value == LOSSES
            if not self._lists.one(earlier, earlier + 1) or self._total(earlier):
                break
            gap = range(self.counts[earlier].last, self.counts[earlier + 1].first)
            if near is None and self.read[gap.start].text == "," and len(self._lists.joints(gap)) > 1:
                near = [*found]
            if earlier in taken and not losses:
                return found if near is None else near
            if earlier in self._events and not losses:
                break
            found.append(earlier)
        return found

    def _told_inside(self, place: int, event: Span) -> bool:
        """Tell whether the words of a count tell what befell those counted, whatever the sentence goes on to tell."""
        parted = place + 1 < len(self.counts) and self.counts[place + 1].part
        return event.cue.value in ("killed", "wounded") or (parted and event.cue.category == "outcome")

    def _total(self, place: int) -> Span | None:
        """Return the noun before a count that is its total: "the death toll has reached 50,021, with 9 hurt"."""
        count, sentence = self.counts[place], self.reading.sentence
        totals = self._said_in_all(count)
        begin = self.counts[place - 1].last if place else 0
        nouns = {span.first for span in sentence.of("casualty_noun")}
        told = [e for e in self.all if totals and begin <= e.first < count.first and e.cue.category == "outcome"]
        others = self._events.values()  # "51 were killed and 174 wounded, bringing the total killed to 2,306"
        told = [e for e in told if e not in others] or told
        heads = [e for e in told if e.first in nouns]
        reckoned = [s for s in sentence.of("reckon") if told and s.last <= told[-1].first]
        heads = heads or (told[-1:] if reckoned and count.bare else [])  # "put the number of soldiers killed at 17"
        heads = [e for e in heads if e.cue.value != LOSSES] or [e for e in told[-1:] if e.cue.value == LOSSES]
        if place and totals and not heads and count.bare and (tally := swelled(self.reading, begin, count.first)):
            fell = [e for e in told if e.last <= tally.first]  # "two died, bringing the total for the month to 45"
            return fell[-1] if fell else None
        if heads or not (totals and place) or told:
            return heads[-1] if heads else None
        before = self.event(self.counts[place - 1])  # "the toll rose from 40 to 61", "first put at 25, later at 34"
        return before if before and before.cue.category == "outcome" and before.last <= begin else None

    def _said_in_all(self, count: Count) -> list[Span]:
        """Return the words before a count, or as its qualifier, by which it is a total: "reached", "have topped"."""
        sentence = self.reading.sentence
        before = [span for at in (count.first, count.first - 1) for span in sentence.before("totals", at)]
        return before or [span for span in sentence.of("totals", "") if span.first == count.first]

    def _with_the_whole(self, part: tuple[int, int], inside: Sequence[int]) -> None:
        """Give the counts of a part the event of the count that they are a part of."""
        before = [i for i, c in enumerate(self.counts) if c.last <= part[0]]
        if before and before[-1] not in self._events and (dead := found_dead(self.reading, self.counts[before[-1]])):
            self._events[before[-1]] = dead
        told = [event for i in before if (event := self._kept(i) or self._total(i))]
        named = any(not self.counts[place].bare for place in inside)
        if before and named and not told:  # "Fatalities: 4 (2 soldiers, 2 civilians)"
            told = [e for i in before[-1:] if (e := self._nearest(self.counts[i])) and e.cue.category == "outcome"]
        for place in inside:
            if told and place not in self._events and not self.counts[place].unknown:
                self._events[place] = told[-1]

    def _nearest(self, count: Count) -> Span | None:
        """Return the nearest event of the count's clause that is not another count's."""
        reading = self.reading
        clause, here = reading.clause(count.first), self.part(count.first)
        others = [n for n in reading.numbers if n.last <= count.first or n.first >= count.last]
        best: tuple[tuple[int, bool, bool], Span] | None = None
        for span in self.all:
            if not (clause[0] <= span.first and span.last <= clause[1]):
                continue
            if span.first in self._direct and count.last <= span.first:
                continue  # who stands before a verb that has an object did it
            if span.last <= count.first and told_otherwise(reading, count, span):
                continue
            between_them = range(span.last, count.first)
            apart = any(self.read[at].text == "," for at in between_them)
            if apart and span in self._events.values() and not count.listed:
                continue  # it is told of others: "600 dead, two members of the committee"
            distance = 0 if count.inside(span) else count.span.distance(span)
            between = [n.first for n in others if _between(count, span, n.first) and reading.counts_people(n)]
            between = [at for at in between if not self._beside_it(count, at)]
            total = any(span.last <= count.first or count.bare for span in self._said_in_all(count))
            if count.bare and distance > BARE and not (total and span.first < count.first):
                continue
            if (
                between
                or (count.unknown and not count.inside(span))
                or (self._apart(count, span) and not total)
                or self.part(span.first) not in (None, here)
            ):
                continue
            if span.first >= count.last and (has_object(self.reading, span) or of_others(self.reading, count, span)):
                continue
            quotes = [at for at in range(span.last, count.first) if self.read[at].text in QUOTES]
            quotes += [at for at in range(count.last, span.first) if self.read[at].text in QUOTES]
            if len(quotes) % 2:
                continue  # what is quoted tells of nobody outside
            # Of two as near, "killed and 4,100 wounded": the one that follows.
            key = (distance + 30 * len(between), span.first < count.first, span.cue.category != "outcome")
            if best is None or key < best[0]:
                best = (key, span)
        return best[1] if best else None

    def _apart(self, count: Count, event: Span) -> bool:
        """Tell whether the count stands in another clause that says when or who: "wounded when two men …"."""
        dates = self.reading.when_told  # "since Thursday" begins no clause
        return any(
            event.last <= span.first
            and span.last <= count.first
            and not any(when.first <= span.first < when.last or when.first == span.last for when in dates)
            for span in self.reading.sentence.of("subordinate")
        )

    def _beside_it(self, count: Count, at: int) -> bool:
        """Tell whether a further number goes with a count: a part of it, or joined to it."""
        sentence = self.reading.sentence
        joined = any(count.last <= span.first and span.last <= at for span in sentence.of("joint", "and"))
        joined = joined and 0 <= at - count.last <= 3 and self._lists.light(range(count.last, at))
        return self.part(at) is not None or joined


def _between(count: Count, span: Span, token: int) -> bool:
    return count.last <= token < span.first or span.last <= token < count.first
