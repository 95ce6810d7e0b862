"""Whether a correction makes sense: read like a cell of ``data/``, and checked by the very rules of those rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.facts import Directory, Value, columns_for, fact_columns, kind_named
from dashboard.facts.check import Problem, closest, read_value, read_values
from dashboard.facts.shipped import unknown_actors

from .deciding import TOGETHER
from .log import DecisionError
from .rows import Row

# What no correction changes, and what to do instead.
FIXED: Mapping[str, str] = {
    "fact_id": "stays what it is",
    "document_id": "stays what it is; reject the fact and add it to the other article",
    "kind": "stays what it is; reject the fact and add one of the other kind",
    "confidence": "is the extractor's own",
    "review": "follows from what is decided",
    "credibility": "is set by grading the fact",
}


def as_text(value: Value) -> str:
    """Return a value as a cell of ``data/`` has it; an empty text for nothing."""
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value).strip()


def as_asked(row: Row, changes: Mapping[str, Value], text: str) -> tuple[dict[str, Value], list[Problem]]:
    """Return the columns that a correction sets to another value than a fact has, and what cannot be read of it.

    Columns that only mean something together are all set where one of them changes; the evidence is what ``text`` has
    at its offsets.
    """
    columns = {column.name: column for column in columns_for(kind_named(row["kind"]))}
    asked: dict[str, Value] = {}
    problems: list[Problem] = []
    for name, value in changes.items():
        if name not in columns:
            problems.append(Problem(name, f"is no column of this kind of fact{closest(name, list(columns))}"))
            continue
        try:
            asked[name] = read_value(columns[name], as_text(value))
        except ValueError as error:
            problems.append(Problem(name, str(error)))
            continue
        if name in FIXED and asked.pop(name) != row[name]:
            problems.append(Problem(name, FIXED[name]))
    problems += _mark(row, asked, text)
    changed = {name for name, value in asked.items() if value != row[name]}
    for group in TOGETHER:
        if changed & set(group):
            changed |= {name for name in group if name in columns and row[name] not in ("", None)}
    return {name: asked.get(name, row[name]) for name in columns if name in changed}, problems


def _mark(row: Row, asked: dict[str, Value], text: str) -> list[Problem]:
    """Set the evidence to the words between its offsets, where the text is kept."""
    offsets = ("evidence_start", "evidence_end")
    if not text or not any(name in asked for name in (*offsets, "evidence")):
        return []
    start, end = (asked.get(name, row[name]) for name in offsets)
    if not isinstance(start, int) or not isinstance(end, int):
        return [Problem("evidence_start", "the evidence has a first and a last character in the article")]
    if not start < end <= len(text):
        return [Problem("evidence_end", f"{start} to {end} is no passage of an article of {len(text)} characters")]
    asked |= {"evidence": text[start:end], "evidence_start": start, "evidence_end": end}
    return []


def problems_of(
    row: Row, asked: Mapping[str, Value], directory: Directory, new_actors: Mapping[str, str], *, is_new: bool = False
) -> list[Problem]:
    """Return what is wrong with a fact once it is corrected.

    What was wrong before, and is not touched, hinders no correction: an extracted fact may lack what a row of ``data/``
    must have.
    """
    after = _problems({**row, **asked}, directory, new_actors)
    if is_new:
        return after
    before = {(each.column, each.says) for each in _problems(row, directory, new_actors)}
    return [each for each in after if (each.column, each.says) not in before or each.column in asked]


def _problems(row: Row, directory: Directory, new_actors: Mapping[str, str]) -> list[Problem]:
    kind = kind_named(row["kind"])
    _values, problems = read_values({name: as_text(value) for name, value in row.items() if _is_told(name)}, kind)
    for column in columns_for(kind):
        ids = unknown_actors(column, as_text(row.get(column.name)), directory, "the list of actors")
        problems += [each for each in ids if not any(repr(new) in each.says for new in new_actors)]
    return problems


def _is_told(name: str) -> bool:
    return any(column.name == name for column in fact_columns())


def refused(problems: Sequence[Problem]) -> DecisionError:
    """Return the error that says what is wrong, one sentence for each column."""
    return DecisionError("; ".join(f"{each.column}: {each.says}" for each in problems) + ".", problems)
