"""Small inputs of every format, all invented: what the mutations begin with."""

import bz2
import gzip
import io
import json
import lzma
import quopri
import tarfile
import zipfile
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.sample import pile

TEXT = (
    "Bridge to stay open\n\nBy Tilda Crane, Marrow Post, 6 May 2019\n\nMARROW — “The bridge "
    "stays,” Ada Quill, 52, told the council on Monday. She said that the Post's report was "
    "“false”.\n\n"
    "Otto Brandling denied it, according to the Sedge Courier: 'Nobody asked me,' he said.\n"
)
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge | Marrow Post</title>'
    '<meta property="article:published_time" content="2019-05-06T10:00:00+01:00">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge", '
    '"datePublished": "2019-05-06", "author": [{"name": "Tilda Crane"}]}</script></head><body>'
    "<nav><ul><li><a href='/'>Home</a></li></ul></nav><article><h1>Bridge to stay open</h1>"
    "<p class='byline'>By Tilda Crane</p>"
    + "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)
    + "<figure><img src='a.jpg'><figcaption>The bridge</figcaption></figure>"
    "<table><tr><td>one</td><td>two &amp; three</td></tr></table></article></body></html>"
)
ROW = {"id": "a1", "title": "Bridge", "outlet": "Marrow Post", "published": "2019-05-06"}


def _feed(kind: str) -> bytes:
    if kind == "atom":
        return (
            '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>'
            "<entry><title>Bridge</title><id>tag:a</id><updated>2019-05-06T10:00:00Z</updated>"
            f'<content type="html"><![CDATA[<p>{TEXT}</p>]]></content></entry></feed>'
        ).encode()
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>Bridge'
        "</title><link>https://a.example/1</link><pubDate>Mon, 06 May 2019 10:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{TEXT}&lt;/p&gt;</description></item></channel></rss>"
    ).encode()


def _mhtml() -> bytes:
    return (
        "From: <Saved>\r\nSnapshot-Content-Location: https://a.example/1\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; '
        "charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://a.example/1"
        f"\r\n\r\n{PAGE}\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64"
        "\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    ).encode()


def _mails() -> list[bytes]:
    head = (
        "Received: from a.example; Mon, 6 May 2019 10:00:01 +0100\r\nFrom: Tilda Crane of Marrow "
        "Post <crane@a.example>\r\nSubject: =?utf-8?Q?Bridge_=E2=80=93_open?=\r\nList-Id: Post "
        "<a.example>\r\nDate: Mon, 6 May 2019 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    )
    plain = (
        "Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: "
        f"quoted-printable\r\n\r\n{quopri.encodestring(TEXT.encode()).decode()}"
    )
    page = f"Content-Type: text/html; charset=utf-8\r\n\r\n{PAGE}"
    both = (
        f'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n{plain}\r\n--b\r\n{page}'
        "\r\n--b--\r\n"
    )
    return [(head + body).encode() for body in (plain, page, both)]


def _csv() -> bytes:
    words = TEXT.replace('"', '""')
    return f'title,text,published\nBridge,"{words}",2019-05-06\nFerry,"{words}",\n'.encode()


def _parquet() -> bytes:
    made = io.BytesIO()
    pq.write_table(pa.table({"text": [TEXT, TEXT + "2"], "title": ["Bridge", None]}), made)
    return made.getvalue()


def _warc() -> bytes:
    records = b""
    for number, (kind, body) in enumerate((("text/html", PAGE), ("text/plain", TEXT))):
        payload = (
            f"HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\n"
            f"Content-Length: {len(body.encode())}\r\n\r\n{body}"
        ).encode()
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2019-05-06T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Target-URI: https://a.example/"
            f"{number}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(payload)}\r\n\r\n"
        )
        records += head.encode() + payload + b"\r\n\r\n"
    return records


def _zip(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
        archive.writestr("b.txt", TEXT)
    return made.getvalue()


def _tar() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, content in (("a.html", PAGE), ("b.txt", TEXT)):
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
    return made.getvalue()


def _pages() -> list[bytes]:
    found = sorted(path for path in pile().rglob("*") if path.suffix in (".html", ".htm"))
    return [PAGE.encode(), *(path.read_bytes() for path in found[:6])]


def _lines() -> bytes:
    return "\n".join(json.dumps({**ROW, "text": f"{TEXT}{n}"}) for n in range(3)).encode()


#: Reader → the name that its inputs have, and its seeds.
SEEDS: dict[str, tuple[str, Callable[[], list[bytes]]]] = {
    "html": ("a.html", _pages),
    "mhtml": ("a.mhtml", lambda: [_mhtml()]),
    "mail": ("a.eml", _mails),
    "text": ("a.txt", lambda: [TEXT.encode(), TEXT.encode("cp1252"), TEXT.encode("utf-16")]),
    "markdown": ("a.md", lambda: [b"# Bridge\n\n> said\n\n* [a](b)\n\n" + TEXT.encode()]),
    "json": (
        "a.json",
        lambda: [
            json.dumps({**ROW, "text": TEXT}).encode(),
            json.dumps([{**ROW, "html": PAGE}, {"body": TEXT}]).encode(),
            json.dumps(
                {"version": "https://jsonfeed.org/version/1", "items": [{"content_html": PAGE}]}
            ).encode(),
        ],
    ),
    "jsonl": ("a.jsonl", lambda: [_lines()]),
    "csv": ("a.csv", lambda: [_csv()]),
    "parquet": ("a.parquet", lambda: [_parquet()]),
    "feed": ("a.xml", lambda: [_feed("rss"), _feed("atom")]),
    "warc": ("a.warc", lambda: [_warc(), gzip.compress(_warc(), mtime=0)]),
    "zip": ("a.zip", lambda: [_zip("a.html", PAGE.encode()), _zip("a.zip", _zip("c", b"{}"))]),
    "wacz": ("a.wacz", lambda: [_zip("archive/a.warc.gz", gzip.compress(_warc(), mtime=0))]),
    "tar": ("a.tar", lambda: [_tar()]),
    "packed": (
        "a.jsonl",
        lambda: [
            gzip.compress(_lines(), mtime=0),
            bz2.compress(_lines()),
            lzma.compress(_lines()),
        ],
    ),
}
