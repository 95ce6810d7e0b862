"""Who visits and who receives: invitations, visits that are nouns, passives, states as hosts. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.facts import Actor

from .language import Cue
from .listing import PAIR, REACH, in_list, leads_to, verb_from
from .memory import Mention
from .pointing import stood_for
from .reading import Reading
from .text import Span

VISIT = Cue("meeting", "visit")
NEXT = 3  # tokens between a visit and the state that is visited
GUEST = 8  # tokens between the host of an invitation and the guest


def invited(reading: Reading, span: Span) -> list[Actor]:
    """Return host and guest of an invitation that names both after it: "an invitation from X to Y to come to Z"."""
    sentence = reading.sentence
    by = [each for c in ("of", "by") for each in sentence.of(c) if 0 <= each.first - span.last <= 1]
    if reading.lexicon.pack.noun_first and sentence.of("to_whom"):
        by.append(span)  # "undangan X kepada Y"
    named = [m for m in reading.mentions if m.actor.type == "person"]
    people = [m for m in named if m.first >= span.last]
    host = next((m for m in people if any(0 <= m.first - each.last <= GUEST for each in by)), None)
    read = sentence.tokens
    whose = [m for m in named if m.last < span.first and read[m.last].text in "'’" and span.first - m.last <= PAIR]
    guests = [m for m in named if whose and m.last < whose[-1].first and m.actor != whose[-1].actor]
    if whose and guests and not people:
        return [whose[-1].actor, guests[0].actor]  # "X accepted Y's invitation"
    if host is None:
        return []
    to = [each for each in sentence.of("joint", "with") if 0 <= each.first - host.last <= 1]
    to += [each for each in sentence.of("to_whom") if each.first == host.last]
    guest = next((m for m in people if any(0 <= m.first - each.last <= GUEST for each in to)), None)
    return [host.actor, guest.actor] if guest is not None and guest.actor != host.actor else []


def bidden(reading: Reading, span: Span) -> tuple[Actor | None, Actor] | None:
    """Return who asks whom to go or to meet: "X meminta Y datang ke Z", "X urged Y to visit Z"; None where nobody does.

    Who asks is None where another state is to be visited, or somebody else to be met.
    """
    sentence = reading.sentence
    asked = [each for each in sentence.of("request") if each.last < span.first]
    if not asked:
        return None
    verb = asked[-1]
    people = [m for m in reading.mentions if m.actor.type == "person" and m.last <= span.first]
    hosts = in_list(reading, [m for m in people if m.last <= verb.first], backwards=True, at=verb.first)
    host = hosts[0].actor if hosts else reading.memory.theme
    named = next((m for m in people if m.first >= verb.last), None)
    him = [each for each in sentence.of("object") if each.first == verb.last]
    if named is not None and named == people[-1] and leads_to(reading, verb.last, named.first):
        guest, ends = named.actor, named.last
    elif named is None and him and host and (other := stood_for(reading, verb.first, [host])):
        guest, ends = other, him[0].last  # "lalu meminta koleganya itu datang ke"
    else:
        return None
    light = {at for c in ("aim", "that", "aux", "status") for s in sentence.of(c) for at in range(s.first, s.last)}
    if span.first - ends > NEXT or any(at not in light for at in range(ends, span.first)):
        return None
    _location, country = reading.place((span.first, reading.clause(span.first)[1]), span, whole=False)
    side = reading.lexicon.actors.side(host.actor_id) or host.parent if host else ""
    goes = span.cue.value == "visit" and (not country or not side or country == side)
    return (host if goes and host != guest else None), guest


def signed_by(reading: Reading, span: Span) -> list[Actor]:
    """Return those by whom something was done together: "signed in Pretoria by X and Y"."""
    sentence = reading.sentence
    by = [each for each in sentence.of("by") if span.last <= each.first <= span.last + REACH]
    at = by[0].last if by else span.last
    names = [m for m in reading.named(reading.clause(span.first)) if m.first >= at and m.actor.type == "person"]
    chosen = in_list(reading, names, backwards=False, at=at)
    return [m.actor for m in chosen] if len({m.actor.actor_id for m in chosen}) >= PAIR else []


def visit_by(reading: Reading, span: Span) -> list[Actor]:
    """Return visitor and visited of a visit that is a noun: "a visit by X to Y", "a visit by X" told of a state."""
    if span.cue.value != "visit" or any(reading.sentence.at(c, span.first) for c in ("motion", "host")):
        return []  # "welcomed X to Y" tells who welcomed
    by = reading.sentence.at("by", span.last)
    after = [m for m in reading.mentions if span.last <= m.first <= span.last + GUEST]
    visitor = next((m for m in after if m.actor.type == "person"), None)
    if visitor is None or not (by or leads_to(reading, span.last, visitor.first)):
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
    whys = (*reading.sentence.of("date", "after"), *reading.sentence.of("date", "before"))
    # "cut short his visit after a Russian strike": what follows says why
    clause = clause[0], min((s.first for s in whys if s.first == span.last), default=clause[1])
    directory = reading.lexicon.actors
    named = [m for m in reading.named(clause) if m.actor.type == "state" and m.first >= span.last]
    named = [m for m in named if not reading.sentence.at("government", m.first)]
    listed = in_list(reading, named, backwards=False, at=span.last, reach=NEXT)
    _location, country = reading.place(clause, span)
    # "fly to Skopje, sources in Brussels said": only the first may be told as a place
    inside = {each.last for each in reading.sentence.of("where", "in")}
    listed = [m for m in listed if m == listed[0] or m.first not in inside]
    if not listed and goes_there(reading, span):
        country = country or reading.memory.venue
    states = [m.actor.actor_id for m in listed] or [country]
    for found in states:  # "visited France, Spain and Portugal"
        if found and found in directory.actors and found not in (directory.side(visitor.actor_id), visitor.parent):
            yield directory.actors[found]


def hosted_by(reading: Reading, span: Span, visitor: Actor) -> Actor | None:
    """Return at whose invitation somebody goes somewhere: "berkunjung ke X atas undangan Y"."""
    for each in reading.sentence.of("at_invitation"):
        people = [m for m in reading.mentions if m.actor.type == "person" and m.first >= each.last]
        if people and people[0].actor != visitor and leads_to(reading, each.last, people[0].first):
            return people[0].actor
    return next((m.actor for m in _inviting(reading) if m.actor != visitor), None)


def _inviting(reading: Reading) -> Iterator[Mention]:
    """Yield whose invitation somebody follows: "at X's invitation"."""
    for each in reading.sentence.of("invitation"):
        for mention in reading.mentions:
            owns = mention.actor.type == "person" and mention.last < reading.ends(mention) == each.first
            if owns and reading.sentence.preceded(mention.first, "where"):
                yield mention


def is_followed(reading: Reading, span: Span) -> bool:
    """Tell whether an invitation is only told as why somebody comes: "is to visit Y at X's invitation"."""
    return any(reading.ends(mention) == span.first for mention in _inviting(reading))


def hosts_named(reading: Reading) -> Iterator[tuple[Span, Actor, Actor]]:
    """Yield guest and host where only a noun tells of a visit: "He and his host, X", "X and his guest", "X's guest"."""
    sentence, theme, read = reading.sentence, reading.memory.theme, reading.sentence.tokens
    if not sentence.has(("receiver", "guest", "guest_of")):
        return
    people = [m for m in reading.mentions if m.actor.type == "person"]
    for category in ("receiver", "guest"):
        for span in sentence.of(category):
            after = next((m for m in people if m.first > span.last), None)
            before = [m for m in people if m.last <= span.first]
            comma = span.last < len(read) and read[span.last].text == ","
            other = before[-1].actor if before else theme
            if after is not None and comma and leads_to(reading, span.last + 1, after.first):
                named: Actor | None = after.actor
            elif sentence.before("aux", span.first) and other is not None:  # "She had been his guest in X"
                named, other = other, stood_for(reading, span.first, [other])
            elif before and any(s.first == before[-1].last for s in sentence.before("joint", span.first)):
                named = reading.memory.guest if category == "guest" else reading.memory.receiver  # "X and his guest"
            else:
                continue
            if named is not None and other is not None and other != named:
                pair = (other, named) if category == "receiver" else (named, other)
                yield Span(VISIT, span.first, span.last), *pair
    for span in sentence.of("guest_of"):  # "had been X's guest"
        hosts = [m for m in people if 0 < span.first - m.last <= PAIR and read[m.last].text in "'’"]
        if hosts and sentence.before("aux", hosts[0].first):
            first = next((m.actor for m in people if m.last < hosts[0].first), None)
            guest = first or theme
            if guest is not None and guest != hosts[0].actor:
                yield Span(VISIT, span.first, span.last), guest, hosts[0].actor


def hosts_of_guest(reading: Reading, people: Sequence[Actor]) -> list[Actor]:
    """Return who receives those who meet, where one of them is told to be a guest: "X and visiting President Y"."""
    visiting = reading.sentence.of("visiting")
    named = [m for m in reading.mentions if m.actor.type == "person"] if visiting else []
    firsts = [next((m for m in named if m.first >= each.last), None) for each in visiting]
    guests = [m.actor for m, s in zip(firsts, visiting, strict=True) if m and leads_to(reading, s.last, m.first)]
    others = [actor for actor in people if actor not in guests]
    return others if guests and len(others) < len(people) else []


def received_by(reading: Reading, span: Span) -> Span | None:
    """Return the word before whoever receives those before a verb: "was received in the palace by X"."""
    by = [each for each in reading.sentence.of("by") if 0 <= each.first - span.last <= REACH]
    return by[0] if by and passive(reading, span) else None


def is_office(reading: Reading, span: Span) -> bool:
    """Tell whether a word of meeting says who somebody is: "his Malawian host"."""
    sentence = reading.sentence
    at = min((each.first for each in sentence.before("actor", span.first)), default=span.first)
    if sentence.at("title", span.first) and any(sentence.before(c, at) for c in ("possessive", "article")):
        return True
    verbal = any(sentence.before(c, span.first) for c in ("status", "aim", "joint", "aux", "third"))
    named = any(m.first == span.last and m.actor.type == "person" for m in reading.mentions)
    if sentence.at("title", span.first) and named and not verbal and span.first > 0:
        return sentence.tokens[span.first - 1].text[0].isupper()  # "Fox News host X"
    state = max((each.last for each in sentence.of("actor") if each.first == span.last), default=span.last)
    return sentence.at("visiting", span.first) and sentence.at("title", state)  # "met visiting Chairman X"


def goes_somewhere(reading: Reading, span: Span) -> bool:
    """Tell whether a name follows a verb of going, behind an article at most: "came to Moscow", not "to power"."""
    read = reading.sentence.tokens
    named = any(token.text[0].isupper() for token in read[span.last : span.last + 3])
    return named or goes_there(reading, span)


def goes_there(reading: Reading, span: Span) -> bool:
    """Tell whether a verb of going leads to a place told of before: "made the trip", "was last in the country"."""
    return reading.sentence.at("thereto", span.first) or reading.sentence.at("that_place", span.last)


def others_go(reading: Reading, span: Span) -> bool:
    """Tell whether a clause on some who are no persons by name tells where they go: "soldiers who will fly to"."""
    sentence = reading.sentence
    if _soldiers_go(reading, span):
        return True
    who = sentence.before("relative", verb_from(sentence, span.first))
    last = min((each.first for each in who), default=0)
    last -= bool(last and sentence.tokens[last - 1].text == ",")
    return bool(who) and not any(m.last == last for m in _people(reading))


def _soldiers_go(reading: Reading, span: Span) -> bool:
    """Tell whether people who are counted come somewhere, as another tells: "X said 400 soldiers had arrived in"."""
    speech = [s.last for s in reading.sentence.of("speech") if s.last <= span.first]
    counted = [n for n in reading.numbers if speech and speech[-1] <= n.first < span.first and reading.counts_people(n)]
    return any(not any(n.last <= m.first < span.first for m in _people(reading)) for n in counted)


def _people(reading: Reading) -> list[Mention]:
    return [m for m in reading.mentions if m.actor.type == "person"]


def passive(reading: Reading, span: Span) -> bool:
    """Tell whether who stands before a verb is received rather than receives: "was received by", "disambut"."""
    if reading.sentence.at("fronted", span.first):
        return False  # "is hosting X"
    return reading.sentence.at("hosted", span.first) or bool(reading.sentence.before("aux", span.first))
