"""A document read sentence by sentence, with a memory of what it has named. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dashboard.facts import Document

from .attribution import attribution
from .contractions import spelt_out
from .dates import dates
from .deixis import from_statement, statement
from .dividing import BULLETS, DASHES, dateline, is_caseless, sentences
from .gazetteer import great_town
from .lookup import Lexicon
from .memory import Memory, told_in
from .mentions import mentions
from .narrated import is_news, narrated
from .numbers import numbers
from .press import PRESS
from .reading import Reading, is_mission
from .recased import recased
from .setting import focus, ground, heading, home_of, new_paragraph, spoken_of, stage
from .speaking import going_on, quotation, stated_before
from .text import Sentence, Span, Token, fold, tokens
from .voices import with_voices

ANY_DAY = date(2000, 6, 15)  # tells which words name a day where none tells which day it was
CROWDED = 200  # phrases found in what is no sentence any more
WEEK = timedelta(7)
TOLD_OF = 4  # how often a country must be named to be what a text is about
HALVES = ("movement", "outcome", "meeting")  # which a word tells of no event as the second half of another
LEAD = 3  # sentences and lines within which a text begins
OPENS = 2  # tokens before what a sentence is about
TOWN, SENTENCE = 3, 8  # tokens of the town that begins one, and of what follows it
QUOTE = ">"  # before each line of a mail that is answered
OWNED = ("unit", "body", "forces", "office", "title")  # what the name of a state stands before
FEWEST = 2  # tokens of a sentence that may tell anything


def readings(document: Document, lexicon: Lexicon) -> Iterator[Reading]:
    """Read a document sentence by sentence; a memory of what was named goes along.

    All sentences are looked through once before, for the country that the document is about.
    """
    memory = Memory()
    told = list(_sentences(document.text, lexicon, memory))
    memory.spoken_of = spoken_of((sentence for _number, sentence in told), lexicon)
    if memory.home not in memory.spoken_of and max(memory.spoken_of.values(), default=0) >= TOLD_OF:
        memory.home = ""  # an agency's bureau, where it writes of its neighbours
    memory.focus = focus(memory.spoken_of, lexicon, memory.home)
    memory.ground = ground((sentence for _number, sentence in told), lexicon, memory.spoken_of)
    for number, sentence in told:
        if not sentence.spans and not sentence.figures:
            continue  # nothing that any rule knows stands in it
        memory.place = number
        if (headed := heading(sentence, lexicon)) and headed != memory.section:
            memory.section, memory.victim, memory.sender, memory.scene, memory.group_actor = headed, "", "", "", None
            memory.served = ""
        goes_on = bool(memory.stage) and not new_paragraph(document.text, sentence)
        memory.stage = stage(sentence, lexicon) or (memory.stage if goes_on else "")
        found = mentions(sentence, lexicon, memory)
        sentence = with_voices(sentence, found)
        inside = quotation(document.text, sentence, memory)
        days = dates(sentence, document.published, memory.told_of_time)
        said_on = stated_before(document.text, sentence, memory, inside=inside)
        days = from_statement(sentence, days, document.published, said_on)
        reading = Reading(
            document=document,
            lexicon=lexicon,
            sentence=sentence,
            mentions=found,
            numbers=numbers(sentence, lexicon.pack),
            dates=days,
            when_told=days if document.published else dates(sentence, ANY_DAY),
            attribution=going_on(document.text, sentence, attribution(sentence, found, memory), memory, inside=inside),
            memory=memory,
            named_before=memory.sides,
            headline=number == 0 and sentence.tokens[-1].text not in '.!?"”',
            inside=inside,
            said_on=said_on,
        )
        yield reading
        _remember(reading)


def _sentences(text: str, lexicon: Lexicon, memory: Memory) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences with their phrases and places in the document; what belongs to no article is left out."""
    caseless = is_caseless(text)
    for number, (start, end) in enumerate(sentences(text, lexicon.pack.abbreviations)):
        read = spelt_out(tokens(text, start, end), lexicon.pack.contractions)
        length = dateline(read)
        if length:
            memory.home = memory.home or home_of(read[:length], lexicon)
        elif number <= LEAD and not memory.home:
            length = _town_first(read, lexicon)
        read = read[length:]
        read = read[next((at for at, token in enumerate(read) if token.text not in BULLETS), 0) :]
        while len(read) > 1 and read[0].text == QUOTE and read[0].end < read[1].start:
            read = read[1:]  # "> Nine died", the words of somebody else; not ">100 died"
        if len(read) < FEWEST:
            continue
        found = lexicon.phrases.find(read, caseless=caseless)
        if caseless or _shouted(read):
            found = [span for span in found if not _is_a_word(read, span, found, lexicon)]
        spans = [s for s in found if not (s.cue.category in HALVES and _part_of_a_name(read, s, found))]
        sentence = Sentence(start, end, recased(read, spans) if caseless else read, spans)
        # "Read also: …" belongs to another article; a table or a list of names is no sentence.
        begins = 1 if read[0].text in "[(" else 0
        if not sentence.at("aside", begins) and len(spans) <= CROWDED:
            yield number, sentence


def _town_first(read: Sequence[Token], lexicon: Lexicon) -> int:
    """Return how many tokens of a text's first sentence are the town where it was written: "Ankara - President X met".

    Only a great town, before a dash that stands free; a headline, which ends in no stop, begins so as well.
    """
    dash = next((at for at, token in enumerate(read[: TOWN + 1]) if token.text in DASHES), 0)
    if not dash or len(read) < dash + SENTENCE or read[-1].text not in '.!?"”':
        return 0
    free = read[dash - 1].end < read[dash].start and read[dash].end < read[dash + 1].start
    name = " ".join(token.text for token in read[:dash])
    known = lexicon.actors.find(fold(name))  # a group or a person may bear the name of a town
    town = great_town(name) and (not known or lexicon.actors.actors[known].type == "state")
    return dash + 1 if free and town and read[0].text.istitle() and read[dash + 1].text[0].isupper() else 0


def _shouted(read: Sequence[Token]) -> bool:
    """Tell whether all words are in capitals."""
    return all(token.text.isupper() for token in read if token.text.isalpha())


def _is_a_word(read: Sequence[Token], span: Span, found: Sequence[Span], lexicon: Lexicon) -> bool:
    """Tell whether what would be a name in capitals is a word where capitals tell none: "told us", not "us troops"."""
    word = read[span.first].folded
    if not span.cue.caps or word not in lexicon.pack.homographs:
        return False
    owned = (each.cue.category in OWNED for each in found if each.first == span.last)
    return word not in lexicon.pack.owners or not any(owned)


def _part_of_a_name(read: Sequence[Token], span: Span, found: Sequence[Span]) -> bool:
    """Tell whether what would tell of an event is a name or a part of one: "Britain-based", "three KIA soldiers".

    An abbreviation that is a name as well tells of one only right behind a number: "9 KIA".
    """
    if not span.cue.caps:
        return _second_half(read, span.first)
    named = any(s.first == span.first and s.cue.category == "actor" for s in found)
    counted = span.first > 0 and read[span.first - 1].text[0].isdecimal()
    return any(s.first == span.last and s.cue.category == "unit" for s in found) or (named and not counted)


def _second_half(read: Sequence[Token], at: int) -> bool:
    """Tell whether a word is only the second half of another: "Britain-based"."""
    return at >= 2 and read[at - 1].text == "-" and read[at - 1].end == read[at].start == read[at - 2].end + 1


def _remember(reading: Reading) -> None:
    """Keep what later sentences go on about: who spoke, of whom, and where."""
    memory, said = reading.memory, reading.attribution
    memory.sides = reading.sides
    for mention in reading.mentions:
        if mention.actor.type == "armed_group":
            memory.group_actor = mention.actor
        if mention.actor.type == "organisation":
            memory.mission = mention.actor if is_mission(mention.actor) else memory.mission
            listed = mention.actor.actor_id in reading.lexicon.actors.actors
            speaks = (listed or mention.actor.parent) and not told_in(mention.actor.role, PRESS)
            memory.house = mention.actor if speaks else memory.house
    head = reading.mentions[0] if reading.mentions else None
    if head and head.actor.type == "organisation" and head.first <= OPENS and not reading.oblique(head):
        memory.head, memory.head_at = head.actor, memory.place
    subject = next((m for m in reading.mentions if reading.is_party(m) and not reading.oblique(m)), None)
    memory.subject = reading.side(subject) if subject else memory.subject
    if said.mention is not None and said.mention.actor.type == "organisation":
        memory.house = said.mention.actor
    if said.mention is not None:
        memory.speaker = said.mention.actor
        memory.speaker_side = reading.side(said.mention) if reading.is_party(said.mention, people=True) else ""
    days = [when for when in reading.dates if when.precision == "day"]
    exact = [when.one_day for when in days if when.one_day]
    if since := [when.start for when in days if when.start and when.end is None]:
        memory.begun, memory.begun_at = since[-1], memory.place
    if reading.dates and (named := reading.dates[-1].start or reading.dates[-1].end):
        memory.year = named.year
        memory.month, memory.month_at = (
            (named if reading.dates[-1].precision in ("day", "month") else None),
            memory.place,
        )
    if reading.document.published:
        memory.news = memory.news or any(is_news(when, reading.document.published) for when in reading.dates)
        memory.narrated = narrated(reading.sentence, reading.dates, memory.narrated)
    if exact:
        memory.day, memory.day_at = exact[-1], memory.place
        published = reading.document.published
        late = [day for day in exact if published and timedelta() <= published - day <= WEEK]
        memory.story = late[-1] if late else memory.story
    if (stated := statement(reading.sentence, reading.dates)) or not reading.said_on:
        memory.stated = stated.one_day if stated else None
    if len(reading.dates) == 1 and reading.dates[0].start and reading.dates[0].end:
        memory.then, memory.then_at = reading.dates[0], memory.place
    people = [m for m in reading.mentions if m.actor.type == "person"]
    if people:
        memory.person = people[0].actor
        memory.people = [*memory.people, *(m.actor for m in people)][-6:]
    if not memory.topic:
        sides = [m for m in reading.mentions if reading.is_party(m) and not reading.place_marked(m)]
        often = [m for m in sides if memory.spoken_of.get(reading.side(m), TOLD_OF) >= TOLD_OF]
        memory.topic = reading.side(often[0]) if often else ""
    memory.unplaced.append(reading.country)
