"""What format an input has: from its first bytes, and from its name where they leave it open."""

import json
import re
from typing import Literal

from reportedly.reading.mailboxes import LOOSE_LINE, MAILBOX

Format = Literal[
    "empty", "binary", "html", "mhtml", "mail", "mbox", "text", "markdown", "json", "jsonl", "csv",
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
    (b"{\\rtf", "binary"),
    (b"\xd0\xcf\x11\xe0", "binary"),
    (b"7z\xbc\xaf", "binary"),
    (b"SQLite format 3\x00", "binary"),
)
_BY_EXTENSION: dict[str, Format] = {
    "htm": "html", "html": "html", "xhtml": "html", "shtml": "html", "mht": "mhtml",
    "mhtml": "mhtml", "eml": "mail", "txt": "text", "text": "text", "md": "markdown",
    "markdown": "markdown",
    "jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv", "tsv": "csv",
    "rss": "feed", "atom": "feed", "xml": "xml", "parquet": "parquet", "warc": "warc",
}  # fmt: skip
#: Files that lie beside saved pages and are no articles: passed over in folders and archives,
#: rejected as binary when somebody names one.
FURNITURE = frozenset(
    "css js mjs map png jpg jpeg gif webp svg ico bmp avif woff woff2 ttf otf eot mp3 mp4 m4a "
    "webm ogg wav mov avi swf cdx cdxj idx db sqlite pyc lock "
    "chronicle chronicle-wal chronicle-shm chronicle-lock".split()
)
#: What programs that write and count call their files, and what a person calls these. Some are zip
#: files, in which no member is an article.
OFFICE = {
    "doc": "a Word document",
    "docx": "a Word document",
    "dotx": "a Word document",
    "odt": "an OpenDocument text",
    "pages": "a Pages document",
    "rtf": "a rich text document",
    "xls": "a spreadsheet",
    "xlsx": "a spreadsheet",
    "ods": "a spreadsheet",
    "ppt": "a presentation",
    "pptx": "a presentation",
    "odp": "a presentation",
    "epub": "an e-book",
}
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html\b|<head\b|<body\b", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:p|div|article|h1|h2|title|span|table|section|main|meta)\b[^<>]*>", re.I)
_MIME = re.compile(r"^(?:MIME-Version|Content-Type:\s*multipart/related)\b", re.I | re.M)
#: What browsers write and mailers do not: where the page stands that was saved.
_SAVED = re.compile(r"^(?:Snapshot-)?Content-Location:|^From: <?Saved\b", re.I | re.M)
#: A field of a message's header, which may go on in lines that are set in.
_FIELD = re.compile(r"(?P<name>[!-9;-~]+):.*(?:\n[ \t]+\S.*)*(?:\n|\Z)")
#: Fields that a mail gets under way; a text that somebody pasted has none of them.
_UNDER_WAY = frozenset(
    "received return-path message-id delivered-to mime-version content-type x-mailer dkim-signature"
    " list-unsubscribe".split()
)
#: Formats that the bytes tell; a name alone tells them of nothing.
_NOT_BY_NAME = (None, "xml", "feed", "parquet", "warc", "mhtml", "mail")
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
            is_office = found == "zip" and extension_of(name) in OFFICE
            return "binary" if is_office else found
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
    if MAILBOX.match(start) or _is_loose_mailbox(start, name):
        return "mbox"
    if (message := _message(start, by_name)) is not None:
        return message
    if _OBJECT.match(start):
        return "jsonl" if by_name != "json" and _is_object_line(start) else "json"
    if _LIST.match(start):
        return "json"
    if by_name in (None, "xml") and len(_MARKUP.findall(start)) >= 3:
        return "html"
    return "text" if by_name in _NOT_BY_NAME else by_name


def _is_loose_mailbox(start: str, name: str) -> bool:
    """True for a mail behind a line "From …" that does not say when it came as others do."""
    line = LOOSE_LINE.match(start)
    by_name: Format | None = "mail" if extension_of(name) in ("mbox", "mbx") else None
    return line is not None and _message(start[line.end() :], by_name) == "mail"


def _message(start: str, by_name: Format | None) -> Format | None:
    """`mail` or `mhtml` for what starts with the header of a message."""
    head = start.replace("\r\n", "\n").partition("\n\n")[0]
    names, at = set(), 0
    while field := _FIELD.match(head, at):
        names.add(field["name"].lower())
        at = field.end()
    # What is looked at may end within the header: what carried a mail stands before its sender.
    cut = len(head) == len(start.replace("\r\n", "\n")) and len(start) > HEAD_BYTES // 2
    addressed = cut or ("from" in names and not names.isdisjoint(("subject", "date")))
    sent = by_name == "mail" or not names.isdisjoint(_UNDER_WAY)
    saved = _SAVED.search(head) or (by_name == "mhtml" and "mime-version" in names)
    if names and (cut or at >= len(head)) and addressed and sent and not saved:
        return "mail"
    return "mhtml" if _MIME.search(head) and ":" in start[:40] else None


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
