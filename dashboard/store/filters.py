"""What an analyst filters by: values in, SQL with parameters out. Nothing that was typed ever becomes SQL.

Each filter is one row of ``RULES``. A fact passes when it passes every filter that is set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from dashboard.facts.words import UNGRADED

Basis = Literal["stated", "happened"]
Knowing = Literal["stated", "published", "added"]
Clause = tuple[str, list[Any]]

# When a fact happened: "since X" (a start alone) lasts until the day for which the figure was given; "by X" (an end
# alone) is that day.
HAPPENED_FROM = "coalesce(date_start, date_end)"
HAPPENED_UNTIL = "coalesce(date_end, greatest(date_start, as_of))"
UNDATED: dict[Basis, str] = {"stated": "as_of IS NULL", "happened": "date_start IS NULL AND date_end IS NULL"}
# When a claim became known. What shipped has no day of adding: it was there from the start.
KNOWN: dict[Knowing, str] = {
    "stated": "as_of",
    "published": "published",
    "added": "coalesce(added_at::DATE, DATE '0001-01-01')",
}


@dataclass(frozen=True)
class Filters:
    """What is to be shown. Empty values filter nothing.

    ``actors`` are ids in any role, each standing for its family (:meth:`dashboard.facts.Directory.family`);
    ``date_from`` and ``date_to`` are inclusive and count by ``basis``: the day for which a figure was stated, or the
    days on which it happened. Facts without such a date are kept unless ``undated`` is off. ``known_on`` replays what
    was known on that day: only claims that were stated, published or added (``known_by``) until then, which leaves out
    those without such a day. ``reviews`` are states of review; rejected facts are out of everything even where that
    state is among them, but for :func:`~dashboard.store.queries.claims` where it is told to take them in.
    ``reliability`` and ``credibility`` are the least grades that are let through: ``B`` lets A and B through; what
    cannot be judged (``F``, ``6``) passes only where no grade is asked for.
    """

    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    basis: Basis = "stated"
    undated: bool = True
    known_on: date | None = None
    known_by: Knowing = "stated"
    words: str = ""
    reviews: tuple[str, ...] = ()
    reliability: str = ""
    credibility: str = ""
    fact_ids: tuple[str, ...] = field(default=())
    documents: tuple[str, ...] = ()

    def of_kind(self, kind: str) -> Filters:
        """Return the same filters for one kind alone."""
        return replace(self, kinds=(kind,))

    def without_dates(self) -> Filters:
        """Return the same filters for all of time."""
        return replace(self, date_from=None, date_to=None)

    def of_now(self) -> Filters:
        """Return the same filters without the replay of an earlier day."""
        return replace(self, known_on=None)


@dataclass(frozen=True)
class Rule:
    """One filter: its name, whether it is set, and the clause that it makes."""

    name: str
    is_set: Callable[[Filters], bool]
    clause: Callable[[Filters], Clause]


def _listed(column: str, values: Callable[[Filters], tuple[str, ...]]) -> Rule:
    return Rule(column, lambda f: bool(values(f)), lambda f: (f"{column} IN (SELECT unnest(?))", [list(values(f))]))


def _actors(filters: Filters) -> Clause:
    # Each actor stands for itself and everyone below it; several actors are alternatives.
    family = (
        "WITH RECURSIVE family(actor_id) AS (SELECT unnest(?) UNION "
        "SELECT a.actor_id FROM actors a JOIN family f ON a.parent = f.actor_id) SELECT actor_id FROM family"
    )
    clause = f"fact_id IN (SELECT fact_id FROM fact_actors WHERE actor_id IN ({family}))"
    return clause, [list(filters.actors)]


def _dates(filters: Filters) -> Clause:
    first, last = ("as_of", "as_of") if filters.basis == "stated" else (HAPPENED_FROM, HAPPENED_UNTIL)
    parts: list[str] = []
    values: list[Any] = []
    if filters.date_from:
        parts.append(f"{last} >= ?")
        values.append(filters.date_from)
    if filters.date_to:
        parts.append(f"{first} <= ?")
        values.append(filters.date_to)
    clause = " AND ".join(parts)
    return (f"(({clause}) OR ({UNDATED[filters.basis]}))" if filters.undated else f"({clause})"), values


def _words(filters: Filters) -> Clause:
    # Every word must occur somewhere; contains() takes its argument literally, unlike LIKE.
    said = "lower(concat_ws(' ', summary, evidence, location, publisher, title, date_text))"
    each = filters.words.casefold().split()
    return " AND ".join([f"contains({said}, ?)"] * len(each)), list(each)


def _graded(column: str, unjudged: str, least: Callable[[Filters], str]) -> Rule:
    # Grades are letters or digits in the order of the alphabet, the best first.
    return Rule(
        column,
        lambda f: least(f) not in ("", unjudged),
        lambda f: (f"({column} <> ? AND {column} <= ?)", [unjudged, least(f)]),
    )


RULES: tuple[Rule, ...] = (
    Rule("actors", lambda f: bool(f.actors), _actors),
    _listed("kind", lambda f: f.kinds),
    _listed("claimant", lambda f: f.claimants),
    _listed("status", lambda f: f.statuses),
    _listed("publisher", lambda f: f.publishers),
    _listed("review", lambda f: f.reviews),
    _graded("reliability", UNGRADED[1], lambda f: f.reliability),
    _graded("credibility", UNGRADED[0], lambda f: f.credibility),
    _listed("fact_id", lambda f: f.fact_ids),
    _listed("document_id", lambda f: f.documents),
    Rule("dates", lambda f: bool(f.date_from or f.date_to), _dates),
    Rule("known", lambda f: f.known_on is not None, lambda f: (f"{KNOWN[f.known_by]} <= ?", [f.known_on])),
    Rule("words", lambda f: bool(f.words.split()), _words),
)


def where(filters: Filters) -> Clause:
    """Return the condition that a row of ``claims`` must meet, and its parameters in order."""
    clauses = [rule.clause(filters) for rule in RULES if rule.is_set(filters)]
    if not clauses:
        return "TRUE", []
    return " AND ".join(clause for clause, _ in clauses), [value for _, values in clauses for value in values]
