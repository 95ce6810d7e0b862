"""Who is meant where no name stands: "he", "the two", "him", "politikus itu", who is named later. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.facts import Actor

from .listing import FROM, PAIR, REACH, is_light, leads_to, verb_from
from .memory import Mention
from .reading import Reading
from .text import Span

SAID = 5  # tokens between "according to" and the name
JUST = 3  # sentences within which "their meeting" is that of those who met last
SIDES = ("state", "armed_group")
FRONT = 5  # tokens before the word that opens a clause: "Less than a month after"
CLAUSES = ("after", "before", "start")  # what may open one with a verb
MANY = {"three": 3, "four": 4}  # "the trio", "the quartet"


def pronoun(reading: Reading, span: Span) -> bool:
    """Tell whether a pronoun stands before a verb, or in a noun of meeting: "he is to meet X", "lawatannya"."""
    if any(0 <= span.first - each.last <= REACH for each in reading.sentence.of("third")):
        return True
    nouns = [*reading.sentence.of("gathering"), span] if reading.lexicon.pack.possessives else []
    nouns = [s for s in nouns if s.first <= span.first and reading.sentence.at("gathering", s.first)]
    return any(reading.suffixed(s.last - 1) for s in nouns)


def epithet(reading: Reading, span: Span) -> bool:
    """Tell whether a noun that points back is what a verb is about: "politikus itu menemui X"."""
    nouns = {each.last for each in reading.sentence.of("meeting")}
    back = [s for s in reading.sentence.of("anaphora", "that") if s.first not in nouns]
    return any(0 <= span.first - each.last <= FROM for each in back) and not pronoun(reading, span)


def both(reading: Reading, span: Span, reach: int = REACH) -> Sequence[Actor]:
    """Return "the two" told of before, whom a verb of meeting is about: two people, or "the two sides"."""
    near = [each for each in reading.sentence.of("both") if span.distance(each) <= reach]
    near = [each for each in near if each.first - span.last < PAIR]  # "the meeting of both leaders"
    if not reading.sentence.at("gathering", span.first):  # "rang both premiers"
        near = [each for each in near if each.first < span.last]
    at = verb_from(reading.sentence, span.first)
    near = [s for s in near if s.cue.value != "they" or s.last == at or (s.last <= span.first and reach == REACH)]
    near = [s for s in near if s.cue.value != "they" or not _of_a_group(reading, s)]
    if any(each.cue.value == "sides" for each in near):
        return reading.memory.two_sides
    read = reading.sentence.tokens
    twos = [each.last for each in reading.numbers if each.best == PAIR and 0 <= span.first - each.last <= FROM]
    two = any(read[at].text != "-" and not reading.sentence.at("time_unit", at) for at in twos)  # "the two met"
    if not near and not (two and reach == REACH):
        return ()
    count = next((MANY[s.cue.value] for s in near if s.cue.value in MANY), PAIR)
    here = _pair_here(reading, max([each.first for each in near], default=span.first)) if count == PAIR else ()
    told = here or _together(reading, span, count)
    they = bool(near) and all(each.cue.value == "they" for each in near)
    return () if they and not here and _others_since(reading, told) else told


def _others_since(reading: Reading, told: Sequence[Actor]) -> bool:
    """Tell whether others have met since and somebody else is told of last, so that "they" are none of these."""
    memory, known = reading.memory, {actor.actor_id for actor in told}
    another = memory.alone is not None and memory.alone.actor_id not in known
    return another and memory.place - memory.alone_at <= 1 and not set(memory.participants) & known


def _of_a_group(reading: Reading, they: Span) -> bool:
    """Tell whether "they" are a group or a state that a sentence is about: "The Taliban denied that they would"."""
    before = [m for m in reading.mentions if m.last <= they.first]
    return bool(before) and all(m.actor.type in SIDES for m in before) and len({m.actor.actor_id for m in before}) == 1


def _pair_here(reading: Reading, at: int) -> tuple[Actor, ...]:
    """Return the two people named before "the two" in a sentence: "X warned Y when they met", no mere speaker of it."""
    named = {m.actor.actor_id: m for m in reading.mentions if m.actor.type == "person" and m.last <= at}
    theme = reading.memory.theme
    if len(named) == 1 and theme is not None and theme.actor_id not in named:
        # "X waited for him, and the two embraced"
        told = [*reading.sentence.of("object", "him"), *reading.sentence.of("third", "he")]
        if any(each.last <= at for each in told):
            return (theme, *(m.actor for m in named.values()))
    known = {actor.actor_id for group in [*reading.memory.together][:1] for actor in group[:PAIR]}
    foreign = reading.attribution.mention in named.values() and len(known & set(named)) == 1
    return tuple(m.actor for m in named.values()) if len(named) == PAIR and not foreign else ()


def _together(reading: Reading, span: Span, count: int, *, fitting: bool = True) -> Sequence[Actor]:
    """Return so many who were last told of together; if possible with whoever the sentence has named before a verb."""
    said = reading.attribution.mention
    named = (m for m in reading.mentions if m.last <= span.first and m.actor.type == "person" and m != said)
    here = {m.actor.actor_id for m in named}
    groups = [group for group in reading.memory.together if len(group) >= count]
    ids = [(group, {actor.actor_id for actor in group[:count]}) for group in groups]
    first = [group for group, who in ids if (here <= who if fitting else not here & who)]
    return next(iter([*first, *(groups if fitting else ())]), ())[:count]


def theirs(reading: Reading, span: Span) -> Sequence[Actor]:
    """Return the two who have just met, whose a further meeting is: "their previous conversation, on 4 June"."""
    memory, sentence = reading.memory, reading.sentence
    their = [s for s in sentence.of("possessive", "of") if 0 <= span.first - s.last <= FROM]
    told = memory.place - memory.participants_at <= JUST
    if not their or not told or not sentence.at("gathering", span.first):
        return ()
    dated = bool(reading.when_told) or any(reading.places.where((0, len(sentence.tokens))))
    pair = _together(reading, span, PAIR) if dated else ()
    return pair if {actor.actor_id for actor in pair} == set(memory.participants) else ()


def him(reading: Reading, span: Span) -> bool:
    """Tell whether a pronoun stands for who is met: "received him", "will meet with her on Monday", not "her son"."""
    if clings(reading, span):
        return True
    read = reading.sentence.tokens
    starts = (span.last, *(each.last for each in reading.sentence.of("joint", "with") if each.first == span.last))
    if reading.sentence.at("object", span.first):
        return True  # "gave a dinner in his honour"
    for each in reading.sentence.of("object", "him"):
        free = each.last >= len(read) or not read[each.last].text.isalpha()
        if each.first in starts and (free or any(s.first == each.last for s in reading.sentence.spans)):
            return True
    return False


def stood_for(reading: Reading, at: int, others: Sequence[Actor]) -> Actor | None:
    """Return whom a pronoun or "his guest" stands for: who was told of before a token, and is none of the others."""
    here = [m.actor for m in reading.mentions if m.last <= at and m.actor.type == "person"]
    ids = {actor.actor_id for actor in others}
    groups = (group for group in reading.memory.together if ids & {actor.actor_id for actor in group})
    partners = next(groups, ())  # who was told of together with the others
    he = any(each.last <= at for each in reading.sentence.of("third", "he"))  # "he met X, and Y hosted him"
    first = (reading.memory.theme, *here) if he else (*here, reading.memory.theme)
    told = (*first, *partners, *reversed(reading.memory.people))
    return next((actor for actor in told if actor and actor not in others), None)


def them(reading: Reading, span: Span) -> Sequence[Actor]:
    """Return who are met where a plural stands for those told of together: "rang both premiers", "phoned them"."""
    sentence = reading.sentence
    if sentence.at("weak", span.first) and not sentence.of("weak", "close"):
        return ()  # "was invited to join them"
    starts = (span.last, *(each.last for each in sentence.of("joint", "with") if each.first == span.last))
    plural = [each for each in sentence.of("object", "them") if each.first in starts]
    plural += [each for each in sentence.of("both", "both") if each.first in starts]
    return _together(reading, span, PAIR, fitting=False) if plural else ()


def whom(reading: Reading, span: Span) -> tuple[Actor, Actor] | None:
    """Return who met whom in a clause that says who somebody is: "X rang Y, whom he had hosted in Z"."""
    sentence, starts = reading.sentence, reading.sentence.of("whom")
    if not starts or starts[0].last > span.first:
        return None
    at = verb_from(sentence, span.first)
    people = [m for m in reading.mentions if m.actor.type == "person"]
    for each in starts:
        other = next((m for m in people if m.last in (each.first, each.first - 1)), None)
        named = [m.actor for m in people if m.first >= each.last and m.last == at]
        he = each.last <= at - 1 and bool(sentence.before("third", at))
        told = [m.actor for m in people if m.last <= each.first and m != other]
        theme = told[0] if told else reading.memory.theme
        doer = named[0] if named else theme if he else None
        if other is not None and doer is not None and doer != other.actor:
            return doer, other.actor
    return None


def each_other(reading: Reading, span: Span) -> bool:
    """Tell whether those before a verb did it to each other: "the two last saw each other in May"."""
    sentence = reading.sentence
    if any(each.first == span.last for each in sentence.of("object", "other")):
        return True
    # "and the pair embraced."
    free = sentence.tokens[span.last].text in ".,;" if span.last < len(sentence.tokens) else True
    free = free or any(sentence.at(c, span.last) for c in ("where", "date", "subordinate", "day"))
    return free and sentence.at("mutual", span.first)


def clings(reading: Reading, span: Span) -> bool:
    """Tell whether a verb of meeting carries who is met as its ending: "menyambutnya", not "pertemuannya"."""
    return reading.suffixed(span.last - 1) and not reading.sentence.at("gathering", span.first)


def opening(reading: Reading, span: Span) -> int:
    """Return the comma that ends a clause that a verb of meeting opens: "After meeting X in Y, Z flew home"; else 0.

    So do "Standing beside X in Y, Z said" and "Hours before he was to fly to Y to see X, Z said".
    """
    sentence, read = reading.sentence, reading.sentence.tokens
    named = {at for m in reading.mentions for at in range(m.first, m.last)}
    met = [m for m in reading.mentions if m.actor.type == "person" and m.first >= span.last][:1]
    direct = bool(met) and all(read[at].text != "," for at in range(span.last, met[0].first))
    opens = sentence.at("fronted", 0) and span.first == 0
    for front in _fronts(reading):
        gap = range(front.last, span.first)
        near = 0 <= span.first - front.last <= PAIR and not named & set(gap)
        opens = opens or near or (direct and 0 < len(gap) <= REACH + PAIR and _leads_on(reading, front, gap))
    commas = [at for at in range(met[0].last if met else 0, len(read)) if opens and met and read[at].text == ","]
    # "After meeting X in Y, Monday (10/3), Z said": a day stands aside
    gap = range(commas[0] + 1, commas[1]) if len(commas) > 1 else range(0)
    dated = any(when.first in gap for when in reading.when_told)
    aside = dated and all(is_light(reading, range(at, at + 1)) for at in gap if read[at].text.isalpha())
    return commas[1] if aside else next(iter(commas), 0)


def _fronts(reading: Reading) -> Iterator[Span]:
    """Yield the word that opens a sentence with a clause, behind a span of time at most: "Two days before"."""
    sentence, named = reading.sentence, min((m.first for m in reading.mentions), default=len(reading.sentence.tokens))
    for category in ("subordinate", "date", "where", "duration", "ahead_of"):  # "after", "following", "at", "in"
        for span in sentence.of(category):
            if span.first == 0:
                yield span
            elif span.first <= min(FRONT, named) and category in ("subordinate", "date") and span.cue.value in CLAUSES:
                before = sentence.tokens[1 : span.first]
                small = all(token.text.islower() or token.text.isdecimal() for token in before)
                if small and not sentence.at("relative", span.first):
                    yield span


def _leads_on(reading: Reading, front: Span, gap: range) -> bool:
    """Tell whether a clause goes on to its verb without naming who does it: "before he was to fly to Y to see"."""
    sentence = reading.sentence
    if any(sentence.tokens[at].text == "," for at in gap):
        return False
    people = {at for m in reading.mentions if m.actor.type == "person" for at in range(m.first, m.last)}
    he = any(s.first in gap for s in sentence.of("third", "he"))
    does = he or any(s.first in gap for c in ("aux", "have", "speech") for s in sentence.of(c))
    if people & set(gap):
        return False
    # A verb has "he", who is named after the comma; a noun of meeting needs nobody who does it.
    clause = front.cue.category == "subordinate" or front.cue.value in CLAUSES
    return he if clause and does else not does and (clause or sentence.at("gathering", gap.stop))


def fronted_until(reading: Reading, span: Span) -> int:
    """Return where the main clause begins after one that says when or why: "While X was in Y, Z received W"; else 0."""
    sentence = reading.sentence
    fronts = [*sentence.of("clause"), *sentence.of("subordinate"), *sentence.of("date", "before")]
    if not any(s.first == 0 for s in fronts) and not any(s.cue.value in CLAUSES for s in _fronts(reading)):
        return 0
    ends = {m.last for m in reading.mentions if m.actor.type == "person"}
    for at in range(PAIR, span.first):
        if sentence.tokens[at].text == "," and not ends & {at, at - 1}:
            later = any(at < m.first < span.first and m.actor.type == "person" for m in reading.mentions)
            return at if later else 0
    return 0


def named_later(reading: Reading, span: Span) -> Actor | None:
    """Return who is named after the clause that a verb of meeting opens."""
    comma = opening(reading, span)
    after = next((m for m in reading.mentions if m.actor.type == "person" and comma and m.first > comma), None)
    near = after is not None and (after.first - comma <= SAID or leads_to(reading, comma + 1, after.first))
    return after.actor if after is not None and near else None


def doer(reading: Reading, names: Sequence[Mention], state: Mention) -> Actor | None:
    """Return who goes on doing something after a state was named: "X left Damascus after talks with Y"."""
    people = [m for m in names if m.actor.type == "person" and m.last <= state.first]
    if not people or reading.sentence.before("joint", state.first):
        return None
    said = (*reading.sentence.of("speech"), *reading.sentence.of("said_by"), *reading.sentence.of("that"))
    spoken = any(people[-1].last <= each.first < state.first for each in said)
    return None if spoken else people[-1].actor


def quoted(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody is named only as the source of what is told: "according to X", "kata Menlu X"."""
    read = reading.sentence.tokens
    gaps = [range(s.last, mention.first) for s in reading.sentence.of("said_by") if 0 <= mention.first - s.last <= SAID]
    if not gaps:
        return False
    named = {at for m in reading.mentions if m.actor.type == "person" for at in range(m.first, m.last)}
    does = ("meeting", "meeting_with", "subordinate", "third")  # "said after meeting X", "said he would speak with X"
    met = {s.first for c in does for s in reading.sentence.of(c)}
    return any(all(read[at].text != "," and at not in named | met for at in gap) for gap in gaps)


def note_met(reading: Reading, participants: Sequence[str]) -> Sequence[Actor]:
    """Remember the people who met, to whom "the two" refers back even in the same sentence; return them."""
    memory = reading.memory
    known = [*memory.people, memory.person, memory.theme, *(m.actor for m in reading.mentions)]
    people = {actor.actor_id: actor for actor in known if actor is not None and actor.actor_id in participants}
    if len(people) >= PAIR and all(actor.type == "person" for actor in people.values()):
        memory.together.appendleft(tuple(people[each] for each in participants if each in people))
    return [actor for actor in people.values() if actor.type == "person"]


def _between(reading: Reading, named: Sequence[Mention]) -> dict[str, Actor]:
    """Return the two between whom something is told to be: "X carried messages between Y and Z"."""
    for span in reading.sentence.of("range", "between"):
        after = [m for m in named if m.first >= span.last]
        joints = {each.first for each in reading.sentence.of("joint", "and")}
        two = after[:PAIR] if len(after) >= PAIR else []
        gap = range(two[0].last, two[1].first) if two else range(0)
        if joints & set(gap) and len(gap) <= REACH and two[0].first - span.last <= REACH:
            return {m.actor.actor_id: m.actor for m in two}
    return {}


def note_people(reading: Reading) -> None:
    """Remember whom the text goes on about, and the two whom it names together; who only speaks is neither."""
    memory, said = reading.memory, reading.attribution.mention
    if not reading.mentions and not reading.sentence.of("anaphora"):
        return
    named = [m for m in reading.mentions if m.actor.type == "person"]
    told = [m for m in named if not quoted(reading, m)]
    first = min((m.first for m in told), default=len(reading.sentence.tokens))
    he = any(each.last <= first for each in reading.sentence.of("third", "he"))  # "he is to meet X"
    epithet = any(each.last <= first for each in reading.sentence.of("anaphora", "that"))  # "politikus itu menemui X"
    if epithet and memory.hero and not he:
        memory.theme = memory.hero
    elif named and not (he and memory.theme):
        memory.theme = (told or named)[0].actor
        memory.hero = told[0].actor if told else memory.hero
    people = {m.actor.actor_id: m.actor for m in named if m != said}
    if named:
        memory.alone = named[0].actor if len({m.actor.actor_id for m in named}) == 1 else None
        memory.alone_at = memory.place
    if len(people) > PAIR and (pair := _between(reading, named)):
        people = pair
    if len(people) >= PAIR and memory.participants_at != memory.place:
        memory.together.appendleft(tuple(people.values()))
    sides = {m.actor.actor_id: m.actor for m in reading.mentions if m.actor.type in SIDES}
    if len(sides) >= PAIR:
        memory.two_sides = tuple(sides.values())[:PAIR]
