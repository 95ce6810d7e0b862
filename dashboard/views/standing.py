"""What stands now, in words and as a table: the claimants' figures in force, each with where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.charts import shown_figure
from dashboard.facts import Kind
from dashboard.transforms import DEFAULT, RULES, Answer, Argument, Gap, widest_gap
from dashboard.wording import NOTHING, _, between, day, listed, ngettext, number

from . import parts
from .context import Context
from .fact import open_from_selection
from .markdown import escaped

WIDE_GAP = 2  # a factor between two figures from which the page says in words how far apart they are
OUTLETS_SHOWN = 3

Row = Mapping[str, Any]


def answer_text(answer: Answer | None) -> str:
    """Write what a rule answers."""
    if answer is None:
        return NOTHING
    return between(answer.low, answer.high, open_low=answer.open_low, open_high=answer.open_high)


def counted_claimants(argument: Argument) -> str:
    """Say how many claimants there are, and how many voices they are."""
    claimants = ngettext("{n} claimant", "{n} claimants", argument.claimants)
    if argument.voices == argument.claimants:
        return claimants
    voices = ngettext("{n} independent voice", "{n} independent voices", argument.voices)
    return _("{claimants}, {voices}").format(claimants=claimants, voices=voices)


def gap_text(context: Context, argument: Argument, gap: Gap) -> str:
    """Say between whom the widest gap lies; how many times it is, where that is much."""
    figures = ways(argument)
    told = _("The widest gap: {below} against {above}").format(
        below=_attributed(context, gap.below, figures), above=_attributed(context, gap.above, figures)
    )
    if gap.most and gap.times > WIDE_GAP:
        times = number(round(gap.times, 1 if gap.times < 10 else None))
        return _("{gap}, {n} times as many.").format(gap=told, n=times)
    return f"{told}."


def _attributed(context: Context, row: Row, figures: Mapping[str, str]) -> str:
    name = context.directory.name(row["claimant"])
    return f"**{figures[row['claimant']]}** ({escaped(name)}, {day(row['stated'])})"


def ways(argument: Argument) -> dict[str, str]:
    """Return how each claimant's figure in force is put, with all its spread."""
    told: dict[str, dict[str, None]] = {}
    for row in argument.figures.rows(named=True):
        told.setdefault(row["claimant"], {})[shown_figure(row)] = None
    return {claimant: " / ".join(figures) for claimant, figures in told.items()}


def sentences(context: Context, argument: Argument) -> list[str]:
    """Sum up the argument in sentences that are worked out from the claims alone."""
    whole = RULES[DEFAULT].answer(argument.current)
    told = [
        _("{claimants}; figures in force {range}.").format(
            claimants=counted_claimants(argument), range=f"**{answer_text(whole)}**"
        )
    ]
    for rule in dict.fromkeys((context.rule, RULES["median"])):
        if rule.name != DEFAULT:
            answer = answer_text(rule.answer(argument.current))
            told.append(_("{rule}: {answer}.").format(rule=_(rule.label), answer=f"**{answer}**"))
    gap = widest_gap(argument.current)
    apart = gap_text(context, argument, gap) if gap else _("One number can satisfy all of them.")
    told += [apart] if argument.claimants > 1 else []
    if count := argument.repeats.height:
        told.append(
            ngettext(
                "{n} claim repeats a figure that its claimant had already revised.",
                "{n} claims repeat figures that their claimants had already revised.",
                count,
            )
        )
    return told


def table(context: Context, kind: Kind, argument: Argument) -> None:
    """Draw the figures in force, one row a claimant; selecting a row opens the claim."""
    rows = argument.current.rows(named=True)
    figures = ways(argument)
    revised = pl.col("fact_id").is_in(argument.current.get_column("from_fact").implode())
    earlier = {row["fact_id"]: row for row in argument.claims.filter(revised).rows(named=True)}
    shown = pl.DataFrame(
        {
            "claimant": [context.directory.name(row["claimant"]) for row in rows],
            "figure": [figures[row["claimant"]] for row in rows],
            "stated": [row["stated"] for row in rows],
            "revised": [_revised(earlier.get(row["from_fact"])) for row in rows],
            "independent": [_independent(context, row, argument) for row in rows],
            "agreeing": [
                _("{n} of {total}").format(n=number(row["agreeing"]), total=number(argument.voices)) for row in rows
            ],
            "sources": [_sources(row) for row in rows],
            "told": [_("Directly") if row["direct"] else _("Relayed") for row in rows],
            "grade": [row["reliability"] + row["credibility"] for row in rows],
        },
        schema_overrides={"stated": pl.Date},
    )
    key = f"{kind.name}_standing"
    facts = [row["facts"][0] for row in rows]
    st.dataframe(
        shown,
        key=key,
        alt=_("The figures in force, one row for each claimant, the lowest first"),
        height=parts.TALL if len(rows) * parts.ROW > parts.TALL else "auto",
        hide_index=True,
        on_select=lambda: open_from_selection(key, facts),
        selection_mode="single-row",
        column_config={
            "claimant": st.column_config.TextColumn(_("Claimant"), help=_("Who stands behind the claim")),
            "figure": st.column_config.TextColumn(
                _("Latest figure"), help=_("As its prints give it; where they differ, each way")
            ),
            "stated": st.column_config.DateColumn(_("Last stated")),
            "revised": st.column_config.TextColumn(
                _("Revised from"), help=_("The figure that this one took the place of")
            ),
            "independent": st.column_config.TextColumn(
                _("Independent"),
                help=_(
                    "Not of the same state or organisation as another claimant, and not passing on another's figure"
                ),
            ),
            "agreeing": st.column_config.TextColumn(
                _("Agreeing voices"),
                help=_("How many independent voices, this one among them, give figures that can be true with this one"),
            ),
            "sources": st.column_config.TextColumn(_("Prints"), help=_("How many reports carry the figure, and whose")),
            "told": st.column_config.TextColumn(
                _("Told"), help=_("Whether any source had it from the claimant, or all through somebody else")
            ),
            "grade": st.column_config.TextColumn(
                _("Grade"),
                help=_("Admiralty code: reliability of the source A–F, credibility 1–6. F6: not judged yet"),
            ),
        },
    )


def _revised(row: Row | None) -> str:
    return f"{shown_figure(row)} · {day(row['as_of'])}" if row else NOTHING


def _independent(context: Context, row: Row, argument: Argument) -> str:
    if row["voice"] != row["claimant"]:
        return _("With {name}").format(name=context.directory.name(row["voice"]))
    return _("Yes")


def _sources(row: Row) -> str:
    shown = [name for name in row["publishers"] if name][:OUTLETS_SHOWN]
    more = len(row["publishers"]) - len(shown)
    named = [*shown, ngettext("{n} more", "{n} more", more)] if more > 0 else shown
    return f"{number(row['prints'])}: {listed(named)}"
