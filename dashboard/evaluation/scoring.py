"""How well extracted facts agree with labelled articles: what is the same fact, and how often its columns agree.

Two facts are the same when

- deployment: the actor is the same, and they share a number;
- casualty: the actor and the outcome are the same, and they share a number;
- meeting: they share two participants or more and at least half of all that either names, and their dates overlap where
  the label has a date.

Every label and every prediction is matched at most once, best agreement first. Labels marked ``debatable`` are neither
a miss when absent nor a false fact when found; ``actor_alt`` and ``claimant_alt`` are right answers too.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.facts import Document, Fact

from .labels import document_of

Record = Mapping[str, Any]
VALUES = ("value_low", "value_best", "value_high")
SLOTS: Mapping[str, tuple[str, ...]] = {
    "deployment": (
        "values", "qualifier", "measure", "status", "supported", "claimant", "assertion", "dates", "country",
    ),
    "casualty": ("values", "qualifier", "measure", "status", "claimant", "assertion", "dates", "country"),
    "meeting": ("participants", "status", "dates", "country", "claimant"),
}  # fmt: skip
ALIKE = 0.85  # how alike two spellings of one name are


@dataclass
class Score:
    """Labels, predictions and matches of one language and kind."""

    labels: int = 0
    said: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of the predictions that are right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of the labels that were found."""
        return self.right / self.labels if self.labels else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0


@dataclass
class Result:
    """All scores: by language and kind, by column, by confidence, and what went wrong."""

    scores: dict[tuple[str, str], Score] = field(default_factory=dict)
    columns: dict[str, list[bool]] = field(default_factory=dict)
    confidences: list[tuple[float, bool]] = field(default_factory=list)
    missed: list[tuple[str, Record]] = field(default_factory=list)
    false: list[tuple[str, Record]] = field(default_factory=list)


def record(fact: Fact) -> dict[str, Any]:
    """Return a fact as labels have it: days as text."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in vars(fact).items()}


def people(fact: Record) -> frozenset[str]:
    """Return the participants, given as a list or joined by semicolons."""
    value = fact.get("participants") or []
    return frozenset(p.strip() for p in (value.split(";") if isinstance(value, str) else value) if p.strip())


def numbers(fact: Record) -> tuple[int | None, ...]:
    """Return the three numbers of a fact."""
    return tuple(None if fact.get(name) in (None, "") else int(fact[name]) for name in VALUES)


def dates(fact: Record) -> tuple[str, str] | None:
    """Return from when to when it was; ``None`` where nothing is said."""
    start, end = (fact.get("date_start") or "")[:10], (fact.get("date_end") or "")[:10]
    if not start and not end:
        return None
    start, end = start or end, end or start
    if fact.get("date_precision") in ("month", "year") and start == end:
        end = start[:7] + "-31" if fact["date_precision"] == "month" else start[:4] + "-12-31"
    return start, end


def _overlap(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _named_alike(one: str, other: str) -> bool:
    """Tell whether ids are equal, two spellings of one name (sergey-lavrov, sergei-lavrov), or a surname alone."""
    if one == other or not one or not other or one.isupper() or other.isupper():
        return one == other
    return other == one.rsplit("-", 1)[-1] or difflib.SequenceMatcher(None, one, other).ratio() >= ALIKE


def _accepted(gold: Record, slot: str) -> set[str]:
    other = gold.get(f"{slot}_alt") or []
    return {gold.get(slot) or "", *(other if isinstance(other, list) else [other])}


def _alike(gold: Record, slot: str, said: Record) -> bool:
    return any(_named_alike(ours, said.get(slot) or "") for ours in _accepted(gold, slot))


def _spelled(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    return frozenset(next((o for o in sorted(ours) if _named_alike(o, t)), t) for t in theirs)


def same(gold: Record, said: Record) -> bool:
    """Tell whether a prediction is the fact of a label."""
    if gold["kind"] != said.get("kind"):
        return False
    if gold["kind"] == "meeting":
        ours = people(gold)
        theirs = _spelled(ours, people(said))
        shared = ours & theirs
        if len(shared) < 2 or 2 * len(shared) < len(ours | theirs):
            return False
        return dates(gold) is None or _overlap(dates(gold), dates(said))
    if not _alike(gold, "actor", said) or (gold["kind"] == "casualty" and gold.get("outcome") != said.get("outcome")):
        return False
    mine, yours = ({n for n in numbers(fact) if n is not None} for fact in (gold, said))
    return bool(mine & yours) or (not mine and not yours)


def agrees(slot: str, gold: Record, said: Record) -> bool:
    """Tell whether a column of a prediction says what the label says."""
    if slot == "values":
        return numbers(gold) == numbers(said)
    if slot == "participants":
        return people(gold) == _spelled(people(gold), people(said))
    if slot == "dates":
        return dates(gold) == dates(said)
    if slot in ("supported", "claimant"):
        return _alike(gold, slot, said)
    return (said.get(slot) or "") in _accepted(gold, slot)


def matched(gold: list[dict[str, Any]], said: list[dict[str, Any]]) -> list[tuple[Record, Record]]:
    """Return the pairs of labels and predictions that are the same fact, best agreement first."""
    pairs = [
        (sum(agrees(slot, g, p) for slot in SLOTS[g["kind"]]), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(said)
        if same(g, p)
    ]
    taken_gold: set[int] = set()
    taken_said: set[int] = set()
    found: list[tuple[Record, Record]] = []
    for _agreeing, i, j in sorted(pairs, key=lambda each: (-each[0], each[1], each[2])):
        if i not in taken_gold and j not in taken_said:
            taken_gold.add(i)
            taken_said.add(j)
            found.append((gold[i], said[j]))
    return found


def scored(labelled: Iterable[Mapping[str, Any]], extract: Callable[[Document], Sequence[Fact]]) -> Result:
    """Extract every labelled article (:func:`~dashboard.evaluation.read_labels`) and score it against its labels."""
    result = Result()
    for label in labelled:
        ours, theirs = label["facts"], [record(fact) for fact in extract(document_of(label))]
        pairs = matched(ours, theirs)
        free = [g for g, _said in pairs if g.get("debatable")]
        for kind in SLOTS:
            optional = sum(g["kind"] == kind for g in free)
            counts = (
                sum(f["kind"] == kind and not f.get("debatable") for f in ours),
                sum(f["kind"] == kind for f in theirs) - optional,
                sum(g["kind"] == kind for g, _said in pairs) - optional,
            )
            for key in ((label["language"], kind), ("all", kind), (label["language"], "all"), ("all", "all")):
                score = result.scores.setdefault(key, Score())
                score.labels, score.said, score.right = (
                    have + more for have, more in zip((score.labels, score.said, score.right), counts, strict=True)
                )
        for g, p in pairs:
            for slot in SLOTS[g["kind"]]:
                result.columns.setdefault(slot, []).append(agrees(slot, g, p))
        hits = [id(p) for _gold, p in pairs]
        result.confidences += [(float(p["confidence"] or 0), id(p) in hits) for p in theirs]
        found = [id(g) for g, _said in pairs]
        result.missed += [(label["document_id"], g) for g in ours if id(g) not in found and not g.get("debatable")]
        result.false += [(label["document_id"], p) for p in theirs if id(p) not in hits]
    return result
