"""How well the extractor reads: labelled articles, written from reviewed ones and scored against what is extracted."""

from .labels import Label, label_of, read_labels, write_labels
from .scoring import Record, Result, Score, scored
from .tables import tables, told
from .version import extractor_version

__all__ = [
    "Label",
    "Record",
    "Result",
    "Score",
    "extractor_version",
    "label_of",
    "read_labels",
    "scored",
    "tables",
    "told",
    "write_labels",
]
