"""An article with the evidence of its facts highlighted, as HTML that is safe whatever the article says.

:func:`html_of` is a pure function from text to text. Every character of the article is escaped; colours and names are
ours. Each passage is paired with whatever else on the page bears its name – a container whose key is that name – by
rules of CSS alone: pointing at one, or reaching it with the keyboard, shows the other.

Passages overlap as they like: the text is cut where any of them begins or ends, and each piece belongs to all that
cover it, so that no element has to cross another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from dashboard.facts import KINDS, Fact

LONGEST = 60_000  # characters of an article that are shown whole
AROUND = 1_500  # characters shown on either side of each passage of a longer one
MOST = 3 * LONGEST  # characters shown of any article
GREY = "#808080"
GAP = '<p class="tilik-gap">…</p>'

# Mixed with what lies below, a colour is a tint on light and dark ground alike, on which the text keeps its own colour.
STYLE = """
.tilik-text { overflow-wrap: anywhere; }
.tilik-text p { margin: 0 0 .8em; line-height: 1.65; max-width: 46rem; white-space: pre-wrap; }
.tilik-text .tilik-gap { opacity: .6; }
.tilik-text mark {
  color: inherit; border-radius: 2px; padding: .1em 0;
  background: color-mix(in srgb, var(--one) 20%, transparent);
  box-shadow: inset 0 -2px 0 var(--one), inset 0 -4px 0 var(--two, transparent);
}
.tilik-text mark:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.tilik-text mark[data-n]::after { content: attr(data-n); font-size: .68em; font-weight: 600; vertical-align: super;
  padding: 0 .15em; }
"""


@dataclass(frozen=True)
class Mark:
    """A passage to be highlighted.

    ``name`` pairs it with the container of that key and is a class of its elements: small letters, digits, ``-`` and
    ``_``. ``label`` is the sign that stands after it and on its card, ``told`` what is said of it when pointed at.
    """

    name: str
    start: int
    end: int
    colour: str = GREY
    label: str = ""
    told: str = ""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_-]*", self.name) or not re.fullmatch(r"#[0-9A-Fa-f]{6}", self.colour):
            raise ValueError(f"{self.name!r} is no name or {self.colour!r} no colour for a passage")


def mark_of(fact: Fact, name: str, label: str = "", told: str = "") -> Mark | None:
    """Return the passage of a fact in its kind's colour; ``None`` for a fact without one."""
    if fact.evidence_start is None or fact.evidence_end is None:
        return None
    colour = KINDS[fact.kind].colour if fact.kind in KINDS else GREY
    return Mark(name, fact.evidence_start, fact.evidence_end, colour, label, told)


def html_of(text: str, marks: Iterable[Mark], *, around: int | None = None) -> str:
    """Return a text with its passages highlighted, ready for ``st.html``.

    Offsets count characters of ``text``; a passage that lies outside it is left out. ``around`` shows only so many
    characters on either side of each passage; an article that is too long for a page is shown like that anyhow.
    """
    there = sorted(
        (mark for mark in marks if 0 <= mark.start < mark.end <= len(text)), key=lambda mark: (mark.start, mark.end)
    )
    blocks = []
    at = 0
    for first, last in _parts(text, there, around):
        blocks += [GAP] if first > at else []
        blocks += _paragraphs(text, first, last, there)
        at = last
    blocks += [GAP] if at < len(text) else []
    rules = "".join(map(pairing, there))
    return f'<div class="tilik-text" dir="auto">{"".join(blocks)}</div><style>{STYLE}{rules}</style>'


def pairing(mark: Mark) -> str:
    """Return the rules that show a passage and its card together when one of them is pointed at or reached by keyboard.

    They leave to the reader which is which: the passage is tinted more, the card gets a frame in the passage's colour.
    """
    name, card = f".{mark.name}", f".st-key-{mark.name}"
    reached = f":root:has({name}:hover, {name}:focus-visible, {card}:hover, {card} :focus-visible)"
    tint = f"color-mix(in srgb, {mark.colour} {{}}%, transparent)"
    return (
        f"{card} {{ border-left: 4px solid {mark.colour} !important; }}\n"
        f"{reached} mark{name} {{ background: {tint.format(45)}; }}\n"
        f"{reached} {card} {{ box-shadow: inset 0 0 0 2px {mark.colour}; background: {tint.format(12)}; }}\n"
    )


def _paragraphs(text: str, first: int, last: int, marks: Sequence[Mark]) -> Iterator[str]:
    """Yield a part of the text, a line after the other, cut where any passage begins or ends."""
    at = first
    for line in text[first:last].split("\n"):
        until = at + len(line)
        here = [mark for mark in marks if mark.start < until and mark.end > at]
        cuts = {at, until, *(min(max(edge, at), until) for mark in here for edge in (mark.start, mark.end))}
        edges = sorted(cuts)
        told = "".join(
            _piece(text, start, end, [mark for mark in here if mark.start < end and mark.end > start])
            for start, end in pairwise(edges)
        )
        if told.strip():
            yield f"<p>{told}</p>"
        at = until + 1


def _parts(text: str, marks: Sequence[Mark], around: int | None) -> list[tuple[int, int]]:
    """Return which parts of the text are shown: all of it, or what stands around the passages."""
    if around is None and len(text) <= LONGEST:
        return [(0, len(text))]
    if not marks:
        return [(0, min(len(text), LONGEST))]
    reach = AROUND if around is None else around
    parts: list[tuple[int, int]] = []
    shown = 0
    for mark in marks:
        first, last = _at_words(text, mark, reach)
        if parts and first <= parts[-1][1]:
            shown += max(0, last - parts[-1][1])
            parts[-1] = (parts[-1][0], max(parts[-1][1], last))
        else:
            shown += last - first
            parts.append((first, last))
        if shown > MOST:
            break
    return parts


def _at_words(text: str, mark: Mark, reach: int) -> tuple[int, int]:
    """Return a passage with what stands around it, beginning and ending between words, no further out than asked."""
    first, last = max(0, mark.start - reach), min(len(text), mark.end + reach)
    while 0 < first < mark.start and not text[first - 1].isspace():
        first += 1
    while mark.end < last < len(text) and not text[last].isspace():
        last -= 1
    return first, last


def _piece(text: str, start: int, end: int, covering: Sequence[Mark]) -> str:
    words = text[start:end]
    if not covering or not words.strip():
        return _escaped(words)
    begin = [mark.name for mark in covering if not text[mark.start : start].strip()]
    labels = ",".join(mark.label for mark in covering if mark.label and not text[end : mark.end].strip())
    told = "\n".join(mark.told for mark in covering if mark.told)
    colours = list(dict.fromkeys(mark.colour for mark in covering))
    more = [
        f'class="{" ".join(mark.name for mark in covering)}"',
        f'style="--one:{colours[0]}' + (f';--two:{colours[1]}"' if colours[1:] else '"'),
        f'id="{begin[0]}" tabindex="0"' if begin else "",
        f'data-n="{_escaped(labels)}"' if labels else "",
        f'title="{_escaped(told)}"' if told else "",
    ]
    others = "".join(f'<span id="{name}"></span>' for name in begin[1:])
    return f"<mark {' '.join(filter(None, more))}>{others}{_escaped(words)}</mark>"


def _escaped(words: str) -> str:
    return escape(words.encode("utf-8", "replace").decode("utf-8"), quote=True)
