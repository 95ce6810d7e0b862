"""What the README and docs/accuracy.md show of the accuracy: written here, and compared with them by the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dashboard.evaluation import tables

from .scoring import ABOUT, FOLDERS, SETS, Result, articles

BLOCK = re.compile(r"(?<=<!-- accuracy: )(?P<name>\w+) -->\n.*?(?=\n<!-- end -->)", re.DOTALL)


def readme(text: str, results: Mapping[str, Result]) -> str:
    """Return the README with what stands between a comment ``accuracy: unseen`` (or another set) and ``end`` anew."""
    return BLOCK.sub(lambda block: f"{block['name']} -->\n{_block(block['name'], results)}", text)


def _block(name: str, results: Mapping[str, Result]) -> str:
    option = f" --{name}" if name in SETS else ""
    count = len(articles(SETS.get(name, FOLDERS)))
    return "\n".join([f"{count} articles, `python -m tests.accuracy{option}`:", "", *tables(results[name])])


def report(results: Mapping[str, Result]) -> Iterator[str]:
    """Yield the lines of the page on accuracy: every set of labelled articles but those of the README alone."""
    yield "# How well the extractor reads, set by set"
    yield ""
    yield "Printed by `python -m tests.accuracy --report`. What the columns mean stands in the README."
    for name, folders in SETS.items():
        yield ""
        yield f"## {name.capitalize()}: {len(articles(folders))} articles"
        yield ""
        yield ABOUT[name]
        yield ""
        yield from tables(results[name])
