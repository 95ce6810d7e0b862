"""Which words only say who is meant, so that they tell nothing of the people counted. Knows no language."""

from __future__ import annotations

from .counting import MILITARY, Count
from .halves import object_between
from .reading import Reading
from .singles import is_object
from .speakers import ENDS_QUOTE, closes
from .text import Span

DIRECT = 2  # tokens between an event and the count that it takes: an article, "of"
FAR = 12  # tokens after a count from where on "who" means somebody else
NEXT_TO = 3  # tokens between a count and a verb that follows it closely
REPLACED = 8  # tokens between "replaced" and "by", where and when it was in between
COMPANY = 20  # people in service who are more than one in an office
RELATIVE = 4  # tokens between "who" and the verb that says which people are meant


def of_a_person(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether "who" before an event means somebody else than those counted: "mourned X, who was killed"."""
    starts = [s.first for s in reading.sentence.of("relative") if count.last < s.first < event.first]
    people = [m for m in reading.mentions if m.actor.type == "person" and m.first >= count.last]
    near = bool(starts) and event.first - starts[-1] <= RELATIVE
    return near and (starts[-1] - count.last > FAR or any(m.last <= starts[-1] for m in people))


def did_it(reading: Reading, count: Count) -> bool:
    """Tell whether a count is of who did something; who is "joined by 200 Danish soldiers" is sent after others."""
    if _fought(reading, count):
        return True
    by = [s for s in reading.sentence.before("by", count.first) if s.cue.value == "by"]
    joined = count.unit in MILITARY and any(reading.sentence.before("joined", s.first) for s in by)
    return bool(by) and not joined and replacing(reading, count) is None


def _fought(reading: Reading, count: Count) -> bool:
    """Tell whether a count is of whom others fought, and no more is told of them: "died in a clash with 200 rebels"."""
    begins = min(count.first, count.begins(reading.sentence))
    begins = min((s.first for s in reading.sentence.before("qualifier", begins)), default=begins)
    clause = reading.clause(count.first)
    after = any(count.last <= s.first < clause[1] for c in ("outcome", "movement") for s in reading.sentence.of(c))
    before = any(n.last <= begins and reading.counts_people(n) for n in reading.numbers)
    return bool(reading.sentence.before("fight", begins)) and before and not after


def replacing(reading: Reading, count: Count) -> Span | None:
    """Return the passive by which people in service take the place of others: "were replaced by 500 from Ghana"."""
    sentence = reading.sentence
    verbs = [s for s in sentence.of("replaced") if 0 <= count.first - s.last <= REPLACED]
    if not verbs or count.size < COMPANY or not (count.unit in MILITARY or (count.bare and not count.unknown)):
        return None
    gap = range(verbs[-1].last, count.first)
    by = any(s.last == count.first for s in sentence.of("by")) or reading.lexicon.pack.noun_first
    told = (*sentence.of("movement"), *sentence.of("outcome"), *sentence.of("relative"))
    counted = any(n.first in gap and reading.counts_people(n) for n in reading.numbers)
    apart = counted or any(s.first in gap for s in told)
    return verbs[-1] if by and not apart and reading.within("unit", (0, verbs[-1].first), "troops") else None


def tells_it(reading: Reading, count: Count) -> bool:
    """Tell whether a count is of who says what stands before: "45 were killed, two people briefed by X said"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    if not count.first or read[count.first - 1].text not in ENDS_QUOTE:
        return False
    said = next((s for s in sentence.of("speech") if s.first >= count.last), None)
    if said is None or any(read[at].text in ENDS_QUOTE for at in range(count.last, said.first)):
        return False
    befell = any(count.last <= s.first < said.first for c in ("outcome", "movement") for s in sentence.of(c))
    return not befell and said.last < len(read) and closes(sentence, said)


def _of_the_doer(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether what befell somebody before or after befell the doer: "stabbed two men before being shot dead"."""
    sentence = reading.sentence
    being = sentence.before("undergoing", event.first)
    at = being[0].first if being else event.first if sentence.at("passive", event.first) else 0
    when = [s for s in sentence.before("date", at) if at and s.cue.value in ("before", "after")]
    if not when or not is_object(sentence, count.first):
        return False
    gap = range(count.last, when[0].first)
    return not any(s.first in gap for c in ("relative", "aux", "passive") for s in sentence.of(c))


def by_the_way(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a count is told by the way of a place: "fired at X, where 10,000 troops are based, hurt nobody"."""
    where = {span.first for span in reading.sentence.of("relative", "where")}
    insets = (i for i in reading.insets if i[0] in where)
    return any(start <= count.first < end <= event.first for start, end in insets)


def left_out(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a count is told between commas as one that is left out: "six, apart from the two bombers, died"."""
    sentence = reading.sentence
    if not sentence.of("left_out"):
        return False
    begins = min((s.first for s in sentence.before("article", count.first)), default=count.first)
    starts = [s.first for s in sentence.before("left_out", begins)]
    commas = [at for at, token in enumerate(sentence.tokens) if token.text == ","] if starts else []
    return any(at + 1 in starts for at in commas) and any(count.last <= at < event.first for at in commas)


def told_otherwise(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a count behind an event has a predicate of its own, "90 were solved", or only joins those hurt.

    "Beds for the wounded and 40 doctors" tells of no more wounded.
    """
    sentence = reading.sentence
    verbs = (s for c in ("aux", "perfect") for s in sentence.of(c) if s.first == count.last)
    own = count.bare and any(sentence.unknown(s.last) or sentence.at("possessive", s.last) for s in verbs)
    joins = (s.first for s in sentence.before("joint", count.first) if sentence.tokens[s.first].text.isalpha())
    joined = event.last in joins  # not "the prisoners, 860 in all,"
    return own or (joined and bool(sentence.before("article", event.first)))


def of_others(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether a word of an event says of whom something else is: "women with photographs of missing sons".

    So does what people are to do something about: "5,000 men to stop the killing".
    """
    sentence = reading.sentence
    if any(count.last < of.first for of in sentence.before("of", event.first)):
        return True
    if _of_the_doer(reading, count, event) or left_out(reading, count, event):
        return True
    if sentence.before("superlative", event.first) and sentence.at("sending", event.first):
        return True  # "4,500 soldiers, its biggest deployment since Vietnam"
    if sentence.at("level", event.first) and sentence.before("single", event.first):
        return True  # "350 soldiers left, ending a presence of 65 years"
    aims = (s for s in sentence.of("aim") if count.last <= s.first < event.first)
    return bool(sentence.before("definite", event.first)) and any(aims)


def own_subject(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether somebody else is told to do what stands behind a count: "3,600 to X after Iraq moved its army"."""
    if event.cue.category != "movement" or reading.sentence.before("aux", event.first):
        return False
    near = [m for m in reading.mentions if m.last == event.first and m.first > count.last and reading.is_party(m)]
    return any(not reading.oblique(m) and not reading.place_marked(m) for m in near)


def may_move(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether those counted may be told to move: people in service, or people of whom nothing is said."""
    nobody = count.bare or any(reading.sentence.at(c, count.noun) for c in ("anyone", "people_of"))
    return event.cue.category != "movement" or count.unit in MILITARY or (count.unit == "people" and nobody)


def relative(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether an event only says which people are meant: "soldiers who serve in", "prajurit yang bertugas"."""
    moved = event.cue.category == "movement" and event.first - count.last <= DIRECT
    return moved or who(reading, count, event)


def who(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether an event stands right behind a word that begins a clause about those counted: "who serve in"."""
    relative = [s for s in reading.sentence.of("relative") if count.last <= s.first < event.first]
    return any(event.first - s.last <= RELATIVE for s in relative)


def has_object(reading: Reading, event: Span) -> bool:
    """Tell whether a verb has an object of its own that is not counted: "and killed its guard"."""
    sentence = reading.sentence
    if object_between(reading, event):
        return True
    whole = event.last - event.first > 1 and event.cue.category in ("movement", "other_event")
    if sentence.at("fate", event.first) or whole:
        return False  # nobody dies somebody; "arrived in the" tells a place, "left their homes" its own object
    if sentence.at("joined", event.first) and event.cue.category == "movement":
        return False  # "500 soldiers joined the UN mission"
    if sentence.before("aux", event.first) or event.cue.value in ("stationed", "withdrawn"):
        return False  # who leaves or guards a place has it as an object
    them = any(span.first == event.last for span in sentence.of("object", "them"))
    return them or any(sentence.at(category, event.last) for category in ("article", "possessive", "single"))


def people_meant(reading: Reading, event: Span) -> bool:
    """Tell whether a word says of whom something is told: "three of the wounded died"."""
    sentence = reading.sentence
    if any(0 <= event.first - span.last <= 1 for span in sentence.of("former")):
        return True  # "174 former captives"
    starts = {n.first for n in reading.numbers} if sentence.at("grow", event.first) else ()
    if any(s.last in starts for s in sentence.of("where") if s.first == event.last):
        return True  # "has fallen from 1,000 to 500"
    units = {s.last: s.first for s in sentence.of("formation")}
    if event.first in units and sentence.before("single", units[event.first]):
        return True  # "men of the battalion, a unit trained by X, were sent"
    of = {span.last for span in sentence.of("of")}
    articles = [span for span in sentence.before("article", event.first) if span.first in of]
    later = [s for s in sentence.of("outcome") if 0 <= s.first - event.last <= NEXT_TO]
    told = any(sentence.at(c, event.last) for c in ("aux", "belong"))  # "seventeen of the dead were women"
    return event.cue.category == "outcome" and bool(articles) and (bool(later) or not told)
