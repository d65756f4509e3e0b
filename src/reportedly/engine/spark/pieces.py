"""Pieces of inputs: a whole file, or a range of a WARC's records, small enough for one task.

A WARC is cut between records: each record of a packed one is a gzip member of its own, which can be
unpacked alone.  To find the cuts a WARC is passed through once, without parsing what it holds.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyarrow as pa

from reportedly.errors import DocumentRejected
from reportedly.model import Reject
from reportedly.paths import shown_path
from reportedly.reading.inputs import open_records
from reportedly.reading.records import Limits, Record
from reportedly.reading.streams import part_of, unpacked
from reportedly.reading.walk import Walk
from reportedly.reading.web_archives import read_warc

PIECES = pa.schema(
    [
        pa.field("piece", pa.int64(), nullable=False),
        pa.field("task", pa.int64(), nullable=False),
        pa.field("path", pa.string(), nullable=False),
        pa.field("start", pa.int64()),
        pa.field("end", pa.int64()),
    ]
)
_GZIP, _WARC = b"\x1f\x8b", b"WARC/"


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes `start` to `end` of a WARC; both None for an input that is read whole.

    `end` is None for the last range, too: what is wrong with the end of a file is seen there.
    """

    path: str
    start: int | None = None
    end: int | None = None


def pieces_of(path: str, range_bytes: int) -> list[Piece]:
    """An input as pieces of at least `range_bytes` (as they lie on disk) each."""
    if path == "-" or not Path(path).is_file() or Path(path).stat().st_size < 2 * range_bytes:
        return [Piece(path)]
    cuts = _cuts(path, range_bytes)
    if len(cuts) < 2:
        return [Piece(path)]
    return [Piece(path, start, end) for start, end in zip(cuts, [*cuts[1:], None], strict=True)]


def _cuts(path: str, range_bytes: int) -> list[int]:
    """Where ranges begin: positions of records, in the file as it lies on disk."""
    from fastwarc.warc import ArchiveIterator

    if not _is_warc(path):
        return []
    cuts = [0]
    with Path(path).open("rb") as file:
        try:
            for found in ArchiveIterator(file, parse_http=False):
                if found.stream_pos >= cuts[-1] + range_bytes and _begins(path, found.stream_pos):
                    cuts.append(found.stream_pos)
        except (OSError, ValueError):  # whoever reads the last range will say what is wrong
            return cuts
    return cuts


def _is_warc(path: str) -> bool:
    return _begins(path, 0)


def _begins(path: str, position: int) -> bool:
    """True when a record begins here, packed by itself or not packed."""
    with Path(path).open("rb") as file:
        file.seek(position)
        if file.peek(2)[:2] != _GZIP:
            return file.read(len(_WARC)) == _WARC
        stream = unpacked("gzip", part_of(path, file, Limits()), Limits())
        return stream.reader.read(len(_WARC)) == _WARC


def records_of(piece: Piece, limits: Limits) -> Iterator[Record | Reject]:
    """The records of a piece; those of a range are numbered from 0.

    An error of an archive's library ends it with a reject.
    """
    try:
        yield from (
            open_records(piece.path, limits) if piece.start is None else _range(piece, limits)
        )
    except DocumentRejected as rejected:
        yield Reject(path=shown_path(piece.path), reason=rejected.reason, detail=rejected.detail)
    except MemoryError:
        raise
    except Exception as error:  # the runner's boundary: one broken input never stops a run
        detail = shown_path(f"{type(error).__name__}: {error}"[:500])
        yield Reject(path=shown_path(piece.path), reason="unreadable", detail=detail)


def _range(piece: Piece, limits: Limits) -> Iterator[Record | Reject]:
    walk = Walk(shown_path(piece.path), limits)
    with Path(piece.path).open("rb") as file:
        file.seek(piece.start or 0)
        packed = file.peek(2)[:2] == _GZIP
        source: IO[bytes] = io.BufferedReader(_Slice(file, piece.end))
        part = part_of(piece.path, source, limits)
        yield from read_warc(walk, unpacked("gzip", part, limits) if packed else part)


class _Slice(io.RawIOBase):
    """A file up to a position, from where it stands."""

    def __init__(self, file: IO[bytes], end: int | None) -> None:
        super().__init__()
        self._file = file
        self._left = -1 if end is None else end - file.tell()

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fills `buffer` as far as the range goes."""
        view = memoryview(buffer)  # type: ignore[arg-type]  # the type of buffers has no name yet
        wanted = len(view) if self._left < 0 else min(len(view), self._left)
        chunk = self._file.read(wanted)
        view[: len(chunk)] = chunk
        if self._left >= 0:
            self._left -= len(chunk)
        return len(chunk)
