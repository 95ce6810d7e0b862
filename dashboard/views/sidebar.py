"""The filters that all pages share, at the left, bound to the address: every view is a link.

The widgets are declared here once, before the page runs, so that they keep their values from page to page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

import duckdb
import streamlit as st

from dashboard.facts import KINDS, Directory, slug, words
from dashboard.store import Filters
from dashboard.store.queries import actor_counts, documents_named, undated, value_counts
from dashboard.transforms import DEFAULT, RULES, Rule
from dashboard.wording import _, listed, ngettext

from .admiralty import meanings
from .days import dates, known

# Address parameter and value that means "no filter".
DEFAULTS: dict[str, object] = {
    "actor": [],
    "kind": [],
    "by": "stated",
    "from": None,
    "to": None,
    "undated": True,
    "claimant": [],
    "status": [],
    "source": [],
    "article": [],
    "reliability": None,
    "credibility": None,
    "review": [],
    "known": None,
    "known_by": "stated",
}
ALIASES_SHOWN = 6
SHORT = 12  # characters of an alias that still fits beside a name


def reset() -> None:
    """Set every filter back."""
    for key, value in DEFAULTS.items():
        st.session_state[key] = value


def actor_label(directory: Directory, actor_id: str) -> str:
    """Return an actor's name with the short names by which people search, such as "North Korea (PRK, DPRK, Korut)"."""
    actor = directory.actors.get(actor_id)
    if actor is None:
        return actor_id
    known = slug(actor.name)
    short = [[name for name in sorted(group, key=len) if len(name) <= SHORT] for group in actor.aliases.values()]
    by_turns = [name for names in zip_longest(*short) for name in names if name]  # every language has its say
    others = [name for name in dict.fromkeys(by_turns) if slug(name) not in known]
    if actor.type == "state":
        others = [actor_id, *others]
    return f"{actor.name} ({', '.join(others[:ALIASES_SHOWN])})" if others else actor.name


def resolve(directory: Directory, given: str) -> str | None:
    """Return the actor that a word in the address or in the search field means: an id, a label, a name, any alias."""
    return directory.find(given) or directory.find(given.split(" (")[0])


def _settle(key: str, directory: Directory) -> None:
    """Replace what was typed by the actors that it means; keep what means none, to be told."""
    given = st.session_state[key]
    st.session_state[key] = list(dict.fromkeys(resolve(directory, each) or each for each in given))


def _actors(label: str, key: str, options: Iterable[str], directory: Directory, help: str) -> tuple[str, ...]:
    """Draw a search field for actors; names that no actor has are told and filter nothing."""
    chosen = st.multiselect(
        label,
        list(options),
        format_func=lambda each: actor_label(directory, each),
        key=key,
        bind="query-params",
        placeholder=_("Search any name"),
        accept_new_options=True,
        select_all=False,
        help=help,
        on_change=_settle,
        args=(key, directory),
    )
    found = [resolve(directory, each) for each in chosen]
    unknown = [given for given, actor_id in zip(chosen, found, strict=True) if actor_id is None]
    if unknown:
        st.warning(_("No actor is called {names}; that part of the filter is left out.").format(names=listed(unknown)))
    return tuple(actor_id for actor_id in found if actor_id)


def _choice(
    label: str, key: str, options: dict[str, str], *, disabled: bool = False, help: str = ""
) -> tuple[str, ...]:
    """Draw the words of a short list, several of which may be chosen."""
    return tuple(
        st.pills(
            label,
            list(options),
            selection_mode="multi",
            format_func=lambda each: options[each],
            key=key,
            bind="query-params",
            disabled=disabled,
            help=help or None,
        )
        or ()
    )


def left_out(key: str, labels: Iterable[str]) -> None:
    """Warn of values in the address that do not exist: Streamlit drops them, and other facts would show unsaid."""
    if key in st.session_state:
        return
    known = set(labels)
    if unknown := [each for each in st.query_params.get_all(key) if each and each not in known]:
        st.warning(
            _("The link asks for {names}, which is not here; that part is left out.").format(names=listed(unknown))
        )


def filters(connection: duckdb.DuckDBPyConnection, directory: Directory, *, kind_is_fixed: bool) -> Filters:
    """Draw the filters and return what they say."""
    actors = _actors(
        _("Actor"),
        "actor",
        actor_counts(connection),
        directory,
        _("In any role. A state includes its people and bodies. Search by any name in any language: Korut, DPRK, NIS."),
    )
    kinds = {name: _(kind.plural) for name, kind in KINDS.items()}
    left_out("kind", kinds.values())
    chosen_kinds = _choice(
        _("Kind"),
        "kind",
        kinds,
        disabled=kind_is_fixed,
        help=_("This page shows one kind alone.") if kind_is_fixed else "",
    )
    basis, first, last = dates()
    undated_here = st.container()
    claimants = _actors(
        _("Claimant"),
        "claimant",
        value_counts(connection, "claimant"),
        directory,
        _("Who stands behind the claim, not who passed it on."),
    )
    statuses = {name: _(label) for name, label in words.STATUSES.items()}
    left_out("status", statuses.values())
    chosen_statuses = _choice(_("Status"), "status", statuses)
    publishers = list(value_counts(connection, "publisher"))
    left_out("source", publishers)
    chosen_publishers = st.multiselect(
        _("Source"),
        publishers,
        key="source",
        bind="query-params",
        placeholder=_("Search publishers"),
        select_all=False,
        help=_("Who published the article."),
    )
    articles = _articles(connection)
    reliability = _least(_("Reliability at least"), "reliability", words.RELIABILITIES, words.RELIABILITY_MEANINGS)
    credibility = _least(_("Credibility at least"), "credibility", words.CREDIBILITIES, words.CREDIBILITY_MEANINGS)
    reviews = {name: _(label) for name, label in words.REVIEWS.items()}
    left_out("review", reviews.values())
    chosen_reviews = _choice(
        _("Review"),
        "review",
        reviews,
        help=_("What a person decided. Rejected facts are out of every figure; the Facts page lists them."),
    )
    known_on, known_by = known()
    chosen = Filters(
        actors=actors,
        kinds=() if kind_is_fixed else chosen_kinds,
        claimants=claimants,
        statuses=chosen_statuses,
        publishers=tuple(chosen_publishers),
        documents=articles,
        reviews=chosen_reviews,
        reliability=reliability,
        credibility=credibility,
        date_from=first,
        date_to=last,
        basis=basis,
        known_on=known_on,
        known_by=known_by,
    )
    with undated_here:
        return _with_undated(connection, chosen)


def _articles(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Draw the articles that a link asks for, to be taken out again; there are too many to choose from.

    The field stays when it is emptied, so that it is not another field that a link fills the next time.
    """
    asked = [*st.query_params.get_all("article"), *st.session_state.get("article", [])]
    if not asked and "article" not in st.session_state:
        return ()
    known = documents_named(connection, asked)
    left_out("article", known)
    chosen = st.multiselect(
        _("Article"),
        list(known),
        key="article",
        bind="query-params",
        select_all=False,
        placeholder=_("All articles"),
        help=_("Only what these articles say. Take them out to see all others again."),
    )
    return tuple(document_id for name in chosen for document_id in known[name])


def _least(label: str, key: str, labels: dict[str, str], at_length: dict[str, str]) -> str:
    """Draw the grades of a scale, of which one is the least that is let through; empty where none is chosen."""
    offered = [grade for grade in labels if grade not in words.UNGRADED]
    left_out(key, offered)
    told = _("Facts that nobody has graded are left out. The Admiralty code:")
    return (
        st.segmented_control(
            label,
            offered,
            key=key,
            bind="query-params",
            help=f"{told}\n\n{meanings(labels, at_length)}",
        )
        or ""
    )


def rule() -> Rule:
    """Draw the ways of reading one answer out of many figures, and return the chosen one."""
    labels = {name: _(each.label) for name, each in RULES.items()}
    left_out("rule", labels.values())
    name = st.selectbox(
        _("Figures read as"),
        list(RULES),
        index=list(RULES).index(DEFAULT),
        format_func=lambda each: labels[each],
        key="rule",
        bind="query-params",
        help=_("How one answer is read out of the claimants' figures. The Method page explains each way."),
    )
    return RULES[name]


def _with_undated(connection: duckdb.DuckDBPyConnection, chosen: Filters) -> Filters:
    """Draw the switch for facts without a date, with their number, and return the filters with its answer."""
    count = undated(connection, chosen)
    keep = st.toggle(
        ngettext("Include {n} fact without such a date", "Include {n} facts without such a date", count),
        value=True,
        key="undated",
        bind="query-params",
        help=_("Counts when a range of dates is set: facts whose source gives no date are never dropped unsaid."),
    )
    return replace(chosen, undated=keep)
