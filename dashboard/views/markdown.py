"""Text that others wrote, made harmless for Markdown."""

from __future__ import annotations


def escaped(content: str) -> str:
    """Return text in which Markdown, HTML and Streamlit's directives mean nothing."""
    plain = " ".join(content.split())
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!|<>$~:^=&" else c for c in plain)
