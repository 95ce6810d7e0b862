"""What leaves the house: the same columns in every format, safe to open in a spreadsheet."""

from .dictionary import data_dictionary
from .formats import FORMATS, TYPES, Format, export, file_name

__all__ = ["FORMATS", "TYPES", "Format", "data_dictionary", "export", "file_name"]
