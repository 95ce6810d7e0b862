"""Grades that rules propose. A proposal is never stored: it becomes a grade only when a person sets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .model import PUBLISHER
from .names import Directory

UNNAMED = "unnamed-source"


@dataclass(frozen=True)
class Proposal:
    """A grade that a rule proposes, and which rule: a key of :data:`dashboard.facts.words.PROPOSALS`."""

    grade: str
    because: str


def propose_credibility(
    fact: Mapping[str, Any], directory: Directory, *, publisher: str, reprint_of: str = "", confirmed_by: int = 0
) -> Proposal | None:
    """Return the credibility (1-6) that rules propose for a fact; ``None`` where none has anything to go by.

    ``fact`` has at least ``claimant`` and ``relayed_via``; ``publisher`` is the name of its document's publisher and
    ``reprint_of`` the document that this one reprints. ``confirmed_by`` counts the other independent voices that agree
    with it (in :mod:`dashboard.transforms`, ``agreeing`` less its own).

    The first rule that applies counts: confirmed by two other voices or more (1) or by one (2); a reprint (6); an
    anonymous claimant (6); a primary statement (3).
    """
    if confirmed_by > 0:
        return Proposal("1" if confirmed_by > 1 else "2", "confirmed")
    if reprint_of:
        return Proposal("6", "reprint")
    if fact["claimant"] == UNNAMED:
        return Proposal("6", "anonymous")
    if is_primary(fact, directory, publisher):
        return Proposal("3", "primary")
    return None


def is_primary(fact: Mapping[str, Any], directory: Directory, publisher: str) -> bool:
    """Tell whether the claimant publishes a fact itself or through its own organ, with nobody in between."""
    outlet = directory.find(publisher) if publisher else None
    if not outlet or fact.get("relayed_via") or fact["claimant"] == PUBLISHER:
        return False
    if fact["claimant"] == outlet:
        return True
    return directory.voice(outlet) != outlet and directory.voice(outlet) == directory.voice(fact["claimant"])


def propose_reliability(directory: Directory, *, publisher: str) -> Proposal | None:
    """Return the reliability (A-F) that rules propose for a publisher; ``None`` where they have nothing to go by.

    The organ of a state or organisation is proposed as C, a news agency that speaks for itself as B. A reprint is as
    reliable as its original: ask with the publisher of that.
    """
    outlet = directory.actors.get(directory.find(publisher) or "")
    if outlet is None:
        return None
    if directory.voice(outlet.actor_id) != outlet.actor_id:
        return Proposal("C", "organ")
    return Proposal("B", "agency") if "news agency" in f"{outlet.role} {outlet.name}".casefold() else None
