"""What leaves the house: the same columns in every format, safe to open in a spreadsheet."""

from .formats import FORMATS, Format, export, file_name

__all__ = ["FORMATS", "Format", "export", "file_name"]
