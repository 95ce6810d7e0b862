"""The argument on the pages: what stands now, by which rule, what was known when, what is stale or told otherwise."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dashboard.transforms import RULES
from tests.views.conftest import PAGES, Open, figures, sentence, shown

KILLED = {"casualty_question": "North Korea: troops killed (cumulative)"}


def test_the_page_says_in_words_what_stands_now_with_its_rule(open_page: Open) -> None:
    app = open_page("casualty", **KILLED)
    said = next(each.value for each in app.markdown if "figures in force" in each.value)
    assert said.startswith("14 claimants, 7 independent voices; figures in force **20–6,000 or more**.")
    assert "Median of latest: **350–600**." in said
    assert "The widest gap: **≈ 40** (South Korean media \\(unnamed\\), 5 Nov 2024)" in said
    assert "4 claims repeat figures" in said
    standing = app.dataframe[0].value.set_index("claimant")
    nis = standing.loc["National Intelligence Service (South Korea)"]
    assert nis["figure"] == "≈ 2,000 / > 2,000 / ≥ 2,000"
    assert nis["revised"] == "≈ 600 · 1 May 2025"
    assert nis["independent"] == "Yes"
    assert standing.loc["Joint Chiefs of Staff (South Korea)"]["independent"] == (
        "With National Intelligence Service (South Korea)"
    )
    repeats = app.dataframe[1].value
    assert (repeats["standing"] == "Stale repeat: ≈ 2,000 since 1 Sep 2025").sum() == 4


@pytest.mark.parametrize("name", RULES)
def test_each_rule_can_be_chosen_by_link(open_page: Open, name: str) -> None:
    rule = RULES[name]
    app = open_page("casualty", rule=rule.label, **KILLED)
    assert not app.exception
    assert app.metric[0].label == rule.label
    assert app.metric[0].value
    assert open_page(rule=rule.label).metric[0].help.startswith(rule.label)


DATES = re.compile(r"\b20\d\d-\d\d-\d\d")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_later_leaks_into_a_replayed_page(open_page: Open, page: str) -> None:
    day = date(2024, 12, 31)
    app = open_page(page, known=day.isoformat())
    assert not app.exception
    assert "as known on 31 Dec 2024" in sentence(app)
    assert 0 < shown(app) < shown(open_page(page))
    for table in app.dataframe:
        for name in {"as_of", "stated", "published", "newest"} & set(table.value.columns):
            days = table.value[name].dropna()
            if page == "sources":  # what was stated by then may have been printed later: known_by=Published tells
                continue
            assert all(str(each)[:10] <= day.isoformat() for each in days), name
    for chart in figures(app) if page in ("deployment", "casualty") else []:
        drawn = [x for trace in chart["data"] for x in trace.get("x", []) if isinstance(x, str) and DATES.match(x)]
        assert all(x[:10] <= day.isoformat() for x in drawn)


def test_a_replay_by_publication_knows_no_later_print(open_page: Open) -> None:
    app = open_page("sources", known="2024-12-31", known_by="Published")
    published = app.dataframe[1].value["published"].dropna()
    assert len(published)
    assert all(str(each)[:10] <= "2024-12-31" for each in published)


def test_a_replay_before_everything_is_told_with_the_way_out(open_page: Open) -> None:
    app = open_page("casualty", known="1950-01-01")
    assert not app.exception
    assert shown(app) == 0
    assert "the day of knowledge" in app.info[0].value


def test_the_replay_slider_moves_the_day_in_the_filters(open_page: Open) -> None:
    app = open_page("casualty")
    app.slider(key="replay_slider").set_value(date(2025, 4, 15)).run()
    assert not app.exception
    assert "as known on 15 Apr 2025" in sentence(app)
    assert app.date_input(key="known").value == date(2025, 4, 15)
    app.slider(key="replay_slider").set_value(date(2026, 5, 27)).run()
    assert "as known on" not in sentence(app)


def test_figures_of_single_events_are_not_read_as_one_answer(open_page: Open) -> None:
    app = open_page("casualty", casualty_question="North Korea: troops killed or wounded (single event)")
    assert not app.exception
    assert not app.metric
    assert any("stands for itself" in each.value for each in app.caption)


def test_what_stands_out_is_told_with_links(open_page: Open) -> None:
    app = open_page()
    told = [link.proto.label for link in app.get("page_link")]
    assert "Casualties: 9 claims repeat figures after the claimant had revised them, most on **North Korea" in next(
        each for each in told if each.startswith("Casualties: ")
    )
    assert any(each.endswith("meetings with more than one report are told differently.") for each in told)
    assert any("revised **" in each for each in told)


def test_a_fact_tells_what_became_of_its_figure(open_page: Open) -> None:
    app = open_page("facts", fact="cas-0113")
    assert any(each.value == "**Stale repeat\\: ≈ 2,000 since 1 Sep 2025**" for each in app.markdown)
    assert any("77 claims on the same question" in link.proto.label for link in app.get("page_link"))


def test_a_link_opens_the_reports_of_one_meeting(open_page: Open) -> None:
    app = open_page("meeting", event="met-0003")
    assert any(each.value == "6 reports, told differently: day." for each in app.markdown)
    assert "There is no meeting “nothing”" in open_page("meeting", event="nothing").warning[0].value


def test_the_method_page_explains_every_rule(open_page: Open) -> None:
    app = open_page("method")
    assert not app.exception
    assert app.title[0].value == "Method"
    told = " ".join(each.value for each in app.markdown)
    assert "Stale repeat" in " ".join(each.value for each in app.subheader)
    assert "never a confidence interval" in told
    assert all(rule.label in str(app.table[0].value) for rule in RULES.values())
