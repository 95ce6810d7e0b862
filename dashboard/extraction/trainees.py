"""Those who are still in training, who are at home where they train. Knows no language."""

from __future__ import annotations

from .counting import Count
from .reading import Reading


def trained(reading: Reading, count: Count, country: str) -> str:
    """Return the country where cadets or recruits are counted: not those of soldiers only posted there."""
    trainees = reading.sentence.of("trainee") if country else ()
    return country if any(count.noun <= span.first < count.last for span in trainees) else ""
