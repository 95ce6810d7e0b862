"""The database: opening it, writing articles and facts into it, asking it."""

from .database import StoreError, database_path, open_store
from .filters import Basis, Filters, Knowing
from .writing import Added, add_document, publisher_id, read_directory

__all__ = [
    "Added",
    "Basis",
    "Filters",
    "Knowing",
    "StoreError",
    "add_document",
    "database_path",
    "open_store",
    "publisher_id",
    "read_directory",
]
