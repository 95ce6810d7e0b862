"""Language packs: the words of a language, read from ``packs/<language>.toml``. No word stands in the rules themselves.

A pack lists number words, month and weekday names, and *cues*: phrases that say what something is about, each with a
category and a value, such as ``outcome: killed`` or ``status: planned``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PACKS = Path(__file__).with_name("packs")
SHARE = 0.04  # of a text's words that its language's commonest make up; German has 2 % of the English ones


@dataclass(frozen=True)
class Cue:
    """What a phrase tells: a category and a value in it.

    ``exact``: begins with a capital (May is not may); ``caps``: all in capitals (RI is not Ri).
    """

    category: str
    value: str
    exact: bool = False
    caps: bool = False


@dataclass(frozen=True)
class Pack:
    """The words of one language; see the comments in the files themselves."""

    language: str
    thousands: str
    decimal: str
    suffixes: tuple[str, ...]
    possessives: tuple[str, ...]
    plural: str
    noun_first: bool
    abbreviations: frozenset[str]
    common: frozenset[str]
    homographs: frozenset[str]
    owners: frozenset[str]
    presses: frozenset[str]
    contractions: Mapping[str, str]
    phrases: tuple[tuple[str, Cue], ...]
    demonyms: Mapping[str, tuple[str, ...]]


@cache
def languages() -> tuple[str, ...]:
    """Return the languages (ISO 639-1) that there are packs for."""
    return tuple(sorted(path.stem for path in PACKS.glob("*.toml")))


@cache
def pack(language: str) -> Pack:
    """Return the pack of a language.

    Raises:
        ValueError: if there is none; the message lists those that there are.
    """
    if language not in languages():
        raise ValueError(f"no language pack {language!r}; there are {', '.join(languages())}")
    words = tomllib.loads((PACKS / f"{language}.toml").read_text(encoding="utf-8"))
    phrases: list[tuple[str, Cue]] = []
    for operation, numbers in words["numbers"].items():
        for word, value in numbers.items():
            phrases.append((word, Cue(f"number.{operation}", str(value))))
    phrases += _date_phrases(words["dates"])
    for category, by_value in words["cues"].items():
        for value, listed in by_value.items():
            # An abbreviation is written in capitals: "KIA", not the car.
            phrases += [(phrase, Cue(category, value, caps=phrase.isupper())) for phrase in listed]
    return Pack(
        language=language,
        thousands=words["thousands"],
        decimal=words["decimal"],
        suffixes=tuple(words["suffixes"]),
        possessives=tuple(words["possessives"]),
        plural=words["plural"],
        noun_first=words["noun_first"],
        abbreviations=frozenset(words["abbreviations"]),
        common=frozenset(words["common"]),
        homographs=frozenset(words.get("homographs", ())),
        owners=frozenset(words.get("owners", ())),
        presses=frozenset(words.get("presses", ())),
        contractions=words.get("contractions", {}),
        phrases=tuple(phrases),
        demonyms={state: tuple(names) for state, names in words["demonyms"].items()},
    )


def _date_phrases(dates: Mapping[str, Any]) -> list[tuple[str, Cue]]:
    phrases = [
        (name, Cue(category, str(place), exact=name != name.lower()))
        for category, listed in (("month", dates["months"]), ("weekday", dates["weekdays"]))
        for place, names in enumerate(listed, start=1)
        for name in names
    ]
    phrases += [(phrase, Cue("day", str(days))) for phrase, days in dates["days"].items()]
    phrases += [(phrase, Cue("span", f"{unit} {back}")) for phrase, (unit, back) in dates["spans"].items()]
    phrases += [(name, Cue("feast", day)) for name, day in dates.get("feasts", {}).items()]
    for way in ("until", "onset"):
        phrases += [(phrase, Cue(way, f"{unit} {back}")) for phrase, (unit, back) in dates.get(way, {}).items()]
    return phrases


def recognise(text: str) -> str:
    """Return the language whose commonest words make up most of the text; empty where they are fewer than in any prose.

    Words that two languages share must not make a German page English: "die", "in", "an", "was".

    >>> recognise("Badan itu mengatakan bahwa pasukan telah dikirim ke garis depan dan akan bertempur di sana.")
    'id'
    >>> recognise("The agency said that the troops were sent to the front and that more would follow.")
    'en'
    >>> recognise("12345")
    ''
    """
    words = text[:20_000].casefold().split()
    counts = {language: sum(word in pack(language).common for word in words) for language in languages()}
    best = max(counts, key=lambda language: counts[language], default="")
    return best if best and counts[best] >= SHARE * len(words) and counts[best] else ""
