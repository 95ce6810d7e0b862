"""A question in words and as a link, and what became of a claim that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.charts import shown_figure
from dashboard.facts import Directory, Kind, words
from dashboard.wording import _, day, span
from dashboard.wording.titles import title

Row = Mapping[str, Any]


def question_parameter(kind: Kind) -> str:
    """Return the address parameter that holds the chosen question of a kind's page."""
    return f"{kind.name}_question"


def question_title(kind: Kind, question: Row, directory: Directory) -> str:
    """Return a question in words."""
    told = title(kind, question, directory)
    if question["part"]:
        told = _("{title}, {since}").format(title=told, since=span(question["part"], None))
    return _("{title}, planned").format(title=told) if question["ahead"] else told


def standing_text(row: Row, newer: Mapping[str, Row]) -> str:
    """Say what became of a claim's figure: in force, superseded by which, or a stale repeat."""
    label = _(words.STANDINGS.get(row["standing"] or "", ""))
    if row["newer"] not in newer:
        return label
    return _("{standing}: {figure} since {day}").format(
        standing=label, figure=shown_figure(newer[row["newer"]]), day=day(row["until"])
    )
