"""The declarations: columns stand where they are used, ids are stable, names are found."""

from __future__ import annotations

from dataclasses import fields

import pytest

from dashboard.facts import (
    KINDS,
    Actor,
    Column,
    Directory,
    Fact,
    Kind,
    columns_for,
    document_identity,
    fact_columns,
    identity,
    kind_named,
)
from tests.conftest import make_fact


def test_every_field_of_a_fact_is_a_declared_column() -> None:
    declared = [column.name for column in fact_columns()]
    assert declared == [field.name for field in fields(Fact) if field.name != "details"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_names_only_columns_that_exist(kind: Kind) -> None:
    known = {column.name for column in columns_for(kind)}
    for names in (kind.key, kind.columns, kind.required, kind.comparable):
        assert set(names) <= known


def test_an_unknown_kind_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match="known are deployment, casualty, meeting"):
        kind_named("arms_transfer")


def test_the_same_claim_in_the_same_document_has_the_same_id() -> None:
    fact = make_fact()
    assert identity(fact) == "casualty-908dd02f549be7c2" == identity(make_fact(claimant="KOR", summary="other words"))


@pytest.mark.parametrize(
    "changed", [{"value_best": 601}, {"outcome": "wounded"}, {"actor": "RUS"}, {"document_id": "other"}]
)
def test_another_claim_has_another_id(changed: dict[str, object]) -> None:
    assert make_fact(**changed).fact_id != make_fact().fact_id


def test_a_document_is_known_by_its_words_not_by_its_spaces() -> None:
    assert document_identity("a  b\n") == document_identity("a b") != document_identity("ab")
    assert document_identity("Erdog\u0306an") == document_identity("Erdo\u011fan")


DIRECTORY = Directory(
    [
        Actor(actor_id="RUS", name="Russia", type="state", aliases={"en": ("Kremlin",), "id": ("Rusia",)}),
        Actor(actor_id="kremlin", name="Kremlin", type="organisation", parent="RUS"),
        Actor(actor_id="dmitry-peskov", name="Dmitry Peskov", type="person", parent="kremlin"),
        Actor(actor_id="PRK", name="North Korea", type="state", aliases={"id": ("Korut",)}),
    ]
)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("Korut", "PRK"),
        ("korut ", "PRK"),
        ("prk", "PRK"),
        ("Kremlin", "kremlin"),
        ("RUSIA", "RUS"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_an_actor_is_found_by_any_name(given: str, found: str | None) -> None:
    assert DIRECTORY.find(given) == found


def test_a_family_reaches_down_all_generations() -> None:
    assert DIRECTORY.family("RUS") == {"RUS", "kremlin", "dmitry-peskov"}
    assert DIRECTORY.family("PRK") == {"PRK"}


def test_a_family_in_a_circle_ends() -> None:
    circle = Directory(
        [
            Actor(actor_id="a", name="A", type="person", parent="b"),
            Actor(actor_id="b", name="B", type="person", parent="a"),
        ]
    )
    assert circle.family("a") == {"a", "b"}


def test_a_column_of_one_kind_alone_is_kept_in_the_details(monkeypatch: pytest.MonkeyPatch) -> None:
    weapon = Column("weapon", "text", "Weapon", "What was transferred")
    toy = Kind(
        name="toy", label="Toy", plural="Toys", meaning="", title="{actor}", shape="quantity", key=("weapon",),
        columns=("actor",), required=(), own=(weapon,),
    )  # fmt: skip
    monkeypatch.setitem(KINDS, "toy", toy)
    fact = make_fact(kind="toy", details={"weapon": "shells"})
    assert fact.value("weapon") == "shells"
    assert fact_columns()[-1] == weapon
    assert fact.fact_id != make_fact(kind="toy", details={"weapon": "rockets"}).fact_id
