"""Whose people were killed, wounded, captured or went missing. Knows no language."""

from __future__ import annotations

from dashboard.facts import is_country

from .counting import MILITARY, Count
from .fights import of_both
from .foes import foe_quoted, of_the_enemy
from .memory import Mention
from .reading import Reading, is_mission
from .sides import CIVIL, GUESSED, LIKELY, SURE, Owner, alike, irregular, is_armed, parties_of
from .strikes import attackers, is_attacked, says_it_did, town
from .text import Span
from .trainees import trained

AT_ONCE = 1  # the same, where something else could be meant
LOST = 5  # tokens between a verb of losing and those lost
SOON = 3  # sentences within which a number goes on about the soldiers told of before
POLICE = ("moi-", "police-")  # who tells of police without saying whose tells of its own
CARING = ("moh-", "civil-defence-")  # ids are `body-iso3`
MONITORS = ("rights monitor", "medical monitor")  # roles of those who count the victims of one country


def victim(reading: Reading, count: Count, event: Span) -> Owner:
    """Return whose people were killed, wounded, captured or went missing."""
    parties = [m for m in parties_of(reading, count) if not reading.place_marked(m)]
    if (foe := of_the_enemy(reading, count, event)) is not None:
        return Owner(foe, LIKELY)
    lost = [span for span in reading.sentence.of("loss") if 0 <= count.first - span.last <= LOST]
    lost = lost if event.cue.value != "captured" else []  # "took 36 hostage"
    losing = [m for m in parties if lost and m.last <= lost[-1].first and not reading.oblique(m)]
    if losing:
        return Owner(reading.side(losing[-1]), SURE)
    if lost and (enemy := foe_quoted(reading, lost[-1])):
        return Owner(enemy, LIKELY)
    if lost and reading.memory.subject and any(s.last == lost[-1].first for s in reading.sentence.of("pronoun")):
        return Owner(reading.memory.subject, LIKELY)
    if its := _of_its_losses(reading, count):
        return Owner(its, LIKELY)
    takes = 0 <= count.first - event.last <= 2  # a verb whose object is counted has its doer before it
    again = (
        count.bare and is_country(reading.memory.victim) and reading.memory.place - reading.memory.fell_at <= AT_ONCE
    )
    if not count.same and not again and of_both(reading, reading.named(reading.clause(event.first))):
        return Owner("", LIKELY)
    beside = [m for m in parties if _stands_beside(reading, m, event) and not (takes and m.last <= event.first)]
    if beside:
        return Owner(reading.side(beside[0]), LIKELY)
    _location, country = reading.place(reading.clause(event.first), event)
    memory = reading.memory
    if event.cue.value == "captured" and count.inside(event) and reading.sentence.of("captives"):
        country = memory.held if country else ""  # where captives are held is not whose they are
    if own := _honoured(reading, count, event) or _admitted(reading, count, event) or trained(reading, count, country):
        return Owner(own, LIKELY)
    if memory.group and _rebel_losses(reading, count):
        return Owner(memory.group, GUESSED)
    if count.unit in CIVIL:
        return _civilians(reading, count, event, parties, country)
    if memory.group and irregular(reading, count):
        return Owner(memory.group, GUESSED)
    themselves = _who_says_it_did(reading, event)
    if (own := _own_of_an_army(reading, count)) and not (takes and beside) and own not in themselves:
        return Owner(own, GUESSED)
    if (mission := _of_a_mission(reading, count, parties)) is not None:
        return Owner(mission, GUESSED)
    if memory.attacked and memory.place - memory.attacked_at <= SOON and alike(reading, count, memory.attacked):
        return Owner(memory.attacked, GUESSED)  # "targeted a US convoy. Two soldiers were killed"
    served = memory.served
    by_some = event.last <= count.first  # who captured or killed them fights them: those who were told of last
    if served and not by_some and memory.place - memory.service > AT_ONCE and memory.topic in memory.senders:
        served = memory.topic  # of whose soldiers abroad the text tells, by the way of others
    if country and country not in memory.posted.get(served, {country}) | {served, ""}:
        served = ""  # who is not told to have anybody there
    if (known := memory.victim or served) and alike(reading, count, known):
        return Owner(known, GUESSED)
    if own := _of_a_leader(reading, count, event, country):
        return Owner(own, GUESSED)
    free = [m for m in parties if not reading.oblique(m) and m.last <= event.first and m != reading.attribution.mention]
    counted = {number.last for number in reading.numbers}
    fought = bool(counted & {m.first for m in parties})  # "23 soldiers and 200 Taliban were killed"
    attacked = [reading.side(m) for m in parties if is_attacked(reading, m, event)]
    doers = {reading.side(m) for m in free} if event.first < count.first else set()  # who stands before "killed 12"
    doers -= set(attacked)
    rebels = rebels_at_home(reading, doers)
    doers = doers - {rebels} | themselves
    if not doers and (theirs := [m for m in free if alike(reading, count, reading.side(m))]):
        return Owner(reading.side(theirs[0]), GUESSED)
    speaker = reading.attribution.mention
    own = reading.side(speaker) if speaker and reading.is_party(speaker) else ""
    foes = sorted(doers | {reading.side(m) for m in free if m.actor.type == "armed_group"})
    bases = [base for each in foes if (base := reading.lexicon.bases.get(each))]
    at_home = (*attacked, country, *bases) if bases or attacked else ()  # rebels kill soldiers of their own country
    guesses = (
        own if fought else "",  # it tells of its own and of those whom it fought
        *at_home,
        memory.stage,
        memory.section,
        memory.topic,
        country,
        rebels,
        memory.scene,
        memory.focus,
        memory.country,
        memory.home,
        own,
    )
    return Owner(
        next((each for each in guesses if each and each not in doers and alike(reading, count, each)), ""), GUESSED
    )


def rebels_at_home(reading: Reading, doers: set[str]) -> str:
    """Return the state whose rebels attack, which they do at home: "Colombian rebels killed 11 soldiers".

    Empty where the document is about another state.
    """
    rebels, memory = reading.sentence.of("irregular"), reading.memory
    beside = {s.first for s in rebels} if not reading.lexicon.pack.noun_first else {s.last for s in rebels}
    named = [m for m in reading.mentions if reading.side(m) in doers and m.actor.type == "state"]
    home = {reading.side(m) for m in named if (m.first if reading.lexicon.pack.noun_first else m.last) in beside}
    return home.pop() if home == {memory.focus} else ""


def _civilians(reading: Reading, count: Count, event: Span, parties: list[Mention], country: str) -> Owner:
    """Return whose the people are who are told to have been hurt without a side: those of where it was.

    People hurt in one country without a side belong to it; where the sentence names no place, the one told of last
    counts, and who attacks is nobody's victim unless it all was in its own country.
    """
    memory = reading.memory
    if here := where_they_are(reading, count):
        return Owner(here, LIKELY)
    rescuers = _cared_for_by(reading)
    if rescuers and rescuers not in attackers(reading, parties):
        return Owner(rescuers, LIKELY)
    # More people than serve somewhere cannot have fallen there: "sent 460 men … tens of thousands were killed".
    again = memory.victim or (memory.served if count.size <= memory.serving else "")
    again = again if alike(reading, count, again) else ""
    soon = memory.place - memory.service
    fell = any(event.first <= s.first and s.last <= event.last for s in reading.sentence.of("of_soldiers"))
    if fell and (own := _own_of_an_army(reading, count)):
        return Owner(own, GUESSED)
    if (
        again
        and (count.bare or count.same or fell or _the_hurt(reading, count, event))
        and soon <= (AT_ONCE if country else SOON)
    ):
        return Owner(again, GUESSED)  # "600 dead" of the soldiers told of before
    speaker = reading.said(count.first).mention
    doers = {reading.side(m) for m in _before_verb(reading, parties, event)} if event.first < count.first else set()
    doers |= attackers(reading, parties) | _who_says_it_did(reading, event)
    again = again if again not in doers else ""
    own = reading.side(speaker) if speaker and reading.is_party(speaker, people=True) else ""
    base = reading.lexicon.bases.get(own, "")  # whom rebels count without a side, they count at home
    own = own if is_country(own) and own not in doers else ""
    if country:
        return Owner(own, GUESSED) if own and country in doers else Owner(country, LIKELY)
    about = (memory.stage, memory.section, memory.scene, memory.focus, memory.topic, memory.country)
    leads = bool(speaker) and not (memory.scene or memory.victim) and own in memory.sides
    if own and not count.bare and (doers or leads or own in about):
        return Owner(own, GUESSED)  # who tells of another's attack tells of its own people
    victims = memory.victim not in ("", *doers)  # not only people who serve somewhere
    if again and (count.bare or (victims and count.unit == "people" and soon <= AT_ONCE and is_country(again))):
        return Owner(again, GUESSED)
    told = [m for m in reading.mentions if not reading.after_cue("by", m) and not reading.place_marked(m)]
    others = {reading.side(m) for m in told if m.actor.type == "state"}
    others -= doers | {reading.side(speaker) if speaker else ""}
    if doers and len(others) == 1:
        return Owner(others.pop(), GUESSED)  # "US air strikes on Yemen's coast killed 74 people"
    if not doers and memory.place - memory.struck_at <= SOON:
        doers = set(memory.strikers)
    before = (
        memory.victim if count.same else "",
        memory.stage,
        memory.section,
        memory.scene,
        "" if count.bare else memory.ground,
        memory.focus,
        memory.country if memory.country != own else "",  # who only counts another's dead
    )
    found = next((each for each in before if each and each not in doers), "")
    if not found and (there := town(reading)) not in doers:
        found = there
    found = found or memory.focus or memory.home or (memory.topic if is_country(memory.topic) else "")
    if found in memory.senders and found != memory.scene and memory.abroad not in ("", *doers):
        found = memory.abroad  # whose soldiers are abroad: it was rather where they are
    return Owner(base if base and found in doers else found, GUESSED)


def _of_a_mission(reading: Reading, count: Count, parties: list[Mention]) -> str | None:
    """Return the mission told of whose peacekeepers are counted, where nothing says which state sent them.

    ``None`` where others than peacekeepers of an unknown state are counted; empty where no mission has been named.
    """
    memory = reading.memory
    theirs = any(count.noun <= s.first < count.last for s in reading.sentence.of("peacekeepers"))
    here = [m.actor.actor_id for m in reading.mentions if is_mission(m.actor)]
    if theirs and len({*here}) == 1 and not any(m.actor.type == "state" for m in parties):
        return here[0]  # "MINUSMA says 12 peacekeepers were wounded"
    soon = memory.victim and memory.place - memory.fell_at <= AT_ONCE
    soon = soon or any(m.actor.type == "state" for m in parties)
    if not theirs or soon:
        return None
    return memory.mission.actor_id if memory.mission else ""


def _of_its_losses(reading: Reading, count: Count) -> str:
    """Return who tells of its own losses: "Russia last announced its losses in March: 1,351 killed"."""
    sentence = reading.sentence
    for noun in sentence.of("casualty_noun"):
        own = sentence.before("possessive", noun.first) or reading.suffixed(noun.last - 1)
        if not own or noun.first >= count.first:
            continue
        before = [m for m in reading.mentions if m.last <= noun.first and reading.is_party(m, people=True)]
        before = [m for m in before if not reading.oblique(m) and not reading.place_marked(m)]
        others = any(noun.last <= m.first < count.first and reading.is_party(m) for m in reading.mentions)
        if before and not others:
            return reading.side(before[-1])
    return ""


def _the_hurt(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether those counted are known by what befell them: "Jumlah yang terluka kini 25 orang"."""
    known = bool(reading.sentence.before("relative", event.first))
    return known and event.last <= count.first and reading.sentence.at("anyone", count.noun)


def _honoured(reading: Reading, count: Count, event: Span) -> str:
    """Return the state of whoever honours soldiers by the word for their death: "31,000 soldiers had fallen"."""
    speaker = reading.attribution.mention
    honours = any(event.first <= s.first and s.last <= event.last for s in reading.sentence.of("of_soldiers"))
    if not honours or speaker is None or count.unit not in MILITARY or irregular(reading, count):
        return ""
    side = reading.side(speaker) if reading.is_party(speaker, people=True) else ""
    return side if is_country(side) else ""


def _admitted(reading: Reading, count: Count, event: Span) -> str:
    """Return the state that admits losses without saying whose: its own, "Bujumbura admitted to 10 dead"."""
    said = reading.said(count.first)
    regular = any(count.noun <= s.first < count.last for s in reading.sentence.of("regular"))
    if said.assertion != "confirms" or said.mention is None or not (regular or count.bare):
        return ""
    side = reading.side(said.mention) if reading.is_party(said.mention) and said.mention.last <= count.first else ""
    did = said.mention.last <= event.first < count.first  # "admitted killing 12"
    _location, country = reading.place(reading.clause(event.first), event, whole=False)
    return side if is_country(side) and not did and (regular or country in ("", side)) else ""


def _own_of_an_army(reading: Reading, count: Count) -> str:
    """Return the state whose army or defence ministry tells of soldiers without saying whose: of its own."""
    speaker = reading.attribution.mention
    regular = any(count.noun <= s.first < count.last for s in reading.sentence.of("regular"))
    if speaker is None or not (regular or count.bare):
        return ""
    polices = speaker.actor.actor_id.startswith(POLICE)
    return reading.side(speaker) if polices or is_armed(reading, speaker) else ""


def _of_a_leader(reading: Reading, count: Count, event: Span, country: str) -> str:
    """Return the state whose leader tells that soldiers fell abroad: "Macron said 13 soldiers died in Mali"."""
    speaker, memory = reading.attribution.mention, reading.memory
    regular = any(count.noun <= s.first < count.last for s in reading.sentence.of("regular"))
    if speaker is None or speaker.actor.type != "person" or not regular:
        return ""
    own = reading.side(speaker)
    about = is_country(own) and own in (memory.focus, memory.topic)
    others = {reading.side(m) for m in parties_of(reading, count) if not reading.place_marked(m)} - {own}
    return own if about and not others and country not in ("", own) else ""


def _cared_for_by(reading: Reading) -> str:
    """Return the state whose health ministry or rescue service tells how many were hurt: it counts those at home."""
    speaker = reading.attribution.mention
    cares = speaker is not None and speaker.actor.actor_id.startswith(CARING)
    role, home = (speaker.actor.role.casefold(), speaker.actor.parent) if speaker else ("", "")
    watches = role in MONITORS and is_country(home) and home in reading.memory.sides
    return reading.side(speaker) if speaker and (cares or watches) else ""


def told_losses(reading: Reading) -> str:
    """Return whose losses a sentence announces: "The toll on the Indian side is clear", "Thai losses are heavier"."""
    nouns = reading.sentence.of("casualty_noun")
    if not nouns:
        return ""
    sides = {s.first for s in reading.sentence.of("side_of")}
    first = {noun.first for noun in nouns}
    told = [m for m in reading.mentions if (m.last in sides or m.last in first) and reading.is_party(m)]
    theirs = {reading.side(m) for m in told}
    return theirs.pop() if len(theirs) == 1 else ""


def _rebel_losses(reading: Reading, count: Count) -> bool:
    """Tell whether a number is told of the losses of rebels: "put rebel losses at 13"."""
    nouns = [s for s in reading.sentence.of("casualty_noun") if s.last <= count.first]
    return any(reading.sentence.before("irregular", noun.first) for noun in nouns[-1:])


def _who_says_it_did(reading: Reading, event: Span) -> set[str]:
    """Return the side that tells of those whom it killed itself, and nobody where no side does."""
    speaker = reading.attribution.mention
    return {reading.side(speaker)} if speaker and reading.is_party(speaker) and says_it_did(reading, event) else set()


def _before_verb(reading: Reading, parties: list[Mention], event: Span) -> list[Mention]:
    """Return who stands before a verb: those after the last comma before it, if there are any."""
    before = [m for m in parties if m.last <= event.first]
    if reading.attribution.mention in before:  # "Pakistan's army said Indian shells killed a girl"
        before = [m for m in before if m.first >= reading.attribution.last] or before
    commas = [at for at in range(event.first) if reading.sentence.tokens[at].text == ","]
    near = [m for m in before if commas and m.first > commas[-1]]
    begins = [s.first for s in reading.sentence.of("subordinate") if s.last <= event.first]
    return near or [m for m in before if begins and m.first > begins[-1]] or before


def where_they_are(reading: Reading, count: Count) -> str:
    """Return the country that the counted people are told to be in: "1,400 people in Israel"."""
    where = reading.sentence.of("where", "in")
    markers = {span.last for span in where if 0 <= span.first - count.last <= 1}
    if not markers and where:  # "the death toll in Israel has reached 1,200"
        nouns = [s.last for s in reading.sentence.of("casualty_noun") if s.last <= count.first]
        between = (n for n in reading.numbers if nouns and nouns[-1] <= n.first < count.number_first)
        nouns = [] if any(map(reading.counts_people, between)) else nouns[-1:]
        markers = {span.last for span in where if span.first in nouns and span.last < count.first}
    states = [m.actor.actor_id for m in reading.mentions if m.first in markers and m.actor.type == "state"]
    return states[0] if states else ""


def of_the_place(reading: Reading, count: Count, event: Span, before: Owner) -> str:
    """Return the country of civilians in a list: "and 12 people in Israel", "killed a German nun and four peasants"."""
    here = where_they_are(reading, count)
    if here or before.confidence < SURE or count.bare or count.same:
        return here
    return reading.place(reading.clause(event.first), event)[1]


def _stands_beside(reading: Reading, mention: Mention, event: Span) -> bool:
    """Tell whether a name stands with the noun of an event: "Russian casualties", "korban Korut"."""
    if reading.oblique(mention):
        return False
    agent = mention.first == event.last and reading.sentence.at("passive", event.first)  # "diculik Boko Haram"
    return not agent and (event.first == mention.last or mention.first == event.last)
