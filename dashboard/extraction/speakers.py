"""Who is named beside a word of saying: before it, after it, in a heading, as whoever counts. Knows no language."""

from __future__ import annotations

from .bodies import ATTACKS, CABINET
from .casing import is_shouted
from .memory import Mention
from .office_first import after_office
from .text import Sentence, Span

OBLIQUE = ("where", "be_in", "border", "of", "by", "against", "about")  # what stands after such a word does not speak
ASIDES = ("in_which", "subordinate", "to_whom", "duration")  # begin when, to whom or in what somebody speaks
HEADING = 14  # tokens at the beginning within which a colon ends who speaks
TITLE = 10  # tokens of an office before a name
TRAILING = 12  # tokens between the last comma and a verb of saying that ends a sentence
RECKONS = 3  # tokens between whoever counts and the word for the count
OPENS = 6  # tokens from the beginning of a clause within which its subject stands
ENDS_QUOTE = (",", '"', "”", "'", "’")  # what stands before a verb of saying that ends what was said
NAMES = ("'", "’", "s", "-")  # what may stand between the parts of a name
BEFORE, AFTER = 10, 4  # tokens between a verb of saying and the name that belongs to it


def named_before(sentence: Sentence, span: Span, found: list[Mention]) -> Mention | None:
    """Return who speaks: the name of the same clause nearest before the verb."""
    inset = _more_told(sentence, span)
    if inset and (head := next((m for m in found if m.last == inset[0] - 1), None)):
        return head
    found = [m for m in found if m.first not in inset]
    starts = [each.last for each in sentence.of("clause") if each.last <= span.first]
    begin = max(starts, default=0)
    before = [
        m for m in found if begin <= m.first and m.last <= span.first and not _in_apposition(sentence, m, found, span)
    ]
    if joint := second_verb(sentence, span):
        own = [m for m in found if m.last <= joint and not _in_apposition(sentence, m, found, span)]
        return _subject(sentence, own, begin, joint)
    if head := _before_aside(sentence, before, begin, span):
        return head
    commas = [at for at in range(begin, span.first) if sentence.tokens[at].text == ","]
    if commas and commas[-1] == span.first - 1 and len(commas) > 1:
        # "X, a rights group based in Y, puts": who stands before the first comma
        heads = [m for m in before if m.last in commas and not sentence.preceded(m.first, *OBLIQUE)]
        if heads:
            return heads[-1] if heads[-1].last != commas[-1] or len(heads) == 1 else heads[0]
    elif commas and span.first - commas[-1] <= TRAILING and closes(sentence, span):
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
        bodies = [m for m in near if m.actor.type == "organisation" and {m.last, m.last + 2} & titles]
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
    free = [m for m in free if not any(sentence.at(c, m.last) for c in ATTACKS)]  # no strike of a state's speaks
    return free[0] if free and free[0].first - begin <= OPENS else None


def second_verb(sentence: Sentence, span: Span) -> int:
    """Return where a verb of saying is joined to another whose subject it has too, "X thanked Y and said"; else 0."""
    begins = span.first
    while any(spans := [s for c in ("adverb", "have") for s in sentence.before(c, begins)]):
        begins = spans[0].first
    ands = [s.first for s in sentence.before("joint", begins) if s.cue.value == "and"]
    return next((at for at in ands if sentence.tokens[at].text.isalpha()), 0)


def _subject(sentence: Sentence, before: list[Mention], begin: int, joint: int) -> Mention | None:
    """Return who a clause begins with, whatever names stand behind its first verb: "Kyiv's envoy X thanked Y and"."""
    read = sentence.tokens
    small = {at for c in ("title", "article") for s in sentence.of(c) for at in range(s.first, s.last)}
    marks = [at + 1 for at in range(joint) if read[at].text in ",:"]
    shouted = is_shouted(sentence)  # so that capitals mark no name

    def leads(first: int, last: int) -> bool:
        """Tell whether only offices and names stand between two tokens."""
        gap = (at for at in range(first, last) if at not in small and read[at].text not in NAMES)
        return all(read[at].text[0].isupper() and not shouted for at in gap)

    subject = None
    for start in (*reversed(marks), begin, 0):
        for m in before:
            if m.first >= start and leads(subject.last if subject else start, m.first):
                subject = m
        if subject:
            break
    return subject


def _before_aside(sentence: Sentence, before: list[Mention], begin: int, span: Span) -> Mention | None:
    """Return who a clause begins with, if when or to whom follows before the verb: "X saat bertemu Y mengatakan"."""
    subject = _subject(sentence, before, begin, span.first)
    if subject is None or not any(sentence.at(c, subject.last) for c in ASIDES):
        return None
    gap = range(subject.last, span.first)
    own = [m for m in before if m.last == span.first and sentence.before("subordinate", m.first)]  # "setelah Y berkata"
    return None if own or any(sentence.tokens[at].text == "," for at in gap) else subject


def _more_told(sentence: Sentence, span: Span) -> range:
    """Return the relative clause between who speaks and the verb of saying: "The ministry, which runs X, said"."""
    read, end = sentence.tokens, span.first - 1
    if end < 1 or read[end].text != ",":
        return range(0)
    begins = [s for s in sentence.of("relative") if s.last <= end and s.first and read[s.first - 1].text == ","]
    if not begins or any(read[at].text == "," for at in range(begins[-1].last, end)):
        return range(0)
    return range(begins[-1].first, end)


def _in_apposition(sentence: Sentence, mention: Mention, found: list[Mention], said: Span) -> bool:
    """Tell whether a name only says what another one is that stands before it: "JNIM, an al-Qaeda affiliate, said"."""
    read, last = sentence.tokens, mention.last
    closed = any(read[at].text == "," for at in range(last, said.first))
    noun = closed and read[last].text.islower()
    commas = [each.first - 1 for each in sentence.before("article", mention.first) if each.first] if noun else []
    return any(read[at].text == "," and any(m.last == at for m in found) for at in commas)


def closes(sentence: Sentence, span: Span) -> bool:
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


def named_after(sentence: Sentence, span: Span, found: list[Mention]) -> Mention | None:
    """Return who is named after a word of saying: near it, or behind the title ("kata Wakil Menteri Luar Negeri X")."""
    ends = span.last < len(sentence.tokens) and sentence.tokens[span.last].text in ":,;"
    its = {s.last for s in sentence.of("pronoun") if s.first == span.last}
    if ends or (its and not any(at < len(sentence.tokens) and sentence.tokens[at].text in "'’" for at in its)):
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
    to = {s.last for s in sentence.of("to_whom")}
    away = [s for s in sentence.of("witness") if span.last <= s.first < mention.first]
    nobody += [s for s in away if s.last + 2 < mention.first or mention.first in to]
    titles = [s for s in titles if mention.first not in to or all(s.first != each.first for each in away)]
    if nobody and not titles and nobody[-1].last != mention.first:
        return None  # "said a resident to the agency"
    if titles and any(m.first == mention.last and m.actor.type == "person" for m in following):
        mention = following[1]  # "kata juru bicara Dewan Keamanan Nasional John Kirby"
    read, comma = sentence.tokens, after_office(sentence, span)
    if apposed := next((m for m in following if comma and m.first == comma + 1 and m.actor.type == "person"), None):
        return apposed
    small = {at for s in titles for at in range(s.first, s.last)}
    office = range(span.last, mention.first)
    # "spokesman Brig. Gen. X", "Kapendam XVII/Cenderawasih X"
    small |= {at for at in office if not sentence.tokens[at].text.isalpha() and sentence.tokens[at].text != ","}
    owner = next((at for at in office if at in (span.last + 1, span.last + 2) and read[at].text in "'’"), 0)
    small |= set(range(span.last, owner + 2)) if titles and owner else set()  # "said the group's spokesman X"
    named = all(at in small or sentence.tokens[at].text[0].isupper() for at in office)
    return mention if len(office) <= AFTER or (len(office) <= TITLE and named) else None


def next_named(sentence: Sentence, span: Span, found: list[Mention], reach: int) -> Mention | None:
    """Return the first name within so many tokens after a word, before what is counted: not "quoted it: 600 X"."""
    near = [mention for mention in found if span.last <= mention.first <= span.last + reach]
    gap = range(span.last, near[0].first) if near else range(0)
    counts = any(sentence.tokens[at].text[0].isdigit() or sentence.at("number.add", at) for at in gap)
    return near[0] if near and not counts else None


def in_heading(sentence: Sentence, found: list[Mention]) -> Mention | None:
    """Return who stands before a colon at the beginning: "Zelensky: 31,000 soldiers killed"."""
    read = sentence.tokens
    colon = next((at for at in range(min(len(read), HEADING)) if read[at].text == ":"), 0)
    before = [m for m in found if m.last <= colon and m.actor.type in ("person", "organisation")]
    first = before[0] if before else None
    return first if first and first.first <= OPENS and not sentence.preceded(first.first, *OBLIQUE) else None


def who_reckons(sentence: Sentence, span: Span, found: list[Mention]) -> Mention | None:
    """Return by whose count something is told: "by Moscow's account", "by the military's own count"."""
    before = [m for m in found if 0 <= span.first - m.last <= RECKONS]
    return before[-1] if before and sentence.preceded(before[-1].first, "by") else None
