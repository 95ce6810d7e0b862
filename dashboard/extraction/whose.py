"""Whose people are counted: the actor that a count belongs to, and how sure that is. Knows no language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.facts import is_country

from .binding import MILITARY
from .counting import Count
from .memory import Mention
from .reading import Reading
from .text import Span

AFTER_NOUN = 3  # tokens after the counted noun within which its state stands ("tentara elite Korea Utara")
SURE, LIKELY, GUESSED = 0.9, 0.75, 0.5
AT_ONCE = 1  # the same, where something else could be meant
LOST = 5  # tokens between a verb of losing and those lost
SOON = 3  # sentences within which a number goes on about the soldiers told of before
CARING = ("moh-", "civil-defence-")  # ids are `body-iso3`
ARMED = ("mod-", "military-", "jcs-")
CIVIL = ("people", "civilians", "children", "women")


@dataclass(frozen=True)
class Owner:
    """An actor (empty where none is known) and how sure it is that the people counted are its."""

    actor: str
    confidence: float


def owner(reading: Reading, count: Count, event: Span, listed: Owner | None = None) -> Owner:
    """Return whose people are counted; the surest sign that there is decides.

    ``listed`` is the owner of the count before in the same list.
    """
    leaving = event.cue.value == "withdrawn"
    if mention := _in_noun(reading, count, from_place=leaving):
        return Owner(reading.side(mention), SURE)
    if _possessed(reading, count, event) and (side := _subject_side(reading, count)):
        return Owner(side, LIKELY)
    if mention := _right_before(reading, count):
        return Owner(reading.side(mention), LIKELY)
    if listed and listed.actor and alike(reading, count, listed.actor):
        return replace(listed, confidence=min(listed.confidence, LIKELY))
    if mention := _noun_elsewhere(reading, count):
        return Owner(reading.side(mention), LIKELY)
    if event.cue.category == "movement":
        return _sender(reading, count, event)
    return _victim(reading, count, event)


def alike(reading: Reading, count: Count, actor: str) -> bool:
    """Tell whether a count may be of an actor's people: rebels are no state's, soldiers no armed group's."""
    if count.bare or count.same:
        return True
    known = reading.lexicon.actors.actors.get(actor)
    group = known is not None and known.type == "armed_group"
    if group and count.unit in CIVIL:
        return False
    regular = any(count.noun <= s.first < count.last for s in reading.sentence.of("regular"))
    return not (group and regular) and not (is_country(actor) and _irregular(reading, count))


def _right_before(reading: Reading, count: Count) -> Mention | None:
    """Return the party right before a number without a verb between: "Saudi Arabia 10 and Bahrain five"."""
    found = [m for m in _parties(reading, count) if m.last == count.first and not reading.place_marked(m)]
    return found[-1] if found and count.bare else None


def _noun_elsewhere(reading: Reading, count: Count) -> Mention | None:
    """Return the party of the noun that a number is told of further on: "American troops killed … climbed to 13"."""
    nouns = [s for s in reading.sentence.of("casualty_noun") if s.last <= count.first]
    for mention in _parties(reading, count):
        if any(_ends(reading, mention) == noun.first or noun.last == mention.first for noun in nouns):
            return mention
    totals = [span for at in (count.first, count.first - 1) for span in reading.sentence.before("totals", at)]
    if not (count.bare or totals):
        return None
    clause = reading.clause(count.first)
    nouns = [*reading.within("unit", clause), *reading.within("outcome", clause)]
    for mention in _parties(reading, count):
        beside = any(
            span.last <= count.first and (mention.last == span.first or span.last == mention.first) for span in nouns
        )
        if beside and mention.last <= count.first and not reading.oblique(mention):
            return mention
    return None


def _parties(reading: Reading, count: Count, *, wide: bool = False) -> list[Mention]:
    """Return who may have people among those counted; with ``wide``, any organisation that is no medium."""
    return [m for m in reading.mentions if reading.is_party(m, wide=wide) and reading.beside(m, count.first)]


def _ends(reading: Reading, mention: Mention) -> int:
    """Return the token after a name, its possessive counted in: "Beirut's"."""
    rest = [token.text for token in reading.sentence.tokens[mention.last : mention.last + 2]]
    return mention.last + (2 if rest in (["'", "s"], ["’", "s"]) else 0)


def _in_noun(reading: Reading, count: Count, *, from_place: bool) -> Mention | None:
    """Return the actor that the counted noun itself names: before it, after it, or after "from" or "of".

    ``from_place``: people leave, so that "from" tells where from.
    """
    for mention in _parties(reading, count, wide=count.unit in MILITARY):
        inside = count.first <= mention.first and mention.last <= count.last
        # "twenty Indian and four Chinese soldiers": the noun comes with the second number
        inside = inside or (count.bare and mention.first == count.last and _then_another(reading, mention.last))
        gap = [token.text for token in reading.sentence.tokens[count.last : mention.first]]
        after = mention.first >= count.last and len(gap) <= 1 and all(word.isalpha() for word in gap)
        after = after and reading.lexicon.pack.noun_first and not reading.oblique(mention)
        of = any(
            not (from_place and reading.sentence.at("where", span.first))
            and (0 <= span.first - count.last <= 1 or span.last == count.last)
            and 0 <= mention.first - span.last <= AFTER_NOUN
            for span in reading.sentence.of("of")
        )
        are = any(span.first == count.last and span.last == mention.first for span in reading.sentence.of("aux"))
        if inside and mention.actor.type == "organisation" and (from_state := _from_a_state(reading, count)):
            return from_state
        if inside or after or are or of:
            return mention
    return None


def _from_a_state(reading: Reading, count: Count) -> Mention | None:
    """Return the state that a mission's people are from: "three UN peacekeepers from Bangladesh"."""
    of = {s.last for s in reading.sentence.of("of") if 0 <= s.first - count.last <= 1}
    return next((m for m in reading.mentions if m.first in of and m.actor.type == "state"), None)


def _then_another(reading: Reading, at: int) -> bool:
    """Tell whether "and" and another number follow."""
    joints = [span.last for span in reading.sentence.of("joint", "and") if span.first == at]
    return any(number.first in joints for number in reading.numbers)


def _possessed(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether the counted people are somebody's who is named elsewhere: "its soldiers"."""
    possessives = reading.sentence.of("possessive")
    near = any(count.first - 2 <= span.first <= count.last + 1 for span in possessives)
    near = near or any(span.last == event.first for span in possessives)  # "put its own dead at nine"
    near = near or any(0 <= span.first - count.last <= AFTER_NOUN for span in reading.sentence.of("own_side"))
    return near or reading.suffixed(count.last - 1)


def _subject_side(reading: Reading, count: Count) -> str:
    """Return the side of whoever the sentence is about before the count, else of who spoke last."""
    before = [m for m in reading.mentions if m.last <= count.first and reading.is_party(m, people=True)]
    his = [s for s in reading.sentence.of("possessive", "his") if count.first - 2 <= s.first <= count.last + 1]
    people = [m for m in before if m.actor.type == "person"]
    if his and people:
        return reading.side(people[-1])
    free = [m for m in before if not reading.place_marked(m)]
    if free:
        return reading.side(free[-1] if len(free) == 1 else _nearest_subject(reading, free, count))
    speaker = reading.attribution.mention
    if speaker and speaker.first > count.first and speaker.actor.type in ("state", "armed_group", "person"):
        return reading.side(speaker)  # "450 of its members were murdered, the party says"
    memory = reading.memory
    return memory.speaker_side or memory.subject or memory.victim


def _nearest_subject(reading: Reading, mentions: list[Mention], count: Count) -> Mention:
    """Of several names before a count: the last body after the word of saying, else the speaker, else the first."""
    speaker = reading.attribution.mention
    if speaker and speaker in mentions:
        later = [m for m in mentions if m.first >= reading.attribution.last and m.actor.type != "person"]
        free = [m for m in later if not reading.oblique(m)]
        return free[-1] if free else speaker
    clause = reading.clause(count.first)
    inside = [m for m in mentions if m.first >= clause[0]]
    return inside[0] if inside else mentions[-1]


def _sender(reading: Reading, count: Count, event: Span) -> Owner:
    """Return whose troops are told to go: who is named as sending them, else whose went last."""
    memory, clause = reading.memory, reading.clause(event.first)
    parties = [m for m in _parties(reading, count) if clause[0] <= m.first < clause[1] and not reading.place_marked(m)]
    helped = [m for m in parties if reading.after_cue("side", m)]
    offers = reading.sentence.at("speech", event.first)  # who "offered 10,000 soldiers" offers its own
    free = [m for m in parties if m not in helped and (offers or m != reading.attribution.mention)]
    free = [m for m in free if alike(reading, count, reading.side(m))]
    pronouns = [s for s in reading.within("third", clause) if s.last <= count.first]
    if pronouns and not any(m.first >= pronouns[-1].last and m.last <= count.first for m in free):
        he = Mention(memory.person, 0, 0) if memory.person else None
        if he and pronouns[-1].cue.value == "he":
            return Owner(reading.side(he), LIKELY)
        if pronouns[-1].cue.value == "it" and memory.subject:
            return Owner(memory.subject, GUESSED)
    if by := [m for m in free if reading.after_cue("by", m)]:
        return Owner(reading.side(by[0]), SURE)
    first = max(event.first, count.first)
    if before := [m for m in free if m.last <= first]:
        return Owner(reading.side(before[-1] if event.first < count.first else before[0]), LIKELY)
    if free and reading.sentence.tokens[free[0].first - 1].text == ",":
        return Owner(reading.side(free[0]), LIKELY)  # "With 2,639 deployed, China provides …"
    speaker = reading.attribution.mention
    people = [m for m in reading.named(clause) if m.actor.type == "person" and m.last <= first and m != speaker]
    if people and is_country(reading.side(people[-1])):
        return Owner(reading.side(people[-1]), GUESSED)  # "President X authorised the sending of"
    known = next((each for each in (memory.sender, memory.victim) if each and alike(reading, count, each)), "")
    if known:
        return Owner(known, GUESSED)
    if free:
        return Owner(reading.side(free[0]), GUESSED)
    own = reading.side(speaker) if speaker and reading.is_party(speaker, people=True) else ""
    about = [each for each in (memory.topic, memory.focus) if each and alike(reading, count, each)]
    return Owner(own if own in about or not about else about[0], GUESSED)  # who tells of others sends none of its own


def _victim(reading: Reading, count: Count, event: Span) -> Owner:
    """Return whose people were killed, wounded, captured or went missing."""
    parties = [m for m in _parties(reading, count) if not reading.place_marked(m)]
    lost = [span for span in reading.sentence.of("loss") if 0 <= count.first - span.last <= LOST]
    losing = [m for m in parties if lost and m.last <= lost[-1].first and not reading.oblique(m)]
    if losing:
        return Owner(reading.side(losing[-1]), SURE)
    if lost and reading.memory.subject and any(s.last == lost[-1].first for s in reading.sentence.of("pronoun")):
        return Owner(reading.memory.subject, LIKELY)
    takes = 0 <= count.first - event.last <= 2  # a verb whose object is counted has its doer before it
    beside = [m for m in parties if _stands_beside(reading, m, event) and not (takes and m.last <= event.first)]
    if beside:
        return Owner(reading.side(beside[0]), LIKELY)
    _location, country = reading.place(reading.clause(event.first), event)
    memory = reading.memory
    if count.unit in CIVIL:
        return _civilians(reading, count, event, parties, country)
    if memory.group and (_irregular(reading, count) or _rebel_losses(reading, count)):
        return Owner(memory.group, GUESSED)
    if (own := _own_of_an_army(reading, count)) and not (takes and beside):
        return Owner(own, GUESSED)
    if (known := memory.victim or memory.sender) and alike(reading, count, known):
        return Owner(known, GUESSED)
    free = [m for m in parties if not reading.oblique(m) and m.last <= event.first and m != reading.attribution.mention]
    doers = {reading.side(m) for m in free} if event.first < count.first else set()  # who stands before "killed 12"
    if free and not doers:
        return Owner(reading.side(free[0]), GUESSED)
    speaker = reading.attribution.mention
    own = reading.side(speaker) if speaker and reading.is_party(speaker) else ""
    bases = [base for each in sorted(doers) if (base := reading.lexicon.bases.get(each))]
    at_home = (country, *bases) if bases else ()  # rebels kill soldiers of their own country
    guesses = (
        *at_home,
        memory.stage,
        memory.topic,
        country,
        memory.scene,
        memory.focus,
        memory.country,
        memory.home,
        own,
    )
    return Owner(
        next((each for each in guesses if each and each not in doers and alike(reading, count, each)), ""), GUESSED
    )


def _civilians(reading: Reading, count: Count, event: Span, parties: list[Mention], country: str) -> Owner:
    """Return whose the people are who are told to have been hurt without a side: those of where it was.

    People hurt in one country without a side belong to it; where the sentence names no place, the one told of last
    counts, and who attacks is nobody's victim unless it all was in its own country.
    """
    memory = reading.memory
    if here := _where_they_are(reading, count):
        return Owner(here, LIKELY)
    if rescuers := _cared_for_by(reading):
        return Owner(rescuers, LIKELY)
    again = memory.victim or memory.sender
    again = again if alike(reading, count, again) else ""
    soon = memory.place - memory.service
    fell = any(event.first <= s.first and s.last <= event.last for s in reading.sentence.of("of_soldiers"))
    if fell and (own := _own_of_an_army(reading, count)):
        return Owner(own, GUESSED)
    if again and (count.bare or count.same or fell) and soon <= (AT_ONCE if country else SOON):
        return Owner(again, GUESSED)  # "600 dead" of the soldiers told of before
    doers = {reading.side(m) for m in _before_verb(reading, parties, event)} if event.first < count.first else set()
    doers |= _attackers(reading, parties)
    speaker = reading.attribution.mention
    own = reading.side(speaker) if speaker and reading.is_party(speaker, people=True) else ""
    own = own if is_country(own) and own not in doers else ""
    if country:
        return Owner(own, GUESSED) if own and country in doers else Owner(country, LIKELY)
    about = (memory.stage, memory.scene, memory.focus, memory.topic, memory.country)
    leads = bool(speaker) and not memory.scene and own in memory.sides
    if own and not count.bare and (doers or leads or own in about):
        return Owner(own, GUESSED)  # who tells of another's attack tells of its own people
    if again and (count.bare or (count.unit == "people" and soon <= AT_ONCE and is_country(again))):
        return Owner(again, GUESSED)
    others = {reading.side(m) for m in reading.mentions if m.actor.type == "state" and not reading.after_cue("by", m)}
    others -= doers | {reading.side(speaker) if speaker else ""}
    if doers and len(others) == 1:
        return Owner(others.pop(), GUESSED)  # "US air strikes on Yemen's coast killed 74 people"
    before = (memory.victim if count.same else "", memory.stage, memory.scene, memory.focus, memory.country)
    found = next((each for each in before if each and each not in doers), "") or memory.focus
    return Owner(found or memory.home or memory.topic, GUESSED)


def _own_of_an_army(reading: Reading, count: Count) -> str:
    """Return the state whose army or defence ministry tells of soldiers without saying whose: of its own."""
    speaker = reading.attribution.mention
    regular = any(count.noun <= s.first < count.last for s in reading.sentence.of("regular"))
    armed = speaker is not None and speaker.actor.actor_id.startswith(ARMED)
    return reading.side(speaker) if speaker and armed and (regular or count.bare) else ""


def _cared_for_by(reading: Reading) -> str:
    """Return the state whose health ministry or rescue service tells how many were hurt: it counts those at home."""
    speaker = reading.attribution.mention
    cares = speaker is not None and speaker.actor.actor_id.startswith(CARING)
    return reading.side(speaker) if speaker and cares else ""


def _irregular(reading: Reading, count: Count) -> bool:
    """Tell whether rebels, militants, fighters are counted rather than soldiers."""
    return any(count.noun <= s.first < count.last for s in reading.sentence.of("irregular"))


def _rebel_losses(reading: Reading, count: Count) -> bool:
    """Tell whether a number is told of the losses of rebels: "put rebel losses at 13"."""
    nouns = [s for s in reading.sentence.of("casualty_noun") if s.last <= count.first]
    return any(reading.sentence.before("irregular", noun.first) for noun in nouns[-1:])


def _before_verb(reading: Reading, parties: list[Mention], event: Span) -> list[Mention]:
    """Return who stands before a verb: those after the last comma before it, if there are any."""
    before = [m for m in parties if m.last <= event.first]
    commas = [at for at in range(event.first) if reading.sentence.tokens[at].text == ","]
    near = [m for m in before if commas and m.first > commas[-1]]
    return near or before


def _attackers(reading: Reading, parties: list[Mention]) -> set[str]:
    """Return the sides whose attack is told of: "an Israeli air strike", "serangan Israel", "an attack by Hamas"."""
    attacks = reading.sentence.of("event")
    beside = {reading.side(m) for m in parties for a in attacks if _attacks(reading, m, a)}
    return beside | {reading.side(m) for m in parties if attacks and reading.after_cue("by", m)}


def _attacks(reading: Reading, mention: Mention, attack: Span) -> bool:
    """Tell whether a name stands with an attack: before it, "Israel's air strike", or after it, "serangan Israel"."""
    gap = [token.text for token in reading.sentence.tokens[mention.last : attack.first]]
    before = mention.last <= attack.first and (not gap or (len(gap) <= 3 and gap[0] in "'’"))
    return before or (attack.last == mention.first and reading.lexicon.pack.noun_first)


def _where_they_are(reading: Reading, count: Count) -> str:
    """Return the country that the counted people are told to be in: "1,400 people in Israel"."""
    markers = {span.last for span in reading.sentence.of("where", "in") if 0 <= span.first - count.last <= 1}
    states = [m.actor.actor_id for m in reading.mentions if m.first in markers and m.actor.type == "state"]
    return states[0] if states else ""


def _stands_beside(reading: Reading, mention: Mention, event: Span) -> bool:
    """Tell whether a name stands with the noun of an event: "Russian casualties", "korban Korut"."""
    if reading.oblique(mention):
        return False
    return event.first == mention.last or mention.first == event.last
