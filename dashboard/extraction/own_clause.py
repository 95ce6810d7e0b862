"""Who is not the subject of what is told of those counted: who stands in another clause, or in a quotation.

Knows no language.
"""

from __future__ import annotations

from .counting import Count
from .memory import Mention
from .reading import Reading

# What a subject of its own does.
OWN_VERBS = ("grow", "have", "perfect", "movement", "carry", "settle", "status", "there")
QUOTES = '"“”'


def of_own_clause(reading: Reading, parties: list[Mention], count: Count) -> list[Mention]:
    """Leave out who does something else before ", and" and a subject of its own: ", and Egypt doubled its force to"."""
    sentence = reading.sentence
    for at in range(len(parties) - 1, 0, -1):
        m = parties[at]
        joint = next((s for s in sentence.before("joint", m.first) if sentence.tokens[s.first].text != ","), None)
        comma = joint is not None and joint.first > 0 and sentence.tokens[joint.first - 1].text == ","
        if m.last > count.first or not comma or joint is None or parties[at - 1].last >= joint.first - 1:
            continue
        verb = m.last + any(sentence.at(c, m.last) for c in ("adverb", "lately"))
        if any(sentence.at(c, verb) for c in OWN_VERBS):
            return parties[at:]
    return parties


def quoted_off(reading: Reading, mention: Mention, count: Count) -> bool:
    """Tell whether a name stands in a quotation that ends before those counted: '"We stay in X," Y told 200 men'."""
    marks = [at for at, token in enumerate(reading.sentence.tokens) if token.text in QUOTES]
    before = sum(at < mention.first for at in marks) + reading.inside
    between = sum(mention.last <= at < count.first for at in marks)
    return before % 2 == 1 and between % 2 == 1
