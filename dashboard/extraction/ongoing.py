"""Since when something else has been so than what befell people: "a town besieged since May". Knows no language."""

from __future__ import annotations

from .reading import Reading
from .text import Span
from .when import When

FIGHT = "campaign"
TOLD_OF = 4  # tokens between a war and the clause that tells more of it: "fighting in Sudan that has raged since"
HELD = 2  # tokens of a name between "by" and "since"


def of_a_noun(reading: Reading, when: When, event: Span) -> bool:
    """Tell whether "since" only says more of a noun that is no fight: in a clause, an aside or an apposition of it.

    "Soldiers who had served there since May were killed", "a blast in X, besieged since May, killed two", "killed two
    in X, a town besieged since May", "two died in an area held by Russia since May".
    """
    if when.end is not None or when.start is None:
        return False
    starts = [s for s in reading.sentence.of("relative") if s.last <= when.first]
    if starts and not _comma(reading, starts[-1].last, when.first):
        gap = range(starts[-1].last, when.first)
        own = not gap and when.first <= event.first  # "those who since May have died"
        told = event.first in gap or any(s.first in gap for c in ("outcome", FIGHT) for s in reading.sentence.of(c))
        counted = any(n.first in gap and reading.counts_people(n) for n in reading.numbers)
        return not (own or told or counted) and not _of_a_fight(reading, starts[-1].first)
    return _aside(reading, when, event) or _by(reading, when, event)


def _aside(reading: Reading, when: When, event: Span) -> bool:
    """Tell whether a date stands in words between commas, or behind one, that tell more of what stands before."""
    read = reading.sentence.tokens
    begin = max((at for at in range(when.first) if read[at].text in ",;"), default=0)
    end = next((at for at in range(when.last, len(read)) if read[at].text in ",;."), len(read))
    told = any(begin < s.first < end for c in ("outcome", "have", "speech") for s in reading.sentence.of(c))
    then = any(s.first - when.last in (0, 1) for s in reading.sentence.of("in_which"))  # "since May, when six died"
    if not begin or begin + 1 >= when.first or begin < event.first < end or told or then:
        return False
    apposed = any(reading.sentence.at(c, begin + 1) for c in ("article", "single"))
    closed = end < len(read) and read[end].text == "," and read[begin + 1].text.islower()
    known = reading.sentence.at("joint", begin + 1) or reading.sentence.at("clause", begin + 1)
    return (apposed or closed) and not known and not _of_a_fight(reading, begin)


def _by(reading: Reading, when: When, event: Span) -> bool:
    """Tell whether whoever holds or besieges something stands between "by" and the date: "held by Russia since"."""
    named = [m for m in reading.mentions if m.last == when.first and m.first > event.last]
    by = [s for c in ("by", "held_by") for s in reading.sentence.of(c)]
    return bool(named) and any(0 <= named[-1].first - s.last <= HELD for s in by)


def _of_a_fight(reading: Reading, at: int) -> bool:
    return any(0 <= at - s.last <= TOLD_OF for s in reading.sentence.of(FIGHT))


def _comma(reading: Reading, first: int, last: int) -> bool:
    return any(reading.sentence.tokens[at].text in ",;" for at in range(first, last))
