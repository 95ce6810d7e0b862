"""Bytes become text, and text becomes clean: encodings, control characters, lines that were broken to fit a width."""

from __future__ import annotations

import codecs
import re
import unicodedata
from statistics import quantiles

# The longest first: the mark of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE = ["utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "utf_7"]
MOST_SIGNS = 0.25  # bytes beyond ASCII in a text of Latin letters
MOST_CONTROLS = 0.02  # of a text; a file with more is none
WIDEST_WRAP = 110  # characters of a line that was broken to fit a window, a mail or a page
LEAST_FULL = 0.75  # a line at least this full, in parts of the usual width, goes on in the next
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Soft hyphens, zero-width spaces, byte order marks, and what turns the direction of a line without being seen.
UNSEEN = re.compile(r"[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]")
SCRIPTS = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAGS = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”’'»)\]]*$")
BEGINS_ITEM = re.compile(r"(?:[-–—•*·>#|]|\d{1,3}[.)])\s")


def decoded(content: bytes, declared: str = "") -> str | None:
    """Return the text of bytes in whatever encoding, or ``None`` when they are no text.

    ``declared`` is what the file says of itself; it is believed only when the bytes are not UTF-8, which is hardly ever
    right by chance, while declarations are often left over from a template.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _text_or_none(content.decode(encoding, errors="replace"))
    if b"\0" not in content:
        try:
            return _text_or_none(content.decode("utf-8"))
        except UnicodeDecodeError:
            pass
        if declared and (text := _as_declared(content, declared)) is not None:
            return _text_or_none(text)
    return _guessed(content)


def _as_declared(content: bytes, declared: str) -> str | None:
    """Return the text in the declared encoding, as browsers read it: Latin-1 and ASCII mean Windows-1252."""
    try:
        name = codecs.lookup(declared).name
        if name in ("iso8859-1", "ascii"):
            name = "cp1252"
        return content.decode(name, errors="replace")
    except (LookupError, ValueError):  # an encoding that nobody knows, or one that is none of text
        return None


def _guessed(content: bytes) -> str | None:
    """Return the text in the most likely encoding.

    A few signs among plain letters fit half a dozen encodings equally well. Windows-1252, the commonest by far, wins
    then; in Cyrillic, Arabic, Korean and the like, most letters are such signs.
    """
    from charset_normalizer import from_bytes

    if b"\0" in content:
        return _wide(content)
    best = from_bytes(content, cp_exclusion=WIDE).best()
    if best is None:
        return None
    if sum(byte >= 0x80 for byte in content) <= MOST_SIGNS * len(content):
        western = from_bytes(content, cp_isolation=["cp1252"]).best()
        if western is not None and western.encoding == "cp1252" and western.chaos <= best.chaos:
            return _text_or_none(str(western))
    return _text_or_none(str(best))


def _wide(content: bytes) -> str | None:
    """Return the text of bytes with two or four for each character and no mark: it has spaces and nothing odd."""
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        kinds = {unicodedata.category(letter) for letter in set(text) - set("\t\n\r\f\ufeff")}
        if " " in text and kinds.isdisjoint({"Cc", "Cn", "Co", "Cs"}):
            return text
    return None


def _text_or_none(text: str) -> str | None:
    controls = sum(1 for _ in CONTROLS.finditer(text)) + text.count("\ufffd")
    return None if "\0" in text or controls > MOST_CONTROLS * len(text) + 1 else text


def tidy(text: str) -> str:
    r"""Return text with one sort of line end and without what nobody sees: control characters, halves of characters.

    >>> tidy("Satu\r\nDu\u00ada\x07\x0cTiga")
    'Satu\nDua\nTiga'
    """
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return UNSEEN.sub("", CONTROLS.sub("", LINE_ENDS.sub("\n", text)))


def one_line(text: object, most: int = 300) -> str:
    """Return a title, a name or an address as one line of plain text: no tags, no control characters, not too long.

    >>> one_line("<script>alert(1)</script> Korut\\n kirim <b>pasukan</b>")
    'Korut kirim pasukan'
    """
    line = " ".join(without_tags(SCRIPTS.sub("", tidy(str(text or "")[: 20 * most]))).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def without_tags(text: str) -> str:
    """Return text without anything that looks like a tag.

    >>> without_tags("5 < 6, <b>kata</b> <<i>script>")
    '5 < 6, kata '
    """
    for _ in range(3):  # taking one away can make another
        if (fewer := TAGS.sub("", text)) == text:
            return text
        text = fewer
    return text.replace("<", " ")


def is_wrapped(text: str) -> bool:
    """Tell whether lines were broken to fit a width, so that sentences run over several of them."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    if len(lines) < 3 or max(map(len, lines)) > WIDEST_WRAP:
        return False
    width = _width(lines)
    cut = sum(len(line) >= LEAST_FULL * width and not ENDS_SENTENCE.search(line) for line in lines)
    return width >= 40 and cut >= len(lines) / 3


def unwrapped(text: str) -> str:
    r"""Return text with its paragraphs on a line each, where lines were broken to fit a width.

    An extractor reads a line end as the end of a sentence, and would lose every fact that runs over one.

    >>> unwrapped("About 13,000 sol-\ndiers were sent to\nRussia, it said.\n\nNext.")
    'About 13,000 soldiers were sent to Russia, it said.\n\nNext.'
    """
    paragraphs: list[str] = []
    lines = [line.rstrip() for line in text.split("\n")]
    width = _width([line for line in lines if line])
    before = ""  # the line before, as it was
    for line in lines:
        if line and before and _goes_on(before, line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line.lstrip())
        else:
            paragraphs.append(line)
        before = line
    return "\n".join(paragraphs)


def _goes_on(before: str, line: str, width: float) -> bool:
    if BEGINS_ITEM.match(line.lstrip()):
        return False
    if ENDS_SENTENCE.search(before):
        return len(before) >= 0.9 * width and not line.startswith((" ", "\t"))
    return len(before) >= LEAST_FULL * width or line.lstrip()[:1].islower()


def _joined(before: str, line: str) -> str:
    if re.search(r"[^\W\d_]-$", before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"


def _width(lines: list[str]) -> float:
    """Return how long full lines are: nine of ten are no longer."""
    lengths = [len(line) for line in lines]
    return quantiles(lengths, n=10)[-1] if len(lengths) > 1 else float(sum(lengths))
