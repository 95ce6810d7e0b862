"""Whom a speaker means by "the enemy" or "they": the other side. Knows no language."""

from __future__ import annotations

from dashboard.facts import is_country

from .counting import Count
from .memory import Memory
from .reading import Reading
from .text import Span

QUOTES = '"“”«'
ADJECTIVES = 2  # words between "on" and the name of those hit


def of_the_enemy(reading: Reading, count: Count, event: Span) -> str | None:
    """Return the other of two sides where one of them counts "the enemy's losses" or "12 enemy soldiers".

    Empty where nobody says who that is, ``None`` where no enemy is told of.
    """
    told = (*reading.sentence.of("casualty_noun"), *reading.sentence.of("loss"), event)
    starts = {span.first for span in told} | {count.noun}
    ends = {span.last for span in told} | {count.noun + 1}
    for enemy in reading.sentence.of("enemy"):
        last = reading.possessed(enemy.last)
        aux = [s.last for c in ("aux", "have") for s in reading.sentence.of(c) if s.first == last]
        of = [s.first for s in reading.sentence.before("of", enemy.first)]
        if starts & {last, *aux} or ends & {enemy.first, *of}:
            return _foe(reading)
    abused = any(count.noun <= s.first < count.last for s in reading.sentence.of("abuse"))
    named = any(count.first <= m.first <= count.last for m in reading.mentions)  # "14 AA terrorists"
    return _foe_of_rebels(reading) if abused and not named else None


def _foe_of_rebels(reading: Reading) -> str | None:
    """Return the state that rebels fight who count those dead to whom they give a bad name: "killed 30 mercenaries"."""
    speaker = reading.attribution.mention
    own = reading.side(speaker) if speaker and speaker.first >= 0 else ""  # who is only spoken of is none
    return reading.lexicon.bases.get(own) if own and not is_country(own) else None


def _foe(reading: Reading) -> str | None:
    """Return whom the side that speaks fights: the state at home for rebels, else the one other state told of."""
    memory, said = reading.memory, reading.attribution
    known = reading.lexicon.actors.actors.get(said.claimant)
    own = reading.side(said.mention) if said.mention else known.parent if known else ""
    if not is_country(own):
        return reading.lexicon.bases.get(own)
    foes = _others(memory, own) or {each for each in memory.spoken_of if each != own}
    return foes.pop() if len(foes) == 1 else ""


def inflicted_on(reading: Reading, count: Count) -> str | None:
    """Return on whom losses are inflicted: "inflicted 300 casualties on the Russian brigade", "on the army" by rebels.

    Empty where that is not said, ``None`` where nobody is said to inflict any.
    """
    verbs = [s for s in reading.sentence.of("inflict") if s.last <= count.first]
    verbs = [s for s in verbs if s.first >= reading.clause(count.first)[0]]
    if not verbs:
        return None
    parties = [m for m in reading.mentions if reading.is_party(m)]
    on = [s.last for s in reading.sentence.of("upon") if s.first >= count.last]
    hit = [m for m in parties if any(0 <= m.first - last <= ADJECTIVES for last in on)]
    doers = [m for m in parties if m.last <= verbs[-1].first and not reading.oblique(m)]
    if hit:
        return reading.side(hit[0])
    return reading.lexicon.bases.get(reading.side(doers[-1]), "") if doers else None


def foe_quoted(reading: Reading, lost: Span) -> str:
    """Return the other of two sides where one of them quotes what "they" lost: '"They lost 900 men," X said'."""
    they = [s for s in reading.sentence.of("both", "they") if s.last <= lost.first]
    speaker = reading.attribution.mention
    quoted = bool(they) and any(token.text in QUOTES for token in reading.sentence.tokens[: they[0].first])
    if speaker is None or not quoted:
        return ""
    own, memory = reading.side(speaker), reading.memory
    foes = {reading.side(m) for m in reading.mentions if reading.is_party(m, people=True)} - {own}
    foes = foes or _others(memory, own)
    return foes.pop() if own and len(foes) == 1 else ""


def _others(memory: Memory, own: str) -> set[str]:
    """Return who is at war with a side, or else is what the document is about."""
    return memory.at_war - {own} or {each for each in (memory.focus, memory.topic) if each} - {own}
