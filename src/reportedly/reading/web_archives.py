"""Records of a WARC file: pages and texts as they were fetched, HTTP encodings undone.

The day of capture is kept apart: it is never the day of publication.
"""

from collections.abc import Iterator
from typing import IO, Any

from reportedly.model import Reject
from reportedly.reading.records import Kind, Record
from reportedly.reading.streams import Part
from reportedly.reading.walk import Walk

_KINDS: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
}


class _Forward:
    """What fastwarc needs of a stream: it asks for the position, and panics where there is none."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._passed = 0

    def read(self, size: int = -1) -> bytes:
        """The next `size` bytes."""
        chunk = self._source.read(size)
        self._passed += len(chunk)
        return chunk

    def tell(self) -> int:
        """How many bytes were read."""
        return self._passed

    def seek(self, offset: int, whence: int = 0) -> int:
        """Refused: it only goes forward."""
        raise OSError(f"no way back to {offset} in a stream")

    def close(self) -> None:
        """The stream belongs to the caller."""


def read_warc(walk: Walk, part: Part) -> Iterator[Record | Reject]:
    """Responses with status 200, resources and conversions that are pages or texts."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    types = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    unknown = WarcRecordType.unknown | WarcRecordType.no_type
    source, cut = _Forward(part.reader), False
    try:
        for found in ArchiveIterator(source, record_types=types | unknown, parse_http=False):
            if walk.full:
                return
            cut = cut or found.record_type == WarcRecordType.unknown
            declared = int(found.headers.get("Content-Length") or 0)
            if declared > walk.limits.record_bytes:
                detail = f"{_address(found)} has {declared:,} bytes, more than the limit"
                yield walk.reject("too_large", detail, walk.number())
                continue
            found.freeze()
            cut = cut or found.content_length < declared
            if not cut:
                yield from _usable(walk, found)
    except (OSError, ValueError) as error:
        yield walk.reject("unreadable", f"{part.name} is damaged as a WARC ({error})")
        return
    fault = walk.fault_of(part)
    if fault is not None:
        yield fault
    elif cut or not part.stream.tail.endswith(b"\n"):
        yield walk.reject(
            "truncated", f"{part.name} ends inside a record; the last one is lost: fetch it again"
        )


def _address(found: Any) -> str:
    return str(found.headers.get("WARC-Target-URI") or "a record without address").strip("<>")


def _usable(walk: Walk, found: Any) -> Iterator[Record | Reject]:
    """`found` as a record, when it is a page or text that was fetched with success."""
    charset = None
    media = (found.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if found.is_http:
        try:
            found.parse_http(auto_decode="all")
        except (OSError, ValueError) as error:
            detail = f"{_address(found)}: its HTTP header is damaged ({error})"
            yield walk.reject("unreadable", detail, walk.number())
            return
        if found.http_headers is None or found.http_headers.status_code not in (200, None):
            return
        media, charset = (found.http_content_type or "text/html").lower(), found.http_charset
    kind = _KINDS.get(media)
    if kind is None:
        return
    yield _payload(walk, found, kind, charset)


def _payload(walk: Walk, found: Any, kind: Kind, charset: str | None) -> Record | Reject:
    number, address = walk.number(), _address(found)
    limit = walk.limits.record_bytes
    try:
        content = found.reader.read(limit + 1)
    except (OSError, ValueError) as error:
        return walk.reject("unreadable", f"{address}: its packing is damaged ({error})", number)
    if len(content) > limit:
        return walk.reject("too_large", f"{address} unpacks to more than {limit:,} bytes", number)
    captured = found.record_date.isoformat() if found.record_date else None
    url = address if address.startswith(("http://", "https://")) else None
    return Record(walk.path, number, kind, content, url, captured, charset=charset)
