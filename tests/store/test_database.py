"""Opening: made on first use, rebuilt when data/ changes, nothing of a user's lost, one sentence for every trouble."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard.facts import KINDS, Column, Document, Kind
from dashboard.facts.shipped import DataError
from dashboard.store import Filters, StoreError, add_document, database_path, open_store, read_directory
from dashboard.store import database as database_module
from dashboard.store.queries import claims, one_fact, total
from dashboard.store.schema import SCHEMA_VERSION
from tests.conftest import make_fact

ARTICLE = Document(document_id="article", publisher="A New Paper", published=date(2025, 9, 4), text="Some words.")


def ids(path: Path, data: Path) -> set[str]:
    with open_store(path, data) as connection:
        return set(claims(connection, Filters()).get_column("fact_id"))


def test_a_new_database_holds_what_ships(tmp_path: Path, data: Path) -> None:
    assert ids(tmp_path / "t.duckdb", data) == {"cas-1", "dep-1", "met-1"}


def test_the_publisher_is_the_claimant_where_the_article_says_so(tmp_path: Path, data: Path) -> None:
    with open_store(tmp_path / "t.duckdb", data) as connection:
        found = one_fact(connection, "dep-1")
        assert found
        assert found["claimant"] == "the-paper"
        assert read_directory(connection).name("the-paper") == "The Paper"


def test_a_changed_file_rebuilds_what_ships_and_keeps_what_was_added(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    with open_store(path, data) as connection:
        assert add_document(connection, ARTICLE, [make_fact(fact_id="mine", document_id="article")]).facts == 1
    casualties = data / "casualties.csv"
    casualties.write_text(casualties.read_text(encoding="utf-8").replace("cas-1", "cas-2"), encoding="utf-8")
    assert ids(path, data) == {"cas-2", "dep-1", "met-1", "mine"}
    with open_store(path, data) as connection:
        assert connection.execute("SELECT text FROM documents WHERE document_id = 'article'").fetchall() == [
            ("Some words.",)
        ]
        assert connection.execute("SELECT count(*) FROM fact_actors WHERE fact_id = 'cas-1'").fetchall() == [(0,)]


def test_a_users_actor_gives_way_when_it_ships(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    with open_store(path, data) as connection:
        add_document(connection, ARTICLE, [make_fact(fact_id="mine", document_id="article", claimant="jane-doe")])
        assert read_directory(connection).name("jane-doe") == "Jane Doe"
    actors = data / "actors.csv"
    actors.write_text(actors.read_text(encoding="utf-8") + "jane-doe,Jane Q. Doe,person,KOR,,\n", encoding="utf-8")
    with open_store(path, data) as connection:
        assert read_directory(connection).name("jane-doe") == "Jane Q. Doe"
        assert connection.execute("SELECT count(*) FROM actors WHERE actor_id = 'jane-doe'").fetchall() == [(1,)]


def test_bodies_of_a_state_are_called_by_what_they_are(tmp_path: Path, data: Path) -> None:
    facts = [
        make_fact(document_id="article", value_best=best, claimant=claimant)
        for best, claimant in ((1, "moh-yem"), (2, "police-yem"))
    ]
    with open_store(tmp_path / "t.duckdb", data) as connection:
        add_document(connection, ARTICLE, facts)
        directory = read_directory(connection)
    assert directory.name("moh-yem") == "Ministry of Health (Yemen)"
    assert directory.name("YEM") == "Yemen"
    assert {"moh-yem", "police-yem"} <= directory.family("YEM")


def test_wrong_rows_leave_the_database_as_it_was(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    before = ids(path, data)
    casualties = data / "casualties.csv"
    good = casualties.read_text(encoding="utf-8")
    casualties.write_text(good.replace("killed", "kiled"), encoding="utf-8")
    with pytest.raises(DataError), open_store(path, data):
        pass
    casualties.write_text(good, encoding="utf-8")
    assert ids(path, data) == before


def test_nothing_is_rebuilt_when_nothing_changed(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.duckdb"
    ids(path, data)
    monkeypatch.setattr(database_module, "read_shipped", lambda folder: pytest.fail("was read again"))
    assert ids(path, data)


def test_the_same_article_again_adds_nothing(tmp_path: Path, data: Path) -> None:
    fact = make_fact(fact_id="mine", document_id="article")
    with open_store(tmp_path / "t.duckdb", data) as connection:
        first, second = (add_document(connection, ARTICLE, [fact]) for _ in range(2))
        assert (first.document_is_new, first.facts) == (True, 1)
        assert (second.document_is_new, second.facts) == (False, 0)
        assert total(connection) == 4


def test_a_fact_comes_back_as_it_went_in(tmp_path: Path, data: Path) -> None:
    fact = make_fact(
        document_id="article", value_low=1, value_best=None, value_high=2, qualifier="between", relayed_via="KOR; RUS",
        date_start=date(2024, 10, 1), date_precision="month", evidence="Some words", evidence_start=0, evidence_end=10,
        confidence=0.5, summary='=1+1 "quoted"\n', location="Beijing", country="CHN",
    )  # fmt: skip
    with open_store(tmp_path / "t.duckdb", data) as connection:
        add_document(connection, ARTICLE, [fact])
        row = one_fact(connection, fact.fact_id)
    assert row
    assert {name: row[name] for name in vars(fact) if name != "details"} == {
        name: value for name, value in vars(fact).items() if name != "details"
    }


def test_a_rejected_fact_counts_nowhere_and_is_still_found(tmp_path: Path, data: Path) -> None:
    with open_store(tmp_path / "t.duckdb", data) as connection:
        connection.execute("UPDATE facts SET review = 'rejected' WHERE fact_id = 'cas-1'")
        assert total(connection) == 2
        assert claims(connection, Filters(fact_ids=("cas-1",))).is_empty()
        assert one_fact(connection, "cas-1")


def test_a_kind_declared_later_finds_its_columns(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.duckdb"
    ids(path, data)
    weapon = Column("weapon", "text", "Weapon", "What was transferred")
    toy = Kind(
        name="toy", label="Toy", plural="Toys", meaning="", title="{actor}", shape="quantity", key=("weapon",),
        columns=("actor",), required=(), own=(weapon,),
    )  # fmt: skip
    monkeypatch.setitem(KINDS, "toy", toy)
    with open_store(path, data) as connection:
        add_document(connection, ARTICLE, [make_fact(fact_id="t", kind="toy", details={"weapon": "shells"})])
        assert claims(connection, Filters()).get_column("weapon").to_list().count("shells") == 1


# What can be wrong with a file, and what a person is told.


def spoil_text(path: Path) -> None:
    path.write_text("just some notes\n" * 1000)


def spoil_empty(path: Path) -> None:
    path.write_bytes(b"")


def spoil_truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20000])


def spoil_flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:4196] = bytes(100)
    path.write_bytes(content)


def spoil_newer(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE settings SET value = ? WHERE name = 'schema_version'", [str(SCHEMA_VERSION + 1)])


def spoil_foreign(path: Path) -> None:
    path.unlink()
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE accounts(a INT)")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (spoil_text, "is not a database"),
        (spoil_empty, "is not a database"),
        (spoil_truncated, "is damaged"),
        (spoil_flipped, "is damaged"),
        (spoil_newer, "written by a newer version of Tilik"),
        (spoil_foreign, "not one of Tilik's"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_left_alone(tmp_path: Path, data: Path, spoil, told: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "t.duckdb"
    ids(path, data)
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=told) as raised, open_store(path, data):
        pass
    assert path.read_bytes() == before
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_missing_or_a_file_is_told(tmp_path: Path, data: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"), open_store(tmp_path / "nowhere" / "t.duckdb", data):
        pass
    with pytest.raises(StoreError, match="cannot be opened"), open_store(tmp_path, data):
        pass


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="only Linux has a folder in which not even root may write")
def test_a_folder_that_cannot_be_written_is_told(data: Path) -> None:
    with (
        pytest.raises(StoreError, match=r"cannot be opened.*Check that the folder can be written to"),
        open_store(Path("/proc/t.duckdb"), data),
    ):
        pass


def other_process(code: str, path: Path) -> subprocess.Popen[str]:
    """Run code in another process and wait until it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def test_a_file_in_use_by_another_program_is_told(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.duckdb"
    ids(path, data)
    monkeypatch.setattr(database_module._patiently.retry, "stop", lambda state: True)  # type: ignore[attr-defined]
    holder = other_process(
        """
        import duckdb, sys, time
        held = duckdb.connect(sys.argv[1]); print("ready", flush=True); time.sleep(60)
        """,
        path,
    )
    try:
        with pytest.raises(StoreError, match="in use by another program"), open_store(path, data):
            pass
    finally:
        holder.kill()
        holder.communicate()
    assert ids(path, data)


def test_a_program_that_is_soon_done_is_waited_for(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    ids(path, data)
    holder = other_process(
        """
        import duckdb, sys, time
        held = duckdb.connect(sys.argv[1]); print("ready", flush=True); time.sleep(0.5)
        """,
        path,
    )
    assert ids(path, data)
    holder.communicate()


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_there(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "t.duckdb"
    before = ids(path, data)
    writer = other_process(
        """
        import sys, duckdb
        connection = duckdb.connect(sys.argv[1])
        connection.begin()
        connection.execute("DELETE FROM facts")
        connection.execute("INSERT INTO documents (document_id) VALUES ('half')")
        print("ready", flush=True)
        sys.stdin.read()
        """,
        path,
    )
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    assert ids(path, data) == before
    with open_store(path, data) as connection:
        assert connection.execute("SELECT count(*) FROM documents WHERE document_id = 'half'").fetchall() == [(0,)]


def test_the_path_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TILIK_DATABASE", "/somewhere/else.duckdb")
    assert database_path() == Path("/somewhere/else.duckdb")
    monkeypatch.delenv("TILIK_DATABASE")
    assert database_path().name == "tilik.duckdb"


def test_only_what_ducklake_has_too(tmp_path: Path, data: Path) -> None:
    with open_store(tmp_path / "t.duckdb", data) as connection:
        for what in ("duckdb_constraints", "duckdb_indexes", "duckdb_sequences"):
            assert connection.execute(f"SELECT count(*) FROM {what}()").fetchall() == [(0,)], what
