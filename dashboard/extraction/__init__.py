"""Text into facts: deterministic, offline, with evidence. Words are data in ``packs/``; rules know no language."""

from .explain import explain
from .extract import extract, lexicon
from .language import languages, recognise

__all__ = ["explain", "extract", "languages", "lexicon", "recognise"]
