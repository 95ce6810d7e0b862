"""The drawer of one fact, grades, and the filters by grade and state of review."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.facts import Document, words
from dashboard.store import add_document, grading, open_store, review
from tests.conftest import make_fact
from tests.store.wire import printed
from tests.views.conftest import PAGES, Open, sentence, shown
from tests.views.reviewing import CAPTURED, KILLED, WOUNDED, log, named, now, said, somebody_else_corrects, with_article


@pytest.fixture
def path(own_database: Path) -> Path:
    return with_article(own_database)


def opened(open_page: Open, path: Path, fact: str = KILLED) -> AppTest:
    """Open the drawer of a fact as Ana."""
    app = open_page("facts", database=path)
    app.session_state["reviewer"] = "Ana"
    return again(app, fact)


def again(app: AppTest, fact: str = KILLED) -> AppTest:
    """Run with the drawer open: AppTest runs whole pages, on which a drawer is open once."""
    app.session_state["open_fact"] = fact
    app.run()
    assert not app.exception
    return app


def tables(app: AppTest) -> str:
    return " ".join(each.value.to_csv() for each in app.table)


def test_the_drawer_tells_the_claim_its_words_its_way_and_its_dates(open_page: Open, path: Path) -> None:
    app = open_page("facts", database=path, fact=KILLED)
    assert not app.exception
    told = said(app)
    assert "**≈ 2,000 – North Korea: troops killed (cumulative); National Intelligence Service" in told
    assert "background[About 2,000 North Korean soldiers have been killed, it said.]" in told
    assert "How it came here** · National Intelligence Service (South Korea) → The Paper" in told
    assert "read from the article" in told
    for column in ("Happened", "Stated", "Published", "Added"):
        assert column in tables(app)
    assert "4 Sep 2025" in tables(app)
    [link] = [each for each in app.get("page_link") if each.proto.label == "Link to this fact"]
    assert KILLED in link.proto.query_string
    [correct] = [each for each in app.get("page_link") if each.proto.label == "Correct"]
    assert f"at={KILLED}" in correct.proto.query_string


def test_who_passed_a_claim_on_stands_between_claimant_and_outlet(open_page: Open, own_database: Path) -> None:
    fact = make_fact(fact_id="relayed", document_id="article", relayed_via="yonhap; reuters")
    app = open_page("facts", database=with_article(own_database, [fact]), fact="relayed")
    assert "National Intelligence Service (South Korea) → Yonhap" in said(app)
    assert "→ Reuters → The Paper" in said(app)


@pytest.mark.parametrize(
    ("key", "state", "action"),
    [
        ("fact_accept", "accepted", "accept"),
        ("fact_reject_not_in_text", "rejected", "reject"),
        ("fact_reject_duplicate", "rejected", "reject"),
    ],
)
def test_a_fact_is_decided_and_taken_back_where_it_is_seen(
    open_page: Open, path: Path, key: str, state: str, action: str
) -> None:
    app = opened(open_page, path)
    app.button(key=key).click()
    again(app)
    assert now(path, KILLED)["review"] == state
    assert f"Ana · {words.ACTIONS[action]}" in said(app)
    app.button(key="fact_undo").click()
    again(app)
    assert now(path, KILLED)["review"] == "unreviewed"
    assert "~~" in said(app), "what was taken back is struck out, not gone"
    assert [each.action for each in log(path, KILLED)] == [action, "undo"]


def test_history_tells_what_the_machine_said_and_who_changed_it(open_page: Open, path: Path) -> None:
    somebody_else_corrects(path, KILLED, value_best=2200)
    with open_store(path) as connection:
        last = now(path, KILLED)["last_decision"]
        grading.grade_fact(connection, KILLED, "2", reviewer="Citra", seen=last, note="Seen by two")
    told = said(open_page("facts", database=path, fact=KILLED))
    assert "Budi · Corrected: Best 2,000 → 2,200" in told
    assert "Citra · Graded: Credibility 6: Cannot be judged → 2: Probably true · “Seen by two”" in told


def test_nothing_can_be_decided_without_a_name(open_page: Open, path: Path) -> None:
    app = open_page("facts", database=path, fact=KILLED)
    assert app.button(key="fact_accept").disabled
    assert app.segmented_control(key=f"credibility_{KILLED}").disabled


def test_a_decision_after_somebody_elses_is_no_decision(open_page: Open, path: Path) -> None:
    app = opened(open_page, path)
    somebody_else_corrects(path, KILLED, value_best=2200)
    app.button(key="fact_accept").click()
    again(app)
    assert [each.reviewer for each in log(path, KILLED)] == ["Budi"]


def test_grades_are_set_where_they_are_seen(open_page: Open, path: Path) -> None:
    app = opened(open_page, path)
    app.segmented_control(key=f"credibility_{KILLED}").set_value("3").run()
    assert not app.exception
    assert now(path, KILLED)["credibility"] == "3"
    assert now(path, KILLED)["review"] == "unreviewed", "a grade accepts nothing"

    app = opened(open_page, path)
    app.segmented_control(key="reliability_article").set_value("B").run()
    assert now(path, KILLED)["reliability"] == "B"
    with open_store(path) as connection:
        assert [each.publisher for each in grading.grades_of(connection, publisher="The Paper")] == ["The Paper"]

    app = opened(open_page, path)
    app.segmented_control(key="reliability_article_scope").set_value("document")
    app.segmented_control(key="reliability_article").set_value("D").run()
    with open_store(path) as connection:
        assert len(grading.grades_of(connection, document_id="article")) == 1
    app = opened(open_page, path)
    app.button(key="reliability_article_undo").click().run()
    assert now(path, KILLED)["reliability"] == "B", "the publisher's grade holds again"


def test_a_proposal_is_marked_as_one_until_it_is_set(open_page: Open, own_database: Path) -> None:
    path = with_article(own_database, [make_fact(fact_id="a", document_id="article", claimant="unnamed-source")])
    app = opened(open_page, path, "a")
    assert "Proposed: 6" not in said(app), "it says no more than the grade that holds"
    primary = make_fact(fact_id="b", document_id="kcna", claimant="kcna", value_best=7)
    with open_store(path) as connection:
        document = Document(document_id="kcna", publisher="KCNA", text="", url="https://kcna.example")
        add_document(connection, document, [primary])
    app = opened(open_page, path, "b")
    assert "Proposed: 3, possibly true. First hand" in said(app)
    assert "Proposed: C, fairly reliable. Speaks for a state" in said(app)
    assert now(path, "b")["credibility"] == "6", "a proposal is no grade"
    app.button(key="credibility_b_proposed").click().run()
    assert not app.exception
    assert now(path, "b")["credibility"] == "3"


def test_the_tooltip_says_what_each_grade_means(open_page: Open, path: Path) -> None:
    app = open_page("facts", database=path, fact=KILLED)
    for key, labels in (
        (f"credibility_{KILLED}", words.CREDIBILITIES),
        ("reliability_article", words.RELIABILITIES),
    ):
        help = app.segmented_control(key=key).help
        assert all(f"**{grade}** {label}" in help for grade, label in labels.items())


def test_other_claims_on_the_same_thing_stand_below(open_page: Open, own_database: Path) -> None:
    facts = [
        make_fact(fact_id="one", document_id="article", claimant="nis-kor"),
        make_fact(fact_id="two", document_id="article", claimant="hur-ukr", value_best=4000, as_of=date(2027, 1, 1)),
        make_fact(
            fact_id="other",
            document_id="article",
            claimant="hur-ukr",
            outcome="wounded",
            value_best=77,
            as_of=date(2027, 1, 1),
        ),
    ]
    app = open_page("facts", database=with_article(own_database, facts), fact="one")
    assert "What others say on it" in said(app)
    assert "4,000" in tables(app)
    assert "77" not in tables(app)


def test_reprints_are_listed_and_count_as_one_source(open_page: Open, own_database: Path) -> None:
    path = own_database
    with open_store(path) as connection:
        for outlet in ("Harian Satu", "Harian Dua"):
            document = Document(
                document_id=outlet, publisher=outlet, text=printed(outlet), url=f"https://{outlet[-3:]}.example"
            )
            add_document(connection, document, [make_fact(fact_id=outlet, document_id=outlet)])
    app = open_page("facts", database=path, fact="Harian Dua")
    assert not app.exception
    assert "2 prints of this text" in said(app)
    assert "Harian Satu" in tables(app)


@pytest.mark.parametrize("page", PAGES)
def test_rejected_facts_are_out_of_every_page_and_found_on_the_facts_page(
    open_page: Open, path: Path, page: str
) -> None:
    before = shown(open_page(page, database=path))
    with open_store(path) as connection:
        review.reject(connection, WOUNDED, "not_a_fact", reviewer="Ana", seen="")
    if page in ("overview", "facts", "sources"):
        assert shown(open_page(page, database=path)) == before - 1
    rejected = open_page(page, database=path, review="Rejected")
    assert not rejected.exception
    assert shown(rejected) == (1 if page == "facts" else 0)
    assert "· rejected" in sentence(rejected)


@pytest.mark.parametrize(
    ("parameters", "wanted", "told"),
    [
        ({"review": "Accepted"}, 1, "accepted"),
        ({"review": ["Accepted", "Rejected"]}, 2, "accepted, rejected"),
        ({"credibility": "2"}, 1, "graded 2 or better"),
        ({"credibility": "1"}, 0, "graded 1 or better"),
        ({"reliability": "C"}, 3, "graded C or better"),
        ({"reliability": "A"}, 0, "graded A or better"),
        ({"reliability": "C", "credibility": "3"}, 1, "graded C, 3 or better"),
    ],
)
def test_grades_and_review_filter(
    open_page: Open, path: Path, parameters: dict[str, str | list[str]], wanted: int, told: str
) -> None:
    with open_store(path) as connection:
        accepted = review.accept(connection, KILLED, reviewer="Ana", seen="")
        grading.grade_fact(connection, KILLED, "2", reviewer="Ana", seen=accepted.decision_id)
        grading.grade_publisher(connection, "The Paper", "B", reviewer="Ana")
    if "Rejected" in parameters.get("review", ""):
        with open_store(path) as connection:
            review.reject(connection, CAPTURED, "duplicate", reviewer="Ana", seen="")
    app = open_page("facts", database=path, **parameters)
    assert not app.exception
    assert shown(app) == wanted
    assert told in sentence(app)
    if wanted:
        assert set(app.dataframe[0].value["grade"]) <= {"B2", "B6"}


def test_a_grade_that_does_not_exist_is_told(open_page: Open, path: Path) -> None:
    assert "The link asks for Z" in open_page("facts", database=path, reliability="Z").warning[0].value


def test_decisions_are_downloaded_beside_the_facts(open_page: Open, path: Path) -> None:
    assert "Decisions as CSV" not in [
        each.proto.label for each in open_page("facts", database=path).get("download_button")
    ]
    with open_store(path) as connection:
        review.accept(connection, KILLED, reviewer="Ana", seen="")
    app = open_page("facts", database=path)
    assert "Decisions as CSV" in [each.proto.label for each in app.get("download_button")]
    assert "1 decision about them" in said(app)


def test_a_publisher_is_graded_on_the_sources_page(open_page: Open, path: Path) -> None:
    app = named(open_page("sources", database=path, publisher="The Paper"), "publisher")
    app.session_state["open_publisher"] = "The Paper"
    app.run()
    assert "Not graded yet" in said(app)
    app.segmented_control(key="reliability_The Paper").set_value("B").run()
    assert not app.exception
    assert now(path, KILLED)["reliability"] == "B"
    app = open_page("sources", database=path)
    publishers = app.dataframe[0].value.set_index("publisher")
    assert publishers.loc["The Paper", "reliability"] == "B"
