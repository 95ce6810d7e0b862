"""Who stands behind what a sentence says, how it is put, and who passed it on. Knows no language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.facts import PUBLISHER, Actor

from .bodies import ATTACKS, CABINET
from .memory import Memory, Mention, told_in
from .nameless import SPEAKS, nameless_after, nameless_before
from .press import PRESS
from .speakers import ENDS_QUOTE, OPENS, in_heading, named_after, named_before, next_named, who_reckons
from .text import Sentence, Span

ANONYMOUS = "unnamed-source"
INSIDE = 3  # tokens between "who" and a verb of saying put in between
NAMELESS = 6  # tokens behind "a" within which stands what one without a name is
NAMELESS_PEOPLE = ("unit_one", "unit", "witness")  # who may speak without a name
SERVING = 3  # tokens before the noun for who speaks within which it says whom they serve
SAYING = ("relay", "speech", "said_by", "reckoning", "anonymous", "speech_back")
MEDIUM = 3  # tokens of a medium's name
RELAY = 6  # tokens between a word of passing on and the name that belongs to it


@dataclass(frozen=True)
class Attribution:
    """The claimant's id, the assertion, and the ids of who passed it on; ``last`` is the token after the verb."""

    claimant: str = PUBLISHER
    assertion: str = "states"
    relayed_via: tuple[str, ...] = ()
    mention: Mention | None = None
    last: int = 0


def attribution(sentence: Sentence, found: list[Mention], memory: Memory) -> Attribution:
    """Return the attribution of a sentence; where it is put as an estimate or an allegation, that is the assertion.

    Whoever speaks before a verb of saying comes first, then who is named after one, then who spoke before.
    """
    said = _attribution(sentence, found, memory)
    put = sentence.of("put_as")
    return replace(said, assertion=put[0].cue.value) if put and said.assertion == "states" else said


def _attribution(sentence: Sentence, found: list[Mention], memory: Memory) -> Attribution:
    """Return the attribution of a sentence; the publisher's own where nobody else is named.

    "He said", "katanya": whoever spoke or was spoken of before.

    Whoever is cited wins over whoever cites; among several who speak, one who estimates wins over one who says.
    """
    if not sentence.has(SAYING):
        heading = in_heading(sentence, found)
        return Attribution(heading.actor.actor_id, "states", (), heading, heading.last) if heading else Attribution()
    cited = [m for span in sentence.of("relay", "from") if (m := next_named(sentence, span, found, RELAY))]
    cited += _passed_on_from(sentence, found)
    via = (m for span in sentence.of("relay", "via") if (m := next_named(sentence, span, found, RELAY)))
    relays = tuple(m.actor.actor_id for m in via if m not in cited)
    active = [
        span
        for span in sentence.of("speech")
        if not any(rule(sentence, span) for rule in (_is_passive, _by_the_way, _is_noun, _moves))
    ]
    nobody = [(head, span) for span in active if (head := nameless_before(sentence, span, found))]
    without = {span for _head, span in nobody}
    spoken = [
        (m, span)
        for span in active
        if span not in without and (m := named_before(sentence, span, found)) and not _inverted(sentence, span, found)
    ]
    spoken += [(m, span) for span in sentence.of("said_by") if (m := named_after(sentence, span, found))]
    spoken += [(m, span) for span in sentence.of("reckoning") if (m := who_reckons(sentence, span, found))]
    spoken = [(m, span) for m, span in spoken if m.actor.actor_id not in relays]
    if spoken and all(_is_medium(m) for m, _span in spoken) and _speaks_first(sentence, spoken[0][1]):
        relays += tuple(dict.fromkeys(m.actor.actor_id for m, _span in spoken))
        spoken = []  # "it told lawmakers that 300 had died, Reuters reports"
    if cited:
        passed = tuple(dict.fromkeys(m.actor.actor_id for m, _span in spoken if m.actor != cited[0].actor))
        assertion = spoken[0][1].cue.value if spoken else "states"
        return Attribution(cited[0].actor.actor_id, assertion, passed + relays, cited[0], cited[0].last)
    cabinet = sentence.of("body", CABINET) if memory.focus else []
    officials = [s for s in active if any(each.last == s.first for each in cabinet)]
    named = {m.first for m in found}  # "kata pejabat AS"
    officials += [
        s for s in sentence.of("said_by") for each in cabinet if each.first == s.last and each.last not in named
    ]
    if not spoken and not cited and officials:  # "officials said": the state's, of which all is told
        state = _of_officials(sentence, found, memory)
        return Attribution(state, officials[0].cue.value, relays, None, officials[0].last)
    if not spoken and (heading := in_heading(sentence, found)):
        return Attribution(heading.actor.actor_id, "states", relays, heading, heading.last)
    if not spoken and (somebody := _somebody(sentence, nobody, memory, found)):
        return replace(somebody, relayed_via=relays)
    if not spoken and sentence.of("anonymous"):
        put = [*sentence.of("speech"), *sentence.of("said_by")]
        return Attribution(ANONYMOUS, put[0].cue.value if put else "states", relays)
    if not spoken:
        kinds = {"group": memory.group_actor, "mission": memory.mission, "house": _house(sentence, found, memory)}
        speakers = (kinds.get(each.cue.value) for each in _speaking_pronouns(sentence))
        if band := next((each for each in speakers if each), None):
            said = [*_pronoun_speech(sentence), *_told_by_it(sentence)][0]
            return Attribution(band.actor_id, said.cue.value, relays, Mention(band, -2, -1), said.last)
        back = [*sentence.of("speech_back"), *_pronoun_speech(sentence), *_told_by_it(sentence)]
        if back and (subject := _subject_of(sentence, found, back[0])):
            return Attribution(subject.actor.actor_id, back[0].cue.value, relays, subject, back[0].last)
        if holder := _office_holder(sentence, memory):
            held, span = holder
            return Attribution(held.actor_id, span.cue.value, relays, Mention(held, -2, -1), span.last)
        if back and (who := _body_before(sentence, back[0], memory) or memory.speaker or memory.person):
            assertion = back[0].cue.value if back[0].cue.category == "speech" else "states"
            return Attribution(who.actor_id, assertion, relays, Mention(who, -2, -1), back[0].last)
        return Attribution(relayed_via=relays)
    mention, span = min(spoken, key=lambda each: (each[1].cue.value == "states", each[1].first))
    return Attribution(mention.actor.actor_id, span.cue.value, relays, mention, max(span.last, mention.last))


def _passed_on_from(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Return from whom it is that a medium passes on: "dikutip Reuters dari X"."""
    read, ends = sentence.tokens, {span.last for span in sentence.of("relay", "via")}
    names = {at: next((n for n in range(at, len(read)) if not read[n].text[0].isupper()), at) for at in ends}
    media = {end for first, end in names.items() if 0 < end - first <= MEDIUM}
    froms = [span for span in sentence.of("where", "from") if span.first in media]
    return [m for span in froms if (m := next_named(sentence, span, found, RELAY))]


def _of_officials(sentence: Sentence, found: list[Mention], memory: Memory) -> str:
    """Return whose officials speak: those of the country that all is about, but not of one that attacks another.

    "Israeli strikes killed ten in Sidon, officials said": those of the land that is struck.
    """
    whose = [m for m in found if m.actor.actor_id == memory.focus and sentence.of("outcome")]
    if not any(sentence.at(c, m.last) or sentence.before(c, m.first) for m in whose for c in ATTACKS):
        return memory.focus
    return memory.ground if memory.ground not in ("", memory.focus) else ANONYMOUS


def _inverted(sentence: Sentence, span: Span, found: list[Mention]) -> bool:
    """Tell whether who speaks follows the verb, which ends what is said: '… in Gao, Mali," said the army'."""
    read = sentence.tokens
    if not span.first or read[span.first - 1].text not in ENDS_QUOTE or sentence.at("tells", span.first):
        return False  # nor "X, a spokesman, told Reuters"
    speaker = named_after(sentence, span, found)
    if speaker is None and _a_nobody(sentence, span):
        return True  # "…, said a senior officer who asked not to be named"
    after = read[speaker.last : speaker.last + 1] if speaker else []
    closed = bool(speaker) and (not after or after[0].text in ".,;")
    return closed or (bool(speaker) and read[span.first - 1].text != ",")


def _a_nobody(sentence: Sentence, said: Span) -> bool:
    """Tell whether one without a name, of whom nothing but that is told, follows a verb of saying behind a comma."""
    ones = [each.last for each in sentence.of("single") if each.first == said.last]
    near = range(ones[0], ones[0] + NAMELESS) if ones else range(0)
    people = [each for c in NAMELESS_PEOPLE for each in sentence.of(c) if each.first in near]
    return bool(people) and not any(sentence.at(c, people[-1].last) for c in ("aux", "perfect", "outcome", "movement"))


def _is_passive(sentence: Sentence, span: Span) -> bool:
    """Tell whether a verb of saying is a passive, "were reported", of which who stands before is not the speaker."""
    alone = span.last - span.first == 1  # "the 70,000 estimated by X", not "was quoted as saying by"
    by = alone and any(each.first == span.last for each in sentence.of("by"))
    return by or any(each.cue.value == "be" for each in sentence.before("aux", span.first))


def _is_noun(sentence: Sentence, span: Span) -> bool:
    """Tell whether a word of saying is a noun that says what was told: ", a claim that nobody could verify"."""
    return any(
        each.first and sentence.tokens[each.first - 1].text == "," for each in sentence.before("single", span.first)
    )


def _moves(sentence: Sentence, span: Span) -> bool:
    """Tell whether a word of saying is one that moves people in service, who are counted: "Chile recalled 390 men"."""
    moves = any(sentence.at(c, span.first) for c in ("movement", "carry"))
    after = sentence.tokens[span.last : span.last + 1]
    return moves and (any(t.text[0].isdigit() for t in after) or sentence.at("number.add", span.last))


def _by_the_way(sentence: Sentence, span: Span) -> bool:
    """Tell whether a verb of saying ends a clause told by the way, and says nothing itself: ", which both claim."."""
    starts = [each.first for each in sentence.of("relative") if each.last <= span.first]
    read = sentence.tokens
    if starts and 0 < span.first - starts[-1] <= INSIDE and starts[-1] > 0 and read[starts[-1] - 1].text.isalpha():
        return starts[-1] + 1 != span.first  # "a boy who witnesses said was watching"; "the man who said"
    ends = span.last >= len(read) or read[span.last].text in ".,;"
    inside = bool(starts) and not any(read[at].text == "," for at in range(starts[-1], span.first))
    return inside and ends and starts[-1] > 0 and read[starts[-1] - 1].text == ","


def _somebody(
    sentence: Sentence, nobody: list[tuple[Span, Span]], memory: Memory, found: list[Mention]
) -> Attribution | None:
    """Return the attribution to somebody without a name: "a health worker told the agency", "residents said".

    Who serves, "an army officer", speaks for the state that the article is about, and so do officials.
    """
    for head, span in nobody:
        if head.cue.category == "body":
            state = _of_officials(sentence, found, memory)
            return Attribution(state, span.cue.value, (), None, span.last) if memory.focus else None
        near = range(max(0, head.first - SERVING), head.first)
        serves = any(each.first in near for each in sentence.of("body")) and head.cue.category not in SPEAKS
        return Attribution(memory.focus if serves and memory.focus else ANONYMOUS, span.cue.value, (), None, span.last)
    for span in sentence.of("said_by"):
        if _inverted(sentence, span, []) and _a_nobody(sentence, span):
            return Attribution(ANONYMOUS, span.cue.value, (), None, span.last)
        if nameless_after(sentence, span, found):
            return Attribution(ANONYMOUS, span.cue.value, (), None, span.last)
    return None


def _subject_of(sentence: Sentence, found: list[Mention], said: Span) -> Mention | None:
    """Return who "it" is that speaks later in a sentence: the group that the sentence began with."""
    its = [each for each in sentence.of("third", "it") if 0 <= said.first - each.last <= 2]
    before = [m for m in found if its and m.last <= its[-1].first and m.actor.type in ("armed_group", "organisation")]
    return before[0] if before and before[0].first <= OPENS and said.cue.category == "speech" else None


def _body_before(sentence: Sentence, said: Span, memory: Memory) -> Actor | None:
    """Return the body that the sentence before is about, for which "it" and "they" stand."""
    words = (*sentence.of("third", "it"), *sentence.of("both", "they"), *sentence.of("speech_back", "it"))
    its = any(0 <= said.first - each.last <= 2 or each == said for each in words)
    return memory.head if its and memory.place - memory.head_at <= 1 else None


def _office_holder(sentence: Sentence, memory: Memory) -> tuple[Actor, Span] | None:
    """Return who was introduced last with the office that speaks without a name, and how: "the governor said".

    "Kata gubernur itu": what points back may follow the office.
    """
    speech = {span.first: span for span in sentence.of("speech")}
    told_by = {span.last: span for span in sentence.of("said_by")}
    for each in sentence.of("title"):
        office = {sentence.tokens[at].folded for at in range(each.first, each.last)}
        after, before = speech.get(each.last), told_by.get(each.first)
        spoken = (
            after if sentence.before("article", each.first) else before if sentence.at("anaphora", each.last) else None
        )
        held = next((who for known, who in reversed(memory.offices) if office <= known), None) if spoken else None
        if spoken and held:
            return held, spoken
    return None


def _speaking_pronouns(sentence: Sentence) -> list[Span]:
    """Return the pronouns that a verb of saying follows closely, or a word of saying precedes."""
    speech, told_by = sentence.of("speech"), {span.last for span in sentence.of("said_by")}
    return [
        each
        for each in sentence.of("pronoun")
        if each.first in told_by
        or (not sentence.at("of", each.last) and any(0 <= span.first - each.last <= 2 for span in speech))
    ]


def _house(sentence: Sentence, found: list[Mention], memory: Memory) -> Actor | None:
    """Return the body that "the agency" stands for: that which the sentence names before, else the last one."""
    speaks = [each.first for each in sentence.of("pronoun", "house")]
    before = [m.actor for m in found if speaks and m.last <= speaks[0] and m.actor.type == "organisation"]
    return before[-1] if before else memory.house


def _is_medium(mention: Mention) -> bool:
    """Tell whether a name is that of a medium, which passes on what others say."""
    actor = mention.actor
    return actor.type == "organisation" and told_in(actor.role, PRESS)


def _speaks_first(sentence: Sentence, said: Span) -> bool:
    """Tell whether somebody else, a pronoun, speaks before in the sentence: "it told lawmakers that …, X reports"."""
    told = (*sentence.of("speech_back"), *_pronoun_speech(sentence))
    return any(span.last <= said.first for span in told if span != said)


def _pronoun_speech(sentence: Sentence) -> list[Span]:
    """Return the verbs of saying whose subject is a pronoun."""
    pronouns = [each for each in sentence.of("pronoun") if not sentence.at("of", each.last)]  # "the ministry of X said"
    return [span for span in sentence.of("speech") if any(0 <= span.first - each.last <= 2 for each in pronouns)]


def _told_by_it(sentence: Sentence) -> list[Span]:
    """Return the words of saying that a pronoun follows: "according to the ministry"."""
    pronouns = {each.first for each in sentence.of("pronoun")}
    return [span for span in sentence.of("said_by") if span.last in pronouns]
