"""Bombs, traps and endless inputs: each a clear reject, and nothing outside is read or written."""

import gzip
import io
import os
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

from reportedly.model import Reject
from reportedly.reading.filter import try_to_read
from reportedly.reading.inputs import find_inputs, open_records, records_of_bytes
from reportedly.reading.records import Limits, Record
from tests.reading.archives import packed_zip, warc_record

SAID = b"\xe2\x80\x9cThe bridge stays,\xe2\x80\x9d Ada Quill told the council on Monday.\n"


def reasons(content: bytes, name: str, **limits: int) -> list[str]:
    """Reasons of the rejects of an input, those of reading its records among them."""
    allowed, found = Limits(**limits), []
    for item in records_of_bytes(content, name, allowed):
        result = item if isinstance(item, Reject) else try_to_read(item, allowed)
        if isinstance(result, Reject):
            found.append(result.reason)
    return found


def texts(content: bytes, name: str) -> list[str]:
    found = []
    for item in records_of_bytes(content, name, Limits()):
        result = item if isinstance(item, Reject) else try_to_read(item, Limits())
        if not isinstance(result, Reject):
            found.append(result.article.text)
    return found


def test_a_packed_warc_that_explodes() -> None:
    """Stopped by its ratio, before it is whole in memory."""
    bomb = gzip.compress(warc_record("resource", b" " * 9_000_000, "text/plain"))
    assert set(reasons(bomb, "a.warc.gz", ratio_from=2**20)) == {"too_large"}


def test_archives_in_archives_in_archives() -> None:
    """Beyond the limit nobody unpacks."""
    content = SAID
    for _ in range(6):
        content = packed_zip({"a.zip" if content != SAID else "a.txt": content})
    assert reasons(content, "a.zip") == ["nested_too_deep"]
    assert reasons(content, "a.zip", depth=9) == []


def test_names_that_lead_out_of_an_archive(tmp_path: Path) -> None:
    """They are names and nothing else: the member is read, no file is made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("../../out.txt", "/absolute-of-ours.txt", "C:\\evil.txt"):
            archive.writestr(name, SAID + name.encode())
    before = sorted(tmp_path.parent.iterdir())
    assert len(texts(made.getvalue(), "a.zip")) == 3
    assert sorted(tmp_path.parent.iterdir()) == before
    assert not Path("/absolute-of-ours.txt").exists()


def test_links_and_devices_in_a_tar() -> None:
    """Passed over: only what lies in the archive is read."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"{kind!r}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("real.txt")
        info.size = len(SAID)
        archive.addfile(info, io.BytesIO(SAID))
    assert len(texts(made.getvalue(), "a.tar")) == 1


def test_pipes_devices_and_links_in_a_folder(tmp_path: Path) -> None:
    """Nobody waits for a pipe that nobody fills, or reads a device that never ends."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "real.txt").write_bytes(SAID)
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (tmp_path / "in" / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "in" / "round.txt").symlink_to(tmp_path / "in" / "round.txt")
    (tmp_path / "secret.txt").write_bytes(SAID)
    (tmp_path / "in" / "out.txt").symlink_to(tmp_path / "secret.txt")
    assert [Path(path).name for path in find_inputs([str(tmp_path / "in")])] == ["real.txt"]


def test_entities_that_expand_or_reach_out() -> None:
    """A billion laughs are none, and no file of this machine comes in by a feed or a page."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "ha">{laughs}'
        '<!ENTITY file SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item>'
        f"<description>{SAID.decode()} &a9; &file;</description></item></channel></rss>"
    )
    for content, name in ((feed, "a.xml"), (f"<html><p>{feed}</p></html>", "a.html")):
        assert all(
            "root:" not in text and len(text) < 10_000 for text in texts(content.encode(), name)
        )


def test_deep_nesting() -> None:
    """JSON, pages and messages nested beyond all sense."""
    assert reasons(b"[" * 200_000, "a.json") == ["nested_too_deep"]
    assert reasons(b'{"text": ' + b"[" * 200_000, "a.jsonl") == ["nested_too_deep"]
    assert reasons(b"<html>" + b"<div>" * 5000 + SAID, "a.html") == ["nested_too_deep"]
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
    )
    message = b"MIME-Version: 1.0\n" + parts + b"Content-Type: text/html\n\n<p>no</p>"
    assert reasons(message, "a.mhtml") == ["nested_too_deep"]


def test_an_endless_line_is_passed_in_pieces(tmp_path: Path) -> None:
    """A line beyond the limit costs no memory, and the next one is read."""
    file = tmp_path / "a.jsonl"
    with file.open("wb") as stream:
        stream.write(b'{"text": "')
        for _ in range(64):
            stream.write(b"a" * 2**20)
        stream.write(b'"}\n{"text": "' + SAID.strip() + b'"}\n')
    tracemalloc.start()
    found = list(open_records(str(file), Limits(record_bytes=2**20)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [type(item) for item in found] == [Reject, Record]
    assert peak < 8 * 2**20
