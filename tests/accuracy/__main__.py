"""Print how well the extractor reads the labelled articles: ``python -m tests.accuracy [--own | --dense] [--errors]``.

``--own`` takes our own articles, on other conflicts and in other styles; ``--dense`` those that are full of facts.

The tables are Markdown: by language and kind, by column, and by the extractor's own confidence.
"""

from __future__ import annotations

import sys

from dashboard.evaluation import tables, told

from .scoring import FOLDERS, SETS, articles, scored

if __name__ == "__main__":
    chosen = next((folders for name, folders in SETS.items() if f"--{name}" in sys.argv), FOLDERS)
    outcome = scored(articles(chosen))
    print("\n".join(tables(outcome)))
    if "--errors" in sys.argv:
        for sort, errors in (("missed", outcome.missed), ("false", outcome.false)):
            print(*(f"{sort} {document}: {told(fact)}" for document, fact in errors), sep="\n")
