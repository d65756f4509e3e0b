"""`Stream`: bytes of an input, counted while they pass, that end instead of raising.

Readers of archives differ in how they meet a truncated or exploding file: some raise, some stay
silent, some never stop.  A stream ends early in every case and says why in `fault`.
"""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

from reportedly.reading.records import Limits

#: Read at once: large enough that Python's overhead does not show, small beside a page.
BUFFER_BYTES = 2**18
#: What the readers of archives raise for damaged data, beside OSError and ValueError.
_DAMAGE = (zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, NotImplementedError)

_OPENERS: dict[str, Callable[[Any], Any]] = {
    "gzip": lambda source: gzip.GzipFile(fileobj=source, mode="rb"),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}


class Stream(io.RawIOBase):
    """A readable stream over `source`; `fault` is None or a pair (reason, detail)."""

    def __init__(self, source: IO[bytes], limits: Limits, packed: "Stream | None" = None) -> None:
        super().__init__()
        self.source = source
        self._limits = limits
        self._packed = packed
        self.passed = 0
        self.tail = b""
        self.fault: tuple[str, str] | None = None

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer` as far as the source goes; 0 at the end, and after a fault."""
        view = memoryview(buffer)
        filled = 0
        while filled < len(view) and self.fault is None:
            try:
                chunk = self._read(len(view) - filled)
            except (EOFError, tarfile.ReadError) as error:
                self.fault = ("truncated", f"the data end too early; fetch it again ({error})")
                break
            except (*_DAMAGE, OSError, ValueError) as error:
                self.fault = ("unreadable", f"the data are damaged ({error})")
                break
            if not chunk:
                break
            view[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        self._count(bytes(view[max(0, filled - 512) : filled]), filled)
        return filled

    def _read(self, size: int) -> bytes:
        """At most `size` bytes; `read1` where there is one, since `read` loses all on an error."""
        read: Callable[[int], bytes] = getattr(self.source, "read1", self.source.read)
        return read(size)

    def _count(self, tail: bytes, filled: int) -> None:
        self.passed += filled
        self.tail = (self.tail + tail)[-512:]
        limits, packed = self._limits, self._packed
        if packed and packed.fault and self.fault is None:
            self.fault = packed.fault
        if (
            packed
            and self.passed > limits.ratio_from
            and self.passed > limits.ratio * max(1, packed.passed)
        ):
            self.fault = (
                "too_large",
                f"it unpacks to more than {limits.ratio} times its size, as bombs do; "
                "unpack it by hand if you trust it",
            )


@dataclass(frozen=True, slots=True)
class Part:
    """One file, or one member of an archive, about to be read; `name` is used for its extension.

    `depth` counts the archives around it; `inside` is false when it is the whole input.
    """

    name: str
    stream: Stream
    reader: io.BufferedReader
    depth: int = 0
    inside: bool = False


def _buffered(stream: Stream) -> io.BufferedReader:
    raw: io.RawIOBase = stream
    return io.BufferedReader(raw, BUFFER_BYTES)


def part_of(
    name: str, source: IO[bytes], limits: Limits, depth: int = 0, inside: bool = False
) -> Part:
    """`source` as a part."""
    stream = Stream(source, limits)
    return Part(name, stream, _buffered(stream), depth, inside)


def unpacked(form: str, part: Part, limits: Limits) -> Part:
    """`part`, which is packed as `form` (`gzip`, `bzip2`, `xz`), as what is packed in it."""
    stream = Stream(_OPENERS[form](part.reader), limits, packed=part.stream)
    name = part.name.rpartition(".")[0] or part.name
    return Part(name, stream, _buffered(stream), part.depth + 1, part.inside)
