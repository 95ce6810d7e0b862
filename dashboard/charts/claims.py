"""Figures that claimants dispute: over time, and as they stand now.

Frames come prepared (``placed`` and ``named`` in ``dashboard.transforms``): here they are only drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.facts import words
from dashboard.wording import _, day, figure

from .theme import FILLS, OTHERS, OUTLINE, framed, symbol

Row = Mapping[str, Any]
OPEN_REACH = 0.06  # an open end is drawn this far, as a share of the highest figure: how far it goes is not known


def shown_figure(row: Row) -> str:
    """Return a claim's number as its source gave it."""
    return figure(row["value_low"], row["value_best"], row["value_high"], row["qualifier"] or "")


def hover(row: Row) -> str:
    """Return the row in words, escaped, for a chart's hover box."""
    said = row["evidence"] or row["summary"] or ""
    lines = [
        f"<b>{escape(shown_figure(row))}</b> · {escape(row['claimant_name'])} · {day(row['as_of'])}",
        escape(f"{_(words.STATUSES.get(row['status'], ''))} · {_(words.ASSERTIONS.get(row['assertion'], ''))}"),
        *(escape(line) for line in wrap(said, 60)[:6]),
        escape(_("Source: {publisher}").format(publisher=row["source_publisher"] or "–")),
    ]
    return "<br>".join(lines)


def timeline(
    claims: pl.DataFrame, colours: Mapping[str, str], *, counted: str, dates: tuple[date, date] | None = None
) -> go.Figure:
    """Draw every claim at its stated day: a point for a number, a bar for a range, a dotted bar where a bound is open.

    ``claims`` is :func:`~dashboard.transforms.placed` and named; ``counted`` labels the vertical axis. Each point
    carries its ``fact_id`` as custom data.
    """
    chart = go.Figure()
    rows = claims.filter(pl.col("as_of").is_not_null()).sort("as_of").rows(named=True)
    coloured = {c: colours.get(c, OTHERS) for c in dict.fromkeys(row["claimant"] for row in rows)}
    own = [claimant for claimant in coloured if coloured[claimant] != OTHERS]
    ranked = sorted(own, key=list(colours).index)
    groups: list[tuple[str, str, Sequence[Row]]] = [
        (
            next(r["claimant_name"] for r in rows if r["claimant"] == c),
            coloured[c],
            [r for r in rows if r["claimant"] == c],
        )
        for c in ranked
    ]
    others = [row for row in rows if coloured[row["claimant"]] == OTHERS]
    if others:
        groups.insert(0, (_("Other claimants"), OTHERS, others))
    reach = OPEN_REACH * max((row["upper"] for row in rows), default=0)
    for name, colour, members in groups:
        _bars(chart, name, colour, [row for row in members if row["ranged"]])
        _open_ends(chart, name, colour, [row for row in members if row["open"]], reach)
        _points(chart, name, colour, members)
    _legend(chart, [(name, colour) for name, colour, _members in groups], {row["status"] for row in rows})
    return framed(chart, x_title=_("Day for which the figure was stated"), y_title=counted, dates=dates)


def _points(chart: go.Figure, name: str, colour: str, rows: Sequence[Row]) -> None:
    # A range has no point of its own: both its ends carry the hover text.
    ends = [(row, y) for row in rows for y in dict.fromkeys((row["lower"], row["upper"]))]
    chart.add_scatter(
        x=[row["as_of"] for row, y in ends],
        y=[y for row, y in ends],
        mode="markers",
        name=name,
        legendgroup=name,
        showlegend=False,
        customdata=[[row["fact_id"]] for row, y in ends],
        hovertext=[hover(row) for row, y in ends],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "color": colour,
            "size": [6 if row["ranged"] else 11 for row, y in ends],
            "symbol": [symbol(row["status"], row["open"]) for row, y in ends],
            "line": {
                "width": [1 if row["status"] == "occurred" else 2 for row, y in ends],
                "color": _lines(ends, colour),
            },
        },
    )


def _lines(ends: list[tuple[Row, int]], colour: str) -> list[str]:
    return [OUTLINE if row["status"] == "occurred" else colour for row, y in ends]


def _bars(chart: go.Figure, name: str, colour: str, rows: Sequence[Row]) -> None:
    if rows:
        chart.add_scatter(
            x=[x for row in rows for x in (row["as_of"], row["as_of"], None)],
            y=[y for row in rows for y in (row["lower"], row["upper"], None)],
            mode="lines",
            line={"color": colour, "width": 3},
            legendgroup=name,
            hoverinfo="skip",
            showlegend=False,
        )


def _open_ends(chart: go.Figure, name: str, colour: str, rows: Sequence[Row], reach: float) -> None:
    if rows:
        chart.add_scatter(
            x=[x for row in rows for x in (row["as_of"], row["as_of"], None)],
            y=[y for row in rows for y in (row["lower"], open_end(row, reach), None)],
            mode="lines",
            line={"color": colour, "width": 2, "dash": "dot"},
            legendgroup=name,
            hoverinfo="skip",
            showlegend=False,
        )


def open_end(row: Row, reach: float) -> float:
    """Return to where the open end of a bound is drawn: ``reach`` beyond the number, never below nothing."""
    return float(row["lower"] + reach if row["open"] == "up" else max(0, row["lower"] - reach))


def _legend(chart: go.Figure, groups: Sequence[tuple[str, str]], statuses: set[str]) -> None:
    """Explain the colours, and the symbols where there is more than the full one."""
    entries = [(name, colour, symbol("occurred"), name) for name, colour in groups]
    if statuses != {"occurred"}:
        entries += [(_(words.STATUSES[status]), OUTLINE, symbol(status), "") for status in FILLS if status in statuses]
    for name, colour, shape, group in entries:
        chart.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=name,
            legendgroup=group or None,
            marker={"symbol": shape, "color": colour, "size": 11, "line": {"width": 1, "color": OUTLINE}},
        )


def ranges(current: pl.DataFrame, colours: Mapping[str, str], *, counted: str) -> go.Figure:
    """Draw what each claimant says now, the lowest figure on top, with claimant, number and day written above its bar.

    ``current`` is :func:`~dashboard.transforms.in_force`, placed and named. The words stand above the bars rather than
    beside them, so that long names leave the bars their room on a narrow screen.
    """
    rows = current.rows(named=True)
    by_claimant: dict[str, list[Row]] = {}
    for row in rows:
        by_claimant.setdefault(row["claimant_name"], []).append(row)
    reach = OPEN_REACH * max((row["upper"] for row in rows), default=0)
    chart = go.Figure()
    for colour in dict.fromkeys(colours.get(row["claimant"], OTHERS) for row in rows):
        own = [row for row in rows if colours.get(row["claimant"], OTHERS) == colour]
        _across(chart, colour, "solid", [(row, row["lower"], row["upper"]) for row in own])
        _across(chart, colour, "dot", [(row, row["lower"], open_end(row, reach)) for row in own if row["open"]])
    ends = [(row, x) for row in rows for x in dict.fromkeys((row["lower"], row["upper"]))]
    chart.add_scatter(
        x=[x for row, x in ends],
        y=[row["claimant_name"] for row, x in ends],
        mode="markers",
        marker={
            "color": [colours.get(row["claimant"], OTHERS) for row, x in ends],
            "size": 10,
            "symbol": [{"up": "triangle-right", "down": "triangle-left"}.get(row["open"], "circle") for row, x in ends],
            "line": {"width": 1, "color": OUTLINE},
        },
        customdata=[[row["fact_id"]] for row, x in ends],
        hovertext=[hover(row) for row, x in ends],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )
    chart.add_scatter(
        x=[0] * len(by_claimant),
        y=list(by_claimant),
        mode="text",
        text=[_told(name, stated) for name, stated in by_claimant.items()],
        textposition="top right",
        textfont={"size": 12},
        hoverinfo="skip",
        showlegend=False,
    )
    framed(chart, x_title=counted, y_title="", height=90 + 52 * len(by_claimant))
    chart.update_yaxes(
        categoryorder="array",
        categoryarray=list(by_claimant),
        range=[len(by_claimant) - 0.5, -1],  # the lowest figure on top, with room for its words above it
        showticklabels=False,
    )
    return chart.update_xaxes(rangemode="tozero", tickformat=",")


def _told(name: str, rows: Sequence[Row]) -> str:
    """Return a claimant with its figures and their day, as they stand above its bar."""
    figures = " / ".join(dict.fromkeys(shown_figure(row) for row in rows))
    # The empty line lifts the words clear of the marks.
    return f"{escape(name)} · <b>{escape(figures)}</b> · {day(rows[0]['as_of'])}<br> "


def _across(chart: go.Figure, colour: str, dash: str, spans: Sequence[tuple[Row, float, float]]) -> None:
    """Draw the bars of one colour, each on its claimant's line."""
    if spans:
        chart.add_scatter(
            x=[x for row, start, end in spans for x in (start, end, None)],
            y=[y for row, start, end in spans for y in (row["claimant_name"], row["claimant_name"], None)],
            mode="lines",
            line={"color": colour, "width": 4 if dash == "solid" else 3, "dash": dash},
            hoverinfo="skip",
            showlegend=False,
        )
