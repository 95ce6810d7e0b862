"""What is known of each article: proposed from its file, asked for where the file does not say, open to correction."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
import streamlit as st
from babel import Locale, UnknownLocaleError

from dashboard.extraction import languages
from dashboard.facts.describing import EARLIEST
from dashboard.wording import _, day, listed, ngettext

from .adding_batch import ASKED, Batch, Item, short
from .days import LATEST
from .markdown import escaped

NAMED = 3  # articles named in a sentence
GIVEN = "adding_table_given"
TALL = 380  # pixels of the table


def fields(batch: Batch) -> None:
    """Draw the fields of one article, or the table of many, and under it what is missing and why it matters."""
    if len(batch.items) == 1:
        _of_one(batch, batch.items[0])
    else:
        _of_many(batch)
    _missing(batch)


def language_name(code: str) -> str:
    """Return what a language is called.

    >>> language_name("id"), language_name(""), language_name("qq-x")
    ('Indonesian', '–', 'qq-x')
    """
    try:
        return Locale(code).get_display_name("en") or code if code else "–"
    except (UnknownLocaleError, ValueError):
        return code


def _of_one(batch: Batch, item: Item) -> None:
    def key(name: str) -> str:
        return f"adding_{name}_{item.key}_{batch.turn}"

    def say(name: str) -> None:
        item.say({name: st.session_state[key(name)]})

    document = item.document
    st.text_input(
        _("Title"), document.title, key=key("title"), on_change=say, args=("title",), placeholder=_("The headline")
    )
    left, middle, right = st.columns(3)
    left.text_input(
        _("Publisher"),
        document.publisher,
        key=key("publisher"),
        on_change=say,
        args=("publisher",),
        placeholder=_("Who published it"),
    )
    middle.date_input(
        _("Day of publication"),
        document.published,
        key=key("published"),
        on_change=say,
        args=("published",),
        format="YYYY-MM-DD",
        min_value=EARLIEST,
        max_value=LATEST,
    )
    options = _languages([item])
    right.selectbox(
        _("Language"),
        options,
        options.index(document.language) if document.language else None,
        format_func=language_name,
        key=key("language"),
        on_change=say,
        args=("language",),
        placeholder=_("Not recognised"),
    )


def _of_many(batch: Batch) -> None:
    key = f"adding_table_{batch.turn}"
    # The table keeps what is changed in it as differences from what it was first given, so that has to stay the same.
    if key not in st.session_state:
        st.session_state[GIVEN] = _frame(batch.items)
    st.data_editor(
        st.session_state[GIVEN],
        key=key,
        height=TALL if len(batch.items) > 9 else "auto",
        hide_index=True,
        num_rows="fixed",
        on_change=_take_over,
        args=(batch, key),
        column_config={
            "name": st.column_config.TextColumn(_("File"), disabled=True, width="medium"),
            "title": st.column_config.TextColumn(_("Title"), width="large"),
            "publisher": st.column_config.TextColumn(_("Publisher")),
            "published": st.column_config.DateColumn(_("Published"), min_value=EARLIEST, max_value=LATEST),
            "language": st.column_config.SelectboxColumn(
                _("Language"), options=_languages(batch.items), format_func=lambda code: language_name(str(code))
            ),
        },
    )


def _frame(items: Sequence[Item]) -> pl.DataFrame:
    rows = [{"name": item.name} | {name: getattr(item.document, name) for name in ASKED} for item in items]
    schema = {
        "name": pl.String,
        "title": pl.String,
        "publisher": pl.String,
        "published": pl.Date,
        "language": pl.String,
    }
    return pl.DataFrame(rows, schema=schema).with_columns(pl.col("language").replace("", None))


def _take_over(batch: Batch, key: str) -> None:
    for row, values in st.session_state[key]["edited_rows"].items():
        batch.items[int(row)].say(values)


def _languages(items: Sequence[Item]) -> list[str]:
    return sorted({*languages(), *(item.document.language for item in items)} - {""})


def _missing(batch: Batch) -> None:
    """Say what nobody has told yet, and why it is asked for."""
    why = {
        "published": _("No day of publication: words like “last month” mean nothing without it, and stay unread."),
        "publisher": _(
            "No publisher: what the article says by itself has no claimant, and reprints look like sources."
        ),
        "language": _("No language recognised: nothing is read without it."),
    }
    lines = []
    for name, reason in why.items():
        if lacking := [item for item in batch.items if not getattr(item.document, name)]:
            lines.append(reason if len(batch.items) == 1 else f"{reason} {_named(lacking)}")
    for item in batch.items:
        if item.declared:
            told = _("{name} is read as {language}, although it says that it is in {declared}.")
            names = {"language": language_name(item.document.language), "declared": language_name(item.declared)}
            lines.append(told.format(name=short(item.name), **names))
    if lines:
        with st.container(key="adding_missing"):
            if len(lines) == 1:
                st.warning(escaped(lines[0]), icon=":material/edit_note:")
            else:
                st.warning("\n".join(f"- {escaped(line)}" for line in lines), icon=":material/edit_note:")
    _offer_days(batch)


def _offer_days(batch: Batch) -> None:
    """Offer the days on which files were made, which may be those of publication."""
    maybe = [item for item in batch.items if item.read.maybe_published and not item.document.published]
    if not maybe:
        return
    if len(batch.items) == 1:
        label = _("Use {day}, when the file was made").format(day=day(maybe[0].read.maybe_published))
    else:
        label = ngettext(
            "Use the day on which {n} file was made", "Use the days on which {n} files were made", len(maybe)
        )
    st.button(label, icon=":material/event:", key="adding_days", on_click=_use_days, args=(batch, maybe))


def _use_days(batch: Batch, items: Sequence[Item]) -> None:
    for item in items:
        item.say({"published": item.read.maybe_published})
    batch.turn += 1


def _named(items: Sequence[Item]) -> str:
    names = [short(item.name) for item in items[:NAMED]]
    more = len(items) - len(names)
    return f"({listed([*names, ngettext('{n} more', '{n} more', more)] if more else names)})"
