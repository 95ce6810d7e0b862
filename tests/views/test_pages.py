"""Every page: opens, says what is shown, follows the filters, offers the way out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.charts.theme import symbol
from dashboard.facts import KINDS, Actor, Column, Document, Kind
from dashboard.facts.shipped import Shipped
from dashboard.store import add_document, open_store
from tests.conftest import make_fact
from tests.views.conftest import PAGES, Open, figures, sentence, shown


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_and_says_what_is_shown(open_page: Open, page: str) -> None:
    app = open_page(page)
    assert not app.exception
    assert not app.error
    assert not app.warning
    assert app.title[0].value
    assert shown(app) > 0
    assert app.dataframe


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_and_table_has_a_name_for_screen_readers(open_page: Open, page: str) -> None:
    app = open_page(page)
    assert all(chart.proto.alt for chart in app.get("plotly_chart"))
    assert all(table.proto.alt for table in app.dataframe)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_found_is_told_with_the_way_out(open_page: Open, page: str) -> None:
    app = open_page(page, **{"from": "1950-01-01", "to": "1950-01-02", "undated": "false"})
    assert not app.exception
    assert shown(app) == 0
    assert "Filters set: dates" in app.info[0].value
    app.button(key="reset").click().run()
    assert not app.exception
    assert shown(app) > 0


def test_the_overview_answers_how_many_who_and_since_when(open_page: Open) -> None:
    app = open_page()
    card = app.metric[0]
    assert card.label == "North Korea: troops sent in support of Russia (cumulative)"
    assert "–" in card.value
    told = app.caption[0].value
    assert "claimants" in told
    assert "independent voices" in told
    assert "since" in told
    assert "The widest gap: **" in told


def test_an_actor_is_found_by_any_name_and_brings_its_people(open_page: Open, shipped: Shipped) -> None:
    by_alias = open_page("facts", actor="Korut")
    by_id = open_page("facts", actor="PRK")
    assert "North Korea" in sentence(by_alias)
    assert shown(by_alias) == shown(by_id) < len(shipped.facts)
    claims = set(by_id.dataframe[0].value["claim"])
    assert any("Kim Jong Un" in claim for claim in claims)


def test_an_unknown_actor_is_told_and_filters_nothing(open_page: Open, shipped: Shipped) -> None:
    app = open_page("facts", actor=["Atlantis", "RUS"])
    assert "No actor is called Atlantis" in app.warning[0].value
    assert "Russia" in sentence(app)
    assert shown(open_page("facts", actor="<b>x</b>")) == len(shipped.facts)


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"from": "soon"}, "days are written like"),
        ({"kind": "Sanctions"}, "The link asks for Sanctions"),
        ({"status": "Perhaps"}, "The link asks for Perhaps"),
        ({"source": "Nobody's Paper"}, "The link asks for Nobody's Paper"),
        ({"page": "casualty", "casualty_question": "Atlantis: killed"}, "The link asks for Atlantis: killed"),
    ],
)
def test_what_a_link_gets_wrong_is_told(open_page: Open, parameters: dict[str, str], told: str) -> None:
    app = open_page(parameters.get("page", "facts"), **parameters)
    assert not app.exception
    assert told in app.warning[0].value


def test_reversed_dates_are_told(open_page: Open) -> None:
    app = open_page("facts", **{"from": "2025-09-02", "to": "2025-04-30"})
    assert "ends on 30 Apr 2025, before it begins on 2 Sep 2025" in app.error[0].value


def test_dates_filter_by_the_day_stated_or_happened(open_page: Open) -> None:
    dates = {"from": "2024-10-01", "to": "2024-12-31"}
    stated = open_page("facts", undated="false", **dates)
    days = stated.dataframe[0].value["as_of"].dropna()
    assert days.min().date() >= date(2024, 10, 1)
    assert days.max().date() <= date(2024, 12, 31)
    happened = open_page("facts", undated="false", by="As it happened", **dates)
    assert shown(happened) != shown(stated)


def test_undated_facts_are_kept_until_told_otherwise(open_page: Open) -> None:
    dates = {"from": "2024-10-01", "to": "2024-12-31"}
    kept = open_page("facts", **dates)
    count = int(kept.toggle(key="undated").label.split()[1].replace(",", ""))
    assert count > 0
    kept.toggle(key="undated").set_value(False).run()
    assert shown(kept) == shown(open_page("facts", undated="false", **dates))
    assert shown(open_page("facts", **dates)) - shown(kept) == count


def test_planned_figures_stand_on_no_axis_with_reported_ones(open_page: Open) -> None:
    app = open_page("deployment")
    options = app.selectbox(key="deployment_question").options
    assert any(option.endswith(", planned") for option in options)
    [timeline, _ranges] = figures(app)
    symbols: set[str] = set()
    for trace in timeline["data"]:
        if trace.get("customdata"):
            given = trace["marker"]["symbol"]
            symbols |= {given} if isinstance(given, str) else set(given)
    assert symbols
    assert symbols.isdisjoint(
        {symbol(status, bound) for status in ("planned", "proposed") for bound in ("", "up", "down")}
    )


def test_another_question_shows_its_own_claims_alone(open_page: Open) -> None:
    app = open_page("casualty")
    app.selectbox(key="casualty_question").select_index(1).run()
    chosen = app.selectbox(key="casualty_question").value
    assert not app.exception
    wanted = {app.title[0].value}
    assert wanted == set(app.dataframe[-1].value["claim"])
    assert shown(app) == len(app.dataframe[-1].value)
    assert chosen


def test_points_of_the_timeline_are_the_dated_figures_of_the_table(open_page: Open) -> None:
    app = open_page("casualty")
    table = app.dataframe[-1].value
    dated = table[table["as_of"].notna()]
    [timeline, _ranges] = figures(app)
    hovers = {
        each[0]: text
        for trace in timeline["data"]
        if trace.get("customdata")
        for each, text in zip(trace["customdata"], trace["hovertext"], strict=True)
    }
    prints = [int(found[1]) if (found := re.search(r"(\d+) prints", text)) else 1 for text in hovers.values()]
    assert sum(prints) == len(dated)


def test_meetings_tell_held_from_planned(open_page: Open) -> None:
    app = open_page("meeting")
    counts = {metric.label: int(metric.value) for metric in app.metric}
    status = app.dataframe[-1].value["status"].value_counts()
    assert 0 < counts["Reported as held"] < status["Occurred"], "reports of one meeting are joined"
    assert 0 < counts["Planned or proposed"] < status["Planned"] + status["Proposed"]
    several = app.dataframe[0].value
    told = re.match(r"(\d+) meetings from (\d+) claims", app.caption[0].value)
    assert told
    assert int(told[2]) - int(told[1]) == (several["reports"] - 1).sum()
    names = {trace["name"] for trace in figures(app)[0]["data"]}
    assert names == {"Occurred", "Planned", "Proposed", "Denied"}


def test_words_are_searched_on_the_facts_page(open_page: Open) -> None:
    app = open_page("facts", words="Kumsusan")
    assert 0 < shown(app) < 20
    assert "“Kumsusan”" in sentence(app)


def test_a_link_opens_one_fact_with_its_source(open_page: Open) -> None:
    app = open_page("facts", fact="dep-0001")
    told = " ".join(each.value for each in app.markdown)
    assert "Dmitry Peskov" in told
    assert app.get("link_button")[0].proto.url.startswith("https://")


def test_a_link_to_a_fact_that_is_not_there_is_told(open_page: Open) -> None:
    assert "There is no fact “nothing”" in open_page("facts", fact="nothing").warning[0].value


def test_sources_count_every_fact_once(open_page: Open, shipped: Shipped) -> None:
    app = open_page("sources")
    assert app.dataframe[0].value["facts"].sum() == len(shipped.facts) == app.dataframe[1].value["facts"].sum()


def test_a_damaged_database_is_told_on_the_page(open_page: Open, tmp_path: Path) -> None:
    broken = tmp_path / "broken.duckdb"
    broken.write_text("not a database at all, but long enough to be read as one\n" * 100)
    app = open_page(database=broken)
    assert not app.exception
    assert "is not a database" in app.error[0].value


def test_what_an_article_says_is_never_run(open_page: Open, own_database: Path) -> None:
    nasty = "<script>alert(1)</script> [link](javascript:alert(1)) :red[x] $x$ *y*"
    text = f"Before. {nasty} After."
    fact = make_fact(
        fact_id="nasty", evidence=nasty, evidence_start=8, evidence_end=8 + len(nasty), document_id="d", location=nasty
    )
    with open_store(own_database) as connection:
        add_document(
            connection, Document(document_id="d", publisher=nasty, text=text, url="javascript:alert(1)"), [fact]
        )
    app = open_page("facts", database=own_database, fact="nasty")
    assert not app.exception
    assert not app.get("link_button")
    [words] = [each.value for each in app.markdown if "Before" in each.value]
    assert "\\<script\\>" in words
    assert "\\[link\\]\\(javascript\\:" in words


@pytest.mark.parametrize("rows", [10_000])
def test_ten_thousand_rows_are_shown(open_page: Open, own_database: Path, rows: int) -> None:
    facts = [
        make_fact(fact_id=f"f{n}", value_best=n, claimant=f"claimant-{n % 300}", document_id="d") for n in range(rows)
    ]
    with open_store(own_database) as connection:
        add_document(connection, Document(document_id="d", publisher="P" * 200, text="x"), facts)
    for page in ("overview", "casualty", "facts"):
        app = open_page(page, database=own_database, source="P" * 200)
        assert not app.exception
        assert shown(app) == rows


def test_a_new_kind_is_one_declaration(open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A toy kind, declared here alone, is stored, has a page, is exported and is in the dictionary."""
    toy = Kind(
        name="arms_transfer",
        label="Arms transfer",
        plural="Arms transfers",
        meaning="Weapons handed over",
        title="{actor}: {weapon} for {supported}",
        shape="quantity",
        key=("actor", "supported", "weapon", "value_best"),
        columns=("actor", "supported", "value_low", "value_best", "value_high", "qualifier", "measure"),
        required=("actor", "weapon"),
        own=(Column("weapon", "text", "Weapon", "What is handed over"),),
        comparable=("actor", "supported", "weapon", "measure"),
    )
    monkeypatch.setitem(KINDS, toy.name, toy)
    path = tmp_path / "t.duckdb"
    fact = make_fact(
        fact_id="arms-1", kind=toy.name, supported="RUS", outcome="", unit="", value_best=28000,
        details={"weapon": "containers of shells"},
    )  # fmt: skip
    with open_store(path) as connection:
        add_document(connection, Document(document_id="doc", publisher="The Paper", text="x"), [fact])
    app = open_page(toy.name, database=path)
    assert not app.exception
    assert app.title[0].value == "North Korea: containers of shells for Russia"
    assert app.metric[0].value == "28,000"

    from dashboard.exports import data_dictionary, export
    from dashboard.store import Filters
    from dashboard.store.queries import claims

    with open_store(path) as connection:
        content = export(claims(connection, Filters(kinds=(toy.name,))), "csv").decode("utf-8-sig")
    header, row = content.splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True))["weapon"] == "containers of shells"
    assert "| `weapon` | text | arms_transfer |" in data_dictionary()


def test_a_long_name_of_an_actor_is_found_by_its_label(open_page: Open) -> None:
    from dashboard.facts import Directory
    from dashboard.views.sidebar import actor_label, resolve

    directory = Directory(
        [
            Actor(
                actor_id="PRK",
                name="North Korea",
                type="state",
                aliases={"en": ("DPRK",), "id": ("Korut", "Korea Utara")},
            )
        ]
    )
    label = actor_label(directory, "PRK")
    assert label == "North Korea (PRK, DPRK, Korut, Korea Utara)"
    assert resolve(directory, label) == resolve(directory, "korea utara") == "PRK"
    assert resolve(directory, "Atlantis (PRK)") is None
