"""Meetings told by how long ago they were: "they had not sat down together since the summit in Osaka in 2019".

Knows no language.
"""

from __future__ import annotations

from dataclasses import replace

from .listing import LIGHT
from .occasion import whole
from .reading import SUMMITS, Reading
from .text import Span
from .when import When

SINCE = 5  # tokens between a verb of meeting and "since"
REACH = 20  # tokens between "since" and the day
NOT = 2  # tokens between "not" and the verb
FIRST = 4  # tokens between "first" and the noun: "their first face-to-face meeting"


def met_since(reading: Reading, span: Span) -> When | None:
    """Return when people met before, where a sentence says that they have not since: until then they had.

    "Since" is followed by a day, a month or a year alone, or by a gathering with one; by nothing that happened else.
    """
    sentence = reading.sentence
    after = [s for s in sentence.of("date", "since") if 0 <= s.first - span.last <= SINCE]
    if not after or not (_not_met(reading, span) or _their_first(reading, span)):
        return None
    since = after[0]
    ends = [at for at in range(since.last, len(sentence.tokens)) if sentence.tokens[at].text in ";.("]
    end = min([*ends, since.last + REACH])
    when = next((w for w in reading.dates if since.first <= w.first < end and w.start), None)
    gap = range(since.last, when.last if when else end)
    gathered = any(s.first in gap for c in ("gathering", "summit_of", "event_of", "anaphora") for s in sentence.of(c))
    gathered = gathered or any(m.first in gap and m.actor.actor_id in SUMMITS for m in reading.mentions)
    clause = any(s.first in gap for c in ("third", "both", "have", "tells", "motion") for s in sentence.of(c))
    verbs = [s for s in sentence.of("meeting") if s.first in gap and not sentence.at("gathering", s.first)]
    verbs = [s for s in verbs if s.cue.value != "summit"]
    if clause or verbs or not (gathered or (when is not None and _only_when(reading, gap))):
        return None  # "since the coup in 2021", "since they met in May", which tells a meeting by itself
    if when is None:
        return When(None, None, "", since.first, gap.stop) if any(reading.places.where((gap.start, end))) else None
    return replace(whole(when), first=since.first, last=when.last)


def _only_when(reading: Reading, gap: range) -> bool:
    """Tell whether only a day, a month, a year and a place stand in a gap: "since June 2019"."""
    sentence = reading.sentence
    light = {at for c in (*LIGHT, "month") for s in sentence.of(c) for at in range(s.first, s.last)}
    read = sentence.tokens
    return all(at in light or not read[at].text.isalpha() or read[at].text[0].isupper() for at in gap)


def _not_met(reading: Reading, span: Span) -> bool:
    return any(0 <= span.first - each.last <= NOT for each in reading.sentence.of("negation"))


def _their_first(reading: Reading, span: Span) -> bool:
    """Tell whether a noun of meeting is the first for the two who are told of: "their first talks"."""
    sentence = reading.sentence
    first = [s for s in sentence.of("first") if 0 <= span.first - s.last <= FIRST]
    return bool(first) and any(sentence.before("possessive", s.first) for s in first)
