"""Correcting a fact, or adding one that was missed: what is typed is checked and never lost, by two at once neither."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.facts import KINDS, Directory, column_named
from dashboard.facts.shipped import Shipped
from dashboard.store import open_store
from dashboard.store.filters import Filters
from dashboard.store.queries import claims
from dashboard.views.review_form import Asked, actor_meant
from tests.views.reviewing import (
    KILLED,
    SENTENCES,
    TEXT,
    heading,
    log,
    now,
    said,
    somebody_else_corrects,
)

FORM = "form_casualty_"


def test_a_correction_is_checked_and_keeps_what_was_said(app: AppTest, path: Path) -> None:
    app.button(key="review_correct").click().run()
    assert app.number_input(key=FORM + "value_best").value == 2000
    assert app.selectbox(key=FORM + "claimant").value == "nis-kor"
    app.number_input(key=FORM + "value_best").set_value(2100)
    app.selectbox(key=FORM + "measure").set_value("incident")
    app.date_input(key=FORM + "date_start").set_value(date(2025, 9, 2))
    app.button(key="form_save").click().run()
    assert "1 column needs a look" in said(app)
    assert "is given with dates, and only with them" in said(app)
    assert now(path, KILLED)["review"] == "unreviewed", "nothing is saved while anything is wrong"
    assert app.number_input(key=FORM + "value_best").value == 2100, "what was typed is kept"
    app.selectbox(key=FORM + "date_precision").set_value("day")
    app.text_input(key="form_note").set_value("The service says it")
    app.button(key="form_save").click().run()
    assert not app.exception
    after = now(path, KILLED)
    assert (after["review"], after["value_best"], after["measure"]) == ("corrected", 2100, "incident")
    [decision] = log(path, KILLED)
    assert decision.note == "The service says it"
    assert "actor" not in decision.changed, "what was not touched is not decided"
    with open_store(path) as connection:
        assert connection.execute("SELECT value_best FROM extracted WHERE fact_id = ?", [KILLED]).fetchall() == [
            (2000,)
        ]
    app.button(key="review_undo").click().run()
    assert now(path, KILLED)["value_best"] == 2000


@pytest.mark.parametrize(
    ("typed", "wanted", "new"),
    [
        ("hur-ukr", "hur-ukr", {}),
        ("HUR", "hur-ukr", {}),
        ("korea utara", "PRK", {}),
        ("publisher", "publisher", {}),
        ("Some  New Institute", "some-new-institute", {"some-new-institute": "Some New Institute"}),
    ],
)
def test_an_actor_is_found_by_any_name_and_a_new_one_is_named(
    shipped: Shipped, typed: str, wanted: str, new: dict[str, str]
) -> None:
    claimant = column_named(KINDS["casualty"], "claimant")
    found = Asked()
    assert actor_meant(found, claimant, typed, Directory(shipped.actors)) == wanted
    assert found.new_actors == new
    assert not found.problems


def test_a_name_of_no_letters_is_told(shipped: Shipped) -> None:
    found = Asked()
    actor_meant(found, column_named(KINDS["casualty"], "claimant"), "?!", Directory(shipped.actors))
    assert found.problems == {"claimant": "a name has letters or digits"}


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("2,000 North Korean soldiers", "2,000 North Korean soldiers"),
        ("fifty were  captured", "Fifty were captured"),
    ],
)
def test_other_words_become_the_evidence(app: AppTest, path: Path, typed: str, place: str) -> None:
    app.button(key="review_correct").click().run()
    app.text_area(key=FORM + "evidence").set_value(typed)
    app.button(key="form_save").click().run()
    assert not app.exception
    after = now(path, KILLED)
    assert after["evidence"] == place == TEXT[after["evidence_start"] : after["evidence_end"]]


def test_words_that_are_not_in_the_article_are_told(app: AppTest, path: Path) -> None:
    app.button(key="review_correct").click().run()
    app.text_area(key=FORM + "evidence").set_value("Nobody was hurt")
    app.button(key="form_save").click().run()
    assert "these words are not in the article" in said(app)
    app.button(key="form_cancel").click().run()
    assert now(path, KILLED)["review"] == "unreviewed"
    assert not app.text_area


def test_two_reviewers_and_one_fact(app: AppTest, path: Path) -> None:
    somebody_else_corrects(path, KILLED, value_best=2200)
    app.button(key="review_accept").click().run()
    assert not app.exception
    assert "Budi has corrected this" in app.warning[0].value.replace("\\", "")
    assert heading(app).startswith("≈ 2,200"), "the fact is in front as it is now"
    assert [each.reviewer for each in log(path, KILLED)] == ["Budi"]
    app.button(key="review_accept").click().run()
    assert [each.action for each in log(path, KILLED)] == ["correct", "accept"]
    assert now(path, KILLED)["value_best"] == 2200


def test_what_was_typed_survives_a_conflict_and_so_does_what_the_other_decided(app: AppTest, path: Path) -> None:
    app.button(key="review_correct").click().run()
    app.number_input(key=FORM + "value_best").set_value(2100)
    app.text_input(key=FORM + "location").set_value("Kursk")
    somebody_else_corrects(path, KILLED, value_best=2200, status="planned", country="RUS")
    app.button(key="form_save").click().run()
    assert not app.exception
    assert "Budi has corrected this" in app.warning[0].value.replace("\\", "")
    assert app.number_input(key=FORM + "value_best").value == 2100
    assert "is “2200” by now; what you typed is kept" in said(app)
    assert app.text_input(key=FORM + "location").value == "Kursk"
    assert app.selectbox(key=FORM + "status").value == "planned", "what was not touched is as it is now"
    app.button(key="form_save").click().run()
    after = now(path, KILLED)
    assert (after["value_best"], after["location"], after["status"], after["country"]) == (
        2100,
        "Kursk",
        "planned",
        "RUS",
    )


def test_a_missed_fact_is_added_with_the_words_that_carry_it(app: AppTest, path: Path) -> None:
    app.button(key="review_add").click().run()
    app.segmented_control(key="form_kind").set_value("deployment").run()
    assert not app.exception
    form = "form_deployment_"
    app.button(key="form_save").click().run()
    assert "mark the words of the article" in said(app)
    app.text_area(key=form + "evidence").set_value(SENTENCES[0])
    for name, value in {"actor": "PRK", "supported": "RUS", "claimant": "nis-kor"}.items():
        app.selectbox(key=form + name).set_value(value)
    for name, value in {"movement": "sent", "unit": "troops", "measure": "cumulative"}.items():
        app.selectbox(key=form + name).set_value(value)
    app.number_input(key=form + "value_best").set_value(10000)
    app.button(key="form_save").click().run()
    assert not app.exception
    assert "Added: 10,000 – North Korea: troops sent in support of Russia" in said(app)
    with open_store(path) as connection:
        [added] = claims(connection, Filters(kinds=("deployment",), publishers=("The Paper",))).rows(named=True)
    assert (added["value_best"], added["review"], added["evidence"]) == (10000, "accepted", SENTENCES[0])
    assert heading(app).startswith("≈ 2,000"), "the fact that was in front still is"
    app.button(key="review_undo").click().run()
    with open_store(path) as connection:
        assert claims(connection, Filters(kinds=("deployment",), publishers=("The Paper",))).is_empty()
