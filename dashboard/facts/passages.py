"""Words of an article: where they stand in its text."""

from __future__ import annotations

import re


def locate(text: str, words: str, near: int = 0) -> tuple[int, int] | None:
    """Return where words stand in a text, the place nearest to an offset; ``None`` where they do not.

    Line breaks and surplus spaces make no difference; where the words are not found as they are written, neither do
    capitals.

    >>> locate("Two died. Later two\\n died again.", "two died")
    (16, 25)
    >>> locate("One died. One died.", "One died.", near=12), locate("One died.", "two"), locate("One died.", " ")
    ((10, 19), None, None)
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if not pattern:
        return None
    for flags in (0, re.IGNORECASE):
        found = [each.span() for each in re.finditer(pattern, text, flags)]
        if found:
            return min(found, key=lambda span: abs(span[0] - near))
    return None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a passage without the white space at its ends, and within the text.

    >>> trimmed("One died. ", 3, 10), trimmed("One", -5, 90), trimmed("One", 2, 1)
    ((4, 9), (0, 3), (1, 2))
    """
    start, end = sorted((min(max(start, 0), len(text)), min(max(end, 0), len(text))))
    marked = text[start:end]
    return start + len(marked) - len(marked.lstrip()), end - len(marked) + len(marked.rstrip())
