"""A real dashboard on a free port and Debian's Chromium, headless."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 20_000  # milliseconds that a page may take on a busy machine
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the dashboard on the shipped facts; yield its address."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with serving(tmp_path_factory.mktemp("browser") / "t.duckdb", log) as address:
        yield address


@contextmanager
def serving(database: Path, log: Path) -> Iterator[str]:
    """Start the dashboard as ``python -m dashboard serve`` does; yield its address, and look for errors at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "dashboard", "serve", f"--port={port}", "--address=127.0.0.1"],
            env=os.environ | {"TILIK_DATABASE": str(database)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(address, process, log)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:  # Streamlit waits for a page that is still being drawn on a busy machine
                process.kill()
                process.wait(timeout=30)
    problems = re.findall(r"Traceback|Exception", log.read_text())
    assert not problems, log.read_text()


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _attempt in range(300):
        assert process.poll() is None, log.read_text()
        try:
            with urlopen(f"{address}/_stcore/health"):
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"the dashboard did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; where there is none the browser journeys cannot be made."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: install it with 'apt-get install chromium'")
        pytest.skip("no Chromium on this machine: install it to run the browser journeys")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh visitor on a laptop's screen."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh tab."""
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    return opened
