"""Many files at once: by name, in folders, in zip archives. Each has an outcome of its own, and none stops another.

A :class:`Source` is a name and a way to its bytes. Making a list of a thousand costs little, which gives a progress bar
its end; the bytes are read one file at a time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Unpack
from zipfile import ZipFile, ZipInfo

from .archives import is_listed, opened, unpacked
from .errors import DocumentError, too_large
from .files import PAGES, beginning_of, content_of, files_below, is_of_page, leads_out, name_of, size_of
from .formats import MOST_BYTES, is_archive, may_be_zip
from .reading import Known, Read, read

MOST_ARCHIVE = 500_000_000  # bytes of a zip archive on disk
HEAD = 128  # bytes that tell an archive


@dataclass(frozen=True)
class Source:
    """A file to be read: what it is called, and how to get its bytes (which raises ``DocumentError`` if one cannot)."""

    name: str
    content: Callable[[], bytes]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one source: either it was ``read``, or there is a ``problem``, a sentence that names the file."""

    name: str
    read: Read | None = None
    problem: str = ""


def collect(paths: Iterable[Path]) -> Iterator[Source]:
    """Yield the files at these paths, those in folders and those in zip archives, as they come; never raises.

    A path that cannot be read, or an archive that may not be, is a source whose content says so.
    """
    for path in paths:
        if os.path.isdir(path):  # which says no where a path's own method raises
            found = False
            for file in files_below(path):
                found = True
                if leads_out(file, path):
                    yield _problem(name_of(file), f"{name_of(file)} is a link to somewhere else; give the file itself.")
                else:
                    yield from _of_file(file)
            if not found:
                yield _problem(name_of(path), f"{name_of(path)} holds no files.")
        else:
            yield from _of_file(path)


def sources_in(name: str, content: bytes) -> Iterator[Source]:
    """Yield an uploaded file, or the files in it if it is a zip archive; never raises."""
    try:
        archive = opened(name, content) if may_be_zip(content) else None
    except DocumentError as error:
        yield _problem(name, str(error))
        return
    if archive is not None and is_archive(name, content, archive.namelist()):
        yield from _of_archive(name, archive)
    else:
        yield Source(name, lambda: content)


def read_source(source: Source, **known: Unpack[Known]) -> Outcome:
    """Read one source; never raises."""
    try:
        return Outcome(name=source.name, read=read(source.name, source.content(), **known))
    except DocumentError as error:
        return Outcome(name=source.name, problem=str(error))


def read_all(paths: Iterable[Path], **known: Unpack[Known]) -> Iterator[Outcome]:
    """Read everything at these paths, one at a time, as it is asked for; never raises."""
    for source in collect(paths):
        yield read_source(source, **known)


def _of_file(path: Path) -> Iterator[Source]:
    name = name_of(path)
    try:
        head = beginning_of(path, HEAD)
        if may_be_zip(head):
            if size_of(path) > MOST_ARCHIVE:
                raise too_large(name, MOST_ARCHIVE)
            archive = opened(name, path)
            if is_archive(name, head, archive.namelist()):
                yield from _of_archive(name, archive)
                return
            archive.close()
        yield Source(name, partial(content_of, path))
    except DocumentError as error:
        yield _problem(name, str(error))


def _of_archive(name: str, archive: ZipFile) -> Iterator[Source]:
    members = [member for member in archive.infolist() if not member.is_dir() and is_listed(member.filename)]
    paths = [PurePosixPath(member.filename) for member in members]
    pages = {str(path.with_suffix("")) for path in paths if path.suffix.lower() in PAGES}
    if not members:
        yield _problem(name, f"{name} holds no files.")
    for path, member in sorted(zip(paths, members, strict=True), key=lambda pair: pair[0]):
        if not any(is_of_page(str(above), pages) for above in path.parents):
            inside = name_of(f"{name}/{path}")
            yield Source(inside, partial(_member, archive, member, inside))


def _member(archive: ZipFile, member: ZipInfo, name: str) -> bytes:
    return unpacked(archive, member, name, MOST_BYTES)


def _problem(name: str, sentence: str) -> Source:
    def content() -> bytes:
        raise DocumentError(sentence)

    return Source(name, content)
