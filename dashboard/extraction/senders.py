"""Whose troops are told to go or to be somewhere where nothing beside them says it. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.facts import is_country

from .counting import Count
from .joint_forces import common_force
from .memory import Mention, told_in
from .own_clause import of_own_clause, quoted_off
from .promised import who_promised
from .reading import Reading, is_mission
from .sides import GUESSED, LIKELY, SURE, Owner, alike, is_armed, parties_of
from .text import Span

SAYS = 4  # tokens between who announces something and the verb
BY = 8  # tokens between a verb of sending and "by" whom
UNIT = 5  # tokens of the name of a unit before its kind
COUNCIL = ("decision-making",)  # in the role of what decides for a body of several states
DEEDS = ("event", "war", "campaign")  # what a state did to others, which sends nobody


def _did_else(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody did what is no sending: "men of a unit trained by the United States"."""
    by = [s for s in reading.sentence.of("by") if 0 <= mention.first - s.last <= 1]
    return any(reading.sentence.before("other_event", span.first) for span in by)


def _between(reading: Reading, mention: Mention) -> bool:
    """Tell whether a name only says between which states a place is: "the heights between Israel and Syria"."""
    between = {s.last for s in reading.sentence.of("range", "between")}
    before = next((m.first for m in reading.mentions if m.last == mention.first - 1), mention.first)
    return bool({before, mention.first} & between) and not reading.sentence.of("where", "from")


def _only_called_so(reading: Reading, mention: Mention, event: Span) -> bool:
    """Tell whether a state's name sends nobody: "the Singapore air base", "Chadian rebels", "the Russian invasion"."""
    sentence, state = reading.sentence, mention.actor.type == "state"
    later = mention.first >= event.last
    before = sentence.before if reading.lexicon.pack.noun_first else None
    deed = any(bool(before(c, mention.first)) if before else sentence.at(c, mention.last) for c in DEEDS)
    thing = later and any(sentence.at(c, mention.last) for c in ("outpost", "named_after"))
    goal = later and sentence.preceded(mention.first, "about")
    place = bool(sentence.before("possessive", mention.first))  # "its Lebanon contingent"
    own = later and reading.ends(mention) > mention.last  # "NATO's eastern flank", not "NATO's forces"
    if own and not any(sentence.at(c, reading.ends(mention)) for c in ("forces", "formation", "level", "unit")):
        return True
    return state and (thing or goal or place or deed or sentence.at("irregular", mention.last))


def _it(reading: Reading, pronoun: Span) -> str:
    """Return the side that "it" stands for where the same sentence names it: "only Japan has agreed: it will send"."""
    named = [m for m in reading.mentions if m.last <= pronoun.first and m.actor.type == "state"]
    wheres = {s.first for s in reading.sentence.of("relative", "where") if s.last <= pronoun.first}
    named = [m for m in named if not {m.last, m.last + 1} & wheres]  # "left Mali, where it had 2,400 men"
    free = [m for m in named if not reading.oblique(m)] or [m for m in named if wheres and not reading.place_marked(m)]
    return reading.side(free[-1]) if free else ""


def _of_a_force(reading: Reading, mention: Mention) -> bool:
    """Tell whether a name says whose force is told of: "the Russian force on Ukraine's border has grown to"."""
    return any(reading.sentence.at(category, reading.ends(mention)) for category in ("forces", "formation", "level"))


def _announced(reading: Reading, count: Count, event: Span) -> str:
    """Return the state whose minister announces one without saying whose: "X announced that 500 more will go"."""
    speaker = reading.attribution.mention
    if speaker is None or speaker.last > min(count.first, event.first) or not is_country(reading.side(speaker)):
        return ""
    verbs = [s for s in reading.sentence.of("announce") if 0 <= s.first - speaker.last <= SAYS]
    ahead = verbs and reading.within("status", reading.clause(event.first), "planned")
    named = any(verbs[0].last <= m.first < event.first for m in reading.mentions) if verbs else True
    return reading.side(speaker) if ahead and not named else ""


def sender(reading: Reading, count: Count, event: Span) -> Owner:
    """Return whose troops are told to go: who is named as sending them, else whose went last.

    A council that decides for a body of several states sends that body's people: "the UN Security Council voted to".
    """
    found = _sender(reading, count, event)
    known = reading.lexicon.actors.actors.get(found.actor)
    if known is None or not told_in(known.role, COUNCIL):
        return found
    missions = [m for m in reading.mentions if is_mission(m.actor)]
    return replace(found, actor=missions[0].actor.actor_id if missions else known.parent)


def _sender(reading: Reading, count: Count, event: Span) -> Owner:
    memory, clause = reading.memory, reading.clause(event.first)
    parties = [
        m for m in parties_of(reading, count) if clause[0] <= m.first < clause[1] and not reading.place_marked(m)
    ]
    if announced := who_promised(reading, count):
        return Owner(announced, LIKELY)
    if (decides := _decides(reading, event)) is not None:
        return Owner(reading.side(decides), LIKELY)
    helped = [m for m in parties if reading.after_cue("side", m)]
    # who "offered 10,000 soldiers", "agreed to send" them, offers its own
    offers = any(0 <= event.first - s.last <= 1 or s.first == event.first for s in reading.sentence.of("speech"))
    offers = offers and not reading.sentence.at("reckon", event.first)  # "puts the size of the force at"
    free = [m for m in parties if m not in helped and (offers or m != reading.attribution.mention)]
    free = [m for m in free if alike(reading, count, reading.side(m))]
    free = [m for m in free if not reading.after_cue("besides", m)] or free
    free = [m for m in free if m.actor.type != "organisation" or not reading.after_cue("holding", m)] or free
    free = [
        m
        for m in free
        if not _between(reading, m) and not _did_else(reading, m) and not _only_called_so(reading, m, event)
    ]
    parties, free = of_own_clause(reading, parties, count), of_own_clause(reading, free, count)
    free = [
        m for m in free if not reading.sentence.at("at_request", reading.ends(m)) and not quoted_off(reading, m, count)
    ]
    hosts = {s.first for s in reading.sentence.of("there")}
    free = [m for m in free if m.last not in hosts]  # "Qatar hosts 10,000": not its own
    if reading.sentence.at("reckon", event.first) and reading.sentence.before("figure", count.first):
        free = [m for m in free if m.first >= event.last]  # who puts a force at so many sends none of them
    force = [m for m in parties if _of_a_force(reading, m) and m.last <= count.first]
    force = [m for m in force if not _only_called_so(reading, m, event)]
    if force and event.cue.value == "stationed":
        return Owner(reading.side(force[-1]), LIKELY)  # "He put the strength of Kampala's contingent at 4,000"
    pronouns = [s for s in reading.within("third", clause) if s.last <= count.first]
    if pronouns and not any(m.first >= pronouns[-1].last and m.last <= count.first for m in free):
        he = Mention(memory.person, 0, 0) if memory.person else None
        if he and pronouns[-1].cue.value == "he":
            return Owner(reading.side(he), LIKELY)
        if pronouns[-1].cue.value == "it" and (its := _it(reading, pronouns[-1]) or memory.subject):
            return Owner(its, GUESSED)
    said = [s.first for s in reading.sentence.of("speech")]
    agents = [m for m in free if reading.after_cue("by", m) or reading.after_cue("passive", m)]
    agents += [m for m in reading.named(clause) if m.actor.type == "person" and reading.after_cue("sent_by", m)]
    agents = [m for m in agents if m.first - event.last <= BY and reading.side(m)]
    if by := [m for m in agents if not any(event.last <= at < m.first for at in said)]:
        return Owner(reading.side(by[0]), SURE)
    first = max(event.first, count.first)
    leaders = [m for m in reading.named(clause) if m.actor.type == "person" and m != reading.attribution.mention]
    leaders = [m for m in leaders if m.last <= event.first <= count.first and is_country(reading.side(m))]
    leaders = [m for m in leaders if reading.beside(m, count.first)]
    leaders = [m for m in leaders if not reading.sentence.at("at_request", reading.ends(m))]
    if leaders and not any(leaders[-1].last <= m.first < event.first for m in free):
        return Owner(reading.side(leaders[-1]), LIKELY)  # "Kim decided to send 1,000"
    if before := [m for m in free if m.last <= first]:
        # "Uganda supplies most of the AU's mission, some 6,000 men": whoever follows the verb sends nobody
        force = [m for m in before if _of_a_force(reading, m)]
        strong = force if event.cue.value == "stationed" else []
        before = strong or [m for m in before if m.last <= event.first] or before
        before = [m for m in before if m in force] or before
        one = before[-1] if event.first < count.first else before[0]
        if one not in force and (first_named := _with_another(reading, one, before)) is not None:
            return Owner(common_force(reading, count) or first_named, GUESSED)
        if count.first < event.first and memory.fielded not in ("", reading.side(one)):
            where = reading.places.where((count.first, clause[1]), event)[1]
            if where == reading.side(one) and alike(reading, count, memory.fielded):
                return Owner(memory.fielded, GUESSED)  # "Chad ended the pact, and the 1,000 soldiers there will leave"
        return Owner(reading.side(one), LIKELY)
    if free and reading.sentence.tokens[free[0].first - 1].text == ",":
        return Owner(reading.side(free[0]), LIKELY)  # "With 2,639 deployed, China provides …"
    speaker = reading.attribution.mention
    people = [m for m in reading.named(clause) if m.actor.type == "person" and m.last <= first and m != speaker]
    if people and is_country(reading.side(people[-1])):
        return Owner(reading.side(people[-1]), GUESSED)  # "President X authorised the sending of"
    if own := _announced(reading, count, event):
        return Owner(own, LIKELY)
    if speaker and speaker.last <= event.first and speaker.actor.type != "person" and is_country(reading.side(speaker)):
        between = any(speaker.last <= m.first < event.first for m in reading.mentions)
        if not between and reading.within("status", clause, "planned"):
            return Owner(reading.side(speaker), GUESSED)  # "Thailand said it would send 1,580"
    if speaker and event.cue.value == "sent" and _serves(reading, speaker) and is_country(reading.side(speaker)):
        between = any(speaker.last <= m.first < first for m in reading.mentions if reading.is_party(m))
        if not between and speaker.last <= first and reading.within("status", clause, "planned"):
            return Owner(reading.side(speaker), GUESSED)  # "army spokesman X said a company would be flown to Y"
    return Owner(_guessed_sender(reading, count, event, free), GUESSED)


def _serves(reading: Reading, speaker: Mention) -> bool:
    """Tell whether somebody speaks for an army or a ministry, by the body or the rank before the name."""
    ranks = (s for s in reading.sentence.of("service") if 0 <= speaker.first - s.last <= 1)
    return speaker.actor.type == "person" and (is_armed(reading, speaker) or any(ranks))


def _decides(reading: Reading, event: Span) -> Mention | None:
    """Return the state by whose seat an assembly is told that has decided: "lawmakers in Rome backed the sending"."""
    sentence = reading.sentence
    houses = [s.last for s in sentence.of("assembly") if s.last < event.first]
    wheres = {s.last for s in sentence.of("where", "in") if s.first in houses}
    return next((m for m in reading.mentions if m.first in wheres and m.actor.type == "state"), None)


def _with_another(reading: Reading, one: Mention, named: Sequence[Mention]) -> str | None:
    """Return the side named first of two in one breath, "Britain and France would send up to 30,000".

    None is meant by itself where others follow, "France, Italy and other allies"; ``None`` where one stands alone.
    """
    sentence = reading.sentence
    joints = [s for s in sentence.of("joint", "and") if sentence.tokens[s.first].text != ","]
    for m in named:
        pairs = [(m.last, one.first), (one.last, m.first)]
        if reading.side(m) != reading.side(one) and any((s.first, s.last) in pairs for s in joints):
            return reading.side(min(m, one, key=lambda each: each.first))
    after = [s.last for s in joints if s.first == one.last]
    return "" if after and sentence.at("others", after[0]) else None


def _guessed_sender(reading: Reading, count: Count, event: Span, free: Sequence[Mention]) -> str:
    """Return whose troops probably moved where no name is told to send them: whose went last, whom the text is about.

    Nobody sends troops to itself: a state to, from or in which they are is not meant where another is known.
    """
    memory = reading.memory
    if back := _home_to(reading, event):
        return back
    places = _places(reading, event)

    def fits(side: str) -> bool:
        return bool(side) and side not in places and alike(reading, count, side)

    clause = reading.clause(event.first)
    people = [m for m in reading.named(clause) if m.actor.type == "person" and m.last <= event.first]
    unknown = any(m != reading.attribution.mention and not reading.side(m) for m in people)
    speaker = reading.attribution.mention
    pronouns = [s for s in reading.sentence.of("third") if clause[0] <= s.first and s.last <= event.first]
    if pronouns and speaker and speaker.last <= pronouns[-1].first and fits(reading.side(speaker)):
        return reading.side(speaker)  # "X announced that he would send"
    if unknown and fits(memory.focus):
        return memory.focus  # who sends them is of no state that is known, and not who sent others before
    home = reading.place(clause, event, whole=False)[1] if speaker and is_armed(reading, speaker) else ""
    if speaker and home and home == reading.side(speaker):
        return home  # an army tells of its own troops at home
    known = next((each for each in (memory.fielded, memory.sender, memory.victim) if fits(each)), "")
    if known:
        return known
    joined = [m for m in free if is_mission(m.actor) and m.first >= event.last]  # "will fly out to join UNDOF"
    begins = [s.last for s in reading.sentence.of("subordinate") if s.first >= max(event.last, count.last)]
    joined += [m for m in free if m.first in begins]  # "ordered 3,600 men to X after Iraq moved two divisions"
    if fitting := [m for m in free if m not in joined and fits(reading.side(m))]:
        return reading.side(fitting[0])
    own = reading.side(speaker) if speaker and reading.is_party(speaker, people=True) else ""
    named = [m for m in reading.mentions if m.actor.type == "state"]
    there = {reading.side(m) for m in named if reading.place_marked(m) or not reading.beside(m, event.first)}
    about = [each for each in (memory.section, memory.topic, memory.focus) if fits(each) and each not in there]
    if speaker and own and fits(own) and is_armed(reading, speaker):
        return own  # a ministry of defence tells of its own troops
    if own and (own in about or not about):
        return own  # who tells of others sends none of its own
    if about:
        return about[0]
    spoken = (each for each in reading.lexicon.pack.presses if each in (*memory.spoken_of, memory.home))
    return next((each for each in spoken if fits(each)), "")


def _home_to(reading: Reading, event: Span) -> str:
    """Return the state to which people go home from another: "returned to Japan from South Sudan"."""
    states = [m for m in reading.mentions if m.actor.type == "state" and event.cue.value == "withdrawn"]
    to = [m for m in states if m.first == event.last > event.first + 1]
    from_ = {s.last for s in reading.sentence.of("where", "from")} if to else set()
    others = [m for m in states if m.first in from_ and m.actor != to[0].actor]
    return reading.side(to[0]) if others else ""


def fielded(reading: Reading) -> str:
    """Return the state whose troops a sentence tells to move without a number: "France is pulling its soldiers out"."""
    sentence = reading.sentence
    moves = any(sentence.of(c) for c in ("movement", "carry", "be_in", "departure"))
    if sentence.of("negation") or sentence.of("speech", "denies"):
        return ""
    if not moves:
        return _unit_named(reading)
    states = [m for m in reading.mentions if is_country(reading.side(m)) and m.actor.type != "person"]
    forces = [*sentence.of("unit", "troops"), *sentence.of("forces")]
    own = {s.last for s in sentence.of("possessive")}
    own |= {s.last for s in sentence.of("movement") if s.last - s.first > 1}  # "pulling its"
    for force in forces:
        if sentence.at("irregular", force.first):
            continue
        noun_first = reading.lexicon.pack.noun_first
        beside = [m for m in states if (m.first == force.last if noun_first else reading.ends(m) == force.first)]
        if force.first in own or reading.suffixed(force.last - 1):
            beside = [m for m in states if m.last <= force.first and not reading.place_marked(m)][:1]
        if beside:
            return reading.side(beside[0])
    return ""


def _unit_named(reading: Reading) -> str:
    """Return the state whose unit a sentence begins with: "Germany's 45th Panzer Brigade was set up in Vilnius"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    opens = [m for m in reading.mentions if m.first <= 1 and m.actor.type == "state"]
    for unit in sentence.of("formation") if opens else ():
        name = range(reading.ends(opens[0]), unit.first)
        words = (at for at in name if read[at].text.islower() and read[at - 1].end < read[at].start)  # not "45th"
        if len(name) <= UNIT and not any(words):
            return reading.side(opens[0])
    return ""


def _places(reading: Reading, event: Span) -> set[str]:
    """Return the states to or in which the clause says that the troops go, or from which those who go home come."""
    named = [m for m in reading.named(reading.clause(event.first)) if m.actor.type == "state"]
    if event.cue.value == "withdrawn":
        away = {s.last for s in reading.sentence.of("where", "from")} | {event.last}
        away |= {s.last for s in reading.sentence.of("where", "in")}  # "returned after a year in Romania"
        return {reading.side(m) for m in named if m.first in away}
    return {reading.side(m) for m in named if reading.place_marked(m)}
