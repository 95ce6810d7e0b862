"""Who is meant: the actors that a sentence names, and the short names that a document makes. Knows no language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.facts import Actor, is_country

from .affiliation import again, heads, of_a_body, seat, serving, titles_of
from .bands import bands
from .bodies import bodies_of_states, stands_alone
from .gazetteer import CERTAIN, KINDS_OF_REGION, towns
from .language import Pack
from .learned import learned
from .lookup import Lexicon
from .memory import Memory, Mention
from .people import strangers
from .text import Sentence, Span, fold

BAND = 4  # tokens between "the" and the kind of a group


def mentions(sentence: Sentence, lexicon: Lexicon, memory: Memory) -> list[Mention]:
    """Return the actors that a sentence names, in order; titles, bodies of states and short names resolved."""
    found = [
        Mention(lexicon.actors.actors[span.cue.value], span.first, span.last)
        for span in sentence.of("actor")
        if not names_no_state(sentence, span) and not _in_a_name(sentence, span, lexicon.pack)
    ]
    if sentence.of("half"):
        found += _halves(sentence, lexicon, memory)
    found = _without_repeats(sentence, _one_each(found))
    if sentence.has(("learned", "pronoun")):
        found = learned(sentence, found)
    if sentence.of("irregular"):
        found += bands(sentence, found)
    new = [again(sentence, mention, memory) for mention in strangers(sentence, found)]
    new = [seat(sentence, mention, lexicon.actors.actors) for mention in new]
    new = [of_a_body(sentence, mention, found) for mention in new]
    found += [serving(sentence, mention, found, memory) for mention in new]
    for mention in found:
        memory.note(mention.actor)
    found += _short_names(sentence, found, memory)
    found = [m for m in found if not _of_a_region(sentence, m)]
    found.sort(key=lambda mention: mention.first)
    found = bodies_of_states(sentence, found, lexicon.actors, lexicon.bases, memory, lexicon.armies)
    return sorted(
        [*_without_titles(sentence, found), *_told_before(sentence, found, memory, lexicon.actors.actors)],
        key=lambda m: m.first,
    )


def _of_a_region(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a state's name is that of a region of another state: "in Niger state"."""
    read, last = sentence.tokens, mention.last
    kind = last < len(read) and mention.actor.type == "state" and read[last].folded in KINDS_OF_REGION
    if not kind:
        return False
    country, people = towns().get(fold(" ".join(token.text for token in read[mention.first : last])), ("", 0))
    return people == CERTAIN and country not in ("", mention.actor.actor_id)


def _halves(sentence: Sentence, lexicon: Lexicon, memory: Memory) -> Iterator[Mention]:
    """Yield the states told by where they lie, "the North has sent", where the document names them elsewhere."""
    for span in sentence.of("half"):
        capital, after = sentence.tokens[span.first].text[0].isupper(), sentence.tokens[span.last : span.last + 1]
        alone = sentence.before("definite", span.first) and not any(token.text[0].isupper() for token in after)
        if capital and alone and memory.spoken_of.get(span.cue.value):
            yield Mention(lexicon.actors.actors[span.cue.value], span.first, span.last)


def _told_before(
    sentence: Sentence, found: list[Mention], memory: Memory, directory: Mapping[str, Actor]
) -> Iterator[Mention]:
    """Yield the armed group or mission that is meant by its kind: "the group", "misi itu"."""
    if not sentence.has(("pronoun", "band", "regime", "definite")):
        return
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    kinds = [span for span in sentence.of("pronoun") if span.first not in taken]
    definite = {span.last for span in sentence.of("definite")}
    for span in sentence.of("band"):  # "the al-Qaeda-linked group"
        before = [at for at in range(max(0, span.first - BAND), span.first + 1) if at in definite]
        if before and not taken & set(range(before[-1], span.last)):
            kinds.append(Span(replace(span.cue, value="group"), before[-1] - 1, span.last))
    for span in sentence.of("regime"):
        seats = {s.last for s in sentence.of("where", "in") if s.first == span.last}  # "the government in Kinshasa"
        seat = next((m for m in found if m.first in seats and m.actor.type == "state"), None)
        country = seat.actor.actor_id if seat else memory.stage or memory.section or memory.home or memory.focus
        end = seat.last if seat and stands_alone(sentence, span._replace(last=seat.last)) else span.last
        state = directory.get(country)
        if state and not taken & set(range(span.first, span.last)) and stands_alone(sentence, span._replace(last=end)):
            yield Mention(state, span.first, end)
    for span in kinds:
        here = [m.actor for m in found if m.actor.type == "armed_group" and m.last <= span.first]
        speaks = span.first == 0 or sentence.at("speech", span.last)
        spoke = memory.speaker if speaks and memory.place - memory.claimed_at <= 1 else None
        group = here[-1] if here else spoke if spoke and spoke.type == "organisation" else memory.group_actor
        actor = {"group": group, "mission": memory.mission}.get(span.cue.value)
        if actor:
            yield Mention(actor, span.first, span.last)


def _without_repeats(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Leave out the short form in brackets after a name: "North Korea (DPRK)"."""
    if not found:
        return found
    read, ends = sentence.tokens, {mention.last for mention in found}
    short = {m.first - 1: m for m in found if m.first >= 1 and read[m.first - 1].text == "(" and m.first - 1 in ends}
    kept = [m for m in found if m not in short.values()]
    # "the People's Liberation Army (EPL)": the short form says which one
    meant = {at: m.actor for at, m in short.items() if m.actor.type == "armed_group" and read[m.first].text.isupper()}
    return [replace(m, actor=meant.get(m.last, m.actor)) for m in kept]


def names_no_state(sentence: Sentence, span: Span) -> bool:
    """Tell whether a state's name tells nothing of the state: "Britain-based", "the Saudi maternity hospital"."""
    return _compounded(sentence, span) or _of_a_house(sentence, span)


def _compounded(sentence: Sentence, span: Span) -> bool:
    """Tell whether a name is only the first half of a word: "Britain-based", "Iran-backed"."""
    read, last = sentence.tokens, span.last
    if span.first >= 2 and read[span.first - 1].text == "-" and sentence.before("negation", span.first - 1):
        return True  # "non-US troops"
    return (
        last + 1 < len(read)
        and read[last].text == "-"
        and read[last - 1].end == read[last].start
        and (read[last].end == read[last + 1].start and read[last + 1].text[0].islower())
    )


def _in_a_name(sentence: Sentence, span: Span, pack: Pack) -> bool:
    """Tell whether a state's name only ends another name: "Rumah Sakit Bersalin Saudi", "Puerto Jordan".

    Where the state follows its noun, other capitals may stand before it: a house or firm must be told.
    """
    before = span.first - 1
    if before < 1 or not sentence.tokens[before].text[0].isupper() or not is_country(span.cue.value):
        return False
    if before in sentence.known:
        return False
    if not pack.noun_first and not all(token.text.isupper() for token in sentence.tokens if token.text.isalpha()):
        return True
    return any(
        0 <= before - each.last <= 2 and sentence.tokens[each.first].text[0].isupper() for each in sentence.of("office")
    )


def _of_a_house(sentence: Sentence, span: Span) -> bool:
    """Tell whether a state's name belongs to a hospital, a school, a street: "Rumah Sakit Bersalin Saudi"."""
    houses = sentence.of("house")
    if not houses or not is_country(span.cue.value):
        return False
    named = sentence.tokens[span.first - 1].text[0].isupper() if span.first else False
    return any(0 <= each.first - span.last <= 1 or (named and 0 <= span.first - each.last <= 1) for each in houses)


def _one_each(found: list[Mention]) -> list[Mention]:
    """Where one name may mean two actors, keep the first listed."""
    kept: dict[tuple[int, int], Mention] = {}
    for mention in found:
        kept.setdefault((mention.first, mention.last), mention)
    return list(kept.values())


def _short_names(sentence: Sentence, found: list[Mention], memory: Memory) -> list[Mention]:
    short = memory.short
    if not short:
        return []
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    return [
        Mention(actor, at, at + 1)
        for at, token in enumerate(sentence.tokens)
        if token.folded in short and (actor := short[token.folded]) and token.text[0].isupper() and at not in taken
        if actor.type == "person" or token.text.isupper()
    ]


def _without_titles(sentence: Sentence, found: list[Mention]) -> list[Mention]:
    """Drop the state in "the president of Russia Vladimir Putin", "Russia's Wagner group": the one named last is meant.

    A name said twice is one.
    """
    titles = sentence.of("title")
    kept: list[Mention] = []
    found = [*found]
    for position, mention in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        if following and following.actor.type == "person" and titles_of(sentence, mention, following, titles):
            if office := heads(sentence, mention, following, titles):  # it is told before the name
                found[position + 1] = replace(following, first=office.first)
            continue
        if mention.actor.type == "state" and following and _belongs_to(sentence, mention, following):
            continue
        if kept and mention.first - kept[-1].last <= 1 and kept[-1].actor == mention.actor:
            # "From Bangkok, the Thai government"
            apart = any(sentence.at(c, mention.first) for c in ("body", "regime"))
            if mention.first - kept[-1].last <= 1 - apart:
                kept[-1] = Mention(mention.actor, kept[-1].first, mention.last)
                continue
        kept.append(mention)
    return kept


def _belongs_to(sentence: Sentence, state: Mention, following: Mention) -> bool:
    """Tell whether a state stands only before whoever belongs to it: "India's Narendra Modi", "Turkish Hakan Fidan"."""
    gap = sentence.tokens[state.last : following.first]
    possessive = len(gap) <= 2 and all(token.folded in ("'", "s") for token in gap)
    return possessive and following.actor.type != "state" and following.actor.parent in ("", state.actor.actor_id)
