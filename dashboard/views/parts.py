"""What all pages are made of: the head, tables that open facts, charts that open facts, downloads, the empty state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboard.charts import CONFIG, shown_figure
from dashboard.exports import FORMATS, export, file_name
from dashboard.facts import KINDS, fact_columns
from dashboard.wording import NOTHING, _, day, ngettext, span
from dashboard.wording.titles import title

from .context import Context
from .fact import open_from_selection, show_opened
from .sidebar import reset

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
            (_("words"), filters.words),
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

    Columns in which no row has anything are left out, and the claim where all rows make the same: the title says it.
    """
    shown = display(context, claims)
    same = {"claim"} if shown.height > 1 and shown.get_column("claim").n_unique() == 1 else set()
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
            "place": st.column_config.TextColumn(_("Place")),
            "source": st.column_config.TextColumn(_("Source")),
            "link": st.column_config.LinkColumn(_("Link"), display_text=":material/open_in_new:"),
            "summary": st.column_config.TextColumn(_("In words"), width="large"),
        },
    )


def display(context: Context, claims: pl.DataFrame) -> pl.DataFrame:
    """Return claims as people read them: labels for ids and words, the figure and the time written out."""
    rows = claims.rows(named=True)
    titles: dict[tuple[Any, ...], str] = {}
    told: list[str] = []
    for row in rows:
        kind = KINDS[row["kind"]]
        key = (row["kind"], row["location"], *(row[name] for name in kind.columns))
        if key not in titles:
            titles[key] = title(kind, row, context.directory)
        told.append(titles[key])
    return claims.select(
        "as_of",
        pl.Series("claim", told, dtype=pl.String),
        pl.Series("figure", [shown_figure(row) for row in rows], dtype=pl.String),
        claimant=pl.col("claimant").replace(
            {c: context.directory.name(c) for c in claims.get_column("claimant").unique()}
        ),
        status=pl.col("status").replace(_labels("status", rows)),
        when=pl.Series(
            [span(row["date_start"], row["date_end"], row["date_precision"] or "day") for row in rows], dtype=pl.String
        ),
        place=pl.concat_str(
            pl.when(pl.col("location") != "").then("location"),
            pl.when(pl.col("country") != "").then("country"),
            separator=", ",
            ignore_nulls=True,
        ),
        source="source_publisher",
        link=pl.when(pl.col("source_url") != "").then("source_url"),
        summary=pl.when(pl.col("evidence") != "").then("evidence").otherwise("summary"),
        lowest="value_low",
        best="value_best",
        highest="value_high",
    )


def told(frame: pl.DataFrame, column: str) -> bool:
    """Tell whether any row has something in a column."""
    return bool(frame.get_column(column).cast(pl.String).fill_null("").is_in(["", NOTHING]).not_().any())


def _labels(column: str, rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    words = next(each.words for each in fact_columns() if each.name == column)
    return {value: _(words.get(value, value)) for value in {row[column] for row in rows}}


def downloads(context: Context, frame: pl.DataFrame, name: str, *extra: str) -> None:
    """Offer exactly the rows that the page shows, in every export format, named after the page and its filters."""
    with st.container(horizontal=True, vertical_alignment="center"):
        for key, form in FORMATS.items():
            st.download_button(
                _("Download {format}").format(format=form.label),
                data=lambda key=key: export(frame, key),  # type: ignore[misc]
                file_name=file_name([*context.file_parts(name), *extra], form.suffix),
                mime=form.mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"download_{key}",
            )
        st.caption(ngettext("{n} row, all columns, as filtered", "{n} rows, all columns, as filtered", frame.height))


def who_and_when(context: Context, row: Mapping[str, Any]) -> str:
    """Return what stands beside every figure: its claimant and the day for which it was stated."""
    return f"{context.directory.name(row['claimant'])} · {day(row['as_of'])}"


def address() -> dict[str, list[str]]:
    """Return the parameters of the current address, so that a link to another page keeps the filters."""
    return {key: st.query_params.get_all(key) for key in st.query_params}
