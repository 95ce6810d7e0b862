"""The Admiralty code in a tooltip."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.wording import _

Words = Mapping[str, str]


def meanings(labels: Words, at_length: Words) -> str:
    """Return what each grade of a scale means, as a tooltip."""
    return "\n\n".join(f"**{grade}** {_(labels[grade])}. {_(at_length[grade])}" for grade in labels)
