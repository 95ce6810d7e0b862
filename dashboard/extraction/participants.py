"""Who takes part in a meeting: the names in the list before its verb, and those after it. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dashboard.facts import Actor

from .language import Cue
from .memory import Mention
from .reading import SUMMITS, Reading
from .text import Span

REACH = 9  # tokens between a verb of meeting and its nearest participant
LIST_REACH = 6  # tokens between two names of one list ("Kim dan Presiden Putin")
SAID = 5  # tokens between "according to" and the name
SAYS = 3  # tokens between a name and the verb of saying that follows it
WITH = 4  # tokens between a verb of meeting and its "with"
BESIDE = 2  # tokens between a summit and whose it is
PAIR = 2  # commas around what is said aside
FROM = 3  # tokens between a name and the comma: "X of Botswana,", and between the comma and the verb
GUEST = 8  # tokens between the host of an invitation and the guest
OFFICE = 6  # tokens between an office and the name: "the chairman of the council, X"
ELSEWHERE = ("where", "subordinate", "relative", "speech", "clause", "meeting")  # what leads on to other things
BORDERS = ("subordinate",)  # what begins a clause of its own, in which nobody is met
SIDES = ("state", "armed_group")
Group = list[tuple[Actor, tuple[int, int]]]  # those met together, and where each is named


def count_people(actors: Sequence[Actor]) -> int:
    """Return how many different persons there are among actors."""
    return len({actor.actor_id for actor in actors if actor.type == "person"})


def principals(actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return those who met: persons rather than the states and bodies that they stand for."""
    unique = {actor.actor_id: actor for actor in actors}
    led = {actor.parent for actor in unique.values() if actor.type == "person"}
    return tuple(actor_id for actor_id in unique if actor_id not in led)


def _led(near: list[Mention]) -> list[Mention]:
    """Leave out the states of the people in a list: "Syria's president, X"."""
    led = {m.actor.parent for m in near if m.actor.type == "person"}
    return [m for m in near if m.actor.type == "person" or m.actor.actor_id not in led]


def _possessor(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody is named only as the one whose envoy or spokesman another is: "Mr Trump's envoy"."""
    read, at = reading.sentence.tokens, mention.last
    possessive = at + 1 < len(read) and read[at].text in ("'", "’")
    return possessive and any(0 <= span.first - at <= 3 for span in reading.sentence.of("title"))


def _adjective(reading: Reading, mention: Mention) -> bool:
    """Tell whether a state only says whose something is: "1,900 U.S. soldiers", "his Pakistani counterpart"."""
    whose = ("unit", "unit_one", "forces", "irregular", "regular")
    leaders = any(reading.sentence.at(category, mention.last) for category in ("summit_of", "body", "delegates"))
    return not leaders and any(reading.sentence.at(category, mention.last) for category in whose)


def _can_meet(reading: Reading, mention: Mention, *, summit: bool = False) -> bool:
    if mention.actor.type == "person":
        return not _possessor(reading, mention)
    if mention.actor.actor_id in SUMMITS:
        people = {m.actor.actor_id for m in reading.mentions if m.actor.type == "person"}
        own = Span(Cue("actor", ""), mention.first, mention.last)
        meets = any(own.distance(each) <= BESIDE for each in reading.sentence.of("summit_of"))
        return bool(reading.sentence.of("summit_of")) and (len(people) < PAIR or (meets and summit))
    of = reading.sentence.before("of", mention.first)
    whose = any(m.last == of[0].first for m in reading.mentions if m.actor.type == "person") if of else False
    side = mention.actor.type in SIDES and not _adjective(reading, mention)
    return side and not whose and (not reading.place_marked(mention) or _sends(reading, mention))


def _sends(reading: Reading, mention: Mention) -> bool:
    """Tell whether those who meet are told by where they come from: "negotiators from Israel"."""
    sentence = reading.sentence
    before = [each for c in ("of", "where") for each in sentence.before(c, mention.first)]
    return any(sentence.before("delegates", each.first) for each in before)


def who_meets(reading: Reading, span: Span, subject: Actor | None) -> list[Actor]:
    """Return who meets: the names of the list right before the verb, else who the sentence or the last one is about."""
    clause = reading.clause(span.first)
    said = reading.attribution.mention if reading.attribution.last <= span.first else None
    names = [m for m in reading.named(clause) if m.last <= span.first and _can_meet(reading, m)]
    names = [m for m in names if not _in_aside(reading, m, span)]
    near = _led(in_list(reading, names, backwards=True, at=span.first))
    people = [m for m in near if m.actor.type == "person"]
    after = [m for m in reading.named(clause) if m.first >= span.last and m.actor.type == "person"]
    several = len(in_list(reading, after, backwards=False, at=span.last)) >= 2  # "X said that the meeting of Y and Z"
    fresh = [m for m in near if m != said or (len(near) == 1 and not several)]
    if len(told := _both(reading, span, 2)) >= 2 and not any(m.first >= span.first - 2 for m in near):
        return list(told)  # "X extended it when the two met"
    if subject is not None and near and span.first - near[0].last > 1:
        return [subject]  # "he is to meet X in Kyiv, then to see Y": the same one goes on
    if fresh and (people or not _pronoun(reading, span)):
        return [m.actor for m in reversed(fresh)]
    if len(both := _both(reading, span)) >= 2:
        return list(both)
    if subject is not None:
        return [subject]
    persons = [m for m in reading.mentions if m.last <= span.first and m.actor.type == "person"]
    if persons:
        return [persons[0].actor]  # "X promised it when he met Y"
    if _epithet(reading, span):
        return [reading.memory.hero] if reading.memory.hero else []
    known = reading.memory.theme or reading.memory.person
    return [known] if known and _pronoun(reading, span) else []


def named_before(reading: Reading, span: Span) -> bool:
    """Tell whether a name stands in the list right before a verb, or a pronoun that stands for one."""
    noun = reading.sentence.at("gathering", span.first)
    if not noun and (_pronoun(reading, span) or _epithet(reading, span) or _both(reading, span, PAIR)):
        return True
    clause = reading.clause(span.first)
    said = reading.attribution
    names = [m for m in reading.named(clause) if m.last <= span.first and _can_meet(reading, m)]
    names = [m for m in names if m != said.mention or said.last > span.first]
    return bool(in_list(reading, names, backwards=True, at=span.first))


def _pronoun(reading: Reading, span: Span) -> bool:
    return any(0 <= span.first - each.last <= REACH for each in reading.sentence.of("third"))


def _epithet(reading: Reading, span: Span) -> bool:
    """Tell whether a noun that points back is what a verb is about: "politikus itu menemui X"."""
    nouns = {each.last for each in reading.sentence.of("meeting")}
    back = [s for s in reading.sentence.of("anaphora", "that") if s.first not in nouns]
    return any(0 <= span.first - each.last <= FROM for each in back) and not _pronoun(reading, span)


def _both(reading: Reading, span: Span, reach: int = REACH) -> Sequence[Actor]:
    """Return "the two" told of before, whom a verb of meeting is about: two people, or "the two sides"."""
    near = [each for each in reading.sentence.of("both") if span.distance(each) <= reach]
    near = [each for each in near if each.cue.value != "they" or (each.last <= span.first and reach == REACH)]
    if any(each.cue.value == "sides" for each in near):
        return reading.memory.two_sides
    two = any(number.best == 2 and 0 <= span.first - number.last <= 3 for number in reading.numbers)  # "the two met"
    return reading.memory.pair if (two and reach == REACH) or near else ()


def who_is_met(reading: Reading, span: Span, before: Sequence[Actor]) -> list[Group]:
    """Return those who are met: one group, or one each where they are met one after the other."""
    clause = reading.clause(span.first)
    summit = span.cue.value == "summit" and not reading.sentence.at("summit_of", span.first)
    names = [m for m in reading.named(clause) if m.first >= span.last and _can_meet(reading, m, summit=summit)]
    said = reading.attribution
    names = [m for m in names if m.actor not in before]
    names = [m for m in names if m != said.mention or said.last < m.first or said.last - m.last > SAYS]
    if reading.sentence.at("across", span.first):  # who only goes along with a superior meets nobody
        names = [m for m in names if not any(reading.side(m) == _side_of(reading, actor) for actor in before)]
    names = [
        m
        for m in names
        if m.actor.type not in SIDES or not before or _joined_to(reading, m, span) or _its_leaders(reading, m, span)
    ]
    later = [c for c in reading.sentence.of("meeting") if c.first - span.last > 1 and not is_office(reading, c)]
    following = [c.first for c in later]
    borders = [s.first for category in BORDERS for s in reading.sentence.of(category) if s.first >= span.last]
    if ends := [*following[:1], *borders[:1]]:
        names = [m for m in names if m.last <= min(ends)]
    joint = [s.last for s in reading.sentence.of("joint", "with") if 0 <= s.first - span.last <= WITH]
    by = received_by(reading, span)
    at = by.last if by else joint[0] if joint else span.last
    chosen = in_list(reading, [m for m in names if not by or m.first >= at], backwards=False, at=at)
    if not chosen:
        here = [m.actor for m in reading.mentions if m.last <= span.first and m.actor.type == "person"]
        told = [actor for actor in (*here, reading.memory.theme, *reversed(reading.memory.people)) if actor]
        told = [actor for actor in told if actor not in before]
        return [[(told[0], (span.first, span.last))]] if told and before and _him(reading, span) else []
    if len(chosen) > 1 and _in_turn(reading, chosen):
        return [[(m.actor, (m.first, m.last))] for m in chosen]
    return [[(m.actor, (m.first, m.last)) for m in chosen]]


def received_by(reading: Reading, span: Span) -> Span | None:
    """Return the word before whoever receives those before a verb: "was received in the palace by X"."""
    by = [each for each in reading.sentence.of("by") if 0 <= each.first - span.last <= REACH]
    return by[0] if by and reading.sentence.before("aux", span.first) else None


def _side_of(reading: Reading, actor: Actor) -> str:
    return reading.side(Mention(actor, 0, 0))


def _him(reading: Reading, span: Span) -> bool:
    """Tell whether a pronoun stands for who is met: "received him", "will meet with her on Monday", not "her son"."""
    read = reading.sentence.tokens
    starts = (span.last, *(each.last for each in reading.sentence.of("joint", "with") if each.first == span.last))
    for each in reading.sentence.of("object"):
        free = each.last >= len(read) or not read[each.last].text.isalpha()
        if each.first in starts and (free or any(s.first == each.last for s in reading.sentence.spans)):
            return True
    return False


def _in_turn(reading: Reading, chosen: Sequence[Mention]) -> bool:
    """Tell whether those of a list are met one after the other: "X, then Y", "X on Monday and Y on Tuesday"."""
    if any(chosen[0].last <= each.first for each in reading.sentence.of("then")):
        return True
    gaps = [range(one.last, other.first) for one, other in pairwise(chosen)]
    return all(any(when.first in gap for when in reading.dates) for gap in gaps)


def _its_leaders(reading: Reading, state: Mention, span: Span) -> bool:
    """Tell whether a state stands for its leaders, who are met: "saw Chinese leaders"."""
    after = any(reading.sentence.at(category, state.last) for category in ("summit_of", "body", "delegates"))
    before = reading.sentence.before("delegates", state.first)
    return (after and state.first - span.last <= 1) or (bool(before) and before[0].first - span.last <= 1)


def _joined_to(reading: Reading, state: Mention, span: Span) -> bool:
    """Tell whether a state is met as such: "talks with China", not "the summit on Gaza"."""
    near = [each for each in reading.sentence.of("joint") if span.last <= each.first and each.last <= state.first]
    close = any(state.first - each.last <= 2 and _leads_to(reading, each.last, state.first) for each in near)
    return close and not reading.place_marked(state)


def _leads_to(reading: Reading, first: int, last: int) -> bool:
    """Tell whether only capitals, articles and offices stand between "with" and a name: "with Moscow", not "to get"."""
    light = {
        at
        for c in ("article", "title", "delegates", "government", "body", "of", "single", "possessive")
        for s in reading.sentence.of(c)
        for at in range(s.first, s.last)
    }
    read = reading.sentence.tokens
    light |= {at for at in range(first + 1, last) if read[at - 1].text in "'’"}  # "Myanmar's"
    return all(at in light or read[at].text[0].isupper() or not read[at].text.isalpha() for at in range(first, last))


def is_office(reading: Reading, span: Span) -> bool:
    """Tell whether a word of meeting says who somebody is: "his Malawian host"."""
    sentence = reading.sentence
    states = {m.last: m.first for m in reading.mentions if m.actor.type == "state"}
    at = states.get(span.first, span.first)
    return sentence.at("title", span.first) and any(sentence.before(c, at) for c in ("possessive", "article"))


def in_list(reading: Reading, names: list[Mention], *, backwards: bool, at: int, reach: int = REACH) -> list[Mention]:
    """Return the names that stand in one list next to a verb, the nearest first."""
    ordered = list(reversed(names)) if backwards else names
    joints = {span.first for span in (*reading.sentence.of("joint", "and"), *reading.sentence.of("then"))}
    withs = {span.first: span.last for span in reading.sentence.of("joint", "with")}
    kept: list[Mention] = []
    for name in ordered:
        near = at - name.last - _aside(reading, name.last, at) if backwards else name.first - at
        last, first = (name.last, kept[-1].first) if kept and backwards else (kept[-1].last if kept else at, name.first)
        gap = range(last, first)
        joined = any(token in joints for token in gap) or any(
            token in withs and _leads_to(reading, withs[token], first) for token in gap
        )
        joined = (joined and len(gap) <= LIST_REACH) or _in_passing(reading, gap)
        if (not kept and near <= reach) or (kept and joined):
            kept.append(name)
        else:
            break
    return kept


def _in_aside(reading: Reading, mention: Mention, span: Span) -> bool:
    """Tell whether a name stands in a clause that says who somebody is: "X, who leads the Manila panel, met Y"."""
    read = reading.sentence.tokens
    for each in reading.sentence.of("relative"):
        if each.last <= mention.first and each.first and read[each.first - 1].text == ",":
            end = next((at for at in range(mention.last, span.first) if read[at].text == ","), None)
            if end is not None and all(read[at].text != "," for at in range(each.last, mention.first)):
                return True
    return False


def _in_passing(reading: Reading, gap: range) -> bool:
    """Tell whether only a place and a day stand between two names, before "and": "X in Munich on Friday and Y"."""
    sentence = reading.sentence
    read = sentence.tokens
    ands = [s for s in sentence.of("joint", "and") if s.first in gap and read[s.first].text != ","]
    if not ands or not any(when.first in gap for when in reading.dates):
        return False
    light = {
        at for c in ("where", "date", "day", "span", "article") for s in sentence.of(c) for at in range(s.first, s.last)
    }
    told = range(gap.start, ands[-1].first)
    plain = all(at in light or read[at].text[0].isupper() or not read[at].text.isalpha() for at in told)
    return plain and _leads_to(reading, ands[-1].last, gap.stop)


def _aside(reading: Reading, first: int, last: int) -> int:
    """Return how many tokens between commas only say who somebody is: "X, who arrived on Tuesday, met Y"."""
    read = reading.sentence.tokens
    commas = [at for at in range(first, last) if read[at].text == ","]
    if len(commas) < PAIR or commas[0] - first > FROM:
        return 0
    told = any(reading.sentence.at(category, commas[0] + 1) for category in ("relative", "title", "article", "single"))
    return commas[-1] - first if told or last - commas[-1] <= FROM else 0


def with_follows(reading: Reading, span: Span) -> bool:
    """Tell whether "with" comes after a verb or noun of meeting, a day at most between them."""
    withs = [each for each in reading.sentence.of("joint", "with") if 0 <= each.first - span.last <= WITH]
    dated = {at for when in reading.dates for at in range(when.first, when.last)}
    dated |= {each.first for each in reading.sentence.of("date")}
    gaps = [range(span.last, each.first) for each in withs]
    return any(len(gap) <= 1 or all(at in dated for at in gap) for gap in gaps)


def is_object(reading: Reading, span: Span, group: Sequence[Actor]) -> bool:
    """Tell whether a group is met by those before the verb: its first name comes right after, behind titles at most."""
    first = min(
        (m.first for m in reading.mentions if m.actor in group and m.first >= span.last), default=span.last + REACH
    )
    if first == span.last + REACH and _him(reading, span):
        return True
    by = received_by(reading, span)
    gap = range(by.last if by else span.last, first)
    read = reading.sentence.tokens
    if all(read[at].text[0].isupper() or read[at].text in "'’s" for at in gap):
        return True
    if any(gap.start < each.first < first for each in reading.sentence.of("by")):
        return False  # "join the initiative by President X"
    # "received Israel's new prime minister, X", "the administrator of Chechnya, X": an office leads on to the name
    office = any(title.first in gap and 0 <= first - title.last <= OFFICE for title in reading.sentence.of("title"))
    office = office or (
        read[first - 1].text == ","
        and any(reading.sentence.at(category, gap.start) for category in ("article", "possessive"))
    )
    return office and not any(s.first in gap for category in ELSEWHERE for s in reading.sentence.of(category))


def invited(reading: Reading, span: Span) -> list[Actor]:
    """Return host and guest of an invitation that names both after it: "an invitation from X to Y to come to Z"."""
    sentence = reading.sentence
    by = [each for c in ("of", "by") for each in sentence.of(c) if 0 <= each.first - span.last <= 1]
    people = [m for m in reading.mentions if m.actor.type == "person" and m.first >= span.last]
    host = next((m for m in people if any(0 <= m.first - each.last <= GUEST for each in by)), None)
    if host is None:
        return []
    to = [each for each in sentence.of("joint", "with") if 0 <= each.first - host.last <= 1]
    guest = next((m for m in people if any(0 <= m.first - each.last <= GUEST for each in to)), None)
    return [host.actor, guest.actor] if guest is not None and guest.actor != host.actor else []


def signed_by(reading: Reading, span: Span) -> list[Actor]:
    """Return those by whom something was done together: "signed in Pretoria by X and Y"."""
    sentence = reading.sentence
    by = [each for each in sentence.of("by") if span.last <= each.first <= span.last + REACH]
    at = by[0].last if by else span.last
    names = [m for m in reading.named(reading.clause(span.first)) if m.first >= at and m.actor.type == "person"]
    chosen = in_list(reading, names, backwards=False, at=at)
    return [m.actor for m in chosen] if count_people([m.actor for m in chosen]) >= PAIR else []


def visit_by(reading: Reading, span: Span) -> list[Actor]:
    """Return visitor and visited of a visit that is a noun: "a visit by X to Y", "a visit by X" told of a state."""
    if span.cue.value != "visit" or reading.sentence.at("motion", span.first):
        return []
    by = reading.sentence.at("by", span.last)
    after = [m for m in reading.mentions if span.last <= m.first <= span.last + GUEST]
    visitor = next((m for m in after if m.actor.type == "person"), None)
    if visitor is None or not (by or _leads_to(reading, span.last, visitor.first)):
        return []
    onward = {each.first for each in reading.sentence.of("where", "to")}
    if not by and visitor.last not in onward:
        return []  # "kunjungan X ke Y" is a visit by X, "mengunjungi X" one to X
    to = {each.last for each in reading.sentence.of("joint", "with") if visitor.last <= each.first}
    to |= {each.last for each in reading.sentence.of("where", "to") if visitor.last <= each.first}
    host = next((m.actor for m in after if m.first in to and m.actor != visitor.actor), None)
    if host is None and reading.sentence.of("third", "it"):
        host = reading.lexicon.actors.actors.get(reading.memory.subject)
    return [visitor.actor, host] if host is not None and host.actor_id != visitor.actor.parent else []


def visited(reading: Reading, span: Span, visitor: Actor) -> Iterator[Actor]:
    """Yield the state that is visited where no host is named; "arrived from" names none."""
    if reading.sentence.of("where", "from") and any(s.first == span.last for s in reading.sentence.of("where", "from")):
        return
    clause = reading.clause(span.first)
    directory = reading.lexicon.actors
    states = [
        m.actor.actor_id for m in reading.named(clause) if m.actor.type == "state" and 0 <= m.first - span.last <= 3
    ]
    _location, country = reading.place(clause, span)
    for found in (*states[:1], country):
        if found and found in directory.actors and directory.side(visitor.actor_id) != found:
            yield directory.actors[found]
            return


def quoted(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody is named only as the source of what is told: "according to X", "kata Menlu X"."""
    read = reading.sentence.tokens
    gaps = [range(s.last, mention.first) for s in reading.sentence.of("said_by") if 0 <= mention.first - s.last <= SAID]
    return any(all(read[at].text != "," for at in gap) for gap in gaps)


def note_people(reading: Reading) -> None:
    """Remember whom the text goes on about, and the two whom it names together; who only speaks is neither."""
    memory, said = reading.memory, reading.attribution.mention
    named = [m for m in reading.mentions if m.actor.type == "person"]
    told = [m for m in named if not quoted(reading, m)]
    first = min((m.first for m in told), default=len(reading.sentence.tokens))
    he = any(each.last <= first for each in reading.sentence.of("third", "he"))  # "he is to meet X"
    epithet = any(each.last <= first for each in reading.sentence.of("anaphora", "that"))  # "politikus itu menemui X"
    if epithet and memory.hero and not he:
        memory.theme = memory.hero
    elif named and not (he and memory.theme):
        memory.theme = (told or named)[0].actor
        memory.hero = told[0].actor if told else memory.hero
    people = {m.actor.actor_id: m.actor for m in named if m != said}
    if len(people) >= PAIR:
        memory.pair = tuple(people.values())[:PAIR]
    sides = {m.actor.actor_id: m.actor for m in reading.mentions if m.actor.type in SIDES}
    if len(sides) >= PAIR:
        memory.two_sides = tuple(sides.values())[:PAIR]
