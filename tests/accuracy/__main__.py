"""Print how well the extractor reads the labelled articles.

    python -m tests.accuracy [--own | --dense | --news | --blind | --unseen] [--errors]
    python -m tests.accuracy --report > docs/accuracy.md
    python -m tests.accuracy --readme

The tables are Markdown: by language and kind, by column, and by the extractor's own confidence. ``--errors`` adds what
was missed and what is false; whoever mends rules leaves the ``unseen`` ones unread. ``--report`` prints all sets, and
``--readme`` writes the README's tables anew.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dashboard.evaluation import tables, told

from .page import readme, report
from .scoring import FOLDERS, SETS, articles, scored

README = Path(__file__).resolve().parents[2] / "README.md"


def main(arguments: list[str]) -> None:
    """Do what the arguments ask for."""
    if "--report" in arguments:
        print("\n".join(report({name: scored(articles(folders)) for name, folders in SETS.items()})))
        return
    if "--readme" in arguments:
        results = {"given": scored(articles()), "unseen": scored(articles(SETS["unseen"]))}
        README.write_text(readme(README.read_text(encoding="utf-8"), results), encoding="utf-8")
        return
    chosen = next((folders for name, folders in SETS.items() if f"--{name}" in arguments), FOLDERS)
    outcome = scored(articles(chosen))
    print("\n".join(tables(outcome)))
    if "--errors" in arguments:
        for sort, errors in (("missed", outcome.missed), ("false", outcome.false)):
            print(*(f"{sort} {document}: {told(fact)}" for document, fact in errors), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
