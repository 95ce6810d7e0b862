"""What a count is told of where no verb of killing or sending says it: people lost, people in a place.

Knows no language.
"""

from __future__ import annotations

from .counting import Count
from .language import Cue
from .reading import Reading
from .text import Span

KILLED = Cue("outcome", "killed")
SENT = Cue("movement", "sent")
STATIONED = Cue("movement", "stationed")
ARMED = ("troops", "officers")  # those of whom it is told that they are somewhere
DIRECT = 2  # tokens between a verb of losing or having and the count that it takes
MANY = 20  # people in service who are not only some that were met somewhere
PRESENT = 6  # tokens between people and the words that say where they are


def loss(reading: Reading, count: Count) -> Span | None:
    """Return a verb of losing as the killing that it tells of: "lost 45 soldiers"."""
    lost = [s for s in reading.sentence.of("loss") if 0 <= count.first - s.last <= DIRECT]
    return Span(KILLED, lost[-1].first, lost[-1].last) if lost and not count.bare else None


def found_dead(reading: Reading, count: Count) -> Span | None:
    """Return the word that bodies were found, which tells that so many were killed: "pulled seven bodies from"."""
    sentence, clause = reading.sentence, reading.clause(count.first)
    noun = [s for s in sentence.of("corpses") if s.first == count.noun or s.last == count.first]
    home = reading.within("movement", clause, "withdrawn") if any(s.last == count.first for s in noun) else []
    found = [*reading.within("found", clause), *home] if noun else []
    return Span(KILLED, found[0].first, found[0].last) if found else None


def there(reading: Reading, count: Count, reach: int = DIRECT) -> Span | None:
    """Return the words within reach after people in service that say that they are in a place."""
    being = [s for s in reading.sentence.of("be_in") if 0 <= s.first - count.last <= reach]
    troops = count.unit in ARMED or (count.bare and bool(reading.memory.sender))
    inside = troops and being and being[0].last <= reading.clause(count.first)[1]
    return Span(STATIONED, being[0].first, being[0].last) if inside else None


def presence(reading: Reading, count: Count) -> Span | None:
    """Return the word that tells people in service to be somewhere: "has 2,000 soldiers in", "there are", "are in".

    An army's size is no deployment: a place must be told.
    """
    if count.unit not in ARMED:
        return None
    sentence, clause = reading.sentence, reading.clause(count.first)
    dated = {at for when in reading.dates for at in (when.first, when.first - 1)}
    places = [span for value in ("in", "to") for span in reading.within("where", clause, value)]
    place = any(span.first >= count.last and span.first not in dated for span in places)
    having = [s for c in ("have", "there", "grown") for s in sentence.of(c) if place or c != "have"]
    light = {at for c in ("article", "possessive") for s in sentence.of(c) for at in range(s.first, s.last)}
    near = [s for s in having if clause[0] <= s.first and 0 <= count.first - s.last <= DIRECT]
    found = [s for s in near if s.cue.category != "have" or set(range(s.last, count.first)) <= light]
    formed = place and any(sentence.before("formation", of.first) for of in sentence.before("of", count.first))
    if formed:  # "a force of 3,000 in the north"
        found.append(Span(STATIONED, count.first, count.first))
    if found:
        return Span(STATIONED, found[0].first, found[0].last)
    return there(reading, count, PRESENT) or _departure(reading, count, clause) or _abroad(reading, count, places)


def _abroad(reading: Reading, count: Count, places: list[Span]) -> Span | None:
    """Return where many people in service of one state are told to be in another: "54,000 American troops in Japan"."""
    states = [m.actor.actor_id for m in reading.mentions if count.first <= m.first and m.last <= count.last]
    number = count.number
    size = max(number.low or 0, number.best or 0, number.high or 0) if number else 0
    for span in places:
        if states and size >= MANY and 0 <= span.first - count.last <= 1:
            _place, country = reading.places.where((span.first, len(reading.sentence.tokens)), span)
            if country and country not in states:
                return Span(STATIONED, span.first, span.first)
    return None


def _departure(reading: Reading, count: Count, clause: tuple[int, int]) -> Span | None:
    """Return the verb that tells people in service to leave: "left Kunming by plane", "have left since May"."""
    for span in reading.within("departure", clause):
        if span.first >= count.last and _without_object(reading, span.last):
            return Span(SENT, span.first, span.last)
    return None


def _without_object(reading: Reading, at: int) -> bool:
    """Tell whether a place, a time or nothing follows a verb of leaving, rather than somebody who is left."""
    sentence, read = reading.sentence, reading.sentence.tokens
    ends = at >= len(read) or read[at].text in ",.;:"
    return ends or read[at].text[0].isupper() or any(sentence.at(c, at) for c in ("date", "about", "where"))
