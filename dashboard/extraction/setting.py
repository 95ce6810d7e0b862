"""Where it all is: the country that an article is about, the town of its dateline, the scene of a paragraph.

Knows no language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dashboard.facts import Actor, is_country

from .bodies import DOINGS
from .dividing import BULLETS
from .gazetteer import towns
from .lookup import Lexicon
from .mentions import names_no_state
from .press import is_press
from .text import Sentence, Token, fold

DATELINED = 4  # what the dateline adds to a country that sentences name, at two a sentence
LABEL = 4  # words after a country's name in the label of an entry
LINE = 40  # characters before a sentence in which a paragraph ends
OFTEN = 2  # sentences that tell that something is in a country; how much more of it than of any other
ONCE = 2  # what one sentence adds to a country that it names
SHORT = 3  # letters of a name that may be any word
STAGE = 6  # tokens at the beginning of a sentence that say where
TOWN = 6  # tokens of a dateline within which its town begins


def new_paragraph(text: str, sentence: Sentence) -> bool:
    """Tell whether a paragraph begins with a sentence: the line before it ends in a stop or is empty."""
    before = text[max(0, sentence.start - LINE) : sentence.start].rstrip(" \t")
    return before.endswith("\n") and (before.rstrip()[-1:] in '.!?"”' or before.endswith("\n\n"))


def is_item(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of a list: a bullet, which is no part of it, stands before its words."""
    before = text[sentence.start : sentence.tokens[0].start].strip()
    return bool(before) and all(mark in BULLETS for mark in before)


def heading(sentence: Sentence, lexicon: Lexicon) -> str:
    """Return the country of which a section or an entry is, by its heading: "Myanmar", "Sri Lanka: at least 92 …"."""
    if not sentence.of("actor"):
        return ""
    states = [s for s in sentence.of("actor") if s.first == 0 and is_country(s.cue.value)]
    states = [s for s in states if s.cue.value in lexicon.actors.actors]
    if not states:
        return ""
    read, last = sentence.tokens, states[0].last
    alone = len(read) <= last + 1
    while last < len(read) and last - states[0].last < LABEL and read[last].text[0].isupper():
        last += 1  # "Sri Lankan Civil War:"
    return states[0].cue.value if alone or (last < len(read) and read[last].text == ":") else ""


def stage(sentence: Sentence, lexicon: Lexicon) -> str:
    """Return the country with which a sentence begins as the place of what follows: "In Iran, the figures differ"."""
    begins = [span for span in sentence.of("where", "in") if span.first == 0]
    if not begins or not any(token.text == "," for token in sentence.tokens[:STAGE]):
        return ""
    states = [s.cue.value for s in sentence.of("actor") if s.first == begins[0].last and is_country(s.cue.value)]
    places = [lexicon.places[s.cue.value].country for s in sentence.of("place") if s.first == begins[0].last]
    return next(iter((*states, *places)), "")


def _state_of(actor: Actor | None) -> str:
    """Return the state that an actor is, or whose body it is; empty for media, people and groups."""
    if actor is None or is_press(actor):
        return ""
    state = actor.parent if actor.type == "organisation" else actor.actor_id
    return state if is_country(state) else ""


def spoken_of(told: Iterable[Sentence], lexicon: Lexicon) -> dict[str, int]:
    """Count how often the sentences name each country, by itself, its people, its groups or its places."""
    named: dict[str, int] = {}
    for sentence in told:
        states: dict[str, int] = {}
        for span in sentence.of("actor"):
            state = _state_of(lexicon.actors.actors.get(span.cue.value)) or lexicon.bases.get(span.cue.value, "")
            if state and states.get(state, 0) < ONCE and not names_no_state(sentence, span):
                town = fold(lexicon.capitals.get(state, "")) == fold(sentence.words_folded(span))
                states[state] = max(states.get(state, 0), 1 if town else ONCE)
        for span in sentence.of("place"):
            states.setdefault(lexicon.places[span.cue.value].country, 1)
        for state in sorted(states.keys() - {""}):
            named[state] = named.get(state, 0) + states[state]
    return named


def focus(spoken: Mapping[str, int], lexicon: Lexicon, home: str) -> str:
    """Return the country that most sentences name; the first of several.

    The country of the dateline counts for more, unless all the language's papers are made there.
    """
    named = dict(spoken)
    told_of = home in named or max(named.values(), default=0) <= ONCE  # many wars are reported from next door
    if home and home not in lexicon.pack.presses and told_of:
        named[home] = named.get(home, 0) + DATELINED
    return max(named, key=lambda state: named[state], default="")


def ground(told: Iterable[Sentence], lexicon: Lexicon, spoken: Mapping[str, int]) -> str:
    """Return the country in which sentences tell most often that something is; empty where none stands out.

    Of two that fight, the one that is talked of more is often the one that attacks, and its people fall less.
    """
    named: dict[str, int] = {}
    for sentence in told:
        at = {span.last for span in sentence.of("where", "in")}
        at |= {span.last for span in sentence.of("article") if span.first in at}
        here = {lexicon.places[s.cue.value].country for s in sentence.of("place") if s.first in at}
        states = [s for s in sentence.of("actor") if s.first in at and is_country(s.cue.value)]
        here |= {s.cue.value for s in states if not any(sentence.at(c, s.last) for c in DOINGS)}  # "in a French raid"
        for state in here - {""}:
            named[state] = named.get(state, 0) + 1
    first, second = ([*sorted(named.items(), key=lambda each: -each[1]), ("", 0), ("", 0)])[:2]
    if first[1] < OFTEN or first[1] < OFTEN * second[1]:
        return ""
    return first[0] if OFTEN * spoken.get(first[0], 0) >= max(spoken.values(), default=0) else ""  # no mere venue


def home_of(line: Sequence[Token], lexicon: Lexicon) -> str:
    """Return the country of the town that a dateline names; empty where it names none."""
    for length in (3, 2, 1):
        for first in range(min(TOWN, len(line))):
            name = fold(" ".join(token.text for token in line[first : first + length]))
            found = lexicon.actors.find(name) if len(name) > SHORT else None
            if found and lexicon.actors.actors[found].type == "state":
                return found
            if (town := towns().get(name)) and len(name) > SHORT:
                return town[0]
    return ""
