"""What all pages are made of: the head, tables that open facts, charts that open facts, downloads, the empty state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboard.charts import CONFIG, shown_figure
from dashboard.exports import FORMATS, export, file_name
from dashboard.facts import KINDS, fact_columns, words
from dashboard.facts.kinds import VALUES
from dashboard.transforms import Argument
from dashboard.wording import NOTHING, _, ngettext, number, span
from dashboard.wording.titles import title

from .context import Context
from .fact import open_from_selection, show_opened
from .question import standing_text
from .sidebar import reset

ROWS_SHOWN = 10_000  # of a table; all are in the download
ROW, TALL = 35, 420  # pixels of a table's row, and of a table that scrolls


def head(context: Context, heading: str, shown: int, newest: date | None) -> None:
    """Draw the title, the sentence of what is shown and the reset; open a fact that was asked for.

    ``shown`` is the number of facts on the page, ``newest`` the day of the newest among them.
    """
    st.title(heading, anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(context.sentence(shown, newest), width="content")
        if context.is_filtered():
            st.button(
                _("Reset filters"), type="tertiary", icon=":material/filter_alt_off:", on_click=reset, key="reset"
            )
    show_opened(context)


def newest(claims: pl.DataFrame) -> date | None:
    """Return the newest day for which a claim was stated; ``None`` where none has one."""
    found: date | None = claims.get_column("as_of").max()  # type: ignore[assignment]
    return found


def empty(context: Context, what: str) -> None:
    """Say that nothing is shown, why, and the way out."""
    filters = context.filters
    set_filters = [
        label
        for label, value in (
            (_("actor"), filters.actors),
            (_("kind"), context.chosen_kinds()),
            (_("dates"), filters.date_from or filters.date_to),
            (_("claimant"), filters.claimants),
            (_("status"), filters.statuses),
            (_("source"), filters.publishers),
            (_("article"), filters.documents),
            (_("grades"), filters.reliability or filters.credibility),
            (_("review"), filters.reviews),
            (_("words"), filters.words),
            (_("the day of knowledge"), filters.known_on),
        )
        if value
    ]
    hint = _("Filters set: {names}. Widen or reset them.").format(names=", ".join(set_filters)) if set_filters else ""
    st.info(hint or _("Add an article, or a row in data/."), title=what, icon=":material/search_off:")


def chart(context: Context, figure: go.Figure, *, key: str, alt: str, opens: bool = True) -> None:
    """Draw a chart; a click on one of its points opens the fact behind it."""
    more: dict[str, Any] = (
        {"on_select": lambda: open_from_selection(key, []), "selection_mode": "points"} if opens else {}
    )
    st.plotly_chart(figure, key=key, config=CONFIG, alt=alt, **more)


def table(context: Context, claims: pl.DataFrame, *, key: str, alt: str, height: int = TALL) -> None:
    """Draw claims as a table, sortable and searchable; selecting a row opens the fact.

    Columns in which no row has anything are left out, grades and states of review where nobody has decided, and the
    claim where all rows make the same: the title says it.
    """
    total, claims = claims.height, claims.head(ROWS_SHOWN)
    shown = display(context, claims)
    same = {"claim"} if shown.height > 1 and shown.get_column("claim").n_unique() == 1 else set()
    unreviewed = words.REVIEWS["unreviewed"]
    undecided = {"grade": "".join(reversed(words.UNGRADED)), "review": _(unreviewed)}
    same |= {name for name, nothing in undecided.items() if (shown.get_column(name) == nothing).all()}
    st.dataframe(
        shown,
        column_order=[name for name in shown.columns if name not in same and told(shown, name)],
        key=key,
        alt=alt,
        height=height if claims.height * ROW > height else "auto",
        hide_index=True,
        on_select=lambda: open_from_selection(key, claims.get_column("fact_id").to_list()),
        selection_mode="single-row",
        column_config={
            "as_of": st.column_config.DateColumn(_("As of"), help=_("The day for which the claimant gave the figure")),
            "figure": st.column_config.TextColumn(
                _("Figure"), help=_("As the source gives it: ≥ at least, ≤ at most, ≈ about"), width=120
            ),
            "claim": st.column_config.TextColumn(_("Claim"), width="large"),
            "claimant": st.column_config.TextColumn(_("Claimant"), help=_("Who stands behind the claim")),
            "lowest": st.column_config.NumberColumn(_("Low"), format="localized"),
            "best": st.column_config.NumberColumn(_("Best"), format="localized"),
            "highest": st.column_config.NumberColumn(_("High"), format="localized"),
            "status": st.column_config.TextColumn(_("Status")),
            "when": st.column_config.TextColumn(_("Happened")),
            "standing": st.column_config.TextColumn(
                _("Now"),
                width=190,
                help=_("In force: its claimant's latest. Stale repeat: printed after its claimant had revised it"),
            ),
            "place": st.column_config.TextColumn(_("Place")),
            "grade": st.column_config.TextColumn(
                _("Grade"),
                help=_("Admiralty code: reliability of the source A–F, credibility 1–6. F6: not judged yet"),
            ),
            "review": st.column_config.TextColumn(_("Review"), help=_("What a person decided about it")),
            "source": st.column_config.TextColumn(_("Source")),
            "link": st.column_config.LinkColumn(_("Link"), display_text=":material/open_in_new:"),
            "summary": st.column_config.TextColumn(_("In words"), width="large"),
        },
    )
    if total > claims.height:
        st.caption(
            _("The table shows the newest {n} of {total}; all are in the download.").format(
                n=number(claims.height), total=number(total)
            )
        )


def display(context: Context, claims: pl.DataFrame) -> pl.DataFrame:
    """Return claims as people read them: labels for ids and words, the figure and the time written out."""
    kinds = tuple(dict.fromkeys(name for kind in KINDS.values() for name in ("kind", "location", *kind.columns)))
    kinds = tuple(name for name in (*kinds, *_own(claims)) if name not in VALUES)
    figure = (*VALUES, "qualifier")
    when = ("date_start", "date_end", "date_precision")
    shown = claims.select(
        "as_of",
        _written(claims, kinds, lambda row: title(KINDS[row["kind"]], row, context.directory)).alias("claim"),
        _written(claims, figure, shown_figure).alias("figure"),
        _written(claims, ("claimant",), lambda row: context.directory.name(row["claimant"])).alias("claimant"),
        pl.col("status").replace(_labels("status")),
        _written(
            claims, when, lambda row: span(row["date_start"], row["date_end"], row["date_precision"] or "day")
        ).alias("when"),
        place=pl.concat_str(
            pl.when(pl.col("location") != "").then("location"),
            pl.when(pl.col("country") != "").then("country"),
            separator=", ",
            ignore_nulls=True,
        ),
        source="source_publisher",
        grade=pl.concat_str(pl.col("source_reliability").fill_null(words.UNGRADED[1]), "credibility"),
        review=pl.col("review").replace(_labels("review")),
        link=pl.when(pl.col("source_url") != "").then("source_url"),
        summary=pl.when(pl.col("evidence") != "").then("evidence").otherwise("summary"),
        lowest="value_low",
        best="value_best",
        highest="value_high",
    )
    if "standing" not in claims.columns:
        return shown
    return shown.insert_column(5, _standing(claims))


def _written(claims: pl.DataFrame, columns: Sequence[str], write: Callable[[dict[str, Any]], str]) -> pl.Series:
    """Return words for the values of some columns in each row, worked out once for equal values."""
    values = claims.select(columns)
    each = values.unique(maintain_order=True)
    told = each.with_columns(pl.Series("written", [write(row) for row in each.rows(named=True)], dtype=pl.String))
    return values.join(told, on=list(columns), how="left", nulls_equal=True, maintain_order="left")["written"]


def _own(claims: pl.DataFrame) -> list[str]:
    """Return the columns that one kind alone declares, of those that the claims have."""
    return [column.name for kind in KINDS.values() for column in kind.own if column.name in claims.columns]


def _standing(claims: pl.DataFrame) -> pl.Series:
    """Say what became of each claim's figure: in force, superseded by which, or a stale repeat."""
    wanted = pl.col("fact_id").is_in(claims.get_column("newer").drop_nulls().unique().implode())
    newer = {row["fact_id"]: row for row in claims.filter(wanted).rows(named=True)}
    return _written(claims, ("standing", "newer", "until"), lambda row: standing_text(row, newer)).alias("standing")


def told(frame: pl.DataFrame, column: str) -> bool:
    """Tell whether any row has something in a column."""
    return bool(frame.get_column(column).cast(pl.String).fill_null("").is_in(["", NOTHING]).not_().any())


def _labels(column: str) -> dict[str, str]:
    words = next(each.words for each in fact_columns() if each.name == column)
    return {value: _(label) for value, label in words.items()}


def worked_out(context: Context, argument: Argument, question: str) -> pl.DataFrame:
    """Return the claims of a question with what was worked out about them, for a download."""
    answer = context.rule.answer(argument.current)
    return argument.claims.select(
        *(column.name for column in fact_columns()),
        pl.col("^source_.*$"),
        question=pl.lit(question),
        standing="standing",
        standing_since="since",
        standing_until="until",
        newer_fact_id="newer",
        voice="voice",
        rule_low=pl.lit(answer.low if answer else None, pl.Int64),
        rule_high=pl.lit(answer.high if answer else None, pl.Int64),
    )


def downloads(context: Context, frame: pl.DataFrame, name: str, *extra: str) -> None:
    """Offer exactly the rows that the page shows, in every export format, named after the page and its filters.

    How figures are read and which day's knowledge is shown stand in every row (``rule``, ``known_on``, ``known_by``).
    """
    filters = context.filters
    frame = frame.with_columns(
        rule=pl.lit(context.rule.name),
        known_on=pl.lit(filters.known_on, pl.Date),
        known_by=pl.lit(filters.known_by if filters.known_on else ""),
    )
    told = ngettext("{n} row, all columns, as filtered", "{n} rows, all columns, as filtered", frame.height)
    files(frame, [*context.file_parts(name), *extra], _("Download {format}"), told, key="download")


def files(frame: pl.DataFrame, name: Sequence[str], label: str, told: str, *, key: str) -> None:
    """Draw a button for each export format of a frame, with what is in it beside them.

    ``label`` has ``{format}`` where the format's name goes; ``key`` tells these buttons from others of the page.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        for form_name, form in FORMATS.items():
            st.download_button(
                label.format(format=form.label),
                data=lambda form_name=form_name: export(frame, form_name),  # type: ignore[misc]
                file_name=file_name(name, form.suffix),
                mime=form.mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"{key}_{form_name}",
            )
        st.caption(told)
