"""The interface's words, numbers and dates in the reader's language: gettext for words, Babel for the rest.

English is what stands in the code. Another language is one catalogue, ``locales/<language>/LC_MESSAGES/tilik.mo``,
translated from ``locales/tilik.pot`` (made by ``python -m dashboard.wording.catalogue``).
"""

from __future__ import annotations

import gettext
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

FOLDER = Path(__file__).parent / "locales"
DOMAIN = "tilik"
NOTHING = "–"
# Each browser session runs in a context of its own, so two readers can read in two languages.
_language: ContextVar[str] = ContextVar("language", default="en")


def use(language: str) -> None:
    """Speak this language (ISO 639-1) from here on in the current session; English where there is no catalogue."""
    _language.set(language)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, languages=[language], fallback=True)


def _(message: str) -> str:
    """Return a message in the current language."""
    return _catalogue(_language.get()).gettext(message) if message else ""


def N_(message: str) -> str:
    """Mark a message for translation where it is declared; ``_`` translates it where it is shown."""
    return message


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form of a message that goes with the number ``n``, with ``{n}`` written out.

    >>> ngettext("{n} fact", "{n} facts", 1), ngettext("{n} fact", "{n} facts", 1241)
    ('1 fact', '1,241 facts')
    """
    return _catalogue(_language.get()).ngettext(singular, plural, n).format(n=number(n))


# A table writes the same days and numbers again and again, and Babel takes its time over each.
@lru_cache(maxsize=20_000)
def _decimal(value: float, language: str) -> str:
    return format_decimal(value, locale=language)


@lru_cache(maxsize=20_000)
def _date(value: date, pattern: str, language: str) -> str:
    return format_date(value, pattern, locale=language)


def number(value: float | None) -> str:
    """Write a number with the language's separators.

    >>> number(13000), number(0), number(None)
    ('13,000', '0', '–')
    """
    return NOTHING if value is None else _decimal(value, _language.get())


def separators() -> str:
    """Return the decimal and the thousands mark, one after the other, as Plotly wants them.

    >>> separators()
    '.,'
    """
    locale = _language.get()
    return get_decimal_symbol(locale) + get_group_symbol(locale)


def day(value: date | None) -> str:
    """Write a day.

    >>> day(date(2025, 9, 2)), day(None)
    ('2 Sep 2025', '–')
    """
    return NOTHING if value is None else _date(value, "d MMM yyyy", _language.get())


def span(start: date | None, end: date | None, precision: str = "day") -> str:
    """Write when something happened, no more exactly than it is known.

    >>> span(date(2024, 10, 1), None, "month"), span(None, date(2025, 4, 30)), span(None, None)
    ('since Oct 2024', 'by 30 Apr 2025', '–')
    >>> span(date(2025, 1, 1), date(2025, 12, 31), "year"), span(date(2025, 9, 3), date(2025, 9, 3))
    ('2025', '3 Sep 2025')
    """
    pattern = {"year": "yyyy", "month": "MMM yyyy"}.get(precision, "d MMM yyyy")
    first, last = (_date(each, pattern, _language.get()) if each else "" for each in (start, end))
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first:
        return _("since {date}").format(date=first)
    return _("by {date}").format(date=last) if last else NOTHING


def figure(low: int | None, best: int | None, high: int | None, qualifier: str = "") -> str:
    """Write a number as its source gave it: a bound stays a bound, a range a range.

    >>> figure(None, 13000, None, "about"), figure(100, None, None, "at_least"), figure(None, None, 12000, "at_most")
    ('≈ 13,000', '≥ 100', '≤ 12,000')
    >>> figure(10000, None, 12000, "between"), figure(None, 101, None, "exact"), figure(None, None, None)
    ('10,000–12,000', '101', '–')
    >>> figure(2000, None, None, "order_of"), figure(None, 2000, None, "nearly"), figure(600, None, None, "more_than")
    ('thousands', '≈ 2,000 (nearly)', '> 600')
    """
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}–{number(high)}"
    orders = {20: _("dozens"), 200: _("hundreds"), 2000: _("thousands"), 20000: _("tens of thousands")}
    if qualifier == "order_of" and low in orders:
        return orders[low]
    pattern = {
        "about": "≈ {n}",
        "nearly": _("≈ {n} (nearly)"),
        "at_least": "≥ {n}",
        "more_than": "> {n}",
        "order_of": "≥ {n}",
        "at_most": "≤ {n}",
    }.get(qualifier, "{n}")
    value = next((each for each in (best, low, high) if each is not None), None)
    return NOTHING if value is None else pattern.format(n=number(value))


def between(low: int, high: int, *, open_low: bool = False, open_high: bool = False) -> str:
    """Write from where to where figures reach; an end that is a bound says so.

    >>> between(600, 6000), between(20, 6000, open_high=True), between(5, 9, open_low=True)
    ('600–6,000', '20–6,000 or more', '5 or fewer–9')
    >>> between(4, 4, open_high=True), between(4, 4)
    ('≥ 4', '4')
    """
    if low == high and open_low != open_high:
        return figure(low, None, None, "at_least") if open_high else figure(None, None, high, "at_most")
    first = _("{n} or fewer").format(n=number(low)) if open_low else number(low)
    last = _("{n} or more").format(n=number(high)) if open_high else number(high)
    return first if low == high and not (open_low or open_high) else f"{first}–{last}"


def listed(items: list[str]) -> str:
    """Join items in a sentence.

    >>> listed(["Russia", "Ukraine", "China"])
    'Russia, Ukraine, and China'
    """
    return format_list(items, locale=_language.get()) if items else ""
