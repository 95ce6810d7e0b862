"""Meetings: who met whom, in which form, when and where; visits, calls, invitations. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dashboard.facts import Actor, Fact, joined

from .company import agreed, also_there, goes_on, principals, together
from .counted import with_borders
from .cued import TALKS, between, no_meeting, only_between, points_back, somebody_does, told_by, unknown_doer
from .dating import again_on
from .first_person import with_me
from .guests import with_guests
from .hosting import (
    VISIT,
    bidden,
    goes_somewhere,
    hosted_by,
    hosts_named,
    hosts_of_guest,
    invited,
    others_go,
    passive,
    signed_by,
    visit_by,
    visited,
)
from .joining import joined_by_with, with_follows
from .met import Met, fact_of
from .ministers import with_ministers
from .objects import is_object, its_sides
from .participants import (
    count_people,
    named_before,
    side_of,
    who_is_met,
    who_meets,
)
from .pointing import SIDES, each_other, note_people, whom
from .reading import Reading
from .since import last_to_do, met_by_last, met_since
from .standing import note_offices
from .status import of_the_same_plan, status_of
from .summits import attends, chairs, note_summit, summit_told
from .telling import gathered, told_at, told_to_face
from .text import Span
from .unmet import unnamed_visitor
from .when import When

DENIED_AFTER = 2  # sentences between a meeting and its denial
JOINTLY = ("jointly", "jointly_with")
AHEAD = ("planned", "proposed")


def meetings(plain: Reading) -> Iterator[Fact]:
    """Yield the meetings, visits, calls and invitations of a sentence."""
    if plain.sentence.tokens[-1].text == "?":
        return  # who asks tells nothing
    reading = with_guests(with_me(with_borders(with_ministers(plain))))
    seen: set[tuple[str, str]] = set()
    days: set[date | None] = set()
    wholes: list[set[str]] = []
    found: list[tuple[Met, Fact]] = []
    for met in _told(reading):
        key = (joined(set(met.participants)), met.status)
        if len(set(met.participants)) < 2 or (key[0], "proposed") in seen:
            continue
        spoken = met.cue.cue.category == "meeting_with" and bool(reading.sentence.before("aim", met.cue.first))
        again = spoken or met.cue.cue.value == "summit"
        again = again or any(reading.sentence.at(category, met.cue.first) for category in ("across", *JOINTLY))
        if again and any(set(met.participants) <= who for who in wholes):
            continue  # "the summit" said to be attended, what those met for or watched together
        wholes.append(set(met.participants))
        fact = fact_of(reading, met, key[0])
        if key in seen and (fact.date_start is None or fact.date_start in days):
            continue
        if any(_part_of(met, fact, *each) for each in found):
            continue
        seen.add(key)
        days.add(fact.date_start)
        found.append((met, fact))
    note_offices(reading)
    note_people(reading)
    note_summit(reading)
    for met, fact in found:
        # "X and Y travelled to Z to meet W" tells of one meeting
        if not (met.cue.cue.value == "visit" and any(set(met.participants) < who for who in wholes)):
            yield fact


def _part_of(met: Met, fact: Fact, other: Met, told: Fact) -> bool:
    """Tell whether some of those who met then are told of once more: "spoke to both X and Y by phone"."""
    when, then = ((each.date_start, each.date_end, each.status, each.location) for each in (fact, told))
    return set(met.participants) < set(other.participants) and when == then


def _told(reading: Reading) -> Iterator[Met]:
    """Yield the meetings of a sentence one after another, so that "the two" may be those who just met."""
    found = False
    for met in _met(reading):
        found = True
        yield met
        for when in again_on(reading, met.cue) if met.status == "occurred" else ():
            yield replace(met, when=when, near=Span(met.cue.cue, when.first, when.last))
    for span, guest, host in hosts_named(reading):
        found = True
        yield Met(principals([guest, host]), span, status_of(reading, span), span, [host])
    if not found:
        yield from _denied_again(reading)


def _met(reading: Reading) -> Iterator[Met]:
    """Yield the meetings of people first; then visits to states, of those who met nobody by name."""
    subject: tuple[Actor, ...] = ()
    met: dict[str, set[str]] = {}
    visits: list[tuple[Actor, Span, str]] = []
    ahead_of, told_until, jointly = "", 0, list[Met]()
    for span, invitation in told_by(reading):
        if span.first < told_until:
            continue  # the summit of "had not met since the summit in Osaka"
        if earlier := None if invitation else met_since(reading, span):
            told_until = earlier.last
            others = [actor for names in who_is_met(reading, span, []) for actor, _at in names]
            who = [*who_meets(reading, span, subject), *others]
            yield Met(principals(who), span, "occurred", Span(span.cue, earlier.first, earlier.last), when=earlier)
            continue
        if no_meeting(reading, span) or (invitation and points_back(reading, span)):
            continue
        if not invitation and unnamed_visitor(reading, span):
            continue
        sentence = reading.sentence
        asked = any(each.last <= span.first for each in sentence.of("invitation")) and sentence.before(
            "aim", span.first
        )
        status = "proposed" if invitation or asked else status_of(reading, span)  # "invited X to sit down with Y"
        if bid := None if invitation else bidden(reading, span):
            status, subject = "proposed", (bid[1],)
            if bid[0]:
                yield Met(principals([bid[0], bid[1]]), span, status, span)
                continue
        if status == "occurred" and ahead_of in AHEAD and of_the_same_plan(reading, span):
            status = ahead_of
        ahead_of = status
        if told_of := None if invitation else whom(reading, span):
            hosts = [told_of[0]] if sentence.at("host", span.first) else []
            yield Met(principals(told_of), span, status, span, hosts)
            continue
        if last := None if invitation else last_to_do(reading, span):
            if span.cue.value == "visit" and not sentence.at("host", span.first):
                visits.append((last, span, status))
            else:
                yield Met(principals([last, *met_by_last(reading, span, last)]), span, status, span)
            continue
        if sentence.at("together", span.first) and (pair := signed_by(reading, span)):
            yield Met(principals(pair), span, status, span)
            continue
        if sentence.at("agree", span.first) and (pair := [m.actor for m in agreed(reading, span)]):
            yield Met(principals(pair), span, "occurred", span, plain=True)
            continue
        if any(sentence.at(category, span.first) for category in JOINTLY):
            jointly.append(Met(principals([m.actor for m in together(reading, span)]), span, status, span))
            continue
        if span.cue == VISIT and any(sentence.at(category, span.first) for category in ("aux", "be_in")):
            who = who_meets(reading, span, subject)
            if others := [actor for group in who_is_met(reading, span, who) for actor, _at in group]:
                yield Met(principals([*who, *others]), span._replace(cue=TALKS), status, span)  # "X was in Y with Z"
            elif len(who) == 1:
                visits.append((who[0], span, status))  # "X was in Y on Monday"
            continue
        if pair := invited(reading, span) if invitation else visit_by(reading, span):
            yield Met(principals(pair), span, status, span)
            met.setdefault(status, set()).update(actor.actor_id for actor in pair)
            subject = (pair[-1],) if invitation else subject  # who is to come
            continue
        if sentence.at("tells", span.first) and (told := told_to_face(reading, span)):
            yield Met(principals([m.actor for m in told]), span, status, span, plain=True)
            continue
        if not invitation and sentence.at("gathering", span.first) and (told := told_at(reading, span)):
            yield Met(principals([m.actor for m in told]), span, status, span, plain=True)
            subject = subject or (told[0].actor,)
            continue
        if not invitation and sentence.at("gathering", span.first) and (there := gathered(reading, span)):
            yield Met(principals([m.actor for m in there]), span, status, span)
            continue
        weak = any(sentence.at(category, span.first) for category in ("weak", "purpose"))
        weak = weak and span.cue.category != "meeting_with"  # "X and Y embraced"
        motion = sentence.at("motion", span.first)
        if motion and (not goes_somewhere(reading, span) or others_go(reading, span)):
            continue
        if status == "occurred" and any(s.first == span.first for s in sentence.of("weak", "planned")):
            continue  # "will see X" is a meeting, "sees X" may be none
        close = any(s.first == span.first for s in sentence.of("weak", "close"))
        if close and not (somebody_does(reading, span) or each_other(reading, span)):
            continue
        if _what_for(reading, span):
            continue
        before = who_meets(reading, span, subject)
        if invitation and not before and reading.memory.person:
            before = [reading.memory.person]  # "the head of state also invited X"
        alone = who_is_met(reading, span, [])
        all_of = {actor.actor_id: actor for actor, _at in alone[0]} if len(alone) == 1 else {}
        people = count_people([*all_of.values()])
        if people > 1 and not (named_before(reading, span) or (before and joined_by_with(reading, span))):
            before = []  # "the meeting of X and Y": the names that follow say it all
        if before and len(all_of) > 1 and people in (0, len(all_of)) and only_between(reading, span):
            before = []  # "received X ahead of talks between Y and Z"
        groups = [] if motion else who_is_met(reading, span, before)
        if weak:
            groups = [g for g in groups if before and is_object(reading, span, [actor for actor, _at in g])]
        subject = subject or goes_on(reading, span, before)
        sides = {side_of(reading, actor) for actor in before} if sentence.at("across", span.first) else set()
        if not groups and len(before) >= 2 and not weak and len(sides) != 1 and not motion:
            groups = [[]]
        hosting = sentence.at("host", span.first)
        summit = summit_told(reading, span)
        if summit and not groups and before:
            groups = [[]]
        going = span.cue.value == "visit" and not invitation and not hosting
        if going and not with_follows(reading, span):  # "visited President X", not "visited China with X"
            groups = [g for g in groups if not g or is_object(reading, span, [actor for actor, _at in g])]
        if going and before:  # "will visit Bannu along with General X", at home
            own = {side_of(reading, actor) for actor in before} & {reading.place(reading.clause(span.first), span)[1]}
            groups = [g for g in groups if not g or any(side_of(reading, actor) not in own for actor, _at in g)]
        if going and len({side_of(reading, actor) for actor in before}) == 1:
            groups = [g for g in groups if g]  # a minister and his president, who travel together
        if going and groups and groups[0] and all(actor.type == "state" for actor, _at in groups[0]):
            groups = []  # "visited France and Spain" tells of two visits
        if not groups and len(before) == 1 and going:
            visits.append((before[0], span, status))
        for group in groups:
            others = [actor for actor, _at in group]
            if others and span.cue.value == "talks" and all(actor.type in SIDES for actor in others):
                before = [_for_whom(reading, actor) for actor in before]
            joins = group and (
                attends(reading, span) or with_follows(reading, span) or is_object(reading, span, others)
            )
            everybody = before if len(before) >= 2 and not joins else [*before, *others]
            everybody = [*everybody, *chairs(reading, span), *also_there(reading, span, everybody), *summit]
            if span.cue.value == "visit" and not count_people(everybody) and not hosting:
                continue  # a state travels nowhere
            named = count_people(everybody) >= 2 or between(reading, span) or its_sides(reading, span, group)
            if not before and (not named or unknown_doer(reading, span)):
                continue
            if sentence.at("together", span.first) and count_people(everybody) < 2:
                continue  # "he signed a pact with China"
            if sentence.of("sport") and not count_people(everybody):
                continue  # "Iraq and Saudi Arabia meet in a World Cup qualifier"
            met.setdefault(status, set()).update(actor.actor_id for actor in everybody)
            hosts = ([] if not hosting else others if passive(reading, span) else before) if joins else []
            hosts = hosts or hosts_of_guest(reading, everybody)
            near = Span(span.cue, *group[0][1]) if len(groups) > 1 and group else span
            yield Met(principals(everybody), span, status, near, hosts)
    yield from jointly
    for visitor, span, status in visits:
        meets = any(visitor.actor_id in who for how, who in met.items() if _of_a_visit(status, how))
        if not meets and visitor.type == "person":
            # who did not come has called nothing off
            off = any(reading.within("status", reading.clause(span.first), "denied"))
            if host := hosted_by(reading, span, visitor):
                yield Met((visitor.actor_id, host.actor_id), span, status, span, [host])
                continue
            for state in visited(reading, span, visitor) if off or status != "denied" else ():
                yield Met((visitor.actor_id, state.actor_id), span, status, span, visited=state.actor_id)


def _of_a_visit(visit: str, met: str) -> bool:
    """Tell whether a meeting may be what a visit was for: not what was, of one that is to come or was called off."""
    if "proposed" in (visit, met):
        return met == visit  # "visited Moscow and invited X" tells of both
    return met == visit if visit == "denied" else visit != "planned" or met != "occurred"


def _for_whom(reading: Reading, actor: Actor) -> Actor:
    """Return the state of whoever only says that it meets another state: "X said there were no talks with Iran"."""
    said = reading.attribution
    state = reading.lexicon.actors.actors.get(actor.parent)
    speaks = said.claimant == actor.actor_id and state is not None and state.type in SIDES
    return state if speaks and state is not None else actor


def _denied_again(reading: Reading) -> Iterator[Met]:
    """Yield the meeting told before, of which a sentence without names says that it is not to be: "no such meeting"."""
    memory = reading.memory
    if not memory.participants or memory.place - memory.participants_at > DENIED_AFTER:
        return
    spans = [s for s in reading.sentence.of("meeting") if not attends(reading, s)]  # "X did not attend" is of X alone
    spans = [s for s in spans if not no_meeting(reading, s)]
    if reading.sentence.of("invitation"):
        return  # whoever was not invited to a meeting calls nothing off
    spans += reading.sentence.of("anaphora", "noun")
    denied = [span for span in spans if status_of(reading, span) == "denied" and _known(reading, span)]
    people = [m for m in reading.mentions if m.actor.type == "person" and m != reading.attribution.mention]
    if denied and not people:
        yield Met(memory.participants, denied[0], "denied", denied[0])


def _known(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting is one told of before, or any at all: "the meeting", "no meeting"."""
    back = any(span.distance(each) <= 1 for each in reading.sentence.of("anaphora"))
    return back or any(0 <= span.first - each.last <= 1 for each in reading.sentence.of("negation"))


def when_it_is(reading: Reading) -> When | None:
    """Return the date that a sentence tells of meetings told before it: "Both meetings are to be on 29 June"."""
    told = [span for span in reading.sentence.of("meeting") if span.first <= 4] if reading.dates else []
    return reading.dates[0] if any(points_back(reading, span) for span in told) else None


def _what_for(reading: Reading, span: Span) -> bool:
    """Tell whether a noun of meeting only says what guests were received for: "hosted X and Y for talks"."""
    sentence = reading.sentence
    fors = sentence.before("about", span.first) if sentence.at("gathering", span.first) else []
    if not fors or with_follows(reading, span):
        return False
    hosts = [s for s in reading.within("host", reading.clause(span.first)) if s.last <= fors[0].first]
    people = (m for m in reading.mentions if m.actor.type == "person" and m.last == fors[0].first)
    return bool(hosts) and any(m.first >= hosts[-1].last for m in people)
