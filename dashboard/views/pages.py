"""The pages: those that are always there, and one for every declared kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from dashboard.facts import KINDS, Kind
from dashboard.wording import _

from . import adding, encounter, facts_page, method, overview, quantity, review, sources
from .context import Context

SHAPES: Mapping[str, Callable[..., None]] = {"quantity": quantity.show, "encounter": encounter.show}


@dataclass(frozen=True)
class PageSpec:
    """One page: its name in the address, its title and icon, and the function that draws it.

    ``replays`` says whether it shows claims, which can be replayed.
    """

    name: str
    title: str
    icon: str
    help: str
    show: Callable[[Context], None]
    kind: Kind | None = None
    replays: bool = True


def page_specs() -> list[PageSpec]:
    """Return all pages in the order of the navigation; the first is the one that opens."""
    kinds = [
        PageSpec(kind.name, _(kind.plural), kind.icon, _(kind.meaning), partial(SHAPES[kind.shape], kind=kind), kind)
        for kind in KINDS.values()
    ]
    return [
        PageSpec(
            "overview",
            _("Overview"),
            ":material/monitoring:",
            _("What is claimed now, and how much when"),
            overview.show,
        ),
        *kinds,
        PageSpec(
            "facts",
            _("Facts"),
            ":material/table_rows:",
            _("Every fact with everything known about it"),
            facts_page.show,
        ),
        PageSpec(
            "review",
            _("Review"),
            ":material/rate_review:",
            _("Accept, correct or reject what was read from articles"),
            review.show,
            replays=False,
        ),
        PageSpec(
            "sources", _("Sources"), ":material/newspaper:", _("Who published what, and how recently"), sources.show
        ),
        PageSpec(
            "add",
            _("Add articles"),
            ":material/note_add:",
            _("Articles of your own: seen with their facts before they are saved"),
            adding.show,
            replays=False,
        ),
        PageSpec(
            "method",
            _("Method"),
            ":material/menu_book:",
            _("How figures are compared, revised and counted"),
            method.show,
            replays=False,
        ),
    ]
