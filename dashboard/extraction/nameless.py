"""Who speaks without a name: "a hospital official said", "according to two witnesses". Knows no language."""

from __future__ import annotations

from .bodies import CABINET
from .memory import Mention
from .text import Sentence, Span

REACH = 14  # tokens before a verb of saying within which its subject stands
BEFORE = 5  # tokens between what begins who speaks and the noun for it: "two senior local"
PEOPLE = ("witness", "witness_one", "unit", "unit_one")  # nouns for who may speak without a name
ONE = ("unit_one", "witness_one")
SPEAKS = ("witness", "witness_one")  # and for who speaks so where the verb stands first
# What is none of the words before such a noun.
OTHERS = (
    "outcome",
    "movement",
    "speech",
    "said_by",
    "where",
    "of",
    "by",
    "aux",
    "have",
    "relative",
    "pronoun",
    "event",
)
PLACES = ("where", "of")  # before where they are who speak
AUXILIARIES = ("have", "adverb", "aux")  # between them and the verb of saying
STOPS = ',;:"“”—–('


def nameless_before(sentence: Sentence, said: Span, found: list[Mention]) -> Span | None:
    """Return the noun for who speaks before a verb of saying and is not named; none where somebody is.

    "A doctor at the main hospital told", "residents, however, put", "local officials and medics said".
    """
    end = _end(sentence, said.first, found)
    begin = _begin(sentence, end)
    if begin == end:
        return None
    none = {s.first for c in ("body", "irregular") for s in sentence.of(c)}  # "the rebels said" is their group's
    heads = [s for c in PEOPLE for s in sentence.of(c) if begin <= s.first and s.last <= end and s.first not in none]
    cabinet = (s for s in sentence.of("body", CABINET) if begin <= s.first and s.last <= end)
    heads += [s for s in cabinet if any(joint.first == s.last for joint in sentence.of("joint", "and"))]
    for head in sorted(heads, key=lambda s: s.first):
        start = _start(sentence, head, begin)
        if start is not None:
            return head if _alone(sentence, (start, end), head, found) else None
    return None


def nameless_after(sentence: Sentence, said: Span, found: list[Mention]) -> Span | None:
    """Return the noun for who is not named behind a word of saying: "said a resident", "according to two witnesses"."""
    verb = sentence.at("speech", said.first)
    if verb and said.first and sentence.tokens[said.first - 1].text[-1].isalnum():
        return None  # "the minister said a nurse had died"
    for at in range(said.last, min(said.last + BEFORE, len(sentence.tokens))):
        heads = [s for c in SPEAKS for s in sentence.of(c) if s.first == at]
        if heads:
            named = any(m.first == heads[0].last and m.actor.type == "person" for m in found)
            return None if named or (verb and sentence.at("aux", heads[0].last)) else heads[0]
        if not _is_small(sentence, at):
            return None
    return None


def _end(sentence: Sentence, at: int, found: list[Mention]) -> int:
    """Return where who speaks ends: before auxiliaries, and before what is told of them between commas."""
    while verbs := [s for c in AUXILIARIES for s in sentence.before(c, at)]:
        at = verbs[0].first
    read = sentence.tokens
    if at < 2 or read[at - 1].text != ",":
        return at
    comma = next((back for back in range(at - 2, max(at - REACH, 0), -1) if read[back].text == ","), 0)
    aside = any(sentence.at(c, comma + 1) for c in ("relative", "clause"))
    aside = aside or any(comma < s.first < at for s in sentence.of("anonymous"))
    # "in X, Y, said"
    aside = aside or any(m.first <= comma + 1 and m.last == at - 1 and m.actor.type == "state" for m in found)
    return comma if comma and aside else 0


def _begin(sentence: Sentence, end: int) -> int:
    """Return where the clause begins in which who speaks stands."""
    begin, read = max(0, end - REACH), sentence.tokens
    begin = next((at + 1 for at in range(end - 1, begin - 1, -1) if read[at].text in STOPS), begin)
    relative = {s.first for s in sentence.of("relative")}
    others = [s.last for c in ("clause", "subordinate", "that") for s in sentence.of(c) if s.first not in relative]
    return max((last for last in others if begin < last <= end), default=begin)


def _start(sentence: Sentence, head: Span, begin: int) -> int | None:
    """Return where the words for who speaks begin, adjectives and numbers only before the noun; None where others do.

    They begin their clause, or follow an "and".
    """
    joints = {s.last for s in sentence.of("joint")}
    at = head.first
    while at > begin and at not in joints:
        at -= 1
        if head.first - at > BEFORE or not _is_small(sentence, at):
            return None
    begun = any(s.first in range(at, head.first) for c in ("single", "number.add") for s in sentence.of(c))
    known = any(s.first in range(at, head.first) for c in ("definite", "both") for s in sentence.of(c))
    known = known or sentence.at("anaphora", head.last)
    if (known and head.cue.category not in SPEAKS) or (head.cue.category in ONE and not begun):
        return None  # "the two lawmakers said" tells who was told of before
    return at


def _is_small(sentence: Sentence, at: int) -> bool:
    word = sentence.tokens[at].text
    others = (s for c in OTHERS for s in sentence.of(c))
    return word.isdecimal() or (word.isalpha() and not any(s.first <= at < s.last for s in others))


def _alone(sentence: Sentence, words: tuple[int, int], head: Span, found: list[Mention]) -> bool:
    """Tell whether nobody is named by the words for who speaks, nor what befell them told."""
    start, end = words
    told = min((s.first for s in sentence.of("relative") if head.last <= s.first < end), default=end)
    named = [m for m in found if start < m.last and m.first < told]
    if any(m.actor.type != "state" or not sentence.preceded(m.first, *PLACES) for m in named):
        return False
    if any(start <= s.first < end and s.first != head.first for s in sentence.of("title")):
        return False
    if sentence.before("joint", end):
        return False  # "generals seized power and told"
    return not any(head.last <= s.first < told for c in ("outcome", "movement") for s in sentence.of(c))
