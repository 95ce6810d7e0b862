"""Zip archives, which Word files are as well, unpacked in memory and within bounds."""

from __future__ import annotations

import io
import re
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from .errors import DocumentError, too_large

MOST_MEMBERS = 5_000
MOST_EXPANDED = 500_000_000  # bytes of all members together
MOST_RATIO = 100  # how many times its packed size a member may have; text comes to about 10
ALWAYS_SMALL = 1_000_000  # bytes that a member may have at any ratio
MOST_DIRECTORY = 400 * MOST_MEMBERS  # bytes of the list of members
CHUNK = 1 << 16
TAIL = 22 + 65_535  # the end record and its longest comment
END_RECORD = b"PK\x05\x06"
END_64 = b"PK\x06\x07"
ENCRYPTED = 0x1
LEFT_BY_SYSTEMS = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


def opened(name: str, file: Path | bytes) -> ZipFile:
    """Open an archive whose list of members, and their sizes as they say themselves, are within bounds.

    Raises:
        DocumentError: if it is damaged, holds too many members, or would grow too large.
    """
    try:
        with io.BytesIO(file) if isinstance(file, bytes) else file.open("rb") as source:
            size = _directory_size(source)
        # The standard library makes a record of each member before it can be asked how many there are.
        if size > MOST_DIRECTORY:
            raise DocumentError(f"{name} holds more than {MOST_MEMBERS:,} files; split it into smaller archives.")
        archive = ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file)
    except DocumentError:
        raise
    except OSError as error:
        raise DocumentError(f"{name} cannot be read: {error.strerror or error}.") from error
    except (BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise DocumentError(f"{name} is a damaged archive; make or download it again.") from error
    if len(archive.infolist()) > MOST_MEMBERS:
        raise DocumentError(f"{name} holds more than {MOST_MEMBERS:,} files; split it into smaller archives.")
    if sum(member.file_size for member in archive.infolist()) > MOST_EXPANDED:
        raise DocumentError(f"{name} unpacks to more than {MOST_EXPANDED // 1_000_000} MB; split it into smaller ones.")
    return archive


def unpacked(archive: ZipFile, member: ZipInfo, name: str, most_bytes: int) -> bytes:
    """Return the content of one member.

    Raises:
        DocumentError: if it is encrypted, damaged, too large, or packed so tightly that it can only be an attack.
    """
    if member.flag_bits & ENCRYPTED:
        raise DocumentError(f"{name} is locked with a password; unpack it with the password and add what was inside.")
    if member.file_size > most_bytes:
        raise too_large(name, most_bytes)
    if member.file_size > max(ALWAYS_SMALL, MOST_RATIO * member.compress_size):
        raise DocumentError(f"{name} unpacks to more than {MOST_RATIO} times its size, which no article does.")
    content = bytearray()
    try:
        with archive.open(member) as stream:
            # In pieces: asked for everything at once, the standard library unpacks before it looks at the size told.
            while piece := stream.read(CHUNK):
                content += piece
    except Exception as error:  # each way of packing has errors of its own
        raise DocumentError(f"{name} is damaged inside its archive; make or download it again.") from error
    return bytes(content)


def without(content: bytes, name: str, most_bytes: int, keep: re.Pattern[str]) -> bytes:
    """Return an archive anew whose members are whole where their names match ``keep``, and empty elsewhere.

    Whatever opens it then meets no macro, no picture and no member that lies about its size.

    Raises:
        DocumentError: if the archive or a member that is kept cannot be read.
    """
    written = io.BytesIO()
    with opened(name, content) as archive, ZipFile(written, "w") as anew:
        members = {member.filename: member for member in archive.infolist()}  # of two with one name, the last counts
        if sum(member.file_size for path, member in members.items() if keep.search(path)) > most_bytes:
            raise too_large(name, most_bytes)
        for path, member in members.items():
            anew.writestr(path, unpacked(archive, member, name, most_bytes) if keep.search(path) else b"")
    return written.getvalue()


def is_listed(path: str) -> bool:
    """Tell whether a person put this file there: not hidden, and none of what systems and browsers leave beside files.

    >>> [is_listed(path) for path in ("a/b.txt", ".git/a.txt", "__MACOSX/b.txt", "a/~$report.docx", "Thumbs.db")]
    [True, False, False, False, False]
    """
    parts = {*PurePosixPath(path).parts} - {".."}
    return LEFT_BY_SYSTEMS.isdisjoint(parts) and not any(part.startswith((".", "~$")) for part in parts)


def _directory_size(source: BinaryIO) -> int:
    """Return how many bytes the list of members takes, from the record at the archive's end."""
    size = source.seek(0, io.SEEK_END)
    source.seek(max(0, size - TAIL))
    tail = source.read()
    source.seek(0)
    at = tail.rfind(END_RECORD)
    if at < 0 or len(tail) < at + 22:
        raise BadZipFile
    if END_64 in tail[max(0, at - 20) : at]:
        return MOST_DIRECTORY + 1  # a form for more than four gigabytes or sixty-five thousand files
    return int.from_bytes(tail[at + 12 : at + 16], "little")
