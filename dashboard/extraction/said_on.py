"""Whether a date is that of what is told, or only of its telling or its aftermath. Knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from .numbers import Number
from .reading import Reading
from .text import Span
from .when import When

SAID = (
    "speech",
    "speech_back",
    "tells",
    "said_by",
    "relay",
    "statement",
    "announce",
)  # beside them, a day is that of a statement
REPORTS = ("claim", "statement", "speech", "said_by")  # nouns of what somebody publishes
OPENS = 4  # tokens before a date that opens a sentence
SAID_REACH = 6  # tokens between a verb of saying and the day on which it was said
MONTH = timedelta(31)
RISE = 5  # tokens between a toll that rose and the day on which it did
FRONT = 1  # tokens before a day that begins a sentence
OWN = 3  # tokens between a verb of saying and what somebody lost
BESIDE = 3  # tokens between a verb of what came of an event and the day on which that was


def spoken(reading: Reading) -> list[Span]:
    """Return the words beside which a day is that of a statement: verbs of saying, "a report published" on it."""
    sentence = reading.sentence
    issued = sentence.of("issued")
    told = [s.last for c in REPORTS for s in sentence.of(c)] if issued else []
    issued = [s for s in issued if any(0 <= s.first - last <= OWN for last in told)]
    return [*(span for category in SAID for span in sentence.of(category)), *issued]


def told_then(reading: Reading, when: When, said: Sequence[Span], to_event: int) -> bool:
    """Tell whether a day is farther from an event than from a verb of saying, or follows one that "that" follows."""
    here = Span(said[0].cue, when.first, when.last) if said else None
    if here is None:
        return False
    if _own_losses(reading, when, said):
        return True
    to_speech = min((here.distance(s) for s in said if not comma_between(reading, when, s)), default=to_event + 1)
    return to_speech < to_event or (_before_that(reading, when, said) and to_speech <= SAID_REACH)


def _own_losses(reading: Reading, when: When, said: Sequence[Span]) -> bool:
    """Tell whether a day is that on which somebody told of its losses: "last announced its losses on March 25"."""
    sentence = reading.sentence
    for noun in sentence.of("casualty_noun"):
        own = sentence.before("possessive", noun.first) or reading.suffixed(noun.last - 1)
        if own and 0 <= when.first - noun.last <= 1 and any(0 <= noun.first - s.last <= OWN for s in said):
            return True
    return False


def fronted(reading: Reading, when: When, event: int) -> bool:
    """Tell whether a day is told of a verb of saying that follows it: "On Friday, the ministry said two had died"."""
    sentence = reading.sentence
    verbs = [s for s in sentence.of("speech") if when.last <= s.first and s.last <= event]
    if not verbs:
        return False
    which = any(0 <= each.first - when.last <= 1 for each in sentence.of("relative"))  # "on Friday, which he said"
    told = {s.first for c in ("event", "outcome") for s in sentence.of(c)}
    inserted = _between_commas(reading, when, verbs[0])
    return not which and not inserted and not any(at in told for at in range(when.last, verbs[0].first))


def _between_commas(reading: Reading, when: When, said: Span) -> bool:
    """Tell whether only who says so is told between two commas: "On 15 August, as the ministry said, 17 died"."""
    read, sentence = reading.sentence.tokens, reading.sentence
    opens = when.last < len(read) and read[when.last].text == ","
    ends = next((at for at in range(said.last, len(read)) if read[at].text == ","), 0) if opens else 0
    plain = all(read[at].text not in ",;" for at in range(when.last + 1, said.first))
    near = plain and 0 <= ends - said.last <= SAID_REACH
    after = any(sentence.at(c, ends + 1) for c in ("that", "relay", "aim"))
    told = range(said.last, ends)
    other = any(s.first in told for c in ("outcome", "event", "that") for s in sentence.of(c))
    return near and not after and not other and not any(n.first in told for n in reading.numbers)


def of_the_aftermath(reading: Reading, when: When, event: Span | None) -> bool:
    """Tell whether a day is that of what came of an event: "held funerals on Friday for dozens killed in an attack".

    So it is behind such a verb and before any event, or right before the verb and away from the event: "the mayor on
    Friday blamed rebels".
    """
    sentence = reading.sentence
    verbs = sentence.of("aftermath")
    if not verbs:
        return False
    told = {s.first for c in ("event", "outcome") for s in sentence.of(c)}
    for verb in verbs:
        gap = range(verb.last, when.first)
        if verb.last <= when.first and not any(at in told or sentence.tokens[at].text in ",;" for at in gap):
            return event is None or event.first >= when.last or len(gap) < when.first - event.last
        away = event is None or Span(verb.cue, when.first, when.last).distance(event) > BESIDE
        if verb.first == when.last and away:
            return True
    return False


def only_said(reading: Reading, when: When, said: Sequence[Span], event: Span) -> bool:
    """Tell whether a month or year is only that of a statement: "announced in January that"."""
    if when.precision == "day" or when.start is None or when.end is None:
        return False
    if when.precision == "month" and when.end - when.start > MONTH:
        return False  # "In the last quarter of 2024, the office recorded 528 killed"
    if _month_of_it(reading, when, said, event):
        return True
    opens = when.first <= OPENS  # "In April last year the agency had spoken of 600 deaths"
    opens = opens or any(
        n.last <= when.first and not comma_in(reading, n.last, when.first) for n in reading.sentence.of("statement")
    )  # "In an interview with a broadcaster this month, X said"
    if any(event.last <= s.first and s.last <= when.first for s in said):
        told_by = [m for m in reading.mentions if 0 <= when.first - m.last <= 1 and m.first >= event.last]
        if any(0 <= m.first - s.last <= SAID_REACH for m in told_by for s in said):
            return True  # "…, said Zelensky in December"
    return any(
        event.first > when.last
        and (0 <= when.first - s.last <= 1 or (opens and when.last <= s.first and s.last <= event.first))
        and not _inserted(reading, when, s, event)
        for s in said
    )


def _inserted(reading: Reading, when: When, said: Span, event: Span) -> bool:
    """Tell whether who says so is put in between commas: "In 2024, according to X, 58 died"."""
    read = reading.sentence.tokens
    opens = when.last < len(read) and read[when.last].text == "," and when.last < said.first
    if not opens or said.cue.category not in ("speech", "said_by"):
        return False
    close = next((at for at in range(said.last, event.first) if read[at].text == ","), None)
    told = range(said.last, close or said.last)
    counted = any(n.first in told for n in reading.numbers) or any(s.first in told for s in reading.sentence.of("that"))
    return close is not None and not counted and not reading.sentence.at("of", close + 1)


def _month_of_it(reading: Reading, when: When, said: Sequence[Span], event: Span) -> bool:
    """Tell whether somebody said in a month what follows: "told lawmakers in April that", "in May, when he said"."""
    if _before_that(reading, when, said) and any(0 <= when.first - s.last <= SAID_REACH for s in said):
        return when.last <= event.first
    starts = [s.last for s in reading.sentence.of("in_which") if 0 <= s.first - when.last <= 1]
    return bool(starts) and any(starts[0] <= s.first and s.last <= event.first for s in said)


def of_the_rise(reading: Reading, when: When) -> bool:
    """Tell whether a day is that on which a toll rose, rather than that of the event: "rose to 18 on Saturday".

    So is one that begins the sentence, or has no event before it: not "the toll of Tuesday's attack rose to 18".
    """
    sentence = reading.sentence
    if not _number_of_victims(reading):
        return False
    told = {s.first for c in ("event", "outcome") for s in sentence.of(c)}
    for number in reading.numbers:
        rise = _rise(reading, number)
        if rise is None:
            continue
        gap = range(number.last, when.first)
        if number.last <= when.first:
            if len(gap) <= RISE and not any(at in told or sentence.tokens[at].text in ",;" for at in gap):
                return True
        elif 0 <= when.first - rise.last <= 1:  # "rose on Wednesday to 18"
            return True
        elif rise.last <= when.first or when.first <= FRONT:
            return not any(s.first < when.last + BESIDE and s.first < rise.first for s in sentence.of("event"))
        elif not any(s.first < rise.first for s in sentence.of("event")):
            # not "thirteen died on Sunday, so that the toll is 459"
            return not any(n.last <= when.first and reading.counts_people(n) for n in reading.numbers)
    return False


def _number_of_victims(reading: Reading) -> bool:
    """Tell whether a number of people whom something befell is told of: "the toll", "the number of soldiers killed"."""
    sentence = reading.sentence
    near = (out.first - level.last for level in sentence.of("level") for out in sentence.of("outcome"))
    noun = sentence.of("casualty_noun") or sentence.of("measure", "toll")
    return bool(noun) or any(0 <= gap <= OWN for gap in near)


def _rise(reading: Reading, number: Number) -> Span | None:
    """Return the verb that says that a toll rose to a number; ``None`` where it did not: "a total of 18"."""
    sentence = reading.sentence
    if raised := [s for s in sentence.before("grown", number.first) if _number_of_victims(reading)]:
        return raised[0]  # "raised to 89 the number of its servicemen killed"
    if spans := sentence.before("measure", number.first):
        return spans[0] if spans[0].cue.value == "toll" else None
    if not sentence.before("totals", number.first):
        return None
    return next((s for s in sentence.of("grow") if 0 < number.first - s.last <= RISE), None)


def comma_in(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a comma or semicolon stands between two tokens."""
    return any(reading.sentence.tokens[at].text in ",;" for at in range(first, last))


def comma_between(reading: Reading, when: When, said: Span) -> bool:
    """Tell whether a comma parts a date from the word of saying after it: "on Friday, the ministry said"."""
    return comma_in(reading, when.last, said.first)


def _before_that(reading: Reading, when: When, said: Sequence[Span]) -> bool:
    """Tell whether what is said follows a date: "told parliament on Wednesday that", not "that day that killed"."""
    spoke = [s for s in said if s.last <= when.first]
    follows = [s for s in reading.sentence.of("that") if 0 <= s.first - when.last <= 1]
    relative = {s.first for s in reading.sentence.of("relative") if reading.sentence.at("outcome", s.last)}
    return bool(spoke) and any(s.first not in relative for s in follows)
