"""What can go wrong with the database, in sentences for a person."""

from __future__ import annotations


class StoreError(Exception):
    """The database cannot do what was asked; the message is one sentence for a person, saying what to do."""


class Locked(StoreError):
    """Another process has the file open."""
