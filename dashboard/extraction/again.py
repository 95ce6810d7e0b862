"""What a number is told of where only the words before say it: "the army spoke of four", "their number was 100,000".

Knows no language.
"""

from __future__ import annotations

from .counting import Count
from .reading import Reading
from .strength import grown
from .text import Span

RISE = 5  # tokens between "the number" and how many it becomes
OPENS = 2  # tokens between "of those" and how many: a comma, "about"
SPOKEN = 3  # tokens between a verb of saying and a number that says all: "put the toll at 150"


def as_before(reading: Reading, count: Count) -> Span | None:
    """Return what was told of the number before, where somebody else only gives another: "the army spoke of four"."""
    memory, read = reading.memory, reading.sentence.tokens
    if (amount := _amount(reading, count)) is not None:
        told = [s for c in ("outcome", "movement") for s in reading.sentence.of(c) if s.last <= amount.first]
        if told:
            return max(told, key=lambda span: span.first)  # "the men who fell, and their number was below 6,000"
        soon = memory.told and memory.place - memory.told_at <= 1
        return Span(memory.told[0], count.first, count.first) if memory.told and soon else None
    if some_of_those(reading, count):
        return Span(memory.told[0], count.first, count.first) if memory.told else None
    fell = memory.told is not None and memory.told[0].category == "outcome" and memory.place - memory.told_at <= 1
    if memory.told and fell and not count.bare and _only_who(reading) and a_part(reading, count):
        return Span(memory.told[0], count.first, count.first)
    said = (*reading.sentence.of("speech"), *reading.sentence.of("said_by"))
    near = any(0 <= count.first - span.last <= SPOKEN for span in said)
    ends = count.last >= len(read) or not read[count.last].text.isalnum()
    of_them = [s for s in reading.sentence.of("subset") if s.first == count.number_first + 1 or s.first == count.last]
    near = near or any(reading.sentence.at("aux", s.last) for s in of_them)  # "six of them were officers"
    ends = ends or bool(of_them)
    if memory.told and count.bare and near and ends and memory.place - memory.told_at <= 1:
        return Span(memory.told[0], count.first, count.first)
    return None


def _only_who(reading: Reading) -> bool:
    """Tell whether a sentence tells of nothing that happened, so that it may say who those counted before were."""
    return not any(reading.sentence.of(category) for category in ("outcome", "movement", "other_event", "arrest"))


def a_part(reading: Reading, count: Count) -> bool:
    """Tell whether those counted are some of whom the sentence before tells.

    "13 of them were children", "Of these, 13 were children and nine women", "Sebanyak 13 di antaranya anak-anak".
    """
    sentence = reading.sentence
    ends = {count.last, count.number.last if count.number else count.last}
    if any(span.first in ends for span in sentence.of("subset")):
        return True
    opened = [s for c in ("goes_on", "subset") for s in sentence.of(c) if s.first == 0]
    return bool(opened) and count.first >= opened[0].last


def some_of_those(reading: Reading, count: Count) -> bool:
    """Tell whether a sentence goes on with how many of those told of before are whose: "Of those, 900 were Kenyans"."""
    memory, opened = reading.memory, [s for s in reading.sentence.of("goes_on") if s.first == 0]
    moved = memory.told is not None and memory.told[0].category == "movement"
    soon = moved and memory.place - memory.told_at <= 1 and bool(opened)
    near = soon and count.first - opened[0].last <= OPENS and count.bare
    leads = [s for c in ("aux", "of", "contributor") for s in reading.sentence.of(c)] if near else []
    are = {s.last for s in leads if s.first == count.last}
    return any(m.first in are and m.actor.type == "state" for m in reading.mentions)


def those(reading: Reading, count: Count, event: Span) -> Count:
    """Return a count as one of those whom the same sentence has told of: "its men who fell … their number was"."""
    units = [s for s in reading.sentence.of("unit") if s.last <= event.first < count.first]
    noun = units[-1] if units else None
    return Count(count.number, noun.cue.value, noun.first, noun.last, noun.first) if noun else count


def _amount(reading: Reading, count: Count) -> Span | None:
    """Return the words by which a number says how many those told of before are: "the figure was 100,000"."""
    if not (count.bare and not count.unknown) and not reading.sentence.at("anyone", count.noun):
        return None
    sentence, near = reading.sentence, grown(reading, count.first)
    if found := next((s for s in sentence.of("amount") if 0 <= count.first - s.last <= SPOKEN), None):
        return found
    # "the number could rise to 175,000", "Kyiv puts the figure at 12,000"
    moved = reading.memory.told is not None and reading.memory.told[0].category == "movement"
    numbers = [s for c in ("claim", "amount") for s in sentence.of(c) if 0 <= count.first - s.last <= RISE]
    numbers = [s for s in numbers if not sentence.at("of", s.last)]  # "the number of soldiers who fell"
    put = sentence.before("figure", count.first)
    return numbers[-1] if moved and numbers and (near or put) else None
