"""Meetings told by how long ago they were: "they had not sat down together since the summit in Osaka in 2019".

Knows no language.
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.facts import Actor

from .listing import leads_to
from .occasion import whole
from .participants import who_is_met
from .pointing import him, stood_for
from .reading import SUMMITS, Reading
from .text import Span
from .when import When

SINCE = 5  # tokens between a verb of meeting and "since"
REACH = 20  # tokens between "since" and the day
LAST = 8  # tokens between "the last" and "to visit"
TO = 3  # tokens between that "to" and a noun of meeting: "to hold formal talks"
NOT = 2  # tokens between "not" and the verb


def met_since(reading: Reading, span: Span) -> When | None:
    """Return when people met before, where a sentence says that they have not since: until then they had.

    "Since" is followed by a day, a month or a year alone, or by a gathering with one; by nothing that happened else.
    """
    sentence = reading.sentence
    after = [s for s in sentence.of("date", "since") if 0 <= s.first - span.last <= SINCE]
    if not after or not _not_met(reading, span):
        return None
    since = after[0]
    ends = [at for at in range(since.last, len(sentence.tokens)) if sentence.tokens[at].text in ";.("]
    end = min([*ends, since.last + REACH, len(sentence.tokens)])
    when = next((w for w in reading.dates if since.first <= w.first < end and w.start), None)
    gap = range(since.last, when.last if when else end)
    gathered = any(s.first in gap for c in ("gathering", "summit_of", "event_of", "anaphora") for s in sentence.of(c))
    gathered = gathered or any(m.first in gap and m.actor.actor_id in SUMMITS for m in reading.mentions)
    clause = any(s.first in gap for c in ("third", "both", "have", "tells", "motion") for s in sentence.of(c))
    verbs = [s for s in sentence.of("meeting") if s.first in gap and not sentence.at("gathering", s.first)]
    verbs = [s for s in verbs if s.cue.value != "summit"]
    if clause or verbs or not gathered:
        return None  # "since the coup in 2021", "since they met in May", which tells a meeting by itself
    if when is None:
        return When(None, None, "", since.first, gap.stop) if any(reading.places.where((gap.start, end))) else None
    return replace(whole(when), first=since.first, last=when.last)


def last_to_do(reading: Reading, span: Span) -> Actor | None:
    """Return who is said to have been the last, or the first, to do something: "the last pope to visit X was Y"."""
    sentence = reading.sentence
    ones = sentence.of("last_one")
    to = [each for each in sentence.of("aim") if 0 <= span.first - each.last <= TO] if ones else []
    ones = [each for each in ones if to and 0 <= to[0].first - each.last <= LAST]
    if not ones:
        return None
    be = next((s for s in sentence.of("aux") if 0 <= ones[0].first - s.last <= 1), None)
    if be is not None:  # "The monarch was the first leader to meet X"; to be the first to come there is no news
        before = [m.actor for m in reading.mentions if m.actor.type == "person" and m.last <= be.first]
        return before[0] if before and span.cue.value != "visit" else None
    for be in sentence.of("aux"):
        named = [m for m in reading.mentions if m.actor.type == "person" and m.first >= be.last]
        if be.first >= span.last and named and leads_to(reading, be.last, named[0].first):
            return named[0].actor
    return None


def met_by_last(reading: Reading, span: Span, last: Actor) -> list[Actor]:
    """Return whom the last one to do so met: "him", who is of another side, or the names after the verb."""
    if him(reading, span):
        told = (reading.memory.theme, *reading.memory.people)
        states = {m.actor.actor_id for m in reading.mentions if m.actor.type == "state" and m.last <= span.first}
        own = [actor for actor in told if actor is not None and actor.parent in {last.parent, *states} - {""}]
        other = stood_for(reading, span.first, [last, *own])
        return [other] if other is not None else []
    return [actor for group in who_is_met(reading, span, [last])[:1] for actor, _at in group]


def _not_met(reading: Reading, span: Span) -> bool:
    return any(0 <= span.first - each.last <= NOT for each in reading.sentence.of("negation"))
