"""What has not happened: negated, told for the case that it does, or still to come. Knows no language."""

from __future__ import annotations

from .reading import Reading
from .text import Span

LEAVES = 4  # tokens between a verb and those whose lives it takes: "could cost another 50,000 lives"


def unreal(reading: Reading, event: Span) -> bool:
    """Tell whether an event is told not to have happened, or only for the case that it does, or to come."""
    sentence = reading.sentence
    commas = [at for at in range(event.first) if sentence.tokens[at].text == ","]
    begin = commas[-1] if commas else -1
    if any(begin < span.first < event.first for span in sentence.of("condition")):
        return True
    if sentence.at("infinitive", event.first) and sentence.before("aim", event.first):
        return True
    if event.cue.category == "outcome" and _still_to_come(reading, event):
        return True
    return any(0 <= event.first - span.last <= 1 for span in sentence.of("negation")) or sentence.at(
        "nobody", event.last
    )


def _still_to_come(reading: Reading, event: Span) -> bool:
    """Tell whether a word of what may or will be governs what befalls people: "could die", "will be killed".

    It stands right before the verb: "will investigate how they were killed" and "were soon killed" tell what has been.
    """
    sentence = reading.sentence
    dated = {at for when in reading.when_told for at in range(when.first, when.last)}  # "in May were killed"
    ahead = (*sentence.of("modal"), *sentence.of("status", "planned"), *sentence.of("status", "proposed"))
    ends = {span.last for span in ahead if span.first not in dated}
    bare = reading.lexicon.pack.noun_first or sentence.at("infinitive", event.first)
    if (bare and event.first in ends) or any(span.first in ends for span in sentence.before("aux", event.first)):
        return True
    takes = [s.first for s in sentence.of("takes_lives") if s.first in ends and 0 <= event.first - s.last <= LEAVES]
    return any(not sentence.before("outcome", at) for at in takes)
