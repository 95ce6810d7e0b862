"""Reprints: the same text in another outlet, with another headline, dateline or byline, cut or completed at the end.

**The same text.** Two articles are prints of one text when six in ten of their runs of five words are the same, or when
eight in ten of the shorter one's are in the longer one and it is no longer than twice and a half; their days of
publication are at most two weeks apart. Two reports of one event share names and quotations, but few runs of five
words. The earliest published of such articles is the original (of equals, the one that was added first), all others
are its reprints. MinHash finds who is worth comparing; what is decided is decided on the words themselves.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import duckdb
import polars as pl

from dashboard.facts import document_identity

from .rows import insert, read, registered

RUN = 5  # words
FEWEST = 20  # runs: a shorter text is too little to tell by
ALIKE = 0.6  # of all runs of both
WITHIN = 0.8  # of the shorter one's runs
LONGEST = 2.5  # times the shorter one
APART = timedelta(days=14)
# 42 bands of 3: a pair that shares four in ten of its runs is found 19 times in 20, one that shares half always.
BANDS, ROWS, SEED = 42, 3, 1
COMPARED = 20  # documents with which a new one is compared: those that share most bands with it
Runs = frozenset[str]


def runs(text: str) -> Runs:
    """Return the runs of five words of a text; case, punctuation and white space make no difference.

    >>> sorted(runs("One, two THREE four – five six."))
    ['one two three four five', 'two three four five six']
    """
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    return frozenset(" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def alike(one: Runs, other: Runs) -> bool:
    """Tell whether two articles are prints of the same text."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < FEWEST:
        return False
    shared = len(one & other)
    if shared >= ALIKE * (shorter + longer - shared):
        return True
    return shared >= WITHIN * shorter and longer <= LONGEST * shorter


def keys(found: Runs) -> list[int]:
    """Return the keys of a text, one for each band: texts that are alike have some in common."""
    from datasketch import MinHash  # takes a third of a second, so not before it is needed

    if len(found) < FEWEST:
        return []
    sketch = MinHash(num_perm=BANDS * ROWS, seed=SEED, scheme="affine32")
    sketch.update_batch([run.encode() for run in found])
    values = sketch.hashvalues.astype("<u4")
    return [_key(values[n * ROWS : (n + 1) * ROWS].tobytes()) for n in range(BANDS)]


def _key(band: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(band, digest_size=8).digest(), "big", signed=True)


def note_documents(
    connection: duckdb.DuckDBPyConnection, texts: Mapping[str, str], same: Mapping[str, str] | None = None
) -> None:
    """Write down by what documents are found again and whose reprints they are, inside the caller's transaction.

    ``texts`` are those of documents that were just inserted, by id; ``same`` tells of some of them which other document
    has the very same text, so that they are prints of one text however short it is and however much later they came.
    What is found stands in ``reprint_of_given``: a person may have decided otherwise.
    """
    known = {document_id: runs(text) for document_id, text in texts.items()}
    marks = [
        {"document_id": document_id, "band": band, "key": key}
        for document_id, found in known.items()
        for band, key in enumerate(keys(found))
    ]
    insert(connection, "prints", marks)
    _find(connection, known, list((same or {}).items()))


def find_again(connection: duckdb.DuckDBPyConnection, document_id: str) -> None:
    """Find anew who reprints whom once a document's day is another, inside the caller's transaction.

    It is looked at with all that were prints of its text, so that it leaves them where it does not belong to them.
    """
    together = _with_relatives(connection, {document_id})
    connection.execute(
        "UPDATE documents SET reprint_of_given = '' WHERE document_id IN (SELECT unnest(?))", [list(together)]
    )
    first: dict[str, str] = {}
    same = [(each, first.setdefault(document_identity(row["text"]), each)) for each, row in together.items()]
    _find(connection, {each: runs(row["text"]) for each, row in together.items()}, [(a, b) for a, b in same if a != b])


def _find(connection: duckdb.DuckDBPyConnection, known: dict[str, Runs], certain: list[tuple[str, str]]) -> None:
    """Find the prints of the same text among all documents and these, of which some are prints of one for certain."""
    pairs = connection.execute(
        "SELECT n.document_id, p.document_id FROM prints n JOIN prints p USING (band, key) "
        "WHERE n.document_id IN (SELECT unnest(?)) AND n.document_id <> p.document_id "
        "GROUP BY n.document_id, p.document_id "
        "QUALIFY row_number() OVER (PARTITION BY n.document_id ORDER BY count(*) DESC, p.document_id) <= ? "
        "ORDER BY ALL",
        [list(known), COMPARED],
    ).fetchall()
    if not pairs and not certain:
        return
    involved = _with_relatives(connection, {each for pair in [*pairs, *certain] for each in pair})
    known |= {
        each: runs(involved[each]["text"]) for pair in pairs for each in pair if each in involved and each not in known
    }
    matching = [
        (one, other)
        for one, other in pairs
        if _near(involved[one]["published"], involved[other]["published"]) and alike(known[one], known[other])
    ]
    _group(connection, involved, matching + certain)


def _with_relatives(connection: duckdb.DuckDBPyConnection, ids: set[str]) -> dict[str, dict[str, Any]]:
    """Return documents with their originals and all reprints of those."""
    rows = read(
        connection,
        "WITH heads AS (SELECT CASE WHEN reprint_of_given = '' THEN document_id ELSE reprint_of_given END AS head "
        "FROM documents "
        "WHERE document_id IN (SELECT unnest(?))) "
        "SELECT document_id, published, added_at, reprint_of_given, text FROM documents "
        "WHERE document_id IN (SELECT head FROM heads) OR reprint_of_given IN (SELECT head FROM heads)",
        [list(ids)],
    )
    return {row["document_id"]: row for row in rows}


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= APART


def _group(
    connection: duckdb.DuckDBPyConnection,
    involved: Mapping[str, Mapping[str, Any]],
    matching: Iterable[tuple[str, str]],
) -> None:
    """Join documents into groups, find the original of each, and write down what changes."""
    leads = {each: row["reprint_of_given"] or each for each, row in involved.items()}

    def lead(each: str) -> str:
        while leads[each] != each:
            each = leads[each]
        return each

    for one, other in matching:
        leads[lead(one)] = lead(other)
    groups: dict[str, list[str]] = {}
    for each in involved:
        groups.setdefault(lead(each), []).append(each)
    changed = []
    for members in groups.values():
        original = min(members, key=lambda each: _earliness(involved[each]))
        for each in members:
            reprint_of = "" if each == original else original
            if reprint_of != involved[each]["reprint_of_given"]:
                changed.append((each, reprint_of))
    if changed:
        frame = pl.DataFrame(changed, schema={"document_id": pl.String, "reprint_of": pl.String}, orient="row")
        with registered(connection, frame):
            connection.execute(
                "UPDATE documents SET reprint_of_given = incoming.reprint_of FROM incoming "
                "WHERE incoming.document_id = documents.document_id"
            )


def _earliness(document: Mapping[str, Any]) -> tuple[date, datetime, str]:
    return (
        document["published"] or date.max,
        document["added_at"] or datetime.min,
        document["document_id"],
    )
