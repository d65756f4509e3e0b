"""Pieces of WARCs: read one after another they give what the whole file gives."""

import dataclasses
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.engine.spark.pieces import Piece, pieces_of, records_of
from reportedly.model import Reject
from reportedly.reading.inputs import open_records
from reportedly.reading.records import Limits, Record

RECORDS = 30


def record_of(number: int) -> bytes:
    """One captured page; every third is a picture, which is no record of ours."""
    media = "image/png" if number % 3 == 2 else "text/html"
    page = f"<p>The ferry at Marrow was late again on day {number}, Ada Quill said.</p>" * 20
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n{page}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://marrow.example/{number}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        "WARC-Date: 2019-03-04T05:06:07Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def packed_singly(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def not_packed(records: list[bytes]) -> bytes:
    return b"".join(records)


def packed_as_one(records: list[bytes]) -> bytes:
    return gzip.compress(b"".join(records), mtime=0)


def numbered(path: Path, range_bytes: int) -> tuple[int, list[Record | Reject]]:
    """How many pieces there are, and their records numbered through."""
    pieces = pieces_of(str(path), range_bytes)
    found: list[Record | Reject] = []
    passed = 0
    for piece in pieces:
        last = -1
        for item in records_of(piece, Limits()):
            last = last if item.record is None else item.record
            number = None if item.record is None else passed + item.record
            found.append(dataclasses.replace(item, record=number))
        passed += last + 1
    return len(pieces), found


@pytest.mark.parametrize(
    ("pack", "cut"), [(packed_singly, True), (not_packed, True), (packed_as_one, False)]
)
def test_pieces_give_what_the_whole_gives(
    tmp_path: Path, pack: Callable[[list[bytes]], bytes], cut: bool
) -> None:
    """Cut between records where that can be done, and never elsewhere."""
    path = tmp_path / "crawl.warc"
    path.write_bytes(pack([record_of(number) for number in range(RECORDS)]))
    count, found = numbered(path, path.stat().st_size // 5)
    assert (count > 2) is cut
    assert found == list(open_records(str(path)))
    assert len(found) == 20


@pytest.mark.parametrize("pack", [packed_singly, not_packed])
def test_a_truncated_archive_is_rejected_once(
    tmp_path: Path, pack: Callable[[list[bytes]], bytes]
) -> None:
    """The last range sees how the file ends, as whoever reads it whole does."""
    path = tmp_path / "crawl.warc.gz"
    content = pack([record_of(number) for number in range(RECORDS)])
    path.write_bytes(content[:-40])
    _, found = numbered(path, len(content) // 5)
    assert found == list(open_records(str(path)))
    assert [item.reason for item in found if isinstance(item, Reject)] == ["truncated"]


def test_other_inputs_are_one_piece(tmp_path: Path) -> None:
    """However large they are."""
    path = tmp_path / "notes.txt"
    path.write_text("Nobody at Marrow knew.\n" * 1000)
    assert pieces_of(str(path), 100) == [Piece(str(path))]
    assert pieces_of(str(tmp_path / "missing"), 100) == [Piece(str(tmp_path / "missing"))]
