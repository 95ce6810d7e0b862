"""What many tests need: small hand-made facts, a store built from them, and the dashboard under AppTest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings

from dashboard.facts import Fact, identity
from dashboard.facts.shipped import Shipped, read_shipped
from dashboard.store import open_store

# A test asserts what is right, not how fast a busy machine is.
settings.register_profile("tilik", deadline=None)
settings.load_profile("tilik")

APP = Path(__file__).resolve().parents[1] / "dashboard" / "app.py"


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    """Everything in data/, read once."""
    return read_shipped()


@pytest.fixture(scope="session")
def shipped_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database built from data/, for tests that only read."""
    path = tmp_path_factory.mktemp("database") / "shipped.duckdb"
    with open_store(path):
        pass
    return path


@pytest.fixture
def own_database(shipped_database: Path, tmp_path: Path) -> Path:
    """A database with the shipped facts that the test may change: a copy, which is made faster than it is built."""
    return Path(shutil.copy(shipped_database, tmp_path / "t.duckdb"))


@pytest.fixture
def connection(shipped_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An open database with the shipped facts."""
    with open_store(shipped_database) as opened:
        yield opened


def make_fact(**given: object) -> Fact:
    """A casualty that is right as it stands, changed by what is given; its id follows from its key."""
    usual: dict[str, object] = {
        "kind": "casualty",
        "actor": "PRK",
        "outcome": "killed",
        "unit": "troops",
        "value_best": 600,
        "qualifier": "exact",
        "measure": "cumulative",
        "status": "occurred",
        "assertion": "states",
        "claimant": "nis-kor",
        "as_of": date(2025, 4, 30),
        "document_id": "doc",
    }
    fact = Fact(**(usual | given))  # type: ignore[arg-type]
    return fact if fact.fact_id else Fact(**(usual | given | {"fact_id": identity(fact)}))  # type: ignore[arg-type]


def small_data(folder: Path) -> Path:
    """Write a small data/ folder of three facts, for tests that change it."""
    folder.mkdir(parents=True, exist_ok=True)
    source = ",The Paper,https://paper.example/1,2025-05-01,en\n"
    number = "troops,,600,,exact,cumulative,occurred,estimates"
    files = {
        "actors.csv": (
            "actor_id,name,type,parent,aliases_en,aliases_id\n"
            "PRK,North Korea,state,,DPRK,Korut; Korea Utara\n"
            "RUS,Russia,state,,,Rusia\n"
            "KOR,South Korea,state,,,Korsel\n"
            "nis-kor,National Intelligence Service,organisation,KOR,NIS,\n"
            "kim-jong-un,Kim Jong Un,person,PRK,,\n"
            "vladimir-putin,Vladimir Putin,person,RUS,Putin,\n"
        ),
        "places.csv": "place,country,latitude,longitude,aliases_id\nBeijing,CHN,39.9,116.4,Peking\n",
        "casualties.csv": (
            "fact_id,actor,outcome,unit,value_low,value_best,value_high,qualifier,measure,status,assertion,claimant,"
            "as_of,summary,source_publisher,source_url,source_published,source_language\n"
            f"cas-1,PRK,killed,{number},nis-kor,2025-04-30,Spring estimate{source}"
        ),
        "deployments.csv": (
            "fact_id,actor,supported,movement,unit,value_low,value_best,value_high,qualifier,measure,status,assertion,"
            "claimant,as_of,summary,source_publisher,source_url,source_published,source_language\n"
            f"dep-1,PRK,RUS,sent,{number},publisher,,Sent{source}"
        ),
        "meetings.csv": (
            "fact_id,participants,format,status,assertion,claimant,date_start,date_end,date_precision,as_of,location,"
            "country,summary,source_publisher,source_url,source_published,source_language\n"
            "met-1,kim-jong-un; vladimir-putin,talks,occurred,states,vladimir-putin,2025-09-03,2025-09-03,day,"
            f"2025-09-03,Beijing,CHN,Talks{source}"
        ),
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data/ folder of its own for each test."""
    return small_data(tmp_path / "data")
