"""Charts: what is drawn is the data; asserted on the figure's numbers, never on pixels."""

from __future__ import annotations

from datetime import date

import plotly.graph_objects as go
import polars as pl

from dashboard.charts import Drawn, by_kind, met_matrix, pair_timeline, palette, ranges, timeline
from dashboard.charts.theme import OKABE_ITO, OTHERS
from dashboard.facts import Actor, Directory
from dashboard.transforms import argue, envelope, marks, matrix, named, pairs
from tests.transforms.frames import frame
from tests.transforms.test_meetings import frame as meetings_frame

DIRECTORY = Directory([Actor(actor_id="nis-kor", name="NIS <b>", type="organisation")])
COLOURS = palette(["nis-kor", "KOR"])


def drawn(*facts: dict[str, object]) -> Drawn:
    told = argue(frame(*facts), DIRECTORY).claims
    denials = told.filter(pl.col("lower").is_null(), pl.col("status") == "denied")
    steps = envelope(told, by=("claimant",))
    return Drawn(named(marks(told), DIRECTORY), envelope(told), steps, named(denials, DIRECTORY), date(2025, 12, 31))


def lines(figure: go.Figure) -> list[go.Scatter]:
    """The bars and dotted bars of claims: not the band, not the steps."""
    return [trace for trace in figure.data if trace.mode == "lines" and trace.line.shape != "hv"]


def points(figure: go.Figure) -> list[tuple[object, object]]:
    return [
        (x, y) for trace in figure.data if trace.customdata is not None for x, y in zip(trace.x, trace.y, strict=True)
    ]


def test_every_number_is_a_point_and_a_range_is_its_two_ends() -> None:
    figure = timeline(
        drawn(
            {"value_best": 600, "as_of": date(2025, 4, 30)},
            {"value_best": None, "value_low": 10, "value_high": 12, "qualifier": "between", "claimant": "someone"},
            {"as_of": None, "value_best": 5},
        ),
        COLOURS,
        counted="Troops",
    )
    assert sorted(y for _x, y in points(figure)) == [10, 12, 600]
    assert [list(bar.y) for bar in lines(figure)] == [[10, 12, None]]


def test_a_bound_is_drawn_open_and_never_closed() -> None:
    figure = timeline(drawn({"value_best": None, "value_low": 100, "qualifier": "at_least"}), COLOURS, counted="Troops")
    [bar] = lines(figure)
    assert bar.line.dash == "dot"
    assert list(bar.y)[:2] == [100, 106]
    [marks] = [trace for trace in figure.data if trace.customdata is not None]
    assert list(marks.marker.symbol) == ["triangle-up"]


def test_status_is_told_by_the_symbol() -> None:
    figure = timeline(drawn({"status": "planned"}, {"status": "denied", "value_best": 7}), COLOURS, counted="Troops")
    [marks] = [trace for trace in figure.data if trace.customdata is not None]
    assert sorted(marks.marker.symbol) == ["circle-open", "circle-x-open"]
    assert {"Planned", "Denied"} <= {trace.name for trace in figure.data}


def test_a_claimant_keeps_its_colour_and_the_rest_are_grey() -> None:
    figure = timeline(drawn({}, {"claimant": "x"}, {"claimant": "y"}), COLOURS, counted="Troops")
    colours = {trace.name: trace.marker.color for trace in figure.data if trace.customdata is not None}
    assert colours == {"NIS <b>": OKABE_ITO[0], "Other claimants": OTHERS}
    assert palette(list("abcdefgh"))["h"] == OTHERS


def test_what_a_source_says_is_escaped() -> None:
    figure = timeline(drawn({"summary": "<script>alert(1)</script>"}), COLOURS, counted="Troops")
    said = next(trace.hovertext[0] for trace in figure.data if trace.customdata is not None)
    assert "<script>" not in said
    assert "NIS &lt;b&gt;" in said


def test_a_time_axis_ends_at_the_filters_dates() -> None:
    dates = (date(2024, 10, 1), date(2025, 9, 30))
    figure = timeline(drawn({}), COLOURS, counted="Troops", dates=dates)
    assert tuple(figure.layout.xaxis.range) == ("2024-10-01", "2025-09-30")


def test_axes_have_titles_with_units() -> None:
    figure = timeline(drawn({}), COLOURS, counted="Troops")
    assert figure.layout.yaxis.title.text == "Troops"
    assert figure.layout.xaxis.title.text


def test_the_latest_figures_stand_in_order_each_with_its_words() -> None:
    claims = frame({"value_best": 2000, "qualifier": "about"}, {"claimant": "KOR", "value_best": 600})
    figure = ranges(named(argue(claims, DIRECTORY).figures, DIRECTORY), COLOURS, counted="Troops")
    assert list(figure.layout.yaxis.categoryarray) == ["KOR", "NIS <b>"]
    [words] = [trace for trace in figure.data if trace.mode == "text"]
    assert list(words.text) == [
        "KOR · <b>600</b> · 30 Apr 2025<br> ",
        "NIS &lt;b&gt; · <b>≈ 2,000</b> · 30 Apr 2025<br> ",
    ]


def test_an_empty_frame_makes_an_empty_chart() -> None:
    nothing = drawn({"as_of": None})
    assert points(timeline(nothing, COLOURS, counted="Troops")) == []
    assert points(timeline(nothing, COLOURS, counted="Troops", log=True)) == []


REVISED = (
    {"as_of": date(2025, 4, 30), "value_best": 600},
    {"as_of": date(2025, 9, 2), "value_best": 2000},
    {"as_of": date(2025, 11, 4), "value_best": 600},
    {"as_of": date(2025, 6, 1), "value_best": 100, "claimant": "KOR"},
)


def test_revisions_are_joined_as_steps_and_the_band_holds_what_is_in_force() -> None:
    figure = timeline(drawn(*REVISED), COLOURS, counted="Troops")
    low, high, *steps = [trace for trace in figure.data if trace.mode == "lines" and trace.line.shape == "hv"]
    days = [date(2025, 4, 30), date(2025, 6, 1), date(2025, 9, 2), date(2025, 12, 31)]
    assert [list(low.x), list(low.y), list(high.y)] == [days, [600, 100, 100, 100], [600, 600, 2000, 2000]]
    assert [(list(step.x), list(step.y)) for step in steps] == [
        ([date(2025, 4, 30), date(2025, 9, 2), None], [600, 2000, None]),
        ([date(2025, 6, 1), None], [100, None]),
    ]
    [note] = figure.layout.annotations
    assert note.text == "100–2,000"


def test_a_stale_repeat_has_a_mark_of_its_own_and_is_explained() -> None:
    figure = timeline(drawn(*REVISED), COLOURS, counted="Troops")
    [own] = [trace for trace in figure.data if trace.customdata is not None and trace.name == "NIS <b>"]
    assert dict(zip([row[0] for row in own.customdata], own.marker.symbol, strict=True)) == {
        "f0": "circle",
        "f1": "circle",
        "f2": "diamond-open",
    }
    assert "Stale repeat" in {trace.name for trace in figure.data}
    assert "Stale repeat" in own.hovertext[2]


def test_a_denial_without_a_number_stands_above_all_numbers() -> None:
    denial = {"status": "denied", "assertion": "denies", "value_best": None, "qualifier": ""}
    figure = timeline(drawn({}, denial), COLOURS, counted="Troops")
    [mark] = [trace for trace in figure.data if trace.customdata is not None and trace.legendgroup == "denied"]
    assert list(mark.y) == [648]
    assert mark.marker.symbol == "circle-x-open"
    assert "Denied" in {trace.name for trace in figure.data}


def test_a_logarithmic_axis_draws_what_it_can() -> None:
    figure = timeline(drawn({}, {"value_best": 0, "claimant": "KOR"}), COLOURS, counted="Troops", log=True)
    assert figure.layout.yaxis.type == "log"
    assert [y for _x, y in points(figure)] == [600]


def test_prints_of_one_figure_are_one_mark_that_names_them() -> None:
    figure = timeline(drawn({}, {"relayed_via": "yonhap"}), COLOURS, counted="Troops")
    [mark] = [trace for trace in figure.data if trace.customdata is not None]
    assert mark.customdata[0] == ["f0"]
    assert "2 prints, among them Paper 0 and Paper 1" in mark.hovertext[0]


def test_activity_adds_up() -> None:
    counts = pl.DataFrame(
        {
            "month": [date(2025, 1, 1)] * 2 + [date(2025, 2, 1)],
            "kind": ["casualty", "meeting", "meeting"],
            "facts": [3, 2, 5],
        }
    )
    figure = by_kind(counts, when="Month")
    assert sum(sum(trace.y) for trace in figure.data) == 10
    assert [trace.name for trace in figure.data] == ["Casualties", "Meetings"]


def test_meetings_stand_on_the_line_of_their_pair_by_status() -> None:
    meetings = meetings_frame([(["a", "b"], "occurred", date(2025, 9, 3)), (["a", "b"], "planned", date(2025, 9, 4))])
    extra = {name: pl.lit("") for name in ("date_precision", "location", "country", "claimant", "evidence", "summary")}
    lines = named(pairs(meetings.with_columns(**extra)), DIRECTORY).with_columns(
        day="date_start", pair_name=pl.lit("A – B"), source_publisher=pl.lit("")
    )
    figure = pair_timeline(lines, ["A – B"])
    assert {trace.name: (list(trace.x), list(trace.y), trace.marker.symbol) for trace in figure.data} == {
        "Occurred": ([date(2025, 9, 3)], ["A – B"], "circle"),
        "Planned": ([date(2025, 9, 4)], ["A – B"], "circle-open"),
    }


def test_the_matrix_tells_held_and_ahead() -> None:
    meetings = meetings_frame(
        [(["a", "b"], "occurred", None), (["a", "b"], "proposed", None), (["b", "c"], "planned", None)]
    )
    figure = met_matrix(matrix(meetings, 5), {"a": "A", "b": "B", "c": "C"})
    [heat] = figure.data
    assert [list(row) for row in heat.text] == [["", "1", ""], ["1", "", "+1"], ["", "+1", ""]]
    assert heat.customdata[0][1] == "1 held, 1 planned or proposed"
