"""What a sentence adds up after it has told what befell people: "four were killed, bringing the toll to 298".

Knows no language.
"""

from __future__ import annotations

from .reading import Reading

REACH = 12  # tokens between "bringing" and the total that follows it
TOTALS = ("toll", "cumulative")


def summing_up(reading: Reading) -> int | None:
    """Return where a sentence begins to add up what it has told; ``None`` where it does not.

    What stands before is told of those counted there, and what follows of the total.
    """
    begins = reading.sentence.of("sums_up")
    if not begins:
        return None
    totals = [s for value in TOTALS for s in reading.sentence.of("measure", value)]
    counted = [number.first for number in reading.numbers]
    for span in begins:
        total = any(0 <= s.first - span.last <= REACH for s in totals)
        if total and any(at < span.first for at in counted) and any(at >= span.last for at in counted):
            return span.first
    return None


def told_on_its_side(reading: Reading, at: int, token: int) -> bool:
    """Tell whether two tokens stand on the same side of where a sentence begins to add up."""
    border = summing_up(reading)
    return border is None or (at < border) == (token < border)
