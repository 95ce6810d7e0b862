"""A prepared frame in, a Plotly figure out."""

from .activity import by_kind, by_status
from .claims import ranges, shown_figure, timeline
from .encounters import met_matrix, pair_timeline
from .theme import CONFIG, palette

__all__ = [
    "CONFIG",
    "by_kind",
    "by_status",
    "met_matrix",
    "pair_timeline",
    "palette",
    "ranges",
    "shown_figure",
    "timeline",
]
