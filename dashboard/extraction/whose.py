"""Whose people are counted: the actor that a count belongs to, and how sure that is. Knows no language."""

from __future__ import annotations

from dataclasses import replace

from dashboard.facts import is_country

from .across import of_a_border
from .belonging import all_of_them, from_a_state, list_of_a_side, of_a_group, of_a_whole, of_two_states, with_them
from .counting import MILITARY, Count
from .foes import inflicted_on
from .joint_forces import apposed_force, common_force, of_many_states, strong_mission
from .language import Cue
from .memory import Mention
from .possessed import of_the_attacked, possessed, subject_side, takes
from .presence import taken
from .reading import Reading, is_mission
from .regional import of_a_region
from .senders import sender
from .sides import CIVIL, LIKELY, SURE, Owner, alike, are_foreign, parties_of
from .text import Span, fold
from .victims import of_the_place, victim

EMPTY = Cue("", "")
BELONG = 4  # tokens between those counted and the word that says whose they are
NO_NOUN = (
    "joint",
    "passive",
    "to_whom",
    "said_by",
    "date",
    "subordinate",
    "in_which",
)  # what leads on from a noun to somebody else
DIRECT = 2  # tokens between a verb and those whom it befalls
AFTER_NOUN = 3  # tokens after the counted noun within which its state stands ("tentara elite Korea Utara")


def owner(reading: Reading, count: Count, event: Span, listed: Owner | None = None) -> Owner:
    """Return whose people are counted; the surest sign that there is decides.

    ``listed`` is the owner of the count before in the same list.
    """
    if event.cue.category == "outcome" and reading.within("both_sides", reading.clause(count.first)):
        return Owner("", LIKELY)
    if are_foreign(reading, count):
        return Owner("", LIKELY)
    if event.cue.category == "outcome" and (hit := inflicted_on(reading, count)) is not None:
        return Owner(hit, LIKELY)
    if of_many_states(reading, count, event):
        return Owner(common_force(reading, count), LIKELY)
    regime = count.unit in MILITARY and reading.sentence.at("regime", count.noun)  # "in Ganta government troops"
    if regime and is_country(country := reading.places.country()):
        return Owner(country, LIKELY)
    if of_two_states(reading, count):
        return Owner(common_force(reading, count) if event.cue.category == "movement" else "", LIKELY)
    if mention := of_a_whole(reading, count):
        return Owner(reading.side(mention), LIKELY)
    if mention := _told_by_verb(reading, count, event):
        return Owner(reading.side(mention), SURE)
    if mention := _in_noun(reading, count, event):
        return Owner(reading.side(mention), SURE)
    if country := of_a_region(reading, count):
        return Owner(country, LIKELY)
    if mention := apposed_force(reading, count) or strong_mission(reading, count):
        return Owner(reading.side(mention), LIKELY)
    if mention := all_of_them(reading, count):
        return Owner(reading.side(mention), LIKELY)
    if theirs := of_the_attacked(reading, count, event):
        return Owner(theirs, LIKELY)
    its = possessed(reading, count, event)
    if its and listed and takes(reading, count, event):  # "killed a rebel leader and his four sons"
        return replace(listed, confidence=min(listed.confidence, LIKELY))
    if its and (side := subject_side(reading, count, event)):
        return Owner(side, LIKELY)
    if mention := _right_before(reading, count):
        return Owner(reading.side(mention), LIKELY)
    here = of_the_place(reading, count, event, listed) if listed and count.unit in CIVIL else ""
    if listed and listed.actor and alike(reading, count, listed.actor) and here in ("", listed.actor):
        return replace(listed, confidence=min(listed.confidence, LIKELY))
    if mention := _noun_elsewhere(reading, count):
        return Owner(reading.side(mention), LIKELY)
    if event.cue.category == "movement":
        return sender(reading, count, event)
    return victim(reading, count, event)


def _right_before(reading: Reading, count: Count) -> Mention | None:
    """Return the party right before a number without a verb between: "Saudi Arabia 10 and Bahrain five"."""
    before = [m for m in parties_of(reading, count) if not reading.place_marked(m)]
    found = [m for m in before if m.last == count.first] if count.bare else []
    opened = count.first > 0 and reading.sentence.tokens[count.first - 1].text == "("
    found += [m for m in before if m.last == count.first - 1] if opened and count.unit in MILITARY else []
    return found[-1] if found else None


def _noun_elsewhere(reading: Reading, count: Count) -> Mention | None:
    """Return the party of the noun that a number is told of further on: "American troops killed … climbed to 13"."""
    nouns = [s for s in reading.sentence.of("casualty_noun") if s.last <= count.first]
    for mention in parties_of(reading, count):
        ends = reading.ends(mention)
        if any(
            noun.first in (ends, ends + reading.sentence.unknown(ends)) or noun.last == mention.first for noun in nouns
        ):
            return mention
    totals = [span for at in (count.first, count.first - 1) for span in reading.sentence.before("totals", at)]
    totals += [span for span in reading.sentence.of("measure", "toll") if span.last <= count.first]
    if not (count.bare or totals):
        return None
    clause = reading.clause(count.first)
    nouns = [*reading.within("unit", clause), *reading.within("outcome", clause)]
    for mention in parties_of(reading, count):
        near = [s for s in nouns if s.last <= count.first and (mention.last == s.first or s.last == mention.first)]
        # who stands before "abducted 276" did it
        beside = any(s.cue.category == "unit" or s.first < mention.first or count.first - s.last > DIRECT for s in near)
        if beside and mention.last <= count.first and not reading.oblique(mention):
            return mention
    return None


def _origin(reading: Reading, mention: Mention, of: Span, event: Span) -> bool:
    """Tell whether a name behind "from" is a place: "moved 800 men from the Afghan frontier", "blamed for X from Y"."""
    sentence = reading.sentence
    if any(of.last <= s.first < mention.first for c in ("of", "where") for s in sentence.of(c)):
        return True
    frontier = any(sentence.at(c, mention.last) for c in ("border", "soil"))
    leaving = sentence.at("where", of.first) and event.cue.category == "movement"
    to = [s for s in sentence.of("where") if s.cue.value == "to" and 0 <= s.first - mention.last <= 1]
    return leaving and (frontier or bool(to))


def _in_noun(reading: Reading, count: Count, event: Span) -> Mention | None:
    """Return the actor that the counted noun itself names: before it, after it, or after "from" or "of".

    Where people leave, "from" tells where from.
    """
    from_place = event.cue.value == "withdrawn"
    ends = max((s.last for s in reading.sentence.of("subset") if s.first == count.last), default=count.last)
    for mention in parties_of(reading, count, wide=count.unit in MILITARY):
        inside = count.first <= mention.first and mention.last <= count.last
        inside = inside and not reading.place_marked(mention)  # "its force in Kazakhstan, 2,030 strong"
        # "twenty Indian and four Chinese soldiers": the noun comes with the second number
        inside = inside or (count.bare and mention.first == count.last and _says_whose(reading, mention))
        gap = [token.text for token in reading.sentence.tokens[count.last : mention.first]]
        after = mention.first >= count.last and len(gap) <= 1 and all(word.isalpha() for word in gap)
        after = after and not any(reading.sentence.at(c, count.last) for c in NO_NOUN)
        after = after and reading.lexicon.pack.noun_first and not reading.oblique(mention)
        after = after and not reading.sentence.before("duration", mention.first)  # "prajurit dalam misi itu"
        of = any(
            not (from_place and reading.sentence.at("where", span.first))
            and (0 <= span.first - ends <= 1 or span.last == count.last)
            and 0 <= mention.first - span.last <= AFTER_NOUN
            and not _origin(reading, mention, span, event)
            and not any(a.last == mention.first for a in reading.sentence.of("event"))  # "tewas dalam serangan Israel"
            and not (from_place and reading.place_marked(mention) and mention.first > span.last)
            for span in reading.sentence.of("of")
        ) and not any(n.last == mention.first and n.first >= count.last for n in reading.numbers)
        are = any(
            span.last == mention.first and (span.first in (count.last, ends) or _only_who(reading, count, span))
            for span in reading.sentence.of("aux")
        )
        # "29 dead, seven of them Americans"
        of = of or (ends > count.last and mention.first == ends and reading.sentence.at("people_of", ends))
        if (inside or after or of) and mention.actor.type == "organisation":
            mention = from_a_state(reading, max(count.last, mention.last)) or mention
        elif inside and mention.actor.type == "state":
            mention = of_a_group(reading, count) or mention
        if inside or after or are or of:
            return mention
    return None


def _only_who(reading: Reading, count: Count, are: Span) -> bool:
    """Tell whether a verb before "are" only says which people are meant: "the men captured in Kursk are Koreans"."""
    sentence = reading.sentence
    definite = bool(sentence.before("definite", count.first)) or sentence.at("both", count.first)
    told = count.last <= are.first and sentence.at("people_of", are.last)
    others = any(count.last <= n.first < are.first and reading.counts_people(n) for n in reading.numbers)
    return definite and told and not others and not sentence.before("joint", are.first)


def _told_by_verb(reading: Reading, count: Count, event: Span) -> Mention | None:
    """Return whose the people are by the words around: "Ukraine lost 60,000", "five belonged to Hamas"."""
    sentence, parties = reading.sentence, parties_of(reading, count)
    lost = {s.first for s in sentence.of("loss") if 0 <= count.first - s.last <= 1 and not taken(reading, count)}
    belong = {s.last for s in sentence.of("belong") if 0 <= s.first - count.last <= BELONG}
    sides = [s for s in sentence.of("side_of") if not of_a_border(sentence, s)]
    for mention in parties:
        beside = any(s.first == mention.last or s.last == mention.first for s in sides)
        on_side = beside and (0 <= mention.first - count.last <= BELONG or list_of_a_side(reading, count, mention))
        own = reading.ends(mention) == count.first > mention.last  # "Spain's 650 soldiers"
        if own and (mention.actor.type == "state" or is_mission(mention.actor)):
            return mention
        after_comma = count.first >= mention.last and _antecedent(reading, mention, count)
        after_comma = after_comma and not takes(reading, count, event)  # "Boko Haram, which killed 23 people"
        after_comma = after_comma or with_them(reading, mention, count)
        if mention.last in lost or mention.first in belong or on_side or after_comma:
            return mention
    return None


def _antecedent(reading: Reading, mention: Mention, count: Count) -> bool:
    """Tell whether a clause by the way is a name's, and has the count in it: "Burundi, which has 18,000 men"."""
    where = {span.first for span in reading.sentence.of("relative", "where")}
    insets = [inset for inset in reading.insets if inset[0] not in where and inset[0] < count.first < inset[1]]
    said = [s.first for s in reading.sentence.of("speech")]
    verbs = {s.first for c in ("have", "loss", "movement") for s in reading.sentence.of(c)}
    levels = {s.first for s in reading.sentence.of("level")}  # "from MINUSMA, whose total strength is 12,700"
    return any(
        mention.last == start - 1
        and not any(start <= at < count.first for at in said)
        and (start + 1 in verbs or levels & {start + 1, start + 2} or not reading.place_marked(mention))
        for start, _end in insets
    )


def _says_whose(reading: Reading, mention: Mention) -> bool:
    """Tell whether a name behind a number says whose those are: "seven Spanish agents", "200 Taliban", "four X and"."""
    sentence = reading.sentence
    if mention.actor.type in ("armed_group", "organisation"):
        return True
    end = next((s.last for s in sentence.of("actor") if s.first == mention.first), mention.last)
    adjective = sentence.words_folded(Span(EMPTY, mention.first, end)) != fold(mention.actor.name)
    after = sentence.tokens[end : end + 1]
    if adjective and not reading.lexicon.pack.noun_first and not (after and after[0].text.isalnum()):
        return True  # "two South Africans, one Uruguayan and one Malawian."
    return bool(after) and adjective and after[0].text.islower() and not reading.lexicon.pack.noun_first
