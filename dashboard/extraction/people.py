"""People on no list: who carries a title, or is somebody's, is a provisional actor named as written. No language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from .casing import is_shouted
from .gazetteer import LARGE, great_town, towns
from .memory import Mention
from .naming import of_a_name, royal
from .office_first import office_first, resident_speaks
from .text import Sentence, Span, fold
from .unlisted import NO_NAMES, as_body, as_person, inside_name, name_begins, name_ends, taken_by

FEWEST = 2  # words of a name
BODIES = 3  # words of bodies and states between a title and the name
BETWEEN = 4  # tokens between a name's comma and the title: ", the national security adviser"
OF = 9  # tokens of what somebody is the head of: "of the council,"
CALLED = ("unit_one", "witness")  # what stands before the name of who speaks: "resident X Y"
APOSTROPHES = ("'", "’")


def strangers(sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """Return the people that a sentence names and no list has.

    Three signs make a person: a title before the name ("Defence Minister X Y"), a title after it ("X Y, the army
    chief"), and a state that it belongs to ("Taiwan's X Y"). Who speaks is somebody too: "the Emergency Lawyers said".
    """
    people: list[Mention] = []
    known = {m.last for m in found if m.actor.type == "person"}
    states = any(m.actor.type == "state" for m in found)
    for rule, categories in RULES.items():
        if (rule in OF_STATES and not states) or (categories and not sentence.has(categories)):
            continue
        for person in rule(sentence, [*found, *people]):
            if person.first in known:
                continue  # "bin Hamad al-Thani" and "Al Thani" go on the name of somebody known
            if not any(person.first < m.last and m.first < person.last for m in (*found, *people)):
                people.append(person)
    return people


def _titled(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    states = {mention.first: mention for mention in found if mention.actor.type == "state"}
    groups = [m for m in found if m.actor.type in ("state", "armed_group")]
    taken = taken_by(found)
    for span in (*sentence.of("title"), *sentence.of("government")):  # "juru runding pemerintah X Y"
        state = states.get(span.last)
        first = _past_bodies(sentence, state.last if state else span.last, found)
        sent = sentence.at("posted", state.last if state else span.last)  # "the Russian ambassador to Kenya X Y"
        state = state or next(
            (m for m in states.values() if span.last <= m.first and m.last <= first and not sent), None
        )
        last = name_ends(sentence, first, taken)
        first = _past_offices(sentence, _past_headed(sentence, first, last), last)
        beside = [m for m in groups if 0 <= span.first - m.last <= 2 or (m.first == span.last and m.last <= first)]
        parent = state or states.get(span.first - 1) or (beside[-1] if beside else None)
        yield from as_person(sentence, first, last, parent)


def _past_bodies(sentence: Sentence, first: int, found: Sequence[Mention]) -> int:
    """Return where a name may begin after a title: past the body's abbreviation and the state ("Ketua DPR AS X Y")."""
    bodies: Mapping[int, int] = {mention.first: mention.last for mention in found if mention.actor.type != "person"}
    read = sentence.tokens
    if (
        first < len(read)
        and read[first].text == "."
        and first + 1 < len(read)
        and read[first - 1].end == read[first].start
    ):
        first += 1  # "Brig. X Y"
    if first + 2 < len(read) and read[first].text == "(" and read[first + 2].text == ")":
        first += 3  # "Perdana Menteri (PM) X Y"
    comma = next((at for at in range(first, min(first + OF, len(read))) if read[at].text == ","), 0)
    of = {span.first: span.last for category in ("of", "posted") for span in sentence.of(category)}
    if _names_at_once(sentence, bodies.get(of.get(first, -1), 0), comma):
        return bodies[of[first]]  # "the ambassador to Kenya X Y at his office,"
    headed = sentence.at("headed", first) and read[first].text[0].isupper()
    headed = headed and all(read[at].text[0].isupper() or read[at].text == "-" for at in range(first, comma))
    if comma and (comma == first or first in of or bodies.get(first) == comma or headed):
        # "the foreign minister, X Y,", "the chairman of the party, X Y,", "PM Malaysia, X Y", "Panglima Komando A, X Y"
        first = comma + 1
    elif first in of:
        at = max((each.last for each in sentence.of("article") if each.first == of[first]), default=of[first])
        first = bodies.get(at, first)  # "foreign minister of Pakistan X Y"
    # "Chairman of the U.S. Joint Chiefs of Staff X Y", "juru bicara militer X Y"
    bodies_of = (each for c in ("body", "regime") for each in sentence.of(c))
    first = max((each.last for each in bodies_of if each.first == first), default=first)
    if sentence.at("headed", first) and read[first].text.islower():
        first += 1  # "pemimpin partai X Y"
    for _step in range(BODIES):
        if first >= len(sentence.tokens):
            break
        word = sentence.tokens[first].text
        ahead = [at for at in range(first, min(first + BETWEEN, len(sentence.tokens))) if at in bodies]
        if ahead and all(each.text[0].isupper() for each in sentence.tokens[first : ahead[0]]):
            first = bodies[ahead[0]]  # "the head of Peace Operations of the UN X Y"
        elif word.isupper() and len(word) > 1 and not is_shouted(sentence):
            first += 1
    return first


def _names_at_once(sentence: Sentence, first: int, comma: int) -> bool:
    """Tell whether a name begins at a token and is over before a comma, which then ends no office."""
    last = first
    while last < comma and of_a_name(sentence, first, last):
        last += 1
    return 0 < first <= last - FEWEST and last < comma and not sentence.at("of", last)


def _past_headed(sentence: Sentence, first: int, last: int) -> int:
    """Return where a name begins behind that of a body: "Ketua Majelis Rakyat Papua X Y"."""
    if not sentence.at("headed", first) or last - first < FEWEST + FEWEST:
        return first
    known = (s.last for c in ("place", "actor", "body") for s in sentence.of(c) if first < s.first)
    return max((at for at in known if at <= last - FEWEST), default=last - FEWEST)


def _past_offices(sentence: Sentence, first: int, last: int) -> int:
    """Return where a name begins behind ranks, bodies and towns: "the police spokesman of Yobe, Commander X Y"."""
    for category in ("title", "body", "office"):
        for span in sentence.of(category):
            if first <= span.first and span.last <= last - 2:
                first = span.last
    for length in (2, 1):
        if last - first - length < FEWEST:
            continue
        town = fold(" ".join(token.text for token in sentence.tokens[first : first + length]))
        rest = sentence.tokens[first + length : last]
        words = sum(each.text != "-" and each.start != rest[at - 1].end for at, each in enumerate(rest) if at) + 1
        if words >= FEWEST and towns().get(town, ("", 0))[1] >= LARGE:
            return first + length
    return first


def _described(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(found)
    read = sentence.tokens
    for span in sentence.of("title"):
        states = {at for m in found if m.actor.type == "state" for at in range(m.first, m.last)}
        commas = [at for at in range(max(0, span.first - BETWEEN), span.first) if read[at].text == ","]
        light = {at for s in sentence.of("article") for at in range(s.first, s.last)} | states
        between = range(commas[-1] + 1 if commas else 0, span.first)
        plain = all(at in light or read[at].text[0].isupper() or read[at].folded in ("'", "s") for at in between)
        closed = bool(commas) and not plain and _closed(sentence, commas[-1] + 1, span)
        if not commas or not (plain or closed):
            continue
        last = commas[-1]
        first = name_begins(sentence, last, taken)
        if (closed and sentence.at("where", first)) or sentence.before("where", first):
            continue  # "In New Halfa, the local commander,", "Di Istana X, Presiden Y"
        near = [m for m in found if m.actor.type == "state" and (last < m.first <= span.last + 3)]
        yield from as_person(sentence, first, last, near[0] if near else None)


def _closed(sentence: Sentence, first: int, title: Span) -> bool:
    """Tell whether an office with adjectives stands between commas: "X Y, its new peace envoy, met"."""
    read = sentence.tokens
    opens = any(sentence.at(category, first) for category in ("article", "possessive"))
    small = all(token.text.isalpha() or token.text == "-" for token in read[first : title.first])
    return opens and small and title.last < len(read) and read[title.last].text == ","


def _of_a_state(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    read = sentence.tokens
    for state in found:
        first = state.last
        if state.actor.type != "state" or first + 2 > len(read) or read[first].text not in APOSTROPHES:
            continue
        first += 2 if read[first + 1].folded == "s" else 1
        last = name_ends(sentence, first, taken_by(found))
        words = range(first, last)
        office = any(span.first in words for c in ("office", "body", "unit", "title") for span in sentence.of(c))
        if not (office or sentence.at("institution", last - 1)):  # "Russia's Far East" is nobody
            yield from as_person(sentence, first, last, state)


def _who(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield whoever a clause after a comma tells of as a person: "X Y, who heads the council,"."""
    taken = taken_by(found)
    for span in sentence.of("person_who"):
        last = span.first - 1
        if last < FEWEST or sentence.tokens[last].text != ",":
            continue
        first = name_begins(sentence, last, taken)
        words = range(first, last)
        if first < last and not any(s.first in words for c in (*NO_NAMES, "office", "event") for s in sentence.of(c)):
            yield from as_person(sentence, first, last, None)


def _of_the_state(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the people of a list that are told with their states: "X Y of Botswana and V W of Mozambique"."""
    for state in found:
        of = sentence.before("of", state.first) if state.actor.type == "state" else ()
        if not of:
            continue
        taken = taken_by(found)
        last = of[0].first
        first = name_begins(sentence, last, taken)
        words = range(first, last)
        if not any(s.first in words for c in ("office", "body", "unit", "title", "event") for s in sentence.of(c)):
            yield from as_person(sentence, first, last, state)


def _speaking(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield whoever is named right before a verb of saying or right after "according to": a person or a body."""
    taken = taken_by(found)
    read = sentence.tokens
    for span in sentence.of("speech"):
        last = span.first
        while last > 0 and (read[last - 1].text in ",)" or sentence.at("aux", last - 1)):
            last -= 1
        first = last
        while (
            first > 0 and first - 1 not in taken and (of_a_name(sentence, 0, first - 1) or inside_name(sentence, first))
        ):
            first -= 1
        seat = sentence.preceded(first, "where") and any(sentence.before("body", first - 1))
        if seat and great_town(" ".join(token.text for token in read[first:last])):
            continue  # "the army in Bujumbura said"
        if any(m.last == first and m.actor.type == "person" and _rest(sentence, m, last) for m in found):
            continue  # "President Xi Jinping said", of whom "President Xi" is found
        yield from as_body(sentence, first, last, [m for m in found if m.actor.type == "state" and m.last == first])
    for span in sentence.of("said_by"):
        first = span.last
        while first < len(read) and sentence.at("article", first):
            first += 1
        if first + 2 < len(read) and read[first].text.islower() and read[first + 1].text in APOSTROPHES:
            first += 2 + (read[first + 2].folded == "s")  # "said the group's spokesman X Y"
        # "said resident X Y"
        while further := next((s.last for c in CALLED for s in sentence.of(c) if s.first == first), 0):
            first = _designation(sentence, further)
        last = first
        while (
            last < len(read)
            and last not in taken
            and (of_a_name(sentence, first, last) or inside_name(sentence, last + 1))
        ):
            last += 1
        yield from as_body(sentence, first, last, [])


def _designation(sentence: Sentence, at: int) -> int:
    """Return where the stop, or the number of a unit, behind a title ends: "Lt. Col. X", "Pangdam XVII/Kasuari X"."""
    read = sentence.tokens
    slash = at + 2 < len(read) and read[at + 1].text == "/" and read[at + 2].text[0].isupper()
    if slash and (read[at].text.isdecimal() or read[at].text.isupper()):
        return at + 3
    return at + (at < len(read) and read[at].text == ".")


def _rest(sentence: Sentence, mention: Mention, last: int) -> bool:
    """Tell whether the tokens after a mention are the rest of that person's name."""
    rest = {token.folded for token in sentence.tokens[mention.last : last]}
    return bool(rest) and rest <= {*fold(mention.actor.name).split(), "-"}


OF_STATES = (_of_a_state, _of_the_state)  # signs that only a state's name gives
# The signs of a person, each with the categories without which it finds nobody.
RULES: Mapping[Callable[[Sentence, Sequence[Mention]], Iterator[Mention]], Sequence[str]] = {
    _titled: ("title", "government"),
    royal: ("royal",),
    _described: ("title",),
    _of_a_state: (),
    _of_the_state: ("of",),
    _who: ("person_who",),
    office_first: ("said_by",),
    resident_speaks: ("speech",),
    _speaking: ("speech", "said_by"),
}
