"""Where a meeting was: in its clause, else where whoever received the others is. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dashboard.facts import Actor, is_country

from .announced import says_so
from .first_person import speaks_of_it
from .gazetteer import great_town
from .language import Cue
from .listing import is_light
from .memory import Mention
from .occasion import by_itself
from .pointing import fronted_until, opening
from .reading import Reading
from .text import Span
from .when import When

DAYS = timedelta(7)  # within which one meeting after another is told of one place
LEAVES = Cue("movement", "withdrawn")
GOES_ON = 3  # sentences within which one meeting after another is told of one place


def where_met(reading: Reading, span: Span, hosts: Sequence[Actor]) -> tuple[str, str]:
    """Return the place and the country of a meeting; of whoever received the other, where no place is told."""
    clause = reading.clause(span.first)
    if quoted := speaks_of_it(reading, span):  # where it was said is another place
        return reading.place(quoted, span, whole=False)
    if opened := opening(reading, span):
        found = reading.place((0, opened), span, whole=False)
        return found if any(found) else ("", _housed(reading, (0, opened)))
    if fronted := fronted_until(reading, span):  # where others were meanwhile is another place
        found = reading.place((fronted, clause[1]), span, whole=False)
        return found if any(found) else ("", _known_place(reading, hosts))
    if reading.sentence.at("about_what", span.first) and any(beside := _beside_day(reading, span, clause)):
        return beside
    if reading.sentence.at("about_what", span.first):  # what stands after it is where that is of which they speak
        clause = (clause[0], span.first)
        location, country = reading.place(clause, span, whole=False)
        return (location, country) if location or country else ("", _known_place(reading, hosts))
    whole = clause
    clause = (_said_until(reading, span, clause[0]), _until(reading, span, clause[1]))
    own = (span.first, clause[1])
    aside = any(end <= span.first for _start, end in reading.insets)  # "X, who was in Y in May, met Z in W"
    alone = aside or by_itself(reading, span)
    location, country = reading.place(own, span, whole=False) if alone else ("", "")
    if not location and not country:
        location, country = reading.place(clause, span, whole=clause == whole)
    if location or country:
        return location, country
    if any(left := _left(reading, span, clause)):
        return left
    if town := _at_event(reading, clause):
        return "", town
    if side := _housed(reading, (0, len(reading.sentence.tokens))):
        return "", side
    if any(clause[0] <= each.first < clause[1] for each in reading.sentence.of("here")):
        return "", reading.memory.home
    return "", _known_place(reading, hosts)


def _beside_day(reading: Reading, span: Span, clause: tuple[int, int]) -> tuple[str, str]:
    """Return the place that stands beside the day after what was spoken of: "discussed X in Y on Monday"."""
    for where in reading.within("where", (span.last, clause[1]), "in"):
        days = [
            w.first
            for w in reading.when_told
            if w.first >= where.last and is_light(reading, range(where.last, w.first))
        ]
        if days:
            return reading.place((where.first, days[0]), where, whole=False)
    return "", ""


def _left(reading: Reading, span: Span, clause: tuple[int, int]) -> tuple[str, str]:
    """Return the place that somebody leaves after a meeting: "left Riyadh on Monday after talks with X"."""
    afters = [*reading.sentence.of("date", "after"), *reading.sentence.of("subordinate")]
    part = (clause[0], span.first)
    for each in (*reading.within("departure", part), *reading.within("where", part, "from")):
        ends = [s.first for s in afters if each.last < s.first and s.last <= span.first]
        if ends:
            return reading.place((each.first, ends[0]), Span(LEAVES, each.first, each.last), whole=False)
    return "", ""


def _at_event(reading: Reading, clause: tuple[int, int]) -> str:
    """Return the country of the town that names an event beside which people met: "the Munich Security Conference"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    for each in reading.within("sidelines", clause):
        at = max((s.last for s in sentence.of("article") if s.first == each.last), default=each.last)
        while at < clause[1] and read[at].text[0].isupper() and not sentence.at("ahead_of", each.first):
            if town := great_town(read[at].text):
                return town
            at += 1
    return ""


def _said_until(reading: Reading, span: Span, start: int) -> int:
    """Return where what is said begins, if that tells of a meeting: "said in Paris on Monday that X met Y"."""
    told = [says_so(reading, each) for each in reading.sentence.of("speech") if start <= each.first]
    return max([at for at in told if at <= span.first], default=start) or start


def _until(reading: Reading, span: Span, end: int) -> int:
    """Return where something else begins after a meeting: "met X before flying to", "met X, whom he last saw in"."""
    sentence = reading.sentence
    later = [s.first for s in sentence.of("date", "before") if sentence.at("motion", s.last)]
    later += [start for start, _end in reading.insets if sentence.at("person_who", start)]
    numbers = {number.first for number in reading.numbers}  # "for about 20 minutes in Paris"
    topics = [*sentence.of("topic"), *sentence.of("about_what")]
    later += [s.first for s in topics if s.first >= span.last and s.last not in numbers]
    if sentence.at("where", 0):  # "In Rome he will meet X, and in New Delhi Y"
        ands = [s for s in sentence.of("joint", "and") if sentence.tokens[s.first].text != ","]
        later += [s.first for s in ands if sentence.at("where", s.last)]
    return min([at for at in later if span.last <= at < end], default=end)


def _housed(reading: Reading, part: tuple[int, int]) -> str:
    """Return the country of a body that is told as a place: "in the Kremlin", "at the White House"."""
    for mention in reading.mentions:
        side = reading.lexicon.actors.side(mention.actor.actor_id) if mention.actor.type == "organisation" else ""
        if part[0] <= mention.first < part[1] and is_country(side) and _stands_in(reading, mention):
            return side
    return ""


def _stands_in(reading: Reading, mention: Mention) -> bool:
    """Tell whether a body is told as a place: "in the Kremlin", "di Ruang Oval, Gedung Putih"."""
    at, read = mention.first - 1, reading.sentence.tokens
    if reading.place_marked(mention) or at <= 0 or read[at].text != ",":
        return reading.place_marked(mention)
    while at > 0 and read[at - 1].text[0].isupper():
        at -= 1
    return any(each.cue.value == "in" for each in reading.sentence.before("where", at))


def _known_place(reading: Reading, hosts: Sequence[Actor]) -> str:
    """Return the country of whoever received the other."""
    sides = {reading.lexicon.actors.side(actor.actor_id) or actor.parent for actor in hosts}
    if len(sides) == 1 and all(is_country(side) for side in sides):
        return next(iter(sides))
    return ""


def going_on_at(reading: Reading, when: When | None, *, occurred: bool) -> str:
    """Return the country of the meeting told before, a while ago where a word leads back to it: "in the capital".

    What has no day yet is not bound to be there, nor is what was on another day, long before or after.
    """
    memory = reading.memory
    dated = when is not None and when.precision == "day"
    back = bool(reading.sentence.of("that_place"))
    if not dated and not occurred:
        return memory.venue if back else ""
    day = when.start if when is not None else None
    if not back and day and memory.venue_day and abs(day - memory.venue_day) > DAYS:
        return ""
    near = back or memory.place - memory.venue_at <= GOES_ON
    return (memory.venue if near else "") or (memory.country if dated else "")
