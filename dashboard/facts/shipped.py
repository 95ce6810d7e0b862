"""Reading ``data/``: the facts, actors and places that ship, as CSV files that a person can read and mend.

A row that is wrong is named with its file, line and column and with what is allowed there; all problems are found in
one reading, so that a contributor mends them in one go.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from . import words
from .check import Problem, closest, read_value, read_values
from .columns import Column
from .kinds import KINDS, Kind, columns_for
from .model import DOCUMENT_COLUMNS, Actor, Document, Fact, Place, digest, parted
from .names import Directory, is_country

FOLDER = Path(__file__).resolve().parents[2] / "data"
ACTORS, PLACES = "actors.csv", "places.csv"
ALIASES = "aliases_"
YES = "yes"
SOURCE = {f"source_{name}": name for name in ("publisher", "title", "url", "published", "language")}


class DataError(ValueError):
    """Rows in ``data/`` that cannot be read. ``problems`` holds one line of text each."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        shown = "\n".join(problems[:50])
        more = f"\n… and {len(problems) - 50} more" if len(problems) > 50 else ""
        super().__init__(f"{len(problems)} problem(s) in the data files:\n{shown}{more}")


@dataclass(frozen=True)
class Shipped:
    """What ``data/`` holds: every fact with the document that it refers to."""

    facts: tuple[Fact, ...]
    documents: tuple[Document, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class _Row:
    file: str
    line: int
    cells: dict[str, str]

    def says(self, problem: Problem) -> str:
        return f"{self.file}, line {self.line}, column {problem.column}: {problem.says}"


def fingerprint(folder: Path = FOLDER) -> str:
    """Return a hash of the shipped files, by which a database knows whether it was built from them."""
    parts = (path.name.encode() + b"\0" + path.read_bytes() for path in sorted(folder.glob("*.csv")))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def read_shipped(folder: Path = FOLDER) -> Shipped:
    """Read all shipped files.

    Raises:
        DataError: if any row of any file is wrong; it lists them all.
    """
    problems: list[str] = []
    actors = tuple(_actors(folder, problems))
    places = tuple(_places(folder, problems))
    directory = Directory(actors)
    facts: dict[str, Fact] = {}
    documents: dict[str, Document] = {}
    for kind in KINDS.values():
        if not kind.file:
            continue
        header = {c.name for c in columns_for(kind)} | SOURCE.keys()
        for row in _rows(folder / kind.file, header, {"fact_id"}, problems):
            found = _fact(row, kind, directory, problems)
            if found is None:
                continue
            fact, document = found
            if fact.fact_id in facts:
                problems.append(row.says(Problem("fact_id", f"{fact.fact_id!r} stands in an earlier row too")))
            facts[fact.fact_id] = fact
            earlier = documents.get(document.document_id, document)
            problems += [row.says(problem) for problem in contradictions(earlier, document)]
            documents[document.document_id] = _merged(earlier, document)
    if problems:
        raise DataError(problems)
    return Shipped(tuple(facts.values()), tuple(documents.values()), actors, places)


def read_actors(folder: Path = FOLDER) -> list[Actor]:
    """Read the shipped actors alone.

    Raises:
        DataError: if any row is wrong.
    """
    problems: list[str] = []
    actors = list(_actors(folder, problems))
    if problems:
        raise DataError(problems)
    return actors


def read_places(folder: Path = FOLDER) -> list[Place]:
    """Read the shipped places alone.

    Raises:
        DataError: if any row is wrong.
    """
    problems: list[str] = []
    places = list(_places(folder, problems))
    if problems:
        raise DataError(problems)
    return places


def _rows(path: Path, allowed: set[str], required: set[str], problems: list[str]) -> Iterator[_Row]:
    """Yield the rows of a CSV file; a missing or unreadable file or a wrong header is a problem."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            header = list(reader.fieldnames or ())
            known = sorted(allowed)
            problems += [
                f"{path.name}, line 1, column {name!r}: no such column{closest(name, known)}; "
                f"allowed are {', '.join(known)}"
                for name in header
                if name not in allowed and not (ALIASES in allowed and name.startswith(ALIASES))
            ]
            problems += [
                f"{path.name}, line 1, column {name}: is missing from the header"
                for name in sorted(required - set(header))
            ]
            for cells in reader:
                if None in cells or None in cells.values():
                    count = len(header)
                    problems.append(
                        f"{path.name}, line {reader.line_num}: does not have {count} columns like the header"
                    )
                    continue
                yield _Row(path.name, reader.line_num, {str(k): str(v) for k, v in cells.items()})
    except FileNotFoundError:
        problems.append(f"{path.name}: the file is missing from {path.parent}")
    except UnicodeDecodeError as error:
        problems.append(f"{path.name}: is not UTF-8 text (byte {error.start}); save it as CSV UTF-8")
    except (csv.Error, OSError) as error:
        problems.append(f"{path.name}: cannot be read: {error}")


def _fact(row: _Row, kind: Kind, directory: Directory, problems: list[str]) -> tuple[Fact, Document] | None:
    cells = {"kind": kind.name} | row.cells
    values, found = read_values(cells, kind)
    if cells["kind"] != kind.name:
        found.append(Problem("kind", f"{cells['kind']!r} in a file of kind {kind.name}"))
    for column in columns_for(kind):
        found += unknown_actors(column, str(values.get(column.name) or ""), directory)
    source: dict[str, object] = {}
    for column in DOCUMENT_COLUMNS:
        name = f"source_{column.name}"
        try:
            source[column.name] = read_value(column, cells.get(name, ""))
        except ValueError as error:
            found.append(Problem(name, str(error)))
    if not source.get("publisher"):
        found.append(Problem("source_publisher", "is empty but must be given"))
    url = str(source.get("url") or "")
    if url and not url.startswith(("https://", "http://")):
        found.append(Problem("source_url", f"{url!r} does not begin with https:// or http://"))
    if found:
        problems += [row.says(problem) for problem in found]
        return None
    without_url = (str(source.get(name) or "") for name in ("publisher", "published", "title"))
    source |= {"document_id": digest(url or "; ".join(without_url)), "reliability": "F"}
    document = Document(**source)  # type: ignore[arg-type]
    own = {column.name for column in kind.own}
    fields = {name: value for name, value in values.items() if name not in own}
    fact = replace(
        Fact(**fields),  # type: ignore[arg-type]
        document_id=document.document_id,
        details={name: value for name, value in values.items() if name in own},
    )
    return fact, document


def contradictions(earlier: Document, later: Document) -> list[Problem]:
    """Return where two rows tell different things about the document that both name."""
    pairs = ((name, getattr(earlier, name), getattr(later, name)) for name in ("publisher", "published", "language"))
    return [
        Problem(f"source_{name}", f"{after} here, but {before} in an earlier row with the same source_url")
        for name, before, after in pairs
        if before and after and before != after
    ]


def _merged(earlier: Document, later: Document) -> Document:
    known = {name: getattr(later, name) for name in ("title", "published", "language") if not getattr(earlier, name)}
    return replace(earlier, **known)


def unknown_actors(column: Column, content: str, directory: Directory, where: str = ACTORS) -> list[Problem]:
    """Return a problem for each actor id in a cell that no list has; ``where`` says in words which list it is."""
    ids = {"actor": (content,), "actors": parted(content)}.get(column.refers, ())
    return [
        Problem(column.name, f"no actor {each!r} in {where}{closest(each, list(directory.actors))}")
        for each in ids
        if each and each != "publisher" and each not in directory.actors
    ]


def _aliases(cells: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {name.removeprefix(ALIASES): parted(cell) for name, cell in cells.items() if name.startswith(ALIASES)}


def _actors(folder: Path, problems: list[str]) -> Iterator[Actor]:
    columns = {"actor_id", "name", "type", "parent", "role", "independent", ALIASES}
    rows = list(_rows(folder / ACTORS, columns, {"actor_id", "name", "type", "parent"}, problems))
    ids = [row.cells["actor_id"] for row in rows]
    for row in rows:
        cells = row.cells
        if not cells["actor_id"] or ids.count(cells["actor_id"]) > 1:
            problems.append(row.says(Problem("actor_id", f"{cells['actor_id']!r} is empty or stands in two rows")))
        if cells["type"] not in words.ACTOR_TYPES:
            problems.append(
                row.says(Problem("type", f"{cells['type']!r} is not one of {', '.join(words.ACTOR_TYPES)}"))
            )
        if cells["type"] == "state" and not is_country(cells["actor_id"]):
            problems.append(row.says(Problem("actor_id", "a state has its ISO 3166-1 alpha-3 code as id")))
        if cells["parent"] and cells["parent"] not in ids:
            problems.append(row.says(Problem("parent", f"no actor {cells['parent']!r}{closest(cells['parent'], ids)}")))
        if cells.get("independent", "") not in ("", YES):
            problems.append(row.says(Problem("independent", f"{cells['independent']!r} is not {YES!r} or empty")))
        yield Actor(
            actor_id=cells["actor_id"],
            name=cells["name"],
            type=cells["type"],
            parent=cells["parent"],
            role=cells.get("role", ""),
            independent=cells.get("independent") == YES,
            aliases=_aliases(cells),
        )


def _places(folder: Path, problems: list[str]) -> Iterator[Place]:
    columns = {"place", "country", "latitude", "longitude", ALIASES}
    for row in _rows(folder / PLACES, columns, {"place", "country", "latitude", "longitude"}, problems):
        cells = row.cells
        if cells["country"] and not is_country(cells["country"]):
            problems.append(row.says(Problem("country", f"{cells['country']!r} is not an ISO 3166-1 alpha-3 code")))
        try:
            latitude, longitude = float(cells["latitude"]), float(cells["longitude"])
            if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
                raise ValueError
        except ValueError:
            problems.append(
                row.says(Problem("latitude", "latitude and longitude are degrees, such as 39.0392,125.7625"))
            )
            continue
        yield Place(
            place=cells["place"],
            country=cells["country"],
            latitude=latitude,
            longitude=longitude,
            aliases=_aliases(cells),
        )
