"""What only a browser can show: filters reach the address, the address another visitor, and the file is the page."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, expect

from tests.browser.conftest import PATIENCE

SENTENCE = re.compile(r"^[\d,]+ of [\d,]+ facts")


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    settled(page)


def settled(page: Page) -> None:
    """Wait until Streamlit has nothing left to do and has put away what the run before it left."""
    page.wait_for_timeout(300)  # what is typed goes to the server a moment later
    # The running sign comes up half a second after a run begins, so its absence tells nothing.
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_attached()
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def sentence(page: Page) -> str:
    return page.get_by_text(SENTENCE).first.inner_text()


def shown(page: Page) -> int:
    return int(sentence(page).split(" of ")[0].replace(",", ""))


def download(page: Page, tmp_path: Path) -> tuple[str, list[dict[str, str]]]:
    with page.expect_download() as started:
        page.get_by_role("button", name="Download CSV").click()
    path = tmp_path / "download.csv"
    started.value.save_as(path)
    content = path.read_bytes().decode("utf-8-sig")
    return started.value.suggested_filename, list(csv.DictReader(io.StringIO(content, newline="")))


def choose_actor(page: Page, typed: str, label: str) -> None:
    field = page.get_by_role("combobox", name="Actor")
    field.click()
    field.fill(typed)
    page.get_by_role("option", name=re.compile(rf"^{label} \(")).first.click()
    page.keyboard.press("Escape")
    settled(page)


def set_day(page: Page, label: str, day: str) -> None:
    group = page.locator(".stDateInput", has=page.get_by_text(label, exact=True))
    group.locator("[role=spinbutton], input").first.click()
    page.keyboard.type(day.replace("-", ""))
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    settled(page)


def test_an_analyst_filters_by_actor_and_date_shares_the_link_and_downloads_the_page(
    page: Page, browser: Browser, server: str, tmp_path: Path
) -> None:
    open_page(page, server)
    everything = shown(page)
    choose_actor(page, "Korut", "North Korea")
    assert "North Korea" in sentence(page)
    by_actor = shown(page)
    assert 0 < by_actor < everything

    set_day(page, "From", "2024-10-01")
    set_day(page, "To", "2025-09-30")
    assert "1 Oct 2024 – 30 Sep 2025" in sentence(page)
    by_date = shown(page)
    assert 0 < by_date < by_actor

    parameters = parse_qs(urlsplit(page.url).query)
    assert parameters["from"] == ["2024-10-01"]
    assert parameters["to"] == ["2025-09-30"]
    assert parameters["actor"][0].startswith("North Korea")

    page.get_by_role("link", name="Casualties").first.click()
    expect(page.locator("h1")).to_contain_text("North Korea")
    settled(page)
    assert "1 Oct 2024 – 30 Sep 2025" in sentence(page), "filters hold from page to page"
    here = (page.locator("h1").inner_text(), sentence(page))
    name, rows = download(page, tmp_path)
    assert len(rows) == shown(page)
    assert {row["actor"] for row in rows} == {"PRK"}
    assert all("2024-10-01" <= row["as_of"] <= "2025-09-30" for row in rows if row["as_of"])
    assert name.startswith("tilik-casualties-north-korea-from-2024-10-01-to-2025-09-30")

    elsewhere = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        visitor = elsewhere.new_page()
        open_page(visitor, page.url)
        assert (visitor.locator("h1").inner_text(), sentence(visitor)) == here
    finally:
        elsewhere.close()

    page.get_by_role("button", name="Reset filters").click()
    settled(page)
    assert urlsplit(page.url).query == ""


def test_the_chart_follows_the_filter(page: Page, server: str) -> None:
    open_page(page, f"{server}/casualty?actor=PRK")
    points = page.locator(".stPlotlyChart").first.locator(".scatterlayer .trace.scatter .points path")
    expect(points.first).to_be_visible()
    all_points = points.count()
    open_page(page, f"{server}/casualty?actor=PRK&from=2025-09-01&to=2025-09-30&undated=false")
    expect(points.first).to_be_visible()
    assert 0 < points.count() < all_points


def test_an_earlier_day_is_replayed_shared_and_downloaded(
    page: Page, browser: Browser, server: str, tmp_path: Path
) -> None:
    open_page(page, f"{server}/casualty?casualty_question=North+Korea%3A+troops+killed+%28cumulative%29")
    today = shown(page)
    slider = page.get_by_role("slider", name="As known on")
    slider.focus()
    for _press in range(3):
        page.keyboard.press("ArrowLeft")
    expect(page.get_by_text(SENTENCE).first).to_contain_text("as known on 24 May 2026")
    settled(page)
    open_page(page, f"{page.url.split('&known')[0]}&known=2025-04-15&rule=Minimum+confirmed")
    expect(page.get_by_text(SENTENCE).first).to_contain_text("as known on 15 Apr 2025")
    assert 0 < shown(page) < today
    assert page.get_by_test_id("stMetricValue").first.inner_text() == "≥ 1,100"
    name, rows = download(page, tmp_path)
    assert "known-2025-04-15-stated-minimum-confirmed" in name
    assert len(rows) == shown(page)
    assert max(row["as_of"] for row in rows) <= "2025-04-15"
    assert {(row["rule"], row["rule_low"], row["known_on"]) for row in rows} == {("confirmed", "1100", "2025-04-15")}

    page.get_by_role("link", name="Deployments").first.click()
    expect(page.locator("h1")).to_contain_text("troops")
    settled(page)
    assert "as known on 15 Apr 2025" in sentence(page), "the day holds from page to page"
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_text("as known on 15 Apr 2025")).to_have_count(0)
    page.get_by_role("button", name="Pause").click()
    settled(page)
    stopped = parse_qs(urlsplit(page.url).query)["known"]
    assert stopped > ["2025-04-15"]


def test_a_click_on_a_row_of_what_stands_now_opens_the_claim(page: Page, server: str) -> None:
    open_page(page, f"{server}/casualty")
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    settled(page)
    dialog = page.get_by_role("dialog")
    for _attempt in range(4):  # what is drawn late above moves the table away from the pointer
        settled(page)
        table.scroll_into_view_if_needed()
        box = None
        while box != (now := table.bounding_box()):  # still moving
            box = now
            page.wait_for_timeout(300)
        assert box
        page.mouse.click(box["x"] + 15, box["y"] + 35 + 17)
        with suppress(TimeoutError):
            dialog.wait_for(timeout=PATIENCE / 2)
            break
    expect(dialog).to_contain_text("claims on the same question")


def test_a_short_address_typed_by_hand_works(page: Page, server: str) -> None:
    open_page(page, f"{server}/facts?actor=Korut&status=Denied")
    assert "North Korea" in sentence(page)
    assert "Denied" in sentence(page)


def test_a_click_on_a_point_opens_the_fact_and_its_link_opens_it_elsewhere(
    page: Page, context: BrowserContext, server: str
) -> None:
    open_page(page, f"{server}/deployment")
    chart = page.locator(".stPlotlyChart").first
    points = chart.locator(".scatterlayer .trace.scatter .points path")
    expect(points.first).to_be_visible()
    points.nth(points.count() // 2).click(force=True)
    drawer = page.get_by_role("dialog")
    expect(drawer).to_be_visible()
    expect(drawer).to_contain_text("North Korea")
    expect(drawer.get_by_role("link", name="Open the source")).to_be_visible()
    link = drawer.get_by_role("link", name="Link to this fact").get_attribute("href")
    assert link
    assert "fact=" in link
    visitor = context.new_page()
    open_page(visitor, f"{server}/{link.lstrip('/')}" if not link.startswith("http") else link)
    expect(visitor.get_by_role("dialog")).to_contain_text("North Korea")
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)


@pytest.mark.parametrize("path", ["", "deployment", "casualty", "meeting", "facts", "sources", "method"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_asks_another_host_or_is_wider_than_a_phone(
    browser: Browser, server: str, path: str, scheme: str
) -> None:
    phone = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
    try:
        page = phone.new_page()
        hosts: set[str] = set()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        open_page(page, f"{server}/{path}")
        page.wait_for_timeout(500)
        assert hosts - {""} == {urlsplit(server).netloc}
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        dark = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", dark)[:3])) < 200) == (scheme == "dark")
    finally:
        phone.close()


def test_a_facts_page_can_be_reached_by_keyboard_alone(page: Page, server: str) -> None:
    open_page(page, server)
    for _press in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.innerText || ''")
        if focused.strip().endswith("Facts"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("All facts")
