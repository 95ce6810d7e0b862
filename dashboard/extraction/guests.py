"""Who is meant where people meet: offices that point back, surnames, names that nobody introduced. Knows no language.

A sentence that tells of a meeting names people whom it would be rash to see elsewhere. Whoever is met is somebody, so a
name right after "met with" is a person even without a title; "the prime minister" is whoever was introduced as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.facts import Actor, slug

from .bystanders import offices_until
from .casing import is_headline, is_shouted
from .counterparts import counterparts
from .epithets import by_kind, guests_and_hosts, only_one_of, person_of, with_natives
from .gazetteer import towns
from .listing import verb_from
from .memory import Mention
from .naming import as_written, of_a_name
from .people import strangers
from .reading import Reading
from .standing import office_of, with_offices
from .surnames import by_surname
from .text import Sentence, fold, tokens

CUES = ("meeting", "meeting_with", "visiting", "invitation", "anaphora", "receiver", "guest", "guest_of", "summit_of")
TOLD = 4  # tokens between a verb of meeting and "with", between which only days and adverbs stand
LONGEST, CAPITALS = 8, 4  # tokens of a name, and words with capitals in it
OFFICE_BEFORE = 9  # tokens of an office before a name: "the head of the mission in Libya, X Y"
OTHERWISE = ("where", "subordinate", "relative", "speech", "said_by", "clause", "meeting", "date")
NO_NAME = (
    "actor", "people_of", "place", "region", "office", "body", "unit", "month", "weekday", "title", "institution",
    "event", "forces", "summit_of", "third",
)  # fmt: skip


def with_guests(reading: Reading) -> Reading:
    """Return a reading of a sentence that tells of a meeting, with everybody named whom that makes somebody."""
    sentence = reading.sentence
    if not sentence.has(CUES):
        return reading
    sentence = with_offices(sentence, reading.lexicon)
    reading = replace(reading, sentence=sentence, mentions=[*reading.mentions, *strangers(sentence, reading.mentions)])
    reading.mentions.sort(key=lambda mention: mention.first)
    begun = {m.first for m in reading.mentions if m.actor.type == "person"}
    found = [_whole(sentence, m) for m in reading.mentions if not _names_a_thing(sentence, m)]
    found = [_known(reading, m) for m in found]
    found = [
        m for m in found if not (m.actor.type == "person" and m.last in begun)
    ]  # "Premier Li" in "Premier Li Peng"
    found = with_natives(reading, found)
    names = () if is_headline(sentence) else (_met, _meeting, _listed)
    taken = {at for m in found for at in range(m.first, m.last)}
    settled = False
    for rule in (by_surname, _governments, guests_and_hosts, counterparts, _offices, by_kind, _conjoined, *names):
        new = [_known(reading, m) for m in rule(reading, found) if taken.isdisjoint(range(m.first, m.last))]
        if settled and not new:
            continue
        settled = True
        for mention in new:
            reading.memory.note(mention.actor)
        found += new
        found.sort(key=lambda mention: mention.first)
        held = {(at, m.actor.parent) for m in new for at in (m.first, m.last) if rule in HOLDERS}
        found = [m for m in found if not {(m.first, m.actor.actor_id), (m.last, m.actor.actor_id)} & held]
        if own := {m.first for m in new if rule is _offices and not m.actor.parent}:  # "the Vietnamese party leader"
            found = [m for m in found if m.actor.type != "state" or m.last not in own]
        # "Premier Li" is nobody in "Premier Li Peng"
        begun = {m.first for m in found if m.actor.type == "person"}
        found = [m for m in found if not (m.actor.type == "person" and m.last in begun)]
        taken = {at for m in found for at in range(m.first, m.last)}
    return replace(reading, mentions=found)


def _names_a_thing(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a person's name only names an airport, a street, a university: "Reagan National Airport"."""
    if mention.actor.type != "person":
        return False
    read, last = sentence.tokens, mention.last
    while last < len(read) and (read[last].text[0].isupper() or read[last].text == "-"):
        if sentence.at("named_after", last):
            return True
        last += 1
    before = sentence.before("named_after", mention.first)
    return bool(before) and read[before[0].first].text[0].isupper()


def _whole(sentence: Sentence, mention: Mention) -> Mention:
    """Return who is named with a further name after one that is known: "Abbas Kamel" is not Mahmoud Abbas."""
    read, last = sentence.tokens, mention.last
    while mention.actor.type == "person" and sentence.at("particle", last) and of_a_name(sentence, mention.first, last):
        last += 1  # "Sheikh Tamim bin Hamad al-Thani"
        while last < len(read) and (read[last].text == "-" or of_a_name(sentence, mention.first, last)):
            last += 1
    if last > mention.last and read[last - 1].text[0].isupper():
        return replace(mention, last=last)
    last = mention.last
    goes_on = last < len(read) and read[last].text[0].isupper() and not any(s.first == last for s in sentence.spans)
    if mention.actor.type != "person" or last - mention.first > 1 or not goes_on or is_headline(sentence):
        return mention
    whole = _person(sentence, mention.first, {}, known=True)
    if whole is not None and fold(whole.actor.name).split()[-1] in fold(mention.actor.name).split():
        return replace(whole, actor=mention.actor)  # "Retno L.P. Marsudi"
    return whole or mention


def _known(reading: Reading, mention: Mention) -> Mention:
    """Return who is meant by a name with initials, or by a part of one told before: "John F. Kerry", "Al-Jaber"."""
    actor, listed = mention.actor, reading.lexicon.actors.actors
    above = listed.get(actor.parent)
    if actor.type == "organisation" and above is not None and above.type == "state":
        read = reading.sentence.tokens
        outer = (read[mention.first : mention.first + 1], read[mention.last - 1 : mention.last])
        # "the Ukrainian delegation" meets as its state
        whose = any(s.cue.category == "delegates" for word in outer for s in reading.lexicon.phrases.find(word))
        whose = whose or reading.sentence.at("delegates", mention.last)  # "Chinese military commanders"
        return replace(mention, actor=above) if whose else mention
    if actor.type != "person" or actor.actor_id in listed:
        return mention
    words = [token.folded for token in tokens(actor.name) if len(token.text) > 1]
    if (full := listed.get(slug(" ".join(words)))) is not None and full.type == "person":
        return replace(mention, actor=full)
    told = {who.actor_id: who for who in (*reading.memory.people, *(who for _office, who in reading.memory.offices))}
    whole = [who for who in told.values() if {*words} < {token.folded for token in tokens(who.name)}]
    return replace(mention, actor=whole[0]) if len(whole) == 1 else mention


def _governments(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the state for "the government", where no state stands beside it."""
    memory = reading.memory
    state = reading.lexicon.actors.actors.get(memory.home or memory.focus)
    for span in reading.sentence.of("government"):
        beside = [m for m in found if m.last == span.first or 0 <= m.first - span.last <= 1]
        if state is not None and not beside:
            yield Mention(state, span.first, span.last)


def _offices(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield who is named by an office alone: "the Chinese president", "sang presiden", "menteri itu"."""
    sentence = reading.sentence
    starts = {m.first for m in found}
    for span in (*sentence.of("title"), *sentence.of("epithet")):
        states = [m for m in found if m.actor.type == "state" and (m.last == span.first or m.first == span.last)]
        state = states[0] if states else None
        of = [m for m in found if sentence.at("of", span.last) and m.actor.type == "state" and m.first - span.last == 1]
        state = state or (of[0] if of else None)
        first, last = span.first, span.last
        if state is not None:
            first, last = min(first, state.first), max(last, state.last)
        if last in starts or (last < len(sentence.tokens) and _goes_on(sentence, last)):
            continue
        definite = sentence.before("article", first) or sentence.at("anaphora", last)
        capital = reading.lexicon.pack.noun_first and sentence.tokens[span.first].text[0].isupper()
        style = sentence.at("style", span.first)
        if not (definite or capital or style):
            continue
        whose = state.actor.actor_id if state else ""
        epithet = bool(whose) and sentence.at("epithet", span.first)
        actor = _holder(reading, office_of(sentence, span), whose)
        actor = actor or (reading.memory.theme if style else None)
        if actor := actor or (person_of(reading, whose, first) if epithet else None):
            yield Mention(actor, first if state is None or of else span.first, last if of else span.last)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether a title goes on after its last word, so that it is no office alone: "the president of the bank"."""
    read, word = sentence.tokens, sentence.tokens[at]
    known = any(span.first == at for span in sentence.spans)
    name = word.text[0].isupper() and not (known and is_shouted(sentence))
    apposed = word.text == "," and at + 1 < len(read) and read[at + 1].text[0].isupper() and not is_shouted(sentence)
    whose = word.text in "'’" and any(sentence.at("title", at + step) for step in (1, 2))  # "the president's envoy"
    return name or apposed or whose or sentence.at("of", at) or word.text == "-"


def _holder(reading: Reading, office: frozenset[str], state: str) -> Actor | None:
    """Return who was introduced with an office, and belongs to a state where that is told.

    Of several, the one of the state where all papers of the language are made, else the one introduced first.
    """
    ranks = {value for value in office if any(value == each.cue.value for each in reading.sentence.of("rank"))}
    words = office - ranks or office
    held = [(words <= known, actor) for known, actor in reading.memory.offices if words <= known or ranks & known]
    held = [(same, actor) for same, actor in held if not state or not actor.parent or actor.parent == state]
    home = reading.lexicon.pack.presses
    ours = [actor for _same, actor in held if actor.parent in home] if not state else []
    by_name = [actor for same, actor in held if same]
    named = next(iter([*ours, *by_name, *(actor for _same, actor in held)]), None)
    return named or (only_one_of(reading, state, ranks or office) if state else None)


def _conjoined(reading: Reading, _found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield whom a pronoun stands for that is one of a pair: "he and X signed", "X dan dia"."""
    named = [m for m in reading.mentions if m.actor.type == "person"]
    joints = reading.sentence.of("joint", "and")
    for span in reading.sentence.of("third", "he"):
        here = [m.actor for m in named if m.last <= span.first]
        theme = here[-1] if here else reading.memory.theme  # "X said that he and Y agreed"
        if theme and any(each.first == span.last for each in joints if reading.sentence.tokens[each.first].text != ","):
            yield Mention(theme, span.first, span.last)


def _met(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names right after a verb of meeting, or after its "with": whoever is met is somebody."""
    sentence = reading.sentence
    taken = {at: m.last for m in found for at in range(m.first, m.last)}
    cues = [span for c in ("meeting", "meeting_with", "visiting") for span in sentence.of(c)]
    direct = [span for span in cues if span.cue.value != "summit"]  # what is attended is nobody
    starts = {span.last for span in direct if not sentence.at("weak", span.first)}
    starts |= {span.last for span in direct if span.last in taken}  # "hosted X and Y Z", where X is known
    starts |= {span.last for span in sentence.of("led_by") if sentence.of("delegates")}
    hosts = [*sentence.of("receiver"), *sentence.of("guest")]  # "his host, X"
    starts |= {s.last + 1 for s in hosts if s.last < len(sentence.tokens) and sentence.tokens[s.last].text == ","}
    if sentence.of("last_one") and sentence.of("aim"):  # "the last leader to meet him was X"
        starts |= {span.last for span in sentence.of("aux") if span.first > sentence.of("last_one")[0].last}
    own = {
        m.last
        for m in found
        if m.actor.type == "person" and any(sentence.before("gathering", at) for at in _offices_before(sentence, m))
    }
    starts |= {span.last for span in sentence.of("joint", "with") if span.first in own}  # "pertemuan X dengan Y"
    for span in sentence.of("joint", "with"):
        if any(0 <= span.first - start <= TOLD and _only_when(reading, start, span.first) for start in starts):
            starts.add(span.last)
    for at in sorted(starts):
        while at < len(sentence.tokens):
            if at in taken:
                last = taken[at]
            elif person := _person(sentence, at, taken) or _introduced(sentence, at, taken):
                yield person
                last = person.last
            else:
                break
            joints = [span for span in sentence.of("joint", "and") if span.first == last]
            if not joints:
                break
            at = joints[0].last
            if sentence.tokens[joints[0].first].text == "," and at not in taken:
                break  # "met X, Y officials said"


def _offices_before(sentence: Sentence, mention: Mention) -> tuple[int, ...]:
    """Return where a name begins, and where the office before it does."""
    return (mention.first, *(title.first for title in sentence.before("title", mention.first)))


def _listed(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names that go on a list that begins with a person: "met X, Y Z and V W", up to the one after "and"."""
    sentence, taken = reading.sentence, {at: m.last for m in found for at in range(m.first, m.last)}
    joints = {span.first: span.last for span in sentence.of("joint", "and")}
    offices = {offices_until(reading, m) for m in found if m.actor.type == "state"}
    ends = [m.last for m in found if m.actor.type == "person"]
    for at in (
        *(at - 1 for at in sorted(offices - {0})),
        *ends,
    ):  # from the comma after "the leaders of Peru and Chile"
        chain, whole = list[Mention](), 0
        while at in joints:
            comma = sentence.tokens[at].text == ","
            at = joints[at]
            if comma and at in joints:
                comma, at = False, joints[at]
            if at in taken:
                whole = len(chain)  # "X Y, V W and Z", of whom Z is known
                break
            if (person := _person(sentence, at, taken)) is None:
                break
            chain.append(person)
            at, whole = person.last, whole if comma else len(chain)
        yield from chain[:whole]


def _introduced(sentence: Sentence, at: int, taken: dict[int, int]) -> Mention | None:
    """Return whose name follows an office after a comma: "met the new head of the mission, X Y, on Monday"."""
    read = sentence.tokens
    comma = next((each for each in range(at, min(at + OFFICE_BEFORE, len(read))) if read[each].text == ","), 0)
    titles = [span for span in sentence.of("title") if at <= span.first and span.last <= comma]
    if not comma or not titles or any(s.first in range(at, comma) for c in OTHERWISE for s in sentence.of(c)):
        return None
    return _person(sentence, comma + 1, taken)


def _only_when(reading: Reading, first: int, last: int) -> bool:
    """Tell whether nothing but days and adverbs stands between two tokens: "late Tuesday"."""
    return all(
        token.text.isalpha() and (token.text[0].islower() or reading.sentence.at("weekday", at))
        for at, token in enumerate(reading.sentence.tokens[first:last], start=first)
    )


def _meeting(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the name that begins a clause right before a verb of meeting, where somebody else is met by name."""
    sentence = reading.sentence
    taken = {at: m.last for m in found for at in range(m.first, m.last)}
    for span in sentence.of("meeting"):
        him = sentence.at("object", span.last)
        if not him and not any(m.actor.type == "person" and m.first >= span.last for m in found):
            continue
        first = last = verb_from(sentence, span.first)
        while first > 0 and first - 1 not in taken and last - first < LONGEST and of_a_name(sentence, 0, first - 1):
            first -= 1
        begins = first == 0 or any(sentence.before(c, first) for c in ("clause", "subordinate", "that"))
        if begins and (person := _person(sentence, first, taken)) and person.last == last:
            yield person


def _person(sentence: Sentence, first: int, taken: dict[int, int], *, known: bool = False) -> Mention | None:
    """Return the person whose name begins at a token: two to four capitalised words that name nothing else."""
    read, last = sentence.tokens, first
    while last < len(read) and last not in taken and last - first <= LONGEST and of_a_name(sentence, first, last):
        last += 1
    words = [token.text for token in read[first:last]]
    capitals = [word for word in words if word[0].isupper()]
    if not 2 <= len(capitals) <= CAPITALS or len(words) > LONGEST or words[-1] == "-" or last in taken:
        return None
    if all(word.isupper() for word in capitals) or any(word.isupper() and len(word) > 2 for word in capitals):
        return None
    begins = first + 1 if known else first
    if any(begins <= span.first < last or begins < span.last <= last for c in NO_NAME for span in sentence.of(c)):
        return None
    name = as_written(words)
    if fold(name) in towns() or (fold(words[0]) in towns() and fold(words[-1]) in towns()):
        return None
    return Mention(Actor(actor_id=slug(name), name=name, type="person"), first, last)


HOLDERS = (counterparts, _offices)  # what stands for whoever holds an office of a state
