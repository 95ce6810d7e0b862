"""The template from which translators work: ``python -m dashboard.wording.catalogue`` writes ``locales/tilik.pot``.

Babel finds the messages in the code; the labels of columns, words and kinds are added from their declarations.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from dashboard.facts import (
    ANSWER_COLUMNS,
    DECISION_COLUMNS,
    DOCUMENT_COLUMNS,
    KINDS,
    VIEW_COLUMNS,
    fact_columns,
    words,
)

from . import DOMAIN, FOLDER

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATE = FOLDER / f"{DOMAIN}.pot"


def template() -> str:
    """Return the template: every message of the interface, in order, without dates or line numbers that would churn."""
    catalogue = Catalog(project="Tilik", charset="utf-8", header_comment="# Messages of Tilik.")
    messages: set[str | tuple[str, ...]] = set(_declared())
    for _file, _line, message, _comments, _context in extract_from_dir(
        PACKAGE, method_map=[("**.py", "python")], keywords={"_": None, "N_": None, "ngettext": (1, 2)}
    ):
        messages.add(message)
    for message in sorted(messages, key=str):
        catalogue.add(message)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, omit_header=True, width=110)
    return buffer.getvalue().decode()


def _declared() -> Iterator[str]:
    for column in (*fact_columns(), *DOCUMENT_COLUMNS, *DECISION_COLUMNS, *ANSWER_COLUMNS, *VIEW_COLUMNS):
        yield column.label
        yield from column.words.values()
    for said in (words.CREDIBILITY_MEANINGS, words.RELIABILITY_MEANINGS, words.PROPOSALS):
        yield from said.values()
    for kind in KINDS.values():
        yield from (kind.label, kind.plural, kind.meaning, kind.title)


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(), encoding="utf-8")
