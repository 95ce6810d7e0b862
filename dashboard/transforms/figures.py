"""Numbers with bounds: where they stand on an axis, and how far they reach.

The rule, everywhere: a figure reaches from its lowest named number to its highest. "At least 100" reaches from 100
upwards without end, "up to 12,000" from 12,000 downwards; such a figure counts with the one number that it names and is
drawn open-ended. No middle of a range is ever worked out as a figure.
"""

from __future__ import annotations

import polars as pl

LOWER_BOUND = ("at_least", "more_than", "order_of")
UPPER_BOUND = ("at_most",)


def lower() -> pl.Expr:
    """Return the lowest number that a claim names (people)."""
    return pl.coalesce("value_low", "value_best", "value_high")


def upper() -> pl.Expr:
    """Return the highest number that a claim names (people)."""
    return pl.coalesce("value_high", "value_best", "value_low")


def placed(claims: pl.DataFrame, *, keep: bool = False) -> pl.DataFrame:
    """Add where each claim is drawn, and leave out those without any number unless they are to be kept.

    Adds ``lower`` and ``upper`` (people), ``open`` (``up`` for a lower bound, ``down`` for an upper bound, else empty)
    and ``ranged`` (whether it names two different numbers).

    >>> frame = pl.DataFrame(
    ...     {"value_low": [100, None, 10], "value_best": [None, 7, None], "value_high": [None, None, 12],
    ...      "qualifier": ["at_least", "exact", "between"]})
    >>> placed(frame).select("lower", "upper", "open", "ranged").rows()
    [(100, 100, 'up', False), (7, 7, '', False), (10, 12, '', True)]
    """
    with_place = claims.with_columns(
        lower=lower(),
        upper=upper(),
        open=pl.when(pl.col("qualifier").is_in(LOWER_BOUND))
        .then(pl.lit("up"))
        .when(pl.col("qualifier").is_in(UPPER_BOUND))
        .then(pl.lit("down"))
        .otherwise(pl.lit("")),
        ranged=lower() != upper(),
    )
    return with_place if keep else with_place.filter(pl.col("lower").is_not_null())
