"""What a sentence adds up beside what it tells: "four were killed, bringing the toll to 298", "the toll rose to 298

after four were killed". Knows no language.
"""

from __future__ import annotations

from .reading import Reading
from .text import Span

REACH = 12  # tokens between "bringing" and the total that follows it
TOTALS = ("toll", "cumulative")


def summing_up(reading: Reading) -> int | None:
    """Return where a sentence passes on from what it tells to what that adds up to, or back; ``None`` without.

    What stands on one side is told of those counted there, and what stands on the other of the total.
    """
    totals = [s for value in TOTALS for s in reading.sentence.of("measure", value)]
    begins = reading.sentence.of("sums_up")
    if not begins:
        return _summed_up(reading, totals) if totals else None
    totals += reading.sentence.of("casualty_noun")  # "bringing the death toll to 298"
    counted = [number.first for number in reading.numbers]
    for span in begins:
        total = any(0 <= s.first - span.last <= REACH for s in totals)
        if total and any(at < span.first for at in counted) and any(at >= span.last for at in counted):
            return span.first
    return None


def _summed_up(reading: Reading, totals: list[Span]) -> int | None:
    """Return where a sentence goes on from a total to what made it grow: "the toll rose to 298 after four …"."""
    sentence = reading.sentence
    afters = sentence.of("date", "after")
    if not afters:
        return None
    counted = [number.first for number in reading.numbers if reading.counts_people(number)]
    first = min((at for at in counted if totals[0].last <= at), default=None)
    if first is None:
        return None
    border = min((s.first for s in afters if first < s.first), default=None)
    return border if border is not None and any(at > border for at in counted) else None


def told_on_its_side(reading: Reading, at: int, token: int) -> bool:
    """Tell whether two tokens stand on the same side of where a sentence begins to add up."""
    border = summing_up(reading)
    return border is None or (at < border) == (token < border)
