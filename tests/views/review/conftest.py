"""The Review page with an article of three facts that wait."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.views.conftest import Open
from tests.views.reviewing import named, with_article


@pytest.fixture
def path(own_database: Path) -> Path:
    return with_article(own_database)


@pytest.fixture
def app(open_page: Open, path: Path) -> AppTest:
    return named(open_page("review", database=path))
