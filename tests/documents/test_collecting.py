"""Many files at once: each is read or told, none stops another, and memory does not grow with their number."""

from __future__ import annotations

import io
import os
import tracemalloc
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from dashboard.documents import Outcome, collect, read_all, read_source, sources_in

from .making import STORY, docx, page, paragraphs, pdf, scanned_pdf, zipped

WORDS = "\n".join(STORY).encode()


def told(outcomes: Iterable[Outcome], above: Path) -> dict[str, str]:
    """What became of each file, by its name below a folder: nothing where it was read."""
    return {outcome.name.removeprefix(f"{above}/"): outcome.problem for outcome in outcomes}


def written(folder: Path, files: dict[str, bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_each_input_has_an_outcome_and_none_stops_another(tmp_path: Path) -> None:
    files = {
        "a.txt": WORDS,
        "b.pdf": scanned_pdf(),
        "c.docx": docx(paragraphs(*STORY)),
        "d.png": b"\x89PNG\r\n\x1a\n\0\0",
        "e.html": page(*STORY).encode(),
        "f.txt": b"",
        "g.pdf": pdf(STORY),
    }
    written(tmp_path, files)
    outcomes = list(read_all([*(tmp_path / name for name in files), tmp_path / "missing.txt"], publisher="The Paper"))
    problems = told(outcomes, tmp_path)
    assert [name for name, problem in problems.items() if not problem] == ["a.txt", "c.docx", "e.html", "g.pdf"]
    assert all(outcome.name in outcome.problem for outcome in outcomes if outcome.problem)
    assert {outcome.read.document.publisher for outcome in outcomes if outcome.read} == {"The Paper"}
    assert [bool(outcome.read) for outcome in outcomes] == [not outcome.problem for outcome in outcomes]


def test_a_folder_is_read_in_order_without_what_nobody_put_there(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "articles",
        {
            "b.txt": WORDS,
            "a.txt": WORDS,
            "sub/c.txt": WORDS,
            ".hidden.txt": WORDS,
            ".git/d.txt": WORDS,
            "__MACOSX/._a.txt": WORDS,
            "Thumbs.db": WORDS,
            "~$report.docx": WORDS,
            "Berita.html": page(*STORY).encode(),
            "Berita_files/frame.html": page("An advertisement.").encode(),
            "case_files/e.txt": WORDS,
        },
    )
    assert list(told(read_all([folder]), folder)) == ["Berita.html", "a.txt", "b.txt", "case_files/e.txt", "sub/c.txt"]


def test_links_are_not_followed_out_of_a_folder(tmp_path: Path) -> None:
    written(tmp_path, {"outside.txt": WORDS, "far/away.txt": WORDS, "in/a.txt": WORDS})
    folder = tmp_path / "in"
    (folder / "b.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "c.txt").symlink_to(folder / "a.txt")
    (folder / "far").symlink_to(tmp_path / "far")
    (folder / "round").symlink_to(folder)
    (folder / "broken.txt").symlink_to(folder / "nothing.txt")
    problems = told(read_all([folder]), folder)
    assert list(problems) == ["a.txt", "b.txt", "broken.txt", "c.txt"]
    assert "is a link to somewhere else" in problems["b.txt"]
    assert "cannot be read" in problems["broken.txt"]
    assert problems["a.txt"] == problems["c.txt"] == ""


@pytest.mark.parametrize("given", ["empty", "pipe", "nothing.txt", "a\0b"])
def test_a_path_that_is_no_file_is_told(tmp_path: Path, given: str) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    [outcome] = read_all([tmp_path / given])
    assert outcome.problem.endswith(".")


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\n.png")
    (tmp_path / name).write_bytes(b"\x89PNG\0")
    [outcome] = read_all([tmp_path])
    assert (outcome.name + outcome.problem).encode()
    assert "\n" not in outcome.problem


@pytest.mark.parametrize("as_upload", [False, True])
def test_an_archive_is_read_file_by_file(tmp_path: Path, as_upload: bool) -> None:
    content = zipped(
        {
            "b.txt": WORDS,
            "folder/a.html": page(*STORY).encode(),
            "folder/a_files/frame.html": page("An advertisement.").encode(),
            "../../escape.txt": WORDS,
            "__MACOSX/._b.txt": b"\0",
            ".hidden": b"\0",
            "c.docx": docx(paragraphs(*STORY)),
            "inner.zip": zipped({"d.txt": WORDS}),
            "e.png": b"\x89PNG\0",
        }
    )
    path = tmp_path / "articles.zip"
    path.write_bytes(content)
    before = sorted(tmp_path.rglob("*"))
    outcomes = (
        [read_source(source) for source in sources_in(str(path), content)] if as_upload else list(read_all([path]))
    )
    problems = told(outcomes, path)
    read = {name for name, problem in problems.items() if not problem}
    assert read == {"../../escape.txt", "b.txt", "folder/a.html", "c.docx"}
    assert problems.keys() - read == {"inner.zip", "e.png"}
    assert "is an archive of files" in problems["inner.zip"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_single_upload_is_one_source() -> None:
    for name, content in {
        "a.txt": WORDS,
        "b.docx": docx(paragraphs(*STORY)),
        "c.zip": docx(paragraphs(*STORY)),
    }.items():
        [source] = sources_in(name, content)
        assert source.name == name
        assert read_source(source).read


def locked(content: bytes) -> bytes:
    """The same archive, whose members say that they are encrypted."""
    changed = bytearray(content)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(sign)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(sign, at + 1)
    return bytes(changed)


def doubled() -> bytes:
    """An archive in which two members have one name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", WORDS)
        archive.writestr("a.txt", WORDS)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(zipped({}), "holds no files", id="empty"),
        pytest.param(zipped({"__MACOSX/a": "x"}), "holds no files", id="nothing but leftovers"),
        pytest.param(locked(zipped({"a.txt": WORDS})), "locked with a password", id="locked"),
        pytest.param(zipped({"a.txt": b"a" * 20_000_000}), "100 times its size", id="bomb"),
        pytest.param(zipped({"a.txt": b"a" * 51_000_000}), "larger than 50 MB", id="large"),
        pytest.param(zipped({f"{n}.txt": b" " * 51_000_000 for n in range(10)}), "more than 500 MB", id="bombs"),
        pytest.param(zipped({f"{n}.txt": "" for n in range(5_001)}, 0), "more than 5,000 files", id="many"),
        pytest.param(zipped({"a" * 60_000 + str(n): "" for n in range(40)}), "more than 5,000", id="long names"),
        pytest.param(zipped({"a.txt": WORDS})[:-30], "damaged archive", id="truncated"),
        pytest.param(zipped({"a.txt": WORDS}, 0).replace(b"North", b"South"), "damaged inside", id="changed"),
        pytest.param(b"PK\x03\x04" + b"\0" * 99, "damaged archive", id="no archive"),
    ],
)
def test_a_bad_archive_is_told(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    for outcomes in (list(read_all([path])), [read_source(source) for source in sources_in("a.zip", content)]):
        [outcome] = outcomes
        assert problem in outcome.problem
        assert outcome.problem.endswith(".")


def test_an_archive_with_one_name_twice_is_read() -> None:
    assert [read_source(source).problem for source in sources_in("a.zip", doubled())] == ["", ""]


def test_an_archive_larger_than_any_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": WORDS}))
    os.truncate(path, 501_000_000)
    [outcome] = read_all([path])
    assert "larger than 500 MB" in outcome.problem


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    lines = b"".join(b"Line %d of an article that is long.\n" % n for n in range(6_000))  # 200 KB
    path = tmp_path / "many.zip"
    path.write_bytes(zipped({f"{n}.txt": b"%d\n%b" % (n, lines) for n in range(60)}))
    sources = list(collect([path]))
    assert len(sources) == 60
    read_source(sources[0])  # what is loaded once
    tracemalloc.start()
    for source in sources:
        assert read_source(source).read
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000  # all of them together are 12 MB
