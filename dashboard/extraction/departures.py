"""Who leaves a place, and whether that is a withdrawal: "left Kunming by plane", "left Niger". Knows no language."""

from __future__ import annotations

from .counting import Count
from .language import Cue
from .reading import Reading
from .text import Sentence, Span

SENT = Cue("movement", "sent")
WITHDRAWN = Cue("movement", "withdrawn")
NAME = 6  # tokens of the name of a place that is left
CAMP = 2  # tokens of the name of a camp before its noun


def departure(reading: Reading, count: Count, clause: tuple[int, int]) -> Span | None:
    """Return the verb that tells people in service to leave: "left Kunming by plane", "have left since May"."""
    for span in reading.within("departure", clause):
        if span.first >= count.last and _without_object(reading, span.last):
            return Span(SENT, span.first, span.last)
    return None


def leaving(reading: Reading, count: Count, event: Span, actor: str) -> Span:
    """Return a departure as the withdrawal that it is where those who leave are not at home: "left Niger on Friday"."""
    if not (event.cue == SENT and any(s.first == event.first for s in reading.sentence.of("departure"))):
        return event
    gone = Span(WITHDRAWN, event.first, event.last)
    ends = min(event.last + NAME, reading.clause(event.first)[1])
    _place, country = reading.places.where((event.first, ends), gone)
    if not country and count.last < event.first:  # "the soldiers who were in N'Djamena have begun to leave"
        _place, country = reading.places.where((count.last, event.first), gone)
    if not country and event.last <= count.first:  # "the departure of the 300 soldiers from Chad"
        away = [s for s in reading.sentence.of("where", "from") if 0 <= s.first - count.last <= 1]
        _place, country = reading.places.where((away[0].first, away[0].last + NAME), gone) if away else ("", "")
    return gone if country and country != actor else event


def _without_object(reading: Reading, at: int) -> bool:
    """Tell whether a place, a time or nothing follows a verb of leaving, rather than somebody who is left."""
    sentence, read = reading.sentence, reading.sentence.tokens
    begin = at + sentence.at("article", at)
    if any(begin <= s.first <= begin + CAMP for s in sentence.of("outpost")):
        return True  # "left the Geille camp"
    the = at + sentence.at("definite", at)
    lands = [m.last for m in reading.mentions if m.first == the > at and m.actor.type == "state"]
    if any(end >= len(read) or not read[end].text[0].isalpha() or _time_or_place(sentence, end) for end in lands):
        return True  # "left the Philippines in May"
    ends = at >= len(read) or read[at].text in ",.;:" or sentence.at("that_place", at) or sentence.at("place_word", at)
    return ends or read[at].text[0].isupper() or _time_or_place(sentence, at)


def _time_or_place(sentence: Sentence, at: int) -> bool:
    """Tell whether words of a time or a place begin at a token."""
    return any(sentence.at(c, at) for c in ("date", "about", "where", "weekday", "day", "span", "day_part"))
