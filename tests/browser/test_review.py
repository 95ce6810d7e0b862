"""Reviewing in a real browser: with keys alone, fast, by two persons at once, with a browser closed in between."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.facts import Document
from dashboard.store import add_document, open_store
from dashboard.store.queries import one_fact
from tests.browser.conftest import serving
from tests.browser.test_journeys import open_page, settled
from tests.conftest import make_fact

FACTS = 60
HEADING = re.compile(r"North Korea: troops")


def article(number: int) -> str:
    return f"Seoul told lawmakers about the war. It said {1000 + number} soldiers had died. Moscow did not comment."


@pytest.fixture(scope="module")
def waiting(shipped_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty articles with a fact each, the least certain one first."""
    path = Path(shutil.copy(shipped_database, tmp_path_factory.mktemp("waiting") / "t.duckdb"))
    with open_store(path) as connection:
        for number in range(FACTS):
            text = article(number)
            start = text.index("It said")
            end = text.index(" Moscow")
            fact = make_fact(
                fact_id=f"fact-{number:02}",
                document_id=f"article-{number:02}",
                value_best=1000 + number,
                confidence=0.3 + number / 100,
                evidence=text[start:end],
                evidence_start=start,
                evidence_end=end,
            )
            document = Document(
                document_id=f"article-{number:02}", publisher="The Paper", title=f"No {number}", text=text
            )
            add_document(connection, document, [fact])
    return path


@pytest.fixture
def database(waiting: Path, tmp_path: Path) -> Path:
    """The same, for one test alone."""
    return Path(shutil.copy(waiting, tmp_path / "t.duckdb"))


@pytest.fixture
def server(database: Path, tmp_path: Path) -> Iterator[str]:
    with serving(database, tmp_path / "log.txt") as address:
        yield address


def states(database: Path) -> list[str]:
    with open_store(database) as connection:
        found = [one_fact(connection, f"fact-{number:02}") for number in range(FACTS)]
    return [each["review"] for each in found if each]


def heading(page: Page) -> str:
    return page.get_by_role("heading", name=HEADING).first.inner_text()


def with_name(page: Page, server: str, name: str = "Ana", path: str = "review") -> None:
    """Open the page and give the name, without the mouse."""
    open_page(page, f"{server}/{path}")
    page.get_by_role("textbox", name="Your name").focus()
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"Reviewing as {name}")).to_be_visible()
    settled(page)


def front(page: Page, number: int) -> None:
    expect(page.get_by_role("heading", name=f"{1000 + number:,} – North Korea")).to_be_visible()


def test_fifty_facts_are_reviewed_with_keys_alone(page: Page, server: str, database: Path) -> None:
    with_name(page, server)
    for number in range(50):
        front(page, number)
        page.keyboard.press("1" if number % 5 == 4 else "a")
    front(page, 50)
    settled(page)
    expect(page.get_by_text("50 of 60 decided")).to_be_visible()
    assert states(database) == (["accepted"] * 4 + ["rejected"]) * 10 + ["unreviewed"] * 10

    page.keyboard.press("u")
    front(page, 49)
    page.keyboard.press("a")
    front(page, 50)
    page.keyboard.press("s")
    front(page, 51)
    settled(page)
    assert states(database)[49:52] == ["accepted", "unreviewed", "unreviewed"]


def test_a_fact_is_corrected_with_keys_alone(page: Page, server: str, database: Path) -> None:
    with_name(page, server)
    front(page, 0)
    page.keyboard.press("e")
    expect(page.get_by_role("textbox", name="Evidence")).to_be_focused()
    page.keyboard.press("e")
    page.get_by_role("spinbutton", name="Best").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("4321")
    page.locator(".st-key-review_side").get_by_role("combobox", name="Claimant").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("A Quite New Institute")
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Evidence").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("1000 soldiers had died")
    page.keyboard.press("Control+Enter")
    front(page, 1)
    settled(page)
    with open_store(database) as connection:
        fact = one_fact(connection, "fact-00")
    assert fact
    assert (fact["review"], fact["value_best"], fact["claimant"]) == ("corrected", 4321, "a-quite-new-institute")
    assert fact["evidence"] == "1000 soldiers had died" == article(0)[fact["evidence_start"] : fact["evidence_end"]]


def test_words_are_marked_with_the_pointer(page: Page, server: str) -> None:
    with_name(page, server)
    front(page, 0)
    page.keyboard.press("m")
    expect(page.get_by_role("textbox", name="Evidence")).to_be_focused()
    page.evaluate(
        """() => {
          const box = document.querySelector(".article"), text = box.firstChild
          const start = box.textContent.indexOf("Moscow"), range = document.createRange()
          range.setStart(text, start); range.setEnd(text, start + "Moscow did not comment.".length)
          document.getSelection().removeAllRanges(); document.getSelection().addRange(range)
          box.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }))
        }"""
    )
    expect(page.get_by_role("textbox", name="Evidence")).to_have_value("Moscow did not comment.")
    expect(page.locator(".article mark")).to_have_text("Moscow did not comment.")


def test_two_reviewers_and_one_fact(page: Page, browser: Browser, server: str, database: Path) -> None:
    with_name(page, server)
    elsewhere = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        other = elsewhere.new_page()
        with_name(other, server, "Budi")
        front(page, 0)
        front(other, 0)
        page.keyboard.press("1")
        front(page, 1)
        other.keyboard.press("a")
        expect(other.get_by_text(re.compile("Ana has rejected this"))).to_be_visible()
        front(other, 0)
        settled(other)
        assert states(database)[0] == "rejected"
        other.keyboard.press("a")
        front(other, 1)
        settled(other)
        assert states(database)[0] == "accepted"
    finally:
        elsewhere.close()


def test_a_browser_that_is_closed_in_between_loses_nothing(browser: Browser, server: str, database: Path) -> None:
    first = browser.new_context(viewport={"width": 1440, "height": 900})
    page = first.new_page()
    with_name(page, server)
    for number in range(3):
        front(page, number)
        page.keyboard.press("a")
    front(page, 3)
    first.close()
    second = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        page = second.new_page()
        with_name(page, server)
        front(page, 3)
        expect(page.get_by_text("3 of 60 decided")).to_be_visible()
        assert states(database)[:4] == ["accepted"] * 3 + ["unreviewed"]
    finally:
        second.close()


def test_a_fact_is_decided_in_its_drawer_and_corrected_on_the_review_page(
    page: Page, server: str, database: Path
) -> None:
    open_page(page, f"{server}/facts?fact=fact-07")
    drawer = page.get_by_role("dialog")
    drawer.get_by_role("textbox", name="Your name").fill("Ana")
    page.keyboard.press("Enter")
    drawer.get_by_role("button", name="Accept").click()
    expect(drawer.get_by_text(re.compile("Ana · Accepted"))).to_be_visible()
    assert states(database)[7] == "accepted"
    drawer.get_by_role("button", name="Reject").click()
    page.get_by_role("button", name="Duplicate").click()
    expect(drawer.get_by_text(re.compile("Ana · Rejected"))).to_be_visible()
    assert states(database)[7] == "rejected"
    drawer.get_by_role("radio", name="3", exact=True).click()
    expect(drawer.get_by_text("3: Possibly true", exact=True)).to_be_visible()
    drawer.get_by_role("link", name="Correct", exact=True).click()
    expect(page.locator("h1")).to_have_text("Review")
    front(page, 7)
    expect(page.get_by_text("Reviewing as Ana")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_review_fits_a_phone(browser: Browser, server: str, scheme: str) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
    try:
        page = phone.new_page()
        open_page(page, f"{server}/review")
        front(page, 0)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    finally:
        phone.close()
