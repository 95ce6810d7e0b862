"""Articles a second of one core's time, beside spaCy's blank tokenizer with sentencizer and dateparser's text search.

    python -m tests.benchmarks.extraction [ROUNDS]

The labelled articles are read, filled up to some 2 KB each. The two yardsticks are measured where they are installed
(``pip install spacy dateparser``); what is told is the rate and its ratio to spaCy's, all in one run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec

from dashboard.extraction import extract, lexicon
from dashboard.extraction.text import tokens
from dashboard.facts import Document
from tests.accuracy.scoring import articles, document

LENGTH = 2_000


def corpus() -> list[Document]:
    """Return the labelled articles, each followed by others of its language until it is long enough."""
    read = [document(label) for label in articles()]
    longer = []
    for place, each in enumerate(read):
        text, more = each.text, place
        while len(text) < LENGTH:
            more += 1
            other = read[more % len(read)]
            text += "\n\n" + other.text if other.language == each.language else ""
        longer.append(replace(each, text=text[:LENGTH]))
    return longer


def rate(read: Callable[[Document], object], documents: list[Document], rounds: int) -> float:
    """Return how many documents a second of the processor's time are read in the best round; the first warms up."""
    best = float("inf")
    for _round in range(rounds + 1):
        began = time.process_time()
        for each in documents:
            read(each)
        best = min(best, time.process_time() - began)
    return len(documents) / best


def yardsticks() -> dict[str, Callable[[Document], object]]:
    """Return what else reads text and is installed."""
    found: dict[str, Callable[[Document], object]] = {}
    if find_spec("spacy"):
        import spacy

        pipes = {language: spacy.blank(language) for language in ("en", "id")}
        for pipe in pipes.values():
            pipe.add_pipe("sentencizer")
        found["spaCy blank + sentencizer"] = lambda each: [*pipes[each.language](each.text).sents]
    if find_spec("dateparser"):
        from dateparser.search import search_dates

        found["dateparser text search"] = lambda each: search_dates(each.text, languages=[each.language])
    return found


# What we do: all of it, and the first steps alone, below which no rule can bring it.
OURS: dict[str, Callable[[Document], object]] = {
    "extract": extract,
    "tokens alone": lambda each: tokens(each.text),
    "tokens and phrases alone": lambda each: lexicon(each.language).phrases.find(tokens(each.text)),
}


def main(rounds: int) -> None:
    """Measure and print one line each."""
    documents = corpus()
    rates = {name: rate(read, documents, rounds) for name, read in OURS.items()}
    for name, read in yardsticks().items():
        rates[name] = rate(read, documents, 1 if "dateparser" in name else rounds)
    against = "spaCy blank + sentencizer" if "spaCy blank + sentencizer" in rates else "extract"
    print(f"{len(documents)} articles of {LENGTH:,} characters, {rounds} rounds")
    for name, articles_a_second in rates.items():
        print(f"{name:28}{articles_a_second:10.1f} a second{articles_a_second / rates[against]:8.2f} x {against}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
