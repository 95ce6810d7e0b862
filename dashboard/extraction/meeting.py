"""Meetings: who met whom, in which form, when and where; invitations. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dashboard.facts import Fact, joined

from .dates import When
from .mentions import Mention
from .reading import Reading
from .text import Span

REACH = 8  # tokens between a verb of meeting and its nearest participant
LIST_REACH = 4  # tokens between two names of one list ("Kim dan Presiden Putin")
NOT_MEDIA = ("person", "state")


def meetings(reading: Reading) -> Iterator[Fact]:
    """Yield the meetings and invitations of a sentence: at most one for each verb of its clauses."""
    if reading.sentence.of("no_meeting"):
        return
    seen: set[tuple[str, str]] = set()
    cues = [(span, True) for span in reading.sentence.of("invitation")]
    cues += [(span, False) for span in reading.sentence.of("meeting")]
    for span, invitation in cues:
        if _points_back(reading, span):
            continue
        participants = _participants(reading, span)
        if len(participants) < 2:
            continue
        status = "proposed" if invitation else _status(reading, span)
        key = (joined({m.actor.actor_id for m in participants}), status)
        if key in seen or (not invitation and (key[0], "proposed") in seen):
            continue
        seen.add(key)
        yield _fact(reading, span, key[0], status)


def _points_back(reading: Reading, span: Span) -> bool:
    """Tell whether a meeting is only spoken of again ("in that meeting")."""
    return any(span.distance(each) == 0 for each in reading.sentence.of("anaphora"))


def _participants(reading: Reading, span: Span) -> list[Mention]:
    """Return who met: the subject and whoever stands beside it, and the object with its companions in the list.

    Persons are the principals; a state counts where it stands for a person that is not named.
    """
    clause = reading.clause(span.first)
    said = reading.attribution.mention
    here = [m for m in reading.named(clause) if m.actor.type in NOT_MEDIA and m != said]
    here = [m for m in here if m.actor.type == "person" or not _is_place(reading, m)]
    before = _list(reading, [m for m in here if m.last <= span.first], backwards=True, at=span.first)
    after = _list(reading, [m for m in here if m.first >= span.last], backwards=False, at=span.last)
    chosen = [*before, *after] if len(before) < 2 or _with(reading, span) else before
    unique = {m.actor.actor_id: m for m in chosen}
    led = {m.actor.parent for m in unique.values() if m.actor.type == "person"}
    return [m for actor_id, m in unique.items() if actor_id not in led]


def _list(reading: Reading, names: list[Mention], *, backwards: bool, at: int) -> list[Mention]:
    """Return the names that stand in one list next to a verb."""
    ordered = list(reversed(names)) if backwards else names
    joints = {span.first for span in reading.sentence.of("joint")}
    kept: list[Mention] = []
    for name in ordered:
        near = at - name.last if backwards else name.first - at
        gap = (
            range(name.last, kept[-1].first) if kept and backwards else range(kept[-1].last, name.first) if kept else ()
        )
        if (not kept and near <= REACH) or (kept and len(gap) <= LIST_REACH and any(token in joints for token in gap)):
            kept.append(name)
        else:
            break
    return kept


def _with(reading: Reading, span: Span) -> bool:
    return any(0 <= each.first - span.last <= 1 for each in reading.sentence.of("joint", "with"))


def _is_place(reading: Reading, mention: Mention) -> bool:
    return any(each.last == mention.first for each in reading.sentence.of("where"))


def _status(reading: Reading, span: Span) -> str:
    clause = reading.clause(span.first)
    for value in ("denied", "planned", "proposed"):
        if any(-2 <= span.first - each.last <= 5 for each in reading.within("status", clause, value)):
            return value
    negated = any(0 <= span.first - each.last <= 2 for each in reading.within("negation", clause))
    return "denied" if negated else "occurred"


def _when(reading: Reading, span: Span) -> When | None:
    """Return when the meeting was.

    "A day after" an event that has no date says only that it was over when the article came out: the end is known.
    """
    clause = reading.clause(span.first)
    for when in reading.dates:
        if clause[0] <= when.first < clause[1]:
            return when
    published: date | None = reading.document.published
    for each in reading.within("date", clause, "day_after"):
        return When(None, published, "day" if published else "", each.first, each.last)
    return None


def _fact(reading: Reading, span: Span, participants: str, status: str) -> Fact:
    when = _when(reading, span) if status != "proposed" else None
    location, country = reading.place(reading.clause(span.first))
    evidence, start, end = reading.evidence()
    said = reading.attribution
    return Fact(
        kind="meeting",
        participants=participants,
        format=span.cue.value,
        status=status,
        assertion="denies" if status == "denied" else said.assertion,
        claimant=said.claimant,
        relayed_via="; ".join(said.relayed_via),
        date_start=when.start if when else None,
        date_end=when.end if when else None,
        date_precision=when.precision if when else "",
        date_text=reading.sentence.words(reading.text, when.first, when.last) if when else "",
        as_of=reading.document.published,
        location="" if span.cue.value == "call" else location,
        country="" if span.cue.value == "call" else country,
        evidence=evidence,
        evidence_start=start,
        evidence_end=end,
        confidence=0.8 if status == "occurred" else 0.7,
        document_id=reading.document.document_id,
    )
