"""A prepared frame in, a Plotly figure out."""

from .activity import by_kind, by_status
from .argument import Drawn, timeline
from .claims import shown_figure
from .encounters import met_matrix, pair_timeline
from .ranges import ranges
from .theme import CONFIG, palette, ranked

__all__ = [
    "CONFIG",
    "Drawn",
    "by_kind",
    "by_status",
    "met_matrix",
    "pair_timeline",
    "palette",
    "ranges",
    "ranked",
    "shown_figure",
    "timeline",
]
