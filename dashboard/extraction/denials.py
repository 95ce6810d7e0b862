"""What a party denies without naming a number: that its troops are somewhere, that it killed people. No language."""

from __future__ import annotations

from dashboard.facts import is_country

from .counting import MILITARY, Count, counts
from .language import Cue
from .presence import KILLED, STATIONED
from .reading import Reading
from .sides import LIKELY, SURE, Owner, Told
from .text import Span
from .whose import owner

ARMY = Cue("forces", "")
DENIED = 8  # tokens between a denial and the killing that is denied
NEAR = 4  # tokens between a verb of moving and the troops that are denied to move
NONE = 2  # tokens between "no" and the troops that are not there: whose they are
NOT_SENT = ("status", "aim", "aux", "adverb", "modal", "speech", "ever")  # between "not" and a verb of sending
SENT = 6  # tokens between the troops that are not there and the word that says where


def denied(reading: Reading) -> Told | None:
    """Return what a sentence without a number of people tells to be denied; ``None`` where nothing is."""
    sentence = reading.sentence
    denials = [s for s in sentence.of("speech", "denies") if not sentence.before("negation", s.first)]
    if not (denials or sentence.of("negation")):
        return None
    begin, end = reading.clause(denials[0].first) if denials else (0, len(sentence.tokens))
    if any(not count.bare and begin <= count.first < end for count in counts(reading)):
        return None  # what is denied is the number; "has 500 men in X, but denies that they fight"
    if denials:
        began = denials[0].last
        return _denied_deployment(reading, began) or _denied_casualty(reading, began)
    return _none_there(reading) or _not_sent(reading)


def number_denied(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether it is denied that what befell a number of people did: "denied on Tuesday that 12 had died".

    "Denied any part in the raid that killed 12" denies no number.
    """
    sentence = reading.sentence
    light = {at for c in ("date", "weekday", "day", "adverb", "month") for s in sentence.of(c) for at in range(*s[1:])}
    for denial in sentence.of("speech", "denies"):
        if denial.last == event.first < count.first:
            return True  # "denied killing 30 civilians"
        that = [s for s in sentence.of("that") if denial.last <= s.first and s.last <= count.first]
        if not that or sentence.before("negation", denial.first):
            continue
        gap = range(denial.last, that[0].first)
        others = any(that[0].last <= s.first < count.first for s in sentence.of("speech"))
        if not others and all(at in light or sentence.tokens[at].text.isdecimal() for at in gap):
            return True
    return False


def _forces(reading: Reading) -> list[Span]:
    """Return the nouns of people in service, by themselves or as an army."""
    sentence = reading.sentence
    named = (*sentence.of("unit"), *sentence.of("body", "military"), *sentence.of("forces"))
    armies = [Span(ARMY, m.first, m.last) for m in reading.mentions if m.actor.actor_id in reading.lexicon.armies]
    named = tuple(s for s in named if s.cue.category == "unit" or not _of_a_thing(reading, s))
    return [*(s for s in named if s.cue.category != "unit" or s.cue.value in MILITARY), *armies]


def _of_a_thing(reading: Reading, force: Span) -> bool:
    """Tell whether a word only says whose things are told of: "military facilities", "fasilitas militer"."""
    thing = force.first - 1 if reading.lexicon.pack.noun_first else force.last
    return reading.sentence.unknown(thing) or any(reading.sentence.at(c, thing) for c in ("outpost", "not_people"))


def _none_there(reading: Reading) -> Told | None:
    """Return the troops of whom the side whose they are says that none are there: "it had no troops in Congo"."""
    sentence, speaker = reading.sentence, reading.attribution.mention
    side = reading.side(speaker) if speaker else ""
    where = [s for c in ("movement", "be_in", "where") for s in sentence.of(c)]
    for none in sentence.of("negation", "no") if side else ():
        for force in _forces(reading):
            between = range(none.last, force.first)
            told = [s for s in where if 0 <= s.first - force.last <= SENT]
            if not told or force.first < none.last or len(between) > NONE:
                continue
            named = [m for m in reading.mentions if none.last <= m.first < force.last + NONE and reading.is_party(m)]
            begins = reading.clause(none.first)[0]
            named += [m for m in reading.mentions if begins <= m.first and m.last <= none.first and reading.is_party(m)]
            named = [m for m in named if not reading.place_marked(m)]
            if any(reading.side(m) != side for m in named):
                continue  # of others than who speaks
            sent = next((s for s in told if s.cue.category == "movement"), None)
            event = sent or Span(STATIONED, force.first, force.first)
            count = Count(None, "troops", force.first, force.last, force.first)
            return Told(count, event, Owner(side, LIKELY))
    return None


def _not_sent(reading: Reading) -> Told | None:
    """Return the troops whom the side whose they are says not to send: "Poland will not send its soldiers to X"."""
    sentence = reading.sentence
    if sentence.of("condition"):
        return None  # "if X does not send troops"
    light = {at for c in NOT_SENT for s in sentence.of(c) for at in range(s.first, s.last)}
    for none in sentence.of("negation"):
        sent = [s for s in sentence.of("movement", "sent") if 0 <= s.first - none.last <= NEAR]
        if not sent or not set(range(none.last, sent[0].first)) <= light or sentence.at("aim", none.last):
            continue  # "warned X not to send troops"
        behind = [force for force in _forces(reading) if 0 <= force.first - sent[0].last <= NEAR]
        begins = reading.clause(none.first)[0]
        whose = [m for m in reading.mentions if begins <= m.first and m.last <= none.first and reading.is_party(m)]
        whose = [m for m in whose if not reading.place_marked(m) and not reading.after_cue("besides", m)]
        said = reading.attribution.mention
        side = reading.side(whose[-1]) if whose else reading.side(said) if said else ""
        if behind and is_country(side):
            count = Count(None, "troops", behind[0].first, behind[0].last, behind[0].first)
            return Told(count, sent[0], Owner(side, LIKELY))
    return None


def _denied_deployment(reading: Reading, began: int) -> Told | None:
    sentence = reading.sentence
    events = [s for s in sentence.of("movement") if began <= s.first]
    being = [s for c in ("be_in", "have", *(() if events else ("there",))) for s in sentence.of(c)]
    moved = {s.first for s in events}
    events += [Span(STATIONED, s.first, s.last) for s in being if began <= s.first and s.last not in moved]
    having = {s.first for c in ("have", "there") for s in sentence.of(c)}
    forces = [s for s in _forces(reading) if s.first >= began]
    for event in sorted(events, key=lambda s: s.first):
        near = [each for each in forces if event.distance(each) <= NEAR]
        near = [each for each in near if event.first not in having or event.last <= each.first]
        if not near:
            continue
        unit = near[0].cue.value if near[0].cue.category == "unit" else "troops"
        count = Count(None, unit, near[0].first, near[0].last, near[0].first)
        whose = owner(reading, count, event)
        said = reading.attribution.mention
        between = [m for m in reading.mentions if began <= m.first and reading.is_party(m) and m.last <= event.first]
        doers = [m for m in between if not reading.place_marked(m) and event.last <= near[0].first]
        if doers and whose.confidence < SURE:
            whose = Owner(reading.side(doers[-1]), LIKELY)  # "denied that X sent troops"
        if said and reading.side(said) and whose.confidence < SURE and not between:
            whose = Owner(reading.side(said), LIKELY)  # who denies it, denies it of its own
        return Told(count, event, whose)
    return None


def _denied_casualty(reading: Reading, began: int) -> Told | None:
    """Return a killing, with those who are denied to have been killed; no denial of who did it."""
    sentence = reading.sentence
    lost = [Span(KILLED, s.first, s.last) for s in sentence.of("loss")]
    events = [s for s in (*sentence.of("outcome"), *lost) if began <= s.first <= began + DENIED]
    people = [s for c in ("unit", "unit_one", "people_of") for s in sentence.of(c) if s.first >= began]
    for event in sorted(events, key=lambda s: s.first):
        near = [each for each in people if event.distance(each) <= NEAR]
        if not near:
            continue
        unit = near[0].cue.value if near[0].cue.category == "unit" else "people"
        count = Count(None, unit, near[0].first, near[0].last, near[0].first)
        speaker = reading.attribution.mention
        if event in lost and speaker:
            return Told(count, event, Owner(reading.side(speaker), LIKELY))
        return Told(count, event, owner(reading, count, event))
    return None
