"""Several fates that one number tells of together: "300 were killed, wounded or captured". Knows no language."""

from __future__ import annotations

from .counting import Count
from .numbers import Number
from .reading import Reading
from .text import Span

APART = 2  # tokens between two fates of one list: a comma and "or"
TOGETHER = {"killed", "wounded"}  # beside which those captured are some of the losses


def three_fates(reading: Reading, one: Span, other: Span) -> bool:
    """Tell whether two fates stand in a list that names the killed and the wounded, with no number in it.

    The killed or captured alone are no losses of which a number could be told.
    """
    sentence = reading.sentence
    light = {at for c in ("either", "joint") for s in sentence.of(c) for at in range(s.first, s.last)}
    run: list[Span] = []
    for span in sorted(sentence.of("outcome"), key=lambda each: each.first):
        if run and span.first < run[-1].last:
            continue
        gap = range(run[-1].last, span.first) if run else range(0)
        if len(gap) > APART or (run and not gap) or not light.issuperset(gap):
            if run[-1].last > one.first:
                break
            run = []
        run.append(span)
    inside = any(span.first == one.first for span in run) and any(span.last == other.last for span in run)
    return inside and {span.cue.value for span in run} >= TOGETHER


def killed_part(reading: Reading, count: Count, number: Number) -> bool:
    """Tell whether a number says how many of those counted before it died: ", 200 of them killed", "including 20 dead".

    It stands behind a comma, or behind a word that says that it is a part.
    """
    sentence, at = reading.sentence, number.last
    parted = bool(sentence.before("subset", number.first))
    if number.first <= count.last or not (parted or sentence.tokens[number.first - 1].text in ",(–—"):
        return False
    at = max((span.last for span in sentence.of("subset") if span.first == at), default=at)
    if parted:  # "of whom 200 were killed", "termasuk 200 yang tewas"
        light = (s for c in ("aux", "relative", "unit") for s in sentence.of(c) if s.first == at)
        at = max((span.last for span in light), default=at)
    died = [s for s in sentence.of("outcome") if at <= s.first <= at + 1 and s.cue.value == "killed"]
    read = sentence.tokens
    ends = bool(died) and (died[0].last >= len(read) or not read[died[0].last].text.isalnum())
    return bool(died) and (ends or not parted)  # "20, including three killed on Monday" all fell
