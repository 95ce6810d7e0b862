"""Which of several counts of a sentence a date belongs to: a whole, its part, what it is compared with. No language."""

from __future__ import annotations

from .counting import Count
from .reading import Reading
from .said_on import comma_in
from .when import When

PEAK = 4  # tokens between what compares and the figure: "from a peak of some 2,200"


def toll_apart(reading: Reading, when: When, count: Count) -> bool:
    """Tell whether a count is a toll told after what the last days saw: "… and the toll has reached 50,000"."""
    return any(when.last <= s.first and s.last <= count.first for s in reading.sentence.of("measure", "toll"))


def of_part(reading: Reading, count: Count, when: When) -> bool:
    """Tell whether a date is that of a part of those counted: "including 900 this year", "two of them in May"."""
    subsets = reading.sentence.of("subset")
    part = any(s.first in (count.number_first + 1, count.last) or s.last == count.first for s in subsets)
    return part and when.first >= count.first and not comma_in(reading, count.last, when.first)


def of_a_later_part(reading: Reading, count: Count, when: When) -> bool:
    """Tell whether a date is that of a part told behind a count: "lost 434,590 in all, including 770 on Friday"."""
    some = [s for s in reading.sentence.of("subset", "uncounted") if count.last <= s.first < when.first]
    if some and not comma_in(reading, some[-1].last, when.first):
        return True  # "120 were killed, most of them in an ambush in July"
    subsets = [s for s in reading.sentence.of("subset") if count.last <= s.first < when.first]
    people = [n for n in reading.numbers if subsets and n.last <= when.first and reading.counts_people(n)]
    parts = [n for n in people if subsets[-1].first - 1 <= n.first and not comma_in(reading, subsets[-1].last, n.first)]
    if parts:
        return count.number_first < parts[0].first and not comma_in(reading, parts[-1].last, when.first)
    later = [
        n for n in reading.numbers if n.first >= count.last and n.last in {_leads_to(reading, w) for w in reading.dates}
    ]
    return len(later) > 1 and sum(n.size for n in later) == count.size  # "nine, four on Friday and five on Saturday"


def _leads_to(reading: Reading, when: When) -> int:
    """Return the token from which on only words like "in" and "so far in" lead to a date."""
    at = when.first
    for span in (*reading.sentence.before("date", at), *reading.sentence.before("where", at)):
        at = min(at, span.first)
    return min((span.first for span in reading.sentence.before("measure", at)), default=at)


def right_behind(reading: Reading, count: Count, when: When) -> bool:
    """Tell whether a date stands right behind those counted, among others: "58 soldiers in May, 61 in June"."""
    others = any(n.first != count.number_first and reading.counts_people(n) for n in reading.numbers)
    return others and count.last == _leads_to(reading, when)


def of_what_is_compared(reading: Reading, count: Count | None, when: When) -> bool:
    """Tell whether a date is that of a figure with which the count is compared: "306, up from 255 a day earlier".

    Without a count any such figure will do.
    """
    at = _leads_to(reading, when) if reading.sentence.of("compared") else 0
    ends = {at, *(s.first for s in reading.sentence.of("unit") if s.last == at)}
    then = [n for n in reading.numbers if (count is None or n.first != count.number_first) and n.last in ends]
    words = [s.last for s in reading.sentence.of("compared")]
    return any(0 <= n.first - last <= PEAK for n in then for last in words)
