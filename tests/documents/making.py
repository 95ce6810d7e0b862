"""Small files of every format, made by hand, so that a test says what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
ESCAPED = str.maketrans({"(": r"\(", ")": r"\)"})
STORY = (
    "North Korea has sent about 13,000 troops to Russia, lawmakers said.",
    "Around 2,000 of them have been killed, the National Intelligence Service estimated.",
)


def zipped(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these members."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def pdf(*pages: tuple[str, ...], info: Mapping[str, str] | None = None) -> bytes:
    """A PDF whose pages have these lines, and with this document information."""
    contents = []
    for lines in pages:
        drawn = "".join(f"({line.translate(ESCAPED)}) Tj T*\n" for line in lines)
        contents.append(f"BT /F1 11 Tf 14 TL 50 780 Td\n{drawn}ET".encode("latin-1"))
    return _pdf(contents, info or {})


def scanned_pdf() -> bytes:
    """A PDF of one page that holds lines and no text."""
    return _pdf([b"50 50 m 200 200 l S"], {})


def _pdf(contents: list[bytes], info: Mapping[str, str]) -> bytes:
    count = len(contents)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    told = " ".join(f"/{key} ({value})" for key, value in info.items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
        objects.append(f"{page}/Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    objects.append(f"<< {told} >>".encode("latin-1"))
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(written + b"startxref\n%d\n%%%%EOF\n" % start)


def locked_pdf(password: str, cipher: str = "AES-256") -> bytes:
    """A PDF that opens with this password alone."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(STORY))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm=cipher)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def paragraphs(*lines: str) -> str:
    """WordprocessingML of plain paragraphs."""
    return "".join(f"<w:p><w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>" for line in lines)


def docx(
    body: str,
    *,
    before: str = "",
    title: str = "",
    created: str = "",
    main: str = MAIN,
    more: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """A Word file with this body in WordprocessingML; ``before`` stands in front of its root element."""
    core = (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created></cp:coreProperties>'
    )
    has_core = bool(title or created)
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    core_relation = (
        f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    )
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f"{core_relation if has_core else ''}</Relationships>",
        "word/document.xml": f'<?xml version="1.0"?>{before}'
        f'<w:document xmlns:w="{WORD_NAMESPACE}"><w:body>{body}</w:body></w:document>',
    }
    if has_core:
        members["docProps/core.xml"] = core
    return zipped(members | dict(more or {}))


def docm() -> bytes:
    """A Word file with macros, which are part of it as Word writes them."""
    relations = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="m1" Target="vbaProject.bin"'
        ' Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/></Relationships>'
    )
    macros = b"\xd0\xcf\x11\xe0Sub AutoOpen(): Shell(evil): End Sub"
    return docx(
        paragraphs(*STORY),
        main=WITH_MACROS,
        more={"word/vbaProject.bin": macros, "word/_rels/document.xml.rels": relations},
    )


def eml(*, text: str = "", html: str = "", sender: str = "Desk <d@paper.example>") -> bytes:
    """A message with these parts, and an attachment that is none of its text."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "reader@mail.example", "Troops sent"
    message["Date"] = "Thu, 04 Sep 2025 23:10:00 +0700"
    message["Message-ID"] = "<1@paper.example>"
    if text:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    message.add_attachment("nothing of the article", filename="notes.txt")
    return message.as_bytes()


def page(*lines: str, head: str = "") -> str:
    """A web page with these paragraphs."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"
