"""Files on disk: looked at before they are read, so that nothing large, endless or elsewhere is read by mistake."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .archives import is_listed
from .errors import DocumentError, too_large
from .formats import MOST_BYTES
from .plain import tidy

PAGES = (".html", ".htm", ".xhtml")
BROWSER_FOLDER = "_files"  # browsers save a page's pictures and scripts in "page_files" beside "page.html"


def name_of(path: Path | str) -> str:
    """Return a path as it can be written anywhere: file names may hold line ends, and bytes that are no character."""
    return tidy(str(path)).replace("\n", " ")


def content_of(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Return what is in a file.

    Raises:
        DocumentError: if it is missing, no file, larger than anything that is read, or forbidden.
    """
    if size_of(path) > most_bytes:
        raise too_large(name_of(path), most_bytes)
    content = beginning_of(path, most_bytes + 1)
    if len(content) > most_bytes:  # it grew meanwhile
        raise too_large(name_of(path), most_bytes)
    return content


def size_of(path: Path) -> int:
    """Return how many bytes a file has.

    Raises:
        DocumentError: if it is missing or no file: a pipe or a device has no end.
    """
    with _told(path):
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise DocumentError(f"{name_of(path)} cannot be read: it is not a file.")
        return about.st_size


def beginning_of(path: Path, most_bytes: int) -> bytes:
    """Return the first bytes of a file.

    Raises:
        DocumentError: if it is missing, no file or forbidden.
    """
    size_of(path)
    with _told(path), path.open("rb") as file:
        return file.read(most_bytes)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DocumentError(f"{name_of(path)} cannot be read: {error.strerror or error}.") from error
    except ValueError as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError(f"{name_of(path)} cannot be read: no file can have that name.") from error


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and the folders in it, sorted; hidden ones and what browsers add left out.

    Links to folders are not followed, so that a link to a parent does not go round for ever.
    """
    for above, folders, names in os.walk(folder, followlinks=False):
        pages = {Path(name).stem for name in names if name.lower().endswith(PAGES)}
        folders[:] = sorted(name for name in folders if is_listed(name) and not is_of_page(name, pages))
        for name in sorted(names):
            if is_listed(name):
                yield Path(above, name)


def leads_out(path: Path, folder: Path) -> bool:
    """Tell whether a file is a link to somewhere outside a folder."""
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def is_of_page(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder holds what a browser saved along with one of these pages.

    >>> is_of_page("Berita_files", {"Berita"}), is_of_page("case_files", {"Berita"})
    (True, False)
    """
    return folder.endswith(BROWSER_FOLDER) and folder.removesuffix(BROWSER_FOLDER) in pages
