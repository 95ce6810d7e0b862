"""The whole argument about one question over time: every figure, each claimant's revisions, the range in force.

Frames come prepared from ``dashboard.transforms``: here they are only drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log10
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.facts import words
from dashboard.wording import _, figure

from .claims import Row, hover
from .theme import FILLS, OTHERS, OUTLINE, REPEAT, framed, open_end, ranked, symbol

BAND = "rgba(128, 128, 128, 0.16)"
CROWDED = 120  # marks from which they are drawn smaller and fainter, so that a crowd shows where it is dense


@dataclass(frozen=True)
class Drawn:
    """What the timeline draws.

    ``marks`` is :func:`~dashboard.transforms.marks`, named; ``band`` and ``steps`` are
    :func:`~dashboard.transforms.envelope`, over all claimants and for each alone; ``denials`` are the denied claims
    without a number, named; ``end`` is the last day that is known.
    """

    marks: pl.DataFrame
    band: pl.DataFrame
    steps: pl.DataFrame
    denials: pl.DataFrame
    end: date


def timeline(
    drawn: Drawn,
    colours: Mapping[str, str],
    *,
    counted: str,
    log: bool = False,
    dates: tuple[date, date] | None = None,
) -> go.Figure:
    """Draw every figure at its stated day on the band of those in force, each claimant's revisions joined as steps.

    A point is a number, a bar a range, a dotted bar the open side of a bound. ``counted`` labels the vertical axis.
    Each point carries its ``fact_id`` as custom data.
    """
    chart = go.Figure()
    rows = drawn.marks.rows(named=True)
    if log:  # nothing has no place on a logarithmic axis
        rows = [row for row in rows if row["lower"] > 0]
    _band(chart, drawn, log)
    names = {row["claimant"]: row["claimant_name"] for row in rows}
    own = [each for each in ranked(colours) if each in names]
    groups = [(names[each], colours[each], [row for row in rows if row["claimant"] == each]) for each in own]
    others = [row for row in rows if row["claimant"] not in own]
    if others:
        groups.insert(0, (_("Other claimants"), OTHERS, others))
    highest = max((row["upper"] for row in rows), default=0)
    for name, colour, members in groups:
        _steps(chart, name, colour, drawn.steps, {row["claimant"] for row in members}, log)
        ranged = [(row, row["lower"], row["upper"]) for row in members if row["ranged"]]
        _bars(chart, name, colour, ranged, {"width": 3})
        far = [(row, row["lower"], open_end(row["lower"], row["open"], highest, log=log)) for row in members]
        _bars(chart, name, colour, [each for each in far if each[0]["open"]], {"width": 2, "dash": "dot"})
        _points(chart, name, colour, members, crowded=len(rows) > CROWDED)
    _denials(chart, drawn.denials, highest)
    _legend(chart, [(name, colour) for name, colour, _members in groups], rows, denied=drawn.denials.height > 0)
    framed(chart, x_title=_("Day for which the figure was stated"), y_title=counted, height=460, dates=dates)
    if log:
        chart.update_yaxes(type="log", rangemode="normal", dtick=1)
    return chart


def _band(chart: go.Figure, drawn: Drawn, log: bool) -> None:
    band = drawn.band.filter(pl.col("low") > 0) if log else drawn.band
    if band.is_empty():
        return
    rows = band.rows(named=True)
    rows.append(rows[-1] | {"day": max(drawn.end, rows[-1]["day"])})
    shared: dict[str, Any] = {
        "x": [row["day"] for row in rows],
        "mode": "lines",
        "line": {"width": 0, "shape": "hv", "color": OUTLINE},
        "hoverinfo": "skip",
        "legendgroup": "band",
    }
    chart.add_scatter(**shared, y=[row["low"] for row in rows], showlegend=False)
    chart.add_scatter(
        **shared,
        y=[row["high"] for row in rows],
        name=_("Range of the figures in force"),
        fill="tonexty",
        fillcolor=BAND,
    )
    last = rows[-1]
    chart.add_annotation(
        x=last["day"],
        y=_height(last["high"], log),
        text=figure(last["low"], None, last["high"]),
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
    )


def _height(value: float, log: bool) -> float:
    """Return where Plotly places a note on an axis: on a logarithmic one it wants the exponent."""
    return log10(value) if log else value


def _steps(chart: go.Figure, name: str, colour: str, steps: pl.DataFrame, claimants: set[str], log: bool) -> None:
    """Join each claimant's revisions: level from one statement to the next, then up or down."""
    own = steps.filter(pl.col("claimant").is_in(list(claimants)))
    if log:
        own = own.filter(pl.col("low") > 0)
    days: list[date | None] = []
    values: list[int | None] = []
    for course in own.partition_by("claimant", maintain_order=True):
        for end in ("low", "high") if (course["low"] != course["high"]).any() else ("low",):
            days += [*course["day"], None]
            values += [*course[end], None]
    if days:
        chart.add_scatter(
            x=days,
            y=values,
            mode="lines",
            line={"color": colour, "width": 1.5, "shape": "hv"},
            opacity=0.55,
            legendgroup=name,
            hoverinfo="skip",
            showlegend=False,
        )


def _points(chart: go.Figure, name: str, colour: str, rows: Sequence[Row], *, crowded: bool) -> None:
    # A range has no point of its own: both its ends carry the hover text.
    ends = [(row, y) for row in rows for y in dict.fromkeys((row["lower"], row["upper"]))]
    full = [row["status"] == "occurred" and not row["repeat"] for row, y in ends]
    size = 8 if crowded else 11
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
            "opacity": 0.75 if crowded else 0.9,
            "size": [6 if row["ranged"] else size for row, y in ends],
            "symbol": [REPEAT if row["repeat"] else symbol(row["status"], row["open"]) for row, y in ends],
            "line": {"width": [1 if each else 2 for each in full], "color": [OUTLINE if e else colour for e in full]},
        },
    )


def _bars(
    chart: go.Figure, name: str, colour: str, spans: Sequence[tuple[Row, float, float]], line: Mapping[str, Any]
) -> None:
    if spans:
        chart.add_scatter(
            x=[x for row, start, end in spans for x in (row["as_of"], row["as_of"], None)],
            y=[y for row, start, end in spans for y in (start, end, None)],
            mode="lines",
            line={"color": colour, **line},
            legendgroup=name,
            hoverinfo="skip",
            showlegend=False,
        )


def _denials(chart: go.Figure, denials: pl.DataFrame, highest: float) -> None:
    """Draw a denial that names no number above all numbers, on a line through them: it denies them all."""
    rows = denials.filter(pl.col("as_of").is_not_null()).rows(named=True)
    if not rows:
        return
    top = highest * 1.08 or 1
    _bars(chart, "denied", OUTLINE, [(row, top / 1e4, top) for row in rows], {"width": 1, "dash": "dot"})
    chart.add_scatter(
        x=[row["as_of"] for row in rows],
        y=[top] * len(rows),
        mode="markers",
        legendgroup="denied",
        showlegend=False,
        customdata=[[row["fact_id"]] for row in rows],
        hovertext=[hover(row) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"symbol": symbol("denied"), "color": OUTLINE, "size": 11, "line": {"width": 2, "color": OUTLINE}},
    )


def _legend(chart: go.Figure, groups: Sequence[tuple[str, str]], rows: Sequence[Row], *, denied: bool) -> None:
    """Explain the colours, and the symbols where there is more than the full one."""
    entries = [(name, colour, symbol("occurred"), name) for name, colour in groups]
    statuses = {row["status"] for row in rows} | ({"denied"} if denied else set())
    if statuses - {"occurred"}:
        entries += [(_(words.STATUSES[each]), OUTLINE, symbol(each), "") for each in FILLS if each in statuses]
    if any(row["repeat"] for row in rows):
        entries.append((_("Stale repeat"), OUTLINE, REPEAT, ""))
    for name, colour, shape, group in entries:
        chart.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=name,
            legendgroup=group or None,
            marker={"symbol": shape, "color": colour, "size": 11, "line": {"width": 1, "color": OUTLINE}},
        )
