"""Single persons whom something befell, who are counted as one each: "a soldier", "his wife". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .casing import is_shouted
from .numbers import Number
from .reading import Reading
from .text import Sentence, Span

SINGLE_REACH = 8  # tokens after "a" within which the noun stands ("a 25-year-old Palestinian man")
THINGS = {"event", "fight", "office", "formation", "not_people", "losses", "casualty_noun"}  # no verb among them
ENDS = ("joint", "aux", "outcome", "relative", "have", "by", "subset", "fate")  # what may follow a person
# What may follow one who is told without a noun.
FOLLOWS = ("where", "date", "joint", "subordinate", "by", "about", "weekday", "day", "span")
QUOTES = ('"', "“", "”")
ASIDE = 8  # tokens behind a noun to the comma that ends what is told of somebody
PAIR = 1  # tokens between "both" and the people: "both Iraqi pilots"
NO_VERB = ("where", "date", "joint", "of", "article", "possessive", "about", "by", "subordinate", "aux", "relative")
DEFINITE_REACH = 3  # the same after "the": "killed the district mayor"


def single_persons(reading: Reading) -> Iterator[Number]:
    """Yield "a soldier", "seorang warga" as the number one, where something befell them."""
    if not reading.sentence.of("outcome"):
        return
    objects = {span.last for span in reading.sentence.of("outcome")}
    definite = [s for c in ("article", "possessive") for s in reading.sentence.of(c) if s.first in objects]
    definite += [*_known_persons(reading), *_subjects(reading)]
    ends = {m.first: m.last for m in reading.mentions if m.actor.type == "state"}
    spans = {span.first: span for span in (*definite, *reading.sentence.of("single"))}  # "killed a" is both
    for span in spans.values():
        if span.last in ends and span not in definite and _alone(reading, span.last, ends[span.last]):
            yield Number(None, 1, None, "exact", span.first, span.last)
            continue
        reach = DEFINITE_REACH if span in definite else SINGLE_REACH
        end = min(span.last + reach, reading.clause(span.first)[1])
        units = [unit for unit in reading.sentence.of("unit_one") if span.last <= unit.first < end]
        units = [u for u in units if not _adjective(reading, u)]
        units = [u for u in units if span.first in objects or not _speaks(reading.sentence, u)]
        units = [u for u in units if not _apposed(reading.sentence, span, u)]
        stops = any(
            reading.sentence.tokens[at].text in ".,;:()"
            for at in range(span.last, units[0].first if units else span.last)
        )
        verbs = [s.first for c in ("outcome", "movement", "speech") for s in reading.sentence.of(c)]
        stops = stops or any(span.last <= at < units[0].first for at in verbs if units)
        if units and not stops and not any(n.first <= span.first < n.last for n in reading.numbers):
            yield Number(None, 1, None, "exact", span.first, span.last)


def _subjects(reading: Reading) -> list[Span]:
    """Return "the" before one of whom a sentence tells right away what befell them: "The driver was killed"."""
    sentence = reading.sentence
    ends = {unit.last for unit in sentence.of("unit_one")}
    fates = {s.first for s in sentence.of("fate")} & ends
    fates |= {aux.first for out in sentence.of("outcome") for aux in sentence.before("aux", out.first)} & ends
    ones = {unit.first for unit in sentence.of("unit_one") if unit.last in fates}
    opens = {0, *(at + 1 for at, token in enumerate(sentence.tokens) if token.text in ";")}
    return [s for s in sentence.of("definite") if s.first in opens and s.last in ones]


def _speaks(sentence: Sentence, unit: Span) -> bool:
    """Tell whether somebody tells of what befell others: "an officer on the frontline told", "a nurse said"."""
    verbs = [s.first for c in ("outcome", "speech") for s in sentence.of(c) if s.first >= unit.last]
    at = min(verbs, default=len(sentence.tokens))
    if not sentence.at("speech", at) or at - unit.last > SINGLE_REACH or sentence.before("joint", at):
        return False
    gap = range(unit.last, at)
    return not any(sentence.tokens[each].text == "," or sentence.at("relative", each) for each in gap)


def _apposed(sentence: Sentence, single: Span, unit: Span) -> bool:
    """Tell whether one says more of who speaks, between commas: "X Y, a resident, told", "a resident, X Y, said"."""
    read = sentence.tokens
    near = range(unit.last, min(unit.last + ASIDE, len(read)))
    comma = next((at for at in near if read[at].text == ","), 0)
    if not comma or (single.first and read[single.first - 1].text not in (",", *QUOTES)):
        return False
    at = next((at for at in range(comma + 1, len(read)) if not (read[at].text[0].isupper() or read[at].text == ",")), 0)
    return at > 0 and sentence.at("speech", at)


def _alone(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the name of a people stands for one of them, and is no adjective: "two Americans and a Dane"."""
    sentence = reading.sentence
    words = sentence.tokens[last : last + 1]
    ends = not words or not words[0].text.isalnum() or any(sentence.at(c, last) for c in ENDS)
    return ends and not any(token.text.isupper() for token in sentence.tokens[first:last])


def _adjective(reading: Reading, unit: Span) -> bool:
    """Tell whether a word for a person only says of what sort something else is: "a major challenge"."""
    sentence, at = reading.sentence, unit.last
    if not sentence.at("adjectival_rank", unit.first) or at >= len(sentence.tokens):
        return False
    word = sentence.tokens[at].text
    known = {span.cue.category for span in sentence.spans if span.first <= at < span.last}
    return word.isalpha() and (word.islower() or is_shouted(sentence)) and known <= THINGS


def one_more(reading: Reading) -> Iterator[Number]:
    """Yield "a third was injured" as one more of the people counted before."""
    sentence = reading.sentence
    outcomes = {span.first: span.cue.value for span in sentence.of("outcome")}
    objects = {span.last for span in sentence.of("outcome")}
    counted = {number.first for number in reading.numbers}
    for span in sentence.of("one_more"):
        if span.last in counted:
            continue  # "another two disappeared"
        # "and another seriously wounded", but not "another massacre"
        right_after = any(outcomes.get(at, "killed") != "killed" for at in (span.last, span.last + 1))
        right_after = right_after or (span.first in objects and _ends_there(reading, span.last))
        if right_after or (sentence.at("aux", span.last) and any(first >= span.last for first in outcomes)):
            yield Number(None, 1, None, "exact", span.first, span.last)


def pairs(reading: Reading) -> Iterator[Number]:
    """Yield "both" as the number two where people follow or something befell them: "both pilots", "both were killed".

    "Both soldiers and civilians" counts nobody.
    """
    sentence = reading.sentence
    told_of = sentence.of("both_of")
    outcomes = {span.first for span in sentence.of("outcome")} if told_of else set()
    objects = {span.last for span in sentence.of("outcome")} if told_of else set()
    for span in told_of:
        units = [unit for unit in sentence.of("unit") if 0 <= unit.first - span.last <= PAIR]
        befell = range(span.last + 1, span.last + 1 + PAIR) if sentence.at("aux", span.last) else [span.last]
        if units and span.cue.value == "of":
            told = not any(sentence.at("joint", at) for at in range(span.last, units[0].last + 1))
        else:
            object_ = span.first in objects and _ends_there(reading, span.last)
            told = span.cue.value == "they" and (object_ or any(at in outcomes for at in befell))
        if told:
            yield Number(None, 2, None, "exact", span.first, span.last)


def them_again(reading: Reading) -> Iterator[Number]:
    """Yield "them" as the number of those whom the same sentence has told of: "took five soldiers and killed them"."""
    sentence = reading.sentence
    told = [span for span in sentence.of("object", "them") if reading.numbers]
    ends = {span.last for c in ("outcome", "begun") for span in sentence.of(c)} if told else set()
    for span in (each for each in told if each.first in ends):
        before = [n for n in reading.numbers if n.last <= span.first and is_object(sentence, n.first)]
        if before and before[-1].size > 1:
            yield replace(before[-1], first=span.first, last=span.last)


def is_object(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb stands right before a number of people: "stopped four policemen", not "12 gunmen came"."""
    word = sentence.tokens[at - 1].text if at else ""
    verb = word.isalpha() and (word[0].islower() or is_shouted(sentence))
    return verb and not any(sentence.before(category, at) for category in NO_VERB)


def _ends_there(reading: Reading, at: int) -> bool:
    """Tell whether no noun follows: "killing three and injuring a fourth.", not "injured another soldier"."""
    read = reading.sentence.tokens
    return at >= len(read) or not read[at].text[0].isalnum() or any(reading.sentence.at(c, at) for c in FOLLOWS)


def _apposition(reading: Reading, first: int, last: int) -> bool:
    """Tell whether tokens say between commas who it was that something befell: "X, the watchman, was killed"."""
    read = reading.sentence.tokens
    commas = first > 0 and last < len(read) and read[first - 1].text == read[last].text == ","
    return commas and reading.sentence.at("aux", last + 1)


def _known_persons(reading: Reading) -> list[Span]:
    """Return "his", "the" before one of a list of persons: "a guard was killed and his wife wounded"."""
    sentence = reading.sentence
    ones = {span.first for span in sentence.of("unit_one")}
    his = [s for s in sentence.of("possessive") if s.last in ones]
    joints = [span for span in sentence.of("joint", "and") if sentence.tokens[span.first].text != ","]
    after = {span.last for span in joints}
    before = {span.first for span in joints}
    ends = {span.first: span.last for span in sentence.of("unit_one")}
    told = [s for s in sentence.of("definite") if s.last in ones]
    listed = [
        s for s in told if s.first in after or ends[s.last] in before or _apposition(reading, s.first, ends[s.last])
    ]
    # "the governor said" tells of others
    return [
        s
        for s in (*his, *listed)
        if not sentence.at("speech", ends[s.last]) and not sentence.before("said_by", s.first)
    ]
