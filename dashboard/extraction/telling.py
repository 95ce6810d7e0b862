"""Who met because one told the other something at a meeting: "X told Y in a phone call". Knows no language.

Verbs of the value ``to`` name the hearer after a preposition: "X conveyed his thanks to Y over the phone".
"""

from __future__ import annotations

from .bystanders import OFFICE
from .listing import ASIDE, in_list, is_light, leads_to, verb_from
from .memory import Mention
from .pointing import stood_for
from .reading import Reading
from .text import Span

FRONT = 3  # tokens before a meeting that begins a sentence: "In a long"
SAID = 9  # tokens of what is said, between the verb and "to" whom
NAMED = 4  # tokens of the name of a place
WORDS = 2  # of a meeting's own between its article and its noun: "a 90-minute phone call"


def told_at(reading: Reading, span: Span) -> tuple[Mention, Mention] | None:
    """Return who told whom something at a meeting that names nobody itself; None where that is not said."""
    for verb in reading.sentence.of("tells"):
        speaker = _speaker(reading, verb)
        hearer = _hearer(reading, verb, speaker)
        if speaker is None or hearer is None or speaker.actor == hearer.actor:
            continue
        if _told_in(reading, verb, (speaker, hearer), span):
            return speaker, hearer
    return None


def gathered(reading: Reading, span: Span) -> list[Mention]:
    """Return the people who do something at a meeting that begins a sentence: "In talks in X, Y and Z agreed".

    Only those named first after it, two or more of them in one list, with nobody named before.
    """
    sentence, read = reading.sentence, reading.sentence.tokens
    if span.first > FRONT + 1 or not any(sentence.at(c, 0) for c in ("where", "date", "duration")):
        return []
    people = [m for m in reading.mentions if m.actor.type == "person"]
    if not people or people[0].first < span.last:
        return []
    commas = [at for at in range(span.last, people[0].first) if read[at].text == ","]
    told = [at for at in range(span.last, commas[-1] if commas else span.last) if read[at].text.isalpha()]
    if not commas or len(told) > ASIDE or not all(is_light(reading, range(at, at + 1)) for at in told):
        return []
    if not leads_to(reading, commas[-1] + 1, people[0].first):
        return []
    listed = in_list(reading, people, backwards=False, at=commas[-1] + 1)
    return listed if len(listed) > 1 else []


def told_to_face(reading: Reading, verb: Span) -> tuple[Mention, Mention] | None:
    """Return who told whom something where one was the other's guest, or both were in one place.

    "X told visiting minister Y that", "X told Y in Z on Monday that"; None where neither is said.
    """
    sentence = reading.sentence
    at = max((s.last for s in sentence.of("article") if s.first == verb.last), default=verb.last)
    guest = [s for s in sentence.of("visiting") if s.first == at]
    speaker = _speaker(reading, verb)
    hearer = _hearer(reading, verb._replace(last=guest[0].last) if guest else verb, speaker) if speaker else None
    if speaker is None or hearer is None or speaker.actor == hearer.actor:
        return None
    return (speaker, hearer) if guest or _in_one_place(reading, speaker, hearer) else None


def _in_one_place(reading: Reading, speaker: Mention, hearer: Mention) -> bool:
    """Tell whether a place follows right after whom somebody of another side was told: "told Y in Z"."""
    sides = reading.side(speaker), reading.side(hearer)
    if not all(sides) or sides[0] == sides[1]:
        return False
    for where in reading.sentence.of("where", "in"):
        if where.first >= hearer.last and is_light(reading, range(hearer.last, where.first)):
            end = min(where.last + NAMED, len(reading.sentence.tokens))
            housed = any(m.actor.type == "organisation" and 0 <= m.first - where.last <= 1 for m in reading.mentions)
            return housed or any(reading.place((where.first, end), where, whole=False))
    return False


def _speaker(reading: Reading, verb: Span) -> Mention | None:
    """Return who stands right before a verb, auxiliaries or the end of an aside between them at most."""
    at = verb_from(reading.sentence, verb.first)
    near = [m for m in reading.mentions if m.actor.type == "person" and m.last == at]
    theme = reading.memory.theme
    if not near and theme and any(each.cue.value == "he" for each in reading.sentence.before("third", at)):
        return Mention(theme, at - 1, at)
    return near[0] if near else None


def _hearer(reading: Reading, verb: Span, speaker: Mention | None) -> Mention | None:
    """Return who stands right after a verb, or after its "to", behind offices at most: "told X", "told his host"."""
    for span in reading.sentence.of("object", "him"):
        other = stood_for(reading, verb.first, [speaker.actor]) if speaker and span.first == verb.last else None
        if other is not None:
            return Mention(other, span.first, span.last)
    people = [m for m in reading.mentions if m.actor.type == "person" and m.first >= verb.last]
    if not people:
        return None
    at = verb.last
    if verb.cue.value == "to":
        to = [each.last for each in reading.sentence.of("to_whom") if 0 <= each.first - verb.last <= SAID]
        at = next((last for last in to if last <= people[0].first), len(reading.sentence.tokens))
    return people[0] if at <= people[0].first and leads_to(reading, at, people[0].first) else None


def _told_in(reading: Reading, verb: Span, both: tuple[Mention, Mention], span: Span) -> bool:
    """Tell whether something was said at a meeting: it follows whom was told, begins the sentence, or says so."""
    sentence, (speaker, hearer) = reading.sentence, both
    which = [s for s in sentence.of("in_which") if span.last <= s.first and s.last <= verb.first]
    if which and is_light(reading, range(span.last, which[0].first)):
        return verb.first - which[0].last <= OFFICE
    first = min((s.first for c in ("article", "possessive") for s in sentence.before(c, span.first)), default=-1)
    for back in range(1, WORDS + 1):
        if first < 0:
            near = [s for c in ("article", "possessive") for s in sentence.before(c, span.first - back)]
            first = min((s.first for s in near), default=-1)
    first = span.first if first < 0 else first  # "dalam percakapan telepon"
    at = [s for c in ("where", "date", "duration") for s in sentence.before(c, first)]
    at += [s for s in sentence.of("gathering", "line") if s.first == span.first]  # "over the phone"
    begins = min((s.first for s in at), default=-1)
    if begins < 0:
        return False
    if begins == 0:
        comma = [at for at in range(span.last, verb.first) if sentence.tokens[at].text == ","]
        # "Over lunch in X, Y told Z", "Over lunch that day he told Z"
        return is_light(reading, range(span.last, comma[0] if comma else speaker.first))
    gap = range(hearer.last, begins)
    read = sentence.tokens
    aside = len(gap) >= FRONT and len(gap) <= ASIDE and read[gap[0]].text == read[gap[-1]].text == ","
    return begins >= hearer.last and (not gap or aside or is_light(reading, gap))
