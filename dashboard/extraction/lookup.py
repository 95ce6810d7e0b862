"""What one language's extraction looks up: its phrases, the actors, the places. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dashboard.facts import Actor, Directory, Place, is_country, states

from .gazetteer import capitals
from .language import Cue, Pack
from .text import Phrases, fold

COUNTED = ("unit", "regular", "irregular")  # what the first words of an actor's name may say of those counted
SURNAME = 4  # letters of a surname that is no other word
CAPITALS = 3  # letters of an abbreviation that must be written in capitals
ARMED = ("mod", "military", "jcs", "general-staff")
ARMED_IDS = (*(f"{body}-" for body in ARMED), "pentagon")  # of bodies of armed forces begin so


@dataclass
class Lexicon:
    """Everything that one language's extraction looks up: the pack's phrases, the actors, the places."""

    pack: Pack
    actors: Directory
    places: dict[str, Place]
    phrases: Phrases
    capitals: Mapping[str, str]
    bases: Mapping[str, str]  # the state in which an armed group is at home
    stations: Mapping[str, str]  # the state in which a mission of several states serves
    surnames: Mapping[str, Sequence[Actor]]
    armies: frozenset[str]  # the armed forces and defence ministries that a list names otherwise: the IDF, the TNI

    def armed(self, actor_id: str) -> bool:
        """Tell whether an id is that of an army or a ministry of defence."""
        return actor_id.startswith(ARMED_IDS) or actor_id in self.armies

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
        bodies = _starting(pack.phrases, ("body",))
        phrases += [
            (phrase, replace(body, category="body_office"))
            for phrase, title in pack.phrases
            if title.category == "title"
            for body in bodies(phrase)  # "police spokesman"
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
        counted = _starting(pack.phrases, (*COUNTED, "title"))
        for actor in directory.actors.values():
            names = [name for name in actor.names() if not _is_office(name, actor, titles)]
            phrases += [
                (name, cue)
                for name in actor.names()
                # "20 tentara India", "15 milisi Druze", "pemimpin Korea Utara"; not "juru bicara Kremlin", who is one
                if name in names or is_country(directory.find(_without(name, titles)) or "")
                for cue in (counted(name) if name[:1].islower() else ())
            ]
            phrases += [
                (name, Cue("actor", actor.actor_id, name[:1].isupper(), name.isupper() and len(name) <= CAPITALS))
                for name in names
            ]
        for place in known.values():
            called_so = (place.place, *(alias for group in place.aliases.values() for alias in group))
            phrases += [(name, Cue("place", place.place, True)) for name in called_so]
        found = Phrases(phrases, pack.suffixes)
        armies = _armies(directory, pack)
        return cls(
            pack, directory, known, found, capitals(), _bases(directory), _stations(directory), surnames(listed), armies
        )


def _without(name: str, words: Collection[str]) -> str:
    """Return what is left of a name without some words."""
    return " ".join(word for word in name.split() if fold(word) not in words)


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


def _armies(directory: Directory, pack: Pack) -> frozenset[str]:
    """Return the bodies of states of which a name says that they are an army or a ministry of defence."""
    told = [fold(phrase) for phrase, cue in pack.phrases if cue.category == "body" and cue.value in ARMED]
    return frozenset(
        actor.actor_id
        for actor in directory.actors.values()
        if actor.type == "organisation" and is_country(actor.parent)
        if any(f" {phrase} " in f" {fold(name)} " for name in actor.names() for phrase in told)
    )


def _bases(directory: Directory) -> dict[str, str]:
    """Return the state where each armed group is at home, which its role tells first: "Sudan (Darfur)"."""
    groups = (actor for actor in directory.actors.values() if actor.type == "armed_group" and actor.role)
    told = {actor.actor_id: directory.find(re.split(r"[,(]", actor.role)[0].strip()) for actor in groups}
    return {group: state for group, state in told.items() if state and is_country(state)}


def _stations(directory: Directory) -> dict[str, str]:
    """Return the state where each mission of several states serves, with which its role ends: "force in Lebanon"."""
    found: dict[str, str] = {}
    for actor in directory.actors.values():
        if actor.type == "organisation" and not is_country(actor.parent):
            words = re.split(r"[,(]", actor.role)[0].split()
            ends = (directory.find(" ".join(words[at:])) or "" for at in range(1, len(words)))
            found[actor.actor_id] = next((state for state in ends if is_country(state)), "")
    return {mission: state for mission, state in found.items() if state}


def surnames(actors: Iterable[Actor]) -> dict[str, list[Actor]]:
    """Return the listed people by their surnames; an office by which one is called has none: "ambassador to Korea"."""
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        names = [fold(name).split() for name in actor.names()] if actor.type == "person" else []
        names = [name for name in names if {*name} & {*fold(actor.name).split()}]
        for surname in sorted({name[-1] for name in names if len(name) > 1 and len(name[-1]) >= SURNAME}):
            found.setdefault(surname, []).append(actor)
    return found


def _is_office(name: str, actor: Actor, titles: Set[str]) -> bool:
    """Tell whether a person's other name is an office ("Presiden AS"), which is another's in another year."""
    words = set(fold(name).split())
    return actor.type == "person" and bool(words & titles) and not words & set(fold(actor.name).split())
