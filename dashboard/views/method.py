"""How Tilik compares, revises and counts: the rules behind every number, for an analyst."""

from __future__ import annotations

import streamlit as st

from dashboard.transforms import RULES
from dashboard.wording import _

from .context import Context


def sections() -> list[tuple[str, str]]:
    """Return the rules in words, each with its heading."""
    return [
        (
            _("Question"),
            _(
                "Figures are compared only when they count the same thing: the same kind, actor, side supported, "
                "outcome or movement, unit and measure. Killed is never mixed with killed or wounded, sent with "
                "stationed, a total with one event, what happened with what is planned. A total that begins more than "
                "six months after the earliest one named for the same things counts a part of the time and is a "
                "question of its own."
            ),
        ),
        (
            _("Figure"),
            _(
                "A number stays as its source gave it. A range reaches from its low to its high end; no middle is ever "
                "worked out. “At least 100” counts with 100 and is open upwards, “up to 12,000” counts with 12,000 and "
                "is open downwards; both are drawn with a dotted bar. Low and high are what claimants say, never a "
                "confidence interval."
            ),
        ),
        (
            _("Statement"),
            _(
                "What a claimant says on one day, in however many prints. One briefing printed as “at least”, “more "
                "than” and exactly 100 is one statement, its spread shown. A claimant makes a statement on the days on "
                "which it gives a number for the first time, and on those for which two publishers or more print a "
                "figure, not all of them simply on their own day of publication."
            ),
        ),
        (
            _("Supersession"),
            _(
                "A claimant's statement stands until its next one with another number; the words “about” or “at least” "
                "make no other number. A state stands for its unnamed bodies too: when South Korea's intelligence "
                "service revises a number that “South Korea” gave as well, both are superseded. Figures of one event, "
                "and additions, are not totals: none of them supersedes another."
            ),
        ),
        (
            _("In force"),
            _(
                "On any day, the latest statement of each claimant until then. The band in the charts reaches from the "
                "lowest to the highest figure in force. Claims without a stated day are in the tables but count here "
                "only as further prints of a figure that is dated elsewhere; denials never count as figures."
            ),
        ),
        (
            _("Stale repeat"),
            _(
                "A claim printed after its claimant had revised that figure, in a document that does not carry the "
                "newer one. It is marked with the newer figure and its day, and never counts as in force. If the "
                "claimant really went back to an old number and only one outlet has it, the rule cannot tell."
            ),
        ),
        (
            _("Independence and corroboration"),
            _(
                "Voices are counted, not articles. Claimants are one voice when they speak for the same state or "
                "organisation – press and research institutes speak for themselves, state media for their state – or "
                "when one passed on the other's figure and claims the same number itself: A citing B citing A is one "
                "voice."
            ),
        ),
        (
            _("Agreement and gap"),
            _(
                "Two figures agree when one number satisfies both: “at least 100” agrees with 600, “up to 500” does "
                "not. The widest gap lies between the two figures in force that are furthest from agreeing. “About "
                "2,000” is taken as 2,000."
            ),
        ),
        (
            _("What was known on a day"),
            _(
                "With a day under Known on, only claims stated (or published, or added here) until then exist: nothing "
                "later reaches any chart, card, table or download. Claims without such a day are left out."
            ),
        ),
        (
            _("One meeting, several reports"),
            _(
                "Two reports tell of one meeting when they name the same participants (or one names some of the "
                "other's, in the same form), on days at most one apart, with no other place named, both as a call, a "
                "ceremony or gathering, or as talks, a visit or a summit, and when no article tells of them as two. "
                "Where they give another day, participants, form or place, or one leaves out what another tells, the "
                "difference is shown. A side is silent when no report comes from it or its people."
            ),
        ),
    ]


def show(context: Context) -> None:
    """Draw the page."""
    st.title(_("Method"), anchor=False)
    st.markdown(_("How figures are compared, revised and counted. Every number in Tilik follows from these rules."))
    for heading, content in sections():
        st.subheader(heading, anchor=False)
        st.markdown(content)
    st.subheader(_("One answer out of many"), anchor=False)
    st.markdown(
        _(
            "Whichever way is chosen at the left, the answer is made of numbers that claimants have named; "
            "none is averaged."
        )
    )
    st.table(
        {_(rule.label): _(rule.meaning) for rule in RULES.values()},
        border="horizontal",
        alt=_("The ways of reading an answer"),
    )
