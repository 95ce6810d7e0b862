"""Whether a day is that on which a meeting was told of, offered or called off, rather than its own. No language."""

from __future__ import annotations

from .listing import is_light
from .pointing import quoted
from .reading import Reading
from .text import Span
from .when import When

SAID_AT = 5  # tokens between who is quoted and the day of the statement
GUEST = 6  # tokens between an invitation and the day right after whoever was invited


def said_then(reading: Reading, when: When, span: Span) -> bool:
    """Tell whether a day is that of a statement: "the Kremlin said on Tuesday", not "said that they met on Tuesday"."""
    told = [m for m in reading.mentions if m.first >= span.last and 0 <= when.first - m.last <= SAID_AT]
    if any(quoted(reading, m) for m in told):
        return True  # "…, kata Menlu X di Jakarta, Senin"
    speech = reading.sentence.of("speech")
    read, sentence = reading.sentence.tokens, reading.sentence
    before = when.first
    while before and (
        read[before - 1].text == "," or sentence.at("weekday", before - 1) or sentence.at("date", before - 1)
    ):
        before -= 1
    after = when.last + (when.last < len(read) and read[when.last].text == ",")
    speaks = any(m.last == before and not reading.place_marked(m) for m in reading.mentions)
    own = any(start <= span.first < end and start <= when.first < end for start, end in reading.insets)
    if speaks and not own and any(each.first in (when.last, after) for each in speech):
        return True  # "the Kremlin on Tuesday said"
    told_after = [s.last for s in speech if span.last <= s.first and s.last <= when.first]
    commas = [at for at in range(span.last, when.first) if read[at].text == ","]
    if told_after and commas and commas[-1] < told_after[-1] and not own:
        return is_light(reading, range(told_after[-1], when.first))  # ", he told reporters in X on Sunday"
    said = [each for each in speech if 0 <= when.first - each.last <= 1]
    if any(says_so(reading, each) > when.first >= each.last for each in speech):
        return when.precision == "day" and span.first >= when.last  # "said in Paris on Monday that"
    return bool(said) and when.precision == "day" and not said[-1].last <= span.first < when.first


def offered_then(reading: Reading, when: When, span: Span) -> bool:
    """Tell whether a day is that on which a meeting was offered or called off: "on Monday called off talks with X"."""
    read, sentence = reading.sentence.tokens, reading.sentence
    off = sentence.of("status", "denied")
    if any(span.last <= s.first and s.last <= when.first <= s.last + 1 for s in off) and not when.shifted:
        return True  # "was called off in October"
    if span.cue.category == "invitation" and _right_after_guest(reading, span, when):
        return True
    agreed = [s.last for s in sentence.of("agree") if s.last <= when.first]
    if agreed and any(0 <= s.first - when.last <= 1 and s.last <= span.first for s in sentence.of("aim")):
        return is_light(reading, range(agreed[-1], when.first))  # "agreed on Friday to resume talks"
    if when.last > span.first or (when.last < len(read) and read[when.last].text in ("'", "’")):
        return False  # "called off Monday's talks"
    if span.cue.category == "invitation":  # not "a summit on Wednesday, to which X invited Y"
        return not any(when.last <= each.first < span.first for each in sentence.of("relative"))
    words = [
        s for s in sentence.of("status", "denied") if s.last <= span.first and not sentence.before("aim", span.first)
    ]
    return any(0 <= s.first - when.last <= 1 or 0 <= when.first - s.last <= 1 for s in words)


def _right_after_guest(reading: Reading, span: Span, when: When) -> bool:
    """Tell whether a day follows whoever was invited, so that it is that of the invitation: "invited him in May"."""
    gap = range(span.last, when.first)
    people = {at for m in reading.mentions if m.actor.type == "person" for at in range(m.first, m.last)}
    told = people | {
        at for c in ("object", "title", "article") for s in reading.sentence.of(c) for at in range(s.first, s.last)
    }
    days = {at for s in reading.sentence.of("date") for at in range(s.first, s.last)}
    return bool(people | told) and 0 < len(gap) <= GUEST and all(at in told or at in days for at in gap)


def says_so(reading: Reading, speech: Span) -> int:
    """Return where "that" begins what is said, if only a place and a day stand before it; else 0."""
    starts = [s.first for s in reading.sentence.of("that") if s.first >= speech.last]
    return starts[0] if starts and is_light(reading, range(speech.last, starts[0])) else 0
