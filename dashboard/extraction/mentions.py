"""Who is meant: the actors that a sentence names, and the short names that a document makes. Knows no language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from dashboard.facts import Actor, Directory, Place, is_country, states

from .gazetteer import capitals
from .language import Cue, Pack
from .memory import Memory, Mention
from .people import strangers
from .text import Phrases, Sentence, Span, fold

# The English word by which an actor's name tells that it is this sort of body; the id's own prefix for the others.
INTELLIGENCE = "intelligence"
CABINET = "cabinet"  # "X officials", "the government of X": the state itself
BETWEEN = 6  # tokens between a state and its president's name
SURNAME = 4  # letters of a surname that is no other word
CAPITALS = 3  # letters of an abbreviation that must be written in capitals


@dataclass
class Lexicon:
    """Everything that one language's extraction looks up: the pack's phrases, the actors, the places."""

    pack: Pack
    actors: Directory
    places: dict[str, Place]
    phrases: Phrases
    capitals: Mapping[str, str]
    surnames: Mapping[str, Actor]

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
        return cls(pack, directory, known, Phrases(phrases, pack.suffixes), capitals(), surnames(listed))


def surnames(actors: Iterable[Actor]) -> dict[str, Actor]:
    """Return the listed people of states by their surnames, as far as one alone has each."""
    found: dict[str, Actor | None] = {}
    for actor in actors:
        name = fold(actor.name).split()
        if actor.type != "person" or not is_country(actor.parent) or len(name) < 2 or len(name[-1]) <= SURNAME:
            continue
        found[name[-1]] = None if name[-1] in found else actor
    return {name: actor for name, actor in found.items() if actor is not None}


def _is_office(name: str, actor: Actor, titles: Set[str]) -> bool:
    """Tell whether a person's other name is an office ("Presiden AS"), which is another's in another year."""
    words = set(fold(name).split())
    return actor.type == "person" and bool(words & titles) and not words & set(fold(actor.name).split())


def mentions(sentence: Sentence, lexicon: Lexicon, memory: Memory) -> list[Mention]:
    """Return the actors that a sentence names, in order; titles, bodies of states and short names resolved."""
    found = [
        Mention(lexicon.actors.actors[span.cue.value], span.first, span.last)
        for span in sentence.of("actor")
        if not compounded(sentence, span) and not _in_a_name(sentence, span, lexicon.pack)
    ]
    found = _without_repeats(sentence, _one_each(found))
    found += strangers(sentence, found)
    for mention in found:
        memory.note(mention.actor)
    found += _short_names(sentence, found, memory)
    found.sort(key=lambda mention: mention.first)
    found = _bodies(sentence, found, lexicon.actors, memory)
    return _without_titles(sentence, found)


def _without_repeats(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Leave out the short form in brackets after a name: "North Korea (DPRK)"."""
    ends = {mention.last for mention in found}
    return [m for m in found if not (m.first >= 1 and sentence.tokens[m.first - 1].text == "(" and m.first - 1 in ends)]


def compounded(sentence: Sentence, span: Span) -> bool:
    """Tell whether a name is only the first half of a word: "Britain-based", "Iran-backed"."""
    read, last = sentence.tokens, span.last
    return (
        last + 1 < len(read)
        and read[last].text == "-"
        and read[last - 1].end == read[last].start
        and (read[last].end == read[last + 1].start and read[last + 1].text[0].islower())
    )


def _in_a_name(sentence: Sentence, span: Span, pack: Pack) -> bool:
    """Tell whether a state's name only ends another name: "Rumah Sakit Bersalin Saudi", "Puerto Jordan".

    Where the state follows its noun, other capitals may stand before it: a house or firm must be told.
    """
    before = span.first - 1
    known = any(each.first <= before < each.last for each in sentence.spans)
    if not is_country(span.cue.value) or before < 1 or known or not sentence.tokens[before].text[0].isupper():
        return False
    if not pack.noun_first and not all(token.text.isupper() for token in sentence.tokens if token.text.isalpha()):
        return True
    return any(
        0 <= before - each.last <= 2 and sentence.tokens[each.first].text[0].isupper() for each in sentence.of("office")
    )


def _one_each(found: list[Mention]) -> list[Mention]:
    """Where one name may mean two actors, keep the first listed."""
    kept: dict[tuple[int, int], Mention] = {}
    for mention in found:
        kept.setdefault((mention.first, mention.last), mention)
    return list(kept.values())


def _short_names(sentence: Sentence, found: list[Mention], memory: Memory) -> list[Mention]:
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    return [
        Mention(actor, at, at + 1)
        for at, token in enumerate(sentence.tokens)
        if at not in taken and token.text[0].isupper() and (actor := memory.short.get(token.folded))
    ]


def _bodies(sentence: Sentence, found: list[Mention], directory: Directory, memory: Memory) -> list[Mention]:
    """Turn "the spy agency of South Korea" and "South Korea's intelligence service" into the body itself.

    "The army said": the army told of last, else that of the state where the article is at home.
    """
    replaced: dict[int, Mention] = {}
    alone: list[Mention] = []
    for span in sentence.of("body"):
        places = [Span(span.cue, m.first, m.last) for m in found]
        for position in sorted(range(len(found)), key=lambda at: span.distance(places[at])):
            mention, here = found[position], places[position]
            near = span.distance(here) <= (2 if mention.last <= span.first else 0) or _in_its_capital(
                sentence, span, here
            )
            if mention.actor.type == "state" and near:
                body = body_of(directory, mention.actor, span.cue.value)
                replaced[position] = Mention(body, min(span.first, here.first), max(span.last, here.last))
                memory.bodies[span.cue.value] = body
                break
        else:
            home = directory.actors.get(memory.home or memory.topic)
            body_known = memory.bodies.get(span.cue.value) or (home and body_of(directory, home, span.cue.value))
            if body_known and span.cue.value != CABINET and _stands_alone(sentence, span):
                alone.append(Mention(body_known, span.first, span.last))
    kept = [replaced.get(position, mention) for position, mention in enumerate(found)]
    taken = {at for m in kept for at in range(m.first, m.last)}
    return sorted([*kept, *(m for m in alone if m.first not in taken)], key=lambda m: m.first)


def _in_its_capital(sentence: Sentence, body: Span, state: Span) -> bool:
    """Tell whether a body is told by where it sits: "the health ministry in Tehran"."""
    return any(s.first == body.last and s.last == state.first for s in sentence.of("where", "in"))


def _stands_alone(sentence: Sentence, span: Span) -> bool:
    """Tell whether a body is named by itself and speaks or acts, and is no half of another noun ("the army base")."""
    after = span.last
    verb = any(
        sentence.at(category, after) for category in ("speech", "aux", "movement", "outcome", "loss", "negation")
    )
    told = sentence.preceded(span.first, "said_by", "by")
    return verb or told


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
    """Drop the state in "the president of Russia Vladimir Putin", "Russia's Wagner group": the one named last is meant.

    A name said twice is one.
    """
    titles = sentence.of("title")
    kept: list[Mention] = []
    for position, mention in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        titled = (
            following and following.actor.type == "person" and _only_titles(sentence, mention.last, following.first)
        )
        near_title = any(
            abs(span.last - mention.first) <= 1 or (following and mention.last <= span.first < following.first)
            for span in titles
        )
        if mention.actor.type != "person" and titled and near_title:
            continue
        if mention.actor.type == "state" and following and _belongs_to(sentence, mention, following):
            continue
        if kept and kept[-1].actor == mention.actor and mention.first - kept[-1].last <= 1:
            kept[-1] = Mention(mention.actor, kept[-1].first, mention.last)
            continue
        kept.append(mention)
    return kept


def _only_titles(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether nothing but titles, articles and possessives stands between two names."""
    light = {at for c in ("title", "article", "of") for s in sentence.of(c) for at in range(s.first, s.last)}
    return last - first <= BETWEEN and all(
        at in light or sentence.tokens[at].text in ("'", "’", "s", ",") for at in range(first, last)
    )


def _belongs_to(sentence: Sentence, state: Mention, following: Mention) -> bool:
    """Tell whether a state stands only before whoever belongs to it: "India's Narendra Modi", "Turkish Hakan Fidan"."""
    gap = sentence.tokens[state.last : following.first]
    possessive = len(gap) <= 2 and all(token.text in ("'", "’", "s") for token in gap)
    return possessive and following.actor.type != "state" and following.actor.parent in ("", state.actor.actor_id)
