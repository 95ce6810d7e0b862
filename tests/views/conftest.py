"""The dashboard under AppTest, on the shipped facts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.views.pages import page_specs
from tests.conftest import APP

Open = Callable[..., AppTest]
PAGES = [spec.name for spec in page_specs() if spec.replays]


def sentence(app: AppTest) -> str:
    """The sentence of what is shown."""
    return next(each.value for each in app.markdown if " of " in each.value and "fact" in each.value)


def shown(app: AppTest) -> int:
    return int(sentence(app).split(" of ")[0].replace(",", ""))


def figures(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


@pytest.fixture(scope="session", autouse=True)
def components() -> Iterator[None]:
    """Let Streamlit look for components in the installed packages once, not anew for every page: it takes a second."""
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture
def open_page(shipped_database: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return a function that opens a page by its name in the address, with address parameters."""
    monkeypatch.setenv("TILIK_DATABASE", str(shipped_database))

    def opened(name: str = "overview", database: Path | None = None, **parameters: str | list[str]) -> AppTest:
        if database:
            monkeypatch.setenv("TILIK_DATABASE", str(database))
        app = AppTest.from_file(str(APP), default_timeout=30)
        # switch_page() takes files only; a page that is a function is known by the hash of its name in the address.
        app._page_hash = calc_hash(name)
        for key, value in parameters.items():
            app.query_params[key] = value
        return app.run()

    return opened
