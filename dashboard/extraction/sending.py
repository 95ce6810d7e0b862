"""How real a sending is: done, planned, offered or denied. Knows no language."""

from __future__ import annotations

from .counting import Count
from .promised import who_promised
from .reading import Reading
from .strength import came_from, grown
from .text import Span

PLANNED_BEFORE = 7  # tokens between a word of planning and the event that it is about
SENDING = 14  # tokens between those who are sent and the verb that says that they are to be
ORDERED = 6  # tokens between "ordered" and what somebody is to do
VERBS = ("movement", "outcome", "speech", "aux", "relative", "number.add")  # what begins something else to be told
COME = 2  # tokens between "have" and what has come about


def how_real(reading: Reading, count: Count, event: Span) -> str:
    """Return how real it is: a word of planning or offering counts where it stands shortly before event or count.

    Those who are told to be killed or taken have been: what is to come is none (see :mod:`.unreal`).
    """
    if event.cue.category == "outcome" or came_from(reading, count.first):
        return "occurred"  # "will fall from 8,600"
    if event.cue.category == "movement" and reading.sentence.before("compared", count.number_first):
        return "occurred"  # "will stay, down from 1,700"
    clause = reading.clause(event.first)
    if _denied(reading, min(event.first, count.first)):
        return "denied"
    whose = reading.sentence.before("possessive", count.first) if event.cue.value == "stationed" else []
    if whose and count.number is not None and reading.strong(count.number):
        return "occurred"  # "would trim its 7,200-strong presence"
    if event.cue.value == "stationed" and event.first == count.first and _of_whom_some(reading, count):
        return "occurred"  # "will withdraw 400 of its 3,600 soldiers in Mali"
    if who_promised(reading, count):
        return "planned"  # "the 30,000 whom X announced"
    if reading.sentence.before("idea", event.first):
        return "proposed"  # "has talked of sending 5,000"
    first = max(event.first, count.first)
    for status in ("proposed", "planned"):
        for span in reading.within("status", clause, status):
            before = any(-1 <= at - span.last <= PLANNED_BEFORE for at in (event.first, count.first, first))
            if _come_about(reading, span, event):
                continue
            if before or span.first == event.first:  # "is expected in" tells both
                return status
    come = (
        decided(reading, event) or _to_come(reading, count, event, clause) or _comes_of(reading, count, event, clause)
    )
    return "planned" if come else "occurred"


def _of_whom_some(reading: Reading, count: Count) -> bool:
    """Tell whether a part of those counted is told right before: "400 of its 3,600 soldiers"."""
    sentence, ends = reading.sentence, {n.last for n in reading.numbers}
    firsts = {
        count.number_first,
        *(s.first for c in ("article", "possessive") for s in sentence.before(c, count.first)),
    }
    wholes = (s for c in ("of", "possessive") for at in firsts for s in sentence.before(c, at))
    return any(s.first in ends for s in wholes)


def decided(reading: Reading, event: Span) -> bool:
    """Tell whether people are only to be sent: "announced the deployment of 500 men", "ordered 500 men to Mali"."""
    sentence = reading.sentence
    if sentence.at("decided", event.first) or _ordered(reading, event):
        return True
    nouns = sentence.of("movement") if reading.lexicon.pack.noun_first else sentence.of("sending", "noun")
    came = {s.first for s in sentence.of("sending", "came")}
    first = min((s.first for s in sentence.before("article", event.first)), default=event.first)
    sends = any(s.first == event.first for s in nouns) and event.first not in came
    return sends and bool(sentence.before("decided", first))


def _ordered(reading: Reading, event: Span) -> bool:
    """Tell whether somebody is only told to send: "ordered the army to withdraw 600", "voted on Tuesday to send"."""
    sentence = reading.sentence
    aims = [s.first for s in sentence.before("aim", event.first)]
    if not aims and not reading.lexicon.pack.noun_first:
        return False
    ends = min(aims, default=event.first)
    orders = [s for s in sentence.of("decided") if 0 < ends - s.last <= ORDERED]
    gap = range(orders[-1].last, ends) if orders else range(0)
    told = {s.first for c in VERBS for s in sentence.of(c)}
    return bool(gap) and not any(at in told or sentence.tokens[at].text in ",;" for at in gap)


def _comes_of(reading: Reading, count: Count, event: Span, clause: tuple[int, int]) -> bool:
    """Tell whether so many are to be there after a move that is planned: "will send 500, bringing the total to 900"."""
    sentence = reading.sentence
    if event.cue.value != "stationed" or not grown(reading, count.first):
        return False
    planned = [s for s in reading.within("status", clause, "planned") if s.last <= count.first]
    moves = [s for c in ("movement", "carry", "grow") for s in sentence.of(c)] if planned else []
    moves = [s for s in moves if 0 <= s.first - planned[-1].last <= 1 and s.last <= count.first]
    whose = (*sentence.of("relative"), *sentence.of("subordinate"))
    return any(not any(move.last <= s.first < count.first for s in whose) for move in moves)


def _to_come(reading: Reading, count: Count, event: Span, clause: tuple[int, int]) -> bool:
    """Tell whether a sending told by a noun is said to be planned: "the withdrawal of 500 men has been approved"."""
    if not reading.sentence.at("sending", event.first) or count.first < event.last:
        return False
    planned = [s for s in reading.within("status", clause, "planned") if 0 <= s.first - count.last <= SENDING]
    read = reading.sentence.tokens
    others = (*(n.first for n in reading.numbers), *(s.first for s in reading.sentence.of("relative")))
    ends = min((at for at in others if at >= count.last), default=clause[1])
    return any(s.first < ends and all(read[at].text not in ",;" for at in range(count.last, s.first)) for s in planned)


def _come_about(reading: Reading, planned: Span, event: Span) -> bool:
    """Tell whether what is told after a word of planning has come about: "will join 400 who have arrived"."""
    perfects = reading.sentence.of("perfect")
    return any(planned.last <= s.first and 0 <= event.first - s.last <= COME for s in perfects)


def _denied(reading: Reading, at: int) -> bool:
    """Tell whether what is told at a token is denied: "denied that it would withdraw 4,500 troops"."""
    sentence = reading.sentence
    denials = [s for s in sentence.of("speech", "denies") if s.last <= at and not sentence.before("negation", s.first)]
    if not denials or reading.said(at).assertion != "denies":
        return False
    inside = range(denials[-1].last + 1, at)  # "denied reports by X, which has 1,000 soldiers there"
    return not any(sentence.tokens[place].text == "," for place in inside)
