"""The article with its passages highlighted: safe, whole, rightly cut, each passage paired with its card."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from dashboard.facts import KINDS
from dashboard.views.preview import LONGEST, MOST, Mark, html_of, mark_of
from tests.conftest import make_fact

BLUE, ORANGE = "#0072B2", "#E69F00"
TEXT = "Kim met Putin.\n\nAbout 2,000 of 13,000 soldiers were killed."


def body(written: str) -> html.HtmlElement:
    return html.fragment_fromstring(written.split("<style>")[0])


def marks(written: str) -> list[tuple[str, str]]:
    """The highlighted pieces in their order: which passages they belong to, and their words."""
    return [(each.get("class"), each.text_content()) for each in body(written).iter("mark")]


def passage(name: str, words: str, text: str = TEXT, colour: str = BLUE, label: str = "") -> Mark:
    return Mark(name, text.index(words), text.index(words) + len(words), colour, label)


def test_a_passage_is_highlighted_in_its_colour_and_reached_by_keyboard() -> None:
    written = html_of(TEXT, [passage("a", "Kim met Putin", colour=ORANGE, label="1")])
    [mark] = body(written).iter("mark")
    assert mark.text_content() == "Kim met Putin"
    assert mark.get("style") == f"--one:{ORANGE}"
    assert (mark.get("tabindex"), mark.get("id"), mark.get("data-n")) == ("0", "a", "1")
    assert [each.text_content() for each in body(written).iter("p")] == TEXT.split("\n\n")
    assert ".st-key-a:hover" in written
    assert ".a:focus-visible" in written


def test_passages_that_overlap_are_cut_and_each_piece_belongs_to_all_that_cover_it() -> None:
    written = html_of(
        TEXT,
        [
            passage("a", "About 2,000 of 13,000", label="1"),
            passage("b", "13,000 soldiers", colour=ORANGE, label="2"),
            passage("c", "2,000", label="3"),
        ],
    )
    assert marks(written) == [("a", "About "), ("a c", "2,000"), ("a", " of "), ("a b", "13,000"), ("b", " soldiers")]
    stops = [(each.get("id"), each.get("tabindex")) for each in body(written).iter("mark") if each.get("tabindex")]
    assert stops == [("a", "0"), ("c", "0"), ("b", "0")], "each passage is one stop, where it begins"
    assert [each.get("data-n") for each in body(written).iter("mark")] == [None, "3", None, "1", "2"]
    both = next(each for each in body(written).iter("mark") if each.get("class") == "a b")
    assert both.get("style") == f"--one:{BLUE};--two:{ORANGE}"


def test_two_facts_of_the_same_words_share_them() -> None:
    written = html_of(TEXT, [passage("a", "soldiers", label="1"), passage("b", "soldiers", label="2")])
    assert marks(written) == [("a b", "soldiers")]
    [mark] = body(written).iter("mark")
    assert mark.get("data-n") == "1,2"
    assert {each.get("id") for each in mark.iter()} == {"a", "b"}


def test_a_passage_over_several_lines_is_cut_at_their_ends() -> None:
    written = html_of("One died.\n\nTwo died.", [Mark("a", 4, 14, label="1")])
    assert marks(written) == [("a", "died."), ("a", "Two")]
    assert [each.get("tabindex") for each in body(written).iter("mark")] == ["0", None]
    assert [each.get("data-n") for each in body(written).iter("mark")] == [None, "1"]


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        "</div></mark><img src=x onerror=alert(1)>",
        "</style><script>alert(1)</script>",
        '" onmouseover="alert(1)',
        "&lt;script&gt; <!-- -->",
        "javascript:alert(1) <a href='javascript:alert(1)'>x</a>",
        "\ud800 \x00 <b",
    ],
)
def test_whatever_the_article_says_is_text(evil: str) -> None:
    text = f"Two {evil} died."
    told = Mark("a", 0, len(text), label=evil, told=evil)
    for written in (html_of(text, []), html_of(text, [told]), html_of(text, [Mark("a", 6, 8, told=evil), told])):
        assert {each.tag for each in body(written).iter()} <= {"div", "p", "mark", "span"}
        names = {name for each in body(written).iter() for name in each.attrib}
        assert names <= {"class", "dir", "style", "id", "tabindex", "data-n", "title"}
        assert "<script" not in written
        assert written.count("<style>") == written.count("</style>") == 1


@pytest.mark.parametrize("name", ["", "A b", "a{}", "1a", "a:hover", "a<b"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        Mark(name, 0, 1)
    with pytest.raises(ValueError, match="no colour"):
        Mark("a", 0, 1, colour="red;}")


def test_offsets_count_characters_whatever_they_are() -> None:
    text = "🇰🇵 Pyongyang – مقتل عشرة جنود – 北朝鮮兵100人死亡 e\u0301te\u0301."
    for words in ("🇰🇵", "عشرة", "兵100人", "e\u0301te\u0301"):
        assert marks(html_of(text, [passage("a", words, text)])) == [("a", words)]


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (3, 3), (5, 2), (0, 999)])
def test_a_passage_that_is_not_in_the_text_is_left_out(start: int, end: int) -> None:
    assert marks(html_of(TEXT, [Mark("a", start, end)])) == []


def test_a_part_is_shown_where_a_part_is_asked_for() -> None:
    text = "word " * 200 + "Two died." + " word" * 200
    shown = body(html_of(text, [passage("a", "Two died.", text)], around=22)).text_content()
    assert shown == "…word word word word Two died. word word word word…"
    assert len(body(html_of(text, [passage("a", "Two died.", text)], around=0)).text_content()) == len("…Two died.…")


def test_an_article_of_any_length_is_bounded() -> None:
    text = "Two died. " * 400_000
    for found in ([], [Mark(f"m{n}", n * 10_000, n * 10_000 + 9) for n in range(400)]):
        shown = html_of(text, found).split("<style>")[0]
        assert LONGEST * 0.9 < len(body(shown).text_content()) < MOST * 1.1
        assert shown.rstrip("</div>").endswith("…</p")


def test_a_fact_is_highlighted_in_the_colour_of_its_kind() -> None:
    assert mark_of(make_fact(), "a") is None
    for kind in KINDS.values():
        found = mark_of(make_fact(kind=kind.name, fact_id="x", evidence_start=1, evidence_end=4), "a", "1", "told")
        assert found == Mark("a", 1, 4, kind.colour, "1", "told")


def overlapping(text: str) -> st.SearchStrategy[list[Mark]]:
    edges = st.tuples(st.integers(-2, len(text) + 2), st.integers(-2, len(text) + 2))
    spans = st.lists(edges, max_size=6)
    return spans.map(lambda found: [Mark(f"m{n}", start, end) for n, (start, end) in enumerate(found)])


TEXTS = st.text(alphabet=st.sampled_from("ab <>&\"'\n\té🇰"), max_size=60)


def pieces(element: html.HtmlElement) -> Iterator[tuple[str, frozenset[str]]]:
    """Each character that is shown, with the passages that it belongs to."""
    names = frozenset((element.get("class") or "").split() if element.tag == "mark" else ())
    yield from ((c, names) for c in element.text or "")
    for child in element:
        yield from ((c, found | names) for c, found in pieces(child))
        yield from ((c, names) for c in child.tail or "")


@given(TEXTS.flatmap(lambda text: st.tuples(st.just(text), overlapping(text))))
def test_every_character_is_shown_once_and_belongs_to_what_covers_it(drawn: tuple[str, list[Mark]]) -> None:
    text, found = drawn
    shown = [(c, names) for c, names in pieces(body(html_of(text, found))) if not c.isspace()]
    wanted = [
        (c, frozenset(mark.name for mark in found if 0 <= mark.start <= at < mark.end <= len(text)))
        for at, c in enumerate(text)
        if not c.isspace()
    ]
    assert shown == wanted
