"""How many claims fall into each month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import plotly.graph_objects as go
import polars as pl

from dashboard.facts import KINDS, words
from dashboard.wording import _

from .theme import OKABE_ITO, OTHERS, OUTLINE, framed

STATUS_COLOURS: Mapping[str, str] = {
    "occurred": OKABE_ITO[2],
    "planned": OKABE_ITO[4],
    "proposed": OKABE_ITO[3],
    "denied": OTHERS,
}


def by_kind(counts: pl.DataFrame, *, when: str, dates: tuple[date, date] | None = None) -> go.Figure:
    """Draw facts a month, stacked by kind. ``counts`` has ``month``, ``kind``, ``facts``; ``when`` titles the axis."""
    labels = {name: (_(kind.plural), kind.colour) for name, kind in KINDS.items()}
    return _stacked(counts, "kind", labels, when=when, counted=_("Facts a month"), dates=dates)


def by_status(counts: pl.DataFrame, *, when: str, counted: str, dates: tuple[date, date] | None = None) -> go.Figure:
    """Draw what is counted a month, stacked by status. ``counts`` has ``month``, ``status``, ``facts``."""
    labels = {name: (_(label), STATUS_COLOURS[name]) for name, label in words.STATUSES.items()}
    return _stacked(counts, "status", labels, when=when, counted=counted, dates=dates)


def _stacked(
    counts: pl.DataFrame,
    column: str,
    labels: Mapping[str, tuple[str, str]],
    *,
    when: str,
    counted: str,
    dates: tuple[date, date] | None,
) -> go.Figure:
    chart = go.Figure()
    for name, (label, colour) in labels.items():
        part = counts.filter(pl.col(column) == name)
        if part.height:
            chart.add_bar(
                x=part.get_column("month").to_list(),
                y=part.get_column("facts").to_list(),
                name=label,
                marker={"color": colour, "line": {"width": 0.5, "color": OUTLINE}},
                xperiod="M1",
                xperiodalignment="middle",
                hovertemplate="%{x|%b %Y}: %{y} " + label.lower() + "<extra></extra>",
            )
    framed(chart, x_title=when, y_title=counted, height=320, dates=dates)
    chart.update_yaxes(tickformat=",d")
    return chart
