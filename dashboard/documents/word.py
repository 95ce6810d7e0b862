"""Word files (docx, docm): the text as it reads with every change accepted; macros and pictures are never looked at."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .archives import without
from .errors import DocumentError
from .found import Found
from .plain import one_line, tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_XML = 100_000_000  # bytes of all parts together, unpacked
PARTS = re.compile(r"\.(?:xml|rels)$", re.IGNORECASE)
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted and moved away; and the same text box once more for older programs.
PASSED_OVER = (WORDS + "del", WORDS + "moveFrom", FALLBACK)
SIGNS = {WORDS + "tab": "\t", WORDS + "br": "\n", WORDS + "cr": "\n", WORDS + "noBreakHyphen": "-"}
PARAGRAPH, RUN, TEXT = (WORDS + tag for tag in ("p", "r", "t"))
DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def read_word(name: str, content: bytes) -> Found:
    """Read the paragraphs, those in tables and text boxes too, each on a line of its own.

    Raises:
        DocumentError: if it grows too large, or cannot be what Word writes.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart

    for kind in (MACROS, TEMPLATE):  # python-docx knows the text of these, but not by these names
        PartFactory.part_type_for.setdefault(kind, DocumentPart)
    clean = without(content, name, MOST_XML, PARTS)
    if DOCTYPE.search(clean):  # nothing is packed any more; Word never writes one, and an attack needs one
        raise DocumentError(f"{name} declares entities, which no Word file does; save it anew from Word.")
    package = Package.open(io.BytesIO(clean))
    part = package.main_document_part
    if not isinstance(part, DocumentPart):
        raise DocumentError(f"{name} is no Word document; save it as docx.")
    text = tidy("\n".join(_lines(part.element))).strip("\n")
    if not any(relation.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for relation in package.rels.values()):
        return Found(text=text)  # python-docx would make some up
    told = package.core_properties
    made = told.created or told.modified
    return Found(
        text=text,
        title=one_line(told.title),
        author=one_line(told.author),
        maybe_published=made.date() if made else None,
    )


def _lines(element: _Element) -> Iterator[str]:
    """Yield the paragraphs below an element.

    By hand, as python-docx's own list of them leaves out what a reviewer inserted and what stands in a form field.
    """
    for paragraph in element.iter(PARAGRAPH):
        if not _is_inside(paragraph, PASSED_OVER):
            yield _line(paragraph)


def _line(paragraph: _Element) -> str:
    words = []
    for piece in paragraph.iter(TEXT, *SIGNS):
        run = piece.getparent()  # a tab may also be where one is set in the ruler
        owner = next(piece.iterancestors(PARAGRAPH), None)  # a text box holds paragraphs inside a paragraph
        if run is not None and run.tag == RUN and owner is paragraph and not _is_inside(piece, PASSED_OVER):
            words.append(SIGNS.get(piece.tag, piece.text or ""))
    return "".join(words).rstrip()


def _is_inside(element: _Element, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None
