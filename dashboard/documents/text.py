"""Plain text and Markdown, in any encoding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .errors import DocumentError
from .found import Found
from .plain import decoded, is_wrapped, one_line, tidy, unwrapped

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_NESTING = 20


def read_text(name: str, content: bytes) -> Found:
    """Read text as it stands; only lines that were broken to fit a width are put together again.

    Raises:
        DocumentError: if the bytes are no text.
    """
    text = _text(name, content)
    return Found(text=unwrapped(text) if is_wrapped(text) else text)


def read_markdown(name: str, content: bytes) -> Found:
    """Read Markdown without its marks: ``**13.000** tentara`` is a number and a noun. Its first heading is the title.

    Raises:
        DocumentError: if the bytes are no text.
    """
    from markdown_it import MarkdownIt

    # HTML inside is passed over with its tags.
    parser = MarkdownIt("commonmark", {"maxNesting": MOST_NESTING}).enable("table")
    title = ""
    lines: list[str] = []
    tokens = parser.parse(_text(name, content))
    for before, token in zip([None, *tokens], tokens, strict=False):
        line = _line(token)
        if before is not None and before.type == "heading_open" and before.tag == "h1" and not title and not lines:
            title = one_line(line)
        elif line:
            lines.append(line)
    return Found(text="\n".join(lines) if lines else title, title=title if lines else "")


def _line(token: Token) -> str:
    if token.type in ("fence", "code_block"):
        return token.content.strip("\n")
    if token.type != "inline":
        return ""
    words = []
    for child in token.children or []:
        if child.type in ("text", "code_inline", "text_special"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append("\n")
    line = re.sub(r"[ \t]+", " ", "".join(words)).strip()
    return unwrapped(line) if is_wrapped(line) else line


def _text(name: str, content: bytes) -> str:
    text = decoded(content)
    if text is None:
        raise DocumentError(f"{name} is not a text file; save the article as text, HTML, PDF or Word (docx).")
    return tidy(text)
