"""The members of zip, WACZ and tar archives, one after another, as named streams.

Names of members are used for their extension only and never touch the file system.  Of a truncated
archive come the members that are whole; then a `Fault`.
"""

import io
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from reportedly.reading.records import Limits
from reportedly.reading.sniffing import FURNITURE, extension_of
from reportedly.reading.streams import Part

#: Bytes of an archive inside an archive kept in memory; larger ones go to an unnamed file.
_SPOOL_BYTES = 32 * 2**20
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why (a part of) an archive could not be read."""

    reason: str
    detail: str


Member = tuple[str, IO[bytes]]


def wanted(name: str) -> bool:
    """False for what lies beside articles: pictures, scripts, indexes, hidden files."""
    parts = name.replace("\\", "/").split("/")
    if not parts[-1] or parts[0] == "__MACOSX" or any(map(_is_hidden, parts)):
        return False
    return extension_of(name) not in FURNITURE


def _is_hidden(name: str) -> bool:
    return name.startswith(".") and name.strip(".") != ""


def spooled(part: Part) -> IO[bytes]:
    """The bytes of `part` in a file that can be searched: its own, when it is one on disk."""
    own = part.stream.source
    if part.depth == 0 and own.seekable():
        own.seek(0)
        return own
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES)  # noqa: SIM115
    while chunk := part.reader.read(2**20):
        file.write(chunk)
    file.seek(0)
    return file


def zip_members(file: IO[bytes], limits: Limits) -> Iterator[Member | Fault]:
    """The members of a zip in the order of its directory; of a WACZ only its WARC files."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        yield from _members_without_directory(file, limits)
        yield Fault(
            "truncated", f"the zip has no directory at its end; fetch or pack it again ({error})"
        )
        return
    infos = archive.infolist()
    wacz = any(info.filename == "datapackage.json" for info in infos)
    total = 0
    for info in infos:
        if info.is_dir() or not wanted(info.filename):
            continue
        if wacz and not info.filename.startswith("archive/"):
            continue
        total += info.file_size
        if _explodes(info, limits) or total > limits.ratio * max(_size(file), limits.ratio_from):
            yield Fault("too_large", f"{info.filename!r} unpacks beyond the limit, as bombs do")
            continue
        yield _opened(archive, info)


def _explodes(info: zipfile.ZipInfo, limits: Limits) -> bool:
    large = info.file_size > limits.ratio_from
    return large and info.file_size > limits.ratio * max(1, info.compress_size)


def _size(file: IO[bytes]) -> int:
    position = file.tell()
    size = file.seek(0, io.SEEK_END)
    file.seek(position)
    return size


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member | Fault:
    try:
        return info.filename, archive.open(info)
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile, OSError, ValueError) as error:
        return Fault("unreadable", f"{info.filename!r} cannot be unpacked ({error})")


def _members_without_directory(file: IO[bytes], limits: Limits) -> Iterator[Member | Fault]:
    """Whole members found by their own headers, for a zip whose end is lost."""
    file.seek(0)
    while len(header := file.read(_LOCAL_HEADER.size)) == _LOCAL_HEADER.size:
        fields = _LOCAL_HEADER.unpack(header)
        signature, flags, method, packed_size = fields[0], fields[2], fields[3], fields[7]
        if signature != b"PK\x03\x04":
            return
        name = file.read(fields[9]).decode("utf-8", "replace")
        file.seek(fields[10], io.SEEK_CUR)
        content = _content(file, method, None if flags & 8 else packed_size, limits)
        if content is None or flags & 1:
            return
        if wanted(name):
            yield name, io.BytesIO(content)


def _content(file: IO[bytes], method: int, size: int | None, limits: Limits) -> bytes | None:
    """The unpacked bytes of the member at the file's position; None when it is not whole."""
    if method == 0 and size is not None and size <= limits.record_bytes:
        content = file.read(size)
        return content if len(content) == size else None
    if method != zipfile.ZIP_DEFLATED:
        return None
    unpacker, start = zlib.decompressobj(-15), file.tell()
    packed = file.read(limits.record_bytes if size is None else min(size, limits.record_bytes))
    try:
        content = unpacker.decompress(packed, limits.record_bytes)
    except zlib.error:
        return None
    if not unpacker.eof:
        return None
    used = len(packed) - len(unpacker.unused_data)
    file.seek(start + used)
    if size is None:
        _skip_descriptor(file)
    return content


def _skip_descriptor(file: IO[bytes]) -> None:
    """Pass the sizes that follow a member written to a stream (12 bytes, 16 with a signature)."""
    signature = file.read(4)
    file.seek(12 if signature == b"PK\x07\x08" else 8, io.SEEK_CUR)


class _Tar(tarfile.TarFile):
    """A tar that remembers the first damage to a member's header, which tarfile passes over."""

    damage: str | None = None


class _Header(tarfile.TarInfo):
    """A member's header."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> "_Header":
        """The next header; raises tarfile.HeaderError."""
        try:
            return super().fromtarfile(archive)
        except tarfile.InvalidHeaderError as error:  # type: ignore[attr-defined]
            if isinstance(archive, _Tar) and archive.damage is None:
                archive.damage = str(error)
            raise


def tar_members(part: Part) -> Iterator[Member | Fault]:
    """The regular files of a tar, streaming; links and devices are passed over.

    After a damaged header the search goes on for the next good one.
    """
    try:
        with _Tar.open(
            fileobj=part.reader, mode="r|", tarinfo=_Header, ignore_zeros=True
        ) as archive:
            for info in archive:
                if info.isfile() and wanted(info.name):
                    extracted = archive.extractfile(info)
                    if extracted is not None:
                        yield info.name, extracted
            damage = archive.damage
    except (tarfile.TarError, EOFError, OSError) as error:
        if part.stream.fault is None:
            yield Fault("truncated", f"the tar ends too early; fetch it again ({error})")
        return
    if damage is not None and part.stream.fault is None:
        detail = f"the tar is damaged ({damage}): members are missing; pack it again"
        yield Fault("unreadable", detail)
    # A tar ends in blocks of zeros; tarfile accepts one without, so a cut there is silent.
    elif part.stream.fault is None and part.stream.tail.strip(b"\x00"):
        yield Fault("truncated", "the tar has no end mark; members may be missing: fetch it again")
