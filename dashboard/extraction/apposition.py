"""How many those are of whom a number between commas tells: "the troops in Abyei, 570 of them,". No language."""

from __future__ import annotations

from .language import Cue
from .numbers import Number
from .reading import Reading
from .text import Span

ADJECTIVES = 3  # tokens between a number and the noun that it counts
APPOSED = 4  # tokens of the place between a force and the comma before its number
FORCES = ("formation", "forces", "level")
TROOPS = Cue("unit", "troops")


def apposed(reading: Reading, number: Number) -> Span | None:
    """Return the noun of those of whom a number between commas tells how many: "the last US soldiers, about 500,"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    first = min((s.first for s in sentence.before("now", number.first)), default=number.first)
    last = max((s.last for c in ("headcount", "now") for s in sentence.of(c) if s.first == number.last), default=0)
    last = max([last, *(when.last for when in reading.when_told if when.first in (last, number.last))])
    opens = first > 0 and read[first - 1].text in ",–—("
    closed = read[max(last, number.last) : max(last, number.last) + 1]
    if not opens or not closed or (closed[0].text not in ",–—)" and not reading.strong(number)):
        return None
    told = range(first - 1 - APPOSED, first)
    nouns = [s for s in sentence.of("unit") if s.last in told and s.cue.value in ("troops", "officers")]
    nouns += [Span(TROOPS, s.first, s.last) for c in FORCES for s in sentence.of(c) if s.last in told]
    nouns = [noun for noun in nouns if not _told_between(reading, noun.last, first - 1)]
    counted = any(n.last <= noun.first <= n.last + ADJECTIVES for n in reading.numbers for noun in nouns)
    return next((noun for noun in nouns if not counted), None)


def _told_between(reading: Reading, first: int, last: int) -> bool:
    """Tell whether more than a place stands between a noun and the comma behind it: "the troops in Abyei,"."""
    sentence = reading.sentence
    verbs = ("movement", "outcome", "speech", "aux", "have", "unit", "relative", "clause")
    within = range(first, last)
    placed = first == last or any(s.first == first for c in ("where", "of") for s in sentence.of(c))
    stops = any(sentence.tokens[at].text in ",;:–—()" for at in within)
    return stops or not placed or any(s.first in within for c in verbs for s in sentence.of(c))
