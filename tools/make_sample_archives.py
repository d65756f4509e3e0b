"""Pack the sample's readable sources into the forms in which such pages are met.

In: the hand-written pages in `src/reportedly/sample/sources/`, all UTF-8. Out, below
`src/reportedly/sample/pile/`: a WARC, an MHTML page, a page in windows-1252 that says it is
UTF-8, a page of mojibake, and an exact duplicate under another name. The same sources always
give the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import quopri
import uuid
from dataclasses import dataclass
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent / "src" / "reportedly" / "sample"

# The smallest PNG that decoders accept: one transparent point.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
WIRE_URL = "https://wire.transmarine.example/20180914/saltworks-sale"
DIVORCE_URL = "https://www.thefairlead.example/culture/2019/apr/05/arkwell-dalgarth-divorce"


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as a crawler met it: when (UTC), where, what kind, and its bytes."""

    when: str
    http_date: str
    url: str
    media_type: str
    body: bytes


def warc_record(kind: str, when: str, content: bytes, headers: dict[str, str]) -> bytes:
    """One WARC/1.1 record as a gzip member; its identifier is made from what it holds."""
    identity = uuid.uuid5(uuid.NAMESPACE_URL, kind + when + headers.get("WARC-Target-URI", ""))
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{identity}>",
        "WARC-Date": when,
        **headers,
        "Content-Length": str(len(content)),
    }
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    # A fixed time in the gzip header keeps the bytes the same from one run to the next.
    return gzip.compress(head.encode() + b"\r\n" + content + b"\r\n\r\n", mtime=0)


def warc_response(capture: Capture) -> bytes:
    """A response record: the HTTP answer whole, with the day of the capture in its header."""
    http = (
        f"HTTP/1.1 200 OK\r\nDate: {capture.http_date}\r\nContent-Type: {capture.media_type}\r\n"
        f"Content-Length: {len(capture.body)}\r\n\r\n"
    )
    headers = {
        "WARC-Target-URI": capture.url,
        "Content-Type": "application/http; msgtype=response",
    }
    return warc_record("response", capture.when, http.encode() + capture.body, headers)


def warc(wire: bytes, divorce: bytes) -> bytes:
    """The archive: its description, the wire story twice, an image, the first divorce page."""
    html, png = "text/html; charset=utf-8", "image/png"
    captures = [
        Capture("2018-09-15T03:11:07Z", "Sat, 15 Sep 2018 03:11:07 GMT", WIRE_URL, html, wire),
        Capture(
            "2018-09-15T03:11:09Z",
            "Sat, 15 Sep 2018 03:11:09 GMT",
            "https://wire.transmarine.example/img/dot.png",
            png,
            PIXEL,
        ),
        Capture("2018-11-20T22:48:51Z", "Tue, 20 Nov 2018 22:48:51 GMT", WIRE_URL, html, wire),
        Capture(
            "2019-04-05T17:40:12Z", "Fri, 05 Apr 2019 17:40:12 GMT", DIVORCE_URL, html, divorce
        ),
    ]
    about = b"software: hand-made sample\r\nformat: WARC File Format 1.1\r\n"
    first = warc_record(
        "warcinfo", "2018-09-15T03:11:00Z", about, {"Content-Type": "application/warc-fields"}
    )
    return first + b"".join(warc_response(capture) for capture in captures)


def mhtml(page: bytes) -> bytes:
    """A page saved by a browser two weeks after it was published, with its one picture."""
    edge = "----MultipartBoundary--saltworks----"
    url = "https://www.hushandtell.example/lives/two-front-rooms-one-hall"
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {url}",
        "Subject: Two front rooms, one hall - Hush & Tell",
        "Date: Mon, 2 Oct 2017 19:22:40 -0000",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related; type="text/html"; boundary="{edge}"',
        "",
        f"--{edge}",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {url}",
        "",
        quopri.encodestring(page).decode("ascii").replace("\n", "\r\n"),
        f"--{edge}",
        "Content-Type: image/png",
        "Content-ID: <row@hushandtell.example>",
        "Content-Transfer-Encoding: base64",
        "",
        base64.b64encode(PIXEL).decode("ascii"),
        f"--{edge}--",
        "",
    ]
    return "\r\n".join(lines).encode("ascii")


def mojibake(page: bytes) -> bytes:
    """UTF-8 read as windows-1252 and saved again; the five unused bytes pass as controls."""
    return "".join(misread(byte) for byte in page).encode()


def misread(byte: int) -> str:
    """One byte as a careless program shows it."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def packed(sample: Path) -> dict[str, bytes]:
    """Every packed file's bytes by its path below the pile."""

    def source(name: str) -> bytes:
        return (sample / "sources" / f"{name}.html").read_bytes()

    opening = sample / "pile" / "fairlead" / "2015-05-11-salt-store-learns-to-sing.html"
    return {
        "archive/harvest.warc.gz": warc(
            source("transmarine-sale"), source("fairlead-divorce-first-version")
        ),
        "hush-and-tell/two-front-rooms.mhtml": mhtml(source("hush-and-tell-roof")),
        "klaxon/never-separate.html": source("klaxon-never-separate").decode().encode("cp1252"),
        "klaxon/we-are-selling.html": mojibake(source("klaxon-highest-bidder")),
        "downloads/saltworks opens (1).html": opening.read_bytes(),
    }


def main() -> None:
    """Write every packed file."""
    for name, content in packed(SAMPLE).items():
        path = SAMPLE / "pile" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
