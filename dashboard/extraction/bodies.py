"""Bodies of states by what they are: "the spy agency of South Korea", "the army in Bujumbura". Knows no language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.facts import Actor, Directory, is_country

from .gazetteer import great_town
from .memory import Memory, Mention
from .text import Sentence, Span

# The English word by which an actor's name tells that it is this sort of body; the id's own prefix for the others.
INTELLIGENCE = "intelligence"
SPIES = "spies"  # "X intelligence" without a name, the state itself
POLICE = "police"
ARMY = "military"
HEALTH = "moh"
CARING = (HEALTH, "civil-defence")  # who tell of those hurt where they were, whoever is told of more
HOME = (*CARING, "prosecutor-general", "police", "moi")  # who tell of what befell their own state
ATTACKS = ("event", "weapon")  # what a state's name stands before where it attacks: "Israeli strikes"
DOINGS = ("unit", "event", "war")  # of which a state's name may say whose
OPENS = 2  # tokens of the state that a sentence is about
CABINET = "cabinet"  # "X officials", "the government of X": the state itself


def bodies_of_states(
    sentence: Sentence,
    found: list[Mention],
    directory: Directory,
    bases: Mapping[str, str],
    memory: Memory,
    armies: frozenset[str],
) -> list[Mention]:
    """Turn "the spy agency of South Korea" and "South Korea's intelligence service" into the body itself.

    "The army said": the army told of last, else that of the state where the article is at home. A comma parts a body
    from a state before it: "In Lebanon, the health ministry said".
    """
    for army in (m.actor for m in found if m.actor.actor_id in armies and is_country(m.actor.parent)):
        memory.bodies[ARMY] = army  # "the Israeli military said … The army said"
    offices = [s for s in sentence.of("body_office") if sentence.at("speech", s.last)]  # "a police spokesman said"
    if not offices and not sentence.of("body"):
        return found
    replaced: dict[int, Mention] = {}
    alone: list[Mention] = []
    for span in (*sentence.of("body"), *offices):
        places = [Span(span.cue, m.first, m.last) for m in found]
        seats = {at for at, here in enumerate(places) if _in_its_capital(sentence, span, here)}
        for position in sorted(range(len(found)), key=lambda at: (at not in seats, span.distance(places[at]))):
            mention, here = found[position], places[position]
            near = position in seats or span.distance(here) <= (2 if mention.last <= span.first else 0)
            near = near or (mention.actor.type == "state" and _of_it(sentence, span, here))
            near = near and not any(_parts(sentence, at) for at in range(mention.last, span.first))
            if span.cue.value == CABINET and near and _of_many_states(mention.actor):
                replaced[position] = replace(mention, first=min(span.first, here.first), last=max(span.last, here.last))
                break  # "a senior NATO official"
            if mention.actor.type == "state" and near:
                body = body_of(directory, mention.actor, span.cue.value)
                replaced[position] = Mention(body, min(span.first, here.first), max(span.last, here.last))
                memory.bodies[span.cue.value] = body
                break
        else:
            if not _of_the_land(sentence, span) and (owner := _its(sentence, span, found)):
                memory.bodies[span.cue.value] = body_of(directory, owner, span.cue.value)
                alone.append(Mention(memory.bodies[span.cue.value], span.first, span.last))
                continue
            if state := directory.actors.get(_run_by(sentence, span, bases)):
                memory.bodies[span.cue.value] = body_of(directory, state, span.cue.value)
                alone.append(Mention(memory.bodies[span.cue.value], span.first, span.last))
                continue
            if seat := _seated(sentence, span, directory):
                memory.bodies[span.cue.value] = body_of(directory, seat, span.cue.value)
                alone.append(Mention(memory.bodies[span.cue.value], span.first, span.last + 2))
                continue
            home = directory.actors.get(_home(sentence, span, found, memory))
            told = None if _told_where(sentence, span, found, memory) else memory.bodies.get(span.cue.value)
            body_known = told or (home and body_of(directory, home, span.cue.value))
            if body_known and span.cue.value != CABINET and stands_alone(sentence, span):
                alone.append(Mention(body_known, span.first, span.last))
    kept = [replaced.get(position, mention) for position, mention in enumerate(found)]
    taken = {at for m in kept for at in range(m.first, m.last)}
    return sorted([*kept, *(m for m in alone if m.first not in taken)], key=lambda m: m.first)


def _its(sentence: Sentence, body: Span, found: list[Mention]) -> Actor | None:
    """Return the state that a sentence begins with, whose body is told of: "X has lost 14, its defence force said"."""
    its = sentence.before("possessive", body.first) and sentence.at("speech", body.last)
    states = [m for m in found if its and m.last <= body.first and m.actor.type == "state"]
    return states[0].actor if states and not sentence.preceded(states[0].first, "where") else None


def _home(sentence: Sentence, body: Span, found: list[Mention], memory: Memory) -> str:
    """Return the state whose body it is that none stands beside: that of the place, else where the article is at home.

    One that attacks is not meant where the body tells of what befell its own, or is told to be that of the land.
    """
    topic = memory.topic if is_country(memory.topic) else memory.focus
    there = (memory.scene or memory.country) if body.cue.value in CARING else ""  # they count those hurt there
    known = (_told_where(sentence, body, found, memory), there, memory.home or topic, memory.ground, memory.focus)
    attacking = {m.actor.actor_id for m in found if any(sentence.at(c, m.last) for c in ATTACKS)}
    if body.cue.value not in HOME and not _of_the_land(sentence, body):
        attacking = set()
    return next((state for state in known if state and state not in attacking), "")


def _told_where(sentence: Sentence, body: Span, found: list[Mention], memory: Memory) -> str:
    """Return the state that a sentence or a paragraph sets the scene in, for a body that tells of those at home.

    Armies fight elsewhere: "In Niger, the army said" tells of Niger's, a later "the army" need not.
    """
    at_home = body.cue.value in HOME or _of_the_land(sentence, body)
    about = next((m.actor.actor_id for m in found if m.actor.type == "state" and m.last <= OPENS), "")
    about = about if _of_the_land(sentence, body) else ""  # "Azerbaijan lost 93, according to the country's army"
    return (_where_hurt(sentence, found) or about or memory.stage) if at_home else ""


def _of_the_land(sentence: Sentence, body: Span) -> bool:
    """Tell whether a body is told to be that of the land told of: "the territory's", "kementerian negara itu"."""
    if not sentence.of("land"):
        return False
    read = sentence.tokens
    own = [at for at in (body.first - 2, body.first - 3) if at > 0 and read[at].text in "'’"]
    behind = (s.last for s in sentence.of("land") if s.first == body.last)
    return any(sentence.at("anaphora", at) for at in behind) or any(
        sentence.before("land", at) for at in (body.first, *own)
    )


def _run_by(sentence: Sentence, body: Span, bases: Mapping[str, str]) -> str:
    """Return the state at home in which a group runs a body: "the Houthi-run health ministry"."""
    groups = {span.last: bases.get(span.cue.value, "") for span in sentence.of("actor")}
    run = [span.first for span in sentence.before("run_by", body.first)]
    if run and run[0] and sentence.tokens[run[0] - 1].text == "-":
        return groups.get(run[0] - 1, "")
    firsts = {span.first: bases.get(span.cue.value, "") for span in sentence.of("actor")}
    after = next((span.last for span in sentence.of("run_by") if 0 <= span.first - body.last <= 1), -1)
    return firsts.get(after, "")  # "the ministry, run by Hamas,"


def _where_hurt(sentence: Sentence, found: list[Mention]) -> str:
    """Return the state that a sentence names as a place, whose ministry counts those hurt there: "strikes on Yemen"."""
    places = [m for m in found if m.actor.type == "state" and sentence.preceded(m.first, "where")]
    places = [m for m in places if not any(sentence.at(c, m.last) for c in DOINGS)]  # "in Israeli attacks"
    return places[0].actor.actor_id if places and sentence.of("outcome") else ""


def _seated(sentence: Sentence, body: Span, directory: Directory) -> Actor | None:
    """Return the state of the great town where a body sits that speaks: "the army in Bujumbura said"."""
    at = body.last + 1
    if not (sentence.at("where", body.last) and sentence.at("speech", at + 1)):
        return None
    return directory.actors.get(great_town(sentence.tokens[at].text))


def _of_many_states(actor: Actor) -> bool:
    """Tell whether an actor is a body of several states or an armed group, which has officials of its own."""
    return actor.type == "armed_group" or (actor.type == "organisation" and not is_country(actor.parent))


def _parts(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb, a number or a comma parts a state from a body: "Moscow sent 300 military instructors"."""
    verb = any(sentence.at(c, at) for c in ("aux", "movement", "outcome", "have", "speech", "negation", "number.add"))
    return verb or sentence.tokens[at].text == "," or sentence.tokens[at].text[0].isdecimal()


def _in_its_capital(sentence: Sentence, body: Span, state: Span) -> bool:
    """Tell whether a body is told by where it sits: "the health ministry in Tehran"."""
    return any(s.first == body.last and s.last == state.first for s in sentence.of("where", "in"))


def _of_it(sentence: Sentence, body: Span, state: Span) -> bool:
    """Tell whether a body is told to be a state's behind it: "the defence ministry of Azerbaijan", not one's base."""
    of = {s.last for s in sentence.of("of") if s.first == body.last and s.cue.value == "of"}
    of |= {s.last for s in sentence.of("article") if s.first in of}
    return state.first in of


def stands_alone(sentence: Sentence, span: Span) -> bool:
    """Tell whether a body is named by itself and speaks or acts, and is no half of another noun ("the army base")."""
    after = span.last
    # "the Army today put", "the ministry now says"
    after += any(s.first == after for c in ("day", "adverb", "totals", "now", "local") for s in sentence.of(c))
    after = next((s.last for s in sentence.of("title") if s.first == after and sentence.at("speech", s.last)), after)
    verb = any(
        sentence.at(category, after)
        for category in ("speech", "aux", "have", "movement", "outcome", "loss", "negation")
    )
    owned = (s.first for s in sentence.before("possessive", span.first))  # "according to the country's army"
    told = any(sentence.preceded(at, "said_by", "by") for at in (span.first, span.first - 1, *owned))
    begins = span.first == 0 or (sentence.at("article", 0) and span.first == 1)  # "The ministry, which runs X, said"
    begins = begins and after < len(sentence.tokens) and sentence.tokens[after].text == ","
    return verb or told or begins


def body_of(directory: Directory, state: Actor, sort: str) -> Actor:
    """Return a state's body of a sort: the listed one, else one by the naming convention; the state for a spy service.

    Ids of national bodies are ``body-iso3``; "X intelligence" without a name is the state itself.
    """
    if sort in (CABINET, SPIES):
        return state
    own = [a for a in directory.members(state.actor_id) if a.type == "organisation"]
    if sort == INTELLIGENCE:
        return next((actor for actor in own if sort in actor.name.casefold()), state)
    if sort == POLICE and (listed := [actor for actor in own if actor.name.casefold().endswith(sort)]):
        return listed[0]
    actor_id = f"{sort}-{state.actor_id.casefold()}"
    known = directory.actors.get(actor_id)
    return known or Actor(actor_id=actor_id, name=actor_id, type="organisation", parent=state.actor_id)
