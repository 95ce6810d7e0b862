"""Verbs that say where people in service go only with the place behind them: "took 300 men to Goma". No language."""

from __future__ import annotations

from .counting import MILITARY, Count
from .departures import SENT, WITHDRAWN
from .language import Cue
from .presence import STATIONED
from .reading import Reading
from .text import Span

OBJECT = 2  # tokens between a verb and those that it moves
WAY = 9  # tokens between those who are moved and the word that says where
THERE = 3  # the same where they are left


def carried(reading: Reading, count: Count) -> Span | None:
    """Return the verb that brings people in service to a place, or away: "brought its 1,500 men home"."""
    if count.unit not in MILITARY:
        return None
    sentence = reading.sentence
    start, end = reading.clause(count.first)
    verbs = [s for c in ("verb", "give") for s in sentence.of("carry", c)]
    verbs = [s for s in verbs if start <= s.first and 0 <= count.first - s.last <= OBJECT]
    if not verbs:
        verbs = [s for s in sentence.of("carry", "done") if 0 <= s.first - count.last <= OBJECT]
        verbs = [s for s in verbs if sentence.before("aux", s.first)]  # "were taken to Goma"
    if not verbs or reading.within("outcome", (start, end)):
        return None
    if verbs[0].cue.value == "give":
        return _span(SENT, verbs[0])  # "voted to commit 150 soldiers"
    if any(s.first == verbs[0].last for s in sentence.of("homeward")):
        return _span(WITHDRAWN, verbs[0])  # "took home its 377 soldiers"
    begins = max(verbs[0].last, count.last)
    for at in range(begins, min(begins + WAY, end)):
        if reading.sentence.tokens[at].text in ",;:(" or sentence.at("speech", at):
            return None
        if any(s.first == at for s in sentence.of("homeward")):
            return _span(WITHDRAWN, verbs[0])
        to = any(s.first == at and s.cue.value == "to" for s in sentence.of("where")) and _a_place(reading, at)
        if to or sentence.at("onward", at):
            return _span(SENT, verbs[0])
    return None


def settled_there(reading: Reading, count: Count) -> Span | None:
    """Return the verb by which people in service are put where a place follows them: "to station 4,000 in Gao"."""
    begins = min(count.first, count.begins(reading.sentence))  # "to base a brigade of 4,800 in Vilnius"
    verbs = [s for s in reading.sentence.of("settle") if 0 <= begins - s.last <= OBJECT]
    if not verbs or count.unit not in MILITARY or reading.within("outcome", reading.clause(count.first)):
        return None
    read, near = reading.sentence.tokens, range(count.last, count.last + WAY)
    stops = (at for at in near if at >= len(read) or read[at].text in ",;:.(")
    end = next(stops, near.stop)
    places = (s for s in reading.sentence.of("where", "in") if count.last <= s.first < end)
    cue = SENT if verbs[0].cue.value == "more" else STATIONED
    return _span(cue, verbs[0]) if any(_a_place(reading, s.first) for s in places) else None


def taken_in(reading: Reading, count: Count) -> Span | None:
    """Return the verb by which somebody gets people in service of others: "Niger received 100 Russian trainers".

    Whose they are must stand beside them; who "welcomed home" soldiers had sent them.
    """
    verbs = [s for s in reading.sentence.of("take_in") if 0 <= count.first - s.last <= OBJECT]
    if not verbs or count.unit not in MILITARY or reading.sentence.before("aux", verbs[-1].first):
        return None
    sentence, verb = reading.sentence, verbs[-1]
    if any(s.first in (verb.last, count.last) for s in sentence.of("homeward")):
        return _span(WITHDRAWN, verb)
    from_ = {s.last for s in sentence.of("where", "from") if s.first == count.last}
    from_ |= {count.last} if reading.lexicon.pack.noun_first else set()
    states = [m for m in reading.mentions if reading.is_party(m)]
    theirs = [m for m in states if m.first in from_ or (count.first <= m.first and m.last <= count.last)]
    return _span(SENT, verb) if theirs and host(reading, verb) not in ("", theirs[0].actor.actor_id) else None


def host(reading: Reading, verb: Span) -> str:
    """Return the state that stands before a verb of hosting or getting people in service; empty where none does."""
    states = [m for m in reading.mentions if m.actor.type == "state" and m.last <= verb.first]
    states = [m for m in states if m.first >= reading.clause(verb.first)[0] and not reading.oblique(m)]
    return states[-1].actor.actor_id if states else ""


def left_there(reading: Reading, count: Count) -> Span | None:
    """Return the verb by which people in service are to stay: "will leave 1,000 soldiers in Kabul"."""
    sentence = reading.sentence
    begins = min(count.first, count.begins(sentence))
    verbs = [s for s in sentence.of("leave") if 0 <= begins - s.last <= OBJECT]
    if not verbs or reading.within("outcome", reading.clause(count.first)):
        return None
    near = range(count.last, count.last + THERE)
    places = [s for c in ("thither", "place_word") for s in sentence.of(c)]
    places += [s for s in sentence.of("where", "in") if _a_place(reading, s.first)]
    troops = count.unit in MILITARY or (count.bare and bool(reading.memory.sender or verbs[0].first > 1))
    return _span(STATIONED, verbs[0]) if troops and any(s.first in near for s in places) else None


def _a_place(reading: Reading, at: int) -> bool:
    """Tell whether a name or "the region" follows a word of where."""
    sentence, read = reading.sentence, reading.sentence.tokens
    ends = [s.last for s in sentence.of("where") if s.first == at]
    ends += [s.last for s in sentence.of("article") if s.first in ends]  # "to the frontier"
    return any(
        any(sentence.at(c, end) for c in ("place_word", "border"))
        or any(t.text[0].isupper() for t in read[end : end + OBJECT])
        for end in ends
    )


def _span(cue: Cue, verb: Span) -> Span:
    return Span(cue, verb.first, verb.last)
