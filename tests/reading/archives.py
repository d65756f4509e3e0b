"""Archives and feeds made in memory for the tests of reading."""

import io
import tarfile
import zipfile
from collections.abc import Mapping


def packed_zip(members: Mapping[str, bytes]) -> bytes:
    """A zip with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def packed_tar(members: Mapping[str, bytes]) -> bytes:
    """A tar with these members."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def warc_record(
    kind: str, payload: bytes, media: str, url: str = "https://skell.example/a"
) -> bytes:
    """One record of a WARC file, captured in 2021."""
    header = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Date: 2021-03-03T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {media}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return header.encode() + payload + b"\r\n\r\n"


def http_response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """An HTTP response as a WARC holds it."""
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=windows-1252", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def chunked(body: bytes) -> bytes:
    """`body` in the transfer encoding of the same name."""
    return b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
