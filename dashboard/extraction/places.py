"""Where something was: the places that a sentence names after words of place. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.facts import is_country

from .bodies import CABINET
from .gazetteer import CERTAIN, GREAT, KINDS_OF_REGION, great_town, towns
from .language import Cue
from .lookup import Lexicon
from .memory import Mention
from .text import Sentence, Span, fold

PLACE = Cue("place", "")
REGION = 6  # letters of a region's name that is no other word
SPEAKS = 2  # tokens of a place before the verb by which those speak who are there
HOUSE = 2  # words of a house's name before what it is: "at Ghent University"


class Places:
    """The places of one sentence. ``sides`` are the states and groups that its document has named so far."""

    def __init__(
        self, text: str, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon, sides: frozenset[str]
    ) -> None:
        self._text, self._sentence, self._mentions = text, sentence, mentions
        self._lexicon, self._sides = lexicon, sides
        self._known: dict[tuple[tuple[int, int], Span | None], tuple[str, str]] = {}

    def _within(self, category: str, clause: tuple[int, int], value: str = "") -> list[Span]:
        return [s for s in self._sentence.of(category, value) if clause[0] <= s.first and s.last <= clause[1]]

    def where(self, clause: tuple[int, int], near: Span | None = None) -> tuple[str, str]:
        """Return the name of a clause's place and its country (ISO 3166-1 alpha-3), each empty where none is told.

        A settlement or region after a word of place wins, the nearest to ``near``; then a state after one, whose name
        is the place.
        """
        key = (clause, near)
        if key not in self._known:
            self._known[key] = self._where(clause, near)
        return self._known[key]

    def country(self) -> str:
        """Return the country where the whole sentence is."""
        return self.where((0, len(self._sentence.tokens)))[1]

    def _where(self, clause: tuple[int, int], near: Span | None) -> tuple[str, str]:
        to = {each.last for each in self._sentence.of("where", "to")} if near and near.cue.value == "sent" else set()
        markers = self._markers(clause, near) | self._after_commas(clause)
        found = sorted(
            self._places(clause, sorted(markers)),
            key=lambda each: (bool(to) and each[0].first not in to, near.distance(each[0]) if near else each[0].first),
        )
        if found:
            return found[0][1], found[0][2]
        if regions := self._within("region", clause):
            return self._sentence.words(self._text, regions[0].first, regions[0].last), ""
        told_of = near is not None and near.cue.category in ("meeting", "meeting_with", "invitation")
        # "The British contingent in Estonia": a word of place says more than a verb that may have a place after it.
        moved = near is not None and near.cue.category == "movement"
        by_distance = sorted(
            self._mentions,
            key=lambda m: (
                moved and not self._sentence.preceded(m.first, "where", "be_in"),
                near.distance(Span(PLACE, m.first, m.last)) if near is not None and told_of else m.first,
            ),
        )
        for mention in by_distance:
            if (
                mention.actor.type == "state"
                and not (near and near.cue.category == "movement" and self._adjective(mention))
                and clause[0] <= mention.first < clause[1]
                and (mention.first in markers or mention.first - 1 in markers)
            ):
                capital = self._lexicon.capitals.get(mention.actor.actor_id, "")
                told = self._sentence.words_folded(Span(PLACE, mention.first, mention.last))
                return capital if told == fold(capital) else mention.actor.name, mention.actor.actor_id
        return "", ""

    def _markers(self, clause: tuple[int, int], near: Span | None = None) -> set[int]:
        """Return the tokens before which a word says that a place follows: "in", "to", "visited".

        Where somebody else is based is no place of an event that is told.
        """
        spans = [each for value in ("in", "to") for each in self._within("where", clause, value)]
        if near is not None and near.cue.value == "withdrawn":
            spans += self._within("where", clause, "from")
        spans = [each for each in spans if not self._qualifies(each) and not (near and self._of_a_speaker(each, near))]
        based = {each.last for each in self._sentence.of("movement", "stationed") if near is None or each != near}
        based |= self._of_who_speaks(near) | self._seats() if near else set()
        if near is not None and near.cue.category == "outcome":
            spans = [each for each in spans if each.first not in based]
        speech = [each.first for each in self._sentence.of("speech") if near is not None and each.last <= near.first]
        moved = [
            *self._within("meeting", clause, "visit"),
            *(each for each in self._within("be_in", clause) if near and not (speech and each.first < speech[0])),
            *self._within("movement", clause),
            *(self._within("departure", clause) if near and near.cue.value == "withdrawn" else ()),
        ]
        soil = {each.first for each in self._within("soil", clause)}  # "on Ukrainian soil"
        return {each.last for each in (*spans, *moved)} | {m.first for m in self._mentions if m.last in soil}

    def _adjective(self, mention: Mention) -> bool:
        """Tell whether a state's name only says whose people are counted: "28,500 US service members"."""
        before = self._sentence.before("unit", mention.first)
        return self._sentence.at("unit", mention.last) or bool(before and self._lexicon.pack.noun_first)

    def _qualifies(self, span: Span) -> bool:
        """Tell whether a word of place only qualifies a number: "around 2,000 French troops"."""
        read = self._sentence.tokens
        number = span.last < len(read) and read[span.last].text[0].isdecimal()
        return number and self._sentence.at("qualifier", span.first)

    def _of_a_speaker(self, span: Span, near: Span) -> bool:
        """Tell whether a place behind an event is only that of those who told it: "officials in Kyiv said"."""
        told = [each.first for each in self._sentence.of("speech") if each.first >= near.last]
        if near.cue.category != "movement" or span.first < near.last or span.cue.value != "in":
            return False
        if any(m.first < span.first < m.last for m in self._mentions if m.actor.type == "organisation"):
            return True  # "according to the defence ministry in Berlin"
        return any(0 < at - span.last <= SPEAKS for at in told)

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

    def _name_ends(self, at: int) -> bool:
        """Tell whether a place's name is over: "North" in "North Waziristan" is none, "Kharkiv" in "Kharkiv Oblast"."""
        if at >= len(self._sentence.tokens) or not self._sentence.tokens[at].text[0].isupper():
            return True
        known = any(span.first == at for span in self._sentence.spans)
        return known or self._sentence.tokens[at].folded in KINDS_OF_REGION

    def _has(self, at: int) -> bool:
        """Tell whether a name is over and something of its own follows: "to Russia, Seoul's spy agency said"."""
        return at < len(self._sentence.tokens) and self._sentence.tokens[at].text in ("'", "’")

    def _after_commas(self, clause: tuple[int, int]) -> set[int]:
        """Return the tokens where a place goes on after a comma: "in X, Y district, Z"."""
        found: set[int] = set()
        read, end = self._sentence.tokens, min(clause[1], len(self._sentence.tokens))
        for marker in self._markers(clause):
            at = marker
            while at < end and (
                read[at].text[0].isupper() or read[at].text in "-'’," or self._sentence.at("where", at)
            ):
                if read[at].text == "," and at + 1 < end and not self._has(at + 2):
                    found.add(at + 1)
                at += 1
        return found

    def _places(self, clause: tuple[int, int], markers: Sequence[int]) -> Iterator[tuple[Span, str, str]]:
        """Yield the places at the tokens: those that are listed, else towns and regions of the world."""
        listed = {span.first: span for span in self._within("place", clause)}
        read = self._sentence.tokens
        states = {m.first for m in self._mentions if m.actor.type in ("state", "person")}
        for at in markers:
            if at in listed:
                place = self._lexicon.places[listed[at].cue.value]
                yield listed[at], place.place, place.country
                continue
            for length in (4, 3, 2, 1):
                if at + length > min(clause[1], len(read)) or at in states:
                    continue
                if not all(token.text[0].isupper() or token.text in "-'’" for token in read[at : at + length]):
                    continue
                if not self._name_ends(at + length):
                    continue
                name = self._sentence.words(self._text, at, at + length)
                town = towns().get(fold(name))
                # The world has many small towns and like-named regions: one counts where its country is spoken of.
                known = town and (GREAT <= town[1] < CERTAIN or (town[1] == CERTAIN and len(name) >= REGION))
                if town and (known or town[0] in self._sides or not self._sides):
                    yield Span(PLACE, at, at + length), name, town[0]
                    break
