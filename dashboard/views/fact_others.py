"""A fact among the others: what else its claimant said, what others say on the same thing, who printed it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts import shown_figure
from dashboard.facts import Kind, words
from dashboard.facts.kinds import VALUES
from dashboard.store import Filters, queries
from dashboard.transforms import argue, history, joined_up
from dashboard.wording import NOTHING, _, day, ngettext

from .context import Context
from .fact_words import claimant_name, happened
from .links import to_kind
from .markdown import escaped
from .question import question_parameter, question_title, standing_text

Row = Mapping[str, Any]
SHOWN = 8  # other claims, the newest


@dataclass(frozen=True)
class Others:
    """The claims on the same thing as a fact, the fact among them.

    ``same`` has them with what became of each; ``row`` is the fact's own row of it (``None``: it is rejected, or a
    claim of no question), ``confirmed_by`` how many other independent voices agree with the figure.
    """

    same: pl.DataFrame
    row: Row | None
    confirmed_by: int = 0


def others_of(context: Context, kind: Kind, fact: Row) -> Others:
    """Return the claims on the same thing, as far as they are known on the day that is replayed."""
    known = Filters(kinds=(kind.name,), known_on=context.filters.known_on, known_by=context.filters.known_by)
    claims = queries.claims(context.connection, known)
    if kind.shape == "quantity":
        told, by = history(claims, kind, context.directory), "question"
    else:
        told, by = joined_up(claims), "event"
    own = told.filter(pl.col("fact_id") == fact["fact_id"])
    if own.is_empty():
        return Others(own, None)
    row = own.row(0, named=True)
    same = told.filter(pl.col(by) == row[by])
    return Others(same, row, _confirmed_by(context, same.select(claims.columns), fact) if by == "question" else 0)


def _confirmed_by(context: Context, claims: pl.DataFrame, fact: Row) -> int:
    current = argue(claims, context.directory).current
    own = current.filter(pl.col("facts").list.contains(fact["fact_id"]))
    return int(own.item(0, "agreeing")) - 1 if own.height else 0


def draw(context: Context, kind: Kind, fact: Row, others: Others) -> None:
    """Tell what became of a fact's figure, what else its claimant has said, and what others say."""
    row = others.row
    if row is None:
        return
    if kind.shape == "quantity":
        _own(context, row, others.same)
    rest = others.same.filter(pl.col("fact_id") != fact["fact_id"])
    if kind.shape == "quantity":
        rest = rest.filter(pl.col("claimant") != row["claimant"])
    # The newest print of each figure that somebody gives.
    figure = ("claimant", "status", *VALUES, "date_start", "location")
    rest = rest.sort("as_of", "fact_id", descending=[True, False], nulls_last=True)
    rest = rest.unique(figure, keep="first", maintain_order=True)
    if rest.height:
        st.markdown(f"**{_('What others say on it') if kind.shape == 'quantity' else _('Other reports of it')}**")
        st.table(
            [_said(context, kind, each) for each in rest.head(SHOWN).rows(named=True)],
            border="horizontal",
            alt=_("Other claims on the same thing, the newest first"),
        )
    if kind.shape == "quantity":
        heading = question_title(kind, row, context.directory)
        label = ngettext("{n} claim on the same question", "{n} claims on the same question", others.same.height)
        to_kind(context, kind, label, {question_parameter(kind): heading})


def _said(context: Context, kind: Kind, row: Row) -> dict[str, str]:
    if kind.shape == "quantity":
        status = "" if row["status"] == "occurred" else _(words.STATUSES.get(row["status"], "")).lower()
        figure = shown_figure(row)
        what = {
            _("Figure"): " ".join(part for part in (figure if figure != NOTHING else "", status) if part) or NOTHING
        }
    else:
        what = {_("Status"): _(words.STATUSES.get(row["status"], "")), _("When"): happened(row) or NOTHING}
    return {
        _("Claimant"): escaped(claimant_name(row, context.directory)),
        **what,
        _("As of"): day(row["as_of"]),
        _("Source"): escaped(row["source_publisher"] or NOTHING),
    }


def _own(context: Context, row: Row, same: pl.DataFrame) -> None:
    """Tell what became of the figure, and the claimant's figures by day."""
    by_claimant = same.filter(pl.col("claimant") == row["claimant"], pl.col("as_of").is_not_null())
    if said := standing_text(row, {each["fact_id"]: each for each in same.rows(named=True)}):
        st.markdown(f"**{escaped(said)}**")
    if by_claimant.height > 1:
        st.markdown(
            _("What {claimant} has said on it").format(claimant=escaped(context.directory.name(row["claimant"])))
        )
        days = by_claimant.sort("as_of", "fact_id").group_by("as_of", maintain_order=True).agg(pl.all())
        st.table(
            {day(each["as_of"]): escaped(_on_one_day(each)) for each in days.rows(named=True)},
            border="horizontal",
            alt=_("The claimant's figures by day"),
        )


def _on_one_day(prints: Row) -> str:
    """Return the figures printed for one day, and in how many prints."""
    names = ("value_low", "value_best", "value_high", "qualifier")
    figures = dict.fromkeys(
        shown_figure(dict(zip(names, values, strict=True)))
        for values in zip(*(prints[name] for name in names), strict=True)
    )
    count = ngettext("{n} print", "{n} prints", len(prints["fact_id"]))
    return f"{' / '.join(figures)} ({count})"


def prints(documents: pl.DataFrame, document_id: str) -> None:
    """Draw the prints of one text (:func:`~dashboard.store.queries.reprints_of`), where there is more than one."""
    if documents.height < 2:
        return
    st.markdown(
        f"**{ngettext('{n} print of this text', '{n} prints of this text', documents.height)}** · "
        + _("together they are one source")
    )
    st.table(
        [
            {
                _("Publisher"): escaped(row["publisher"] or NOTHING),
                _("Published"): day(row["published"]),
                _("Print"): " · ".join(
                    part
                    for part in (
                        _("Reprint") if row["reprint_of"] else _("Original"),
                        _("this one") if row["document_id"] == document_id else "",
                    )
                    if part
                ),
            }
            for row in documents.rows(named=True)
        ],
        border="horizontal",
        alt=_("The prints of the article, the original first"),
    )
