"""Article objects of JSONL, JSON, CSV and Parquet: which of their keys mean what."""

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from reportedly.reading.charset import decode_text, whole_characters
from reportedly.reading.codes import rejected
from reportedly.reading.dates import iso_date
from reportedly.reading.draft import first_of, one_line

#: Keys under which the words of an article stand, best first.
_TEXT_KEYS = ("text", "body", "content")
TEXT_FIELDS = frozenset((*_TEXT_KEYS, "html"))
_ID_KEYS = ("doc", "id")
_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "source", "site", "site_name"),
    "url": ("url", "link", "permalink", "source"),
    "lang": ("lang", "language"),
}
#: What programs write into a text where they have nothing, `str(None)` of a script say.
_NOTHING = frozenset(("none", "null", "nan", "n/a", "undefined"))
#: What JSON calls its values.
_JSON = {
    list: "a list", str: "a text", int: "a number", float: "a number", bool: "true or false",
    type(None): "null",
}  # fmt: skip
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PUBLISHED_KEYS = ("published", "date", "published_at", "date_published")
_UPDATED_KEYS = ("updated", "updated_at", "modified", "date_modified")


def parse_object(content: bytes) -> dict[str, Any]:
    """The article object in `content`, keys in lower case; raises DocumentRejected."""
    try:
        value = json.loads(decode_text(content))
    except RecursionError as error:
        raise rejected("nested_too_deep", "JSON nested too deeply to be an article") from error
    except ValueError as error:
        raise rejected("not_json", f"not JSON: {error}; mend it, or leave it out") from error
    if not isinstance(value, dict):
        raise rejected("not_json", f"{_JSON[type(value)]} instead of an article object, {{…}}")
    return {str(key).lower(): item for key, item in value.items()}


def find_text(row: Mapping[str, Any]) -> str | None:
    """The words of the article verbatim; None when no key holds any."""
    for key in _TEXT_KEYS:
        value = row.get(key)
        if isinstance(value, str) and value.strip():
            return whole_characters(value)
    return None


def find_html(row: Mapping[str, Any]) -> str | None:
    """The page, for objects that give one instead of text."""
    value = row.get("html")
    return whole_characters(value) if isinstance(value, str) and value.strip() else None


def metadata_of(row: Mapping[str, Any]) -> dict[str, str | None]:
    """The fields of a `Draft` that the object itself gives."""
    found = {
        name: first_of(_fitting(name, key, _words(row.get(key))) for key in keys)
        for name, keys in _KEYS.items()
    }
    published = first_of(_date(row.get(key)) for key in _PUBLISHED_KEYS)
    return {
        **found,
        "published": published,
        "published_from": "metadata" if published else None,
        "updated": first_of(_date(row.get(key)) for key in _UPDATED_KEYS),
        "given_id": first_of(_line(row.get(key)) for key in _ID_KEYS),
    }


def _fitting(name: str, key: str, words: str | None) -> str | None:
    """`words` of a key that may hold an outlet or an address, as what `name` asks for."""
    address = words is not None and _ADDRESS.match(words) is not None
    wrong = (name == "outlet" and address) or (key == "source" and name == "url" and not address)
    return None if wrong else words


def _words(value: Any) -> str | None:
    """A text, the name in an object, or the names in a list joined as a byline joins them."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping):
        names = [name for item in value if (name := _words(item))]
        value = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    words = _line(value)
    return words if words and words.casefold() not in _NOTHING else None


def _line(value: Any) -> str | None:
    """A text in one line, whatever it says: an identifier may be "null". Not-a-number is none."""
    words = None if isinstance(value, float) and math.isnan(value) else one_line(value)
    return whole_characters(words) if words else None


def _date(value: Any) -> str | None:
    return iso_date(one_line(value))


def identity_of(line: bytes) -> tuple[str, bytes] | None:
    """The given identifier of a JSON line and a hash of its text; None when it gives none."""
    if not any(b'"%s"' % key.encode() in line for key in _ID_KEYS):
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict):
        return None
    name = first_of(one_line(row.get(key)) for key in _ID_KEYS)
    text = str(first_of(row.get(key) for key in (*_TEXT_KEYS, "html")))
    encoded = text.encode("utf-8", "surrogatepass")
    return (name, hashlib.sha256(encoded).digest()) if name else None
