"""What a fact is: records, columns, kinds and names. Everything else in the house speaks in these terms."""

from .columns import Column
from .decisions import DECISION_COLUMNS, Decision, read_changes, write_changes
from .describing import CORRECTABLE, DESCRIPTION_COLUMNS
from .kinds import KINDS, Kind, column_named, columns_for, fact_columns, identity, kind_named
from .model import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    PUBLISHER,
    Actor,
    Document,
    Fact,
    Place,
    Value,
    digest,
    document_identity,
    joined,
    parted,
)
from .names import BODIES, Directory, by_convention, folded, is_country, slug, states
from .worked import ANSWER_COLUMNS, VIEW_COLUMNS

__all__ = [
    "ANSWER_COLUMNS",
    "BODIES",
    "CORRECTABLE",
    "DECISION_COLUMNS",
    "DESCRIPTION_COLUMNS",
    "DOCUMENT_COLUMNS",
    "FACT_COLUMNS",
    "KINDS",
    "PUBLISHER",
    "VIEW_COLUMNS",
    "Actor",
    "Column",
    "Decision",
    "Directory",
    "Document",
    "Fact",
    "Kind",
    "Place",
    "Value",
    "by_convention",
    "column_named",
    "columns_for",
    "digest",
    "document_identity",
    "fact_columns",
    "folded",
    "identity",
    "is_country",
    "joined",
    "kind_named",
    "parted",
    "read_changes",
    "slug",
    "states",
    "write_changes",
]
