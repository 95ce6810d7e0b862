"""Text into facts: deterministic, offline, with evidence. Words are data in ``packs/``; rules know no language."""

from .extract import extract, lexicon
from .language import languages

__all__ = ["extract", "languages", "lexicon"]
