"""Who is named where, and what a document has told so far. Knows no language."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.facts import Actor

from .language import Cue
from .noted import Incident
from .text import tokens
from .when import Told, When

if TYPE_CHECKING:
    from .attribution import Attribution

GROUPS = 4  # of people told of together, to whom "the two" may refer back
OFFICES = 40  # of people introduced last, to whom "the president" may refer back


@dataclass(frozen=True)
class Mention:
    """An actor named in a sentence, from token ``first`` to ``last`` (exclusive)."""

    actor: Actor
    first: int
    last: int


@lru_cache(maxsize=10_000)
def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name by which a text may call them, folded."""
    return tuple(token.folded for token in tokens(name) if len(token.text) >= 2 and token.text[0].isupper())


@lru_cache(maxsize=10_000)
def told_in(role: str, words: tuple[str, ...]) -> bool:
    """Tell whether an actor's role tells one of the words."""
    folded = role.casefold()
    return any(word in folded for word in words)


@dataclass
class Memory:
    """What a document has named so far: short names of people (None where two people share one)."""

    short: dict[str, Actor | None] = field(default_factory=dict)
    victim: str = ""  # whose people were last told to have been killed, wounded, captured or missing
    sender: str = ""  # whose troops were last told to go
    fielded: str = ""  # whose troops were last told to go or to be somewhere, with a number or without
    served: str = ""  # and to have gone, or to be somewhere; the largest number of them that was told
    serving: int = 0
    posted: dict[str, set[str]] = field(default_factory=dict)  # in which countries whose people in service are
    senders: set[str] = field(default_factory=set)  # whose were told to be or to go abroad
    abroad: str = ""  # and where last
    topic: str = ""  # the side that the document names first
    home: str = ""  # the country of the dateline
    spoken_of: Mapping[str, int] = field(default_factory=dict)  # how often each country is named, some two a sentence
    focus: str = ""  # the country that most of the document's sentences name
    ground: str = ""  # and in which most are told to be
    place: int = 0  # the sentence that is read, and the last one that told of people in service
    service: int = -9
    held: str = ""  # whose people were last told to be captives
    section: str = ""  # the country that the heading above names
    told: tuple[Cue, str] | None = None  # what the last number was told of, and whose people
    told_at: int = -9  # and in which sentence
    stage: str = ""  # the country with which a sentence began last: "In Iran, figures differ"
    scene: str = ""  # the country where people were last told to have been killed or hurt
    strikers: frozenset[str] = frozenset()  # who was last told to attack, and in which sentence
    struck_at: int = -9
    attacked: str = ""  # whose men, base or convoy was last told to be attacked, and in which sentence
    attacked_at: int = -9
    theatre: str = ""  # the country where troops were last told to be or to go
    fight_at: int = -9  # the sentence in which a fight of two states was told of last
    subject: str = ""  # the side that the sentence before is about
    group_actor: Actor | None = None  # the armed group named last
    mission: Actor | None = None  # the mission or force of several states named last
    bodies: dict[str, Actor] = field(default_factory=dict)  # the ministry, the army … named last, by sort
    # The sentences read since it was last asked where something was told to be, by their countries; and that country.
    unplaced: list[Callable[[], str]] = field(default_factory=list)
    placed: str = ""
    measure: str = ""  # of the casualties told last, where their clause said it
    fell: str = ""  # what befell the casualties told last, and in which sentence
    fell_at: int = -9
    helped: dict[str, str] = field(default_factory=dict)  # whom an actor's troops were last said to help
    aided: str = ""  # and whom a mission of several states helps
    speaker: Actor | None = None
    house: Actor | None = None  # the body that spoke or was named last: "the agency"
    # Whether a quotation is open, where it began, up to where the text was looked through, and who is quoted.
    quoting: bool = False
    quoted_from: int = 0
    quoted_until: int = 0
    quoter: Attribution | None = None
    # Who was last told to say something, in which sentence, and whether it was quoted there; who gives a list that goes
    # on, and in which sentence its last item stood.
    claimed: Attribution | None = None
    claimed_at: int = -9
    stated: date | None = None  # on which day the last statement was made, where a sentence told it
    quotes: bool = False
    lister: Attribution | None = None
    listed_at: int = -9
    speaker_side: str = ""
    head: Actor | None = None  # the body that a sentence was about last, and which one that was: "it said"
    head_at: int = -9
    person: Actor | None = None
    year: int | None = None  # the year of the last date
    month: date | None = None  # a day in the month of the last date, and in which sentence it stood
    month_at: int = -9
    news: bool = False  # whether anything of the year before publication was told so far
    narrated: date | None = None  # the past day told last
    day: date | None = None  # the day named last, and in which sentence
    day_at: int = -9
    summit: Actor | None = None  # the organisation whose summit was told of last, and in which sentence
    summit_at: int = -9
    then: When | None = None  # the only time that the last sentence with one named, to which "at that time" leads back
    then_at: int = -9
    begun: date | None = None  # the day since when something was last told to have gone on, and in which sentence
    begun_at: int = -9
    story: date | None = None  # the last one within the week before publication, of which the article tells
    incident: Incident = field(default_factory=Incident)  # the event that the document goes on about
    war: When | None = None  # since when the war goes on that the document tells of
    truce: When | None = None  # and a truce
    since: When | None = None  # since when the casualties told last are counted, and in which sentence
    since_at: int = -9
    met: When | None = None  # when the meeting told of last was
    met_at: int = -9  # and in which sentence it was told
    perfect: set[int] = field(default_factory=set)  # where sentences begin that tell what had been or has been
    plan: When | None = None  # when the one that was planned last was to be
    exchanged: int = -9  # the sentence in which captives were last told to be exchanged
    at_war: set[str] = field(default_factory=set)
    sides: frozenset[str] = frozenset()  # the states and groups named so far, by themselves or their people
    people: list[Actor] = field(default_factory=list)
    # Who was introduced with which office; who was named first last, and who as other than a source; those
    # who were named or met together, the last ones first.
    offices: deque[tuple[frozenset[str], Actor]] = field(default_factory=lambda: deque(maxlen=OFFICES))
    theme: Actor | None = None
    hero: Actor | None = None
    alone: Actor | None = None  # the only person that the last sentence with people named, and which one that was
    alone_at: int = -9
    together: deque[tuple[Actor, ...]] = field(default_factory=lambda: deque(maxlen=GROUPS))
    participants: tuple[str, ...] = ()  # of the meeting told last, and in which sentence
    participants_at: int = -9
    venue: str = ""  # the country where the meeting told last was, and in which sentence
    venue_at: int = -9
    venue_day: date | None = None  # and when it was
    two_sides: tuple[Actor, ...] = ()
    guest: Actor | None = None  # who visited last, and who received somebody
    receiver: Actor | None = None
    stay: When | None = None  # when that visit was or is to be, and in which sentence it was told
    stay_at: int = -9

    @property
    def last_day(self) -> date | None:
        """The day from which "the day after" counts: that of the event, where a statement was told of with it."""
        if self.begun is not None and self.day_at < self.begun_at == self.place - 1:
            return self.begun  # "since 7 October. 1,200 were killed that day"
        event = self.incident.event
        when = event.when if event.at == self.day_at else None
        return when.end if when is not None and when.start and when.end else self.day

    @property
    def told_of_time(self) -> Told:
        """What was told of time so far: see :class:`~.when.Told`."""
        main = self.incident.main
        began = self.begun or (self.war.start if self.war else None) or (main.start if main else None)
        month = self.month.replace(day=1) if self.month and self.place - self.month_at <= 1 else None
        return Told(self.last_day, self.year, month, began, None if self.news else self.narrated)

    @property
    def country(self) -> str:
        """The country where something was told to be last; worked out when it is asked for, which is seldom."""
        while self.unplaced:
            if country := self.unplaced.pop()():
                self.unplaced.clear()
                self.placed = country
        return self.placed

    @property
    def group(self) -> str:
        """The id of the armed group named last."""
        return self.group_actor.actor_id if self.group_actor else ""

    def note(self, actor: Actor) -> None:
        """Remember every part of a person's name, and the abbreviation of an armed group's."""
        if actor.type == "armed_group":
            self.short.setdefault(actor.actor_id, actor)
        if actor.type != "person":
            return
        for part in _parts(actor.name):
            known = self.short.get(part, actor)
            self.short[part] = actor if known == actor else None
