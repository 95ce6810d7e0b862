"""A sentence as the rules see it: its spans, numbers, dates, names and attribution. Knows no language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from dashboard.facts import Actor, Document, Fact

from .attribution import ANONYMOUS, Attribution, attribution
from .labels import (
    NOUN,
    OLD,
    in_a_name,
    is_age,
    is_verb,
    listed_label,
    of_a_clock,
    of_a_command,
    of_a_make,
    of_a_month,
    of_things,
    of_weapons,
    of_who_speaks,
)
from .lookup import Lexicon
from .memory import Memory, Mention, told_in
from .numbers import Number
from .places import Places
from .press import is_press
from .speakers import OBLIQUE
from .text import Sentence, Span
from .when import When

# The same for a mission of several states.
MISSION = ("mission", "force in", "observers in")
NO_PEOPLE = ("not_people", "time_unit", "shift", "reckoning")  # what follows a number that counts none
DAYS = 31
NEXT = 8  # characters between a sentence and the next
SPOKEN = ("speech", "said_by")
OPENS = 3  # tokens from a semicolon to who speaks in the clause behind it
AFTER = 3  # tokens between a comma and "after": ", a day after"
LARGE = 20  # members from whom on a unit is rather one of troops than a team
DATE = 6  # tokens of a date
MANY = 100  # from here on the first number of two counts people: "three in ten", "5 of every 1,000"
ROUND = 10  # of how many a share is told
# Organisations above states that send people of their own, and those whose summits one attends.
UNIONS = ("nato", "un", "african-union", "european-union", "ecowas", "sadc", "eac", "csto", "igad")
WIDE = (*UNIONS, "saudi-led-coalition")
SUMMITS = (*WIDE, "asean", "g7", "g20", "brics", "apec", "arab-league", "gulf-cooperation-council", "oic", "sco")


@dataclass
class Reading:
    """What a sentence of a document holds."""

    document: Document
    lexicon: Lexicon
    sentence: Sentence
    mentions: list[Mention]
    numbers: list[Number]
    dates: list[When]
    when_told: list[When]  # where it names them, and those that only a day of publication would tell, if it is unknown
    attribution: Attribution
    memory: Memory
    named_before: frozenset[str] = frozenset()  # the states and groups named in the sentences before
    headline: bool = False
    inside: bool = False  # a quotation that an earlier sentence opened
    said_on: date | None = None  # the day of the statement that a sentence goes on, where one before tells it

    @property
    def text(self) -> str:
        """The whole document's text, which offsets count in."""
        return self.document.text

    def said(self, at: int) -> Attribution:
        """Return who stands behind what is told at a token: who speaks in its clause, else in the sentence."""
        clause = self.clause(at)
        if self._only_when(at) or self._next_speaks(at):
            return Attribution(relayed_via=self.attribution.relayed_via)
        if clause == (0, len(self.sentence.tokens)) or not self.within("speech", clause):
            return self.attribution
        spans = [s for s in self.sentence.spans if clause[0] <= s.first and s.last <= clause[1]]
        part = Sentence(self.sentence.start, self.sentence.end, self.sentence.tokens, spans)
        own = attribution(part, self.named(clause), self.memory)
        named = own.mention is not None and own.mention.first >= 0
        return own if named or own.claimant == ANONYMOUS else self.attribution

    def _only_when(self, at: int) -> bool:
        """Tell whether a clause only tells after what it was that somebody spoke: "X warned, after four died"."""
        read, spoken = self.sentence.tokens, self.attribution.last
        for after in self.sentence.of("date", "after"):
            commas = [place for place in range(max(0, after.first - AFTER), after.first) if read[place].text == ","]
            again = any(after.last <= span.first for c in ("speech", "said_by") for span in self.sentence.of(c))
            if commas and spoken and spoken <= commas[-1] and after.last <= at and not again:
                return True
        return False

    def _next_speaks(self, at: int) -> bool:
        """Tell whether who speaks begins a clause behind a semicolon after a token: "Eight died; X said 76 had"."""
        speaker = self.attribution.mention
        begins = range(max(at, speaker.first - OPENS), speaker.first) if speaker else range(0)
        parted = [place for place in begins if self.sentence.tokens[place].text == ";"]
        return bool(parted) and not any(s.last <= parted[0] for c in SPOKEN for s in self.sentence.of(c))

    def clause(self, at: int) -> tuple[int, int]:
        """Return the tokens between which the clause of a token lies."""
        borders = self.sentence.of("clause")
        start, end = 0, len(self.sentence.tokens)
        for span in borders:
            if span.last <= at:
                start = max(start, span.last)
            elif at < span.first:
                end = min(end, span.first)
        return start, end

    @cached_property
    def insets(self) -> list[tuple[int, int]]:
        """From where to where a clause is told by the way of somebody: ", which is locked in a quarrel with X,"."""
        read = self.sentence.tokens
        found = []
        for span in self.sentence.of("relative"):
            if span.first > 0 and read[span.first - 1].text == ",":
                ends = (at for at in range(span.last, len(read)) if read[at].text in ",;")
                found.append((span.first, next(ends, len(read))))
        return found

    def beside(self, mention: Mention, at: int) -> bool:
        """Tell whether a name stands outside of the clauses told by the way in which a token does not stand."""
        return all(start <= at < end for start, end in self.insets if start <= mention.first < end)

    def within(self, category: str, clause: tuple[int, int], value: str = "") -> list[Span]:
        """Return the spans of a category inside a clause."""
        spans = self.sentence.of(category, value)
        return [s for s in spans if clause[0] <= s.first and s.last <= clause[1]] if spans else []

    def named(self, clause: tuple[int, int]) -> list[Mention]:
        """Return the mentions inside a clause."""
        return [m for m in self.mentions if clause[0] <= m.first and m.last <= clause[1]]

    def evidence(self) -> tuple[str, int, int]:
        """Return the sentence's words with their offsets in the document, white space around them left out."""
        start, end = self.sentence.tokens[0].start, self.sentence.tokens[-1].end
        return self.text[start:end], start, end

    def follows(self, fact: Fact) -> bool:
        """Tell whether the sentence follows right after that of a fact."""
        return fact.evidence_end is not None and self.sentence.start - fact.evidence_end <= NEXT

    def dated(self, when: When | None) -> dict[str, Any]:
        """Return the columns of a fact that say when it happened; the words are empty for a day told elsewhere."""
        if when is None:
            return {}
        words = self.sentence.words(self.text, when.first, when.last) if when.last else ""
        return {"date_start": when.start, "date_end": when.end, "date_precision": when.precision, "date_text": words}

    def counts_people(self, number: Number) -> bool:
        """Tell whether a number may count people: it is no money, measure, ordinal or part of a date."""
        sentence, read, first, last = self.sentence, self.sentence.tokens, number.first, number.last
        if not number.size:
            return False  # "coded as 0 fatalities"
        if any(sentence.at(category, last) for category in NO_PEOPLE) and not is_verb(sentence, number):
            return False
        if of_things(sentence, self.mentions, number):
            return False
        if any(rule(sentence, number) for rule in (of_a_make, of_a_clock, of_a_command, of_who_speaks, of_weapons)):
            return False
        if sentence.before("money", first) or sentence.before("money", last - 1):
            return False
        people = sentence.at("unit", last)  # "began to send 500 soldiers to X on Monday"
        short = (when for when in self.when_told if not people or when.last - when.first <= DATE)
        if any(when.first < last and first < when.last for when in short):
            return False
        before = read[first - 1] if first else None
        if before is not None and before.end == read[first].start and (before.text in "-/:." or before.text.isalpha()):
            return False
        after = read[last] if last < len(read) else None
        glued = after is not None and after.start == read[last - 1].end and after.text not in ",.;:)”\"'"
        if glued and number.qualifier != "between" and not self.strong(number):
            return False
        figure = first + (number.qualifier == "between" and sentence.at("range", first))  # "Antara 5 dan 9 orang"
        if any(m.first <= figure < m.last for m in self.mentions) or in_a_name(sentence, self.mentions, number):
            return False
        if is_age(sentence, self.mentions, number):
            return False
        if any(sentence.before(category, first) for category in ("negation", "parent")):
            return False
        if sentence.preceded(first, "labelled") or self._only_a_part(number) or listed_label(sentence, number):
            return False
        if (number.best or OLD) <= DAYS and of_a_month(sentence, number, people=people):
            return False
        return not (sentence.has(("share",)) and self._share(number))

    def _share(self, number: Number) -> bool:
        """Tell whether a number is one of the two of a share: "seven in ten", not "100,000 in 2011"."""
        dates = {when.first for when in self.when_told} | {when.last - 1 for when in self.when_told}
        shares = (s for s in self.sentence.of("share") if s.first == number.last and not {s.first, s.last} & dates)
        shares = (s for s in shares if number.size < MANY and not self._part_of_all(number, s))
        ends = {other.last for other in self.numbers if other.size < MANY}  # "300 of the 10,000 sent" is none
        begins = {other.first for other in self.numbers}
        return any(s.last in begins for s in shares) or any(
            s.first in ends for s in self.sentence.before("share", number.first)
        )

    def _part_of_all(self, number: Number, share: Span) -> bool:
        """Tell whether a number counts some of so many whom something befell: "dua dari lima polisi yang terluka"."""
        of = any(span.first == share.first for span in self.sentence.of("of"))
        whole = next((n for n in self.numbers if n.first == share.last), None)
        round_ = whole is None or whole.size % ROUND == 0  # "two in ten"
        ends = whole.last if whole else 0
        round_ = round_ and not any(s.first == ends and s.cue.value == "troops" for s in self.sentence.of("unit"))
        return of and not round_ and number.size > 1 and bool(self.sentence.of("outcome"))

    def _only_a_part(self, number: Number) -> bool:
        """Tell whether only a fraction of a number is meant: "half of its 2,000 soldiers"; not "half of those who"."""
        sentence = self.sentence
        if not sentence.of("fraction"):
            return False
        owners = [span.first for c in ("possessive", "article") for span in sentence.before(c, number.first)]
        part = any(sentence.before("fraction", at) for at in (number.first, *owners))
        return part and not any(0 <= span.first - number.last <= NOUN for span in sentence.of("relative"))

    def strong(self, number: Number) -> bool:
        """Tell whether a number says how strong people in service are: "a battalion, 749 strong", "1,200-strong"."""
        read, last = self.sentence.tokens, number.last
        hyphen = last < len(read) and read[last].text == "-"
        if hyphen and self.sentence.at("membered", last + 1):
            near = range(last + 2, last + 2 + NOUN)
            return number.size >= LARGE and any(
                s.first in near for s in self.sentence.of("formation")
            )  # "a 300-member unit"
        return self.sentence.at("strong", last + hyphen)

    def is_party(self, mention: Mention, *, people: bool = False, wide: bool = False) -> bool:
        """Tell whether a name can have people of its own in service: a state, its bodies, an armed group, a mission.

        With ``people``, a person too, who stands for a side; with ``wide``, any organisation that is no medium.
        """
        kind, parent = mention.actor.type, mention.actor.parent
        if kind in ("state", "armed_group") or (people and kind == "person"):
            return True
        if kind != "organisation" or is_press(mention.actor):
            return False
        listed = wide and mention.actor.actor_id in self.lexicon.actors.actors
        return listed or bool(parent) or mention.actor.actor_id in WIDE or is_mission(mention.actor)

    def side(self, mention: Mention) -> str:
        """Return whose people the people of a party are: the state's for its bodies and persons, else its own."""
        above: Actor | None = mention.actor
        while above is not None and above.type not in ("state", "armed_group"):
            above = self.lexicon.actors.actors.get(above.parent)
        return above.actor_id if above else "" if mention.actor.type == "person" else mention.actor.actor_id

    def ends(self, mention: Mention) -> int:
        """Return the token after a name, its possessive counted in: "Beirut's"."""
        return self.possessed(mention.last)

    def possessed(self, last: int) -> int:
        """Return the token after a word that ends here, its possessive counted in."""
        rest = [token.folded for token in self.sentence.tokens[last : last + 2]]
        return last + (2 if rest == ["'", "s"] else 0)

    def after_cue(self, category: str, mention: Mention) -> bool:
        """Tell whether a name follows a word of a category, an article or adjective between them at most."""
        return any(0 <= mention.first - span.last <= 1 for span in self.sentence.of(category))

    def place_marked(self, mention: Mention) -> bool:
        """Tell whether a name is told as a place: where, to where, or from where."""
        visited = any(
            span.last == mention.first and not self.sentence.at("host", span.first)
            for span in self.sentence.of("meeting", "visit")
        )
        marked = visited or self._goal(mention) or self.sentence.preceded(mention.first, "where", "be_in", "border")
        marked = marked or self._of_a_town(mention)
        return marked or any(self._goal(other) for other in self._joined_before(mention))

    def _of_a_town(self, mention: Mention) -> bool:
        """Tell whether a state's name only says where a town before it is: "from Vilseck, Germany, to Romania"."""
        read, first, last = self.sentence.tokens, mention.first - 1, mention.last
        if first < 2 or read[first].text != "," or (last < len(read) and read[last].text not in ",.;)"):
            return False
        if self.sentence.words(self.text, mention.first, last) == self.lexicon.capitals.get(mention.actor.actor_id):
            return False  # "Halim, Jakarta"
        while first > 1 and (
            read[first - 1].text[0].isupper() or (read[first - 1].text == "," and read[first - 2].text[0].isupper())
        ):
            first -= 1  # "in Tikrit, Saladin, Iraq,"
        return first < mention.first - 1 and self.sentence.preceded(first, "where")

    def _goal(self, mention: Mention) -> bool:
        """Tell whether a name is told as where somebody goes."""
        moved = any(span.last == mention.first and span.last - span.first > 1 for span in self.sentence.of("movement"))
        # "sent by Uganda", "the strength of Uganda's contingent"
        levels = {span.last for span in self.sentence.of("level")}
        moved = moved and mention.first not in levels and not self.sentence.before("by", mention.first)
        return moved or any(span.cue.value == "to" for span in self.sentence.before("where", mention.first))

    def _joined_before(self, mention: Mention) -> list[Mention]:
        """Return the name that only "and" parts from a name behind it: "flown to Poland and Germany"."""
        joints = self.sentence.before("joint", mention.first)
        read = self.sentence.tokens
        ends = {span.first for span in joints if read[span.first].text.isalpha()}
        ends |= {at for at in (mention.first - 1,) if at > 0 and read[at].text == "-"}  # "the Chad-Sudan border"
        does = any(span.first == mention.last for c in ("movement", "have") for span in self.sentence.of(c))
        if does and any(0 <= number.first - mention.last - 1 <= 1 for number in self.numbers):
            return []  # "were sent to Mozambique, and Uganda sent 200"
        return [other for other in self.mentions if other.last in ends]

    def oblique(self, mention: Mention) -> bool:
        """Tell whether a name stands after a preposition, so that it is not what the sentence is about."""
        return self.sentence.preceded(mention.first, *OBLIQUE)

    def suffixed(self, at: int) -> bool:
        """Tell whether a token carries a suffix that means "its" or "their"."""
        word = self.sentence.tokens[at].folded
        return any(word.endswith(suffix) and len(word) > len(suffix) + 3 for suffix in self.lexicon.pack.possessives)

    def place(self, clause: tuple[int, int], near: Span | None = None, *, whole: bool = True) -> tuple[str, str]:
        """Return the place and the country (ISO 3166-1 alpha-3) where the clause says that something was.

        A clause that names none goes on where its sentence is, unless ``whole`` is off.
        """
        found = self.places.where(clause, near)
        return found if any(found) or not whole else self.places.where((0, len(self.sentence.tokens)), near)

    def country(self) -> str:
        """Return the country where the whole sentence is."""
        return self.places.country()

    @cached_property
    def places(self) -> Places:
        """The places of the sentence."""
        return Places(self.text, self.sentence, self.mentions, self.lexicon, self.sides)

    @property
    def sides(self) -> frozenset[str]:
        """The states and groups named so far, in this sentence too."""
        return self.named_before.union(map(self.side, self.mentions))


def is_mission(actor: Actor) -> bool:
    """Tell whether an organisation is a mission or force that states send people to."""
    return actor.type == "organisation" and told_in(actor.role, MISSION)
