"""Which side of a border something is on: "on the Russian side of the border with Ukraine". Knows no language."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.facts import is_country

from .memory import Mention
from .text import Sentence, Span

OF = 3  # tokens between "side" and the border


def of_a_border(sentence: Sentence, side: Span) -> bool:
    """Tell whether a side is that of a border, and so where something is, not whose people are told of."""
    lines = [s for c in ("border", "divide") for s in sentence.of(c)]
    return any(0 <= line.first - side.last <= OF for line in lines)


def on_a_side(sentence: Sentence, mentions: Sequence[Mention], clause: tuple[int, int]) -> Mention | None:
    """Return the state on whose side of a border a clause says that something is; ``None`` where it does not say."""
    for side in sentence.of("side_of"):
        if clause[0] <= side.first < clause[1] and of_a_border(sentence, side):
            for mention in mentions:
                beside = mention.last == side.first or mention.first == side.last
                own = mention.last < side.first and sentence.tokens[mention.last].text in "'’"
                if (beside or (own and side.first - mention.last <= OF)) and is_country(mention.actor.actor_id):
                    return mention
    return None
