"""Files that are not read, how to tell them, and what to do with them instead."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Refused:
    """Files that are not read: what they are, how they are named and begin, and what to do instead."""

    name: str
    suffixes: tuple[str, ...]
    begins: re.Pattern[bytes]
    advice: str


SAVE_AS_WORD = "open it and save it as docx, PDF or text"
RECOGNISE = "run text recognition (OCR) on it and add the text"
UNPACK = "unpack it, or pack it anew as zip"
NO_ARTICLE = "add the article's text instead"
REFUSED = (
    Refused("an old or locked Office file", ("doc", "xls", "ppt"), re.compile(rb"\xd0\xcf\x11\xe0"), SAVE_AS_WORD),
    Refused("an RTF file", ("rtf",), re.compile(rb"\{\\rtf"), SAVE_AS_WORD),
    Refused("an OpenDocument file", ("odt", "ods", "odp"), re.compile(rb"(?!)"), SAVE_AS_WORD),
    Refused("an e-book", ("epub", "mobi", "azw3"), re.compile(rb".{60}BOOKMOBI", re.DOTALL), "save it as PDF or text"),
    Refused("a table", ("xlsx", "xlsm", "csv", "tsv", "parquet"), re.compile(rb"PAR1"), NO_ARTICLE),
    Refused("a set of slides", ("pptx", "pptm", "key"), re.compile(rb"(?!)"), "save it as PDF"),
    Refused("a Safari archive", ("webarchive",), re.compile(rb"bplist00"), "save the page as HTML or PDF"),
    Refused("an Outlook message", ("msg",), re.compile(rb"(?!)"), "save it as eml, HTML or text"),
    Refused(
        "a picture",
        ("png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "heic", "heif", "avif", "svg", "ico"),
        re.compile(
            rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\x00|MM\x00\*|BM....\x00{4}"
            rb"|....ftyp(?:hei|hev|mif|avi)|\x00\x00\x01\x00"
            rb"|\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b",
            re.DOTALL,
        ),
        RECOGNISE,
    ),
    Refused(
        "sound or film",
        ("mp3", "wav", "ogg", "m4a", "flac", "mp4", "mov", "avi", "mkv", "webm", "mpg", "mpeg"),
        re.compile(
            rb"ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF....(?:WAVE|AVI )|....ftyp"
            rb"|\x1aE\xdf\xa3|\x00\x00\x01[\xba\xb3]|FLV\x01",
            re.DOTALL,
        ),
        "have it written out and add the text",
    ),
    Refused(
        "an archive of another kind than zip",
        ("gz", "tgz", "tar", "bz2", "xz", "7z", "rar", "zst"),
        re.compile(rb"\x1f\x8b|BZh[1-9]|\xfd7zXZ|7z\xbc\xaf|Rar!\x1a|\x28\xb5\x2f\xfd|.{257}ustar", re.DOTALL),
        UNPACK,
    ),
    Refused(
        "a program or a database",
        ("exe", "dll", "so", "sqlite", "db", "duckdb"),
        re.compile(rb"MZ.{58}|\x7fELF|SQLite format 3|.{8}DUCK|\xca\xfe\xba\xbe", re.DOTALL),
        NO_ARTICLE,
    ),
    Refused(
        "a data or feed file",
        ("json", "jsonl", "xml", "rss", "yaml", "yml", "js", "css", "py"),
        re.compile(rb"\s*<\?xml[^>]*>\s*<(?!!doctype html|html)[a-z]", re.IGNORECASE),
        NO_ARTICLE,
    ),
)
REFUSED_BY_SUFFIX = {suffix: refused for refused in REFUSED for suffix in refused.suffixes}
