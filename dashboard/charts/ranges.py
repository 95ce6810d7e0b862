"""Figures as they stand now: one line for each claimant, the lowest on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import plotly.graph_objects as go
import polars as pl

from dashboard.wording import day

from .claims import Row, hover, shown_figure
from .theme import OTHERS, OUTLINE, framed, open_end

WAYS_SHOWN = 3  # of the ways in which prints put one figure


def ranges(figures: pl.DataFrame, colours: Mapping[str, str], *, counted: str) -> go.Figure:
    """Draw what each claimant says now, the lowest figure on top, with claimant, number and day written above its bar.

    ``figures`` is :attr:`~dashboard.transforms.Argument.figures`, named. The words stand above the bars rather than
    beside them, so that long names leave the bars their room on a narrow screen.
    """
    rows = figures.rows(named=True)
    by_claimant: dict[str, list[Row]] = {}
    for row in rows:
        by_claimant.setdefault(row["claimant_name"], []).append(row)
    highest = max((row["upper"] for row in rows), default=0)
    chart = go.Figure()
    for colour in dict.fromkeys(colours.get(row["claimant"], OTHERS) for row in rows):
        own = [row for row in rows if colours.get(row["claimant"], OTHERS) == colour]
        _across(chart, colour, "solid", [(row, row["lower"], row["upper"]) for row in own])
        ends = [(row, row["lower"], open_end(row["lower"], row["open"], highest)) for row in own if row["open"]]
        _across(chart, colour, "dot", ends)
    points = [(row, x) for row in rows for x in dict.fromkeys((row["lower"], row["upper"]))]
    chart.add_scatter(
        x=[x for row, x in points],
        y=[row["claimant_name"] for row, x in points],
        mode="markers",
        marker={
            "color": [colours.get(row["claimant"], OTHERS) for row, x in points],
            "size": 10,
            "symbol": [
                {"up": "triangle-right", "down": "triangle-left"}.get(row["open"], "circle") for row, x in points
            ],
            "line": {"width": 1, "color": OUTLINE},
        },
        customdata=[[row["fact_id"]] for row, x in points],
        hovertext=[hover(row) for row, x in points],
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
    figures = " / ".join(list(dict.fromkeys(shown_figure(row) for row in rows))[:WAYS_SHOWN])
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
