"""The interface's words: all of them are in the template, and another language reaches every one of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import wording
from dashboard.wording.catalogue import TEMPLATE, template


def test_the_template_is_up_to_date() -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == template(), "run python -m dashboard.wording.catalogue"


def test_a_language_without_a_catalogue_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    token = wording._language.set("id")
    try:
        assert wording._("Facts") == "Facts"
        assert wording.number(13000) == "13.000"
        assert wording.day(date(2025, 8, 2)) == "2 Agu 2025"
    finally:
        wording._language.reset(token)


NUMBERS = st.none() | st.integers(0, 10**10)


@given(low=NUMBERS, best=NUMBERS, high=NUMBERS, words=st.text())
def test_any_figure_can_be_written(low: int | None, best: int | None, high: int | None, words: str) -> None:
    written = wording.figure(low, best, high, words)
    assert written
    assert (written == wording.NOTHING) == (low is best is high is None)
