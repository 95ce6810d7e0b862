"""What every page is given: the database for this rerun, the actors, the filters, and the colours of the claimants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import duckdb

from dashboard.facts import KINDS, Directory, Kind, words
from dashboard.store import Filters, queries
from dashboard.transforms import DEFAULT, Rule
from dashboard.wording import _, day, ngettext, number

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


@dataclass(frozen=True)
class Context:
    """One rerun of one session."""

    connection: duckdb.DuckDBPyConnection
    directory: Directory
    filters: Filters
    colours: Mapping[str, str]
    pages: Mapping[str, StreamlitPage]
    rule: Rule
    kind_is_fixed: bool = False

    def of_kind(self, kind: Kind) -> Context:
        """Return the same context for the page of one kind: that kind alone, which is no filter of the reader's."""
        return replace(self, filters=self.filters.of_kind(kind.name), kind_is_fixed=True)

    def date_range(self) -> tuple[date, date] | None:
        """Return the days at which time axes end; ``None`` where the filter leaves one of them open."""
        first, last = self.filters.date_from, self.filters.date_to
        return (first, last) if first and last else None

    def names(self, ids: tuple[str, ...]) -> str:
        """Return the names of actors, joined."""
        return ", ".join(self.directory.name(each) for each in ids)

    def chosen_kinds(self) -> tuple[str, ...]:
        """Return the kinds that the reader filtered by."""
        return () if self.kind_is_fixed else self.filters.kinds

    def sentence(self, shown: int, newest: date | None) -> str:
        """Say what is shown: how many of how many facts, through which filters, how fresh."""
        filters = self.filters
        total = queries.total(self.connection)
        parts = [
            _("{shown} of {total}").format(shown=number(shown), total=ngettext("{n} fact", "{n} facts", total)),
            ", ".join(_(KINDS[name].plural) for name in self.chosen_kinds()),
            self.names(filters.actors),
            self.dates(),
            _("claimed by {names}").format(names=self.names(filters.claimants)) if filters.claimants else "",
            ", ".join(_(words.STATUSES.get(each, each)) for each in filters.statuses),
            ", ".join(filters.publishers),
            ngettext("{n} article", "{n} articles", len(filters.documents)) if filters.documents else "",
            self.grades(),
            ", ".join(_(words.REVIEWS.get(each, each)).lower() for each in filters.reviews),
            f"“{filters.words}”" if filters.words else "",
            self.known(),
            _("newest {day}").format(day=day(newest)) if newest else "",
        ]
        return " · ".join(part for part in parts if part)

    def dates(self) -> str:
        """Say which days are shown; empty where the filters leave all of time."""
        first, last = self.filters.date_from, self.filters.date_to
        if not (first or last):
            return ""
        if first and last:
            text = f"{day(first)} – {day(last)}"
        elif first:
            text = _("from {date}").format(date=day(first))
        else:
            text = _("until {date}").format(date=day(last))
        if self.filters.undated:
            return text
        return _("{dates}, dated facts only").format(dates=text)

    def grades(self) -> str:
        """Say which grades are let through; empty where all are."""
        asked = [grade for grade in (self.filters.reliability, self.filters.credibility) if grade]
        return _("graded {grades} or better").format(grades=", ".join(asked)) if asked else ""

    def known(self) -> str:
        """Say which day's knowledge is replayed; empty where it is today's."""
        if not self.filters.known_on:
            return ""
        ways = {
            "stated": _("as known on {day}"),
            "published": _("as published until {day}"),
            "added": _("as added until {day}"),
        }
        return ways[self.filters.known_by].format(day=day(self.filters.known_on))

    def is_filtered(self) -> bool:
        """Tell whether any filter is set that a person could reset."""
        return replace(self.filters, kinds=self.chosen_kinds(), basis="stated", known_by="stated") != Filters()

    def file_parts(self, name: str) -> list[str]:
        """Return what a download's file name says: the page and the filters."""
        filters = self.filters
        return [
            name,
            *(self.directory.name(each) for each in filters.actors),
            *self.chosen_kinds(),
            *filters.claimants,
            *filters.statuses,
            *filters.publishers,
            f"reliability {filters.reliability}" if filters.reliability else "",
            f"credibility {filters.credibility}" if filters.credibility else "",
            *filters.reviews,
            f"from {filters.date_from}" if filters.date_from else "",
            f"to {filters.date_to}" if filters.date_to else "",
            "" if filters.undated else "dated",
            filters.words,
            f"known {filters.known_on} {filters.known_by}" if filters.known_on else "",
            self.rule.label if self.rule.name != DEFAULT else "",
        ]
