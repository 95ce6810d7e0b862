"""The database: opening it, writing articles and facts into it, deciding about them, asking it."""

from .actors import publisher_id, read_directory
from .database import database_path, open_store
from .errors import StoreError
from .filters import Basis, Filters, Knowing
from .log import Conflict, DecisionError
from .writing import Added, Article, add_document, add_documents

__all__ = [
    "Added",
    "Article",
    "Basis",
    "Conflict",
    "DecisionError",
    "Filters",
    "Knowing",
    "StoreError",
    "add_document",
    "add_documents",
    "database_path",
    "open_store",
    "publisher_id",
    "read_directory",
]
