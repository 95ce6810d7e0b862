"""The meeting of one minister, which begins like that of the ministers of an organisation. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .reading import Reading
from .text import Span

STATE = 2  # tokens of the state between an office and a name: "Menlu AS X"


def with_ministers(reading: Reading) -> Reading:
    """Return a reading in which "pertemuan Menlu X dengan Y" is a meeting; "pertemuan Menlu ASEAN" stays a summit."""
    summits = [s for s in reading.sentence.of("summit_of") if s.last - s.first > 1]
    if not summits:
        return reading
    people = [m.first for m in reading.mentions if m.actor.type == "person"]
    bodies = [m.first for m in reading.mentions if m.actor.type == "organisation"]
    own = [s for s in summits if s.last not in bodies and any(0 <= first - s.last <= STATE for first in people)]
    if not own:
        return reading
    spans = [s for s in reading.sentence.spans if s not in own]
    spans += [each for summit in own for each in _parts(reading, summit)]
    return replace(reading, sentence=replace(reading.sentence, spans=spans))


def _parts(reading: Reading, summit: Span) -> Iterator[Span]:
    """Yield what the first word of a phrase tells, and what the rest does: a meeting, an office."""
    read = reading.sentence.tokens
    for first, last in ((summit.first, summit.first + 1), (summit.first + 1, summit.last)):
        for each in reading.lexicon.phrases.find(read[first:last]):
            yield Span(each.cue, each.first + first, each.last + first)
