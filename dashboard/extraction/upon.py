"""Upon what an attack or a war is: "Israel's war on Gaza", "a strike against Kyiv". Knows no language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .memory import Mention
from .text import Sentence, Span


def upon(sentence: Sentence, mentions: Iterable[Mention]) -> Iterator[Span]:
    """Yield the words behind an attack or a war, and whose that is, after which it is told where it was."""
    words = sentence.of("upon")
    if not words:
        return
    ends = {s.last for s in (*sentence.of("event"), *sentence.of("campaign", "long"))}
    ends |= {m.last for m in mentions if m.first in ends}  # "perang Israel terhadap Gaza"
    yield from (word for word in words if word.first in ends)
