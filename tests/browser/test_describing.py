"""Correcting an article in a real browser: from a fact's drawer, by two persons at once, undone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from dashboard import intake
from dashboard.extraction import extract
from dashboard.facts import Document
from dashboard.store import add_document, open_store
from tests.browser.conftest import serving
from tests.browser.test_journeys import open_page

TEXT = "Russia's army said that 5 Ukrainian soldiers were killed yesterday near Kharkiv."
NEWS = Document(document_id="news", publisher="News", published=date(2025, 9, 3), language="en", text=TEXT)


def field(form: Locator, name: str) -> Locator:
    return form.get_by_role("textbox", name=name, exact=True)


def test_an_article_is_corrected_from_the_drawer_of_its_fact(page: Page, own_database: Path, tmp_path: Path) -> None:
    [fact] = extract(NEWS)
    with open_store(own_database) as connection:
        add_document(connection, NEWS, [fact])
    with serving(own_database, tmp_path / "log.txt") as server:
        open_page(page, f"{server}/facts?fact={fact.fact_id}")
        form = page.get_by_role("dialog")
        expect(form.get_by_role("cell", name="2 Sep 2025").first).to_be_visible()
        form.get_by_role("link", name="Correct the article").click()
        expect(page.locator("h1")).to_have_text("Sources")
        field(form, "Your name").fill("Ana")
        page.keyboard.press("Enter")
        field(form, "Address").fill("paper")
        field(form, "Title").fill("Mine")
        form.get_by_role("button", name="Save").click()
        expect(form.get_by_text("'paper' is no address like")).to_be_visible()
        # Somebody else is quicker: what they said comes in, and what was typed stays.
        with open_store(own_database) as connection:
            intake.describe(connection, "news", {"publisher": "News and More"}, reviewer="Budi", seen="")
        field(form, "Address").fill("https://paper.example/1")
        form.get_by_role("button", name="Save").click()
        expect(form.get_by_text("Budi has described this (publisher)")).to_be_visible()
        expect(field(form, "Publisher")).to_have_value("News and More")
        expect(field(form, "Title")).to_have_value("Mine")
        form.locator(".stDateInput [role=spinbutton]").first.click()
        page.keyboard.type("20250910")
        form.get_by_role("button", name="Save").click()
        expect(form.get_by_text("Saved. 1 fact is told otherwise now.")).to_be_visible()
        expect(form.get_by_text(re.compile("Ana · Described: .*Published 3 Sep 2025 → 10 Sep 2025"))).to_be_visible()
        page.keyboard.press("Escape")
        expect(form).to_be_hidden()
        page.wait_for_url(re.compile("sources$"))
        # The same link opens the form again.
        open_page(page, f"{server}/facts?fact={fact.fact_id}")
        expect(form.get_by_role("cell", name="9 Sep 2025").first).to_be_visible()
        form.get_by_role("link", name="Correct the article").click()
        field(form, "Your name").fill("Ana")
        page.keyboard.press("Enter")
        form.get_by_role("button", name="Take back").click()
        expect(form.get_by_text("Taken back. 1 fact is told otherwise now.")).to_be_visible()
        expect(field(form, "Publisher")).to_have_value("News and More")
        expect(field(form, "Title")).to_have_value("")
