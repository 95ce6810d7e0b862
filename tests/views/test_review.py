"""The Review page: every decision is written at once, nothing that was typed is lost, everything can be taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.facts import KINDS, Directory, column_named
from dashboard.facts.shipped import Shipped
from dashboard.store import open_store
from dashboard.store.filters import Filters
from dashboard.store.queries import claims
from dashboard.views import reviewer
from dashboard.views.review_form import Asked, actor_meant
from tests.conftest import make_fact
from tests.views.conftest import Open
from tests.views.reviewing import (
    CAPTURED,
    KILLED,
    SENTENCES,
    TEXT,
    WOUNDED,
    database,
    heading,
    log,
    named,
    now,
    said,
    somebody_else_corrects,
)

FORM = "form_casualty_"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return database(tmp_path)


@pytest.fixture
def app(open_page: Open, path: Path) -> AppTest:
    return named(open_page("review", database=path))


def test_the_least_certain_fact_comes_first_with_its_words_and_columns(app: AppTest) -> None:
    assert not app.exception
    assert heading(app) == "≈ 2,000 – North Korea: troops killed (cumulative)"
    [words] = [each.value for each in app.markdown if "background[" in each.value]
    assert "orange-background[About 2,000 North Korean soldiers" in words.replace("\\", "")
    assert "told lawmakers" in words, "the sentence before"
    assert "were wounded in Kursk" in words, "the sentence after"
    assert "Moscow" not in words
    assert "confidence 0.55" in said(app).replace("\\", "")
    assert "0 of 3 decided" in app.get("progress")[0].proto.text


@pytest.mark.parametrize(
    ("key", "state", "action", "reason"),
    [
        ("review_accept", "accepted", "accept", ""),
        ("review_reject_wrong_number", "rejected", "reject", "wrong_number"),
        ("review_reject_not_a_fact", "rejected", "reject", "not_a_fact"),
        ("review_reject_wrong_actor", "rejected", "reject", "wrong_actor"),
        ("review_reject_duplicate", "rejected", "reject", "duplicate"),
        ("review_reject_not_in_text", "rejected", "reject", "not_in_text"),
        ("review_skip", "unreviewed", "skip", ""),
    ],
)
def test_a_decision_is_written_at_once_and_can_be_taken_back(
    app: AppTest, path: Path, key: str, state: str, action: str, reason: str
) -> None:
    app.button(key=key).click().run()
    assert not app.exception
    assert now(path, KILLED)["review"] == state
    [decision] = log(path, KILLED)
    assert (decision.action, decision.reason, decision.reviewer) == (action, reason, "Ana")
    assert heading(app) == "600 – North Korea: troops wounded (cumulative)", "the next fact comes at once"
    app.button(key="review_undo").click().run()
    assert not app.exception
    assert now(path, KILLED)["review"] == "unreviewed"
    assert heading(app).startswith("≈ 2,000"), "the fact that it was about is in front again"
    assert [each.action for each in log(path, KILLED)] == [action, "undo"]
    assert "Taken back" in said(app)


def test_each_button_has_a_key_of_its_own(app: AppTest) -> None:
    keys = [button.proto.shortcut for button in app.button if button.proto.shortcut]
    assert len(keys) == len(set(keys)) >= 12
    shown = {button.key: button.proto.shortcut for button in app.button}
    assert shown["review_accept"] == "a"
    assert shown["review_reject_wrong_number"] == "1"


def test_a_reason_of_ones_own_wants_words(app: AppTest, path: Path) -> None:
    app.button(key="review_other").click().run()
    why = f"review_why_{KILLED}"
    app.button(key="review_reject_other").click().run()
    assert now(path, KILLED)["review"] == "unreviewed"
    assert "Say in a few words why" in app.warning[0].value
    app.text_input(key=why).set_value("Counts two wars at once")
    app.button(key="review_reject_other").click().run()
    assert not app.exception
    assert now(path, KILLED)["review"] == "rejected"
    assert log(path, KILLED)[0].note == "Counts two wars at once"


def test_nothing_is_decided_without_a_name(open_page: Open, path: Path) -> None:
    app = open_page("review", database=path)
    assert app.button(key="review_accept").disabled
    assert app.button(key="review_correct").disabled
    named(app)
    assert not app.button(key="review_accept").disabled
    assert "Reviewing as Ana" in said(app)
    app.button(key="review_change").click().run()
    assert app.button(key="review_accept").disabled


def test_an_empty_queue_says_so(open_page: Open, tmp_path: Path, app: AppTest, path: Path) -> None:
    for _turn in range(3):
        app.button(key="review_accept").click().run()
    assert app.info[0].value
    assert "Everything here is decided" in app.info[0].proto.title
    assert "3 of 3 decided" in app.get("progress")[0].proto.text
    app.button(key="review_undo").click().run()
    assert heading(app).startswith("50 –"), "the last decision can still be taken back"
    empty = open_page("review", database=tmp_path / "new.duckdb")
    assert "Nothing waits for review" in empty.info[0].proto.title
    empty.toggle(key="review_shipped").set_value(True).run()
    assert not empty.exception
    assert heading(empty), "what came with Tilik can be gone through, too"


def test_skipped_facts_come_last(app: AppTest) -> None:
    app.button(key="review_skip").click().run()
    for outcome in ("wounded", "captured"):
        assert outcome in heading(app)
        app.button(key="review_accept").click().run()
    assert "killed" in heading(app)


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


def test_many_are_shown_before_they_are_accepted_and_can_be_taken_back(app: AppTest, path: Path) -> None:
    app.button(key="review_many").click().run()
    app.slider(key="review_least").set_value(0.75).run()
    assert "**2 facts** would be accepted." in [each.value for each in app.markdown]
    assert len(app.dataframe[0].value) == 2
    assert now(path, CAPTURED)["review"] == "unreviewed"
    app.button(key="review_accept_many").click().run()
    assert not app.exception
    assert "2 facts accepted" in said(app)
    assert {now(path, each)["review"] for each in (WOUNDED, CAPTURED)} == {"accepted"}
    assert now(path, KILLED)["review"] == "unreviewed"
    app.button(key="review_undo").click().run()
    assert {now(path, each)["review"] for each in (WOUNDED, CAPTURED)} == {"unreviewed"}


def test_a_link_puts_one_fact_in_front_or_stays_in_one_document(open_page: Open, path: Path) -> None:
    app = open_page("review", database=path, at=CAPTURED)
    assert heading(app).startswith("50 –")
    app = open_page("review", database=path, document="article")
    assert app.selectbox(key="review_document").value == "article"
    assert heading(app).startswith("≈ 2,000")
    app = open_page("review", database=path, document="nothing")
    assert not app.exception
    assert "Nothing waits for review" in app.info[0].proto.title


def test_the_filters_narrow_what_waits(open_page: Open, path: Path) -> None:
    app = named(open_page("review", database=path, kind="Meetings"))
    assert not app.exception
    assert "Nothing more waits that passes the filters" in app.info[0].proto.title
    assert "0 of 0 decided · narrowed by the filters" in app.get("progress")[0].proto.text
    app = named(open_page("review", database=path, kind="Casualties", review="Accepted"))
    assert heading(app).startswith("≈ 2,000"), "what is decided does not narrow what there is to decide"
    app.button(key="review_many").click().run()
    assert len(app.dataframe[0].value) == 1


def test_by_document_in_the_order_of_its_text(app: AppTest) -> None:
    app.button(key="review_skip").click().run()
    app.segmented_control(key="review_order").set_value("document").run()
    assert not app.exception
    assert heading(app).startswith("600 –")


def test_what_an_article_says_is_never_run_in_review(open_page: Open, tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script> [link](javascript:alert(1)) :red[x] $x$"
    path = database(
        tmp_path,
        [make_fact(fact_id="n", document_id="article", evidence=nasty, evidence_start=8, evidence_end=8 + len(nasty))],
        text=f"Before. {nasty} After.",
    )
    app = open_page("review", database=path)
    assert not app.exception
    [words] = [each.value for each in app.markdown if "Before" in each.value]
    assert "\\<script\\>" in words
    assert "\\[link\\]\\(javascript\\:" in words


def test_who_is_signed_in_decides_under_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    class User(dict[str, str]):
        is_logged_in = True

    session = {"reviewer": "Somebody typed"}
    signed_in = SimpleNamespace(user=User(email="ana@example.org", name="Ana"), session_state=session)
    monkeypatch.setattr(reviewer, "st", signed_in)
    assert reviewer.reviewer() == "ana@example.org"
    signed_in.user.is_logged_in = False
    assert reviewer.reviewer() == "Somebody typed"
    signed_in.user = SimpleNamespace()  # no sign-in is set up
    assert reviewer.reviewer() == "Somebody typed"
