"""Who is meant: the actors that a sentence names, and the short names that a document makes. Knows no language."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from datetime import date

from dashboard.facts import Actor, Directory, Place, slug, states

from .dates import When
from .gazetteer import capitals
from .language import Cue, Pack
from .text import Phrases, Sentence, Span, fold, tokens

# The English word by which an actor's name tells that it is this sort of body; the id's own prefix for the others.
INTELLIGENCE = "intelligence"
CABINET = "cabinet"  # "X officials", "the government of X": the state itself
BODIES = 3  # words of bodies and states between a title and the name
CAPITALS = 3  # letters of an abbreviation that must be written in capitals
LONGEST_NAME = 6  # tokens of a person's name


@dataclass(frozen=True)
class Mention:
    """An actor named in a sentence, from token ``first`` to ``last`` (exclusive)."""

    actor: Actor
    first: int
    last: int


@dataclass
class Lexicon:
    """Everything that one language's extraction looks up: the pack's phrases, the actors, the places."""

    pack: Pack
    actors: Directory
    places: dict[str, Place]
    phrases: Phrases

    @classmethod
    def build(cls, pack: Pack, actors: Iterable[Actor], places: Iterable[Place]) -> Lexicon:
        """Make a lexicon of a pack, the known actors and the known places."""
        listed = list(actors)
        directory = Directory([*listed, *states(actor.actor_id for actor in listed)])
        known = {place.place: place for place in places}
        phrases = list(pack.phrases)
        titles = {fold(word) for phrase, cue in pack.phrases if cue.category == "title" for word in phrase.split()}
        for state, names in pack.demonyms.items():
            phrases += [(name, Cue("actor", state, name[:1].isupper())) for name in names]
            phrases += [(name, Cue("people_of", state, True)) for name in names if name.endswith(pack.plural or "\0")]
            if pack.plural:
                plurals = [name + pack.plural for name in names if name.endswith("n")]
                phrases += [(name, Cue(c, state, True)) for name in plurals for c in ("actor", "people_of")]
        own = {fold(phrase) for phrase, _cue in pack.phrases}  # Lima is a capital, and five in Indonesian
        phrases += [
            (name, Cue("actor", state, True))
            for state, name in capitals().items()
            if state in directory.actors and fold(name) not in own
        ]
        for actor in directory.actors.values():
            phrases += [
                (name, Cue("actor", actor.actor_id, name[:1].isupper(), name.isupper() and len(name) <= CAPITALS))
                for name in actor.names()
                if not _is_office(name, actor, titles)
            ]
        for place in known.values():
            names = (place.place, *(alias for group in place.aliases.values() for alias in group))
            phrases += [(name, Cue("place", place.place, True)) for name in names]
        return cls(pack, directory, known, Phrases(phrases, pack.suffixes))


def _is_office(name: str, actor: Actor, titles: Set[str]) -> bool:
    """Tell whether a person's other name is an office ("Presiden AS"), which is another's in another year."""
    words = set(fold(name).split())
    return actor.type == "person" and bool(words & titles) and not words & set(fold(actor.name).split())


@dataclass
class Memory:
    """What a document has named so far: short names of people (None where two people share one)."""

    short: dict[str, Actor | None] = field(default_factory=dict)
    victim: str = ""  # whose people were last told to have been killed, wounded, captured or missing
    sender: str = ""  # whose troops were last told to go
    topic: str = ""  # the side that the document names first
    country: str = ""  # where something was told to be last
    measure: str = "cumulative"
    helped: dict[str, str] = field(default_factory=dict)  # whom an actor's troops were last said to help
    speaker: Actor | None = None
    speaker_side: str = ""
    assertion: str = "states"
    person: Actor | None = None
    day: date | None = None  # the day named last
    event: When | None = None  # when the incident was that the article goes on about
    at_war: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)  # the states and groups named so far, by themselves or their people
    people: list[Actor] = field(default_factory=list)

    def note(self, actor: Actor) -> None:
        """Remember every part of a person's name."""
        if actor.type != "person":
            return
        for token in tokens(actor.name):
            if len(token.text) >= 2 and token.text[0].isupper():
                known = self.short.get(token.folded, actor)
                self.short[token.folded] = actor if known == actor else None


def mentions(sentence: Sentence, lexicon: Lexicon, memory: Memory) -> list[Mention]:
    """Return the actors that a sentence names, in order; titles, bodies of states and short names resolved."""
    found = [
        Mention(lexicon.actors.actors[span.cue.value], span.first, span.last)
        for span in sentence.of("actor")
        if not _compounded(sentence, span)
    ]
    found = _without_repeats(sentence, _one_each(found))
    found += _titled(sentence, found)
    found += _described(sentence, found)
    for mention in found:
        memory.note(mention.actor)
    found += _short_names(sentence, found, memory)
    found.sort(key=lambda mention: mention.first)
    found = _bodies(sentence, found, lexicon.actors)
    return _without_titles(sentence, found)


def _without_repeats(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Leave out the short form in brackets after a name: "North Korea (DPRK)"."""
    ends = {mention.last for mention in found}
    return [m for m in found if not (m.first >= 1 and sentence.tokens[m.first - 1].text == "(" and m.first - 1 in ends)]


def _compounded(sentence: Sentence, span: Span) -> bool:
    """Tell whether a name is only the first half of a word: "Britain-based", "Iran-backed"."""
    read, last = sentence.tokens, span.last
    return (
        last + 1 < len(read)
        and read[last].text == "-"
        and read[last - 1].end == read[last].start
        and (read[last].end == read[last + 1].start and read[last + 1].text[0].islower())
    )


def _one_each(found: list[Mention]) -> list[Mention]:
    """Where one name may mean two actors, keep the first listed."""
    kept: dict[tuple[int, int], Mention] = {}
    for mention in found:
        kept.setdefault((mention.first, mention.last), mention)
    return list(kept.values())


def _titled(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Return people on no list who carry a title ("Defence Minister X Y"), as provisional actors named as written."""
    states = {mention.first: mention for mention in found if mention.actor.type == "state"}
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    people = []
    for span in sentence.of("title"):
        state = states.get(span.last)
        first = last = _past_bodies(sentence, state.last if state else span.last, found)
        state = state or next((m for m in states.values() if span.last <= m.first and m.last <= first), None)
        while last < len(sentence.tokens) and last not in taken and _of_a_name(sentence, first, last):
            last += 1
        words = [token.text for token in sentence.tokens[first:last]]
        if sum(word[0].isupper() for word in words) < 2 or len(words) > LONGEST_NAME or words[-1] == "-":
            continue
        name = " ".join(words).replace(" - ", "-")
        parent = state or states.get(span.first - 1)
        person = Actor(actor_id=slug(name), name=name, type="person", parent=parent.actor.actor_id if parent else "")
        people.append(Mention(person, first, last))
    return people


def _past_bodies(sentence: Sentence, first: int, found: list[Mention]) -> int:
    """Return where a name may begin after a title: past the body's abbreviation and the state ("Ketua DPR AS X Y")."""
    bodies = {mention.first: mention.last for mention in found if mention.actor.type != "person"}
    for _step in range(BODIES):
        if first >= len(sentence.tokens):
            break
        word = sentence.tokens[first].text
        if first in bodies:
            first = bodies[first]
        elif word.isupper() and len(word) > 1:
            first += 1
    return first


def _described(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Return people on no list whose title follows them: "Rahmi Dogan, governor of Hatay"."""
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    read = sentence.tokens
    people = []
    for span in sentence.of("title"):
        last = span.first - 1
        if last < 2 or read[last].text != ",":
            continue
        first = last
        while (
            first > 0 and first - 1 not in taken and read[first - 1].text[0].isupper() and last - first < LONGEST_NAME
        ):
            first -= 1
        if last - first >= 2:
            name = " ".join(token.text for token in read[first:last])
            parent = next(
                (m.actor.actor_id for m in found if m.actor.type == "state" and 0 <= m.first - span.last <= 3), ""
            )
            people.append(Mention(Actor(actor_id=slug(name), name=name, type="person", parent=parent), first, last))
    return people


def _of_a_name(sentence: Sentence, first: int, at: int) -> bool:
    """Tell whether a token goes on a name: a capitalised word, or a hyphen that joins it ("Jong-un")."""
    token = sentence.tokens[at]
    if at > first and sentence.at("particle", at) and at + 1 < len(sentence.tokens):
        return True
    joined = at > first and token.start == sentence.tokens[at - 1].end
    return token.text[0].isupper() or (joined and (token.text == "-" or sentence.tokens[at - 1].text == "-"))


def _short_names(sentence: Sentence, found: list[Mention], memory: Memory) -> list[Mention]:
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    return [
        Mention(actor, at, at + 1)
        for at, token in enumerate(sentence.tokens)
        if at not in taken and token.text[0].isupper() and (actor := memory.short.get(token.folded))
    ]


def _bodies(sentence: Sentence, found: list[Mention], directory: Directory) -> list[Mention]:
    """Turn "the spy agency of South Korea" and "South Korea's intelligence service" into the body itself."""
    replaced: dict[int, Mention] = {}
    for span in sentence.of("body"):
        for position, mention in enumerate(found):
            here = Span(span.cue, mention.first, mention.last)
            if mention.actor.type == "state" and span.distance(here) <= (2 if mention.last <= span.first else 0):
                body = body_of(directory, mention.actor, span.cue.value)
                replaced[position] = Mention(body, min(span.first, here.first), max(span.last, here.last))
                break
    return [replaced.get(position, mention) for position, mention in enumerate(found)]


def body_of(directory: Directory, state: Actor, sort: str) -> Actor:
    """Return a state's body of a sort: the listed one, else one by the naming convention; the state for a spy service.

    Ids of national bodies are ``body-iso3``; "X intelligence" without a name is the state itself.
    """
    if sort == CABINET:
        return state
    if sort == INTELLIGENCE:
        listed = [
            actor
            for actor in directory.actors.values()
            if actor.parent == state.actor_id and actor.type == "organisation" and INTELLIGENCE in actor.name.casefold()
        ]
        return listed[0] if listed else state
    actor_id = f"{sort}-{state.actor_id.casefold()}"
    known = directory.actors.get(actor_id)
    return known or Actor(actor_id=actor_id, name=actor_id, type="organisation", parent=state.actor_id)


def _without_titles(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Drop the state in "the president of Russia Vladimir Putin": the person is meant. A name said twice is one."""
    titles = sentence.of("title")
    kept: list[Mention] = []
    for position, mention in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        titled = following and following.actor.type == "person" and following.first - mention.last <= 3
        near_title = any(
            abs(span.last - mention.first) <= 1 or (following and mention.last <= span.first < following.first)
            for span in titles
        )
        if mention.actor.type != "person" and titled and near_title:
            continue
        if kept and kept[-1].actor == mention.actor and mention.first - kept[-1].last <= 1:
            kept[-1] = Mention(mention.actor, kept[-1].first, mention.last)
            continue
        kept.append(mention)
    return kept
