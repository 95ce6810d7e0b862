"""Numbers that count nobody: ages, days of a month, makes of weapons, names of units and roads. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from .casing import is_headline
from .memory import Mention
from .numbers import Number
from .text import Sentence
from .written import only_month

FORCES = ("forces", "body", "formation")  # whose things may be counted: "three police cars"
OLD = 120  # years that nobody lives
SORT = 2  # tokens between a number and who speaks: "two security sources"
JOINED = 3  # tokens of two words that a hyphen joins
NOUN = 3  # tokens between a number and the word that begins a clause about those counted


def of_a_month(sentence: Sentence, number: Number, *, people: bool) -> bool:
    """Tell whether a number is the day of a month: "17 Feb", "Feb. 17", not "in May 17 people died"."""
    if any(span.first == number.last for span in sentence.of("month")):
        return True
    if not sentence.tokens[number.first].text[0].isdecimal():
        return False  # "in June two Australian soldiers died"
    stop = number.first - (number.first > 0 and sentence.tokens[number.first - 1].text == ".")
    months = sentence.before("month", stop)
    return not people and bool(months) and not only_month(sentence, months[0].first, number.first)


def of_a_make(sentence: Sentence, number: Number) -> bool:
    """Tell whether what a number counts is named by letters and digits, as weapons are: "3 RPG-2 launchers"."""
    read, last = sentence.tokens, number.last
    named = last + 2 < len(read) and read[last].text.isupper() and read[last + 1].text in "-–"
    return named and read[last + 2].text[0].isdecimal()


def of_a_clock(sentence: Sentence, number: Number) -> bool:
    """Tell whether a number is the hour of a clock: "12:22 - Two more have died"."""
    read, last = sentence.tokens, number.last
    if last + 1 >= len(read) or read[last].text != ":" or not read[last + 1].text.isdecimal():
        return False
    return read[last - 1].end == read[last].start and read[last].end == read[last + 1].start


def of_a_command(sentence: Sentence, number: Number) -> bool:
    """Tell whether a number stands inside an office before a name: "Dandim 1702 Letkol X", "commander 305 Col. Y"."""
    read, first, last = sentence.tokens, number.first, number.last
    if not first or last >= len(read) or not (read[first].text.isdecimal() and read[first - 1].text[0].isupper()):
        return False
    return sentence.at("title", last) and read[last].text[0].isupper() and not is_headline(sentence)


def of_who_speaks(sentence: Sentence, number: Number) -> bool:
    """Tell whether a number is that of those who tell something: "two security sources told the agency"."""
    speaks = (s for c in ("witness", "anonymous") for s in sentence.of(c) if sentence.at("speech", s.last))
    gaps = (range(number.last, s.first) for s in speaks if 0 <= s.first - number.last <= SORT)
    return any(all(sentence.tokens[at].text.isalpha() for at in gap) for gap in gaps)  # not "hurt 20, residents said"


def of_weapons(sentence: Sentence, number: Number) -> bool:
    """Tell whether a number counts weapons: "eight artillery shells", not "two drone operators"."""
    ends = [s.last for s in sentence.of("weapon") if s.first == number.last]
    return bool(ends) and not any(sentence.at(c, max(ends)) for c in ("unit", "title"))


def is_verb(sentence: Sentence, number: Number) -> bool:
    """Tell whether a word behind how strong a force is is its verb: "a brigade of 4,900 patrols the south"."""
    formed = any(sentence.before("formation", of.first) for of in sentence.before("of", number.first))
    return formed and sentence.at("movement", number.last)


def of_things(sentence: Sentence, mentions: Sequence[Mention], number: Number) -> bool:
    """Tell whether no people follow a number: "29.5 million U.S. dollars", "two captured mortars".

    Nor do they behind a word that is unknown or says whose things are: "21 hostile positions", "two army vehicles".
    """
    read, last = sentence.tokens, number.last
    if not sentence.of("not_people"):
        return False
    ends = [m.last for m in mentions if m.first == last]
    ends += [s.last for s in sentence.of("outcome") if s.first == last]
    if number.qualifier == "order_of":  # "hundreds of armoured cars"
        ends += [s.last for s in sentence.of("of") if s.first == last]
    joined = last + 2 < len(read) and read[last + 1].text == "-" and read[last].text.isalpha()
    ends += [last + JOINED] if joined else []  # "eight pressure-cooker bombs"
    if any(sentence.at("not_people", at) for at in ends):
        return True
    plain = last + 1 < len(read) and read[last].text.isalpha() and last not in {m.first for m in mentions}
    if not (plain and sentence.at("not_people", last + 1)):
        return False
    return last not in sentence.known or any(sentence.at(category, last) for category in FORCES)


def in_a_name(sentence: Sentence, mentions: Sequence[Mention], number: Number) -> bool:
    """Tell whether a number begins the name of a unit, a road or the like: "16 Bihar", "12 Commando"."""
    read, last = sentence.tokens, number.last
    if number.qualifier != "exact" or last - number.first > 1 or last >= len(read):
        return False
    roads = [s.first for s in sentence.of("road") if last < s.first <= last + NOUN]
    if roads and all(read[at].text[0].isupper() for at in range(last, roads[0] + 1)):
        return not is_headline(sentence)  # "at 12 Station Road"
    word = read[last].text
    if not (word[0].isupper() and read[number.first].text[0].isdecimal()) or is_headline(sentence):
        return False
    forces = [s.last for s in sentence.of("forces") if last < s.first <= last + NOUN]
    near = max([last + NOUN, *(end + 1 for end in forces)])  # "350 Ground Self-Defence Force engineers"
    if any(last < s.first <= near for s in sentence.of("unit")):
        return False  # "490 Kurdish militants"
    known = (s for s in sentence.spans if s.first <= last < s.last and s.cue.category != "place")
    return not word.isupper() and not any(known) and not any(m.first <= last < m.last for m in mentions)


def is_age(sentence: Sentence, mentions: Sequence[Mention], number: Number) -> bool:
    """Tell whether a number is somebody's age: "Adnan, 42, said", "a boy, 12, in Sderot", "a boy of five"."""
    read, first, last = sentence.tokens, number.first, number.last
    of = sentence.before("of", first) if (number.best or OLD) < OLD else []
    if any(s.last == of[0].first for s in sentence.of("unit_one") if of):
        return not sentence.at("unit", last)
    if first < 2 or last - first > 1 or (number.best or OLD) >= OLD:
        return False
    closed = read[last].text if last < len(read) else ""
    if read[first - 1].text == "," and closed and closed in ",;" and read[first - 2].text[0].isupper():
        return True
    if last < len(read) and read[first - 1].text == "(" and read[last].text == ")":
        counted = [m for m in mentions if m.last == first - 1 and m.actor.type != "person"]
        return not counted and not sentence.before("outcome", first - 1)  # "his wife (41)", not "killed (12)"
    if read[first - 1].text == "," == closed and sentence.at("person_who", last + 1):
        return True  # "the groom, 29, who was wounded"
    if sentence.before("both_of", first) and closed and closed in ",;":
        return True  # "the couple, both 67, were found"
    ends = last == len(read) or read[last].text in ",.;" or sentence.at("joint", last)
    one = any(span.last == first - 1 for c in ("unit_one", "of_somebody") for span in sentence.of(c))
    return ends and one and read[first - 1].text == "," and read[first].text.isdecimal()


def listed_label(sentence: Sentence, number: Number) -> bool:
    """Tell whether a number goes on a list of labels: "ages 15 and 17"."""
    joints = sentence.before("joint", number.first)
    if sentence.at("unit", number.last):
        return False  # "three brigades of the army and 200 marines"
    return any(sentence.preceded(joint.first - 1, "labelled") for joint in joints)
