"""Archives and tables opened in a process of their own: a library that dies of a broken one takes
that process with it, and the build goes on with a reject.

In: paths of inputs.  Out: their records and rejects, as `reading.inputs.open_records` gives them.
"""

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from types import TracebackType

from reportedly.engine import log
from reportedly.engine.workers import Workers
from reportedly.errors import DocumentRejected
from reportedly.model import Reject
from reportedly.paths import shown_path
from reportedly.reading.inputs import open_records
from reportedly.reading.records import Limits, Record
from reportedly.reading.sniffing import HEAD_BYTES, format_of

#: How many records are handed over at a time when an input is tried first, and when it has killed
#: the process once: then nothing that comes before the deadly record may be lost with it.
_CHUNKS = (64, 1)
#: Bytes after which no more records are handed over at a time.
_CHUNK_BYTES = 4_000_000
#: Formats whose bytes are only read, by nothing but Python, until a worker has them.
_PLAIN = frozenset({"empty", "binary", "html", "mhtml", "mail", "text", "markdown"})

Found = Record | Reject


class Opener:
    """Opens inputs, one after the other; to be used as a context manager.

    Args:
        apart: whether what a library has to unpack is opened in another process. Standard input
            and pipes never are: they are this process's own.
    """

    def __init__(self, limits: Limits, *, apart: bool) -> None:
        self._limits = limits
        self._apart = apart
        self._workers = Workers(1)

    def __enter__(self) -> "Opener":
        """The process is started when an input needs it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends the process."""
        self._workers.close(at_once=True)

    def records(self, path: str) -> Iterator[Found]:
        """The records of one input, streaming; raises nothing for bad input."""
        if not (self._apart and _needs_library(path)):
            yield from _tried(path, self._limits)
            return
        given = 0
        for records in _CHUNKS:
            try:
                for found in islice(self._handed_over(path, records), given, None):
                    given += 1
                    yield found
                return
            except (BrokenProcessPool, MemoryError):
                log.warning("opener_died", path=shown_path(path), given=given)
                self._workers.close(at_once=True)
        detail = (
            f"opening it killed the process that did so twice, after {given} records; "
            "look at it, or leave it out"
        )
        yield Reject(path=shown_path(path), reason="unreadable", detail=detail)

    def _handed_over(self, path: str, records: int) -> Iterator[Found]:
        """One chunk is unpacked while the one before is used."""
        self._workers.submit(_open, path, self._limits).result()
        coming = self._workers.submit(_next_chunk, records)
        while chunk := coming.result():
            coming = self._workers.submit(_next_chunk, records)
            yield from chunk


def _needs_library(path: str) -> bool:
    """True for regular files that are unpacked or parsed while they are opened."""
    if path == "-" or not Path(path).is_file():
        return False
    try:
        with Path(path).open("rb") as stream:
            return format_of(stream.read(HEAD_BYTES), path) not in _PLAIN
    except OSError:  # opening it will say what is wrong, as a reject
        return False


def _tried(path: str, limits: Limits) -> Iterator[Found]:
    """The records of an input; an error of the archive's library ends it with a reject."""
    try:
        yield from open_records(path, limits)
    except DocumentRejected as rejected:
        yield Reject(path=shown_path(path), reason=rejected.reason, detail=rejected.detail)
    except Exception as error:  # the runner's boundary: one broken input never stops a run
        detail = shown_path(f"{type(error).__name__}: {error}"[:500])
        yield Reject(path=shown_path(path), reason="unreadable", detail=detail)


#: In the process apart: the input that is open there.
_opened: Iterator[Found] = iter(())


def _open(path: str, limits: Limits) -> None:
    global _opened
    _opened = _tried(path, limits)


def _next_chunk(records: int) -> list[Found]:
    """The next records, up to so many; none when there are no more."""
    chunk: list[Found] = []
    size = 0
    for found in _opened:
        chunk.append(found)
        size += len(found.content) if isinstance(found, Record) else 0
        if len(chunk) >= records or size >= _CHUNK_BYTES:
            break
    return chunk
