"""Which numbers of a sentence tell of people who fell or moved, of what, and whose they are. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .again import as_before, some_of_those, those
from .belonging import respective
from .binding import Binding
from .contributors import contributor
from .counting import MILITARY, Count, counts
from .departures import WITHDRAWN, leaving
from .gapped import each_of, gapped, own_verb
from .halves import further_fate
from .meant import tells_it
from .memory import Mention
from .named import named_objects, named_victims
from .predicates import own_predicate, tells_of_dead
from .presence import STATIONED, in_a_place, of_bodies
from .reading import Reading
from .sides import GUESSED, LIKELY, SURE, Owner, Told, alike
from .text import Span
from .uncounted import exercise, gave_up, rate, whole_group
from .unreal import unreal
from .wholes import whole_of_these
from .whose import owner

EXCHANGE = 6  # sentences after an exchange of captives in which people who return are they
BEFELL = ("outcome", "fate", "one_more")  # what may befall people of whom no number is told
SOME = 20  # from here on a number without a noun goes on about the troops of the sentence before
OBJECT = 2  # tokens between a verb and its object
UNITS = 100  # from here on a bare number counts people rather than units, waves or phases


@dataclass(frozen=True)
class _Case:
    """A count and what it is told of, and what it hangs on."""

    count: Count
    event: Span
    last: Told | None  # the count that was told before it in the sentence
    listed: Told | None  # and the one of a list with it
    again: bool  # the event was told of the number before, to which this is another
    state: Mention | None  # whose share of all troops it is

    @property
    def moved(self) -> bool:
        """Whether it is told of troops."""
        return self.event.cue.category == "movement"


def tellings(reading: Reading) -> Iterator[Told]:
    """Yield the counts of a sentence of whom something is told, and its victims of whom there is no number."""
    if not reading.numbers and not reading.sentence.has(BEFELL):
        return
    last: Told | None = None
    found = list(counts(reading))
    binding = Binding(reading, found)
    for count in found:
        case = _case(reading, binding, count, last)
        if case is None or _no_fact(reading, count, case.event) or (case.moved and not _troops(reading, case, binding)):
            continue
        whose = _whose(reading, case)
        if case.moved and not whose.actor:
            continue
        event = leaving(reading, count, case.event, whose.actor) if case.moved else case.event
        if event.cue == WITHDRAWN and all_but(reading, count):
            event = Span(STATIONED, event.first, event.last)  # "brought home all but 60", who have stayed
        if not binding.bound(count) or (case.moved and count.unit not in MILITARY):
            whose = replace(whose, confidence=min(whose.confidence, LIKELY))
        last = Told(count, event, whose)
        reading.memory.told, reading.memory.told_at = (event.cue, whose.actor), reading.memory.place
        yield last
        if case.moved and reading.sentence.of("each") and respective(reading, count) is None:
            others = (reading.side(m) for m in each_of(reading, count, event))
            yield from (Told(count, event, Owner(each, LIKELY)) for each in others if each != whose.actor)
        if case.moved and (all_told := whole_of_these(reading, count, event)):
            yield Told(*all_told, replace(whose, confidence=min(whose.confidence, LIKELY)))
        if event.cue.category == "outcome" and (after := further_fate(reading, count, event)):
            yield Told(count, after, whose)
    if last is None:
        victims = list(named_victims(reading))
        yield from victims or named_objects(reading)


def rejected(reading: Reading, binding: Binding, count: Count) -> str:
    """Return why a count makes no fact by itself; empty where it does. For explanations only."""
    event = binding.event(count)
    if event is None:
        return "" if count.listed else "told of no event"
    if reason := _no_fact(reading, count, event):
        return reason
    if event.cue.category == "movement" and count.unit not in MILITARY:
        return f"no people in service are told to be {event.cue.value}"
    return "" if owner(reading, count, event).actor else "nobody is named whose they are"


def note_exchange(reading: Reading) -> None:
    """Remember that a sentence tells of captives who are exchanged."""
    if reading.sentence.of("exchange") and reading.sentence.of("captives"):
        reading.memory.exchanged = reading.memory.place


def _case(reading: Reading, binding: Binding, count: Count, last: Told | None) -> _Case | None:
    if tells_it(reading, count):
        return None  # "…, two security sources said"
    listed = last if count.listed and not (last is not None and own_verb(reading, last, count)) else None
    goes_on = listed is not None and (count.bare or (count.unit in MILITARY and listed.count.unit in MILITARY))
    goes_on = goes_on or (listed is not None and _peoples(reading, listed.count, count))
    goes_on = goes_on or (listed is not None and _serves_too(reading, listed, count))
    goes_on = goes_on and not own_predicate(reading, count)
    moving = listed is not None and listed.event.cue.category == "movement"
    goes_on = goes_on and not (moving and any(s.last == count.first for s in reading.sentence.of("loss")))
    event = binding.event(count) or (listed.event if listed and goes_on else None)
    event = event or _of_those_before(reading, binding, count)
    event = event or (last.event if last is not None and _spelt_out(reading, last.count, count) else None)
    again = None if event else as_before(reading, count)
    event = event or again
    state = gapped(reading, last, count) if last is not None else None
    event = last.event if state is not None and last is not None else event
    asked = event is None or event.cue == STATIONED or (listed is not None and event == listed.event)
    gives = contributor(reading, count) if asked else None
    if gives is not None:
        event, state = Span(STATIONED, count.first, count.first), gives
    if event is not None and event.cue.category == "movement":
        state = respective(reading, count) or state
    return _Case(count, event, last, listed, again is not None, state) if event is not None else None


def _spelt_out(reading: Reading, whole: Count, count: Count) -> bool:
    """Tell whether people of a state are counted behind a colon as some of those before it: "four: two Germans"."""
    starts = {m.first for m in reading.mentions if m.actor.type == "state"}
    begins = 0 if whole.noun in starts else whole.last
    colons = any(reading.sentence.tokens[at].text == ":" for at in range(begins, count.first))
    return colons and count.noun in starts


def _of_those_before(reading: Reading, binding: Binding, count: Count) -> Span | None:
    """Return what is told of those of whom a clause goes on with some: "9,000 serve there; 5,500 of them are X"."""
    place = binding.counts.index(count)
    if not place or not count.bare or not any(s.first == count.last for s in reading.sentence.of("subset")):
        return None
    before = binding.counts[place - 1]
    event = binding.event(before) if before.unit in MILITARY else None
    return event if event is not None and event.cue.category == "movement" else None


def _serves_too(reading: Reading, listed: Told, count: Count) -> bool:
    """Tell whether police or medics are on a list of people in service who move: "14,000 troops and 1,800 police"."""
    moved = listed.event.cue.category == "movement" and listed.count.unit in MILITARY
    return (
        moved and bool(reading.sentence.before("joint", count.first)) and reading.sentence.at("serves_too", count.noun)
    )


def _peoples(reading: Reading, before: Count, count: Count) -> bool:
    """Tell whether two counts of a list are both of people of states: "two South Africans, one Uruguayan"."""
    starts = {m.first for m in reading.mentions if m.actor.type == "state"}
    return before.noun in starts and count.noun in starts


def _no_fact(reading: Reading, count: Count, event: Span) -> str:
    """Return why what is told of a count makes no fact; empty where it may."""
    if event.cue.category == "other_event":
        return "told of what is no casualty"
    if tells_of_dead(reading, count, event):
        return "says how many died"
    if unreal(reading, event):
        return "negated, or still to come"
    if _given_back(reading, count, event):
        return "captives given back"
    if event.cue.value != "killed" and of_bodies(reading, count):
        return "bodies were counted"
    if count.unit not in MILITARY and reading.sentence.at("arrest", event.first):
        return "arrested, and not in service"
    if gave_up(reading, count, event):
        return "surrendered, and may be let go"
    if rate(reading, count, event):
        return "so many a day or a month"
    if count.same and reading.sentence.before("joins", count.first):
        return "others, who are joined"
    if reading.sentence.before("trains_with", count.first):
        return "takes part in training"
    if event.cue.value != "withdrawn" and all_but(reading, count):
        return "all but those"
    if whole_group(reading, count, event):
        return "all of a group of whom one fell"
    return "takes part in an exercise" if exercise(reading, event) else ""


def _troops(reading: Reading, case: _Case, binding: Binding) -> bool:
    """Tell whether a count that is told of troops may count people in service."""
    count, last, sent = case.count, case.last, bool(reading.memory.sender)
    more = case.state is not None or some_of_those(reading, count)
    more = more or reading.sentence.at("replaced", case.event.first)
    more = more or (sent and (count.same or _more(reading, count, binding)))
    if count.unit not in MILITARY and not more:
        serving = any(s.first == count.noun for s in reading.sentence.of("anyone", "serving"))
        nationals = reading.sentence.at("people_of", count.noun)
        serving = serving or (nationals and reading.sentence.at("on_service", case.event.first))  # "300 Poles deployed"
        of_them = last is not None and last.event.cue.category == "movement" and binding.part(count.first) is not None
        serving = serving or (case.listed is not None and _serves_too(reading, case.listed, count))
        if not (serving or of_them or (sent and _anyone(reading, count))):
            return False
    if not count.bare:
        return True
    goes = case.listed is not None and case.listed.event.cue.category == "movement"  # "2,500 in Iraq and 900 in Syria"
    part_told = binding.whole(count) and last is not None and last.count.unit in MILITARY  # "killed, of 15,000 sent"
    part = last is not None and last.event.cue.category == "movement" and binding.part(count.first) is not None
    placed = part and in_a_place(reading, count.last)  # "440 abroad, including seven in Mali"
    large = case.state is not None or part_told or placed or ((sent or goes) and (count.size >= UNITS or more))
    return large and not _of_things(reading, count)


def _whose(reading: Reading, case: _Case) -> Owner:
    """Return whose people are counted: those of whom the sentence or the text goes on to tell, or of who is named."""
    count, event, last, memory = case.count, case.event, case.last, reading.memory
    counted = those(reading, count, event) if case.again else count
    whose = owner(reading, counted, event, case.listed.owner if case.listed else None)
    whose = Owner(reading.side(case.state), LIKELY) if case.state else whose
    if (case.again or _of_them(reading, event)) and memory.told and whose.confidence == GUESSED:
        whose = Owner(memory.told[1], GUESSED)  # the same people, counted by somebody else
    if case.moved and whose.confidence == GUESSED and _another(reading, count) and memory.told:
        whose = Owner(memory.told[1], GUESSED)  # "Another 28,000 are on alert"
    if _both(reading, count) and memory.told and whose.confidence < SURE:
        whose = Owner(memory.told[1], GUESSED)
    if last is not None and case.listed and count.bare and reading.sentence.at("there", last.event.first):
        return replace(last.owner, confidence=GUESSED)  # "Qatar hosts 10,000 and Kuwait 13,500": not their own
    if last is None or not last.owner.actor or not alike(reading, count, last.owner.actor):
        return whose
    ends = (count.last, count.number.last if count.number else count.last)  # "seven of them agents"
    same = count.same or (whose.confidence < SURE and any(reading.sentence.at("subset", at) for at in ends))
    goes_on = (whose.confidence == GUESSED or same) and not _another_speaks(reading, last, count)
    return replace(last.owner, confidence=GUESSED) if goes_on else whose


def _another_speaks(reading: Reading, last: Told, count: Count) -> bool:
    """Tell whether another state tells of those counted than of those before: "X said eleven; Y reported one"."""
    before, speaker = reading.said(last.count.first).mention, reading.said(count.first).mention
    if speaker is None or before is None or speaker == before or speaker.first < last.count.last:
        return False
    return reading.is_party(speaker) and reading.side(speaker) not in ("", reading.side(before))


def _of_them(reading: Reading, event: Span) -> bool:
    """Tell whether a sentence begins with those counted just before: "They included 300 dead"."""
    memory = reading.memory
    fell = memory.told is not None and memory.told[0].category == event.cue.category == "outcome"
    they = reading.sentence.of("both", "they")
    return fell and memory.place - memory.told_at <= 1 and any(s.first == 0 for s in they)


def _another(reading: Reading, count: Count) -> bool:
    """Tell whether people in service are counted on top of those of the sentence before: "Another 28,000 are"."""
    memory, first = reading.memory, count.number_first
    goes_on = memory.told is not None and memory.told[0].category == "movement" and memory.place - memory.told_at == 1
    return goes_on and any(s.last == first for s in reading.sentence.of("measure", "additional"))


def _both(reading: Reading, count: Count) -> bool:
    """Tell whether those counted are the two told of before: "Both were wounded"."""
    memory = reading.memory
    both = any(s.first == count.first for s in reading.sentence.of("both_of", "they"))
    return both and memory.told is not None and memory.place - memory.told_at <= 1


def _of_things(reading: Reading, count: Count) -> bool:
    """Tell whether an unknown noun ends the clause after a bare number: "promised 5,000 helmets, which"."""
    read, at = reading.sentence.tokens, count.last
    ends = at + 1 >= len(read) or not read[at + 1].text.isalnum() or reading.sentence.at("subordinate", at + 1)
    return ends and reading.sentence.unknown(at)


def _more(reading: Reading, count: Count, binding: Binding) -> bool:
    """Tell whether a number without a noun goes on about the troops told of just before: "a further 90", "75 came"."""
    memory = reading.memory
    goes_on = memory.told is not None and memory.told[0].category == "movement" and memory.place - memory.told_at <= 1
    return goes_on and count.bare and not count.unknown and count.size >= SOME and binding.bound(count)


def _anyone(reading: Reading, count: Count) -> bool:
    """Tell whether the people counted may be in service: no noun says more of them."""
    named = reading.sentence.at("anyone", count.noun) or reading.sentence.at("people_of", count.noun)
    return count.unit == "people" and (count.bare or named)


def all_but(reading: Reading, count: Count) -> bool:
    """Tell whether those are counted of whom something is not told that is of all others: "all but 60 of them"."""
    return bool(reading.sentence.before("all_but", count.number_first))


def _given_back(reading: Reading, count: Count, event: Span) -> bool:
    """Tell whether captives are exchanged or released, which is no casualty, and their return no withdrawal.

    Who "were taken hostage and released" was a captive all the same.
    """
    if event.cue.value == "withdrawn":
        return reading.memory.place - reading.memory.exchanged <= EXCHANGE
    given = reading.within("exchange", reading.clause(event.first)) if event.cue.value == "captured" else []
    if not given or (count.inside(event) and count.noun < event.first):
        return False  # "freed 212 of the 317 girls seized"
    passive = any(reading.sentence.before(category, event.first) for category in ("aux", "held"))
    auxes = {s.first for s in reading.sentence.of("aux") if s.last in {each.first for each in given}}
    if count.last in auxes:
        return True  # "of the hostages, five were let go"
    took = 0 <= count.first - event.last <= OBJECT or passive
    return not (took and not count.inside(event) and event.last <= given[0].first)
