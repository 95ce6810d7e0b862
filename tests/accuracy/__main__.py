"""Print how well the extractor reads the labelled articles: ``python -m tests.accuracy [--errors]``.

The tables are Markdown: by language and kind, by column, and by the extractor's own confidence.
"""

from __future__ import annotations

import sys

from dashboard.evaluation import tables, told

from .scoring import articles, scored

if __name__ == "__main__":
    outcome = scored(articles())
    print("\n".join(tables(outcome)))
    if "--errors" in sys.argv:
        for sort, errors in (("missed", outcome.missed), ("false", outcome.false)):
            print(*(f"{sort} {document}: {told(fact)}" for document, fact in errors), sep="\n")
