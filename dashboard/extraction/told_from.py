"""Where a statement was made, which is not where what it tells was: "said in Geneva that …". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.facts import is_country

from .bodies import CABINET
from .gazetteer import great_town
from .lookup import Lexicon
from .memory import Mention
from .text import Sentence, Span, fold

SPEAKS = 2  # tokens of a place before the verb by which those speak who are there
HEARERS = 2  # words for those who hear something: "told lawmakers in"
HOUSE = 2  # words of a house's name before what it is: "at Ghent University"
GOVERNS = 4  # tokens between an occasion and the word of place: "talks with his counterparts in"
SEATS = frozenset({"new york", "geneva", "the hague"})  # of bodies of the world, beside the capitals of states
OCCASIONS = ("statement", "no_meeting", "meeting", "meeting_with", "motion", "speech", "tells", "hearers")


class Telling:
    """Who tells something in one sentence, and where."""

    def __init__(self, text: str, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self._text, self._sentence, self._mentions, self._lexicon = text, sentence, mentions, lexicon

    def parts(self, clause: tuple[int, int], near: Span) -> Iterator[tuple[int, int]]:
        """Yield the parts of a clause that tell of an event, without who says so: "X said in Y on Monday that …"."""
        if before := [each.last for each in self._verbs(near) if clause[0] <= each.first and each.last <= near.first]:
            yield from ((at, clause[1]) for at in (*self._that(max(before), near), max(before)))
        if after := [each.first for each in self._told_by(near) if each.first < clause[1]]:
            yield clause[0], self._comma(near, min(after))

    def of_statement(self, place: Span, name: str, country: str, near: Span) -> bool:
        """Tell whether a place is only where an event is told of: "X said in Y", "at a briefing in Y, X said".

        So is the capital of a state or the seat of a body of the world where the verb of saying or an occasion to
        speak leads to it, or where who speaks is of another state.
        """
        capital = fold(self._lexicon.capitals.get(country, ""))
        if fold(name) not in SEATS and fold(name) != capital:
            return False
        after = [each.first for each in self._told_by(near)]
        if after and place.first >= self._comma(near, min(after)):
            return place.first > min(after) or self._occasion(place) or self._foreign((min(after), min(after)), country)
        before = [each for each in self._verbs(near) if each.last <= near.first]
        if not before:
            return False
        said = before[-1]
        if place.first >= said.last:
            return any(place.last <= at for at in self._that(said.last, near))
        return self._occasion(place) or self._foreign((0, said.first), country)

    def said_in(self, where: Span, near: Span) -> bool:
        """Tell whether a word of place only leads to where those are who tell it, or where they do."""
        return self._of_a_speaker(where, near) or self._of_the_saying(where, near)

    def theirs(self, near: Span) -> set[int]:
        """Return the tokens from which on a place is only theirs who speak: "researchers at X University in"."""
        return self._of_who_speaks(near) | self._seats()

    def _verbs(self, near: Span) -> list[Span]:
        """Return the verbs of saying, where what is told is one that is said to have been somewhere."""
        told = near.cue.category in ("movement", "outcome")
        return sorted([*self._sentence.of("speech"), *self._sentence.of("tells")] if told else [], key=_first)

    def _told_by(self, near: Span) -> list[Span]:
        """Return the words behind an event that say whose statement it is: "…, X said", "…, kata X"."""
        verbs = self._verbs(near)
        told = near.cue.category in ("movement", "outcome")
        by = [*self._sentence.of("said_by"), *self._sentence.of("refers_back")] if told else []
        return [each for each in (*verbs, *by) if near.last <= each.first]

    def _that(self, at: int, near: Span) -> list[int]:
        """Return where "that" begins what is said after a verb of saying, if it does."""
        return [each.last for each in self._sentence.of("that") if at <= each.first and each.last <= near.first][:1]

    def _comma(self, near: Span, said: int) -> int:
        """Return where an event ends that is told before the verb of saying: at the last comma between them."""
        read = self._sentence.tokens
        return next((at for at in range(said - 1, near.last - 1, -1) if read[at].text == ","), said)

    def _occasion(self, place: Span) -> bool:
        """Tell whether an occasion to speak leads to a place: "at a briefing in", "on a visit to", "speaking in"."""
        wheres = [*self._sentence.before("where", place.first), *self._sentence.before("visit_to", place.first)]
        firsts = [each.first for each in wheres] or [place.first]
        return any(
            0 <= first - each.last <= GOVERNS for c in OCCASIONS for each in self._sentence.of(c) for first in firsts
        )

    def _foreign(self, part: tuple[int, int], country: str) -> bool:
        """Tell whether somebody of another state or of a body of the world is named among those who speak."""
        sides = (self._side(m) for m in self._mentions if part[0] <= m.first < part[1] and m.actor.type != "state")
        return any(side and side != country for side in sides)

    def _side(self, mention: Mention) -> str:
        return self._lexicon.actors.side(mention.actor.actor_id) or mention.actor.parent

    def _of_a_speaker(self, span: Span, near: Span) -> bool:
        """Tell whether a place behind an event is only that of those who told it: "officials in Kyiv said"."""
        told = [each.first for each in self._sentence.of("speech") if each.first >= near.last]
        if near.cue.category != "movement" or span.first < near.last or span.cue.value != "in":
            return False
        if any(m.first < span.first < m.last for m in self._mentions if m.actor.type == "organisation"):
            return True  # "according to the defence ministry in Berlin"
        return any(0 < at - span.last <= SPEAKS for at in told)

    def _of_the_saying(self, span: Span, near: Span) -> bool:
        """Tell whether a place is that where something was said: "told reporters in X", "Zelensky di X mengatakan"."""
        if span.cue.value != "in" or near.cue.category not in ("movement", "outcome"):
            return False
        read = self._sentence.tokens
        for said in self._sentence.of("speech"):
            apart = near.last <= said.first or span.last < near.first
            gap = read[said.last : span.first]
            if (
                apart
                and 0 <= span.first - said.last <= HEARERS
                and all(t.text.isalpha() and t.text.islower() for t in gap)
            ):
                return True
            if 0 < said.first - span.last <= SPEAKS and said.last <= near.first:
                speakers = [m for m in self._mentions if m.last == span.first]
                return any(m.actor.type == "person" for m in speakers) or bool(
                    self._sentence.before("title", span.first)
                )
        return False

    def _of_who_speaks(self, near: Span) -> set[int]:
        """Return the ends of the names after which a place is only theirs who speak: "researchers at X University in".

        A state's own body is where its people are: "the health ministry in Gaza said".
        """
        speech = [each.first for each in self._sentence.of("speech") if each.last <= near.first]
        bodies = [m for m in self._mentions if m.actor.type == "organisation" and not is_country(m.actor.parent)]
        houses: list[Span | Mention] = [*self._sentence.of("house"), *bodies]
        theirs = [each for each in houses if speech and each.last <= speech[0]]
        at = {w.first for w in self._sentence.of("where") if any(0 <= e.first - w.last <= HOUSE for e in theirs)}
        return at | {each.last for each in theirs}

    def _seats(self) -> set[int]:
        """Return the tokens of "in" after which a body only has its seat: "the defence ministry in Paris said"."""
        bodies = {each.last for each in self._sentence.of("body") if each.cue.value != CABINET}
        return {
            each.first
            for each in self._sentence.of("where", "in")
            if each.first in bodies and each.last < len(self._sentence.tokens) and self._is_seat(each.last)
        }

    def _is_seat(self, at: int) -> bool:
        """Tell whether a capital or a great town stands here and is the end of who speaks."""
        last = at + 1
        return self._sentence.at("speech", last) and bool(great_town(self._sentence.words(self._text, at, last)))


def _first(span: Span) -> int:
    return span.first
