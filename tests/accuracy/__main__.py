"""Print how well the extractor reads the labelled articles.

    python -m tests.accuracy [--own | --dense | --news | --unseen] [--errors]
    python -m tests.accuracy --report > docs/accuracy.md

The tables are Markdown: by language and kind, by column, and by the extractor's own confidence. ``--errors`` adds what
was missed and what is false; whoever mends rules leaves the ``unseen`` ones unread. ``--report`` prints all sets.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from dashboard.evaluation import tables, told

from .scoring import ABOUT, FOLDERS, SETS, articles, scored


def report() -> Iterator[str]:
    """Yield the lines of the page on accuracy: every set of labelled articles but the 40 that the README shows."""
    yield "# How well the extractor reads, set by set"
    yield ""
    yield "Printed by `python -m tests.accuracy --report`. What the columns mean stands in the README."
    for name, folders in SETS.items():
        labelled = articles(folders)
        yield ""
        yield f"## {name.capitalize()}: {len(labelled)} articles"
        yield ""
        yield ABOUT[name]
        yield ""
        yield from tables(scored(labelled))


if __name__ == "__main__":
    if "--report" in sys.argv:
        print("\n".join(report()))
        sys.exit()
    chosen = next((folders for name, folders in SETS.items() if f"--{name}" in sys.argv), FOLDERS)
    outcome = scored(articles(chosen))
    print("\n".join(tables(outcome)))
    if "--errors" in sys.argv:
        for sort, errors in (("missed", outcome.missed), ("false", outcome.false)):
            print(*(f"{sort} {document}: {told(fact)}" for document, fact in errors), sep="\n")
