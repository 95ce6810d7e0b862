"""data/: what ships is right, and a contributor who gets a row wrong is told file, line, column and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.facts import KINDS, Directory, parted
from dashboard.facts.shipped import DataError, Shipped, fingerprint, read_shipped


def test_what_ships_has_no_problems_and_every_kind(shipped: Shipped) -> None:
    assert {fact.kind for fact in shipped.facts} == set(KINDS)
    assert len(shipped.facts) > 900


def test_no_text_of_an_article_ships(shipped: Shipped) -> None:
    assert not [document for document in shipped.documents if document.text]
    assert not [fact.fact_id for fact in shipped.facts if fact.evidence]


def test_every_fact_says_in_one_line_what_is_claimed_and_where_it_stands(shipped: Shipped) -> None:
    assert not [fact.fact_id for fact in shipped.facts if not fact.summary or "\n" in fact.summary]
    without_address = {d.publisher for d in shipped.documents if not d.url}
    assert without_address <= {"Pantau"}


def test_every_named_place_is_on_the_list(shipped: Shipped) -> None:
    places = {place.place for place in shipped.places}
    assert not sorted({fact.location for fact in shipped.facts if fact.location} - places)


def test_an_alias_belongs_to_one_actor(shipped: Shipped) -> None:
    directory = Directory(shipped.actors)
    stray = {
        (alias, actor.actor_id, directory.find(alias))
        for actor in shipped.actors
        for alias in actor.names()
        if directory.find(alias) != actor.actor_id
    }
    assert not stray


def test_every_actor_of_a_fact_leads_to_a_known_parent(shipped: Shipped) -> None:
    known = {actor.actor_id for actor in shipped.actors}
    assert not {actor.actor_id for actor in shipped.actors if actor.parent and actor.parent not in known}


def test_facts_of_the_named_article_ship_with_their_publisher(shipped: Shipped) -> None:
    pantau = {
        document.document_id for document in shipped.documents if document.publisher == "Pantau" and not document.url
    }
    facts = {fact.fact_id: fact for fact in shipped.facts if fact.document_id in pantau}
    found = {(f.kind, f.actor, f.value_best, f.status) for f in facts.values()}
    assert {
        ("deployment", "PRK", 13000, "occurred"),
        ("deployment", "PRK", 6000, "planned"),
        ("casualty", "PRK", 2000, "occurred"),
        ("meeting", "", None, "occurred"),
        ("meeting", "", None, "proposed"),
    } == found


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new, 1), encoding="utf-8")

    return change


def duplicate_last_row(folder: Path) -> None:
    path = folder / "casualties.csv"
    path.write_text(path.read_text(encoding="utf-8") + path.read_text(encoding="utf-8").splitlines()[-1] + "\n")


MISTAKES: dict[str, tuple[Callable[[Path], None], str]] = {
    "unknown word": (edit("casualties.csv", "killed", "kiled"), "casualties.csv, line 2, column outcome: 'kiled' is not"
                     " one of killed, wounded, .*; did you mean 'killed'"),
    "unknown actor": (edit("casualties.csv", "nis-kor", "nis-korea"), "line 2, column claimant: no actor 'nis-korea'.*"
                      "did you mean 'nis-kor'"),
    "number with separator": (edit("casualties.csv", ",600,", ',"13.000",'), "value_best: '13.000' is not a number"),
    "number beyond mankind": (edit("casualties.csv", ",600,", ",99999999999,"), "column value_best: .* is larger than"),
    "negative number": (edit("casualties.csv", ",600,", ",-600,"), "column value_best: '-600' is negative"),
    "day the other way round": (edit("casualties.csv", "2025-04-30", "30/04/2025"), "column as_of: .* not a day"),
    "day that is none": (edit("casualties.csv", "2025-04-30", "2025-02-30"), "column as_of: .* not a day"),
    "week as a day": (edit("casualties.csv", "2025-04-30", "2025-W18-3"), "column as_of: .* not a day"),
    "bound as best": (edit("casualties.csv", "exact", "at_least"), "column qualifier: 'at_least' goes with value_low"),
    "number without qualifier": (edit("casualties.csv", "exact", ""), "column qualifier: is empty although"),
    "no number": (edit("casualties.csv", ",600,,exact", ",,,"), "column value_best: no number at all"),
    "no source": (edit("casualties.csv", "The Paper", ""), "column source_publisher: is empty"),
    "script as address": (edit("casualties.csv", "https://", "javascript://"), "column source_url: .* does not begin"),
    "two publishers of one address": (edit("deployments.csv", "The Paper", "Another"),
                                      "column source_publisher: The Paper here, but Another"),
    "one participant": (edit("meetings.csv", "kim-jong-un; ", ""), "column participants: names at least two"),
    "unsorted participants": (edit("meetings.csv", "kim-jong-un; vladimir-putin", "vladimir-putin; kim-jong-un"),
                              "column participants: .* sorted"),
    "end before start": (edit("meetings.csv", "2025-09-03,2025-09-03", "2025-09-03,2025-09-02"),
                         "column date_end: .* before"),
    "date without precision": (edit("meetings.csv", ",day,", ",,"), "column date_precision"),
    "no country": (edit("meetings.csv", "CHN", "CN"), "column country: 'CN' is not an ISO 3166-1"),
    "misspelt column": (edit("meetings.csv", "participants", "participant"),
                        "meetings.csv, line 1, column 'participant': no such column; did you mean 'participants'"),
    "lost cell": (edit("meetings.csv", ",Talks", ""), "meetings.csv, line 2: does not have 17 columns"),
    "wrong kind of state": (edit("actors.csv", "RUS,Russia", "RU,Russia"), "column actor_id: a state has its ISO"),
    "parent unknown": (edit("actors.csv", "organisation,KOR", "organisation,KOREA"), "column parent: no actor 'KOREA'"),
    "place off the globe": (edit("places.csv", "39.9", "399"), "places.csv, line 2, column latitude"),
    "same id twice": (duplicate_last_row, "casualties.csv, line 3, column fact_id: 'cas-1' stands in an earlier row"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_where_it_stands(data: Path, mistake: str) -> None:
    change, said = MISTAKES[mistake]
    change(data)
    with pytest.raises(DataError) as raised:
        read_shipped(data)
    assert any(re.search(said, problem) for problem in raised.value.problems), raised.value.problems


def test_all_mistakes_are_told_at_once(data: Path) -> None:
    for name in ("unknown word", "no country", "wrong kind of state"):
        MISTAKES[name][0](data)
    with pytest.raises(DataError) as raised:
        read_shipped(data)
    files = {problem.split(",")[0] for problem in raised.value.problems}
    assert files >= {"casualties.csv", "meetings.csv", "actors.csv"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "missing"),
        (b"fact_id\n\xff\xfe", "not UTF-8"),
        (b"", "is missing from the header"),
        (b'fact_id\n"a', "cannot be"),
    ],
)
def test_a_file_that_is_none_is_told(data: Path, content: bytes | None, said: str) -> None:
    path = data / "casualties.csv"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError, match=said):
        read_shipped(data)


def test_the_fingerprint_changes_with_any_file(data: Path) -> None:
    before = fingerprint(data)
    assert before == fingerprint(data)
    edit("places.csv", "Peking", "Peiping")(data)
    assert fingerprint(data) != before


def test_a_byte_order_mark_does_no_harm(data: Path) -> None:
    path = data / "casualties.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_shipped(data).facts) == 3


def test_participants_are_named_with_ids(shipped: Shipped) -> None:
    known = {actor.actor_id for actor in shipped.actors}
    assert {each for fact in shipped.facts for each in parted(fact.participants)} <= known
