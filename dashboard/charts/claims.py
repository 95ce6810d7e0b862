"""A claim in words, for the hover boxes and labels of charts."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from textwrap import wrap
from typing import Any

from dashboard.facts import words
from dashboard.wording import _, day, figure, listed, ngettext

Row = Mapping[str, Any]


def shown_figure(row: Row) -> str:
    """Return a claim's number as its source gave it."""
    return figure(row["value_low"], row["value_best"], row["value_high"], row["qualifier"] or "")


def hover(row: Row) -> str:
    """Return the row in words, escaped, for a chart's hover box."""
    said = row["evidence"] or row["summary"] or ""
    lines = [
        f"<b>{escape(shown_figure(row))}</b> · {escape(row['claimant_name'])} · {day(row['as_of'])}",
        escape(" · ".join(_(each) for each in _what(row) if each)),
        *(escape(line) for line in wrap(said, 60)[:6]),
        escape(_source(row)),
    ]
    return "<br>".join(lines)


def _what(row: Row) -> list[str]:
    """Return the labels of a claim's status, its assertion and what became of it."""
    vocabularies = (
        (words.STATUSES, "status"),
        (words.ASSERTIONS, "assertion"),
        (words.STANDINGS, "standing"),
    )
    return [vocabulary.get(row.get(name) or "", "") for vocabulary, name in vocabularies]


def _source(row: Row) -> str:
    prints = row.get("prints") or 1
    if prints < 2:
        return _("Source: {publisher}").format(publisher=row["source_publisher"] or "–")
    return _("{prints}, among them {publishers}").format(
        prints=ngettext("{n} print", "{n} prints", prints), publishers=listed([each or "–" for each in row["outlets"]])
    )
