"""What is kept of the event that a document goes on about; how it is used stands in :mod:`.incident`. No language."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from .when import When


@dataclass(frozen=True)
class Noted:
    """A day and the place where it was told: the number of the sentence, and that of its paragraph."""

    when: When | None = None
    at: int = -9
    paragraph: int = 0


@dataclass
class Incident:
    """The event told of, the day of each of its tellings, and where the text left it for something else."""

    event: Noted = Noted()  # when it was, as told last
    by_the_way: bool = False  # and whether that was only in passing, or long ago
    main: When | None = None  # when the latest one was that was not
    period: Noted = Noted()  # the week or month of one without a day
    frame: Noted = Noted()  # the day of a sentence that tells no event
    undated: Noted = Noted()  # an event without a day
    paragraph: int = 0
    turned: int = 0  # the character at which the text turned to something else: "Meanwhile"
    apart_at: int = -9  # the sentence that told last of something apart from it
    first_apart: int = sys.maxsize  # and the character at which one did so last
    first_at: int = -9  # the sentence that told its day first
