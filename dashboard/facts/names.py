"""Finding an actor by any name, and everyone who belongs to an actor."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

import pycountry
from babel import Locale

from .model import Actor

KOSOVO = "XKX"
BODIES = {  # the sorts of national bodies, whose ids are ``body-iso3``, in English
    "mfa": "Ministry of Foreign Affairs",
    "mod": "Ministry of Defence",
    "moh": "Ministry of Health",
    "military": "Armed Forces",
    "general-staff": "General Staff",
    "civil-defence": "Civil Defence",
    "jcs": "Joint Chiefs of Staff",
    "moi": "Ministry of the Interior",
    "police": "Police",
    "prosecutor-general": "Prosecutor General's Office",
}


def folded(name: str) -> str:
    """Return a name without case, accents and surplus white space, for comparing.

    >>> folded("  Recep Tayyip ERDOĞAN ")
    'recep tayyip erdogan'
    """
    plain = name
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


@lru_cache(maxsize=10_000)  # asked many times for the same few
def is_country(code: str) -> bool:
    """Tell whether a code is an ISO 3166-1 alpha-3 code in capitals, or (ISO 3166-3) that of a state that is gone.

    Kosovo has no code yet: XKX is the one in use, of those that ISO leaves to users.

    >>> is_country("PRK"), is_country("prk"), is_country("XXX"), is_country("SUN"), is_country("XKX")
    (True, False, False, True, True)
    """
    if not code.isupper():
        return False
    found = pycountry.countries.get(alpha_3=code) or pycountry.historic_countries.get(alpha_3=code)
    return found is not None or code == KOSOVO


def slug(name: str) -> str:
    """Return a readable id for a name, as actors without a country code have.

    >>> slug("Indonesia Defense Magazine"), slug("Kontan.co.id")
    ('indonesia-defense-magazine', 'kontan-co-id')
    """
    kept = "".join(c if c.isalnum() else " " for c in folded(name))
    return "-".join(kept.split())


def states(known: Iterable[str] = (), languages: Iterable[str] = ("en", "id")) -> list[Actor]:
    """Return every ISO 3166-1 state whose id is not known yet, with its name in each language from the CLDR."""
    locales = {language: Locale(language).territories for language in languages}
    listed = set(known)
    return [
        Actor(
            actor_id=country.alpha_3,
            name=Locale("en").territories.get(country.alpha_2, country.name),
            type="state",
            aliases={
                language: _variants(names[country.alpha_2], country if language == "en" else None)
                for language, names in locales.items()
            },
        )
        for country in pycountry.countries
        if country.alpha_3 not in listed and all(country.alpha_2 in names for names in locales.values())
    ]


@cache
def by_convention(actor_id: str) -> Actor | None:
    """Return the state or the body of a state that an id names by convention; ``None`` for all other ids.

    >>> by_convention("YEM").name, by_convention("moh-yem").name, by_convention("moh-yem").parent
    ('Yemen', 'Ministry of Health (Yemen)', 'YEM')
    >>> by_convention("moh-yemen"), by_convention("kim-jong-un")
    (None, None)
    """
    sort, dash, code = actor_id.rpartition("-")
    if not dash:
        return next((each for each in states() if each.actor_id == actor_id), None) if is_country(actor_id) else None
    state = by_convention(code.upper()) if sort in BODIES and code.islower() else None
    if state is None:
        return None
    return Actor(actor_id=actor_id, name=f"{BODIES[sort]} ({state.name})", type="organisation", parent=state.actor_id)


def _variants(name: str, country: Any = None) -> tuple[str, ...]:
    """Return the names that a country goes by besides its full one in the CLDR.

    >>> _variants("Myanmar (Burma)"), _variants("Côte d’Ivoire", pycountry.countries.get(alpha_3="CIV"))
    (('Myanmar (Burma)', 'Myanmar', 'Burma'), ('Côte d’Ivoire', "Côte d'Ivoire"))
    """
    plain, _bracket, other = name.removesuffix(")").partition(" (") if name.endswith(")") else (name, "", "")
    found = [name, plain, other]
    told = (getattr(country, "common_name", ""), getattr(country, "name", ""))
    found += [text.partition(",")[0] for text in told if "," not in text or " of" not in text]
    return tuple(dict.fromkeys(each for each in found if each))


class Directory:
    """Actors by id, by any name and by family."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors: dict[str, Actor] = {actor.actor_id: actor for actor in actors}
        self._members: dict[str, list[Actor]] = {}
        for actor in self.actors.values():
            self._members.setdefault(actor.parent, []).append(actor)
        self._ids: dict[str, str] = {}
        # Ids win over names, names over aliases, earlier actors over later ones: "Kremlin" is the organisation of that
        # name although Russia has it among its aliases.
        for actor in self.actors.values():
            self._ids.setdefault(folded(actor.actor_id), actor.actor_id)
        for actor in self.actors.values():
            self._ids.setdefault(folded(actor.name), actor.actor_id)
        for actor in self.actors.values():
            for alias in actor.names():
                self._ids.setdefault(folded(alias), actor.actor_id)

    def find(self, name: str) -> str | None:
        """Return the id of the actor with this id, name or alias in any language; ``None`` if there is none."""
        return self._ids.get(folded(name))

    def name(self, actor_id: str) -> str:
        """Return an actor's name; the id itself for an actor that is on no list."""
        actor = self.actors.get(actor_id)
        return actor.name if actor else actor_id

    def members(self, actor_id: str) -> Sequence[Actor]:
        """Return those whose parent an actor is: a state's people and bodies."""
        return self._members.get(actor_id, ())

    def family(self, actor_id: str) -> set[str]:
        """Return an actor with everyone whose chain of parents leads to it: a state with its people and bodies."""
        found = {actor_id}
        while more := {member.actor_id for each in found for member in self.members(each)} - found:
            found |= more
        return found

    def voice(self, actor_id: str) -> str:
        """Return the state or organisation that an actor speaks for: the top of its parents, or itself.

        Whoever is ``independent`` speaks for itself.
        """
        return self._top(actor_id, lambda actor: actor.independent)

    def side(self, actor_id: str) -> str:
        """Return the state or organisation that an actor belongs to, its independent press among them."""
        return self._top(actor_id, lambda actor: False)

    def _top(self, actor_id: str, stops: Callable[[Actor], bool]) -> str:
        seen = {actor_id}
        while (actor := self.actors.get(actor_id)) and actor.parent not in seen | {""} and not stops(actor):
            actor_id = actor.parent
            seen.add(actor_id)
        return actor_id
