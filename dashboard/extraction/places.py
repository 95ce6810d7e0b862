"""Where something was: the places that a sentence names after words of place. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from dashboard.facts import is_country

from .across import on_a_side
from .addresses import after_commas, country_of
from .bodies import DOINGS
from .casing import is_shouted
from .gazetteer import CERTAIN, GREAT, KINDS_OF_REGION, town_of
from .language import Cue
from .lookup import Lexicon
from .memory import Mention
from .text import Sentence, Span, fold
from .told_from import Telling
from .upon import upon

PLACE = Cue("place", "")
REGION = 6  # letters of a region's name that is no other word
ADJECTIVES = 3  # words from "in" to a fight: "in heavy tribal fighting"
OPENS = 2  # tokens before the state with which a sentence begins: "In neighbouring X,"
JOINED = 2  # tokens of "-held" between a state and its part of a region


class Places:
    """The places of one sentence. ``sides`` are the states and groups that its document has named so far."""

    def __init__(
        self, text: str, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon, sides: frozenset[str]
    ) -> None:
        self._text, self._sentence, self._mentions = text, sentence, mentions
        self._lexicon, self._sides = lexicon, sides
        self._known: dict[tuple[tuple[int, int], Span | None], tuple[str, str]] = {}
        self._commas: dict[tuple[int, int], set[int]] = {}
        self._telling = Telling(text, sentence, mentions, lexicon)

    def _within(self, category: str, clause: tuple[int, int], value: str = "") -> list[Span]:
        spans = self._sentence.of(category, value)
        return [s for s in spans if clause[0] <= s.first and s.last <= clause[1]] if spans else []

    def where(self, clause: tuple[int, int], near: Span | None = None) -> tuple[str, str]:
        """Return the name of a clause's place and its country (ISO 3166-1 alpha-3), each empty where none is told.

        A settlement or region after a word of place wins, the nearest to ``near``; then a state after one, whose name
        is the place.
        """
        key = (clause, near)
        if key not in self._known:
            parts = [*self._telling.parts(clause, near), clause] if near else [clause]
            found = (self._where(part, near) for part in parts)
            self._known[key] = next((each for each in found if any(each)), ("", ""))
        return self._known[key]

    def country(self) -> str:
        """Return the country where the whole sentence is."""
        return self.where((0, len(self._sentence.tokens)))[1]

    def _where(self, clause: tuple[int, int], near: Span | None) -> tuple[str, str]:
        to = {each.last for each in self._sentence.of("where", "to")} if near and near.cue.value == "sent" else set()
        if clause not in self._commas:
            self._commas[clause] = after_commas(self._sentence, clause, self._markers(clause))
        markers, hit = self._markers(clause, near) | self._commas[clause], self._hit(clause, near)
        markers |= {at + 1 for at in markers if at in self._adjectives}
        found = sorted(
            self._places(clause, sorted(markers | hit | after_commas(self._sentence, clause, hit))),
            key=lambda each: (bool(to) and each[0].first not in to, near.distance(each[0]) if near else each[0].first),
        )
        if near:
            found = [each for each in found if not self._telling.of_statement(*each, near)]
        if found := [each for each in found if not self._of_a_house_in(each[0])]:
            return found[0][1], country_of(self._sentence, found[0], found, self._lexicon.places, self._sides)
        if divided := self._divided(clause):
            return divided
        if side := on_a_side(self._sentence, self._mentions, clause):
            return side.actor.name, side.actor.actor_id
        if regions := [each for each in self._within("region", clause) if self._leads_to(markers, each.first)]:
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
                and clause[0] <= mention.first < clause[1]
                and self._leads_to(markers, mention.first)
                and not self._sentence.preceded(mention.first, "near")  # "in a town near Poland", which is outside
                and not self._adjective(mention)
                and not self._of_a_house(mention)
                and not self._across(mention)
            ):
                capital = self._lexicon.capitals.get(mention.actor.actor_id, "")
                span = Span(PLACE, mention.first, mention.last)
                named = capital if self._sentence.words_folded(span) == fold(capital) else mention.actor.name
                if near is None or not self._telling.of_statement(span, named, mention.actor.actor_id, near):
                    return named, mention.actor.actor_id
        return "", ""

    def _divided(self, clause: tuple[int, int]) -> tuple[str, str] | None:
        """Return a region of several states with the one that a text says to hold its part: "Indian-held Kashmir"."""
        read = self._sentence.tokens
        for each in self._within("divided", clause):
            held = {s.last for s in self._sentence.of("held_by") if s.first == each.last} | {each.last}
            for state in self._sentence.of("actor"):
                joined = state.last == each.first - JOINED and read[state.last].text in "-–"
                beside = state.last == each.first or joined or state.first in held
                if beside and is_country(state.cue.value):
                    return self._sentence.words(self._text, each.first, each.last), state.cue.value
        return None

    def _markers(self, clause: tuple[int, int], near: Span | None = None) -> set[int]:
        """Return the tokens before which a word says that a place follows: "in", "to", "visited".

        Where somebody else is based is no place of an event that is told.
        """
        ways = ("in", "from") if near is not None and near.cue.value == "withdrawn" else ("in", "to")
        spans = [each for value in ways for each in self._within("where", clause, value)]
        spans = [each for each in spans if not (near and self._telling.said_in(each, near))]
        based = {each.last for each in self._sentence.of("movement", "stationed") if near is None or each != near}
        based |= self._telling.theirs(near) if near else set()
        if near is not None and near.cue.category == "outcome":
            into = {each.last + more for each in self._sentence.of("where", "in") for more in range(ADJECTIVES)}
            based -= {each.last for each in self._sentence.of("fight") if each.first in into}  # "killed in fighting in"
            spans = [each for each in spans if each.first not in based]
            spans += [w for w in upon(self._sentence, self._mentions) if clause[0] <= w.first < clause[1]]
        speech = [each.first for each in self._sentence.of("speech") if near is not None and each.last <= near.first]
        moved = [
            *self._within("meeting", clause, "visit"),
            *(
                b
                for b in self._within("be_in", clause)
                if near and not ((speech and b.first < speech[0]) or self._seat(b, near))
            ),
            *self._within("movement", clause),
            *(self._within("departure", clause) if near and near.cue.value == "withdrawn" else ()),
        ]
        soil = {each.first for each in self._within("soil", clause)}  # "on Ukrainian soil"
        return {each.last for each in (*spans, *moved)} | {m.first for m in self._mentions if m.last in soil}

    def _seat(self, be_in: Span, near: Span) -> bool:
        """Tell whether only a body has its seat there, whoever fell: "HRANA, a group based in Washington"."""
        bodies = [m.last for m in self._mentions if m.actor.type == "organisation" and m.last <= be_in.first]
        people = [s.first for s in self._sentence.of("unit") if bodies and bodies[-1] <= s.first < be_in.first]
        return near.cue.category == "outcome" and bool(bodies) and not people

    def _of_a_house_in(self, name: Span) -> bool:
        """Tell whether a name is that of a house, of which the land is told: "at the Miraflores Palace in Caracas"."""
        sentence, at = self._sentence, name.last
        while at < len(sentence.tokens) and sentence.tokens[at].text[0].isupper():
            at += 1
        towns = {each.last for each in sentence.of("where", "in") if each.first == at > name.last}
        return any(m.first in towns and m.actor.type == "state" for m in self._mentions)

    def _hit(self, clause: tuple[int, int], near: Span | None) -> set[int]:
        """Return the tokens after what happened to a town where people fell: "shelled Kherson, killing two"."""
        if near is None or near.cue.category != "outcome" or is_shouted(self._sentence):
            return set()
        named = {m.first for m in self._mentions}
        after = {each.last for each in self._within("event", clause)}
        kinds = {each.first: each.last for each in self._sentence.of("not_people") if each.first in after}
        return (after - kinds.keys() | set(kinds.values())) - named  # "menembaki Kota Kherson"

    def _leads_to(self, markers: set[int], at: int) -> bool:
        """Tell whether a word of place stands before a name, an article between them at most."""
        sentence = self._sentence
        return at in markers or (at - 1 in markers and (sentence.at("article", at - 1) or at - 1 in self._fillers))

    @cached_property
    def _fillers(self) -> set[int]:
        """The words in small letters that may stand between a word of place and a name: "in neighbouring Chad"."""
        sentence = self._sentence
        told = {s.first for c in (*DOINGS, "single", "border") for s in sentence.of(c)}
        times = ("since", "before", "after")  # "its biggest deployment since Vietnam"
        told |= {s.first for value in times for s in sentence.of("date", value)}
        moved = ("where", "movement")  # "flew in from X"
        told |= {s.first for s in sentence.of("where", "from") if any(sentence.before(c, s.first) for c in moved)}
        return {at for at, token in enumerate(sentence.tokens) if token.text[0].islower() and at not in told}

    @cached_property
    def _adjectives(self) -> set[int]:
        """The articles and unknown words in small letters right before a name: "near occupied Donetsk"."""
        read = self._sentence.tokens
        known = {s.first for s in self._sentence.spans} - {s.first for s in self._sentence.of("article")}
        small = (at for at, token in enumerate(read[:-1]) if token.text[0].islower() and at not in known)
        return {at for at in small if read[at + 1].text[0].isupper()}

    def _adjective(self, mention: Mention) -> bool:
        """Tell whether a state's name only says whose people or deeds are told: "28,500 US service members".

        "In a French air strike" names no place, and "Iran-backed" none.
        """
        sentence, last = self._sentence, mention.last
        if sentence.at("single", mention.first - 1):
            return True
        if sentence.before("visiting", mention.first) and any(sentence.at(c, last) for c in ("delegates", "title")):
            return True  # "met a visiting Uzbek delegation"
        if self._lexicon.pack.noun_first:
            return bool(sentence.before("unit", mention.first))
        return any(sentence.at(category, last) for category in DOINGS)

    def _of_a_house(self, mention: Mention) -> bool:
        """Tell whether a state only has an embassy or the like there: "near Iran's embassy in Beirut"."""
        read, last = self._sentence.tokens, mention.last
        own = [token.folded for token in read[last : last + 2]] == ["'", "s"]
        return self._sentence.at("outpost", last + 2 * own)

    def _across(self, mention: Mention) -> bool:
        """Tell whether a state only says which border is meant: "near the border with Mali", "di perbatasan Mali"."""
        sentence, read, last = self._sentence, self._sentence.tokens, mention.last
        own = last < len(read) and read[last].text in ("'", "’", "-", "–")
        noun_first = self._lexicon.pack.noun_first
        if not noun_first and any(sentence.at("border", at) for at in (last, *((last + 1, last + 2) if own else ()))):
            return True
        return any(sentence.before("border", at) for at in (mention.first, mention.first - 1))

    def _name_ends(self, at: int) -> bool:
        """Tell whether a place's name is over: "North" in "North Waziristan" is none, "Kharkiv" in "Kharkiv Oblast"."""
        if at >= len(self._sentence.tokens) or not self._sentence.tokens[at].text[0].isupper():
            return True
        known = any(span.first == at for span in self._sentence.spans)
        return known or self._sentence.tokens[at].folded in KINDS_OF_REGION

    def _places(self, clause: tuple[int, int], markers: Sequence[int]) -> Iterator[tuple[Span, str, str]]:
        """Yield the places at the tokens: those that are listed, else towns and regions of the world."""
        listed = {span.first: span for span in self._within("place", clause)}
        read = self._sentence.tokens
        other = {m.first for m in self._mentions if m.actor.type in ("state", "person", "armed_group")}
        other |= {span.first for category in ("month", "weekday") for span in self._sentence.of(category)}
        # "In Ecuador, gunmen shot 14 people in Santa Lucia": a town of that state, if it has one
        opens = [m for m in self._mentions if m.first <= OPENS and m.last < len(read) and self._sentence.at("where", 0)]
        told = {m.actor.actor_id for m in opens if m.actor.type == "state" and read[m.last].text == ","}
        for marker in markers:
            at = marker + self._sentence.at("single", marker)  # "at a Geneva hotel"
            if at in listed:
                place = self._lexicon.places[listed[at].cue.value]
                yield listed[at], place.place, place.country
                continue
            for length in (4, 3, 2, 1):
                if at + length > min(clause[1], len(read)) or at in other:
                    continue
                if not all(token.text[0].isupper() or token.text in "-'’" for token in read[at : at + length]):
                    continue
                if not self._name_ends(at + length):
                    continue
                name = self._sentence.words(self._text, at, at + length)
                town = town_of(name, told or self._sides)
                # The world has many small towns and like-named regions: one counts where its country is spoken of.
                kind = read[at + length].folded in KINDS_OF_REGION if at + length < len(read) else False
                known = GREAT <= town[1] < CERTAIN or (town[1] == CERTAIN and (kind or len(name) >= REGION))
                if town[0] and (known or town[0] in (told or self._sides) or not self._sides):
                    yield Span(PLACE, at, at + length), name, town[0]
                    break
