"""Who stands behind what a sentence says, how it is put, and who passed it on. Knows no language."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.facts import PUBLISHER

from .mentions import Mention
from .text import Sentence, Span

BEFORE, AFTER, RELAY = 10, 4, 6  # tokens between a verb of saying and the name that belongs to it


@dataclass(frozen=True)
class Attribution:
    """The claimant's id, the assertion, and the ids of who passed it on; ``last`` is the token after the verb."""

    claimant: str = PUBLISHER
    assertion: str = "states"
    relayed_via: tuple[str, ...] = ()
    mention: Mention | None = None
    last: int = 0


def attribution(sentence: Sentence, found: list[Mention]) -> Attribution:
    """Return the attribution of a sentence; the publisher's own where nobody else is named.

    Whoever is cited wins over whoever cites; among several who speak, one who estimates wins over one who says.
    """
    relays = tuple(m.actor.actor_id for span in sentence.of("relay", "via") if (m := _after(span, found, RELAY)))
    cited = [m for span in sentence.of("relay", "from") if (m := _after(span, found, RELAY))]
    spoken = [(m, span) for span in sentence.of("speech") if (m := _before(sentence, span, found))]
    spoken += [(m, span) for span in sentence.of("said_by") if (m := _after(span, found, AFTER))]
    spoken = [(m, span) for m, span in spoken if m.actor.actor_id not in relays]
    if cited:
        passed = tuple(dict.fromkeys(m.actor.actor_id for m, _span in spoken if m.actor != cited[0].actor))
        assertion = spoken[0][1].cue.value if spoken else "states"
        return Attribution(cited[0].actor.actor_id, assertion, passed + relays, cited[0], cited[0].last)
    if not spoken:
        return Attribution(relayed_via=relays)
    mention, span = min(spoken, key=lambda each: (each[1].cue.value == "states", each[1].first))
    return Attribution(mention.actor.actor_id, span.cue.value, relays, mention, max(span.last, mention.last))


def _before(sentence: Sentence, span: Span, found: list[Mention]) -> Mention | None:
    """Return who speaks: the name of the same clause nearest before the verb."""
    starts = [each.last for each in sentence.of("clause") if each.last <= span.first]
    begin = max(starts, default=0)
    near = [m for m in found if begin <= m.first and m.last <= span.first and span.first - m.last <= BEFORE]
    return near[-1] if near else None


def _after(span: Span, found: list[Mention], reach: int) -> Mention | None:
    near = [mention for mention in found if span.last <= mention.first <= span.last + reach]
    return near[0] if near else None
