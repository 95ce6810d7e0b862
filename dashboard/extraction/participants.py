"""Who takes part in a meeting: the names in the list before its verb, and those after it. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.facts import Actor

from .bystanders import (
    OFFICE,
    adjective,
    another_deed,
    companion,
    of_offices,
    owns,
    possessor,
    sends_another,
)
from .hosting import is_office, received_by
from .joining import ends_in_with, joined_by_with, withs
from .language import Cue
from .leaders import its_leaders
from .listing import PAIR, apart, aside, in_aside, in_list, in_turn, leads_to, verb_from
from .memory import Mention
from .pointing import (
    SIDES,
    both,
    clings,
    doer,
    epithet,
    fronted_until,
    him,
    named_later,
    pronoun,
    stood_for,
    theirs,
    them,
)
from .reading import SUMMITS, Reading
from .summits import attends, chairs
from .text import Span
from .unmet import only_kin, only_topic

SAYS = 3  # tokens between a name and the verb of saying that follows it
DELEGATION = 8  # tokens between a verb of meeting and the delegation that is met
SIDELINES = 5  # tokens from "on the sidelines of" to the organisation whose summit it is
BESIDE = 2  # tokens between a summit and whose it is
GOES_ON = 3  # sentences within which one meeting after another is told of somebody
HELD = 4  # tokens of "held a second" between an aside and the noun of meeting
Group = list[tuple[Actor, tuple[int, int]]]  # those met together, and where each is named


def count_people(actors: Sequence[Actor]) -> int:
    """Return how many different persons there are among actors."""
    return len({actor.actor_id for actor in actors if actor.type == "person"})


def _led(near: list[Mention]) -> list[Mention]:
    """Leave out the states of the people in a list: "Syria's president, X"."""
    led = {m.actor.parent for m in near if m.actor.type == "person"}
    return [m for m in near if m.actor.type == "person" or m.actor.actor_id not in led]


def _can_meet(reading: Reading, mention: Mention, *, summit: bool = False) -> bool:
    if only_kin(reading, mention) or only_topic(reading, mention):
        return False
    if mention.actor.type == "person":
        return not (possessor(reading, mention) or companion(reading, mention) or _besides(reading, mention))
    if mention.actor.type == "organisation" and not mention.actor.parent and _sends_people(reading, mention):
        return True
    if mention.actor.actor_id in SUMMITS:
        if any(0 < mention.first - each.first <= SIDELINES for each in reading.sentence.of("sidelines")):
            return False
        people = {m.actor.actor_id for m in reading.mentions if m.actor.type == "person"}
        own = Span(Cue("actor", ""), mention.first, mention.last)
        meets = any(own.distance(each) <= BESIDE for each in reading.sentence.of("summit_of"))
        return bool(reading.sentence.of("summit_of")) and (len(people) < PAIR or (meets and summit))
    at = min((each.first for each in reading.sentence.before("article", mention.first)), default=mention.first)
    of = reading.sentence.before("of", at)  # "X of the United States"
    whose = any(m.last == of[0].first for m in reading.mentions if m.actor.type == "person") if of else False
    side = mention.actor.type in SIDES and not adjective(reading, mention) and not of_offices(reading, mention)
    return side and not whose and (not reading.place_marked(mention) or _sends(reading, mention))


def _sends_people(reading: Reading, body: Mention) -> bool:
    """Tell whether a body of several states meets through its people: "EU representatives", "delegasi ECOWAS"."""
    sentence = reading.sentence
    if sentence.of("led_by") or sentence.at("title", body.last):
        return False  # who leads them is named; leaders are of the states
    before = sentence.before("delegates", body.first) if reading.lexicon.pack.noun_first else _sends(reading, body)
    return sentence.at("delegates", body.last) or bool(before)


def _besides(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody is only named beside whom a clause is about: "like French President X, Y spoke to Z"."""
    first = min((s.first for s in reading.sentence.before("title", mention.first)), default=mention.first)
    return any(0 <= first - each.last <= 1 for each in reading.sentence.of("besides"))


def _sends(reading: Reading, mention: Mention) -> bool:
    """Tell whether those who meet are told by where they come from: "negotiators from Israel"."""
    sentence = reading.sentence
    first = min((each.first for each in sentence.before("article", mention.first)), default=mention.first)
    before = [each for c in ("of", "where") for each in sentence.before(c, first)]
    from_there = [each for each in before if each.cue.category == "where"]  # "foreign ministers from X", "leader of X"
    ministers = any(sentence.before("title", each.first) for each in from_there)
    return ministers or any(sentence.before("delegates", each.first) for each in before)


def who_meets(reading: Reading, span: Span, subject: tuple[Actor, ...]) -> list[Actor]:
    """Return who meets: the names of the list right before the verb, else who the sentence or the last one is about."""
    clause = reading.clause(span.first)
    if _of_nobody_named(reading, span):
        return []
    if holder := _office_alone(reading, span):
        return [holder]
    said = reading.attribution.mention if reading.attribution.last <= span.first else None
    summit = attends(reading, span)  # "KTT ASEAN dihadiri X dan Y"
    names = [m for m in reading.named(clause) if m.last <= span.first and _can_meet(reading, m, summit=summit)]
    if summit:
        heads = chairs(reading, span)
        names = [m for m in names if m.actor not in heads]
    fronted = fronted_until(reading, span)
    names = [m for m in names if m.first >= fronted and not in_aside(reading, m, span)]
    names = [m for m in names if not sends_another(reading, m)]
    near = _own(reading, _led(in_list(reading, names, backwards=True, at=span.first)))
    people = [m for m in near if m.actor.type == "person"]
    after = [m for m in reading.named(clause) if m.first >= span.last and m.actor.type == "person"]
    several = len(in_list(reading, after, backwards=False, at=span.last)) >= 2  # "X said that the meeting of Y and Z"
    several = several and not joined_by_with(reading, span)  # "X announced after talks with Y and Z"
    fresh = [m for m in near if m != said or (len(near) == 1 and not several)]
    whose = [each for each in reading.sentence.before("possessive", span.first) if each.cue.value == "his"]
    whom = [m.actor for m in reading.mentions if m.last <= span.first and m.actor.type == "person"]
    if whose and whom:
        return [whom[0]]  # "X said that Y will prepare his summit with Z"
    if not whom and (theme := _of_the_theme(reading, span)):
        return [theme]
    if not names and len(pair := theirs(reading, span)) >= 2:
        return list(pair)
    if len(told := both(reading, span, 2)) >= 2 and not any(m.first >= span.first - 2 for m in near):
        return list(told)  # "X extended it when the two met"
    at = verb_from(reading.sentence, span.first)
    who = reading.sentence.before("person_who", at)
    if subject and who and near and people and near[0].last == who[0].first - 1:
        return [near[0].actor]  # "X received Y, who had met Z"
    inset = aside(reading, near[0].last, at) if near and people else 0  # "X and Y, who met in May, held further talks"
    if subject and near and at - near[0].last - inset > (HELD if inset else 1):
        return [*subject]  # "he is to meet X in Kyiv, then to see Y": the same one goes on
    if fresh and not people and (goer := doer(reading, names, fresh[0])):
        return [goer]
    if fresh and (people or not pronoun(reading, span)):
        return [m.actor for m in reversed(fresh)]
    if len(two := both(reading, span)) >= 2:
        return list(two)
    if subject:
        return [*subject]
    persons = [m for m in reading.mentions if m.last <= span.first and m.actor.type == "person"]
    persons = [m for m in persons if not in_aside(reading, m, span)]
    if persons:
        return [persons[0].actor]  # "X promised it when he met Y"
    if later := named_later(reading, span):
        return [later]
    if epithet(reading, span):
        return [reading.memory.hero] if reading.memory.hero else []
    known = reading.memory.theme or reading.memory.person
    return [known] if known and pronoun(reading, span) else []


def _of_the_theme(reading: Reading, span: Span) -> Actor | None:
    """Return who meets in a sentence that begins with a meeting of whom the text is about: "His talks with X".

    "The talks with X" are those of who met somebody just before: of two, whoever met others before that as well.
    """
    sentence, memory = reading.sentence, reading.memory
    if not sentence.at("gathering", span.first) or not joined_by_with(reading, span):
        return None
    if any(each.cue.value == "his" and each.first <= 1 for each in sentence.before("possessive", span.first)):
        return memory.theme
    began = span.first == 0 or any(each.first == 0 for each in sentence.before("definite", span.first))
    if not began or memory.theme is None or memory.place - memory.participants_at > GOES_ON:
        return None
    pair = [actor for actor in memory.people if actor.actor_id in memory.participants]
    if len(memory.participants) != PAIR or memory.theme not in pair:
        return None
    return max(pair, key=lambda actor: sum(actor in group for group in memory.together))


def _office_alone(reading: Reading, span: Span) -> Actor | None:
    """Return the state of an office that does something and whose holder nobody has named: "the X leader met Y"."""
    sentence, at = reading.sentence, verb_from(reading.sentence, span.first)
    for title in sentence.before("title", at) if not sentence.at("gathering", span.first) else ():
        state = next((m for m in reading.mentions if m.actor.type == "state" and m.last == title.first), None)
        if state is not None and sentence.before("definite", state.first):
            return state.actor
    return None


def _own(reading: Reading, near: list[Mention]) -> list[Mention]:
    """Leave out those whom another verb has as its object: "was received by X, and Y hosted him" tells of Y."""
    read = reading.sentence.tokens
    for at, name in enumerate(near):
        verbs = [s for s in reading.sentence.of("meeting") if not reading.sentence.at("gathering", s.first)]
        met = any(s.last <= name.first and leads_to(reading, s.last, name.first) for s in verbs)
        if at and met and read[name.last].text == ",":
            return near[:at]
    return near


def _of_nobody_named(reading: Reading, span: Span) -> bool:
    """Tell whether a clause is about somebody who is no person by name: "the North Korean, who had hosted him"."""
    who = [
        each
        for each in reading.sentence.before("person_who", verb_from(reading.sentence, span.first))
        if each.first and reading.sentence.tokens[each.first - 1].text == ","
    ]
    return bool(who) and not any(
        m.actor.type == "person" and 0 <= who[0].first - m.last <= OFFICE for m in reading.mentions
    )


def named_before(reading: Reading, span: Span) -> bool:
    """Tell whether a name stands in the list right before a verb, or a pronoun that stands for one."""
    noun = reading.sentence.at("gathering", span.first)
    if not noun and (pronoun(reading, span) or epithet(reading, span) or both(reading, span, PAIR)):
        return True
    clause = reading.clause(span.first)
    said = reading.attribution
    summit = attends(reading, span)
    names = [m for m in reading.named(clause) if m.last <= span.first and _can_meet(reading, m, summit=summit)]
    names = [m for m in names if m != said.mention or said.last > span.first]
    return bool(in_list(reading, names, backwards=True, at=span.first))


def who_is_met(reading: Reading, span: Span, before: Sequence[Actor]) -> list[Group]:
    """Return those who are met: one group, or one each where they are met one after the other."""
    clause = reading.clause(span.first)
    summit = attends(reading, span)
    names = [m for m in reading.named(clause) if m.first >= span.last and _can_meet(reading, m, summit=summit)]
    said = reading.attribution
    names = [m for m in names if m.actor not in before]
    names = [m for m in names if m.actor.type != "person" or reading.ends(m) == m.last]  # "to discuss X's plan"
    who = {each.first - 1 for each in reading.sentence.of("person_who")}  # "was received by X, who said"
    names = [m for m in names if m != said.mention or said.last < m.first or said.last - m.last > SAYS or m.last in who]
    if said.last > span.last:  # ", the spokesman said": whoever that is
        names = [m for m in names if said.claimant != m.actor.actor_id or not reading.sentence.at("speech", m.last)]
    if reading.sentence.at("across", span.first):  # who only goes along with a superior meets nobody
        own = {side_of(reading, actor) for actor in before}
        names = [m for m in names if "" not in own and reading.side(m) not in ("", *own)]
    between = {s.last for s in reading.sentence.of("range", "between") if reading.sentence.before("gathering", s.first)}
    names = [
        m
        for m in names
        if m.actor.type not in SIDES
        or not before
        or m.first in between
        or _joined_to(reading, m, span)
        or its_leaders(reading, m, span)
        or _sends(reading, m)
    ]
    later = [c for c in reading.sentence.of("meeting") if c.first - span.last > 1 and not is_office(reading, c)]
    following = [c.first for c in later]
    clauses = [*reading.sentence.of("subordinate"), *reading.sentence.of("date", "since")]
    if any(s.last <= span.first for c in ("speech", "tells") for s in reading.sentence.of(c)):
        clauses += reading.sentence.of("that")  # "told reporters after meeting X that the talks with Y"
    borders = [s.first for s in clauses if s.first >= span.last]  # a clause of its own, in which nobody is met
    if ends := [*following[:1], *borders[:1], *another_deed(reading, span, names)]:
        names = [m for m in names if m.last <= min(ends)]
    does = {
        verb_from(reading.sentence, each.first) for each in later if not reading.sentence.at("gathering", each.first)
    }
    joint = [s.last for s in withs(reading, span)]
    by = received_by(reading, span)
    at = by.last if by else joint[0] if joint else span.last
    chosen = in_list(reading, [m for m in names if not by or m.first >= at], backwards=False, at=at)
    chosen = [m for m in chosen if m == chosen[0] or m.last not in does]  # "was received by X, and Y hosted him"
    if chosen and (owns(reading, at, chosen[0]) or (at == span.last and _brokers(reading, span, chosen[0]))):
        return []
    if not chosen:  # "met with a delegation from the university, headed by X"
        sent = [each for each in reading.sentence.of("delegates") if span.last <= each.first <= span.last + DELEGATION]
        led = [each for each in reading.sentence.of("led_by") if sent and sent[0].last <= each.first]
        names = [m for m in names if led and m.first >= led[0].last]
        chosen = in_list(reading, names, backwards=False, at=led[0].last) if led else []
    chosen = [_led_by(reading, m) or m for m in chosen]
    if not chosen or clings(reading, span):
        if before and (two := them(reading, span)):
            met = [(actor, (span.first, span.last)) for actor in two]
            return [[each] for each in met] if span.cue.value == "call" else [met]
        other = stood_for(reading, span.first, before) if before and him(reading, span) else None
        return [[(other, (span.first, span.last))]] if other else []
    if len(chosen) > 1 and (in_turn(reading, chosen) or apart(reading, span, chosen)):
        return [[(m.actor, (m.first, m.last))] for m in chosen]
    return [[(m.actor, (m.first, m.last)) for m in chosen]]


def _led_by(reading: Reading, sent: Mention) -> Mention | None:
    """Return the person who leads a delegation that is met: "met a Hamas delegation led by X"."""
    ends = {s.last for s in reading.sentence.of("delegates") if s.first == sent.last}
    led = [s.last for s in reading.sentence.of("led_by") if s.first in ends]
    people = [m for m in reading.mentions if led and m.first >= led[0] and m.actor.type == "person"]
    return people[0] if people and leads_to(reading, led[0], people[0].first) else None


def _brokers(reading: Reading, span: Span, mention: Mention) -> bool:
    """Tell whether somebody is only told to have brought others together: "talks mediated by X"."""
    words = [s for s in reading.sentence.of("brokered") if span.last <= s.first and s.last <= mention.first]
    at = max((s.last for s in reading.sentence.of("by") if words and s.first == words[-1].last), default=0)
    return bool(words) and leads_to(reading, at or words[-1].last, mention.first)


def side_of(reading: Reading, actor: Actor) -> str:
    """Return whose side somebody is on."""
    return reading.side(Mention(actor, 0, 0))


def _joined_to(reading: Reading, state: Mention, span: Span) -> bool:
    """Tell whether a state is met as such: "talks with China", not "the summit on Gaza"."""
    near = [each for each in reading.sentence.of("joint") if span.last <= each.first and each.last <= state.first]
    ends = {m.last for m in reading.mentions if m.actor.type in SIDES}  # "Jakarta" after a comma is a place
    near = [each for each in near if reading.sentence.tokens[each.first].text != "," or each.first in ends]
    places = {m.last for m in reading.mentions if m.actor.type in SIDES and reading.place_marked(m)}
    near = [each for each in near if each.first not in places]  # "the situation in X and Y"
    somebody = any(m.actor.type == "person" and 0 <= m.first - state.last <= OFFICE for m in reading.mentions)
    held = not somebody and ends_in_with(reading, span)  # "berunding dengan", "held talks with"
    close = held and leads_to(reading, span.last, state.first) and state.first - span.last <= PAIR
    close = close or any(state.first - each.last <= 2 and leads_to(reading, each.last, state.first) for each in near)
    return close and not reading.place_marked(state)
