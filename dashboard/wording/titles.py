"""What a fact or a question is about, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dashboard.facts import Directory, Kind, column_named, parted

from . import _

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")  # a part that is left out where a column in it is empty
_COLUMN = re.compile(r"\{(\w+)\}")


def title(kind: Kind, values: Mapping[str, object], directory: Directory) -> str:
    """Return what is claimed, without the number: the kind's title with the labels of ``values`` filled in.

    >>> from dashboard.facts import KINDS, Actor
    >>> directory = Directory([Actor(actor_id="PRK", name="North Korea", type="state")])
    >>> title(KINDS["casualty"], {"actor": "PRK", "unit": "troops", "outcome": "killed", "measure": ""}, directory)
    'North Korea: troops killed'
    """
    labels = {name: label(kind, name, values.get(name), directory) for name in _COLUMN.findall(kind.title)}

    def filled(part: str) -> str:
        return _COLUMN.sub(lambda found: labels[found[1]] or _("unknown"), part)

    def optional(found: re.Match[str]) -> str:
        return filled(found[1]) if all(labels[name] for name in _COLUMN.findall(found[1])) else ""

    return filled(_OPTIONAL.sub(optional, _(kind.title)))


def label(kind: Kind, name: str, value: object, directory: Directory) -> str:
    """Return one value as people read it inside a sentence: an actor's name, a word's label in small letters."""
    column = column_named(kind, name)
    content = "" if value is None else str(value)
    if column.refers in ("actor", "actors"):
        if name == "actor" and not content:
            return _("Several sides or unknown")
        return " – ".join(directory.name(each) for each in parted(content))
    if column.words:
        return _(column.words.get(content, content)).lower()
    return content
