"""Who is meant by where somebody comes from, or by a visit: "the Russian", "the Iranian diplomat", "the visitor".

Knows no language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from dashboard.facts import Actor

from .memory import Memory, Mention
from .reading import Reading
from .text import Span, tokens
from .when import When

DOES = ("aux", "have", "status", "adverb", "meeting", "meeting_with", "invitation", "speech", "person_who", "tells")
STANDS = ("where", "date", "subordinate", "aim", "day")  # what may follow whoever is met
JUST = 2  # sentences after which "the general" may still be whom one has named
SORT = 3  # tokens from "the" to a kind of person: "the retired four-star general"
WORDS = 2  # of a state's adjective: "the South Korean"
THINGS = ("gathering", "title", "delegates", "body", "forces", "unit", "regular")  # whose a state is only said to be


def with_natives(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the names with the person for a state where one of its people is meant: "the Russian had come from X"."""
    definite = {span.last for span in reading.sentence.of("definite")}
    if not definite:
        return found
    meant = [
        _native(reading, m) if m.first in definite and m.actor.type == "state" and m.last - m.first <= WORDS else None
        for m in found
    ]
    return [Mention(actor, m.first, m.last) if actor is not None else m for m, actor in zip(found, meant, strict=True)]


def _native(reading: Reading, state: Mention) -> Actor | None:
    """Return the person of a state named last, if its name stands for one who does something or is met."""
    sentence, at = reading.sentence, state.last
    word = sentence.tokens[state.last - 1]
    name = word.text in state.actor.name.split() or word.text.isupper()
    several = any(sentence.at(category, state.first) for category in ("collective", "people_of"))
    if name or several or at >= len(sentence.tokens):
        return None
    if any(sentence.at(category, at) for category in THINGS):
        return None
    met = any(sentence.before(c, state.first - 1) for c in ("meeting", "joint"))
    after = (*DOES, *STANDS) if met else DOES
    # "The Russian, who", "The Russian will"
    begins = at + 1 if sentence.tokens[at].text == "," else at
    if not any(sentence.at(category, begins) for category in after) and not (met and sentence.tokens[at].text in ".,"):
        return None
    return person_of(reading, state.actor.actor_id, state.first)


def person_of(reading: Reading, state: str, at: int) -> Actor | None:
    """Return the person of a state who was named last before a token."""
    here = [m.actor for m in reading.mentions if m.last <= at and m.actor.type == "person"]
    told = (*reversed(here), *reversed(reading.memory.people))
    return next((actor for actor in told if actor.parent == state), None)


def by_kind(reading: Reading, _found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the only one whom the sentence before named, by what he is: "The retired general is to meet X"."""
    memory, sentence = reading.memory, reading.sentence
    if memory.alone is None or memory.place - memory.alone_at > JUST:
        return
    for span in sentence.of("kind"):
        does = any(sentence.at(category, span.last) for category in DOES)
        if does and any(sentence.before("definite", at) for at in range(span.first, max(span.first - SORT, 0), -1)):
            yield Mention(memory.alone, span.first, span.last)


def only_one_of(reading: Reading, state: str, office: Set[str]) -> Actor | None:
    """Return the one person of a state whom a document names, by the office on the list: "the Slovak premier"."""
    named = {who.actor_id: who for who in reading.memory.short.values() if who and who.parent == state}
    people = [who for who in named.values() if who.type == "person" and not who.independent]
    introduced = {who.actor_id for _office, who in reading.memory.offices}
    fitting = [who for who in people if who.actor_id not in introduced and office & role_of(reading, who)]
    return fitting[0] if len(fitting) == 1 else None


def role_of(reading: Reading, who: Actor) -> set[str]:
    """Return the words and the ranks of the office that a list of people tells."""
    role = tokens(who.role)
    ranks = {each.cue.value for each in reading.lexicon.phrases.find(role) if each.cue.category == "rank"}
    return ranks | {token.folded for token in role}


def guests_and_hosts(reading: Reading, _found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield whoever was told last to visit, or to receive, where only that is said: "the visitor", "his host"."""
    memory = reading.memory
    for category, actor in (("guest", memory.guest), ("receiver", memory.receiver)):
        if actor is None:
            continue
        visiting = _visiting(reading) if category == "guest" else []
        for span in (*reading.sentence.of(category), *visiting):
            read, last = reading.sentence.tokens, span.last
            named = last + 1 < len(read) and read[last].text in "," and read[last + 1].text[0].isupper()
            if not named and not (last < len(read) and (read[last].text[0].isupper() or read[last].text in "-'’")):
                yield Mention(actor, span.first, span.last)


def _visiting(reading: Reading) -> list[Span]:
    """Return the offices that stand for a guest told of before: "the visiting minister", not "the visiting X of Y"."""
    sentence, found = reading.sentence, list[Span]()
    for each in sentence.of("visiting"):
        nouns = [s.last for c in ("title", "epithet") for s in sentence.of(c) if s.first == each.last]
        articles = sentence.before("definite", each.first)
        if nouns and articles and not sentence.at("of", nouns[0]):
            found.append(Span(each.cue, articles[0].first, nouns[0]))
    return found


def note_visit(memory: Memory, people: Sequence[Actor], hosts: Sequence[Actor], when: When | None) -> None:
    """Remember who visited and who received, to whom "the visitor" and "his host" refer back, and when that was."""
    memory.stay, memory.stay_at = when, memory.place
    guests = [actor for actor in people if actor not in hosts]
    memory.guest = guests[0] if len(guests) == 1 else None
    memory.receiver = hosts[0] if len(hosts) == 1 and hosts[0].type == "person" else None
