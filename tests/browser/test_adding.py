"""Adding an article in a browser: its facts beside its words, some of them saved, nothing of it ever run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.browser.test_journeys import open_page, sentence, settled
from tests.cli.test_cli import ARTICLE

EVIL = "<script>window.ran=1</script><img src=x onerror='window.ran=2;alert(1)'><svg onload='window.ran=3'></svg>"
SAVED = """<!doctype html><html lang="id"><head><title>{escaped} Tentara Korut di Rusia</title>
<meta property="og:site_name" content="Koran {escaped}"><meta property="article:published_time" content="2025-09-04">
<script>window.ran=4</script></head><body onload="window.ran=5"><article><h1>{escaped} Tentara Korut di Rusia</h1>
{paragraphs}{evil}<p>{escaped} Sebanyak {count} tentara Rusia tewas di Kursk, kata Kementerian Pertahanan Rusia.</p>
</article></body></html>"""


def saved_page(path: Path, count: int) -> Path:
    escaped = EVIL.replace("<", "&lt;")
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines())
    path.write_text(SAVED.format(escaped=escaped, paragraphs=paragraphs, evil=EVIL, count=count), encoding="utf-8")
    return path


def upload(page: Page, *paths: Path) -> None:
    page.locator("input[type=file]").set_input_files([str(path) for path in paths])
    settled(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()
    settled(page)


def framed(card: Locator) -> bool:
    return "inset" in str(card.evaluate("card => getComputedStyle(card).boxShadow"))


def ground(mark: Locator) -> str:
    return str(mark.evaluate("mark => getComputedStyle(mark).backgroundColor"))


@pytest.fixture
def dialogs(page: Page) -> list[str]:
    """What pages say in a box of the browser: nothing."""
    told: list[str] = []

    def note(dialog: Dialog) -> None:
        told.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    return told


def test_an_article_is_seen_with_its_facts_and_some_of_them_are_saved(
    page: Page, server: str, tmp_path: Path, dialogs: list[str]
) -> None:
    open_page(page, f"{server}/add")
    upload(page, saved_page(tmp_path / "saved.html", 40))
    expect(page.get_by_label("Day of publication").first).to_be_visible()
    press(page, "Find facts")
    text = page.locator(".tilik-text")
    expect(text).to_contain_text("Sebanyak 40 tentara Rusia tewas")
    expect(text).to_contain_text("window.ran=1 Tentara Korut di Rusia")
    cards = page.locator("[class*=st-key-fact-]")
    assert cards.count() == 4

    first, second = page.locator(".st-key-fact-1"), page.locator(".st-key-fact-2")
    mark, other = page.locator("mark.fact-1").first, page.locator("mark.fact-2").first
    assert len({ground(page.locator(f"mark.fact-{n}").first) for n in (1, 2, 3)}) == 3, "a colour for each kind"
    quiet = ground(mark)
    mark.hover()
    assert (framed(first), framed(second)) == (True, False)
    second.hover()
    assert (framed(first), framed(second)) == (False, True)
    assert ground(mark) == quiet
    page.locator("h1").hover()
    mark.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "fact-2"
    assert (framed(first), framed(second)) == (False, True), "what the keyboard reaches is shown as well"
    plain = ground(other)
    for _press in range(12):
        page.keyboard.press("Tab")
        if first.evaluate("card => card.contains(document.activeElement)"):
            break
    assert framed(first)
    assert ground(other) != plain
    assert ground(mark) != quiet

    first.locator("label").first.click()
    settled(page)
    expect(page.get_by_role("button", name="Save with 3 facts")).to_be_disabled()
    page.get_by_role("textbox", name="Your name").fill("Ann")
    page.keyboard.press("Enter")
    settled(page)
    press(page, "Save with 3 facts")
    expect(page.get_by_test_id("stAlert")).to_contain_text("1 article added, with 3 facts")

    page.get_by_role("link", name="Facts of this article").click()
    expect(page.locator("h1")).to_have_text("All facts")
    settled(page)
    assert sentence(page).startswith("3 of ")
    assert "1 article" in sentence(page)
    assert "article=" in page.url
    assert page.evaluate("window.ran") is None
    assert dialogs == []


def test_an_article_that_is_written_as_a_program_is_shown_as_it_is(
    page: Page, server: str, tmp_path: Path, dialogs: list[str]
) -> None:
    article = tmp_path / f"{EVIL.split('/')[0]}.txt"
    article.write_text(f"On Monday {EVIL}\n\n{ARTICLE}\n{EVIL} 44 tentara Rusia tewas.", encoding="utf-8")
    open_page(page, f"{server}/add")
    upload(page, article)
    expect(page.get_by_label("Title")).to_have_value(f"On Monday {EVIL}")
    press(page, "Find facts")
    expect(page.locator(".tilik-text")).to_contain_text(f"On Monday {EVIL}")
    expect(page.get_by_role("heading", name="window.ran=1")).to_be_visible()
    press(page, "Save with")
    expect(page.get_by_test_id("stAlert").filter(has_text="window.ran=1")).to_be_visible()
    assert page.locator("img[src=x], svg[onload]").count() == 0
    assert page.evaluate("window.ran") is None
    assert dialogs == []


def test_what_is_too_large_or_no_article_is_told_and_the_others_go_in(page: Page, server: str, tmp_path: Path) -> None:
    large, empty = tmp_path / "large.html", tmp_path / "empty.txt"
    large.touch()
    os.truncate(large, 200_000_000)
    empty.write_text(" ")
    open_page(page, f"{server}/add")
    upload(page, large, empty, saved_page(tmp_path / "one.html", 41), saved_page(tmp_path / "two.html", 42))
    expect(page.get_by_test_id("stFileUploader")).to_contain_text("File must be 100.0MB or smaller")
    expect(page.get_by_text("empty.txt is empty and holds no text")).to_be_visible()
    expect(page.get_by_role("heading", name="About the 2 articles")).to_be_visible()
    press(page, "Find facts")

    page.get_by_role("link", name="Sources", exact=True).first.click()
    settled(page)
    page.get_by_role("link", name="Add articles").first.click()
    settled(page)
    expect(page.get_by_role("heading", name="About the 2 articles")).to_be_visible()
    assert page.locator("[class*=st-key-fact-]").count() == 4, "what was read is still there"
    press(page, "Discard")
    expect(page.get_by_role("heading", name="About the article")).to_be_visible()
    expect(page.locator(".tilik-text")).to_contain_text("Sebanyak 42 tentara")
    press(page, "Discard")
    expect(page.locator("h2")).to_have_count(0)


def test_the_table_of_many_articles_is_filled_in(page: Page, server: str, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(ARTICLE.replace("700", "711"), encoding="utf-8")
    two.write_text(ARTICLE.replace("700", "712"), encoding="utf-8")
    open_page(page, f"{server}/add")
    upload(page, one, two)
    expect(page.get_by_text("(one.txt and two.txt)").first).to_be_visible()
    canvas = page.get_by_test_id("stDataFrame").locator("canvas").first
    box = canvas.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] * 0.45, box["y"] + 52)  # the title in the first row
    expect(page.locator(".gdg-input")).to_be_focused()
    page.keyboard.type("Pasukan Korut", delay=40)  # the table keeps up with a person
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    settled(page)
    press(page, "Find facts")
    expect(page.get_by_role("heading", name="Pasukan Korut")).to_be_visible()
    page.get_by_role("link", name="Sources", exact=True).first.click()
    settled(page)
    page.get_by_role("link", name="Add articles").first.click()
    settled(page)
    expect(page.get_by_role("heading", name="Pasukan Korut")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_the_article_above_its_facts(browser: Browser, server: str, tmp_path: Path, scheme: str) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme, has_touch=True)
    try:
        page = phone.new_page()
        page.set_default_timeout(20_000)
        open_page(page, f"{server}/add")
        upload(page, saved_page(tmp_path / "saved.html", 43))
        press(page, "Find facts")
        expect(page.locator(".tilik-text")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        text, cards = (page.locator(f".st-key-adding_{name}").bounding_box() for name in ("text", "cards"))
        assert text
        assert cards
        assert text["y"] + text["height"] <= cards["y"]
        assert text["height"] <= 844 * 0.71
    finally:
        phone.close()
