"""A file or pasted text becomes a :class:`~dashboard.facts.Document`, whatever format, encoding or archive it is in."""

from .collecting import Outcome, Source, collect, read_all, read_source, sources_in
from .errors import DocumentError
from .formats import FORMATS, KNOWN, Format
from .reading import Known, Read, document_from_json, document_from_text, read, read_bytes, read_document

__all__ = [
    "FORMATS",
    "KNOWN",
    "DocumentError",
    "Format",
    "Known",
    "Outcome",
    "Read",
    "Source",
    "collect",
    "document_from_json",
    "document_from_text",
    "read",
    "read_all",
    "read_bytes",
    "read_document",
    "read_source",
    "sources_in",
]
