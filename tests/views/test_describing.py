"""Correcting the article on the Sources page, and the way there from a fact's drawer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import intake
from dashboard.extraction import extract
from dashboard.facts import Document
from dashboard.store import add_document, open_store
from dashboard.store.describing import description
from tests.views.conftest import Open
from tests.views.reviewing import KILLED, now, said, with_article

TEXT = "Russia's army said that 5 Ukrainian soldiers were killed yesterday near Kharkiv."
NEWS = Document(document_id="news", publisher="News", published=date(2025, 9, 3), language="en", text=TEXT)


@pytest.fixture
def path(own_database: Path) -> Path:
    """The article that waits for review, one with a relative day, and one without any fact."""
    path = with_article(own_database)
    with open_store(path) as connection:
        add_document(connection, NEWS, extract(NEWS))
        add_document(connection, Document(document_id="empty", title="*Rien*", language="fr", text="Rien."), [])
    return path


def opened(open_page: Open, path: Path, name: str = "Ana") -> AppTest:
    app = open_page("sources", database=path)
    app.session_state["reviewer"] = name
    return again(app)


def again(app: AppTest, document: str = "news") -> AppTest:
    """Run with the form open: AppTest runs whole pages, on which a dialog is open once."""
    app.session_state["open_document"] = document
    app.run()
    assert not app.exception
    return app


def kept(path: Path, name: str) -> Any:
    with open_store(path) as connection:
        return getattr(description(connection, "news").document, name)


def somebody_else_says(path: Path, **changes: Any) -> None:
    with open_store(path) as connection:
        seen = description(connection, "news").seen
        intake.describe(connection, "news", changes, reviewer="Budi", seen=seen)


def test_a_link_opens_the_form_with_what_is_known(open_page: Open, path: Path) -> None:
    app = open_page("sources", database=path, document="news")
    assert not app.exception
    assert app.text_input(key="article_publisher").value == "News"
    assert app.date_input(key="article_published").value == date(2025, 9, 3)
    assert app.selectbox(key="article_language").value == "en"
    assert app.selectbox(key="article_reprint_of").value == ""
    assert "What the service told – The Paper – 2025-09-04" in app.selectbox(key="article_reprint_of").options
    assert app.button(key="article_save").disabled, "nobody has said who decides"


def test_a_day_is_corrected_and_taken_back(open_page: Open, path: Path) -> None:
    app = opened(open_page, path)
    app.date_input(key="article_published").set_value(date(2025, 9, 10))
    app.text_input(key="article_note").set_value("The page *says* so")
    app.button(key="article_save").click().run()
    assert kept(path, "published") == date(2025, 9, 10)
    with open_store(path) as connection:
        days = connection.execute("SELECT date_start FROM facts WHERE document_id = 'news'").fetchall()
    assert days == [(date(2025, 9, 9),)]
    assert again(app).date_input(key="article_published").value == date(2025, 9, 10)
    assert "Ana · Described: Published 3 Sep 2025 → 10 Sep 2025 · “The page *says* so”" in said(app)
    app.button(key="article_undo").click().run()
    assert kept(path, "published") == date(2025, 9, 3)
    assert "~~" in said(again(app)), "what was taken back is struck out, not gone"
    assert not [each for each in app.button if each.key == "article_undo"], "nothing is left to be taken back"


def test_what_came_of_it_is_said(open_page: Open, path: Path) -> None:
    app = opened(open_page, path)
    at = app.session_state["desk_article"]
    app.text_input(key="article_publisher").set_value("The Paper")
    app.button(key="article_save").click().run()
    assert at.told == "Saved. 0 facts are told otherwise now."
    assert kept(path, "publisher") == "The Paper"


def test_what_cannot_be_is_told_by_its_column_and_not_kept(open_page: Open, path: Path) -> None:
    app = opened(open_page, path)
    at = app.session_state["desk_article"]
    app.text_input(key="article_url").set_value("javascript:alert(1)")
    app.text_input(key="article_title").set_value("Right")
    app.button(key="article_save").click().run()
    assert at.problems == {"url": "'javascript:alert(1)' is no address like https://paper.example/article"}
    assert (kept(path, "url"), kept(path, "title")) == ("", "")


def test_who_comes_second_is_told_and_goes_on_from_what_is_known_now(open_page: Open, path: Path) -> None:
    app = opened(open_page, path)
    at = app.session_state["desk_article"]
    somebody_else_says(path, publisher="News and More", title="Theirs")
    app.text_input(key="article_title").set_value("Mine")
    app.button(key="article_save").click().run()
    assert "Budi has described this (publisher, title) on" in at.wrong
    assert (kept(path, "title"), at.row["publisher"], at.row["title"]) == ("Theirs", "News and More", "Theirs")


def test_an_article_without_facts_is_found_and_can_be_corrected(open_page: Open, path: Path) -> None:
    app = open_page("sources", database=path)
    assert [each.label for each in app.expander if "without facts" in each.label] == ["1 article without facts"]
    assert app.dataframe[-1].value["title"].to_list() == ["*Rien*"]
    app = again(app, "empty")
    assert app.text_input(key="article_title").value == "*Rien*"
    assert "\\*Rien\\*" in " ".join(each.value for each in app.caption)


def test_an_article_that_is_gone_is_told(open_page: Open, path: Path) -> None:
    app = open_page("sources", database=path, document="nothing")
    assert not app.exception
    assert "There is no document" in app.error[0].value


def test_the_drawer_of_a_fact_leads_to_its_article(open_page: Open, path: Path) -> None:
    app = open_page("facts", database=path, fact=KILLED, kind="Casualties")
    [link] = [each for each in app.get("page_link") if each.proto.label == "Correct the article"]
    assert f"document={now(path, KILLED)['document_id']}" in link.proto.query_string
    assert "kind=" in link.proto.query_string, "the filters are kept"
    assert "fact=" not in link.proto.query_string
