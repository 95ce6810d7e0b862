"""What is told when an article cannot be read."""

from __future__ import annotations


class DocumentError(ValueError):
    """An article cannot be read; the message is one sentence for a person."""


def too_large(name: str, most_bytes: int) -> DocumentError:
    """Return what is told of a file that is larger than any article."""
    return DocumentError(f"{name} is larger than {most_bytes // 1_000_000} MB; give the article alone.")
