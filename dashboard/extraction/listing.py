"""Names told in one list, as those who meet are, with places, days and asides between them. Knows no language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from .memory import Mention
from .reading import Reading
from .text import Sentence, Span

REACH = 9  # tokens between a verb of meeting and its nearest participant
TITLES = 16  # tokens between two names of a list that are all offices
LIST_REACH = 6  # tokens between two names of one list ("Kim dan Presiden Putin")
PAIR = 2  # people who are two, and commas around what is said aside
ASIDE = 12  # tokens between a verb of meeting and its "with", where only a place and a day are told
VERBAL = ("aux", "status", "then", "have", "adverb")
LIGHT = ("date", "day", "weekday", "span", "shift", "article", "where")
FROM = 3  # tokens between a name and the comma: "X of Botswana,", and between the comma and the verb


def in_list(reading: Reading, names: list[Mention], *, backwards: bool, at: int, reach: int = REACH) -> list[Mention]:
    """Return the names that stand in one list next to a verb, the nearest first."""
    ordered = list(reversed(names)) if backwards else names
    thens = () if backwards else reading.sentence.of("then")
    more = reading.sentence.of("along_with")
    joints = {span.first for span in (*reading.sentence.of("joint", "and"), *thens, *more)}
    withs = {span.first: span.last for span in reading.sentence.of("joint", "with")}
    kept: list[Mention] = []
    for name in ordered:
        begins = name.first if backwards else _titled_from(reading, at, name)
        near = at - name.last - aside(reading, name.last, at) if backwards else begins - at
        last, first = (name.last, kept[-1].first) if kept and backwards else (kept[-1].last if kept else at, name.first)
        gap = range(last, first)
        joined = any(token in joints for token in gap) or any(
            token in withs and leads_to(reading, withs[token], first) for token in gap
        )
        joined = joined or (bool(kept) and [reading.sentence.tokens[at].text for at in gap] == ["-"])  # "Trump-Putin"
        by = {each.first for c in ("by", "brokered") for each in reading.sentence.of(c)}
        joined = joined and (backwards or not any(token in by for token in gap))  # "X and Y, mediated by Z"
        people = bool(kept) and kept[-1].actor.type == name.actor.type == "person"
        titled = people and any(leads_to(reading, token + 1, first) for token in gap if token in joints)
        short = len(gap) <= LIST_REACH or titled
        joined = joined and short and len(gap) <= TITLES
        if (not kept and near <= reach) or (kept and joined):
            kept.append(name)
        else:
            break
    return kept


def _titled_from(reading: Reading, at: int, name: Mention) -> int:
    """Return where the offices before a name begin: "PM Malaysia, Dato Seri X", "the leaders of Y and Z, X"."""
    several = {at for s in reading.sentence.of("joint", "and") for at in range(s.first, s.last)}
    titles = [span for span in reading.sentence.of("title") if at <= span.first and span.last <= name.first]
    return next((t.first for t in titles if leads_to(reading, t.last, name.first, several)), name.first)


def verb_from(sentence: Sentence, at: int) -> int:
    """Return where a verb begins with all that stands before it: "will also meet", "had secretly met"."""
    while light := [each for category in VERBAL for each in sentence.before(category, at)]:
        at = min(each.first for each in light)
    return at


def leads_to(reading: Reading, first: int, last: int, besides: Collection[int] = ()) -> bool:
    """Tell whether only capitals, articles and offices stand between "with" and a name: "with Moscow", not "to get"."""
    light = set(besides) | {
        at
        for c in ("article", "title", "delegates", "government", "body", "of", "single", "possessive", "particle")
        for s in reading.sentence.of(c)
        for at in range(s.first, s.last)
    }
    read = reading.sentence.tokens
    light |= {at for at in range(first + 1, last) if read[at - 1].text in "'’"}  # "Myanmar's"
    light |= {at for at in range(first, last - 1) if read[at + 1].text == "-"}  # "PM Malaysia ke-8 X"
    # "the Republic of Korea", whose name has small words
    light |= {at for m in reading.mentions if m.actor.type == "state" for at in range(m.first, m.last)}
    return all(at in light or read[at].text[0].isupper() or not read[at].text.isalpha() for at in range(first, last))


def is_light(reading: Reading, gap: range) -> bool:
    """Tell whether only places, days and how it was done stand between two tokens: "by telephone on Monday"."""
    sentence = reading.sentence
    light = {at for when in reading.when_told for at in range(when.first, when.last)}
    light |= {at for c in LIGHT for s in sentence.of(c) for at in range(s.first, s.last)}
    light |= {at for s in sentence.of("meeting", "call") for at in range(s.first, s.last)}
    light |= {at for m in reading.mentions if m.actor.type == "state" for at in range(m.first, m.last)}
    inside = {each.last for each in sentence.of("where", "in")}
    light |= {each.last for each in sentence.of("article") if each.first in inside}  # "in the capital"
    people = {at for m in reading.mentions if m.actor.type == "person" for at in range(m.first, m.last)}
    read = sentence.tokens
    return len(gap) <= ASIDE and all(at not in people and (at in light or read[at].text[0].isupper()) for at in gap)


def apart(reading: Reading, span: Span, chosen: Sequence[Mention]) -> bool:
    """Tell whether a word says that those of a list are met one by one: "met separately with X and Y".

    It stands before them or, with nothing that is done but a place and a day between, behind: "met X and Y in separate
    talks", not "met X and Y, and separately spoke with Z".
    """
    sentence, read = reading.sentence, reading.sentence.tokens
    first, last = chosen[0].first, chosen[-1].last
    for word in sentence.of("separate"):
        if word.last <= first and (0 <= span.first - word.last <= 1 or span.first <= word.first):
            return True
        at = last + (last < len(read) and read[last].text == ",")
        if at <= word.first and is_light(reading, range(at, word.first)) and not sentence.at("meeting", word.last):
            return True
    return False


def in_turn(reading: Reading, chosen: Sequence[Mention]) -> bool:
    """Tell whether those of a list are met one after the other: "X, then Y", "X on Monday and Y on Tuesday"."""
    dated = {each.last for c in ("weekday", "month", "time_unit") for each in reading.sentence.of(c)}  # "Jumat lalu"
    thens = [each.first for each in reading.sentence.of("then") if each.first not in dated]
    if any(chosen[0].last <= at < chosen[-1].first for at in thens):
        return True
    where = [each.first for each in reading.sentence.of("where", "in")]
    if all(one.last in where for one in chosen):
        return True  # "X in Cairo and Y in Jerusalem"
    gaps = [range(one.last, other.first) for one, other in pairwise(chosen)]
    if any(each.first in gap for each in reading.sentence.of("along_with") for gap in gaps):
        return False  # "X in Doha on Thursday in the presence of Y"
    return all(any(when.first in gap for when in reading.when_told) for gap in gaps)


def aside(reading: Reading, first: int, last: int) -> int:
    """Return how many tokens between commas only say who somebody is: "X, who arrived on Tuesday, met Y"."""
    read = reading.sentence.tokens
    commas = [at for at in range(first, last) if read[at].text == ","]
    if len(commas) < PAIR or commas[0] - first > FROM:
        return 0
    told = any(reading.sentence.at(category, commas[0] + 1) for category in ("relative", "title", "article", "single"))
    return commas[-1] - first if told or last - commas[-1] <= FROM else 0


def in_aside(reading: Reading, mention: Mention, span: Span) -> bool:
    """Tell whether a name stands in a clause that says who somebody is: "X, who leads the Manila panel, met Y"."""
    read = reading.sentence.tokens
    for each in reading.sentence.of("relative"):
        if each.last <= mention.first and each.first and read[each.first - 1].text == ",":
            end = next((at for at in range(mention.last, span.first) if read[at].text == ","), None)
            if end is not None and all(read[at].text != "," for at in range(each.last, mention.first)):
                return True
    return False
