"""Proposed grades: which rule applies, and that nothing is proposed where there is nothing to go by."""

from __future__ import annotations

import pytest

from dashboard.facts import Actor, Directory, words
from dashboard.facts.proposals import Proposal, propose_credibility, propose_reliability

DIRECTORY = Directory(
    (
        Actor(actor_id="PRK", name="North Korea", type="state"),
        Actor(actor_id="kim", name="Kim Jong Un", type="person", parent="PRK"),
        Actor(actor_id="kcna", name="KCNA", type="organisation", parent="PRK", role="State news agency"),
        Actor(actor_id="KOR", name="South Korea", type="state"),
        Actor(
            actor_id="yonhap", name="Yonhap", type="organisation", parent="KOR", role="News agency", independent=True
        ),
        Actor(actor_id="paper", name="The Paper", type="organisation", role="News outlet"),
    )
)
CREDIBILITY = {
    "confirmed by two": ({"claimant": "kim"}, {"publisher": "KCNA", "confirmed_by": 2}, ("1", "confirmed")),
    "confirmed by one": ({"claimant": "unnamed-source"}, {"publisher": "X", "confirmed_by": 1}, ("2", "confirmed")),
    "a reprint": ({"claimant": "kim"}, {"publisher": "KCNA", "reprint_of": "d"}, ("6", "reprint")),
    "anonymous": ({"claimant": "unnamed-source"}, {"publisher": "The Paper"}, ("6", "anonymous")),
    "by its own organ": ({"claimant": "kim"}, {"publisher": "KCNA"}, ("3", "primary")),
    "by itself": ({"claimant": "paper"}, {"publisher": "The Paper"}, ("3", "primary")),
    "by itself, passed on": ({"claimant": "kim", "relayed_via": "yonhap"}, {"publisher": "KCNA"}, None),
    "by the press of its country": ({"claimant": "KOR"}, {"publisher": "Yonhap"}, None),
    "by somebody else": ({"claimant": "kim"}, {"publisher": "The Paper"}, None),
    "by nobody known": ({"claimant": "kim"}, {"publisher": "Elsewhere"}, None),
    "by nobody": ({"claimant": "publisher"}, {"publisher": ""}, None),
}


@pytest.mark.parametrize("name", CREDIBILITY)
def test_credibility(name: str) -> None:
    fact, known, expected = CREDIBILITY[name]
    proposal = propose_credibility(fact, DIRECTORY, **known)  # type: ignore[arg-type]
    assert proposal == (Proposal(*expected) if expected else None)


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [("Yonhap", ("B", "agency")), ("KCNA", ("C", "organ")), ("The Paper", None), ("Elsewhere", None), ("", None)],
)
def test_reliability(publisher: str, expected: tuple[str, str] | None) -> None:
    proposal = propose_reliability(DIRECTORY, publisher=publisher)
    assert proposal == (Proposal(*expected) if expected else None)


def test_every_rule_and_grade_is_declared_with_its_meaning() -> None:
    ruled = {expected[1] for _fact, _known, expected in CREDIBILITY.values() if expected} | {"agency", "organ"}
    assert ruled == words.PROPOSALS.keys()
    assert words.CREDIBILITIES.keys() == words.CREDIBILITY_MEANINGS.keys()
    assert words.RELIABILITIES.keys() == words.RELIABILITY_MEANINGS.keys()
