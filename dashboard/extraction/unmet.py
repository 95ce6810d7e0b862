"""Who is named near a meeting and takes no part in it: of whose kin it tells, what it is about. Knows no language."""

from __future__ import annotations

from .bystanders import OFFICE
from .joining import ends_in_with
from .memory import Mention
from .reading import Reading
from .text import Span

GUEST = 8  # tokens between a visit and "by" whom it is
BESIDE = 3  # tokens between an article and an office: "a senior UN envoy"


def only_kin(reading: Reading, mention: Mention) -> bool:
    """Tell whether somebody only says whose kin another is: "X, the brother of Y", "X, kakak Y", "Y's wife, X"."""
    sentence, at = reading.sentence, mention.first
    kin = sentence.of("kin")
    if not kin:
        return False
    if any(span.first == reading.ends(mention) > mention.last for span in kin):
        return True
    at = min((span.first for span in sentence.before("title", at)), default=at)
    if reading.lexicon.pack.noun_first:
        return bool(sentence.before("kin", at))
    return any(sentence.before("kin", of.first) for of in sentence.before("of", at))


def only_topic(reading: Reading, mention: Mention) -> bool:
    """Tell whether a state is only what people talk about: "discussed Syria", "Libya will top the agenda"."""
    sentence = reading.sentence
    if mention.actor.type != "state" or not sentence.has(("tops", "meeting_with")):
        return False
    if any(not ends_in_with(reading, span) for span in sentence.before("meeting_with", mention.first)):
        return True
    verbs = {mention.last}
    verbs |= {s.last for category in ("aux", "status") for s in sentence.of(category) if s.first == mention.last}
    return any(span.first in verbs for span in sentence.of("tops"))


def unnamed_visitor(reading: Reading, span: Span) -> bool:
    """Tell whether a visit is that of somebody without a name: "a trip to X by a UN envoy", "kunjungan utusan PBB"."""
    sentence = reading.sentence
    if span.cue.value != "visit":
        return False
    if reading.lexicon.pack.noun_first:
        begins = {span.last} if sentence.at("gathering", span.first) else set()
    else:
        bys = [s for s in sentence.of("by") if 0 <= s.first - span.last <= GUEST]
        begins = {article.last for by in bys for article in sentence.of("article") if article.first == by.last}
    if not begins:
        return False
    people = [m.first for m in reading.mentions if m.actor.type == "person" and m.first >= span.last]
    who = [s for category in ("title", "delegates") for s in sentence.of(category)]
    near = [s for s in who if any(0 <= s.first - at <= BESIDE for at in begins)]
    return bool(near) and not any(s.last <= at <= s.last + OFFICE for s in near for at in people)
