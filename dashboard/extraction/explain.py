"""How an article was read, sentence by sentence: the tool with which rules are mended."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.facts import Document, Fact

from .binding import Binding
from .counting import counts
from .extract import RULES, lexicon
from .incident import note_event
from .reading import Reading
from .readings import readings
from .support import note_help
from .tellings import rejected


def explain(document: Document, language: str) -> Iterator[str]:
    """Yield lines that tell what each sentence was taken for: spans, names, numbers, dates, claimant, facts.

    A count without a fact is told with the reason.

    Raises:
        ValueError: for a language that there is no pack for.
    """
    for reading in readings(document, lexicon(language)):
        note_help(reading)
        note_event(reading)
        yield from _sentence(reading)


def _sentence(reading: Reading) -> Iterator[str]:
    text, start, end = reading.evidence()
    yield f"[{start}:{end}]{' (headline)' if reading.headline else ''} {' '.join(text.split())}"
    words = reading.sentence.words
    cues = (s for s in reading.sentence.spans if s.cue.category not in ("actor", "place", "people_of"))
    yield "  words    " + ", ".join(
        f"{words(reading.text, s.first, s.last)}={s.cue.category}:{s.cue.value}" for s in cues
    )
    if reading.mentions:
        yield "  names    " + ", ".join(
            f"{words(reading.text, m.first, m.last)}={m.actor.actor_id}" for m in reading.mentions if m.first < m.last
        )
    if reading.dates:
        yield "  dates    " + ", ".join(
            f"{words(reading.text, w.first, w.last)}={w.start or ''}..{w.end or ''} ({w.precision})"
            for w in reading.dates
        )
    said = reading.attribution
    yield f"  claimant {said.claimant} ({said.assertion})" + (
        f" via {', '.join(said.relayed_via)}" if said.relayed_via else ""
    )
    for number in reading.numbers:
        if not reading.counts_people(number):
            yield f"  number   {words(reading.text, number.first, number.last)}: counts no people"
    found = list(counts(reading))
    binding = Binding(reading, found)
    for count in found:
        reason = rejected(reading, binding, count)
        counted = f"{words(reading.text, count.first, count.last)} = {count.unit}"
        yield f"  count    {counted}: {reason}" if reason else f"  count    {counted}"
    for name, rules in RULES.items():
        for fact in rules(reading):
            yield f"  fact     by the rules of {name}: {_told(fact)}"


def _told(fact: Fact) -> str:
    names = (
        "kind",
        "actor",
        "supported",
        "participants",
        "movement",
        "outcome",
        "value_low",
        "value_best",
        "value_high",
    )
    more = ("qualifier", "measure", "status", "claimant", "date_start", "date_end", "country", "confidence")
    values = ((name, getattr(fact, name)) for name in (*names, *more))
    return ", ".join(f"{name}={value}" for name, value in values if value not in ("", None))
