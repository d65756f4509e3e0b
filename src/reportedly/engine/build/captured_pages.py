"""Which pages a build keeps beside the articles, and how forgotten names stay out of them.

Names are not blackened in a page, whose bytes stand for themselves: a page that holds one goes.
"""

import sqlite3
from collections.abc import Iterable

from reportedly.engine.annotating import READ_FINGERPRINT
from reportedly.engine.build.forgotten import Forgotten
from reportedly.reading.captures import MAX_CAPTURE_BYTES, opened, unpack
from reportedly.reading.charset import decode_page
from reportedly.reading.records import Record
from reportedly.store import captures

#: Kinds of records that are pages, or carry one.
_PAGES = frozenset({"html", "mhtml", "feed_entry"})


def fingerprint(connection: sqlite3.Connection) -> str:
    """What an input must have been read by, so that it need not be read again."""
    return f"{READ_FINGERPRINT}, with pages" if captures.are_kept(connection) else READ_FINGERPRINT


def is_missing(connection: sqlite3.Connection, record: Record, article_id: str) -> bool:
    """True when the page of a known article should be kept and is not."""
    if record.kind not in _PAGES and not (record.kind == "article" and b'"html"' in record.content):
        return False
    small = record.kind == "mhtml" or len(record.content) <= MAX_CAPTURE_BYTES
    return small and captures.are_kept(connection) and not captures.is_there(connection, article_id)


def keep(
    connection: sqlite3.Connection,
    article_id: str,
    page: bytes | None,
    names: Forgotten | Iterable[str],
) -> None:
    """Keeps the page of an article unless it holds one of the forgotten `names`."""
    if page is not None and captures.are_kept(connection) and not holds(page, names):
        captures.keep(connection, article_id, page)


def forget(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Drops every page that holds one of `names`."""
    listed = list(names)
    for article_id, page in captures.everything(connection):
        if holds(page, listed):
            captures.drop(connection, article_id)


def holds(page: bytes, names: Forgotten | Iterable[str]) -> bool:
    """True when a packed page has one of the names anywhere: in words, addresses or scripts.

    A name of one word is shared by too many to count.
    """
    known = names if isinstance(names, Forgotten) else Forgotten.of(names)
    if not known:
        return False
    capture = unpack(page)
    texts = (decode_page(capture.content, capture.charset), opened(capture)[1].text)
    return any(known.spans(text, shortest=2) for text in texts)
