"""Which rules found a fact: the version of Tilik and a digest of the extractor's own files."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

RULES = Path(__file__).resolve().parents[1] / "extraction"


@cache
def extractor_version() -> str:
    """Return the version that is written down with what is extracted, such as ``0.1.0+3f2a9c01``.

    The digest changes with any rule or word of the extractor, so that it tells apart what releases do not.
    """
    found = hashlib.sha256()
    for path in sorted(path for kind in ("py", "toml", "csv") for path in RULES.rglob(f"*.{kind}")):
        found.update(path.relative_to(RULES).as_posix().encode() + b"\0" + path.read_bytes())
    try:
        release = version("tilik")
    except PackageNotFoundError:  # run from a folder, without being installed
        release = "0"
    return f"{release}+{found.hexdigest()[:8]}"
