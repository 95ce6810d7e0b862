"""What surrounds every page: configuration, navigation, the database for one rerun, the shared filters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

# Streamlit imports pandas when it draws its first table, and Plotly looks into whatever of pandas is there by then: two
# sessions that start together would trip over a half-imported one. Imported here, it is whole before any page runs.
import pandas  # noqa: F401
import streamlit as st

from dashboard.charts import palette
from dashboard.facts import KINDS
from dashboard.facts.shipped import DataError
from dashboard.store import Filters, StoreError, open_store, read_directory
from dashboard.store.queries import known_between, value_counts
from dashboard.wording import _

from .context import Context
from .pages import PageSpec, page_specs
from .replay import bar, take_step
from .sidebar import filters, rule

LOGO = Path(__file__).with_name("logo.svg")
ICON = Path(__file__).with_name("icon.svg")  # a Material icon would be fetched from another host


def run() -> None:
    """Draw the page that is asked for."""
    st.set_page_config(page_title="Tilik", page_icon=str(ICON), layout="wide")
    context: Context | None = None

    def drawing(spec: PageSpec) -> Callable[[], None]:
        def draw() -> None:
            if context is not None:
                spec.show(context)

        return draw

    specs = page_specs()
    disputed = tuple(kind.name for kind in KINDS.values() if kind.shape == "quantity")
    pages = {
        spec.name: st.Page(
            drawing(spec),
            title=spec.title,
            icon=spec.icon,
            url_path=spec.name,
            help=spec.help,
            default=spec is specs[0],
        )
        for spec in specs
    }
    page = st.navigation(list(pages.values()))
    chosen = next(spec for spec in specs if spec.name == page.url_path or (not page.url_path and spec is specs[0]))
    try:
        with open_store() as connection:
            directory = read_directory(connection)
            st.logo(str(LOGO), icon_image=str(ICON))
            take_step()
            with st.sidebar:
                wanted = filters(connection, directory, kind_is_fixed=chosen.kind is not None)
                reading = rule()
            if chosen.replays:
                bar(known_between(connection, wanted.of_kind(chosen.kind.name) if chosen.kind else wanted))
            ranking = list(value_counts(connection, "claimant", Filters(kinds=disputed)))
            context = Context(connection, directory, wanted, palette(ranking), pages, reading)
            page.run()
    except StoreError as error:
        st.error(str(error), title=_("The facts cannot be read"))
    except DataError as error:
        st.error(_("Rows in data/ need mending before they can be shown."), title=_("The facts cannot be read"))
        st.code("\n".join(error.problems), language=None)
