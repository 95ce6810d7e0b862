"""What tells of a meeting in a sentence: its verbs and nouns, of which many say it only beside a name. No language."""

from __future__ import annotations

from .company import agreed, together
from .hosting import VISIT, goes_somewhere, is_followed, is_office, signed_by, visit_by
from .joining import with_follows, withs
from .language import Cue
from .listing import in_list, is_light, leads_to, verb_from
from .pointing import theirs
from .reading import SUMMITS, Reading
from .summits import attends, says_who_chairs, summit_told, summits_begin
from .telling import told_to_face
from .text import Span

FACE_TO_FACE = 5  # tokens between a verb of meeting and since when it was not
TOGETHER = ("both", "three", "four", "they")  # who stand for so many told of before
NOUN = 1  # tokens between "attended" and the summit
TALKS = Cue("meeting", "talks")
QUOTES = ('"', "“", "'", "‘")  # before what somebody is called


def told_by(reading: Reading) -> list[tuple[Span, bool]]:
    """Return what tells of a meeting, in order, and whether it is an invitation."""
    cues = [(span, True) for span in reading.sentence.of("invitation") if not is_followed(reading, span)]
    told = [s for s in reading.sentence.of("meeting") if not points_back(reading, s) or summit_told(reading, s)]
    if reading.sentence.of("speaks_at"):
        halls = summits_begin(reading)
        told = [s for s in told if not reading.sentence.at("speaks_at", s.first) or s.last in halls]
    attended = [span for span in told if attends(reading, span)]
    told = [
        s
        for s in told
        if not any(s != each and s.cue.value == "summit" and 0 <= s.first - each.last <= NOUN for each in attended)
    ]
    cues += [(span, False) for span in told if not is_office(reading, span)]
    talking = reading.sentence.of("meeting_with")
    # "the treaty was signed", but "X will be speaking with Y"
    talking = [s for s in talking if not reading.sentence.before("aux", s.first) or somebody_does(reading, s)]
    talking = [span for span in talking if not reading.sentence.at("meeting", span.last)]  # "berdiri mengapit X"
    cues += [(span, False) for span in talking if _with_near(reading, span) or _two_before(reading, span)]
    gone = min((span.last for span in reading.sentence.of("motion")), default=None)
    purpose = [s for s in reading.sentence.of("purpose") if gone is not None and gone <= s.first]
    cues += [(span._replace(cue=TALKS), False) for span in purpose]  # "flew to Cairo to press X"
    signed = reading.sentence.of("together")
    cues += [(span._replace(cue=TALKS), False) for span in signed if signed_by(reading, span)]
    bare = [s for s in reading.sentence.of("gathering") if not reading.sentence.at("meeting", s.first)]
    cues += [(s._replace(cue=TALKS), False) for s in bare if theirs(reading, s)]  # "in their previous conversation"
    done = [*reading.sentence.of("jointly"), *reading.sentence.of("jointly_with")]
    cues += [(span._replace(cue=TALKS), False) for span in done if together(reading, span)]
    cues += [(span._replace(cue=TALKS), False) for span in reading.sentence.of("agree") if agreed(reading, span)]
    tells = reading.sentence.of("tells")
    held = max((each.first for each in told if tells and not is_office(reading, each)), default=-1)
    tells = [span for span in tells if held < span.last]
    cues += [(span._replace(cue=TALKS), False) for span in tells if told_to_face(reading, span)]
    cues += [(span, False) for span in were_in(reading)]
    # "The talks between X and Y" name who met once more, "the talks" alone do not.
    back = [s for s in reading.sentence.of("anaphora") if not _proposed_before(reading, s)]
    named = [s for s in back if between(reading, s, 0) or with_follows(reading, s) or _of_people(reading, s)]
    named += [s for s in back if visit_by(reading, s._replace(cue=_noun(reading, s)))]
    cues += [(span._replace(cue=_noun(reading, span)), False) for span in named]
    return sorted(cues, key=lambda each: each[0].first)


def _proposed_before(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting told of before is only said to have been proposed: "had suggested the meeting to X"."""
    return any(each.cue.value == "proposed" for each in reading.sentence.before("status", span.first))


def _noun(reading: Reading, span: Span) -> Cue:
    """Return what the noun of a meeting told of before tells: "the summit", "the talks"."""
    inner = reading.lexicon.phrases.find(reading.sentence.tokens[span.last - 1 : span.last])
    return next((each.cue for each in inner if each.cue.category == "meeting"), TALKS)


def _of_people(reading: Reading, span: Span) -> bool:
    """Tell whether people follow "of": "the meeting of X and Y"."""
    of = {each.last for each in reading.sentence.of("of") if each.first == span.last}
    of |= {each.last for each in reading.sentence.of("article") if each.first in of}
    return any(m.first in of and (m.actor.type == "person" or m.actor.actor_id in SUMMITS) for m in reading.mentions)


def between(reading: Reading, span: Span, reach: int = 3) -> bool:
    """Tell whether those between whom it was follow a noun of meeting: "the talks between X and Y"."""
    found = [each for each in reading.sentence.of("range", "between") if span.last <= each.first]
    return any(each.first - span.last <= reach or is_light(reading, range(span.last, each.first)) for each in found)


def only_between(reading: Reading, span: Span) -> bool:
    """Tell whether those between whom a meeting was are told right after its noun, and nobody is told to join them."""
    sentence = reading.sentence
    at = min((s.first for s in sentence.before("article", span.first)), default=span.first)
    noun = sentence.at("gathering", span.first) and not sentence.before("meeting", at)
    return noun and between(reading, span, 0)


def somebody_does(reading: Reading, span: Span) -> bool:
    """Tell whether a person or a pronoun stands right before a verb: "X called Y", not "an actor called Y"."""
    sentence, at = reading.sentence, verb_from(reading.sentence, span.first)
    joint = [each for each in sentence.before("joint", at) if sentence.tokens[each.first].text != ","]
    pronoun = bool(joint) or any(sentence.before(category, at) for category in ("third", "person_who"))
    ends = {at, *(_before_aside(reading, at) if at and sentence.tokens[at - 1].text == "," else ())}
    return pronoun or any(m.last in ends and m.actor.type == "person" for m in reading.mentions)


def _before_aside(reading: Reading, at: int) -> tuple[int, ...]:
    """Return where whoever does something may end before the comma at which an aside closes.

    "X, who had come along, saw Y" and "The group's leader, X, saw Y".
    """
    opens = [start - 1 for start, end in reading.insets if end == at - 1]
    apposed = [m.last for m in reading.mentions if m.last == at - 1 and m.first]
    read = reading.sentence.tokens
    return (*opens, *(last for last in apposed if any(read[each].text == "," for each in range(at - 1))))


def were_in(reading: Reading) -> list[Span]:
    """Return the words by which somebody is told to be in a country or a town on a day: "X was in Y on Monday".

    In a clause that says when something else was, nobody is told to visit: "While X was in Y on Monday, Z fled".
    """
    sentence = reading.sentence
    if any(sentence.at(c, 0) for c in ("clause", "subordinate", "then")):
        return []
    found = [Span(VISIT, each.first, each.last) for each in sentence.of("be_in")]
    for place in sentence.of("where", "in"):
        found += [Span(VISIT, be.first, place.last) for be in sentence.before("aux", place.first)]
    ends = {m.last for m in reading.mentions if m.actor.type == "person" and sentence.tokens[m.last : m.last + 1]}
    ends |= {last + 1 for last in ends if sentence.tokens[last].text == ","}  # "the minister, X, was in"
    found = [span for span in found if verb_from(sentence, span.first) in ends or somebody_does(reading, span)]
    return [s for s in found if goes_somewhere(reading, s) and (reading.when_told or withs(reading, s))]


def unknown_doer(reading: Reading, span: Span) -> bool:
    """Tell whether a name that says nothing stands right before a verb: "Barzani met X and Y"."""
    at = verb_from(reading.sentence, span.first) - 1
    read = reading.sentence.tokens
    if at < 0 or reading.sentence.at("gathering", span.first) or reading.headline or not read[at].text[0].isupper():
        return False
    return at not in reading.sentence.known


def _with_near(reading: Reading, span: Span) -> bool:
    """Tell whether "with" follows a verb of speaking closely: "He spoke on Thursday with X"."""
    return bool(withs(reading, span))


def _two_before(reading: Reading, span: Span) -> bool:
    """Tell whether two people stand in the list before a verb of speaking: "X and Y spoke on Monday"."""
    clause = reading.clause(span.first)
    names = [m for m in reading.named(clause) if m.last <= span.first and m.actor.type == "person"]
    both = any(0 <= span.first - each.last <= 2 for each in reading.sentence.of("both") if each.cue.value in TOGETHER)
    listed = in_list(reading, names, backwards=True, at=span.first, reach=2)
    return both or len({m.actor.actor_id for m in listed}) >= 2


def no_meeting(reading: Reading, span: Span) -> bool:
    """Tell whether a word of meeting is part of what is none, or of how the press is met: "told a press conference"."""
    near = [each for each in reading.sentence.of("no_meeting") if span.distance(each) <= 2]
    begins = {each.last for each in reading.sentence.of("subordinate")}  # "told reporters after meeting X"
    if any(not (each.last <= span.first and span.first in begins) for each in near):
        return True
    if attends(reading, span) and reading.sentence.at("separate", span.last):
        return True  # "attend separate events"
    unsure = any(s.last <= span.first for s in reading.within("unsure", reading.clause(span.first)))
    if unsure or says_who_chairs(reading, span):
        return True
    return _not_since(reading, span) or _named_so(reading, span)


def _named_so(reading: Reading, span: Span) -> bool:
    """Tell whether somebody is only called something: "called X a liar", not "called X a day later"."""
    met = next((m for m in reading.mentions if m.first >= span.last and m.actor.type == "person"), None)
    if span.cue.value != "call" or met is None or not leads_to(reading, span.last, met.first):
        return False
    read = reading.sentence.tokens[met.last : met.last + 1]
    return bool(read) and (reading.sentence.at("article", met.last) or read[0].text in QUOTES)


def _not_since(reading: Reading, span: Span) -> bool:
    """Tell whether people have only not met of late, which denies nothing: "have not met since the summit in May"."""
    sentence = reading.sentence
    if not any(0 <= span.first - each.last <= 2 for each in sentence.of("negation")):
        return False
    if sentence.of("no_event") and not sentence.of("status"):
        return True  # "X never met Y"
    perfect = bool(sentence.of("have")) and not sentence.of("status", "denied")
    return perfect and any(0 <= each.first - span.last <= FACE_TO_FACE for each in sentence.of("not_lately"))


def points_back(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting is only spoken of again: "in that meeting", "pertemuan itu", not "menteri itu bertemu"."""
    back = reading.sentence.of("anaphora")
    if reading.lexicon.pack.noun_first:
        return any(each.first == span.last for each in back)
    return any(span.distance(each) == 0 for each in back)
