"""A file or pasted text becomes a :class:`~dashboard.facts.Document`."""

from .reading import DocumentError, document_from_json, document_from_text, read_document

__all__ = ["DocumentError", "document_from_json", "document_from_text", "read_document"]
