"""Who strikes whom: the sides whose attack a sentence tells of, and those who are attacked. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.facts import is_country

from .casing import is_shouted
from .gazetteer import sole_town
from .language import Cue
from .listing import verb_from
from .memory import Mention
from .reading import Reading
from .text import Span, fold

FALLS = Cue("outcome", "killed")  # what an attack may bring upon people, for the place where it was
NEAR = 4  # tokens between who strikes and the verb: "Israeli warplanes struck"
HELD = ("outpost", "forces", "formation", "unit", "body", "convoy")  # what somebody has in the field
NOUN = 2  # the same before a noun: "Iranian missile attacks"
SHORT = 4  # letters of a town's name that is no other word


def attackers(reading: Reading, parties: list[Mention]) -> set[str]:
    """Return the sides whose attack is told of: "an Israeli air strike", "serangan Israel", "an attack by Hamas"."""
    attacks = reading.sentence.of("event")
    strikers = [m for m in parties if any(_attacks(reading, m, a) for a in attacks)]
    joints = {(s.first, s.last) for s in reading.sentence.of("joint", "and")} if strikers else set()
    with_them = [m for m in parties if any((a.last, m.first) in joints for a in strikers)]
    beside = {reading.side(m) for m in (*strikers, *with_them)}  # "serangan AS dan Inggris"
    begin = {span.first for span in reading.sentence.of("invades")}
    beside |= {reading.side(m) for m in parties if m.last in begin}  # "since Russia launched its invasion"
    fought = {s.last for s in reading.sentence.of("fight")}
    fought |= {
        s.last for s in reading.sentence.of("joint", "with") if s.first in fought
    }  # "killed in fighting with Cambodia", told by who fights it
    said = reading.attribution.mention
    beside |= {reading.side(m) for m in parties if said and m.first in fought and reading.side(said) != reading.side(m)}
    hurt = {span.last for span in reading.sentence.of("outcome")}
    passives = {span.last for span in reading.sentence.of("passive")}
    beside |= {reading.side(m) for m in parties if m.first in passives}
    others = [m for m in parties if m != reading.attribution.mention]  # "killed 1,200 people, by Israeli tallies"
    agents = [by for by in reading.sentence.of("by") if attacks or by.first in hurt]  # "injured by Cambodian rockets"
    return beside | {reading.side(m) for m in others if any(0 <= m.first - by.last <= 1 for by in agents)}


def says_it_did(reading: Reading, event: Span) -> bool:
    """Tell whether who speaks tells of those whom it killed: "said it had killed", "claimed to have killed".

    So are its weapons and its men: "said that its drones killed".
    """
    sentence, said = reading.sentence, reading.attribution
    if said.mention is None or not said.mention.last <= said.last <= event.first or sentence.before("aux", event.first):
        return False
    noun = any(s.last in (event.last, event.last + 1) for s in sentence.of("of"))
    if noun or sentence.at("loss", event.first):
        return False  # "admits the loss of 12", "said it lost 12"
    first = said.last
    for that in (s for s in sentence.of("that") if s.first == first):
        first = that.last
    own = [s.last for s in sentence.of("possessive") if s.first == first]
    does = [s.last for c in ("weapon", "unit", "forces", "event") for s in sentence.of(c) if own and s.first == own[0]]
    does += [s.last for c in ("third", "pronoun", "both", "oneself") for s in sentence.of(c) if s.first == first]
    verb = verb_from(sentence, event.first)
    aims = [s.first for s in sentence.before("aim", verb)] or [verb]
    return any(at in (*does, first) for at in (verb, *aims))


def note_strike(reading: Reading) -> None:
    """Remember who attacks and where, for the people of whom only the next sentence tells that they were hurt.

    "Russian forces shelled Kherson on Sunday. Two people were killed."
    """
    sentence, memory = reading.sentence, reading.memory
    attacks = sentence.of("event")
    weapons = sentence.of("weapon")
    fired = [
        s for s in sentence.of("fires") if s.last > s.first + 1 or any(0 <= w.first - s.last <= NEAR for w in weapons)
    ]
    if not attacks and not fired:
        return
    parties = [m for m in reading.mentions if reading.is_party(m) and not reading.place_marked(m)]
    if held := [m for m in parties if _holds(reading, m, (*attacks, *fired))]:
        memory.attacked, memory.attacked_at = reading.side(held[0]), memory.place
    doers = attackers(reading, parties)
    firing = [m for m in parties if fired and m.last <= fired[0].first and not reading.oblique(m)]
    doers |= {reading.side(m) for m in firing[-1:]}
    if not doers:
        return
    at = (attacks or fired)[0]
    near = Span(FALLS, at.first, at.last)
    _location, country = reading.places.where((0, len(sentence.tokens)), near)
    hit = [reading.side(m) for m in parties if any(0 <= m.first - a.last <= 1 for a in attacks)]
    at_towns = [a.last for a in attacks] + [w.last for w in sentence.of("where") if fired and fired[0].last <= w.first]
    towns_hit = [_town_at(reading, at) for at in at_towns] if not is_country(country) else []
    struck = next((c for c in (country, *hit, *towns_hit) if is_country(c) and c not in doers), "")
    memory.strikers, memory.struck_at = frozenset(doers), memory.place
    if fired or all(is_country(each) for each in doers):  # a group may attack a foreign base
        memory.scene = struck or memory.scene


def _holds(reading: Reading, mention: Mention, attacks: Sequence[Span]) -> bool:
    """Tell whether what is attacked are somebody's men, base or convoy: "targeted a US military convoy"."""
    begins = [s.first for c in HELD for s in reading.sentence.of(c)]
    own = (a for a in attacks if not reading.sentence.before("relative", a.first))  # "the bomb that hit X's embassy"
    near = any(0 <= mention.first - attack.last <= NEAR for attack in own)
    return near and any(0 <= at - reading.ends(mention) <= 1 for at in begins)


def is_attacked(reading: Reading, mention: Mention, event: Span) -> bool:
    """Tell whether a name is what is attacked before people fall: "attacked a Ugandan base and killed 54"."""
    before = [span for span in reading.sentence.of("event") if span.first > 0 and span.last <= mention.first]
    near = any(mention.first - span.last <= 1 for span in before)
    return near and mention.last <= event.first and not reading.after_cue("by", mention)


def town(reading: Reading) -> str:
    """Return the country of a town of any size that a sentence names, if all the places with its name are there.

    Where all is in capitals, a name must be told as a place.
    """
    read = reading.sentence.tokens
    taken = {at for m in reading.mentions for at in range(m.first, m.last)}
    if is_shouted(reading.sentence):
        taken |= set(range(len(read))) - {s.last for s in reading.sentence.of("where", "in")}
    named = (t.text for at, t in enumerate(read) if at and at not in taken and t.text[0].isupper())
    return next((country for name in named if len(name) > SHORT and (country := sole_town(name))), "")


def _town_at(reading: Reading, at: int) -> str:
    """Return the country of a town of one word that stands at a token, if all the places with its name are there."""
    word = reading.sentence.tokens[at : at + 1]
    name = word[0].text if word and word[0].text[0].isupper() else ""
    alone = not any(token.text[0].isupper() for token in reading.sentence.tokens[at + 1 : at + 2])
    named = any(m.first <= at < m.last for m in reading.mentions)
    return sole_town(name) if len(name) >= SHORT and alone and not named else ""


def _attacks(reading: Reading, mention: Mention, attack: Span) -> bool:
    """Tell whether a name stands with an attack: before it, "Israel's air strike", or after it, "serangan Israel"."""
    if attack.last <= mention.first:
        after = reading.sentence.tokens[attack.last : mention.first]
        plain = len(after) <= 2 and all(t.text.isalpha() and t.text.islower() for t in after)
        follows = plain and not reading.sentence.at("invades", attack.first)  # "membombardir Beirut"
        return follows and reading.lexicon.pack.noun_first and not reading.oblique(mention)
    gap = reading.sentence.tokens[mention.last : attack.first] if mention.last <= attack.first else None
    if gap is None:
        return False
    return not gap or (len(gap) <= 3 and gap[0].text in "'’") or _with_a_noun(reading, mention, attack)


def _with_a_noun(reading: Reading, mention: Mention, attack: Span) -> bool:
    """Tell whether a state or group strikes with what is its own: "Israeli warplanes struck", "Hamas gunmen attacked".

    Not "Israeli soldiers were attacked"; a preposition may stand before an adjective, "in Iranian missile attacks".
    """
    sentence = reading.sentence
    if reading.lexicon.pack.noun_first or attack.first - mention.last > NEAR or sentence.before("aux", attack.first):
        return False
    between = range(mention.last, attack.first)
    if not all(sentence.tokens[at].text.isalpha() and sentence.tokens[at].text.islower() for at in between):
        return False
    if any(sentence.at(c, at) for at in between for c in ("where", "of", "by", "aux", "speech", "joint", "outcome")):
        return False
    if not reading.oblique(mention):
        return True
    words = sentence.words_folded(Span(attack.cue, mention.first, mention.last))
    adjective = is_country(mention.actor.actor_id) and words != fold(mention.actor.name)
    return adjective and len(between) <= NOUN
