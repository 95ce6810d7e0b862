"""The Review page: every decision is written at once, nothing that was typed is lost, everything can be taken back."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.views import reviewer
from tests.conftest import make_fact
from tests.views.conftest import Open
from tests.views.reviewing import (
    CAPTURED,
    KILLED,
    WOUNDED,
    heading,
    log,
    named,
    now,
    said,
    with_article,
)

FORM = "form_casualty_"


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


def test_what_an_article_says_is_never_run_in_review(open_page: Open, own_database: Path) -> None:
    nasty = "<script>alert(1)</script> [link](javascript:alert(1)) :red[x] $x$"
    path = with_article(
        own_database,
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
