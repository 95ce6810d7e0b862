"""Whose people are counted where only "its" or "of them" says so: "attacked M23 and killed 15 of its". No language."""

from __future__ import annotations

from .counting import Count
from .memory import Mention
from .reading import Reading
from .sides import CIVIL, are_others, parties_of
from .strikes import attackers, is_attacked
from .text import Span

AFTER_NOUN = 3  # tokens after those counted within which "on its own side" stands
DIRECT = 2  # tokens between a verb and those whom it befalls


def possessed(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether the counted people are somebody's who is named elsewhere: "its soldiers"."""
    possessives = reading.sentence.of("possessive")
    lost = {s.first for s in reading.sentence.of("loss")}
    possessives = [s for s in possessives if s.last not in lost]  # "mereka kehilangan": who lost, not whose
    joined = {s.first for s in reading.sentence.of("joint", "and")}  # "killed a father and his five children"
    behind = count.last + (count.last not in joined)
    near = any(count.first - 2 <= span.first <= behind for span in possessives)
    near = near or any(span.last == event.first for span in possessives)  # "put its own dead at nine"
    # "put the number of its soldiers killed around Goma at 13"
    people = count.bare or reading.sentence.at("anyone", count.noun)
    near = near or (people and any(_whose_unit(reading, span, count, event) for span in possessives))
    near = near or (people and _who_of_its(reading, count, event)) or bool(_at_own_side(reading, count))
    return near or (reading.suffixed(count.last - 1) and not are_others(reading, count))


def of_the_attacked(reading: Reading, count: Count, event: Span) -> str:
    """Return the side that is attacked before some of it fall: "attacked M23 and killed 15 of its fighters".

    So it is with "of them" and with the kind of people: "raided a Taliban hideout and killed 12 of the insurgents".
    """
    sentence = reading.sentence
    killed = 0 <= count.first - event.last <= DIRECT and not sentence.before("aux", event.first)
    if not killed or count.number is None or not sentence.of("event"):
        return ""
    them = any(s.first == count.number.last for c in ("of", "headcount") for s in sentence.of(c))
    if not them and not possessed(reading, count, event):
        return ""
    parties = [m for m in parties_of(reading, count) if m.last <= event.first and not reading.place_marked(m)]
    doers = attackers(reading, parties)
    attacked = {reading.side(m) for m in parties if is_attacked(reading, m, event)}
    others = attacked or ({reading.side(m) for m in parties} - doers if doers else set())
    return others.pop() if len(others) == 1 else ""


def _at_own_side(reading: Reading, count: Count) -> list[Span]:
    """Return the words by a count that tell that those are of whoever the sentence is about: "15 on its own side"."""
    own = reading.sentence.of("own_side")
    return [s for s in own if 0 <= s.first - count.last <= AFTER_NOUN or 0 <= count.first - s.last <= 1]


def _whose_unit(reading: Reading, possessive: Span, count: Count, event: Span) -> bool:
    """Tell whether a possessive stands before people whom an event before the count befell: "its soldiers killed"."""
    units = [s for s in reading.sentence.of("unit") if s.first == possessive.last]
    if reading.lexicon.pack.noun_first:  # "prajurit kami yang gugur delapan orang"
        beside = reading.sentence.before("unit", possessive.first)
        befell = any(who.first == possessive.last for who in reading.sentence.before("relative", event.first))
        return bool(beside) and befell and event.last <= count.first
    return any(s.last == event.first and event.last <= count.first for s in units)


def _who_of_its(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether those whom an event befell are told to be of somebody: "anggotanya yang tewas baru 25 orang"."""
    befell = {s.first for s in reading.sentence.before("relative", event.first)} if event.last <= count.first else set()
    return any(s.last in befell and reading.suffixed(s.last - 1) for s in reading.sentence.of("unit"))


def subject_side(reading: Reading, count: Count, event: Span) -> str:
    """Return the side of whoever the sentence is about before the count, else of who spoke last."""
    before = [m for m in reading.mentions if m.last <= count.first and reading.is_party(m, people=True)]
    if _at_own_side(reading, count) and before and reading.attribution.mention in before:
        return reading.side(reading.attribution.mention)  # "X says 100 of Y's men fell, and 15 on its own side"
    before = _without_doers(reading, before, count, event)
    his = [s for s in reading.sentence.of("possessive", "his") if count.first - 2 <= s.first <= count.last + 1]
    people = [m for m in before if m.actor.type == "person"]
    if his and people:
        return reading.side(people[-1])
    behind = any(event.last <= s.first < count.last for s in reading.sentence.of("possessive"))
    far = count.first - event.last > DIRECT and (behind or reading.suffixed(count.last - 1))
    if takes(reading, count, event) and (his or far):
        return ""  # "killed a girl and wounded her brother": they are another victim's, not of who did it
    if spoke := _who_says_so(reading, before, count):
        return reading.side(spoke)
    free = [m for m in before if m == reading.attribution.mention or not reading.place_marked(m)]
    free = [m for m in free if not reading.after_cue("besides", m)] or free
    if free:
        return reading.side(free[-1] if len(free) == 1 else _nearest_subject(reading, free, count))
    speaker = reading.attribution.mention
    if speaker and speaker.first > count.first and speaker.actor.type in ("state", "armed_group", "person"):
        return reading.side(speaker)  # "450 of its members were murdered, the party says"
    memory = reading.memory
    told = any(s.first < count.first for c in ("third", "both", "pronoun") for s in reading.sentence.of(c))
    if count.unit in CIVIL and not told and not reading.suffixed(count.last - 1):
        return ""  # "a bakery and three of its workers"
    return memory.speaker_side or memory.subject or memory.victim


def _who_says_so(reading: Reading, before: list[Mention], count: Count) -> Mention | None:
    """Return who says two things of which the second tells of their own: "X denied it and admitted two of its"."""
    speaker = reading.attribution.mention
    verbs = [s for s in reading.sentence.of("speech") if s.last <= count.first]
    if speaker not in before or len(verbs) < 2 or verbs[-1].first < reading.attribution.last:
        return None
    joints = [s.last for s in reading.sentence.of("joint", "and") if s.last <= verbs[-1].first]
    goes_on = bool(joints) and not any(joints[-1] <= m.first < count.first for m in reading.mentions)
    return speaker if goes_on else None


def _without_doers(reading: Reading, before: list[Mention], count: Count, event: Span) -> list[Mention]:
    """Leave out who kills where another speaks: "the rebels said French jets had killed four of their fighters"."""
    speaker, spoken = reading.attribution.mention, reading.attribution.last
    if speaker not in before or count.first - event.last > DIRECT or not takes(reading, count, event):
        return before
    return [m for m in before if m.first < spoken or m.first >= event.first or reading.oblique(m)]


def takes(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a verb has those counted after it as its object, so that who stands before it did it."""
    after = event.cue.category == "outcome" and event.last <= count.first
    return after and event.cue.value != "killed_or_wounded" and not reading.sentence.before("aux", event.first)


def _nearest_subject(reading: Reading, mentions: list[Mention], count: Count) -> Mention:
    """Of several names before a count: the last body after the word of saying, else the speaker, else the first."""
    speaker = reading.attribution.mention
    if speaker and speaker in mentions:
        thats = [s.last for s in reading.sentence.of("that") if s.last <= count.first]  # "and that two of its soldiers"
        begin = max(reading.attribution.last, *thats) if thats else reading.attribution.last
        later = [m for m in mentions if m.first >= begin and m.actor.type != "person"]
        free = [m for m in later if not reading.oblique(m)]
        return free[-1] if free else speaker
    clause = reading.clause(count.first)
    inside = [m for m in mentions if m.first >= clause[0]]
    return inside[0] if inside else mentions[-1]
