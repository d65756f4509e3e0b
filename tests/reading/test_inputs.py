"""Inputs: found in a fixed order, opened whatever their format, never a crash."""

import bz2
import gzip
import io
import json
import lzma
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import DocumentRejected
from reportedly.model import Reject
from reportedly.reading.article import read_record
from reportedly.reading.codes import REJECT_CODES
from reportedly.reading.inputs import find_inputs, open_records, records_of_bytes
from reportedly.reading.records import Limits, Record
from tests.reading.archives import packed_tar, packed_zip

_SAID = b"The geese may stay, said Odile Farrow, who counted nine of them."
_LINES = b'{"text": "One goose, said Odile."}\n{"text": "Two geese, said Berit."}\n'


def _reasons(found: list[Record | Reject]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Reject)]


def _contents(found: list[Record | Reject]) -> list[bytes]:
    return [item.content for item in found if isinstance(item, Record)]


def _open(folder: Path, name: str, content: bytes, **limits: int) -> list[Record | Reject]:
    file = folder / name
    file.write_bytes(content)
    return list(open_records(str(file), Limits(**limits)))


def test_folders_in_order_without_furniture(tmp_path):
    """A folder gives its articles sorted; pictures, hidden files, saved frames are left."""
    for name in ("b.txt", "a.html", "sub/c.md", "a_files/frame.html", "p.png", ".hidden.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(_SAID)
    names = [Path(path).relative_to(tmp_path).as_posix() for path in find_inputs([str(tmp_path)])]
    assert names == ["a.html", "b.txt", "sub/c.md"]


def test_a_pdf_in_a_folder_is_told(tmp_path):
    """Clippings are kept as PDF: they cannot be read, and nobody shall think that they were."""
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    (path,) = find_inputs([str(tmp_path)])
    (told,) = open_records(path)
    assert isinstance(told, Reject)
    assert told.reason == "binary" and "pdftotext" in told.detail


def test_patterns_standard_input_and_repeats(tmp_path):
    """Patterns expand, a path given twice is read once, `-` stays."""
    (tmp_path / "x1.txt").write_bytes(_SAID)
    (tmp_path / "x2.txt").write_bytes(_SAID)
    pattern, one = str(tmp_path / "x*.txt"), str(tmp_path / "x1.txt")
    assert find_inputs([one, pattern, "-"]) == [one, str(tmp_path / "x2.txt"), "-"]


def test_links_out_of_a_folder_are_not_followed(tmp_path):
    """A symbolic link to a file or folder elsewhere is no part of the folder."""
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.txt").write_bytes(_SAID)
    (inside / "own.txt").write_bytes(_SAID)
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    assert [Path(path).name for path in find_inputs([str(inside)])] == ["own.txt"]


def test_a_missing_file_is_a_reject(tmp_path):
    """A name that is not there, pattern or not, is one row that says so."""
    for name in ("nothing.txt", "*.nothing"):
        path = str(tmp_path / name)
        (found,) = [item for one in find_inputs([path]) for item in open_records(one)]
        assert isinstance(found, Reject) and found.reason == "missing_file"
        assert path in found.detail


def test_a_folder_with_nothing_in_it_is_a_reject(tmp_path):
    """It is said, as is an empty name and a link in a circle that somebody names."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "circle.txt").symlink_to("circle.txt")
    reasons = [
        _reasons(list(open_records(path)))
        for name in (str(tmp_path / "folder"), "", str(tmp_path / "folder" / "circle.txt"))
        for path in find_inputs([name])
    ]
    assert reasons == [["empty"], ["missing_file"], ["unreadable"]]


def test_standard_input(monkeypatch):
    """`-` reads what is piped in, of any format."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(_LINES))))
    assert len(_contents(list(open_records("-")))) == 2


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", _SAID, "text"),
        ("a.md", b"# Geese\n\n" + _SAID, "markdown"),
        ("wrong.txt", b"<!doctype html><html><body><p>Geese</p></body></html>", "html"),
        ("page", b"<html><body><p>Geese</p></body></html>", "html"),
        ("a.html", b"<p>Geese</p>", "html"),
        ("a.html.gz", gzip.compress(b"<p>Geese</p>"), "html"),
        ("a.txt.xz", lzma.compress(_SAID), "text"),
        ("a.txt.bz2", bz2.compress(_SAID), "text"),
        ("one.json", b'{"text": "One goose."}', "article"),
    ],
)
def test_single_documents(tmp_path, name, content, kind):
    """One document has no index, and content goes before extension."""
    (record,) = _open(tmp_path, name, content)
    assert isinstance(record, Record)
    assert (record.kind, record.record) == (kind, None)


def test_archives_within_archives(tmp_path):
    """Members at all depths are numbered together, in order."""
    inner = gzip.compress(packed_tar({"x/one.jsonl": _LINES, "two.txt": _SAID}))
    content = packed_zip({"inner.tar.gz": inner, "p.png": b"\x89PNG", "../../three.txt": _SAID})
    found = _open(tmp_path, "all.zip", content)
    assert [item.record for item in found] == [0, 1, 2, 3]
    assert not _reasons(found)
    assert not (tmp_path.parent / "three.txt").exists()


def test_nesting_has_an_end(tmp_path):
    """More archives around an article than the limit are one reject."""
    content = _SAID
    for level in range(4):
        content = packed_zip({f"{level}.zip" if level else "a.txt": content})
    assert _reasons(_open(tmp_path, "nest.zip", content, depth=3)) == ["nested_too_deep"]
    assert _contents(_open(tmp_path, "nest.zip", content, depth=4)) == [_SAID]


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.zip", "bomb.jsonl.gz"])
def test_bombs_stop_early(tmp_path, name):
    """What unpacks to hundreds of times its size is stopped and said."""
    blanks = b" " * 9000 + b"0" * 5_000_000
    content = packed_zip({"a.txt": blanks}) if name == "bomb.zip" else gzip.compress(blanks)
    assert _reasons(_open(tmp_path, name, content, ratio_from=2**20)) == ["too_large"]


def test_a_record_beyond_the_limit_costs_only_itself(tmp_path):
    """A line that is too long is rejected with its index, the next one is read."""
    found = _open(
        tmp_path, "a.jsonl", b'{"text": "' + b"a" * 5000 + b'"}\n' + _LINES, record_bytes=999
    )
    assert [(item.record, type(item)) for item in found] == [(0, Reject), (1, Record), (2, Record)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.zip", packed_zip({"a.txt": _SAID, "b.txt": _SAID})[:-60]),
        ("cut.tar", packed_tar({"a.txt": _SAID, "b.txt": _SAID * 20})[:2200]),
        ("end.tar", packed_tar({"a.txt": _SAID, "b.txt": _SAID})[:1024]),
        ("cut.tar.gz", gzip.compress(packed_tar({"a.txt": _SAID}) + _SAID)[:-20]),
        ("cut.jsonl.gz", gzip.compress(b'{"text": "' + _SAID + b'"}\n' * 9, 0)[:-12]),
    ],
)
def test_truncated_archives_give_what_is_whole_and_say_so(tmp_path, name, content):
    """What was readable comes first, then one reject."""
    found = _open(tmp_path, name, content)
    assert isinstance(found[0], Record) and _SAID in found[0].content
    assert _reasons(found) == ["truncated"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.html", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n0000", "binary"),
        ("a.docx", b"PK\x03\x04 and so on", "binary"),
        ("a.txt", b"{\\rtf1\\ansi We stay.}", "binary"),
        ("a.html", bytes(range(256)) * 4, "binary"),
        ("a.json", b'{"text": "One', "not_json"),
        ("a.json", b"[" * 99_999, "nested_too_deep"),
        ("a.xml", b"<?xml version='1.0'?><stock><goose/></stock>", "no_text"),
        ("a.csv", b"goose,gander\n1,2\n", "missing_text"),
        ("a.parquet", b"PAR1 and no more", "unreadable"),
        ("a.warc", b"WARC/1.0\r\nbroken", "truncated"),
        ("a.zip", b"PK\x03\x04 and no more", "truncated"),
        ("a.gz", b"\x1f\x8b and no more", "unreadable"),
    ],
)
def test_bad_input_has_its_code(tmp_path, name, content, reason):
    """Each kind of bad input is one row with a code of the table and a sentence."""
    found = _open(tmp_path, name, content)
    assert _reasons(found) == [reason]
    assert not _contents(found)
    assert len(found[0].detail) > 10


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.sampled_from(
        [
            *(b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"PAR1", b"text\n"),
            *(b"<html>", b"<?xml version='1.0'?><rss>", b'{"text":', b"[{", b"MIME-Version: 1.0\n"),
            *(b"\xff\xfe", b"WARC/1.1\r\n", b"Content-Type: multipart/related\n\n--b\n"),
        ]
    ),
    rest=st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
    extension=st.sampled_from(
        ["", ".txt", ".html", ".jsonl", ".csv", ".xml", ".warc", ".md", ".tar"]
    ),
)
def test_no_bytes_crash_a_reader(start, rest, extension):
    """Whatever the bytes and the name: records that can be read or rejected, and known codes."""
    for found in records_of_bytes(start + rest, "name" + extension, Limits()):
        if isinstance(found, Reject):
            assert found.reason in REJECT_CODES
            continue
        try:
            result = read_record(found)
        except DocumentRejected as error:
            assert error.reason in REJECT_CODES
        else:
            length = len(result.article.text)
            assert all(0 <= r.span[0] < r.span[1] <= length for r in result.regions)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_crashes_an_archive(data):
    """A flipped byte or a cut anywhere in an archive gives rejects, never an exception."""
    members = {"a.html": b"<html><p>" + _SAID + b"</p></html>", "b.jsonl": _LINES, "c.txt": _SAID}
    made = data.draw(st.sampled_from([packed_zip(members), packed_tar(members)]))
    made = data.draw(st.sampled_from([made, gzip.compress(made, mtime=0)]))
    at = data.draw(st.integers(0, len(made) - 1))
    damaged = made[:at] + bytes([data.draw(st.integers(0, 255))]) + made[at + 1 :]
    for found in records_of_bytes(damaged[: data.draw(st.integers(1, len(made)))], "x", Limits()):
        assert isinstance(found, Record | Reject)


def test_json_documents_of_every_shape(tmp_path):
    """A list, an object that holds one, and JSON Lines without the extension."""
    items = [{"text": "One goose."}, 5, {"text": "Two geese."}]
    listed = _open(tmp_path, "a.json", json.dumps(items).encode())
    assert [type(item) for item in listed] == [Record, Reject, Record]
    held = _open(tmp_path, "b.json", json.dumps({"articles": [items[0]]}).encode())
    assert [item.record for item in held] == [0]
    assert len(_contents(_open(tmp_path, "lines", _LINES))) == 2
