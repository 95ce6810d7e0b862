"""Articles torn and put together anew, which the extractor must read without a word of complaint.

``python -m tests.extraction.mangling --minutes 60`` reads such texts until one cannot be read; it prints that one. Put
it as an example beside the test of any text.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dashboard.extraction import extract
from dashboard.facts import Document

ARTICLES = Path(__file__).parents[1] / "accuracy"
MARKS = ["", "'", '"', "“", "-", "--", "(", ")", ".", ",", "\n", "\u00a0", "\u0301", "\U0001f600"]
MARKS += ["0", "12", "1/2/", " and "]
DAYS = (None, date(2024, 2, 29), date.min, date.max)


def mangled(seed: int) -> Iterator[Document]:
    """Yield documents without end, the same for the same seed: words of two articles with stray marks among them."""
    chance = random.Random(seed)
    articles = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.rglob("*.txt"))]
    while True:
        words = " ".join(chance.sample(articles, 2)).split(" ")
        if chance.random() < 0.3:
            chance.shuffle(words)
        first = chance.randrange(len(words))
        text = " ".join(words[first : first + chance.randrange(1, 300)])
        for _mark in range(chance.randrange(30)):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(MARKS) + text[at + chance.randrange(3) :]
        language = chance.choice(["en", "id", ""])
        yield Document(document_id="mangled", text=text, language=language, published=chance.choice(DAYS))


def read(document: Document) -> None:
    """Extract a document and see that each fact's evidence stands where it says."""
    for fact in extract(document):
        assert document.text[fact.evidence_start : fact.evidence_end] == fact.evidence


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=1)
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    end, texts = time.monotonic() + 60 * chosen.minutes, 0
    for document in mangled(chosen.seed):
        try:
            read(document)
        except Exception:
            print(repr(document))
            raise
        texts += 1
        if time.monotonic() > end:
            break
    print(f"{texts:,} texts read")
