"""Who stands behind what a sentence says, how it is put, and who passed it on. Knows no language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.facts import PUBLISHER, Actor

from .bodies import CABINET
from .memory import Memory, Mention, told_in
from .setting import PRESS
from .text import Sentence, Span

ANONYMOUS = "unnamed-source"
OBLIQUE = ("where", "be_in", "border", "of", "by", "against", "about")  # what stands after such a word does not speak
ATTACKS = ("event", "weapon")  # what a state's name stands before where it attacks: "Israeli strikes"
HEADING = 14  # tokens at the beginning within which a colon ends who speaks
INSIDE = 3  # tokens between "who" and a verb of saying put in between
NAMELESS = 6  # tokens before a verb of saying within which its subject stands
NAMELESS_PEOPLE = ("unit_one", "unit", "witness")  # who may speak without a name
TITLE = 10  # tokens of an office before a name
TRAILING = 12  # tokens between the last comma and a verb of saying that ends a sentence
RECKONS = 3  # tokens between whoever counts and the word for the count
OPENS = 6  # tokens from the beginning of a clause within which its subject stands
SAYING = ("relay", "speech", "said_by", "reckoning", "anonymous", "speech_back")
BEFORE, AFTER, RELAY = 10, 4, 6  # tokens between a verb of saying and the name that belongs to it


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
        heading = _heading(sentence, found)
        return Attribution(heading.actor.actor_id, "states", (), heading, heading.last) if heading else Attribution()
    relays = tuple(m.actor.actor_id for span in sentence.of("relay", "via") if (m := _after(span, found, RELAY)))
    cited = [m for span in sentence.of("relay", "from") if (m := _after(span, found, RELAY))]
    active = [
        span for span in sentence.of("speech") if not _is_passive(sentence, span) and not _by_the_way(sentence, span)
    ]
    spoken = [(m, span) for span in active if (m := _before(sentence, span, found))]
    spoken += [(m, span) for span in sentence.of("said_by") if (m := _told_by(sentence, span, found))]
    spoken += [(m, span) for span in sentence.of("reckoning") if (m := _reckons(sentence, span, found))]
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
    if not spoken and (heading := _heading(sentence, found)):
        return Attribution(heading.actor.actor_id, "states", relays, heading, heading.last)
    if not spoken and (somebody := _somebody(sentence, memory)):
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
        if back and (who := memory.speaker or memory.person):
            assertion = back[0].cue.value if back[0].cue.category == "speech" else "states"
            return Attribution(who.actor_id, assertion, relays, Mention(who, -2, -1), back[0].last)
        return Attribution(relayed_via=relays)
    mention, span = min(spoken, key=lambda each: (each[1].cue.value == "states", each[1].first))
    return Attribution(mention.actor.actor_id, span.cue.value, relays, mention, max(span.last, mention.last))


def _of_officials(sentence: Sentence, found: list[Mention], memory: Memory) -> str:
    """Return whose officials speak: those of the country that all is about, but not of one that attacks another.

    "Israeli strikes killed ten in Sidon, officials said": those of the land that is struck.
    """
    whose = [m for m in found if m.actor.actor_id == memory.focus and sentence.of("outcome")]
    if not any(sentence.at(c, m.last) or sentence.before(c, m.first) for m in whose for c in ATTACKS):
        return memory.focus
    return memory.ground if memory.ground not in ("", memory.focus) else ANONYMOUS


def _is_passive(sentence: Sentence, span: Span) -> bool:
    """Tell whether a verb of saying is a passive, "were reported", of which who stands before is not the speaker."""
    return any(each.cue.value == "be" for each in sentence.before("aux", span.first))


def _by_the_way(sentence: Sentence, span: Span) -> bool:
    """Tell whether a verb of saying ends a clause told by the way, and says nothing itself: ", which both claim."."""
    starts = [each.first for each in sentence.of("relative") if each.last <= span.first]
    read = sentence.tokens
    if starts and 0 < span.first - starts[-1] <= INSIDE and starts[-1] > 0 and read[starts[-1] - 1].text.isalpha():
        return starts[-1] + 1 != span.first  # "a boy who witnesses said was watching"; "the man who said"
    ends = span.last >= len(read) or read[span.last].text in ".,;"
    inside = bool(starts) and not any(read[at].text == "," for at in range(starts[-1], span.first))
    return inside and ends and starts[-1] > 0 and read[starts[-1] - 1].text == ","


def _heading(sentence: Sentence, found: list[Mention]) -> Mention | None:
    """Return who stands before a colon at the beginning: "Zelensky: 31,000 soldiers killed"."""
    read = sentence.tokens
    colon = next((at for at in range(min(len(read), HEADING)) if read[at].text == ":"), 0)
    before = [m for m in found if m.last <= colon and m.actor.type in ("person", "organisation")]
    first = before[0] if before else None
    return first if first and first.first <= OPENS and not sentence.preceded(first.first, *OBLIQUE) else None


def _somebody(sentence: Sentence, memory: Memory) -> Attribution | None:
    """Return the attribution to somebody without a name: "a health worker told the agency", "residents said".

    Who serves, "an army officer", speaks for the state that the article is about.
    """
    for span in sentence.of("speech"):
        if _by_the_way(sentence, span):
            continue
        near = range(max(0, span.first - NAMELESS), span.first)
        people = [each for c in NAMELESS_PEOPLE for each in sentence.of(c) if each.last - 1 in near]
        one = [
            each for each in sentence.of("single") if people and each.first in near and each.last <= people[-1].first
        ]
        counted = people and any(sentence.before(c, people[-1].first) for c in ("number.add", "number.times"))
        begin = one[-1].last if one else span.first
        if any(
            sentence.tokens[at].text == "," or sentence.tokens[at].text.isdecimal() for at in range(begin, span.first)
        ):
            continue
        if one or (
            people and people[-1].last == span.first and not counted and people[-1].first - 1 not in sentence.figures
        ):
            serves = any(each.first in near for each in sentence.of("body"))
            titled = any(each.first in near for each in sentence.of("title"))
            if serves and memory.focus and one:
                return Attribution(memory.focus, span.cue.value, (), None, span.last)
            if not serves and not titled:
                return Attribution(ANONYMOUS, span.cue.value, (), None, span.last)
    for span in sentence.of("said_by"):
        first = next((each.last for each in sentence.of("single") if each.first == span.last), span.last)
        if sentence.at("witness", first):
            return Attribution(ANONYMOUS, span.cue.value, (), None, span.last)
    return None


def _subject_of(sentence: Sentence, found: list[Mention], said: Span) -> Mention | None:
    """Return who "it" is that speaks later in a sentence: the group that the sentence began with."""
    its = [each for each in sentence.of("third", "it") if 0 <= said.first - each.last <= 2]
    before = [m for m in found if its and m.last <= its[-1].first and m.actor.type in ("armed_group", "organisation")]
    return before[0] if before and before[0].first <= OPENS and said.cue.category == "speech" else None


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


def _reckons(sentence: Sentence, span: Span, found: list[Mention]) -> Mention | None:
    """Return by whose count something is told: "by Moscow's account", "by the military's own count"."""
    before = [m for m in found if 0 <= span.first - m.last <= RECKONS]
    return before[-1] if before and sentence.preceded(before[-1].first, "by") else None


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


def _before(sentence: Sentence, span: Span, found: list[Mention]) -> Mention | None:
    """Return who speaks: the name of the same clause nearest before the verb."""
    starts = [each.last for each in sentence.of("clause") if each.last <= span.first]
    begin = max(starts, default=0)
    before = [m for m in found if begin <= m.first and m.last <= span.first]
    commas = [at for at in range(begin, span.first) if sentence.tokens[at].text == ","]
    if commas and commas[-1] == span.first - 1 and len(commas) > 1:
        # "X, a rights group based in Y, puts": who stands before the first comma
        heads = [m for m in before if m.last in commas and not sentence.preceded(m.first, *OBLIQUE)]
        if heads:
            return heads[-1] if heads[-1].last != commas[-1] or len(heads) == 1 else heads[0]
    elif commas and span.first - commas[-1] <= TRAILING and _ends(sentence, span):
        before = [m for m in before if m.first > commas[-1]]  # "…, the health ministry in Y said"
    near = [m for m in before if span.first - m.last <= BEFORE]
    offices = {each.last for each in sentence.of("title")}
    for m in near:  # "a spokeswoman for the mission said"
        if m.last == span.first and any(
            each.first in offices for c in ("about", "of") for each in sentence.before(c, m.first)
        ):
            return m
    if near and near[-1].last == span.first and sentence.before("body_office", span.first):
        return near[-1]  # "a police spokesman said"
    nameless = [*sentence.of("body", CABINET), *sentence.of("title"), *sentence.of("pronoun")]
    if any(each.last == span.first and not any(m.last >= each.last for m in near) for each in nameless):
        titles = {each.first for each in sentence.of("title") if each.last == span.first}
        states = [m for m in near if m.actor.type == "state" and {m.last, m.last + 2} & titles]
        bodies = [m for m in near if m.actor.type == "organisation" and m.last in titles]
        if bodies:
            return bodies[-1]  # "an interior ministry spokesman said"
        if states and (states[0].last in titles or _possessor(sentence, states[0])):
            return states[0]  # "Ukraine's defence minister said"
        return None  # "officials said", "a spokesman said", "the ministry said": nobody that is named here
    free = [m for m in before if not sentence.preceded(m.first, *OBLIQUE)]
    close = [m for m in free if m in near]
    if close:
        return close[-1]
    if free and near:
        return free[0]
    told = [m for m in near if _possessor(sentence, m) or not sentence.preceded(m.first, "where")]  # no place speaks
    if told:
        return told[-1]
    # "The RSF, which have held most of the region since 2023, claimed …"
    return free[0] if free and free[0].first - begin <= OPENS else None


def _ends(sentence: Sentence, span: Span) -> bool:
    """Tell whether a verb of saying closes what is told before: nothing follows but when and where it was said."""
    light = {
        at
        for c in ("weekday", "date", "day", "month", "where", "article", "speech", "said_by", "span")
        for s in sentence.of(c)
        for at in range(s.first, s.last)
    }
    rest = range(span.last, min(span.last + 4, len(sentence.tokens)))
    return all(
        at in light or not sentence.tokens[at].text.isalpha() or sentence.tokens[at].text[0].isupper() for at in rest
    )


def _possessor(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a name is in the possessive: "Moscow's claim that …"."""
    return any(token.text in "'’" for token in sentence.tokens[mention.last : mention.last + 1])


def _told_by(sentence: Sentence, span: Span, found: list[Mention]) -> Mention | None:
    """Return who is named after a word of saying: near it, or behind the title ("kata Wakil Menteri Luar Negeri X")."""
    ends = span.last < len(sentence.tokens) and sentence.tokens[span.last].text in ":,;"
    if ends or sentence.at("pronoun", span.last):
        return None  # "the ministry said: 36 in northern Iraq"; "menurut komando itu"
    if sentence.at("speech", span.first) and span.first and sentence.tokens[span.first - 1].text[-1].isalnum():
        return None  # "the minister said Russia had 1,000 soldiers there": who speaks stands before
    following = [mention for mention in found if mention.first >= span.last]
    if not following:
        return None
    mention = following[0]
    titles = [s for s in sentence.of("title") if span.last <= s.first < mention.first]
    nobody = [s for c in ("unit_one", "single") for s in sentence.of(c) if span.last <= s.first < mention.first]
    # "sumber Korea Selatan" is that state's, "saksi mata kepada Reuters" nobody's
    nobody += [s for s in sentence.of("witness") if span.last <= s.first and s.last + 2 < mention.first]
    if nobody and not titles and nobody[-1].last != mention.first:
        return None  # "said a resident to the agency"
    if titles and any(m.first == mention.last and m.actor.type == "person" for m in following):
        mention = following[1]  # "kata juru bicara Dewan Keamanan Nasional John Kirby"
    small = {at for s in titles for at in range(s.first, s.last)}
    office = range(span.last, mention.first)
    named = all(at in small or sentence.tokens[at].text[0].isupper() for at in office)
    return mention if len(office) <= AFTER or (len(office) <= TITLE and named) else None


def _after(span: Span, found: list[Mention], reach: int) -> Mention | None:
    near = [mention for mention in found if span.last <= mention.first <= span.last + reach]
    return near[0] if near else None
