"""One fact with everything known about it, in a drawer over the page that one came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.charts import shown_figure
from dashboard.facts import DOCUMENT_COLUMNS, KINDS, Column, Kind, columns_for, parted
from dashboard.store.queries import document_text, one_fact
from dashboard.wording import NOTHING, _, day, number, span
from dashboard.wording.titles import title

from .context import Context
from .markdown import escaped
from .opening import select, to_open
from .question import on_question

PARAMETER = "fact"
CONTEXT_LENGTH = 300  # characters of the article shown on either side of the evidence


def open_from_selection(key: str, fact_ids: list[str]) -> None:
    """Remember the fact of the row or point that was just selected; the callback of tables and charts."""
    selection = st.session_state[key].selection
    if rows := selection.get("rows"):
        select(PARAMETER, fact_ids[rows[0]])
    elif points := selection.get("points"):
        custom = points[0].get("customdata")
        select(PARAMETER, custom[0] if isinstance(custom, (list, tuple)) else (custom or {}).get("0"))


def show_opened(context: Context) -> None:
    """Open the fact that was just selected, or that the address names, once."""
    wanted = to_open(PARAMETER)
    if not wanted:
        return
    found = one_fact(context.connection, wanted)
    if found is None:
        st.warning(_("There is no fact “{fact_id}” here; it may have been removed.").format(fact_id=wanted))
        return
    kind = KINDS.get(found["kind"])
    if kind is None:
        st.warning(_("Facts of kind “{kind}” are not known to this version.").format(kind=found["kind"]))
        return
    heading = escaped(title(kind, found, context.directory))
    st.dialog(heading, width="medium", position="right")(_show)(context, kind, found)


def _show(context: Context, kind: Kind, fact: Mapping[str, Any]) -> None:
    claimant = context.directory.name(fact["claimant"])
    parts = [shown_figure(fact)] if kind.shape == "quantity" else [_span(fact)]
    st.markdown(f"**{parts[0]}** · {escaped(claimant)} · {day(fact['as_of'])}")
    if fact["summary"]:
        st.text(fact["summary"])
    _evidence(context, fact)
    if kind.shape == "quantity":
        on_question(context, kind, fact)
    st.table(
        {_(column.label): _shown(column, fact, context) for column in columns_for(kind) if _is_told(column, fact)},
        border="horizontal",
        alt=_("Everything known about the fact"),
    )
    st.markdown(f"**{_('Source')}**")
    st.table(
        {
            _(column.label): _shown(column, fact, context)
            for column in DOCUMENT_COLUMNS
            if column.name not in ("document_id", "text", "url") and fact.get(column.name)
        },
        border="horizontal",
        alt=_("The document that the fact was read from"),
    )
    with st.container(horizontal=True):
        if str(fact["url"] or "").startswith(("https://", "http://")):
            st.link_button(_("Open the source"), fact["url"], icon=":material/open_in_new:")
        st.page_link(
            context.pages["facts"],
            label=_("Link to this fact"),
            icon=":material/link:",
            query_params={PARAMETER: fact["fact_id"]},
        )


def _evidence(context: Context, fact: Mapping[str, Any]) -> None:
    if not fact["evidence"]:
        return
    content = document_text(context.connection, fact["document_id"])
    start, end = fact["evidence_start"] or 0, fact["evidence_end"] or 0
    before = content[max(0, start - CONTEXT_LENGTH) : start]
    after = content[end : end + CONTEXT_LENGTH]
    with st.container(border=True):
        st.caption(_("The words of the article"))
        st.markdown(f"{escaped(before)}**:orange-background[{escaped(fact['evidence'])}]**{escaped(after)}")


def _is_told(column: Column, fact: Mapping[str, Any]) -> bool:
    hidden = ("summary", "evidence", "evidence_start", "evidence_end", "document_id", "kind")
    return column.name not in hidden and fact.get(column.name) not in (None, "")


def _shown(column: Column, fact: Mapping[str, Any], context: Context) -> str:
    value = fact.get(column.name)
    if value in (None, ""):
        return NOTHING
    if column.refers in ("actor", "actors"):
        return escaped(", ".join(f"{context.directory.name(each)} ({each})" for each in parted(str(value))))
    if column.words:
        label = _(column.words.get(str(value), str(value)))
        return f"{value}: {label}" if len(str(value)) == 1 else label
    if column.type == "date":
        return day(value)
    if column.type in ("integer", "float"):
        return number(value)
    return escaped(str(value))


def _span(fact: Mapping[str, Any]) -> str:
    return span(fact["date_start"], fact["date_end"], fact["date_precision"] or "day")
