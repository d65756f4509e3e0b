"""What format an input has: from its first bytes, and from its name where they leave it open."""

import json
import re
from typing import Literal

Format = Literal[
    "empty", "binary", "html", "mhtml", "text", "markdown", "json", "jsonl", "csv",
    "parquet", "feed", "warc", "zip", "tar", "gzip", "bzip2", "xz", "xml",
]  # fmt: skip

#: Bytes looked at.  A saved page may open with a long comment; a tar names itself at byte 257.
HEAD_BYTES = 8192

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"%PDF", "binary"),
    (b"\x89PNG", "binary"),
    (b"GIF8", "binary"),
    (b"\xff\xd8\xff", "binary"),
    (b"RIFF", "binary"),
    (b"\x7fELF", "binary"),
    (b"\xd0\xcf\x11\xe0", "binary"),
    (b"7z\xbc\xaf", "binary"),
    (b"SQLite format 3\x00", "binary"),
)
_BY_EXTENSION: dict[str, Format] = {
    "htm": "html", "html": "html", "xhtml": "html", "shtml": "html", "mht": "mhtml",
    "mhtml": "mhtml", "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown",
    "jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv", "tsv": "csv",
    "rss": "feed", "atom": "feed", "xml": "xml", "parquet": "parquet", "warc": "warc",
}  # fmt: skip
#: Files that lie beside saved pages and are no articles: passed over in folders and archives,
#: rejected as binary when somebody names one.
FURNITURE = frozenset(
    "css js mjs map png jpg jpeg gif webp svg ico bmp avif woff woff2 ttf otf eot mp3 mp4 m4a "
    "webm ogg wav mov avi pdf swf cdx cdxj idx db sqlite pyc lock "
    "chronicle chronicle-wal chronicle-shm chronicle-lock".split()
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html\b|<head\b|<body\b", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:p|div|article|h1|h2|title|span|table|section|main|meta)\b[^<>]*>", re.I)
_MIME = re.compile(r"^(?:MIME-Version|Content-Type:\s*multipart/related)\b", re.I | re.M)
_OBJECT = re.compile(r'\{\s*(?:"|\})')
_LIST = re.compile(r"\[\s*(?:\{|\])")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def extension_of(name: str) -> str:
    """The extension in lower case without its dot; empty when `name` has none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    return base.rpartition(".")[2].lower() if "." in base else ""


def format_of(head: bytes, name: str) -> Format:
    """The format of an input that starts with `head` (up to `HEAD_BYTES`) and is called `name`."""
    if not head.strip() and len(head) < HEAD_BYTES:
        return "empty"
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head[257:262] == b"ustar":
        return "tar"
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    # A stray null in a page is survivable; more than one control character in fifty is no text.
    controls = len(_CONTROL.findall(head))
    if not wide and controls > 2 and controls * 50 > len(head):
        return "binary"
    decoded = head.decode("utf-16", "ignore") if wide else head.decode("latin-1")
    return _textual(decoded.removeprefix("ï»¿").removeprefix("\ufeff").lstrip(), name)


def _textual(start: str, name: str) -> Format:
    by_name = _BY_EXTENSION.get(extension_of(name))
    if by_name in ("jsonl", "csv"):
        return by_name
    if start.startswith("<"):
        return _markup(start, by_name)
    if _MIME.search(start.partition("\n\n")[0].partition("\r\n\r\n")[0]) and ":" in start[:40]:
        return "mhtml"
    if _OBJECT.match(start):
        return "jsonl" if by_name != "json" and _is_object_line(start) else "json"
    if _LIST.match(start):
        return "json"
    if by_name in (None, "xml") and len(_MARKUP.findall(start)) >= 3:
        return "html"
    return "text" if by_name in (None, "xml", "feed", "parquet", "warc", "mhtml") else by_name


def _markup(start: str, by_name: Format | None) -> Format:
    feed, page = _FEED.search(start), _PAGE.search(start)
    if feed and (page is None or feed.start() < page.start()):
        return "feed"
    if page or by_name == "html" or (by_name != "xml" and _MARKUP.search(start)):
        return "html" if by_name != "markdown" else "markdown"
    if by_name in ("text", "markdown"):
        return by_name
    return "xml"


def _is_object_line(start: str) -> bool:
    """True when the first line is a whole JSON object and something follows it."""
    line, newline, rest = start.partition("\n")
    if not newline or not rest.strip():
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
