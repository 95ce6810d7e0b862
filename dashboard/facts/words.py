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
ACTOR_TYPES = {
    "state": "State",
    "organisation": "Organisation",
    "person": "Person",
    "armed_group": "Armed group",
}
