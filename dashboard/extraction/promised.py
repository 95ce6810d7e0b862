"""Who has promised people in service, in a clause behind them: "the 2,500 whom Rome pledged". Knows no language."""

from __future__ import annotations

from dashboard.facts import is_country

from .counting import Count
from .reading import Reading

OFFICE = 6  # tokens of the office before a name: "that U.S. President X"
SAYS = 4  # tokens between who promises something and the verb


def who_promised(reading: Reading, count: Count) -> str:
    """Return the state that a clause behind those counted tells to have promised them: "2,500 whom Rome pledged"."""
    sentence = reading.sentence
    starts = [s.last for c in ("relative", "whom") for s in sentence.of(c) if s.first == count.last]
    verbs = [s for c in ("announce", "promise", "status") for s in sentence.of(c)] if starts else []
    near = [m for m in reading.mentions if starts and starts[0] <= m.first and is_country(reading.side(m))]
    promised = near and any(0 <= s.first - near[0].last <= SAYS for s in verbs)
    return reading.side(near[0]) if promised and near[0].first - starts[0] <= OFFICE else ""
