"""What the sentence goes on to say of a number by a verb of that number's own. Knows no language."""

from __future__ import annotations

from .counting import Count
from .reading import Reading
from .text import Span

NOUN = 3  # tokens from "were" to who those counted are: "five were young children"


def own_predicate(reading: Reading, count: Count) -> bool:
    """Tell whether a bare number is the subject of a verb that follows it: "300 died and 700 have been forced to flee".

    Such a number does not go on about those counted before, unless the verb only says who they are: "five were women".
    """
    sentence = reading.sentence
    verbs = [s for c in ("perfect", "aux") for s in sentence.of(c) if s.first == count.last] if count.bare else []
    if not verbs:
        return False
    last = max(s.last for s in verbs)
    near = range(last, last + NOUN)
    return not any(s.first in near for c in ("unit", "unit_one", "people_of") for s in sentence.of(c))


def tells_of_dead(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a single person only says how many died: "A captain put the death toll at 23"."""
    if count.size != 1 or count.last > event.first or count.inside(event):
        return False
    sentence = reading.sentence
    nouns = {s.first for s in sentence.of("casualty_noun")}
    says = (s for c in ("reckon", "speech") for s in sentence.of(c) if count.last <= s.first)
    return event.first in nouns and any(s.last <= event.first for s in says)
