"""Labelled articles: a folder of ``NNN.txt``, an article, and ``NNN.json``, its facts as a person holds them right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.facts import Document, Fact, columns_for, kind_named, parted

Label = dict[str, Any]
# Columns that say who extracted or reviewed a fact and not what it says.
LEFT_OUT = ("fact_id", "confidence", "review", "credibility", "document_id")


def label_of(document: Document, facts: Iterable[Fact], number: int = 1) -> Label:
    """Return an article with its facts as a label: the contents of ``NNN.json`` with ``text`` and ``document_id``."""
    return {
        "id": f"{number:03}",
        "url": document.url,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else "",
        "language": document.language,
        "facts": [_labelled(fact) for fact in facts],
        "document_id": document.document_id,
        "text": document.text,
    }


def _labelled(fact: Fact) -> dict[str, Any]:
    columns = (column for column in columns_for(kind_named(fact.kind)) if column.name not in LEFT_OUT)
    told = {column.name: _cell(fact.value(column.name)) for column in columns}
    return told | {"participants": list(parted(fact.participants))}


def _cell(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def write_labels(folder: Path, reviewed: Iterable[tuple[Document, Sequence[Fact]]]) -> int:
    """Write articles and their facts into a folder, numbered on from what is there; returns how many were new.

    An article that the folder has already is not written again.

    Raises:
        OSError: if the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = [path for path in folder.glob("*.json") if path.stem.isdigit()]
    known = {path.with_suffix(".txt").read_bytes() for path in there if path.with_suffix(".txt").exists()}
    number = max((int(path.stem) for path in there), default=0)
    written = 0
    for document, facts in reviewed:
        content = document.text.encode()
        if content in known:
            continue
        number += 1
        written += 1
        known.add(content)
        label = label_of(document, facts, number)
        del label["text"], label["document_id"]
        # The text first: a label without its article would be read as damage.
        (folder / f"{number:03}.txt").write_bytes(content)
        told = json.dumps(label, ensure_ascii=False, indent=1)
        (folder / f"{number:03}.json").write_text(told + "\n", encoding="utf-8")
    return written


def read_labels(folders: Iterable[Path]) -> Iterator[Label]:
    """Read labelled articles: each label file with its ``text`` and ``document_id``."""
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            label: Label = json.loads(path.read_text(encoding="utf-8"))
            label["text"] = path.with_suffix(".txt").read_bytes().decode("utf-8")
            label["document_id"] = f"{label['language']}/{label['id']}"
            yield label


def document_of(label: Mapping[str, Any]) -> Document:
    """Return a labelled article as the extractor gets it."""
    published = label.get("published")
    return Document(
        document_id=label["document_id"],
        text=label["text"],
        language=label["language"],
        published=date.fromisoformat(published) if published else None,
    )
