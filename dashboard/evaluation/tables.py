"""The outcome of scoring as Markdown tables: by language and kind, by column, by the extractor's own confidence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .scoring import Record, Result, numbers, people

STEPS = (0.0, 0.6, 0.8, 1.01)


def tables(result: Result) -> Iterator[str]:
    """Yield the lines of all tables."""
    yield "| language | kind | labels | said | right | precision | recall | F1 |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for (language, kind), score in sorted(result.scores.items()):
        yield (
            f"| {language} | {kind} | {score.labels} | {score.said} | {score.right} "
            f"| {score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f} |"
        )
    yield ""
    yield "| column | agrees in | of |"
    yield "|---|---:|---:|"
    for column, right in sorted(result.columns.items()):
        yield f"| {column} | {sum(right) / len(right):.2f} | {len(right)} |"
    yield ""
    yield "| confidence | facts | right |"
    yield "|---|---:|---:|"
    for low, high in pairwise(STEPS):
        part = [right for confidence, right in result.confidences if low <= confidence < high]
        if part:
            yield f"| {low:.1f} to {min(high, 1.0):.1f} | {len(part)} | {sum(part) / len(part):.2f} |"


def told(fact: Record) -> str:
    """Return a fact in one line."""
    who = fact.get("actor") or ", ".join(sorted(people(fact)))
    return f"{fact['kind']} {who} {fact.get('outcome') or ''} {numbers(fact)} | {(fact.get('evidence') or '')[:110]!r}"
