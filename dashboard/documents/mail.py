"""Messages (eml), such as newsletters and press releases, and pages that a browser saved as one (mhtml)."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from .errors import DocumentError
from .found import Found
from .html import read_page
from .plain import decoded, is_wrapped, one_line, tidy, unwrapped

MOST_PARTS = 1_000


def is_mail(head: bytes) -> bool:
    """Tell whether the first lines are those of a message: several headers, one of them technical."""
    names = set()
    for line in head.replace(b"\r\n", b"\n").split(b"\n"):
        if line[:1] in (b" ", b"\t"):
            continue
        name, colon, _ = line.partition(b":")
        if not colon or not name.replace(b"-", b"").isalnum():
            break
        names.add(name.lower())
    return len(names) >= 3 and not names.isdisjoint({b"mime-version", b"message-id", b"received", b"return-path"})


def read_mail(name: str, content: bytes) -> Found:
    """Read subject, sender and day, and the text of a message: the plain one, or the HTML one where there is no other.

    Raises:
        DocumentError: if it is locked or holds no text.
    """
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)  # the default policy makes no other
    if message.get_content_type() in ("application/pkcs7-mime", "multipart/encrypted"):
        raise DocumentError(f"{name} is an encrypted message; open it and save its text.")
    page = _part(message, "text/html")
    saved = one_line(_header(message, "Snapshot-Content-Location"), most=2000)
    if page and (saved or message.get_content_type() == "multipart/related"):
        return read_page(name, page, saved)
    text = tidy(_part(message, "text/plain")).strip()
    if not text and page:
        text = read_page(name, page).text
    sender, address = parseaddr(one_line(_header(message, "From")))
    return Found(
        text=unwrapped(text) if is_wrapped(text) else text,
        title=one_line(_header(message, "Subject")),
        published=getattr(getattr(message["Date"], "datetime", None), "date", lambda: None)(),
        publisher=sender or address.rpartition("@")[2],
    )


def _header(message: EmailMessage, name: str) -> str:
    return str(message.get(name, ""))


def _part(message: EmailMessage, kind: str) -> str:
    """Return the first part of this kind as text, attachments left out."""
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            break
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return decoded(payload, part.get_content_charset("")) or ""
    return ""
