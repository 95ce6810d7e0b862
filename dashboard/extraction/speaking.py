"""Who goes on speaking where a sentence names nobody: in a quotation of several sentences, in one that goes on about
those counted before, and where a later sentence says whose the figure was. Knows no language.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dashboard.facts import PUBLISHER, Fact

from .attribution import Attribution
from .memory import Memory, Mention
from .reading import Reading
from .setting import is_item, new_paragraph
from .text import Sentence

OPENING, PLAIN = "“", '"'
MARKS = re.compile(r'[\n"“”]')  # what opens or ends a quotation
QUOTES, MARKED = (PLAIN, OPENING), (PLAIN, "”")
ITEM = 2  # sentences from one to the next
STOPS = '.!?"”'
GOES_ON = 8  # tokens at the beginning within which a sentence says that it goes on about the same people
TOLD_SO = 7  # tokens between a claim and the verb that says whose it was


def quotation(text: str, sentence: Sentence, memory: Memory) -> bool:
    """Tell whether a sentence begins inside a quotation that an earlier one has opened; remember how it ends."""
    first = sentence.tokens[0].start
    inside = _left_open(text, memory.quoted_until, first, memory.quoting)
    memory.quoting = _left_open(text, max(first, memory.quoted_until), sentence.end, inside)
    memory.quoted_until = sentence.end
    if memory.quoting and not inside:
        memory.quoted_from, memory.quoter = first, None
    return inside


def _left_open(text: str, first: int, last: int, opened: bool) -> bool:
    """Tell whether a quotation is open after a passage; a paragraph ends it."""
    for mark in MARKS.finditer(text, first, last):
        at, character = mark.start(), mark[0]
        if character == "\n" and (text[at - 1 : at] in STOPS or text[at - 1 : at] == "\n"):
            opened = False
        elif character == PLAIN:
            opened = not opened
        elif character != "\n":
            opened = character == OPENING
    return opened


def stated_before(text: str, sentence: Sentence, memory: Memory, *, inside: bool) -> date | None:
    """Return on which day a sentence was said that goes on a statement: a quotation, or what follows one."""
    soon = memory.stated is not None and memory.place - memory.claimed_at <= 1
    return memory.stated if soon and (inside or text[sentence.tokens[0].start] in QUOTES) else None


def going_on(text: str, sentence: Sentence, said: Attribution, memory: Memory, *, inside: bool) -> Attribution:
    """Return who says a sentence: whoever it names, else who speaks on in its quotation or of the same people."""
    if (lister := _lister(text, sentence, said, memory)) is not None:
        return replace(lister, mention=None, last=0)
    if said.claimant == PUBLISHER and not said.relayed_via:
        soon = memory.place - memory.claimed_at <= 1
        on = memory.claimed if soon and _quoted_on(text, sentence, memory) else memory.quoter if inside else None
        if on is not None:
            said = replace(on, mention=Mention(on.mention.actor, -2, -1) if on.mention else None, last=0)
        elif soon and memory.claimed and memory.claimed.assertion != "denies" and _of_the_same(sentence):
            put = memory.claimed.assertion
            said = replace(memory.claimed, assertion="states" if put == "confirms" else put, mention=None, last=0)
    if memory.quoting and not inside and said.claimant != PUBLISHER:
        memory.quoter = said
    if said.claimant != PUBLISHER:
        memory.claimed, memory.claimed_at = said, memory.place
        memory.quotes = any(mark in text[sentence.start : sentence.end] for mark in QUOTES)
    return said


def _lister(text: str, sentence: Sentence, said: Attribution, memory: Memory) -> Attribution | None:
    """Return who gives the list of which a sentence is an item: "The ministry reports:", and each line with its mark.

    Remember who does where a sentence ends with a colon.
    """
    if said.claimant != PUBLISHER:
        memory.lister = said if sentence.tokens[-1].text == ":" else None
        memory.listed_at = memory.place
        return None
    if memory.lister is None:
        return None
    apart = new_paragraph(text, sentence) and not is_item(text, sentence)
    if apart or memory.place - memory.listed_at > ITEM:
        memory.lister = None
    memory.listed_at = memory.place
    return memory.lister


def _quoted_on(text: str, sentence: Sentence, memory: Memory) -> bool:
    """Tell whether a sentence goes on a quotation after who speaks was named: '"We lost nine," X said. "20 are hurt."'.

    Words in quotation marks at its beginning are no such quotation.
    """
    first = sentence.tokens[0].start
    if not memory.quotes or text[first] not in QUOTES or new_paragraph(text, sentence):
        return False
    rest = text[first + 1 : sentence.end + 1].rstrip()
    return not any(mark in rest[:-1] for mark in MARKED) and (memory.quoting or rest.endswith(MARKED))


def _of_the_same(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with those counted before: "Of those, 40", "Rinciannya", "Ten of the dead"."""
    if any(span.first <= GOES_ON for span in sentence.of("goes_on")):
        return True
    fell = [span for span in sentence.of("outcome") if 2 <= span.first <= GOES_ON]
    the = [span for each in fell for span in sentence.before("article", each.first)]
    return any(sentence.before(c, span.first) for span in the for c in ("of", "subset"))


def said_before(reading: Reading) -> Attribution | None:
    """Return who said what the sentence before tells: "Hal itu disampaikan X", "The figure was given by X"."""
    sentence = reading.sentence
    told = _whose_claim(sentence)
    if not sentence.of("refers_back") and told is None:
        return None
    if reading.attribution.claimant != PUBLISHER:
        return reading.attribution
    people = [m for m in reading.mentions if reading.is_party(m, people=True, wide=True) and m.first >= (told or 0)]
    counted = any(told is None or reading.counts_people(number) for number in reading.numbers)
    return replace(reading.attribution, claimant=people[0].actor.actor_id) if people and not counted else None


def _whose_claim(sentence: Sentence) -> int | None:
    """Return the token after the verb that says whose a claim was: "The toll was announced by", "Demikian diungkap"."""
    claims = [span for span in sentence.of("claim") if span.first <= 1]
    if not claims:
        return None
    verbs = (span.last for span in sentence.of("told_so") if 0 <= span.first - claims[0].last <= TOLD_SO)
    return next(verbs, None)


def claimed(fact: Fact, said: Attribution, reading: Reading) -> Fact:
    """Give a fact of the sentence before, that nobody was said to claim, its claimant."""
    unclaimed = fact.claimant == PUBLISHER and reading.follows(fact)
    return replace(fact, claimant=said.claimant, assertion=said.assertion) if unclaimed else fact


def quoted(fact: Fact, reading: Reading) -> Fact:
    """Give a fact of a quotation that ends here the speaker whom only its last sentence names: "…" X said."""
    memory, said = reading.memory, reading.attribution
    ends = reading.inside and not memory.quoting and said.claimant != PUBLISHER
    begun = fact.evidence_start is not None and fact.evidence_start >= memory.quoted_from
    return replace(fact, claimant=said.claimant) if ends and begun and fact.claimant == PUBLISHER else fact
