"""A fact in words: its headline, who says so and how, its way from the claimant to the outlet, its columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.charts import shown_figure
from dashboard.facts import PUBLISHER, Column, Directory, Kind, columns_for, parted, words
from dashboard.store import publisher_id
from dashboard.wording import NOTHING, _, day, number, span
from dashboard.wording.titles import title

from .markdown import escaped

Row = Mapping[str, Any]
ARROW = " → "
# Columns that are told elsewhere: in the headline, as the words of the article, by the grade.
ELSEWHERE = ("fact_id", "kind", "document_id", "summary", "evidence", "evidence_start", "evidence_end", "credibility")


def headline(kind: Kind, fact: Row, directory: Directory) -> str:
    """Return what is claimed, with the number: "≈ 2,000 – North Korea: troops killed (cumulative)"."""
    told, figure = title(kind, fact, directory), shown_figure(fact) if kind.shape == "quantity" else NOTHING
    return told if figure == NOTHING else f"{figure} – {told}"


def claimant_name(fact: Row, directory: Directory) -> str:
    """Return who stands behind a claim."""
    if fact["claimant"] == PUBLISHER:
        return str(fact.get("publisher") or _("The article itself"))
    return directory.name(fact["claimant"])


def attribution(fact: Row, directory: Directory) -> str:
    """Return who claims it and how, as of when, and when and where it is said to have happened."""
    parts = [
        _("{claimant} {puts} it").format(
            claimant=claimant_name(fact, directory), puts=_(words.ASSERTIONS.get(fact["assertion"], "")).lower()
        ),
        _("as of {day}").format(day=day(fact["as_of"])) if fact["as_of"] else "",
        _(words.STATUSES.get(fact["status"], "")).lower() + happened(fact, before=" "),
        place(fact),
    ]
    return " · ".join(part for part in parts if part)


def sentence(kind: Kind, fact: Row, directory: Directory) -> str:
    """Return the whole claim as one sentence."""
    return f"{headline(kind, fact, directory)}; {attribution(fact, directory)}."


def happened(fact: Row, before: str = "") -> str:
    """Return when it happened, after ``before``; empty where that is not known."""
    told = span(fact["date_start"], fact["date_end"], fact["date_precision"] or "day")
    return "" if told == NOTHING else f"{before}{told}"


def place(fact: Row) -> str:
    """Return where it happened; empty where that is not known."""
    return ", ".join(part for part in (fact["location"], fact["country"]) if part)


def chain(fact: Row, directory: Directory, original: str = "") -> list[str]:
    """Return the names through which a claim came: claimant, who passed it on, outlet.

    ``original`` is the publisher of the document that this one reprints. Who follows on itself is named once.
    """
    publisher = str(fact.get("publisher") or "")
    ids = [publisher_id(publisher, directory) if fact["claimant"] == PUBLISHER and publisher else fact["claimant"]]
    ids += parted(fact["relayed_via"] or "")
    ids += [publisher_id(name, directory) for name in (original, publisher) if name]
    named = {publisher_id(name, directory): name for name in (original, publisher) if name}
    return [
        directory.name(each) if each in directory.actors else named.get(each, each)
        for turn, each in enumerate(ids)
        if each and (not turn or each != ids[turn - 1])
    ]


def told_columns(kind: Kind, fact: Row, directory: Directory) -> dict[str, str]:
    """Return the columns of a fact that have anything, as label and value in Markdown."""
    return {
        _(column.label): shown(column, fact.get(column.name), directory)
        for column in columns_for(kind)
        if column.name not in ELSEWHERE and fact.get(column.name) not in (None, "")
    }


def shown(column: Column, value: Any, directory: Directory) -> str:
    """Return a value as people read it, in Markdown."""
    if value in (None, ""):
        return NOTHING
    if column.refers in ("actor", "actors"):
        return escaped(", ".join(f"{directory.name(each)} ({each})" for each in parted(str(value))))
    if column.words:
        label = _(column.words.get(str(value), str(value)))
        return f"{value}: {label}" if len(str(value)) == 1 else label
    if column.type == "date":
        return day(value)
    if column.type in ("integer", "float"):
        return number(value)
    return escaped(str(value))
