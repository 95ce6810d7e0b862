"""What a count is told of where no verb of killing or sending says it: people lost, people in a place.

Knows no language.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.facts import is_country

from .counting import Count
from .departures import departure
from .fates import killed_part, three_fates
from .joint_forces import apposed_force
from .language import Cue
from .memory import Mention
from .reading import Reading, is_mission
from .sides import is_armed
from .strength import grown
from .text import Span

KILLED = Cue("outcome", "killed")
CAPTURED = Cue("outcome", "captured")
LOSSES = "killed_or_wounded"  # told of losses in general, of which the same sentence may tell what sort
LOST = Cue("outcome", LOSSES)
FATES = ("killed", "wounded", "missing", LOSSES)  # which together are losses
STATIONED = Cue("movement", "stationed")
ARMED = ("troops", "officers")  # those of whom it is told that they are somewhere
DIRECT = 2  # tokens between a verb of losing or having and the count that it takes
MANY = 20  # people in service who are not only some that were met somewhere
BREATH = 4  # tokens between two fates that are told in one breath: ", or badly"
NAMED = 6  # tokens of a place, the word before it and the comma behind it
SUBJECT = 4  # tokens between "where" and a verb of having
PRESENT = 6  # tokens between people and the words that say where they are


def together(reading: Reading, events: Sequence[Span], counts: Sequence[Count]) -> list[Span]:
    """Return the events with two fates told in one breath, "dead or badly wounded", as the losses that they are."""
    found: list[Span] = []
    for event in reversed(events):
        after = found[-1] if found else None
        if after and event.last < after.first and _in_one_breath(reading, event, after, counts):
            found[-1] = Span(LOST, event.first, after.last)
        else:
            found.append(event)
    return found[::-1]


def _in_one_breath(reading: Reading, event: Span, after: Span, counts: Sequence[Count]) -> bool:
    """Tell whether only "and", "or" and an adverb part two fates, and each has no number of its own."""
    sentence, values = reading.sentence, {event.cue.value, after.cue.value}
    fates = {*FATES, CAPTURED.value} if three_fates(reading, event, after) else FATES
    if len(values) == 1 or not values.issubset(fates) or after.first - event.last > BREATH:
        return False
    comma = event.last + (sentence.tokens[event.last].text == ",")
    listed = after.cue == LOST and comma == after.first  # "killed, wounded or missing"
    joins = [s for s in sentence.of("either") if s.first in (event.last, comma)]
    joined = any(0 <= after.first - s.last <= (s.cue.value == "or") for s in joins)  # but not "and several hurt"
    start, _end = reading.clause(event.first)
    before = any(start <= count.first and count.last <= event.first for count in counts)
    own = before and any(0 <= count.first - after.last <= 1 for count in counts)  # "two dead and wounded three"
    between = any(event.last <= count.first < after.first for count in counts)
    return (joined or listed) and not own and not between


def loss(reading: Reading, count: Count) -> Span | None:
    """Return a verb of losing as the killing that it tells of: "lost 45 soldiers".

    Where a part of them is told to be dead, all those lost are not: "lost 600 men, 200 of them killed".
    """
    lost = [s for s in reading.sentence.of("loss") if 0 <= count.first - s.last <= DIRECT]
    caused = any(0 <= count.first - s.last <= DIRECT for s in reading.sentence.of("claims"))
    if caused and of_losses(reading, count):
        return Span(LOST, count.first, count.first)  # "caused 22 casualties"
    told = reading.memory.told
    goes_on = told is not None and told[0] in (KILLED, LOST) and reading.memory.place - reading.memory.told_at <= 1
    ends = count.last >= len(reading.sentence.tokens) or not reading.sentence.tokens[count.last].text.isalnum()
    right_after = bool(lost) and lost[-1].last == count.first
    if not lost or (count.bare and not (goes_on and ends and right_after)):
        return None  # but "Malawi lost three" where soldiers fell in the sentence before
    if taken(reading, count):
        return Span(CAPTURED, lost[-1].first, lost[-1].last)
    if lost[-1].cue.value == "bore" and not of_losses(reading, count):
        return None  # "took 32 people" with them, "took 20 casualties"
    enemy = _enemy_counts(reading, count)
    part = enemy or any(killed_part(reading, count, number) for number in reading.numbers)
    return Span(LOST if part or of_losses(reading, count) else KILLED, lost[-1].first, lost[-1].last)


def _enemy_counts(reading: Reading, count: Count) -> bool:
    """Tell whether an army counts what another state lost, of whom it knows not who died: "Kiev lost up to 535"."""
    before = reading.memory.speaker
    speaker = reading.said(count.first).mention or (Mention(before, 0, 0) if before else None)
    losers = {reading.side(m) for m in reading.mentions if m.last <= count.first and m != speaker}
    states = {each for each in losers if is_country(each)}
    return speaker is not None and is_armed(reading, speaker) and bool(states) and reading.side(speaker) not in states


def taken(reading: Reading, count: Count) -> bool:
    """Tell whether people are told to be taken rather than lost: "took two soldiers prisoner", "took 251 hostages"."""
    captives = any(count.first <= s.first < count.last for s in reading.sentence.of("captives"))
    return captives or reading.sentence.at("as_captive", count.last)


def of_those(reading: Reading, count: Count) -> Span | None:
    """Return what befell those of whom a number is a part: "4,700 of the dead were officers", "two of those killed"."""
    sentence = reading.sentence
    of = {s.last for s in sentence.of("of") if s.first == count.last}
    of |= {s.last for c in ("article", "those") for s in sentence.of(c) if s.first in of}
    return next((s for s in sentence.of("outcome") if s.first in of), None) if count.bare else None


def of_losses(reading: Reading, count: Count, event: Span | None = None) -> bool:
    """Tell whether losses in general are counted, of which nothing says that they died: "3,000 casualties".

    With an event, only where that is a verb of losing or taking: "claimed 560 casualties", not "killed 560".
    """
    takes = event is None or any(reading.sentence.at(c, event.first) for c in ("loss", "claims"))
    return takes and any(s.first == count.noun and s.last == count.last for s in reading.sentence.of("losses"))


def of_bodies(reading: Reading, count: Count) -> bool:
    """Tell whether bodies are counted: "212 jenazah tentara", "the bodies of four hostages"."""
    corpses = reading.sentence.of("corpses")
    return any(s.last == count.first or count.first <= s.first < count.last for s in corpses)


def found_dead(reading: Reading, count: Count) -> Span | None:
    """Return the word that bodies were found, which tells that so many were killed: "pulled seven bodies from"."""
    sentence, clause = reading.sentence, reading.clause(count.first)
    noun = [s for s in sentence.of("corpses") if s.first == count.noun or s.last == count.first]
    home = reading.within("movement", clause, "withdrawn") if any(s.last == count.first for s in noun) else []
    given = [] if home else reading.within("exchange", clause)  # "is to give back 6,000 bodies"
    noun = [] if given else noun
    found = [*reading.within("found", clause), *home, *reading.within("outcome", clause, "wounded")] if noun else []
    return Span(KILLED, found[0].first, found[0].last) if found else None


def there(reading: Reading, count: Count, reach: int = DIRECT) -> Span | None:
    """Return the words within reach after people in service that say that they are in a place."""
    being = [s for s in reading.sentence.of("be_in") if 0 <= s.first - count.last <= reach]
    troops = count.unit in ARMED or (count.bare and bool(reading.memory.sender))
    nationals = reading.sentence.at("people_of", count.noun) and bool(being)
    troops = troops or (nationals and reading.sentence.at("on_service", being[0].first))  # "300 Poles are deployed in"
    inside = troops and being and being[0].last <= reading.clause(count.first)[1]
    return Span(STATIONED, being[0].first, being[0].last) if inside else None


def presence(reading: Reading, count: Count) -> Span | None:
    """Return the word that tells people in service to be somewhere: "has 2,000 soldiers in", "there are", "are in".

    An army's size is no deployment: a place must be told.
    """
    if count.unit not in ARMED:
        return None
    sentence, clause = reading.sentence, reading.clause(count.first)
    dated = {at for when in reading.when_told for at in (when.first, when.first - 1)}
    none = {s.first for s in sentence.of("no_place")}
    none |= {the.first for at in none for the in sentence.before("article", at)}  # "in the world"
    # "the second largest in NATO"
    none |= {m.first for m in reading.mentions if m.actor.type == "organisation" and not is_mission(m.actor)}
    places = [s for value in ("in", "to") for s in reading.within("where", clause, value) if s.last not in none]
    place = any(s.first >= count.last for s in reading.within("thither", clause)) or any(
        span.first >= count.last and span.first not in dated for span in places
    )
    formed = {span.last for span in sentence.of("formation") if span.last <= count.first}
    formed |= {span.last for span in sentence.of("outpost") if span.last <= count.first}
    place = place or any(span.first in formed for span in places)  # "the battlegroup in Latvia has 1,900 soldiers"
    place = place or any(is_mission(m.actor) and 0 < m.first - count.last <= DIRECT for m in reading.mentions)
    have = [s for s in sentence.of("have") if place]  # "has 670 troops with UNIFIL"
    missions = [m for m in reading.mentions if is_mission(m.actor) and m.last < count.first == reading.ends(m)]
    strong = count.number is not None and reading.strong(count.number)
    missions += [m for m in reading.mentions if strong and is_mission(m.actor) and clause[0] <= m.first < count.first]
    if missions:
        return Span(
            STATIONED, count.first, count.first
        )  # "MINUSMA's 11,676 troops", "UNIFIL was 1,990 strong", who are where it is
    light = {at for c in ("article", "possessive") for s in sentence.of(c) for at in range(s.first, s.last)}
    near = [s for s in (*have, *sentence.of("there")) if clause[0] <= s.first and 0 <= count.first - s.last <= DIRECT]
    found = [s for s in near if s.cue.category != "have" or set(range(s.last, count.first)) <= light]
    found += [s for s in grown(reading, count.first, DIRECT) if clause[0] <= s.first]
    so_strong = (place or apposed_force(reading, count)) and any(
        sentence.before("formation", of.first) for of in sentence.before("of", count.first)
    )
    if so_strong:  # "a force of 3,000 in the north"
        found.append(Span(STATIONED, count.first, count.first))
    if found:
        return Span(STATIONED, found[0].first, found[0].last)
    if sentence.at("adverb", count.last) and sentence.at("thither", count.last + 1):
        return Span(STATIONED, count.last, count.last + 1)  # "on top of some 2,500 already there"
    found_there = there(reading, count, PRESENT) or departure(reading, count, clause) or abroad(reading, count)
    return found_there or _where_they_are(reading, count)


def _where_they_are(reading: Reading, count: Count) -> Span | None:
    """Return the word by which a place has people in it, whatever they do there: "in Gao, where 400 Germans serve"."""
    begin = min((s.first for s in reading.sentence.before("possessive", count.first)), default=count.first)
    wheres = [s for s in reading.sentence.of("relative", "where") if s.last == begin and count.size >= MANY]
    named = bool(wheres) and any(reading.places.where((max(0, wheres[0].first - NAMED), wheres[0].first)))
    return Span(STATIONED, wheres[0].first, wheres[0].last) if named else None


def held(reading: Reading, count: Count) -> Span | None:
    """Return the word by which somebody has people in service, a place right after: "had 2,400 men in Mali"."""
    sentence = reading.sentence
    bare = count.bare and not count.unknown and count.size >= MANY and bool(reading.memory.sender)
    if count.unit not in ARMED and not bare:
        return None
    if host := [s for s in sentence.of("there") if s.last == count.first]:
        return Span(STATIONED, host[0].first, host[0].last)
    begin = count.begins(sentence)
    begin = min((s.first for s in sentence.of("possessive") if s.last == begin), default=begin)
    have = [s for c in ("have", "holding") for s in sentence.of(c) if s.last == begin]
    ends = {m.last for m in reading.mentions if is_mission(m.actor)}
    if have and {have[0].first, have[0].first - 1} & ends:
        return Span(STATIONED, have[0].first, have[0].last)  # "MONUSCO, with its 14,000 peacekeepers,"
    if not have:
        return None
    # "to have 4,000 left there", "retains 3,000 more in Gedo"
    at = count.last + any(sentence.at(c, count.last) for c in ("leave", "measure"))
    placed = in_a_place(reading, at) or _named_before(reading, have[0])
    return Span(STATIONED, have[0].first, have[0].last) if placed or (bare and _as_told(reading, count)) else None


def _named_before(reading: Reading, have: Span) -> bool:
    """Tell whether the place where somebody has people is named before: "Mali, where it once had 2,400 troops"."""
    wheres = [s for s in reading.sentence.of("relative", "where") if 0 <= have.first - s.last <= SUBJECT]
    return bool(wheres) and any(reading.places.where((max(0, wheres[-1].first - NAMED), wheres[-1].first)))


def _as_told(reading: Reading, count: Count) -> bool:
    """Tell whether a number ends what somebody has where the text just told how many another has: "Italy has 300"."""
    memory, read = reading.memory, reading.sentence.tokens
    goes_on = memory.told is not None and memory.told[0].category == "movement" and memory.place - memory.told_at <= 1
    ends = count.last >= len(read) or not read[count.last].text.isalnum() or reading.sentence.at("joint", count.last)
    return goes_on and ends


def so_strong(reading: Reading, count: Count) -> Span | None:
    """Return the word right before a number by which a force is, or is to be, so strong: "will fall to 4,500"."""
    befell = reading.within("outcome", reading.clause(count.first))
    found = grown(reading, count.first) if count.unit in ARMED and not befell else ()
    if found:
        return Span(STATIONED, found[0].first, found[0].last)
    behind = range(count.noun, count.number_first) if count.unit in ARMED and not befell else ()
    placed = any(in_a_place(reading, at) for at in behind)  # "the troops in Abyei, 570 of them,"
    return Span(STATIONED, count.first, count.first) if placed else None


def in_a_place(reading: Reading, at: int) -> bool:
    """Tell whether a place, told or named, follows a token: "in Mali", "there", "in the region"."""
    sentence, read = reading.sentence, reading.sentence.tokens
    if sentence.at("thither", at):
        return True
    for span in sentence.of("where", "in"):
        if span.first == at and not any(when.first <= span.last < when.last for when in reading.when_told):
            named = any(token.text[0].isupper() for token in read[span.last : span.last + DIRECT])
            word = span.last + sentence.at("article", span.last)
            return named or sentence.at("place_word", word)
    return False


def _of_somebody(reading: Reading, count: Count) -> bool:
    """Tell whether people are somebody's by the word right before: "Spain's 650 soldiers", "our 600 soldiers"."""
    sentence, begin = reading.sentence, count.first
    named = any(m.last < begin == reading.ends(m) for m in reading.mentions)
    return named or bool(sentence.before("possessive", begin)) or bool(sentence.before("relative", begin))


def abroad(reading: Reading, count: Count) -> Span | None:
    """Return where many people in service of one state are told to be in another: "54,000 American troops in Japan"."""
    sentence = reading.sentence
    states = [m.actor.actor_id for m in reading.mentions if count.first <= m.first and m.last <= count.last]
    whose = _of_somebody(reading, count) or reading.suffixed(count.last - 1)
    last = count.last
    if reading.lexicon.pack.noun_first:  # "500 prajurit Rwanda di Mozambik"
        behind = [m for m in reading.mentions if m.first == count.last and m.actor.type == "state"]
        states += [m.actor.actor_id for m in behind]
        last = max([last, *(m.last for m in behind)])
    soil = {span.first for span in sentence.of("soil")}
    lands = [m for m in reading.mentions if m.last in soil and 0 <= m.first - count.last <= 1]
    if states and any(m.actor.actor_id not in states for m in lands):
        return Span(STATIONED, lands[0].first, lands[0].first)  # "9,000 Russian troops on Ukrainian soil"
    clause = reading.clause(count.first)
    for span in (s for s in reading.within("where", clause) if s.cue.value != "from"):
        if (states or whose) and count.size >= MANY and 0 <= span.first - last <= 1:
            _place, country = reading.places.where((span.first, len(reading.sentence.tokens)), span)
            if country and country not in states and (not whose or in_a_place(reading, span.first)):
                return Span(STATIONED, span.first, span.first)
    return None
