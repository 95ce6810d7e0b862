"""Verbs that stand around those counted, or take only people: "hacked 37 refugees to death". Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .counting import Count
from .language import Cue
from .reading import Reading
from .text import Span

ADVERB = 1  # tokens between a verb and those counted
LIST = 12  # tokens from the first count of a list to the second half of its verb
JOINED = 2  # tokens between two verbs that are told of the same people: "and", "and then"
OBJECTS = ("article", "possessive", "single", "object")  # what follows a verb that is told of others
OBJECT = 4  # tokens of a plain object between the halves of a verb
AFTER = ("by", "where", "date")  # words one of which follows a participle: "girls seized from a school", "by gunmen"


def around(reading: Reading, counts: Sequence[Count]) -> Iterator[Span]:
    """Yield the verbs in two halves with counts between them: "burned 11 villagers alive", "took two with them"."""
    for begun in reading.sentence.of("begun"):
        light = begun.last + any(reading.sentence.at(c, begun.last) for c in ("article", "measure"))
        taken = next((c for c in counts if c.first in (begun.last, light)), None)
        if taken is not None and _ends(reading, begun, taken):
            yield Span(Cue("outcome", begun.cue.value), begun.first, begun.last)


def seizures(reading: Reading, counts: Sequence[Count]) -> Iterator[Span]:
    """Yield the verbs of seizing that have counted people as their object: "seized 18 workers", not "seized a town"."""
    sentence = reading.sentence
    for span in sentence.of("seize"):
        aux = bool(sentence.before("aux", span.first))
        after = any(s.first == span.last == s.last - 1 for category in AFTER for s in sentence.of(category))
        for count in counts:
            told = not count.bare and any(s.first == count.noun for s in sentence.of("unit"))
            taken = not aux and 0 <= count.first - span.last <= ADVERB
            befell = (aux or after) and (count.inside(span) or 0 <= span.first - aux - count.last <= ADVERB)
            if told and (taken or befell):
                yield Span(Cue("outcome", "captured"), span.first, span.last)
                break


def object_between(reading: Reading, event: Span) -> bool:
    """Tell whether the halves of a verb have somebody who is not counted between them: "held shoppers hostage"."""
    sentence = reading.sentence
    if not any(s.first == event.first for c in ("ended", "as_captive") for s in sentence.of(c)):
        return False
    begun = [s for s in sentence.of("begun", event.cue.value) if 0 < event.first - s.last <= OBJECT]
    return any(not sentence.before("aux", s.first) for s in begun)


def further_fate(reading: Reading, count: Count, event: Span) -> Span | None:
    """Return what else befell those taken captive, or taking what else: "were kidnapped and shot dead"."""
    sentence = reading.sentence
    if event.first < count.last or not sentence.of("outcome", "captured"):
        return None
    light = {s.first for c in ("joint", "then") for s in sentence.of(c)}
    for after in sentence.of("outcome"):
        gap = range(event.last, after.first)
        joined = 0 < len(gap) <= JOINED and all(at in light for at in gap)
        if joined and after.cue.value != event.cue.value and "captured" in (after.cue.value, event.cue.value):
            objects = any(0 <= n.first - after.last <= ADVERB for n in reading.numbers)
            objects = objects or any(s.first == after.last for c in OBJECTS for s in sentence.of(c))
            return None if objects else after
    return None


def _ends(reading: Reading, begun: Span, count: Count) -> bool:
    """Tell whether the second half of a verb follows a count or its list before anything else is told."""
    read = reading.sentence.tokens
    ends = [s for s in reading.sentence.of("ended", begun.cue.value) if 0 <= s.first - count.last <= LIST]
    if not ends:
        return False
    between = range(count.last, ends[0].first)
    told = any(s.first in between for c in ("outcome", "movement", "speech", "begun") for s in reading.sentence.of(c))
    return not told and not any(read[at].text in ".;:()" for at in between)
