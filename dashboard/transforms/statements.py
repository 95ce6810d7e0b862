"""What became of each figure: first said, said again, revised, or still printed after it was revised.

**Statement.** What a claimant says of one question on one day, in however many prints. Prints that differ ("at least",
"more than", exactly 100) are one statement with a spread. The days on which a claimant makes a statement are those on
which it gives some number for the first time, and those for which at least two publishers print it, at least one of
them not simply on its own day of publication: an old number that only one outlet prints is no new statement. Reprints
of one article are its publisher's print, however many outlets have them.

**Supersession.** A statement stands until the claimant's next one; a number that the next one repeats stands on. The
word before a number ("about", "at least") makes no other number of it. A state also stands for its unnamed bodies:
where one of them has said the same number and revises it, the state's figure is superseded too.

**In force** on a day are the numbers of each claimant's last statement until then. **A stale repeat** is a claim
printed after its number was superseded, unless the same document carries the newer figure beside it.

Nothing here looks ahead: what stood on a day follows from the claims until that day alone. A claim that is denied, or
gives no number or no day, is no statement; nor is a figure of one event or on top of another, which no later one
revises.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from dashboard.facts import words

from .figures import placed

BY = ("question", "claimant")
NUMBER = ("lower", "upper")
WHO = (*BY, *NUMBER)
TOTAL = (pl.col("status") != "denied") & pl.col("lower").is_not_null() & ~pl.col("measure").is_in(words.STANDING_ALONE)
STATED = TOTAL & pl.col("as_of").is_not_null()
# What the working-out looks at; the claims' other columns only come along.
NEEDED = (
    *(*WHO, "fact_id", "as_of", "status", "measure", "document_id"),
    *("source_publisher", "source_published", "source_reprint_of"),
)
END = pl.date(9999, 12, 31)
OUTLETS_NAMED = 4
PRINTED = pl.max_horizontal("as_of", "source_published")


def runs(claims: pl.DataFrame, voices: Mapping[str, str]) -> pl.DataFrame:
    """Return how long each number of each claimant stood as the answer to a question.

    ``claims`` is :func:`~dashboard.transforms.placed`; ``voices`` says for whom each claimant speaks
    (:meth:`dashboard.facts.Directory.voice`). Columns: ``question``, ``claimant``, ``lower``, ``upper``, ``since`` and
    ``until`` (days; ``until`` is empty for what is in force), ``reviser`` (who superseded it).
    """
    said = _said(claims.filter(STATED))
    days = said.select(*BY, day="since").unique().sort(*BY, "day")
    days = days.with_columns(turn=pl.int_range(pl.len()).over(BY))
    said = said.join(days, left_on=[*BY, "since"], right_on=[*BY, "day"]).sort(*WHO, "turn")
    # A number that stands in statements one after the other is one run.
    follows = pl.all_horizontal(pl.col(name) == pl.col(name).shift() for name in WHO) & (pl.col("turn").diff() == 1)
    run = (~follows).fill_null(True).cum_sum().alias("run")
    spans = said.group_by(run).agg(pl.col(WHO).first(), since=pl.col("since").min(), next=pl.col("turn").max() + 1)
    until = days.select(*BY, next="turn", own="day")
    return _with_bodies(spans.join(until, on=[*BY, "next"], how="left"), voices).sort(*WHO, "since")


def _said(stated: pl.DataFrame) -> pl.DataFrame:
    """Return the numbers of every statement: ``question``, ``claimant``, ``lower``, ``upper``, ``since`` (its day)."""
    elsewhere = pl.col("source_published").ne_missing(pl.col("as_of"))
    reported = (
        stated.with_columns(outlet=_outlet(stated))
        .group_by(*BY, "as_of")
        .agg(outlets=pl.col("outlet").n_unique(), dated=elsewhere.any())
        .filter((pl.col("outlets") > 1) & pl.col("dated"))
    )
    first = stated.group_by(WHO).agg(as_of=pl.col("as_of").min())
    days = pl.concat([reported.select(*BY, "as_of"), first.select(*BY, "as_of")]).unique()
    return stated.join(days, on=[*BY, "as_of"], how="semi").select(*WHO, since="as_of").unique()


def _outlet(claims: pl.DataFrame) -> pl.Series:
    """Return for each claim who brought it out: of a reprint, the publisher of the original if that is among them."""
    originals = (
        claims.filter(pl.col("source_reprint_of") == "").select("document_id", "source_publisher").unique("document_id")
    )
    publishers = dict(originals.iter_rows())
    printed = pl.col("source_reprint_of").replace_strict(publishers, default=pl.col("source_reprint_of"))
    outlet = pl.when(pl.col("source_reprint_of") == "").then("source_publisher").otherwise(printed)
    return claims.select(outlet=outlet).get_column("outlet")


def _with_bodies(spans: pl.DataFrame, voices: Mapping[str, str]) -> pl.DataFrame:
    """Let a state's figure end where one of its bodies revises the same number."""
    spoken = pl.col("claimant").replace(dict(voices))
    bodies = spans.filter(spoken != pl.col("claimant"), pl.col("own").is_not_null()).select(
        "question", claimant=spoken, lower="lower", upper="upper", body="claimant", revised="own"
    )
    revised = (
        spans.join(bodies, on=WHO, how="inner")
        .filter(pl.col("revised") > pl.col("since"))
        .sort("revised", "body")
        .group_by(*WHO, "since", maintain_order=True)
        .first()
        .select(*WHO, "since", "body", "revised")
    )
    by_body = pl.col("revised") < pl.col("own").fill_null(END)
    return spans.join(revised, on=[*WHO, "since"], how="left").select(
        *WHO,
        "since",
        until=pl.when(by_body).then("revised").otherwise("own"),
        reviser=pl.when(by_body).then("body").when(pl.col("own").is_not_null()).then("claimant"),
    )


def traced(claims: pl.DataFrame, voices: Mapping[str, str]) -> pl.DataFrame:
    """Add to claims what became of each.

    ``question`` says which of them answer the same one; without it they all do. Without ``source_reprint_of`` none is
    a reprint.

    Adds ``lower``, ``upper``, ``open``, ``ranged`` (see :func:`~dashboard.transforms.placed`), ``since`` and ``until``
    (the days from and to which its number stood), ``standing`` (``in_force``, ``superseded``, ``repeat`` for a stale
    repeat, empty for what is no statement), ``reviser`` and ``newer`` (the claimant and the ``fact_id`` of the figure
    that superseded it). A print without a day counts with its claimant's last run of the same number. The order of
    rows is kept.

    >>> from datetime import date
    >>> days = [date(2025, 4, 30), date(2025, 9, 2), date(2025, 11, 5)]
    >>> frame = pl.DataFrame({"fact_id": ["a", "b", "c"], "claimant": "nis", "as_of": days, "value_low": None,
    ...     "value_best": [600, 2000, 600], "value_high": None, "qualifier": "about", "status": "occurred",
    ...     "measure": "", "source_published": days, "source_publisher": "The Paper", "document_id": ["1", "2", "3"]})
    >>> traced(frame, {}).select("standing", "newer").rows()
    [('superseded', 'b'), ('in_force', None), ('repeat', 'b')]
    """
    whole = placed(claims, keep=True)
    whole = whole.with_columns(
        pl.lit("").alias(name) for name in ("question", "source_reprint_of") if name not in whole.columns
    )
    rows = whole.select(NEEDED).with_row_index("row")
    spans = runs(rows, voices)
    made = rows.filter(TOTAL)
    dated = (
        made.filter(STATED)
        .sort("as_of")
        .join_asof(spans.sort("since"), left_on="as_of", right_on="since", by=list(WHO), check_sortedness=False)
    )
    last = spans.group_by(WHO).agg(pl.all().sort_by("since").last())
    undated = made.filter(~STATED).join(last, on=WHO, how="left")
    found = pl.concat([dated, undated], how="diagonal").select("row", "since", "until", "reviser")
    rows = rows.join(found, on="row", how="left").sort("row")
    shown = rows.filter(STATED).sort("lower", "fact_id")
    first = shown.group_by("question", reviser="claimant", until="as_of", maintain_order=True)
    newer = first.agg(newer=pl.col("fact_id").first())
    newest = rows.group_by("question", "document_id", reviser="claimant").agg(told=pl.col("since").max())
    added = (
        rows.join(newer, on=["question", "reviser", "until"], how="left")
        .join(newest, on=["question", "document_id", "reviser"], how="left")
        .with_columns(
            standing=pl.when(pl.col("since").is_null())
            .then(pl.lit(""))
            .when(pl.col("until").is_null())
            .then(pl.lit("in_force"))
            .when(pl.col("until") < PRINTED, (pl.col("told") < pl.col("until")).fill_null(True))
            .then(pl.lit("repeat"))
            .otherwise(pl.lit("superseded"))
        )
        .sort("row")
    )
    return whole.hstack(added.select("since", "until", "reviser", "newer", "standing"))


def in_force(claims: pl.DataFrame) -> pl.DataFrame:
    """Return what each claimant of one question says now, one row each; ``claims`` is :func:`traced`, with ``voice``.

    Columns: ``claimant``; ``lower``, ``upper`` (people, over all prints) and ``open`` (``up`` or ``down`` where any
    print leaves it open); ``facts`` (the ``fact_id`` of one claim for each way in which the figure is printed, the
    first of them the one to show); ``since``, ``stated`` (first and last day of the statement); ``prints``,
    ``reprints`` (how many of them are reprints of an article), ``publishers``; ``direct`` (whether any print had it
    without a relay); ``from_fact`` (the figure it superseded, if any), ``credibility``, ``reliability`` (the best of
    its prints). Sorted by the lowest number, then by claimant.
    """
    held = claims.filter(pl.col("standing") == "in_force")
    dated = pl.col("as_of").is_not_null()
    ways = (
        held.sort(~dated, "as_of", "lower", "fact_id")
        .unique(["claimant", "value_low", "value_best", "value_high", "qualifier"], keep="first", maintain_order=True)
        .group_by("claimant", maintain_order=True)
        .agg(facts="fact_id")
    )
    return (
        held.group_by("claimant")
        .agg(
            lower=pl.col("lower").min(),
            upper=pl.col("upper").max(),
            open=pl.col("open").filter(pl.col("open") != "").sort().last().fill_null(""),
            since=pl.col("since").max(),
            stated=pl.col("as_of").max(),
            prints=pl.len(),
            reprints=(pl.col("source_reprint_of") != "").sum(),
            publishers=pl.col("source_publisher").unique().sort(),
            direct=(pl.col("relayed_via") == "").any(),
            voice=pl.col("voice").first(),
            credibility=pl.col("credibility").min(),
            reliability=pl.col("source_reliability").min(),
        )
        .join(ways, on="claimant")
        .join(_superseded(claims), on=["claimant", "since"], how="left")
        .sort("lower", "upper", "claimant")
    )


def _superseded(claims: pl.DataFrame) -> pl.DataFrame:
    """Return the figure that each statement took the place of: ``claimant``, ``since``, ``from_fact``."""
    return (
        claims.filter(pl.col("standing") == "superseded", STATED)
        .sort("as_of", "lower", "fact_id", descending=[True, False, False])
        .group_by("claimant", since="until", maintain_order=True)
        .agg(from_fact=pl.col("fact_id").first())
    )


def envelope(claims: pl.DataFrame, by: tuple[str, ...] = ()) -> pl.DataFrame:
    """Return the lowest and the highest number in force from each day on; ``claims`` is :func:`traced`.

    ``by`` names columns to do so for each of their values, such as each claimant alone. Columns: those, ``day``,
    ``low``, ``high`` (people), ``claimants``; one row for each day on which a figure comes into force or is superseded.

    >>> from datetime import date
    >>> frame = pl.DataFrame({"claimant": ["a", "b", "a"], "lower": [1, 5, 9], "upper": [1, 5, 9],
    ...     "since": [date(2025, 1, 1), date(2025, 1, 2), date(2025, 1, 3)], "until": [date(2025, 1, 3), None, None]})
    >>> envelope(frame).select("low", "high", "claimants").rows()
    [(1, 1, 1), (1, 5, 2), (5, 9, 2)]
    """
    known = claims.filter(pl.col("since").is_not_null())
    spans = known.select("claimant", *NUMBER, "since", pl.col("until").fill_null(END)).unique()
    days = pl.concat([spans.select(*by, day="since"), spans.select(*by, day="until")]).unique()
    days = days.filter(pl.col("day") < END)
    stands = (pl.col("since") <= pl.col("day"), pl.col("until") > pl.col("day"))
    standing = days.join(spans, on=list(by)).filter(*stands) if by else days.join_where(spans, *stands)
    return (
        standing.group_by(*by, "day")
        .agg(low=pl.col("lower").min(), high=pl.col("upper").max(), claimants=pl.col("claimant").n_unique())
        .sort(*by, "day")
    )


def marks(claims: pl.DataFrame) -> pl.DataFrame:
    """Return one row for the prints of the same number for the same day by the same claimant, to be drawn as one mark.

    ``claims`` is :func:`traced`, those with a number and a day. The row is that of the print with the shortest way to
    the claimant; ``prints`` says how many there are and ``outlets`` names the first few publishers.
    """
    repeat = (pl.col("standing") == "repeat").alias("repeat")
    groups = (
        claims.filter(pl.col("lower").is_not_null(), pl.col("as_of").is_not_null())
        .sort(pl.col("relayed_via").str.count_matches(";"), pl.col("relayed_via") != "", "fact_id")
        .group_by(*WHO, "as_of", "status", "open", repeat, maintain_order=True)
        .agg(pl.col("fact_id").first(), prints=pl.len(), outlets=pl.col("source_publisher").head(OUTLETS_NAMED))
        .select("fact_id", "repeat", "prints", pl.col("outlets").list.unique(maintain_order=True))
    )
    return claims.join(groups, on="fact_id").sort("as_of", "fact_id")


def revisions(claims: pl.DataFrame) -> pl.DataFrame:
    """Return where claimants took back a figure for another, the newest first; ``claims`` is :func:`traced`.

    Columns: ``question``, ``claimant``, ``day`` (of the revision), ``old`` and ``new`` (``fact_id`` of a claim each).
    A state's figure that one of its bodies revised is left out: the body's own revision tells it.
    """
    own = claims.filter(pl.col("standing") == "superseded", pl.col("reviser") == pl.col("claimant"), STATED)
    return (
        own.sort("as_of", "lower", "fact_id", descending=[True, False, False])
        .group_by(*BY, day="until", maintain_order=True)
        .agg(old=pl.col("fact_id").first(), new=pl.col("newer").first())
        .sort("day", *BY, descending=[True, False, False])
    )
