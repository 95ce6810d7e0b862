"""Who speaks as one of those who met: '"I met X yesterday," Y said'. Knows no language."""

from __future__ import annotations

from dataclasses import replace

from .memory import Mention
from .reading import Reading
from .text import Span

MET = ("meeting", "meeting_with", "invitation")
REACH = 8  # tokens between "I" and the meeting
QUOTES = '"“”'


def with_me(reading: Reading) -> Reading:
    """Return a reading of a sentence in which "I" names the person who says it, where it is told who that is."""
    said = reading.attribution.mention
    if said is None or said.actor.type != "person" or not (mine := reading.sentence.of("me")):
        return reading
    read = reading.sentence.tokens
    begins = {0, *(at + 1 for at, token in enumerate(read) if token.text in QUOTES)}
    # No numeral, "World War I"; "Yesterday I met X"
    me = [s for s in mine if {s.first, s.first - 1} & begins or not read[s.first - 1].text[0].isupper()]
    told = [s.first for c in MET for s in reading.sentence.of(c)]
    me = [s for s in me if any(0 <= at - s.last <= REACH for at in told)]
    found = [*reading.mentions, *(Mention(said.actor, s.first, s.last) for s in me)]
    return replace(reading, mentions=sorted(found, key=lambda mention: mention.first))


def speaks_of_it(reading: Reading, met: Span) -> tuple[int, int] | None:
    """Return the quotation in which somebody tells of a meeting of their own; ``None`` outside of one."""
    read = reading.sentence.tokens
    mine = reading.sentence.of("me")
    marks = [at for at, token in enumerate(read) if token.text in QUOTES] if mine else []
    first = max((at for at in marks if at < met.first), default=-1)
    last = min((at for at in marks if at >= met.last), default=len(read))
    return (first + 1, last) if marks and any(first < each.first < last for each in mine) else None
