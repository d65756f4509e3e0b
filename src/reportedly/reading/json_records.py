"""Article objects out of JSON Lines and JSON files: one record each, by its own bytes."""

import json
from collections.abc import Iterator
from typing import Any

from reportedly.model import Reject
from reportedly.reading.charset import charset_of_text
from reportedly.reading.feeds import json_feed_entries
from reportedly.reading.records import Record, canonical
from reportedly.reading.streams import Part
from reportedly.reading.walk import Walk

#: Keys under which collections of articles are kept by the programs that export them.
_LIST_KEYS = ("articles", "items", "documents", "results", "data")


def read_jsonl(walk: Walk, part: Part) -> Iterator[Record | Reject]:
    """One record for each line that is not blank; the line's bytes name the article."""
    given: dict[str, bytes] = {}
    for line in _lines(walk, part):
        if isinstance(line, Reject):
            yield line
            continue
        if walk.full:
            return
        number = walk.number()
        yield Record(walk.path, number, "article", line)
        repeated = _repeated(given, line)
        if repeated is not None:
            detail = f"{part.name}: the identifier {repeated!r} was given before with other text; "
            yield walk.reject("duplicate_id", detail + "both articles are kept", number)


def _repeated(given: dict[str, bytes], line: bytes) -> str | None:
    """The identifier that `line` gives when a line with other text has given it before."""
    from reportedly.reading.fields import identity_of

    identity = identity_of(line)
    if identity is None:
        return None
    name, digest = identity
    return name if given.setdefault(name, digest) != digest else None


def _lines(walk: Walk, part: Part) -> Iterator[bytes | Reject]:
    """The lines, without line end and byte order mark; those beyond the limit as rejects."""
    limit = walk.limits.record_bytes
    wide = charset_of_text(part.reader.peek(4)[:4])
    if wide.startswith("utf-16"):
        yield from _wide_lines(walk, part, wide)
        return
    first = True
    while line := part.reader.readline(limit + 1):
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := part.reader.readline(limit)) and not rest.endswith(b"\n"):
                pass
            detail = f"{part.name}: a line of more than {limit:,} bytes; split the article"
            yield walk.reject("too_large", detail, walk.number())
            continue
        if part.stream.fault is not None and not line.endswith(b"\n"):
            break
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip() if first else line.strip()
        first = False
        if stripped:
            yield stripped
    fault = walk.fault_of(part)
    if fault is not None:
        yield fault


def _wide_lines(walk: Walk, part: Part, charset: str) -> Iterator[bytes | Reject]:
    content = walk.content_of(part)
    if isinstance(content, Reject):
        yield content
        return
    for line in content.decode(charset, "replace").split("\n"):
        if line.strip():
            yield line.strip().encode("utf-8", "surrogatepass")


def read_json(walk: Walk, part: Part) -> Iterator[Record | Reject]:
    """One article object, a list of them, an object that holds such a list, or a JSON Feed."""
    content = walk.content_of(part)
    if isinstance(content, Reject):
        yield content
        return
    try:
        value = json.loads(content.decode(charset_of_text(content[:4]), "replace"))
    except RecursionError:
        yield walk.reject(
            "nested_too_deep", f"{part.name} nests its JSON too deeply to be articles"
        )
        return
    except ValueError as error:
        yield walk.reject("not_json", f"{part.name} is not JSON ({error}); is it JSON Lines?")
        return
    if isinstance(value, dict) and (entries := json_feed_entries(value)) is not None:
        for entry in entries:
            yield Record(walk.path, walk.number(), "feed_entry", canonical(entry))
        return
    listed = _listed(value)
    if listed is None:
        number = walk.number() if part.inside else None
        yield Record(walk.path, number, "article", content)
        return
    for item in listed:
        yield _item(walk, item)


def _listed(value: Any) -> list[Any] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for key in _LIST_KEYS:
            found = value.get(key)
            if isinstance(found, list) and found and isinstance(found[0], dict):
                return found
    return None


def _item(walk: Walk, item: Any) -> Record | Reject:
    number = walk.number()
    if not isinstance(item, dict):
        detail = f"item {number} of the list is {type(item).__name__}, not an article object"
        return walk.reject("not_json", detail, number)
    return Record(walk.path, number, "article", canonical(item))
