"""What a reviewer does, and what of it this session remembers: each decision is written at once, in a callback.

A desk is one place where decisions are taken: the Review page, or the drawer of one fact. It holds nothing that would
be lost with the browser, but for what is being typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

import duckdb
import streamlit as st

from dashboard.facts import Decision, words
from dashboard.store import Conflict, DecisionError, Filters, StoreError, open_store, review
from dashboard.wording import _, ngettext

from .reviewer import reviewer

Row = Mapping[str, Any]
Mode = Literal["", "correct", "add", "other", "many"]
Done = TypeVar("Done")


@dataclass(frozen=True)
class Taken:
    """A decision of this session: by what it is undone, and what it was in words."""

    fact_id: str
    seen: str
    said: str
    by: str
    batch: str = ""


@dataclass
class Desk:
    """What a session remembers of its reviewing.

    ``at`` is the fact in front where it is not the next of the queue; ``row`` the fact as it was when the form for it
    was opened, ``span`` the words that were marked, ``problems`` what is wrong with the form, by column. ``told`` and
    ``wrong`` are said once, above the fact.
    """

    at: str = ""
    mode: Mode = ""
    taken: list[Taken] = field(default_factory=list)
    told: str = ""
    wrong: str = ""
    row: Row | None = None
    span: tuple[int, int] | None = None
    problems: dict[str, str] = field(default_factory=dict)

    def leave(self) -> None:
        """Close what is open and go on to the next fact."""
        self.at, self.mode, self.row, self.span, self.problems = "", "", None, None, {}


def desk(name: str = "review") -> Desk:
    """Return the desk of this name in this session."""
    found: Desk = st.session_state.setdefault(f"desk_{name}", Desk())
    return found


def attempt(at: Desk, work: Callable[[duckdb.DuckDBPyConnection], Done], fact_id: str = "") -> Done | None:
    """Do work in the database; where it cannot be done, say why on the desk and return ``None``.

    After a conflict the fact is in front again, as it is now.
    """
    at.told, at.wrong, at.problems = "", "", {}
    try:
        with open_store() as connection:
            return work(connection)
    except Conflict as conflict:
        if not at.mode and any(taken.seen == conflict.newer[-1].decision_id for taken in at.taken[-1:]):
            return None  # a key that was pressed twice: the first press has decided
        at.at, at.wrong = fact_id, str(conflict)
    except DecisionError as error:
        at.wrong = "" if error.problems else str(error)
        for problem in error.problems:
            at.problems.setdefault(problem.column, problem.says)
    except StoreError as error:
        at.wrong = str(error)
    return None


def decide(at: Desk, fact: Row, said: str, work: Callable[[duckdb.DuckDBPyConnection], Decision]) -> bool:
    """Take a decision about a fact, remember how to undo it, and go on; tells whether it could be taken."""
    decision = attempt(at, work, fact["fact_id"])
    if decision is None:
        return False
    # Skipping decides nothing: whoever takes it back has seen what was decided before it.
    seen = fact["last_decision"] if decision.action == "skip" else decision.decision_id
    at.taken.append(Taken(decision.fact_id, seen, said, decision.reviewer))
    at.told = f"{_(words.ACTIONS[decision.action])}: {said}"
    at.leave()
    return True


def accept(at: Desk, fact: Row, said: str) -> None:
    """Accept a fact."""
    who = reviewer()
    decide(
        at, fact, said, lambda store: review.accept(store, fact["fact_id"], reviewer=who, seen=fact["last_decision"])
    )


def reject(at: Desk, fact: Row, said: str, reason: str, note_key: str = "") -> None:
    """Reject a fact; ``note_key`` names the field of the session that says why in words."""
    who, note = reviewer(), str(st.session_state.get(note_key) or "") if note_key else ""
    decide(
        at,
        fact,
        f"{said} ({_(words.REASONS[reason]).lower()})",
        lambda store: review.reject(
            store, fact["fact_id"], reason, reviewer=who, seen=fact["last_decision"], note=note
        ),
    )


def skip(at: Desk, fact: Row, said: str) -> None:
    """Leave a fact for later; one that is decided already is only put aside."""
    if fact["review"] != "unreviewed":
        at.told = at.wrong = ""
        at.leave()
        return
    who = reviewer()
    decide(at, fact, said, lambda store: review.skip(store, fact["fact_id"], reviewer=who))


def accept_many(at: Desk, confidence: float, filters: Filters) -> None:
    """Accept all facts that pass the filters and are at least this certain."""
    who = reviewer()
    together = attempt(at, lambda store: review.accept_above(store, confidence, reviewer=who, filters=filters))
    if together is None:
        return
    at.told = ngettext("{n} fact accepted", "{n} facts accepted", together.facts)
    at.taken.append(Taken("", "", at.told, who, together.batch))
    at.leave()


def undo(at: Desk) -> None:
    """Take back the last decision of this session; the fact is in front again."""
    if not at.taken:
        return
    last = at.taken[-1]
    at.leave()
    undone: object
    if last.batch:
        undone = attempt(at, lambda store: review.undo_together(store, last.batch, reviewer=last.by))
    else:
        undone = attempt(at, lambda store: review.undo(store, last.fact_id, reviewer=last.by, seen=last.seen))
    if undone:
        at.told = _("Taken back: {what}").format(what=last.said)
    at.taken.pop()
    at.at = last.fact_id


def open_mode(at: Desk, mode: Mode) -> None:
    """Open a form beside the fact, or close it with an empty mode."""
    at.mode, at.problems, at.told, at.wrong, at.span, at.row = mode, {}, "", "", None, None
