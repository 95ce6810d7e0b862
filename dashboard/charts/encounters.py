"""Meetings: when each pair met, and who met whom how often."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.facts import words
from dashboard.wording import _, span

from .activity import STATUS_COLOURS
from .theme import OUTLINE, framed, symbol

Row = Mapping[str, Any]


def meeting_hover(row: Row) -> str:
    """Return a claim of a meeting in words, escaped, for a chart's hover box."""
    when = span(row["date_start"], row["date_end"], row["date_precision"] or "day")
    where = ", ".join(each for each in (row["location"], row["country"]) if each)
    lines = [
        f"<b>{escape(row['participants_name'])}</b>",
        escape(f"{when} · {where}" if where else when),
        escape(f"{_(words.STATUSES.get(row['status'], ''))} · {row['claimant_name']}"),
        *(escape(line) for line in wrap(row["evidence"] or row["summary"] or "", 60)[:6]),
        escape(_("Source: {publisher}").format(publisher=row["source_publisher"] or "–")),
    ]
    return "<br>".join(lines)


def pair_timeline(meetings: pl.DataFrame, order: list[str], *, dates: tuple[date, date] | None = None) -> go.Figure:
    """Draw each claim of a meeting on the line of its pair; planned and proposed ones are hollow, denied ones crossed.

    ``meetings`` has one row for each pair (:func:`~dashboard.transforms.pairs`), ``pair_name`` and ``day``; ``order``
    lists the pairs' names from top to bottom.
    """
    chart = go.Figure()
    for status, label in words.STATUSES.items():
        rows = meetings.filter(pl.col("status") == status).rows(named=True)
        if rows:
            colour = STATUS_COLOURS[status]
            chart.add_scatter(
                x=[row["day"] for row in rows],
                y=[row["pair_name"] for row in rows],
                mode="markers",
                name=_(label),
                customdata=[[row["fact_id"]] for row in rows],
                hovertext=[meeting_hover(row) for row in rows],
                hovertemplate="%{hovertext}<extra></extra>",
                marker={
                    "symbol": symbol(status),
                    "size": 10,
                    "color": colour,
                    "line": {
                        "width": 1 if status == "occurred" else 2,
                        "color": OUTLINE if status == "occurred" else colour,
                    },
                },
            )
    framed(chart, x_title=_("Day of the meeting"), y_title="", height=120 + 30 * len(order), dates=dates)
    chart.update_yaxes(categoryorder="array", categoryarray=order, autorange="reversed", tickfont={"size": 12})
    return chart


def met_matrix(counts: pl.DataFrame, names: Mapping[str, str]) -> go.Figure:
    """Draw who met whom: how many claims say so; with a plus, where there are only planned or proposed meetings.

    ``counts`` is :func:`~dashboard.transforms.matrix`; ``names`` maps actor ids to names.
    """
    people = sorted(set(counts.get_column("one")), key=lambda each: names[each])
    cells = {(row["one"], row["other"]): row for row in counts.rows(named=True)}
    z = [[cells.get((a, b), {}).get("occurred") for b in people] for a in people]
    text = [[_cell(cells.get((a, b))) for b in people] for a in people]
    labels = [names[each] for each in people]
    chart = go.Figure(
        go.Heatmap(
            z=z,
            x=labels,
            y=labels,
            text=text,
            texttemplate="%{text}",
            customdata=[[_told(cells.get((a, b))) for b in people] for a in people],
            # Opaque, so that Plotly can choose black or white figures for each cell on either ground.
            colorscale=[[0, "#E5F0F7"], [1, "#0072B2"]],
            textfont={"size": 12},
            showscale=False,
            xgap=1,
            ygap=1,
            hovertemplate="%{y} – %{x}: %{customdata}<extra></extra>",
        )
    )
    framed(chart, x_title="", y_title="", height=160 + 30 * len(people))
    chart.update_yaxes(autorange="reversed", rangemode="normal")
    chart.update_xaxes(tickangle=-45)
    return chart


def _cell(row: Row | None) -> str:
    if not row or not (row["occurred"] or row["ahead"]):
        return ""
    return str(row["occurred"] or f"+{row['ahead']}")


def _told(row: Row | None) -> str:
    counts = row or {"occurred": 0, "ahead": 0}
    return _("{held} held, {ahead} planned or proposed").format(held=counts["occurred"], ahead=counts["ahead"])
