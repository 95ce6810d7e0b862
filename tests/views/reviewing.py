"""An article with facts that wait for review."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from dashboard.facts import Decision, Document, Fact
from dashboard.store import add_document, open_store, review
from dashboard.store.log import decisions_about
from dashboard.store.queries import one_fact
from tests.conftest import make_fact

SENTENCES = (
    "South Korea's intelligence service told lawmakers on Tuesday about the war.",
    "About 2,000 North Korean soldiers have been killed, it said.",
    "Another 600 soldiers were wounded in Kursk.",
    "Fifty were captured, a lawmaker added.",
    "Moscow did not comment.",
)
TEXT = "\n\n".join((" ".join(SENTENCES[:3]), " ".join(SENTENCES[3:])))
KILLED, WOUNDED, CAPTURED = "cas-killed", "cas-wounded", "cas-captured"


def fact(sentence: int, **given: object) -> Fact:
    start = TEXT.index(SENTENCES[sentence])
    words: dict[str, object] = {
        "evidence": SENTENCES[sentence],
        "evidence_start": start,
        "evidence_end": start + len(SENTENCES[sentence]),
        "document_id": "article",
    }
    return make_fact(**(words | given))


def waiting() -> list[Fact]:
    """Three facts, the least certain one first."""
    return [
        fact(1, fact_id=KILLED, value_best=2000, qualifier="about", confidence=0.55),
        fact(2, fact_id=WOUNDED, outcome="wounded", value_best=600, confidence=0.8),
        fact(3, fact_id=CAPTURED, outcome="captured", value_best=50, confidence=0.95),
    ]


def with_article(path: Path, facts: list[Fact] | None = None, text: str = TEXT) -> Path:
    """Put an article with facts that wait into a database; return its path."""
    document = Document(
        document_id="article",
        publisher="The Paper",
        title="What the service told",
        text=text,
        published=date(2025, 9, 4),
        url="https://paper.example/1",
        language="en",
    )
    with open_store(path) as connection:
        add_document(connection, document, waiting() if facts is None else facts)
    return path


def now(path: Path, fact_id: str) -> dict[str, Any]:
    with open_store(path) as connection:
        found = one_fact(connection, fact_id)
    assert found is not None
    return found


def log(path: Path, fact_id: str) -> list[Decision]:
    with open_store(path) as connection:
        return decisions_about(connection, [fact_id]).get(fact_id, [])


def somebody_else_corrects(path: Path, fact_id: str, **changes: Any) -> None:
    seen = now(path, fact_id)["last_decision"]
    with open_store(path) as connection:
        review.correct(connection, fact_id, changes, reviewer="Budi", seen=seen)


def named(app: AppTest, key: str = "review", name: str = "Ana") -> AppTest:
    """Give the reviewer's name."""
    return app.text_input(key=f"{key}_name").set_value(name).run()


def heading(app: AppTest) -> str:
    """The fact in front."""
    return next(each.value for each in app.markdown if each.value.startswith("#### "))[5:].replace("\\", "")


def said(app: AppTest) -> str:
    return " | ".join(each.value.replace("\\", "") for each in (*app.caption, *app.warning, *app.info, *app.markdown))
