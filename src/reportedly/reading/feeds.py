"""Entries of RSS, Atom and JSON Feed files, each as a record that holds the entry as JSON."""

import io
from collections.abc import Iterator
from typing import Any

from reportedly.model import Reject
from reportedly.reading.records import Record, canonical
from reportedly.reading.streams import Part
from reportedly.reading.walk import Walk


def read_feed(walk: Walk, part: Part) -> Iterator[Record | Reject]:
    """One record for each entry of an RSS or Atom file; nothing is fetched."""
    content = walk.content_of(part)
    if isinstance(content, Reject):
        yield content
        return
    import feedparser

    # The text is cleaned by our own reader of pages, which keeps what this one would drop.
    try:
        parsed = feedparser.parse(
            io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False
        )
    except ValueError as error:  # addresses and characters that cannot be
        yield walk.reject("unreadable", f"{part.name} is damaged as a feed ({error})")
        return
    if not parsed.entries:
        why = str(parsed.get("bozo_exception") or "it has no entries")
        yield walk.reject("no_text", f"{part.name} is a feed without articles ({why})")
        return
    for entry in parsed.entries:
        if walk.full:
            return
        fields = _fields(entry, parsed.feed)
        yield Record(walk.path, walk.number(), "feed_entry", canonical(fields))


def _fields(entry: Any, feed: Any) -> dict[str, str]:
    contents = entry.get("content") or []
    longest = max((str(c.get("value") or "") for c in contents), key=len, default="")
    found = {
        "title": entry.get("title"),
        "url": entry.get("link"),
        "published": entry.get("published"),
        # Asked as a plain dictionary, since feedparser would answer with the publication.
        "updated": dict.get(entry, "updated"),
        "byline": entry.get("author"),
        "id": entry.get("id"),
        "html": longest or entry.get("summary"),
        "outlet": feed.get("title"),
        "lang": feed.get("language"),
    }
    return {key: str(value) for key, value in found.items() if value}


def json_feed_entries(value: dict[str, Any]) -> list[dict[str, str]] | None:
    """The entries of a JSON Feed; None when `value` is something else."""
    items = value.get("items")
    if "jsonfeed.org" not in str(value.get("version") or "") or not isinstance(items, list):
        return None
    return [_json_entry(item, value) for item in items if isinstance(item, dict)]


def _json_entry(item: dict[str, Any], feed: dict[str, Any]) -> dict[str, str]:
    authors = item.get("authors") or [item.get("author")]
    names = [str(a["name"]) for a in authors if isinstance(a, dict) and a.get("name")]
    found = {
        "title": item.get("title"),
        "url": item.get("url"),
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
        "byline": " and ".join(names),
        "id": item.get("id"),
        "html": item.get("content_html"),
        "text": item.get("content_text") or item.get("summary"),
        "outlet": feed.get("title"),
        "lang": item.get("language") or feed.get("language"),
    }
    return {key: str(entry) for key, entry in found.items() if entry}
