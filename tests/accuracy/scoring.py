"""The labelled articles of this folder and their score; how facts are compared stands in ``dashboard.evaluation``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dashboard.evaluation import Record, Result, read_labels
from dashboard.evaluation import scored as scored_by
from dashboard.evaluation.labels import document_of as document
from dashboard.evaluation.scoring import numbers, same
from dashboard.extraction import extract

__all__ = ["ABOUT", "FOLDERS", "SETS", "Record", "Result", "articles", "document", "numbers", "same", "scored"]

HERE = Path(__file__).parent
FOLDERS = (HERE / "id", HERE / "en")
SETS = {name: (HERE / name / "id", HERE / name / "en") for name in ("own", "dense", "news", "blind", "unseen")}
ABOUT = {
    "own": "Articles of our own, on other conflicts and in other styles: wires of the 1980s, ministries, features.",
    "dense": "Articles full of facts, from the agencies, newspapers, journals and transcripts of four decades.",
    "news": "Everyday news and long reads of 2014 to 2026, with the troops, losses and meetings that papers tell of.",
    "blind": "Articles written and labelled before any rule was looked at, on which the rules were mended afterwards.",
    "unseen": "The same sort of articles, which nobody read while the rules were mended: only their score is known.",
}


def articles(folders: Iterable[Path] = FOLDERS) -> list[dict[str, Any]]:
    """Read labelled articles: each label file with its ``text`` and ``document_id``."""
    return list(read_labels(folders))


def scored(labelled: list[dict[str, Any]]) -> Result:
    """Extract every article and score it against its labels."""
    return scored_by(labelled, extract)
