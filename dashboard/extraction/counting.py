"""Which numbers of a sentence count people, and which people. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .apposition import apposed
from .casing import is_shouted
from .language import Cue
from .numbers import Number
from .ones import is_no_person
from .reading import Reading
from .singles import SINGLE_REACH, one_more, pairs, single_persons, them_again
from .strength import changed_by, grown, has_grown, is_strength, of_a_formation, strong_formation, word_follows
from .text import Sentence, Span
from .when import year_of

NOUN_REACH = 10  # tokens after a number within which the counted noun stands ("2,000 North Korean elite soldiers")
ADJECTIVES = 3  # of them words that are neither a name nor a hyphen
BEFORE = 1  # of such words where the noun comes first: "300 lebih tentara"
FORCE = 5  # tokens between "members" and the force that they belong to
FATE = 3  # tokens after people within which a verb tells what befell them
MANY = 30  # numbers in what is no sentence any more
VERBS = ("outcome", "movement", "speech", "aux")  # behind which another noun is not those counted
NAMING = ("named_after", "office", "house", "institution", "outpost")  # of which a number may be the name: "Camp 22"
COUNT = Cue("", "")
RANK = 2  # tokens of a rank after "year-old"
SERVE = ("sent", "stationed")  # what those do who are somewhere for their country
MILITARY = ("troops", "officers", "engineers", "workers")  # units of people in service


@dataclass(frozen=True)
class Count:
    """A number (``None`` where none is said) with what it counts, from token ``first`` to ``last`` (exclusive).

    ``bare``: no noun that is known follows the number; ``unknown``: some other word does. ``listed``: it goes on a list
    of counts. ``same``: more of the people counted before. ``noun`` is where the noun begins. ``part``: some of those
    of whom the words of the count tell something themselves, "two of the five injured officers".
    """

    number: Number | None
    unit: str
    first: int
    last: int
    noun: int
    bare: bool = False
    listed: bool = False
    same: bool = False
    unknown: bool = False
    part: bool = False

    @property
    def span(self) -> Span:
        """The count as a span."""
        return Span(COUNT, self.first, self.last)

    @property
    def number_first(self) -> int:
        """Where the number begins."""
        return self.number.first if self.number else self.first

    @property
    def number_last(self) -> int:
        """Where the number ends."""
        return self.number.last if self.number else self.first

    @property
    def size(self) -> int:
        """The largest of the number's values; 0 where none is said."""
        return self.number.size if self.number else 0

    def begins(self, sentence: Sentence) -> int:
        """Return where what is counted begins: at the force of so many, its article and adjective counted in."""
        forces = [f.first for of in sentence.before("of", self.first) for f in sentence.before("formation", of.first)]
        first = forces[0] if forces else self.first
        return next((s.first for at in (first, first - 1) for s in sentence.before("article", at) if forces), first)

    def inside(self, span: Span) -> bool:
        """Tell whether a span lies within the count, and tells of all whom it counts."""
        return not self.part and self.first <= span.first and span.last <= self.last


def counts(reading: Reading) -> Iterator[Count]:
    """Yield the counts of people in a sentence, in order."""
    if len(reading.numbers) > MANY:
        return  # a table, no sentence
    unit = ""
    last = -1
    parted: dict[int, Number] = {}  # the whole of which a number is a part: "two of the six soldiers"
    singles = list(single_persons(reading))
    more = [*one_more(reading), *pairs(reading), *them_again(reading)]
    for number in sorted((*reading.numbers, *singles, *more), key=lambda each: each.first):
        if not reading.counts_people(number) or number.first in parted:
            continue
        if is_no_person(reading, number, singles):
            continue
        whole = whole_of(reading, number)
        if whole is not None:
            parted[whole.first] = whole
            number = replace(number, last=whole.last)
            if told_of := _told_whole(reading, whole):
                yield told_of
                if number.best != 1 or not reading.sentence.before("aux", number.first):  # "was one of the four hurt"
                    yield replace(told_of, number=number, first=number.first, part=True)
                unit, last = told_of.unit, told_of.last
                continue
        noun = _noun(reading, number) or (_single_noun(reading, number) if number in singles else None)
        noun = noun or _shared_noun(reading, number)
        if (
            noun is not None
            and reading.sentence.at("membered", noun.first)
            and (of := strong_formation(reading, number))
        ):
            noun = Span(Cue("unit", "troops"), *of)  # "a 500-man battalion"
        if noun is None and (_may_be_a_year(reading, number) or _of_a_name(reading, number)):
            continue
        if noun is None and (told := apposed(reading, number)):
            yield Count(number, told.cue.value, _name_before(reading, told.first), number.last, told.first)
            unit, last = told.cue.value, number.last
            continue
        if noun is None and is_strength(reading, number):
            formed = strong_formation(reading, number)
            noun = Span(Cue("unit", "troops"), *(formed or (number.first, number.last)))
        listed = last >= 0 and bool(reading.within("joint", (last, number.first))) and number.first - last <= 8
        listed = listed and not reading.sentence.before("said_by", number.first)  # "kata seorang perwira"
        # "1,000 sappers to clear mines, as well as 5,000 builders", "1,000 troops, down from 2,000 a year before"
        then = bool(reading.sentence.before("compared", number.first))
        more_of_it = reading.sentence.before("along_with", number.first) or (noun is None and then)
        if then and unit and noun is not None and reading.sentence.at("anyone", noun.first):
            noun, more_of_it = Span(Cue("unit", unit), noun.first, noun.last), [noun]  # "turun dari 1.700 orang"
        elif then and unit in MILITARY and noun is not None and noun.cue.value in MILITARY:
            more_of_it = [noun]  # "to 2,000 soldiers, down from 2,500 soldiers"
        added = noun is None and reading.sentence.at("measure", number.last)  # "died on Monday and six more on Tuesday"
        more_of_it = more_of_it or (added and reading.sentence.before("joint", number.first))
        listed = listed or (last >= 0 and bool(more_of_it))
        if noun is None:
            found = Count(
                number,
                unit or "people",
                number.first,
                number.last,
                number.last,
                bare=True,
                listed=listed,
                unknown=word_follows(reading, number.last),
            )
        else:
            same = noun.cue.value == "same"
            counted = (unit or "people") if same else noun.cue.value
            if counted == "people" and (
                _members_of_a_force(reading, number, noun) or _men_of_a_force(reading, number, noun)
            ):
                counted = "troops"
            found = Count(number, counted, number.first, noun.last, noun.first, listed=listed, same=same)
        unit, last = found.unit, found.last
        yield found


def whole_of(reading: Reading, number: Number) -> Number | None:
    """Return the number of those of whom a number is a part: six in "two of the six", "two of his six"."""
    sentence = reading.sentence
    came = {s.first for s in sentence.of("where", "from")} if grown(reading, number.first) else set()
    for of in (*sentence.of("of"), *sentence.of("possessive")):  # "of", "of its"; not "to 1,000 from 2,000"
        if of.first == number.last and of.first not in came:
            for other in reading.numbers:
                between = range(of.last, other.first)
                if (
                    other.first >= of.last
                    and len(between) <= 1
                    and all(sentence.at("article", at) or sentence.at("possessive", at) for at in between)
                ):
                    return other
    return None


def _told_whole(reading: Reading, whole: Number) -> Count | None:
    """Return those of whom some are counted, where it is told what befell all: "of the five hostages seized"."""
    sentence, noun = reading.sentence, _noun(reading, whole)
    if noun is None:
        return None
    serve = [s for s in sentence.of("movement") if s.cue.value in SERVE]  # "12 of the 400 officers deployed to X"
    events = [*sentence.of("outcome"), *sentence.of("seize"), *serve]
    befell = [s for s in events if whole.last <= s.first < noun.first]
    last = next((m.last for m in reading.mentions if m.first <= noun.last < m.last), noun.last)  # "polisi Irak yang"
    who = next((s.last for c in ("relative", "aged") for s in sentence.of(c) if s.first == last), 0)
    starts = {who, *(s.last for s in sentence.of("aux") if s.first == who)} if who else {last}
    befell += [s for s in events if s.first in starts and (who or _participle(sentence, s))]
    if not befell:
        return None
    return Count(whole, noun.cue.value, whole.first, max(noun.last, befell[0].last), noun.first)


def _participle(sentence: Sentence, span: Span) -> bool:
    """Tell whether a word of an event after a noun only says who is meant, another verb being told of them."""
    verbs = (s for c in ("aux", "outcome", "other_event", "exchange", "loss") for s in sentence.of(c) if s != span)
    alone = span.last - span.first == 1 or (span.cue.value in SERVE and not sentence.at("aux", span.first))
    return alone and not sentence.at("fate", span.first) and any(verbs)


def _name_before(reading: Reading, at: int) -> int:
    """Return where the name begins that stands right before a noun, else the noun."""
    return next((m.first for m in reading.mentions if m.last == at), at)


def _may_be_a_year(reading: Reading, number: Number) -> bool:
    """Tell whether a number without a noun is written as years are: four digits from 1900 to 2100, nothing before."""
    return number.last - number.first == 1 and year_of(reading.sentence.tokens[number.first].text) is not None


def _noun(reading: Reading, number: Number) -> Span | None:
    """Return what is counted: the first counted noun after the number, before any other number or a stop."""
    clause = reading.clause(number.first)
    end = min(clause[1], number.last + NOUN_REACH)
    others = [n.first for n in reading.numbers if n.first >= number.last and reading.counts_people(n)]
    named = {at for m in reading.mentions for at in range(m.first, m.last)}
    stops = [at for at in range(number.last, end) if reading.sentence.tokens[at].text in ".,;:()" and at not in named]
    verbs = [s.first for c in VERBS for s in reading.sentence.of(c) if s.first >= number.last]
    hurt = {s.first for m in reading.mentions for s in reading.sentence.before("outcome", m.first)}
    verbs = [at for at in verbs if at != number.last or at not in hurt]  # "five injured Iraqi officers"
    end = min([end, *others, *stops])
    nouns = [span for span in reading.sentence.of("unit") if number.last <= span.first < end]
    ends = {
        number.last,
        *(s.last for s in reading.sentence.of("measure") if s.first == number.last),
    }  # "200 more Poles"
    people = [m for m in reading.mentions if m.first in ends and _is_plural(reading, m.last - 1)]
    if not reading.lexicon.pack.noun_first:  # "two Marine battalions"
        nouns = [span for span in nouns if not reading.sentence.at("not_people", span.last)]
    most = BEFORE if reading.lexicon.pack.noun_first else ADJECTIVES
    nouns = [span for span in nouns if _adjectives(reading, number.last, span.first) <= most]
    if not nouns or min([*verbs, nouns[0].first]) < nouns[0].first - 1:
        if people:
            return Span(Cue("unit", "people"), people[0].first, people[0].last)
        if not nouns or min(verbs, default=end) < nouns[0].first:
            return None
    exact = [span for span in nouns if span.cue.value != "people" and span.first - nouns[0].last <= 1]
    exact = [span for span in exact if not any(nouns[0].last <= at < span.first for at in verbs)]
    if reading.sentence.at("joint", nouns[0].last):
        return nouns[0]  # "5,000 people and troops"
    noun = exact[0] if nouns[0].cue.value == "people" and exact else nouns[0]
    further = [span.last for span in nouns if span.first == noun.last and not reading.lexicon.pack.noun_first]
    return Span(noun.cue, noun.first, max(further, default=noun.last))  # "two paramilitary soldiers"


def _shared_noun(reading: Reading, number: Number) -> Span | None:
    """Return a noun that comes with the next number only, as a name tells: "48,000 Korean and 11,500 Thai soldiers"."""
    named = [m.last for m in reading.mentions if m.first == number.last]
    whose = {reading.ends(m) for m in reading.mentions if m.first > number.last and reading.ends(m) > m.last}
    owned = any(reading.ends(m) == number.first > m.last for m in reading.mentions)
    joints = [s.last for last in (*named, number.last) for s in reading.sentence.of("joint", "and") if s.first == last]
    following = next((n for n in reading.numbers if n.first in joints), None) if named else None
    if following is None and owned and joints:  # "Morocco's 1,200 and Pakistan's 2,000 troops"
        following = next((n for n in reading.numbers if n.first in whose), None)
        named = [number.last]
    noun = _noun(reading, following) if following else None
    return Span(noun.cue, named[0] - 1, named[0]) if noun and noun.cue.value == "troops" else None


def _single_noun(reading: Reading, number: Number) -> Span | None:
    """Return the noun of one person that stands after "a", as a count of people."""
    people = next((m for m in reading.mentions if m.first == number.last and m.actor.type == "state"), None)
    ones = reading.sentence.of("unit_one") if people else []
    if people and not any(number.last <= s.first <= people.last for s in ones):
        return Span(Cue("unit", "people"), people.first, people.last)  # "two Americans and a Dane"
    found = [s for s in reading.sentence.of("unit_one") if number.last <= s.first <= number.last + SINGLE_REACH]
    if not found:
        return None
    ends = found[0].last + RANK  # "a 21-year-old staff sergeant"
    serves = [s for s in reading.sentence.of("unit") if found[0].first <= s.first < ends and s.cue.value in MILITARY]
    if serves:
        return Span(serves[0].cue, found[0].first, max(found[0].last, serves[0].last))
    return Span(Cue("unit", "people"), found[0].first, found[0].last)


def _members_of_a_force(reading: Reading, number: Number, noun: Span) -> bool:
    """Tell whether the people are members of an army or the like: "125 members of the air force"."""
    sentence = reading.sentence
    if not sentence.at("membership", noun.first):
        return False
    of = any(span.first == noun.last for span in sentence.of("of"))
    forces = [s for s in sentence.of("unit", "troops") if s.first != noun.first]  # "special forces"
    forces += [s for c in ("forces", "formation") for s in sentence.of(c)]
    own = {m.last: m.first for m in reading.mentions if reading.lexicon.armed(m.actor.actor_id)}
    verbs = [s.first for s in sentence.of("movement") if 0 <= number.first - s.last <= 1]
    sent = any(end <= at for end in own for at in verbs)  # "the army has deployed 2,900 members"
    before = sent or noun.first in own or bool(sentence.before("forces", noun.first))  # "400 Bundeswehr members"
    begins = (*(span.first for span in forces), *own.values())
    return before or (of and any(0 <= at - noun.last <= FORCE for at in begins))


def _men_of_a_force(reading: Reading, number: Number, noun: Span) -> bool:
    """Tell whether people of whom nothing more is said are those of a force: "the contingent numbers 900 people"."""
    lost = any(number.first - s.last >= 0 or s.first - noun.last <= FATE for s in reading.sentence.of("outcome"))
    told = has_grown(reading, number) or of_a_formation(reading, number) or _as_many(reading, number)
    told = told or changed_by(reading, number.first) is not None
    people = reading.sentence.at("anyone", noun.first) or reading.sentence.at("membership", noun.first)
    return people and not lost and told


def _as_many(reading: Reading, number: Number) -> bool:
    """Tell whether people in service stand before a number that says how many: "pasukan Thailand sebanyak 1.000"."""
    at = number.first
    spans = [s for s in reading.sentence.of("as_many") if s.first == at or s.last == at]
    if not spans:
        return False
    at = _name_before(reading, spans[0].first)
    return any(s.cue.value in MILITARY for s in reading.sentence.before("unit", at))


def _adjectives(reading: Reading, first: int, last: int) -> int:
    """Return how many words that are no name stand between a number and its noun."""
    named = {at for m in reading.mentions for at in range(m.first, m.last)}
    light = (
        s for c in ("of", "possessive", "forces", "subset") for s in reading.sentence.of(c) if first <= s.first < last
    )
    named |= {at for span in light for at in range(span.first, span.last)}  # "54 of the country's soldiers"
    return sum(at not in named and reading.sentence.tokens[at].text != "-" for at in range(first, last))


def _is_plural(reading: Reading, at: int) -> bool:
    """Tell whether a name of a people is used for its members: "600 North Koreans"."""
    return any(span.first <= at < span.last for span in reading.sentence.of("people_of"))


def _of_a_name(reading: Reading, number: Number) -> bool:
    """Tell whether a number only ends a name, "Tower 22", or is an age, "those under 25"."""
    sentence, read, at = reading.sentence, reading.sentence.tokens, number.first
    named = at > 1 and read[at - 1].text[0].isupper() and not is_shouted(sentence)
    named = named and all(span.cue.category in NAMING for span in sentence.spans if span.last == at)
    named = named and not read[at].text.islower() and not any(m.last == at for m in reading.mentions)
    named = named and not any(sentence.before(c, at) for c in ("month", "weekday"))  # "In June 200 Australian soldiers"
    qualified = any(span.first == at for span in sentence.of("age_limit"))
    whom = qualified and any(sentence.before(c, at) for c in ("those", "unit", "aux", "aged"))
    return named or whom
