"""The kinds of fact, each declared once.

A declaration here is all that a new kind needs: its columns join the table, the CSV header and the data dictionary,
its page appears in the navigation, and its rows are checked, filtered and exported like all others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .columns import Column
from .model import FACT_COLUMNS, Fact, digest

Shape = Literal["quantity", "encounter"]
VALUES = ("value_low", "value_best", "value_high")
QUANTITY = ("unit", *VALUES, "qualifier", "measure")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What one kind of fact holds and how it is shown.

    ``shape`` chooses the page: a ``quantity`` is a number that claimants dispute over time, an ``encounter`` is an
    event between participants. ``columns`` are the kind's among the shared ones, ``own`` those that no other kind has,
    ``required`` those that may not be empty. ``key`` says what makes two facts of one document the same.
    ``comparable`` names the columns that must agree before two figures may stand on one axis; ``numberless`` allows
    claims that tell no number besides denials. ``title`` names one fact or question in words: column names in braces
    stand for their labels, and a part in square brackets is left out where its columns are empty. ``file`` is the CSV
    file in ``data/`` (empty: none ships).
    """

    name: str
    label: str
    plural: str
    meaning: str
    title: str
    shape: Shape
    key: tuple[str, ...]
    columns: tuple[str, ...]
    required: tuple[str, ...]
    own: tuple[Column, ...] = ()
    comparable: tuple[str, ...] = ()
    numberless: bool = False
    file: str = ""
    icon: str = ":material/fact_check:"
    colour: str = "#595959"


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="deployment",
            label="Deployment",
            plural="Deployments",
            meaning="People in military service sent, stationed, withdrawn, or about to be",
            title="{actor}: {unit} {movement}[ in support of {supported}][ ({measure})]",
            shape="quantity",
            key=("actor", "supported", *VALUES, "status", "measure"),
            columns=("actor", "supported", "movement", *QUANTITY),
            required=("actor", "movement", "unit"),
            comparable=("actor", "supported", "movement", "unit", "measure"),
            numberless=True,
            file="deployments.csv",
            icon=":material/military_tech:",
            colour="#0072B2",
        ),
        Kind(
            name="casualty",
            label="Casualty",
            plural="Casualties",
            meaning="People killed, wounded, captured or missing",
            title="{actor}: {unit} {outcome}[ ({measure})]",
            shape="quantity",
            key=("actor", "outcome", *VALUES, "measure", "date_start", "date_end"),
            columns=("actor", "outcome", *QUANTITY),
            required=("outcome", "unit"),
            comparable=("actor", "outcome", "unit", "measure"),
            file="casualties.csv",
            icon=":material/personal_injury:",
            colour="#E69F00",
        ),
        Kind(
            name="meeting",
            label="Meeting",
            plural="Meetings",
            meaning="Two or more leaders, officials or delegations in talks, a visit, a summit, a call, a ceremony",
            title="{participants}[: {format}][, {location}]",
            shape="encounter",
            key=("participants", "date_start", "date_end", "status"),
            columns=("participants", "format"),
            required=("participants", "format"),
            file="meetings.csv",
            icon=":material/groups:",
            colour="#009E73",
        ),
    )
}

_SHARED = {column.name: column for column in FACT_COLUMNS}
SPECIFIC = frozenset(name for kind in KINDS.values() for name in kind.columns)


def fact_columns() -> tuple[Column, ...]:
    """Return every column that a fact of any declared kind can have: the shared ones, then the kinds' own."""
    return FACT_COLUMNS + tuple(column for kind in KINDS.values() for column in kind.own)


def columns_for(kind: Kind) -> tuple[Column, ...]:
    """Return the columns that facts of one kind fill, in the order of the exchange format."""
    shared = tuple(c for c in FACT_COLUMNS if c.name not in SPECIFIC or c.name in kind.columns)
    return shared + kind.own


def column_named(kind: Kind, name: str) -> Column:
    """Return the column of this name that facts of a kind have.

    Raises:
        KeyError: if there is none.
    """
    return _SHARED[name] if name in _SHARED else {column.name: column for column in kind.own}[name]


def kind_named(name: str) -> Kind:
    """Return a declared kind.

    Raises:
        ValueError: for an unknown name; the message lists the known ones.
    """
    try:
        return KINDS[name]
    except KeyError:
        raise ValueError(f"unknown kind {name!r}; known are {', '.join(KINDS)}") from None


def identity(fact: Fact) -> str:
    """Return the stable id of a fact: the same document and the same key give the same id everywhere."""
    kind = kind_named(fact.kind)
    parts = ("" if (value := fact.value(name)) is None else str(value) for name in kind.key)
    return f"{fact.kind}-{digest(fact.document_id, fact.kind, *parts)}"
