"""Listed people who are named by surname alone: of a state that is spoken of, or in office. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dashboard.facts import Actor, is_country

from .lookup import SURNAME
from .memory import Mention
from .reading import Reading
from .text import fold

TENURE = re.compile(r"\((\d{4})?\s*[–-]\s*(\d{4})?\)")  # in the role of a person: "President (2001–2009)"


def by_surname(reading: Reading, _found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the listed people who are named by surname alone, as far as it can be only one of them."""
    read, known = reading.sentence.tokens, reading.lexicon.surnames
    taken = {at for m in reading.mentions for at in range(m.first, m.last)}
    starts = reading.sentence.known
    for at, token in enumerate(read):
        if token.folded not in known or at in taken or at in starts or not token.text[0].isupper():
            continue
        beside = [read[each] for each in (at - 1, at + 1) if 0 <= each < len(read) and each not in starts]
        if any(each.text[0].isupper() and each.text.isalpha() for each in beside):
            continue
        if (actor := _titled(reading, known[token.folded], at) or _meant(reading, known[token.folded])) is not None:
            yield Mention(actor, at, at + 1)


def _titled(reading: Reading, people: Sequence[Actor], at: int) -> Actor | None:
    """Return the only one of a surname behind an office or the own state: "Prime Minister Tusk", "Poland's Tusk"."""
    own = [m.actor.actor_id for m in reading.mentions if m.actor.type == "state" and reading.ends(m) == at > m.last]
    fitting = [actor for actor in people if actor.parent in own]
    if not fitting and reading.sentence.before("title", at) and is_country(people[0].parent):
        fitting = [actor for actor in people if actor.parent in reading.sides]
    return fitting[0] if len(fitting) == 1 else None


def _meant(reading: Reading, people: Sequence[Actor]) -> Actor | None:
    """Return who of one surname is meant: the one who was in office, else the only one, if of a state spoken of."""
    published = reading.document.published
    serving = [actor for actor in people if published is not None and in_office(actor, published)]
    if len(serving) == 1:
        return serving[0]
    own = fold(people[0].name).split()[-1]
    if len(people) > 1 or not is_country(people[0].parent) or len(own) <= SURNAME:
        return None
    return people[0] if people[0].parent in reading.sides else None


def in_office(actor: Actor, day: date) -> bool:
    """Tell whether a person's role has years within which a day lies.

    >>> blair = Actor(actor_id="blair", name="Blair", type="person", role="Prime Minister (1997–2007)")
    >>> in_office(blair, date(2003, 4, 7)), in_office(blair, date(2013, 4, 7))
    (True, False)
    """
    years = TENURE.search(actor.role)
    if years is None:
        return False
    first, last = (int(year) if year else None for year in years.groups())
    return (first or 0) <= day.year <= (last or day.year)
