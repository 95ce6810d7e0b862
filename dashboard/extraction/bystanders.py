"""Who is named beside those who meet, and does not meet: companions, who sent an envoy, whose message is received.

Knows no language.
"""

from __future__ import annotations

from collections.abc import Sequence

from .listing import PAIR, in_list, leads_to
from .memory import Mention
from .reading import Reading
from .text import Span

HOLDER = 10  # tokens between a state and the name of whoever holds an office of it
OFFICE = 6  # tokens between an office and the name: "the chairman of the council, X"


def possessor(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody is named only as the one whose envoy or spokesman another is: "Mr Trump's envoy"."""
    read, at = reading.sentence.tokens, mention.last
    possessive = at + 1 < len(read) and read[at].text in ("'", "’")
    first = mention.first
    for title in reading.sentence.before("title", first):
        first = title.first
    if any(reading.sentence.before("title", each.first) for each in reading.sentence.before("of", first)):
        return True  # "the adviser of Prime Minister X"
    return possessive and any(0 <= span.first - at <= 3 for span in reading.sentence.of("title"))


def adjective(reading: Reading, mention: Mention) -> bool:
    """Tell whether a state only says whose something is: "1,900 U.S. soldiers", "his Pakistani counterpart"."""
    whose = ("unit", "unit_one", "forces", "irregular", "regular")
    ends = {m.last: m for m in reading.mentions}
    for title in reading.sentence.of("title"):
        if 0 <= title.first - mention.last <= 1 and any(
            0 < m.first - title.last <= OFFICE - 2 for m in ends.values() if m.actor.type == "person"
        ):
            return True  # "the Pakistan Foreign Minister, Mr. X"
    if any(_sent_to(reading, each.first) for each in reading.sentence.before("posted", mention.first)):
        return True
    if mention.actor.type == "state" and _of_a_holder(reading, mention):
        return True
    leaders = any(reading.sentence.at(category, mention.last) for category in ("summit_of", "body", "delegates"))
    return not leaders and any(reading.sentence.at(category, mention.last) for category in whose)


def _sent_to(reading: Reading, at: int) -> bool:
    """Tell whether an office stands before a token, whoever sends it between: "the envoy for", "utusan PBB untuk"."""
    bodies = [m.first for m in reading.mentions if m.last == at and m.actor.type != "person"]
    return any(reading.sentence.before("title", first) for first in (at, *bodies))


def _of_a_holder(reading: Reading, state: Mention) -> bool:
    """Tell whether a state only says whose office somebody holds: "Mali's transitional leader, Col. X"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    if read[state.last : state.last + 1] and read[state.last].text not in ("'", "’"):
        return False
    people = [m for m in reading.mentions if m.actor.type == "person" and 0 < m.first - state.last <= HOLDER]
    gap = range(state.last + 2, people[0].first) if people else range(0)
    titles = [s for s in sentence.of("title") if s.first in gap]
    if not titles:
        return False
    small = all(read[at].text.islower() or read[at].text in ".,-" for at in range(gap.start, titles[0].first))
    return small and leads_to(reading, titles[0].last, people[0].first)


def of_offices(reading: Reading, mention: Mention) -> bool:
    """Tell whether a state only says whose offices those named next hold: "the leaders of Peru and Chile, X and Y"."""
    last = offices_until(reading, mention)
    people = {m.first for m in reading.mentions if m.actor.type == "person"}
    titles = [s.last for s in reading.sentence.of("title") if s.first == last]
    return last > 0 and (last in people or any(each in people for each in titles))


def offices_until(reading: Reading, mention: Mention) -> int:
    """Return where the names begin after "the leaders of Peru and Chile,", for a state of that list; else 0."""
    if mention.actor.type != "state":
        return 0
    sentence, states = reading.sentence, {m.first: m.last for m in reading.mentions if m.actor.type == "state"}
    starts = {last: first for first, last in states.items()}
    joints = {at for s in sentence.of("joint", "and") for at in range(s.first, s.last)}
    light = joints | {at for s in sentence.of("article") for at in range(s.first, s.last)}
    first, last = mention.first, mention.last
    while first - 1 in light or first in starts:
        first = starts.get(first, first - 1)
    offices = ("title", "both", "delegates")  # "the leaders", which may stand for those told of before
    if not any(sentence.before(c, of.first) for of in sentence.before("of", first) for c in offices):
        return 0
    while last in light or last in states:
        last = states.get(last, last + 1)
    return last if sentence.tokens[last - 1].text == "," else 0


def companion(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody only goes along with one who meets: "X, accompanied by Y and Z, met W"."""
    names = [m for m in reading.mentions if m.actor.type == "person"]
    for span in reading.sentence.of("companion"):
        end = min((s.first for s in reading.sentence.of("meeting") if s.first >= span.last), default=mention.last)
        after = [m for m in names if span.last <= m.first and m.last <= end]
        if mention in in_list(reading, after, backwards=False, at=span.last, reach=PAIR):
            return True
    return False


def another_deed(reading: Reading, span: Span, names: Sequence[Mention]) -> list[int]:
    """Return where another deed begins, done to whoever is named next: "would not negotiate and praised X"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    for joint in sentence.of("joint", "and"):
        name = next((m for m in names if m.first > joint.last), None)
        verb = sentence.unknown(joint.last) or sentence.at("speech", joint.last)
        if joint.first < span.last or read[joint.first].text == "," or name is None or not verb:
            continue
        if leads_to(reading, joint.last + 1, name.first):
            return [joint.first]
    return []


def sends_another(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody only sent the one who meets: "X, sent by President Y, met Z", "X diutus Y menemui Z"."""
    sent = [s for s in reading.sentence.of("sent_by") if s.last <= mention.first]
    return bool(sent) and leads_to(reading, sent[-1].last, mention.first)


def owns(reading: Reading, first: int, owner: Mention) -> bool:
    """Tell whether what is met or received is only somebody's: "menerima usulan Presiden X", "welcomed X's words"."""
    if not reading.lexicon.pack.noun_first:
        return owner.actor.type == "person" and reading.ends(owner) > owner.last
    inner = reading.lexicon.phrases.find(reading.sentence.tokens[owner.first : owner.first + 1])
    at = owner.first  # "Presiden Putin", which a list has as one name
    if not any(each.cue.category == "title" for each in inner):
        at = max((each.first for each in reading.sentence.before("title", at)), default=first)
    if at <= first:
        return False
    sentence, word = reading.sentence, reading.sentence.tokens[at - 1].text
    if sentence.before("of_somebody", at):
        return True
    known = any(span.first < at <= span.last for span in sentence.spans)
    return word.isalpha() and word.islower() and not known
