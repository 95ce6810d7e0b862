"""Who is meant: the actors that a sentence names, and the short names that a document makes. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from dashboard.facts import Actor, Directory, Place, is_country, states

from .bands import bands
from .gazetteer import capitals
from .language import Cue, Pack
from .memory import Memory, Mention
from .people import strangers
from .text import Phrases, Sentence, Span, fold

# The English word by which an actor's name tells that it is this sort of body; the id's own prefix for the others.
INTELLIGENCE = "intelligence"
HEALTH = "moh"
CABINET = "cabinet"  # "X officials", "the government of X": the state itself
COUNTED = ("unit", "regular", "irregular")  # what the first words of an actor's name may say of those counted
BAND = 4  # tokens between "the" and the kind of a group
BESIDE = 8  # tokens within which a name may be the body that somebody serves
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
    bases: Mapping[str, str]  # the state in which an armed group is at home
    surnames: Mapping[str, Actor]

    @classmethod
    def build(cls, pack: Pack, actors: Iterable[Actor], places: Iterable[Place]) -> Lexicon:
        """Make a lexicon of a pack, the known actors and the known places."""
        listed = list(actors)
        directory = Directory([*listed, *states(actor.actor_id for actor in listed)])
        known = {place.place: place for place in places}
        phrases = list(pack.phrases)
        moving = _starting(pack.phrases, ("movement",))
        phrases += [
            (phrase, cue)
            for phrase, meeting in pack.phrases
            if (meeting.category, meeting.value) == ("meeting", "visit")
            for cue in moving(phrase)  # "flown to" tells of a visit, and of troops
        ]
        titles = {fold(word) for phrase, cue in pack.phrases if cue.category == "title" for word in phrase.split()}
        called = [(state, name) for state, names in pack.demonyms.items() for name in names]
        phrases += [(name, Cue("actor", state, name[:1].isupper())) for state, name in called]
        called += [(a.actor_id, n) for a in listed if a.type == "state" for n in a.aliases.get(pack.language, ())]
        for state, name in called if pack.plural else ():
            # "Kenyans", "Israelis"; nobody writes the many that make no sense
            plural = name if name.endswith(pack.plural) else name + pack.plural
            phrases += [(plural, Cue(c, state, True)) for c in ("actor", "people_of") if not name.isupper()]
        own = {fold(phrase) for phrase, _cue in pack.phrases}  # Lima is a capital, and five in Indonesian
        phrases += [
            (name, Cue("actor", state, True))
            for state, name in capitals().items()
            if state in directory.actors and fold(name) not in own
        ]
        counted = _starting(pack.phrases, COUNTED)
        for actor in directory.actors.values():
            phrases += [
                (name, cue)
                for name in actor.names()
                for cue in (counted(name) if name[:1].islower() else ())  # "20 tentara India", "15 milisi Druze"
            ]
            phrases += [
                (name, Cue("actor", actor.actor_id, name[:1].isupper(), name.isupper() and len(name) <= CAPITALS))
                for name in actor.names()
                if not _is_office(name, actor, titles)
            ]
        for place in known.values():
            names = (place.place, *(alias for group in place.aliases.values() for alias in group))
            phrases += [(name, Cue("place", place.place, True)) for name in names]
        found = Phrases(phrases, pack.suffixes)
        return cls(pack, directory, known, found, capitals(), _bases(directory), surnames(listed))


def _starting(phrases: Iterable[tuple[str, Cue]], categories: Collection[str]) -> Callable[[str], list[Cue]]:
    """Return what tells the cues of these categories that the first words of a longer phrase have."""
    known: dict[str, list[Cue]] = {}
    for phrase, cue in phrases:
        if cue.category in categories:
            known.setdefault(fold(phrase), []).append(cue)

    def cues(longer: str) -> list[Cue]:
        words = fold(longer).split()
        return next((known[p] for n in range(len(words) - 1, 0, -1) if (p := " ".join(words[:n])) in known), [])

    return cues


def _bases(directory: Directory) -> dict[str, str]:
    """Return the state where each armed group is at home, which its role tells first: "Sudan (Darfur)"."""
    groups = (actor for actor in directory.actors.values() if actor.type == "armed_group" and actor.role)
    told = {actor.actor_id: directory.find(re.split(r"[,(]", actor.role)[0].strip()) for actor in groups}
    return {group: state for group, state in told.items() if state and is_country(state)}


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
        if not names_no_state(sentence, span) and not _in_a_name(sentence, span, lexicon.pack)
    ]
    found = _without_repeats(sentence, _one_each(found))
    found += bands(sentence, found)
    new = [_again(sentence, mention, memory) for mention in strangers(sentence, found)]
    found += [_serving(sentence, mention, found, memory) for mention in new]
    for mention in found:
        memory.note(mention.actor)
    found += _short_names(sentence, found, memory)
    found.sort(key=lambda mention: mention.first)
    found = _bodies(sentence, found, lexicon.actors, memory)
    return sorted(
        [*_without_titles(sentence, found), *_told_before(sentence, found, memory, lexicon.actors.actors)],
        key=lambda m: m.first,
    )


def _told_before(
    sentence: Sentence, found: list[Mention], memory: Memory, directory: Mapping[str, Actor]
) -> Iterator[Mention]:
    """Yield the armed group or mission that is meant by its kind: "the group", "misi itu"."""
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    kinds = [span for span in sentence.of("pronoun") if span.first not in taken]
    definite = {span.last for span in sentence.of("definite")}
    for span in sentence.of("band"):  # "the al-Qaeda-linked group"
        before = [at for at in range(max(0, span.first - BAND), span.first + 1) if at in definite]
        if before and not taken & set(range(before[-1], span.last)):
            kinds.append(Span(replace(span.cue, value="group"), before[-1] - 1, span.last))
    for span in sentence.of("regime"):
        country = memory.stage or memory.section or memory.home or memory.focus
        state = directory.get(country)
        if state and not taken & set(range(span.first, span.last)) and _stands_alone(sentence, span):
            yield Mention(state, span.first, span.last)
    for span in kinds:
        actor = {"group": memory.group_actor, "mission": memory.mission}.get(span.cue.value)
        if actor:
            yield Mention(actor, span.first, span.last)


def _again(sentence: Sentence, stranger: Mention, memory: Memory) -> Mention:
    """Return who is meant by a single name of which the document has told more: "Aqsha" after "Aqsha Erlangga"."""
    known = memory.short.get(sentence.tokens[stranger.first].folded) if stranger.last - stranger.first == 1 else None
    return replace(stranger, actor=known) if known else stranger


def _serving(sentence: Sentence, stranger: Mention, found: list[Mention], memory: Memory) -> Mention:
    """Return a stranger with the state of the article as theirs, if a rank tells that they serve one and none which."""
    home = memory.stage or memory.section or memory.home or memory.focus
    ranks = [
        span for span in sentence.of("service") if 0 <= stranger.first - span.last <= 1 or stranger.first == span.first
    ]
    others = [m for m in found if m.actor.type != "person" and abs(m.first - stranger.first) <= BESIDE]
    if stranger.actor.type != "person" or stranger.actor.parent or not home or not ranks or others:
        return stranger
    return replace(stranger, actor=replace(stranger.actor, parent=home))


def _without_repeats(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Leave out the short form in brackets after a name: "North Korea (DPRK)"."""
    ends = {mention.last for mention in found}
    return [m for m in found if not (m.first >= 1 and sentence.tokens[m.first - 1].text == "(" and m.first - 1 in ends)]


def names_no_state(sentence: Sentence, span: Span) -> bool:
    """Tell whether a state's name tells nothing of the state: "Britain-based", "the Saudi maternity hospital"."""
    return _compounded(sentence, span) or _of_a_house(sentence, span)


def _compounded(sentence: Sentence, span: Span) -> bool:
    """Tell whether a name is only the first half of a word: "Britain-based", "Iran-backed"."""
    read, last = sentence.tokens, span.last
    if span.first >= 2 and read[span.first - 1].text == "-" and sentence.before("negation", span.first - 1):
        return True  # "non-US troops"
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


def _of_a_house(sentence: Sentence, span: Span) -> bool:
    """Tell whether a state's name belongs to a hospital, a school, a street: "Rumah Sakit Bersalin Saudi"."""
    houses = sentence.of("house") if is_country(span.cue.value) else ()
    named = sentence.tokens[span.first - 1].text[0].isupper() if span.first else False
    return any(0 <= each.first - span.last <= 1 or (named and 0 <= span.first - each.last <= 1) for each in houses)


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
        if actor.type == "person" or token.text.isupper()
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
            topic = memory.topic if is_country(memory.topic) else memory.focus
            stage = memory.stage if span.cue.value == HEALTH else ""  # armies fight elsewhere
            home = directory.actors.get(stage or memory.home or topic)
            told = None if stage else memory.bodies.get(span.cue.value)
            body_known = told or (home and body_of(directory, home, span.cue.value))
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
    after += any(s.first == after for s in sentence.of("day"))  # "the Army today put"
    verb = any(
        sentence.at(category, after)
        for category in ("speech", "aux", "have", "movement", "outcome", "loss", "negation")
    )
    told = any(sentence.preceded(at, "said_by", "by") for at in (span.first, span.first - 1))
    begins = span.first == 0 and after < len(sentence.tokens) and sentence.tokens[after].text == ","
    return verb or told or begins


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
        comma = sentence.tokens[mention.last : mention.last + 1]  # "500 soldiers in Poland, President X announced"
        titled = titled and not (comma and comma[0].text == "," and sentence.preceded(mention.first, "where"))
        if mention.actor.type != "person" and titled and near_title:
            continue
        if mention.actor.type == "state" and following and _belongs_to(sentence, mention, following):
            continue
        apart = any(sentence.at(c, mention.first) for c in ("body", "regime"))  # "From Bangkok, the Thai government"
        if kept and kept[-1].actor == mention.actor and mention.first - kept[-1].last <= 1 - apart:
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
