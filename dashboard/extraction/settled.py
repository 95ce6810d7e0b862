"""Which meetings stand: no plans that were held or are off, no visits told by whom was met. Knows no language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from dashboard.facts import Directory, Fact, is_country, parted

from .merging import undated

PAIR = 2  # who meet at least
STAY = timedelta(3)  # between an arrival and the talks that it was for


def settled(told: Sequence[Fact], actors: Directory) -> Iterator[Fact]:
    """Yield facts without the plans that were held or called off, and the visits of those who are told to meet there.

    Every question is one look into what was told: an archive in one document takes no longer than its parts.
    """
    meetings = [fact for fact in told if fact.kind == "meeting"]
    held = {(fact.participants, fact.date_start) for fact in meetings if fact.status == "occurred"}
    off = {(f.participants, f.date_start, f.claimant) for f in meetings if f.status == "denied" and f.date_start}
    led = _led(meetings, actors)
    visits = _Visits((fact for fact in meetings if fact.status != "denied"), actors)
    for fact in told:
        if fact.kind == "meeting" and fact.status == "planned":
            key = (fact.participants, fact.date_start)
            if key in held or (*key, fact.claimant) in off:
                continue
        if not visits.hosted(fact) and not _is_led(fact, led):
            yield fact


def _led(meetings: Iterable[Fact], actors: Directory) -> dict[tuple[str, frozenset[str]], list[Fact]]:
    """Return the meetings of named people by how real they are and by the states whose people met."""
    found: dict[tuple[str, frozenset[str]], list[Fact]] = {}
    for fact in meetings:
        sides = [actors.side(person) for person in parted(fact.participants)]
        if not any(is_country(person) for person in parted(fact.participants)) and all(map(is_country, sides)):
            found.setdefault((fact.status, frozenset(sides)), []).append(fact)
    return found


def _is_led(fact: Fact, led: dict[tuple[str, frozenset[str]], list[Fact]]) -> bool:
    """Tell whether a meeting of states is that of their people, who are named elsewhere: principals, not states."""
    states = parted(fact.participants)
    if fact.kind != "meeting" or len(states) < PAIR or not all(is_country(each) for each in states):
        return False
    others = led.get((fact.status, frozenset(states)), ())
    return any(_same_days(fact, other) and _same_place(fact, other) for other in others)


def _same_days(one: Fact, other: Fact) -> bool:
    if undated(one) or undated(other):
        return True
    first, second = ((f.date_start or f.date_end, f.date_end or f.date_start) for f in (one, other))
    return bool(first[0] and first[1] and second[0] and second[1] and first[0] <= second[1] and second[0] <= first[1])


def _same_place(one: Fact, other: Fact) -> bool:
    return not (one.country and other.country) or one.country == other.country


def nowhere(fact: Fact) -> bool:
    """Tell whether a past meeting has neither day nor place: "they have met three times" tells of no meeting."""
    placed = fact.location or fact.country or fact.format == "call"
    return fact.kind == "meeting" and fact.status == "occurred" and undated(fact) and not placed


class _Visits:
    """The meetings of a document, each once, by who took part."""

    def __init__(self, meetings: Iterable[Fact], actors: Directory) -> None:
        self._actors = actors
        self._met: dict[str, list[Fact]] = {}
        self._hosted: dict[tuple[object, ...], bool] = {}
        for fact in {_key(fact): fact for fact in meetings}.values():
            for person in parted(fact.participants):
                self._met.setdefault(person, []).append(fact)

    def hosted(self, fact: Fact) -> bool:
        """Tell whether a fact is a visit to a state by somebody who is told to meet that state's people there."""
        if fact.kind != "meeting" or fact.status not in ("occurred", "planned"):
            return False
        key = _key(fact)
        if key not in self._hosted:
            self._hosted[key] = self._is_hosted(fact)
        return self._hosted[key]

    def _is_hosted(self, visit: Fact) -> bool:
        people = set(parted(visit.participants))
        states = {each for each in people if is_country(each)}
        visitors = people - states
        if len(states) != 1 or not visitors:
            return False
        for met in self._met.get(min(visitors), ()):
            others = set(parted(met.participants))
            hosts = others - visitors - states
            if visitors < others and {self._side(each, met) for each in hosts} & states and _one_stay(visit, met):
                return True
        return False

    def _side(self, person: str, met: Fact) -> str:
        """Return somebody's state; of whom no list tells one: who receives people is at home where that is."""
        side = self._actors.side(person)
        return met.country if side == person and met.format == "visit" else side


def _key(fact: Fact) -> tuple[object, ...]:
    return fact.participants, fact.date_start, fact.date_end, fact.country, fact.format, fact.status


def _one_stay(visit: Fact, met: Fact) -> bool:
    """Tell whether a visit is that on which somebody met: it has no day, or arrival and talks are a few days apart."""
    if undated(visit) or (visit.date_start, visit.date_end) == (met.date_start, met.date_end):
        return True
    if not (visit.date_start and visit.date_end and met.date_start and met.date_end) or met.country != visit.country:
        return False
    return visit.date_start - STAY <= met.date_end and met.date_start <= visit.date_end + STAY
