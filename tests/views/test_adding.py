"""The page on which articles are added: in, asked for, shown, saved."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store import open_store
from dashboard.views import adding_batch
from tests.cli.test_adding import page
from tests.cli.test_cli import ARTICLE
from tests.documents.making import pdf, scanned_pdf, zipped
from tests.store.wire import REPORT
from tests.views.conftest import Open, shown

Upload = tuple[str, bytes]


@pytest.fixture
def app(open_page: Open, own_database: Path) -> Iterator[AppTest]:
    """The page, opened on a database of its own."""
    opened = open_page("add", database=own_database)
    yield opened
    assert not opened.exception


def paste(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text)
    return next(each for each in app.button if each.label == "Take this text").click().run()


def upload(app: AppTest, *files: Upload) -> AppTest:
    return app.file_uploader[0].set_value([(*file, "application/octet-stream") for file in files]).run()


def find(app: AppTest) -> AppTest:
    return app.button(key="adding_read").click().run()


def field(app: AppTest, name: str):  # type: ignore[no-untyped-def]
    """The field of one article for its title, publisher, published or language."""
    every = [*app.text_input, *app.date_input, *app.selectbox]
    return next(each for each in every if str(each.key).startswith(f"adding_{name}_a"))


def cards(app: AppTest) -> list[str]:
    return [each.label for each in app.checkbox]


def html(app: AppTest) -> str:
    return "".join(each.proto.body for each in app.get("html"))


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with open_store(database) as connection:
        found: list[tuple[object, ...]] = connection.execute(query).fetchall()
        return found


def documents(database: Path) -> list[tuple[object, ...]]:
    return rows(database, "SELECT title, publisher, published FROM documents WHERE origin = 'added' ORDER BY title")


def test_the_page_says_what_to_do_and_asks_for_nothing_else(app: AppTest) -> None:
    assert app.title[0].value == "Add articles"
    assert "Nothing is kept before" in app.caption[0].value
    assert [each.label for each in app.tabs] == ["Upload files", "Paste text"]
    assert not app.subheader
    assert set(app.file_uploader[0].allowed_type) >= {".html", ".pdf", ".docx", ".zip", ".eml", ".txt", ".md"}


def test_text_is_pasted_completed_read_looked_at_and_saved(app: AppTest, own_database: Path) -> None:
    paste(app, f"Ribuan tentara tewas\n\n{REPORT}")
    assert field(app, "title").value == "Ribuan tentara tewas", "a proposal"
    assert field(app, "language").value == "id"
    assert "words like “last month” mean nothing without it" in app.warning[0].value
    assert "No publisher" in app.warning[0].value
    assert not app.get("html"), "nothing is read before it is asked for"
    field(app, "published").set_value(date(2025, 9, 4)).run()
    field(app, "publisher").set_value(" Koran  Contoh ").run()
    assert not app.warning
    find(app)
    count = len(cards(app))
    assert any("2,000 – North Korea" in card for card in cards(app))
    assert "as of 2 Sep 2025" in html(app), "which follows from the day of publication"
    assert all(f'id="fact-{n}"' in html(app) for n in range(1, count + 1)), "each fact has its words"
    assert not documents(own_database), "nothing is kept yet"
    app.button(key="adding_save").click().run()
    assert documents(own_database) == [("Ribuan tentara tewas", "Koran Contoh", date(2025, 9, 4))]
    assert app.success[0].value == f"- **Ribuan tentara tewas**: {count} facts"
    assert not app.checkbox
    to_facts, to_review = [each.proto.query_string for each in app.get("page_link")]
    assert "article=Ribuan" in to_facts
    assert to_review.startswith("document=")
    assert not app.text_area[0].value


def test_the_facts_page_shows_one_article_alone(open_page: Open, app: AppTest, own_database: Path) -> None:
    find(paste(app, ARTICLE)).button(key="adding_save").click().run()
    [(document_id,)] = rows(own_database, "SELECT document_id FROM documents WHERE origin = 'added'")
    facts = open_page("facts", database=own_database, article=str(document_id))
    assert shown(facts) == 3
    assert any("1 article" in each.value for each in facts.markdown)
    facts.button(key="reset").click().run()
    assert shown(facts) > 900
    unknown = open_page("facts", database=own_database, article="nobody wrote it")
    assert "nobody wrote it, which is not here" in unknown.warning[0].value
    assert shown(unknown) > 900


def test_a_change_of_the_day_reads_that_article_anew(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[date | None] = []
    extract = adding_batch.extract
    monkeypatch.setattr(
        adding_batch, "extract", lambda document: (read.append(document.published), extract(document))[1]
    )
    find(upload(app, *[(f"{n}.txt", ARTICLE.replace("700", str(n)).encode()) for n in (8123, 8124)]))
    before = len(read)
    assert before == 2
    app.button(key="adding_none").click().run()
    app.run()
    assert len(read) == before, "what was read is at hand"
    app.session_state["adding"].items[1].say({"published": date(2025, 9, 4)})
    app.run()
    assert read[before:] == [date(2025, 9, 4)]


def test_some_facts_are_left_out_by_somebody_with_a_name(app: AppTest, own_database: Path) -> None:
    find(paste(app, ARTICLE))
    app.checkbox[1].uncheck().run()
    assert app.button(key="adding_save").disabled
    assert app.button(key="adding_save").label == "Save with 2 facts"
    app.text_input(key="adding_name").set_value("Ann").run()
    app.button(key="adding_save").click().run()
    reviews = rows(own_database, "SELECT review, count(*) FROM facts WHERE origin = 'added' GROUP BY ALL ORDER BY ALL")
    assert reviews == [("rejected", 1), ("unreviewed", 2)]
    assert rows(own_database, "SELECT reviewer, reason FROM decisions") == [("Ann", "left_out")]


def test_all_facts_are_left_out_and_taken_in_again(app: AppTest) -> None:
    find(paste(app, ARTICLE))
    app.button(key="adding_none").click().run()
    assert [each.value for each in app.checkbox] == [False] * 3
    assert app.button(key="adding_save").label == "Save with 0 facts"
    app.button(key="adding_all").click().run()
    assert [each.value for each in app.checkbox] == [True] * 3
    assert not app.button(key="adding_save").disabled


def test_what_is_discarded_is_not_kept(app: AppTest, own_database: Path) -> None:
    find(paste(app, ARTICLE)).button(key="adding_discard").click().run()
    assert not app.subheader
    assert not documents(own_database)
    paste(app, ARTICLE).button(key="adding_discard_all").click().run()
    assert not app.subheader


def test_each_file_that_cannot_be_read_is_told_and_the_others_go_in(app: AppTest, own_database: Path) -> None:
    upload(
        app,
        ("saved.html", page().encode()),
        ("old.txt", ARTICLE.encode("utf-16")),
        ("empty.txt", b" "),
        ("scan.pdf", scanned_pdf()),
        ("torn.docx", b"PK\x03\x04 torn"),
        ("packed.zip", zipped({"in.txt": ARTICLE.replace("700", "701"), "picture.png": b"\x89PNG\r\n"})),
        ("same.txt", ARTICLE.encode()),
        ("[x](javascript:alert(1)).txt", b""),
    )
    told = app.error[0].value.splitlines()
    assert app.error[0].proto.title == "6 could not be taken in"
    assert len(told) == 6
    assert all(line.startswith("- ") and line.endswith("\\.") for line in told)
    assert "same\\.txt is the same article as old\\.txt" in app.error[0].value
    assert "[x](" not in app.error[0].value
    assert app.subheader[0].value == "About the 3 articles"
    find(app)
    found = app.dataframe[-1].value
    assert list(found["facts"])[1:] == [3, 3]
    app.button(key="adding_save_all").click().run()
    assert len(documents(own_database)) == 3
    assert not app.error


def test_many_are_completed_and_looked_at_one_after_the_other(app: AppTest, own_database: Path) -> None:
    made = pdf(tuple(ARTICLE.replace("700", "701").splitlines()), info={"CreationDate": "D:20250905101500"})
    upload(app, ("a.txt", ARTICLE.encode()), ("made.pdf", made), ("c.txt", REPORT.encode()))
    assert "(a.txt, made.pdf, and c.txt)" in app.warning[0].value.replace("\\", "")
    batch = app.session_state["adding"]
    batch.items[0].say({"published": "2025-09-04", "publisher": "Koran A"})  # as the table tells it
    batch.items[2].say({"title": "Ribuan", "language": "en"})
    app.run()
    assert batch.items[0].document.published == date(2025, 9, 4)
    app.button(key="adding_days").click().run()
    assert batch.items[1].document.published == date(2025, 9, 5)
    find(app)
    found = app.dataframe[-1].value
    assert found["note"][2].startswith("No facts found")
    assert list(found["looked"]) == ["▸", "", ""]
    app.button(key="adding_save").click().run()
    assert [each.name for each in app.session_state["adding"].items] == ["made.pdf", "c.txt"]
    assert "made\\.pdf" in app.subheader[-1].value, "the next one is shown"
    assert documents(own_database) == [("", "Koran A", date(2025, 9, 4))]


def test_the_same_again_and_a_reprint_are_told_before_saving(app: AppTest, own_database: Path) -> None:
    find(upload(app, ("saved.html", page().encode()))).button(key="adding_save").click().run()
    find(upload(app, ("again.html", page().encode())))
    assert app.info[0].value == "Known already\\: saving it again adds nothing\\."
    app.button(key="adding_save").click().run()
    assert "known already, nothing added" in app.info[0].value
    paste(app, REPORT)
    field(app, "publisher").set_value("Harian Lain").run()
    find(app)
    assert "kept as a reprint" in app.info[0].value
    app.button(key="adding_save").click().run()
    assert "a reprint of “Tentara Korut Tewas” by Koran Contoh" in app.success[0].value
    assert len(documents(own_database)) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The sky was blue and the wind was from the east.", "No facts found: no deployment, casualty or meeting"),
        (
            "Le ministre a dit que deux mille soldats sont morts.",
            "its language was not recognised; there are rules for",
        ),
    ],
)
def test_nothing_found_is_told_with_the_reason(app: AppTest, text: str, told: str) -> None:
    find(paste(app, text))
    assert told in app.info[0].value.replace("\\", "")
    assert not app.checkbox
    assert text.split()[1] in html(app)
    assert app.button(key="adding_save").label == "Save with 0 facts"


def test_pasting_nothing_is_told(app: AppTest) -> None:
    app = paste(app, " \n ")
    assert [each.value for each in app.warning] == ["There is no text yet: paste an article first."]
    assert not app.error
    assert not app.subheader, "nothing is taken in"


def test_what_an_article_says_is_shown_and_never_run(app: AppTest) -> None:
    evil = "<script>window.bad=1</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) :red[x]"
    paste(app, f"Two {evil}\n\n{ARTICLE}{evil}")
    field(app, "title").set_value(evil).run()
    find(app)
    assert "<script" not in html(app)
    assert "<img" not in html(app)
    assert "&lt;script&gt;" in html(app)
    assert not any(each.proto.unsafe_allow_javascript for each in app.get("html"))
    for written in (*app.subheader, *app.caption, *app.markdown):
        assert not re.search(r"(?<!\\)<script|(?<!\\):red", written.value)


def test_a_hundred_articles_are_answered_at_once(app: AppTest, own_database: Path) -> None:
    files = [(f"{n:03}.txt", ARTICLE.replace("700", str(200 + n)).encode()) for n in range(100)]
    find(upload(app, *files))
    assert app.dataframe[-1].value.shape[0] == 100
    began = time.monotonic()
    app.checkbox[0].uncheck().run()
    assert time.monotonic() - began < 3
    app.checkbox[0].check().run()
    app.button(key="adding_save_all").click().run(timeout=60)
    assert len(documents(own_database)) == 100
    assert "and 90 more" in app.success[0].value


def test_too_many_at_once_are_told(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding_batch, "MOST", 2)
    upload(app, *[(f"{n}.txt", f"{ARTICLE} {n}".encode()) for n in range(4)])
    assert app.subheader[0].value == "About the 2 articles"
    assert "2 articles are enough at once" in app.error[0].value
