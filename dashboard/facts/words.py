"""The closed vocabularies of a fact: every word that a column may hold, with its label for people.

The words are part of the exchange format and never change; the labels are translated where they are shown.
"""

from __future__ import annotations

MOVEMENTS = {
    "sent": "Sent",
    "stationed": "Stationed",
    "withdrawn": "Withdrawn",
}
OUTCOMES = {
    "killed": "Killed",
    "wounded": "Wounded",
    "killed_or_wounded": "Killed or wounded",
    "captured": "Captured",
    "missing": "Missing",
}
UNITS = {
    "troops": "Troops",
    "officers": "Officers",
    "engineers": "Engineers",
    "workers": "Workers",
    "civilians": "Civilians",
    "women": "Women",
    "children": "Children",
    "people": "People",
}
QUALIFIERS = {
    "exact": "Exactly",
    "about": "About",
    "at_least": "At least",
    "more_than": "More than",
    "at_most": "At most",
    "nearly": "Nearly",
    "between": "Between",
    "order_of": "In the order of",
}
MEASURES = {
    "cumulative": "Cumulative",
    "additional": "Additional",
    "incident": "Single event",
}
# Figures of one event, or on top of another figure: each stands for itself, and a later one revises none.
STANDING_ALONE = ("incident", "additional")
STATUSES = {
    "occurred": "Occurred",
    "planned": "Planned",
    "proposed": "Proposed",
    "denied": "Denied",
}
ASSERTIONS = {
    "states": "States",
    "confirms": "Confirms",
    "estimates": "Estimates",
    "alleges": "Alleges",
    "denies": "Denies",
}
STANDINGS = {
    "in_force": "In force",
    "superseded": "Superseded",
    "repeat": "Stale repeat",
}
KNOWING = {
    "stated": "Stated",
    "published": "Published",
    "added": "Added",
}
FORMATS = {
    "talks": "Talks",
    "visit": "Visit",
    "summit": "Summit",
    "call": "Call",
    "ceremony": "Ceremony",
    "multilateral": "Multilateral meeting",
}
PRECISIONS = {"day": "Day", "month": "Month", "year": "Year"}
REVIEWS = {
    "unreviewed": "Unreviewed",
    "accepted": "Accepted",
    "corrected": "Corrected",
    "rejected": "Rejected",
}
# What a person decides about a fact or its document, and why a fact is rejected.
ACTIONS = {
    "accept": "Accepted",
    "correct": "Corrected",
    "reject": "Rejected",
    "skip": "Skipped",
    "add": "Added",
    "grade": "Graded",
    "describe": "Described",
    "undo": "Undone",
}
REASONS = {
    "wrong_number": "Wrong number",
    "not_a_fact": "Not a fact",
    "wrong_actor": "Wrong actor",
    "duplicate": "Duplicate",
    "not_in_text": "Not in the text",
    "left_out": "Left out when the article was added",
    "other": "Other",
}
# The Admiralty code (NATO AJP-2.1): credibility of a piece of information, reliability of a source.
CREDIBILITIES = {
    "1": "Confirmed by other sources",
    "2": "Probably true",
    "3": "Possibly true",
    "4": "Doubtful",
    "5": "Improbable",
    "6": "Cannot be judged",
}
RELIABILITIES = {
    "A": "Completely reliable",
    "B": "Usually reliable",
    "C": "Fairly reliable",
    "D": "Not usually reliable",
    "E": "Unreliable",
    "F": "Cannot be judged",
}
# What the two grades say at length, for whoever gives one.
CREDIBILITY_MEANINGS = {
    "1": "It is certain that the information comes from another source than what was known of the matter already.",
    "2": "That the sources are independent cannot be guaranteed, but the number and quality of earlier reports make it "
    "likely enough.",
    "3": "Not confirmed well enough for more, but it does not conflict with what is known of how the actor behaves.",
    "4": "It tends to conflict with what was reported before or with how the actor is known to behave.",
    "5": "It contradicts what was reported before, or conflicts markedly with how the actor is known to behave.",
    "6": "The truth cannot be judged: there is nothing known to compare it with.",
}
RELIABILITY_MEANINGS = {
    "A": "A tried and trusted source that can be depended upon with confidence.",
    "B": "A source that was right in the past, but about which some doubt is left in particular cases.",
    "C": "A source that was used occasionally in the past and deserves some confidence.",
    "D": "A source that was used in the past and proved wrong more often than not.",
    "E": "A source that was used in the past and proved unworthy of any confidence.",
    "F": "The reliability cannot be judged: the source was not used before.",
}
# Why the rules propose a grade (dashboard/facts/proposals.py).
PROPOSALS = {
    "confirmed": "Other independent voices agree",
    "anonymous": "Nobody stands behind the claim by name",
    "reprint": "A reprint confirms nothing: judge the original",
    "primary": "First hand: published by the claimant or its own organ, confirmed by nobody else",
    "agency": "A news agency",
    "organ": "Speaks for a state or an organisation",
}
# What nobody has graded: credibility, reliability.
UNGRADED = ("6", "F")
ACTOR_TYPES = {
    "state": "State",
    "organisation": "Organisation",
    "person": "Person",
    "armed_group": "Armed group",
}
