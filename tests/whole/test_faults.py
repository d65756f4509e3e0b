"""Whatever happens to a build, nothing committed is lost, and the next run ends as if nothing had.

Kills at every commit, full disks, missing memory, crashes in native code, wrong clocks, broken
archives, two builds at once.
"""

import gzip
import io
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import reportedly.engine.build as building
from benchmarks.faults.killing import killed_at, statements_of
from benchmarks.faults.points import Digest, exported
from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.errors import RunAborted
from reportedly.model import Article, Reject
from reportedly.store import connection as store
from reportedly.store import runs
from reportedly.verify import verify

TEXTS = (
    "“The bridge stays,” Ada Quill told the council on Monday. Quill, 52, is the mayor.\n",
    "Ada Quill said that the ferry had sunk. “Nobody was on it,” she told the Marrow Post.\n",
    "“We close the bridge in May,” said Otto Brandling, a ferryman, according to the Post.\n",
)


@pytest.fixture()
def inputs(tmp_path: Path) -> list[str]:
    """Three files of one article each."""
    paths = [tmp_path / f"{number}.txt" for number in range(len(TEXTS))]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text)
    return [str(path) for path in paths]


@pytest.fixture()
def target(tmp_path: Path) -> Path:
    return tmp_path / "c.chronicle"


@pytest.fixture()
def undisturbed(inputs: list[str], tmp_path: Path) -> Digest:
    build(inputs, tmp_path / "whole.chronicle", workers=0)
    return exported(tmp_path / "whole.chronicle", tmp_path / "whole.tables")


def outcome(target: Path) -> Digest:
    """The export; the chronicle must verify, too."""
    assert [str(fault) for fault in verify(target)] == []
    return exported(target, target.with_suffix(".tables"))


@pytest.mark.parametrize("where", ["commit", "begin"])
def test_killed_at_every_commit(
    where: str, inputs: list[str], target: Path, undisturbed: Digest, tmp_path: Path
) -> None:
    """Before each is made and after: the next run goes on and ends with the same chronicle."""

    def action() -> object:
        return build(inputs, target, workers=0)

    for at in range(1, statements_of(action, tmp_path, where) + 1):
        for beside in tmp_path.glob("c.chronicle*"):
            beside.unlink()
        assert killed_at(at, action, where)
        if at % 3 == 0:
            assert killed_at(1, action, where)
        report = build(inputs, target, workers=0)
        assert (report.run.interrupted is None) == (_runs(target) == 1)
        assert outcome(target) == undisturbed


def _runs(chronicle: Path) -> int:
    opened = store.open_existing(chronicle)
    count = len(runs.summaries(opened))
    opened.close()
    return count


FAULTY = """
import os, resource
import reportedly.reading.article as reading
import reportedly.engine.annotating as annotating

def fails(text):
    if "HARM" not in text:
        return
    if "{how}" == "crash":
        os.abort()
    if "{how}" == "memory":
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + 2**26, resource.RLIM_INFINITY))
        bytearray(2**30)

read, stage = reading._text, annotating.run_stage

def harmful_read(record, limits):
    if "{phase}" == "read":
        fails(record.content.decode())
    return read(record, limits)

def harmful_stage(name, document, rows):
    if "{phase}" == "annotate":
        fails(document.text)
    return stage(name, document, rows)

reading._DRAFTS["text"], annotating.run_stage = harmful_read, harmful_stage
"""

BUILD = [sys.executable, "-c", "from reportedly.show.cli import main; main()", "build"]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks Linux for its memory")
@pytest.mark.parametrize("phase", ["read", "annotate"])
@pytest.mark.parametrize("how", ["crash", "memory"])
def test_an_article_that_crashes_the_only_worker(
    how: str, phase: str, inputs: list[str], target: Path, tmp_path: Path
) -> None:
    """It is put aside and told; the others are kept; the next build, if all is well, has it."""
    harmful = tmp_path / "harm.txt"
    harmful.write_text("“HARM is done,” Ada Quill told the council on Monday evening.\n")
    faulty = tmp_path / "faulty"
    faulty.mkdir()
    (faulty / "sitecustomize.py").write_text(FAULTY.format(how=how, phase=phase))
    around = dict(os.environ, PYTHONPATH=os.pathsep.join([str(faulty), *sys.path]))
    command = [*BUILD, *inputs, str(harmful), "--to", str(target), "--workers", "1"]
    told = subprocess.run(command, capture_output=True, text=True, env=around, check=False)
    assert told.returncode == 0, told.stderr
    (aside,) = [line for line in told.stderr.splitlines() if line.startswith("not used: ")]
    assert "harm.txt: " in aside and aside.endswith("[worker_killed]")
    with Chronicle.open(target) as opened:
        assert [reject.reason for reject in opened.rows(Reject)] == ["worker_killed"]
        texts = [article.text for article in opened.rows(Article)]
    assert len(texts) == len(inputs) + (phase == "annotate")
    build([*inputs, harmful], target, workers=0)
    build([*inputs, harmful], tmp_path / "whole.chronicle", workers=0)
    assert outcome(target) == exported(tmp_path / "whole.chronicle", tmp_path / "whole.tables")


def test_a_full_disk_at_any_moment(
    inputs: list[str], target: Path, undisturbed: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file may not grow beyond so many pages: the build says so, and goes on when it may."""
    connect, full = store._connect, 0
    for room in range(0, 2000, 12):
        with monkeypatch.context() as patched:

            def small(*args: object, room: int = room, **kwargs: object) -> sqlite3.Connection:
                connection = connect(*args, **kwargs)  # type: ignore[arg-type]
                there = connection.execute("pragma page_count").fetchone()[0]
                connection.execute(f"pragma max_page_count = {max(1, room, there)}")
                return connection

            patched.setattr(store, "_connect", small)
            try:
                build(inputs, target, workers=0)
                break
            except RunAborted as error:
                assert "make room" in str(error)
                full += 1
    assert full > 5
    assert outcome(target) == undisturbed


def test_a_disk_that_refuses_to_write(inputs: list[str], target: Path, undisturbed: Digest) -> None:
    """The system's own refusal (a limit on the size of files): exit code 3, and what to do."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    command = [*BUILD, *inputs, "--to", str(target), "--workers", "1", "--quiet"]
    told = subprocess.run(command, capture_output=True, text=True, preexec_fn=limited, check=False)
    assert told.returncode == 3
    assert "make room" in told.stderr and "Traceback" not in told.stderr
    build(inputs, target, workers=0)
    assert outcome(target) == undisturbed


@pytest.mark.parametrize("day", ["1970-01-01T00:00:00+00:00", "2106-02-07T06:28:16+00:00"])
def test_a_clock_that_is_wrong(
    day: str,
    inputs: list[str],
    target: Path,
    undisturbed: Digest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Far back or far ahead, and changed between two runs: no row depends on it."""
    build(inputs[:2], target, workers=0)
    monkeypatch.setattr(building, "now", lambda: day)
    monkeypatch.setattr("time.time", lambda: 4294967296.0 if day > "2" else 0.0)
    build(inputs, target, workers=0)
    assert outcome(target) == undisturbed
    opened = store.open_existing(target)
    assert next(run[1] for run in runs.summaries(opened)) == day
    opened.close()


def _zip(texts: list[str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    return made.getvalue()


def _tar(texts: list[str]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for number, text in enumerate(texts):
            info = tarfile.TarInfo(f"{number}.txt")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return made.getvalue()


def _jsonl(texts: list[str]) -> bytes:
    return gzip.compress("\n".join(json.dumps({"text": text}) for text in texts).encode())


def _warc(texts: list[str]) -> bytes:
    records = b""
    for number, text in enumerate(texts):
        body = text.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/{number}\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:032}>\r\nWARC-Date: 2019-05-06T10:00:00Z\r\n"
            f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records += gzip.compress(head.encode() + body + b"\r\n\r\n")
    return records


@pytest.mark.parametrize("made", [_zip, _tar, _jsonl, _warc], ids=lambda made: made.__name__[1:])
@pytest.mark.parametrize("damage", ["cut", "zeroed"])
def test_an_archive_that_is_broken_in_the_middle(
    damage: str, made: Callable[[list[str]], bytes], target: Path, tmp_path: Path
) -> None:
    """What can be read is read, the rest is told; when the whole file is there, all is there."""
    texts = [TEXTS[0].replace("Monday", f"Monday {n}") * (1 + n % 3) for n in range(30)]
    whole, archive = made(texts), tmp_path / "archive.bin"
    middle = len(whole) // 2
    cut = whole[:middle]
    archive.write_bytes(cut if damage == "cut" else cut + bytes(64) + whole[middle + 64 :])
    report = build([archive], target, workers=0)
    assert set(report.rejects) & {"truncated", "unreadable", "binary", "not_json"}
    assert report.rows["articles"] > 0 or made is _jsonl
    archive.write_bytes(whole)
    assert build([archive], target, workers=0).rows["articles"] == len(texts)
    build([archive], tmp_path / "whole.chronicle", workers=0)
    assert outcome(target) == exported(tmp_path / "whole.chronicle", tmp_path / "whole.tables")


def test_two_builds_of_one_chronicle(inputs: list[str], target: Path, undisturbed: Digest) -> None:
    """Started together: one is refused with exit code 3, or both end; the outcome is the same."""
    command = [*BUILD, *inputs, "--to", str(target), "--workers", "1", "--quiet"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate()[1] for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 3], [0, 0])
    assert codes == [0, 0] or any("another build is writing" in words for words in told)
    assert outcome(target) == undisturbed
