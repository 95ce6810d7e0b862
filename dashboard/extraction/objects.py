"""Whether those named behind a verb or noun of meeting are met, or are its sides. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.facts import Actor

from .bystanders import OFFICE, offices_until, possessor
from .hosting import is_office, received_by
from .listing import PAIR, is_light
from .participants import Group
from .pointing import him, them
from .reading import Reading
from .text import Span

ELSEWHERE = ("where", "subordinate", "relative", "speech", "clause", "meeting")  # what leads on to other things
ADJECTIVES = 3  # tokens between a noun of meeting and whose it is: "tingkat tinggi", "gencatan senjata"
SIDES_OF = ("article", "body", "delegates", "government", "title", "rank", "service", "war")  # what may stand there


def is_object(reading: Reading, span: Span, group: Sequence[Actor]) -> bool:
    """Tell whether a group is met by those before the verb: its first name comes right after, behind titles at most."""
    named = [m.first for m in reading.mentions if m.actor in group and m.first >= span.last]
    if not named:
        return him(reading, span) or bool(them(reading, span))
    first = min(named)
    by = received_by(reading, span)
    start = by.last if by else span.last
    for category in ("to_whom", "where", "door"):  # "kunjungan kehormatan kepada X", "bertamu ke kediaman X"
        if any(reading.sentence.at("door", each) for each in (start, start + 1)) or category == "to_whom":
            start = max((s.last for s in reading.sentence.of(category) if s.first == start), default=start)
    start = max((s.last for s in reading.sentence.of("manner") if s.first == start), default=start)
    if first - start > 1 and reading.sentence.at("title", first):  # "saw the Ukrainian leader", where nobody is named
        light = (*reading.sentence.of("article"), *reading.sentence.of("possessive"))  # "received his counterpart"
        start = max((s.last for s in light if s.first == start), default=start)
    start = _past_place(reading, start, first)
    gap = range(start, first)
    read = reading.sentence.tokens
    if all(read[at].text[0].isupper() or read[at].text in "'’s" for at in gap):
        return True
    if any(number.first in gap and reading.counts_people(number) for number in reading.numbers):
        return False  # "menerima kembali 120 prajuritnya dari X"
    if any(gap.start < each.first < first for each in reading.sentence.of("by")):
        return False  # "join the initiative by President X"
    # "received Israel's new prime minister, X", "the administrator of Chechnya, X": an office leads on to the name
    office = any(title.first in gap and 0 <= first - title.last <= OFFICE for title in reading.sentence.of("title"))
    office = office or any(m.last in gap and possessor(reading, m) for m in reading.mentions)  # "hosted X's rival, Y"
    office = office or (
        read[first - 1].text == ","
        and any(reading.sentence.at(category, gap.start) for category in ("article", "possessive"))
    )
    office = office or any(offices_until(reading, m) == first for m in reading.mentions if m.first in gap)
    others = [s for category in ELSEWHERE for s in reading.sentence.of(category) if s.first in gap]
    others = [each for each in others if not is_office(reading, each)]
    return office and all(read[each.last].text == "-" for each in others)  # "PM Malaysia ke-8 X"


def _past_place(reading: Reading, start: int, first: int) -> int:
    """Return where the object begins behind a place and a day: "received in Riyadh on Monday the US envoy, X"."""
    sentence = reading.sentence
    ands = [s.first for s in sentence.of("joint", "and") if sentence.tokens[s.first].text != ","]
    for at in range(first - 1, start, -1):
        if sentence.at("article", at) and is_light(reading, range(start, at)):
            return start if any(at < each < first for each in ands) else at
    return start


def its_sides(reading: Reading, span: Span, group: Group) -> bool:
    """Tell whether the sides stand right after the noun whose they are: "perundingan damai Rusia dan Ukraina"."""
    noun = reading.lexicon.pack.noun_first and reading.sentence.at("gathering", span.first)
    bodies = any(actor.type == "organisation" for actor, _at in group)  # "the summit of ASEAN and the EU"
    if not noun or bodies or len(group) < PAIR or group[0][1][0] - span.last > ADJECTIVES:
        return False
    told = [s for s in reading.sentence.spans if span.last <= s.first < group[0][1][0]]
    return all(s.cue.category in SIDES_OF for s in told)
