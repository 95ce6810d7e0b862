"""One look for all charts: colours, symbols, axes. Works on light and dark ground alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from dashboard.wording import separators

# Okabe and Ito (2008), Color universal design, without yellow and black, which vanish on one of the two grounds.
OKABE_ITO = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
OTHERS = "#8C8C8C"
# A mid grey has a contrast of at least 3:1 on both grounds: every mark has this outline or is drawn in it.
OUTLINE = "#808080"
# The fill tells the status: reported is full, planned hollow, proposed hollow with a dot, denied crossed.
FILLS: Mapping[str, str] = {"occurred": "", "planned": "-open", "proposed": "-open-dot", "denied": "-x-open"}
# The shape tells a bound: a triangle points to where the number may lie.
REPEAT = "diamond-open"  # a stale repeat, whatever its status
OPEN_REACH = 0.06  # an open end is drawn this far, as a share of the highest figure: how far it goes is not known
SHAPES: Mapping[str, str] = {"": "circle", "up": "triangle-up", "down": "triangle-down"}
CONFIG = {
    "displaylogo": False,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
    "toImageButtonOptions": {"format": "svg", "filename": "tilik"},
}


def symbol(status: str, bound: str = "") -> str:
    """Return the marker for a status and a bound (``up``, ``down`` or none).

    >>> symbol("occurred"), symbol("planned", "up"), symbol("denied")
    ('circle', 'triangle-up-open', 'circle-x-open')
    """
    fill = FILLS.get(status, "")
    return f"circle{fill}" if status == "denied" else f"{SHAPES[bound]}{fill}"


def open_end(value: float, bound: str, highest: float, *, log: bool = False) -> float:
    """Return to where the open end of a bound is drawn: a little beyond its number, never below nothing.

    >>> open_end(100, "up", 1000), open_end(20, "down", 1000), open_end(100, "up", 1000, log=True)
    (160.0, 0.0, 140.0)
    """
    if log:
        return value * 1.4 if bound == "up" else value / 1.4
    reach = OPEN_REACH * highest
    return float(value + reach if bound == "up" else max(0, value - reach))


def palette(ranked: Sequence[str]) -> dict[str, str]:
    """Give each claimant its colour on every page: the first of the ranking the palette's, all others grey."""
    return {claimant: OKABE_ITO[i] if i < len(OKABE_ITO) else OTHERS for i, claimant in enumerate(ranked)}


def ranked(colours: Mapping[str, str]) -> list[str]:
    """Return the claimants that have a colour of their own, in the palette's order."""
    return [claimant for claimant, colour in colours.items() if colour != OTHERS]


def framed(
    figure: go.Figure, *, x_title: str, y_title: str, height: int = 420, dates: tuple[date, date] | None = None
) -> go.Figure:
    """Give a figure its axis titles, margins and legend; ``dates`` are the days between which a time axis ends."""
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend={"orientation": "h", "yanchor": "top", "y": -0.22, "x": 0, "title": None},
        hoverlabel={"align": "left"},
        hovermode="closest",
        separators=separators(),
        barmode="stack",
        bargap=0.15,
    )
    figure.update_xaxes(title={"text": x_title}, automargin=True, showgrid=True)
    figure.update_yaxes(title={"text": y_title}, automargin=True, rangemode="tozero", tickformat=",")
    if dates:
        figure.update_xaxes(range=[dates[0].isoformat(), dates[1].isoformat()])
    return figure
