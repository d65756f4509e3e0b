"""Archives opened in a process of their own: the same records; one that kills it is a reject."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build, opening
from reportedly.engine.build.opening import Opener
from reportedly.model import Article, Reject
from reportedly.reading.inputs import open_records
from reportedly.reading.records import Limits

TEXT = "The council will meet again on Tuesday, Mona Petrel told the Harbour Gazette."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two hundred records, more than are handed over at a time, and one that is none."""
    lines = [json.dumps({"text": f"{TEXT} This is number {n}."}) for n in range(200)]
    packed = tmp_path / "pile.jsonl.gz"
    packed.write_bytes(gzip.compress("\n".join([*lines, "{broken"]).encode()))
    return packed


def test_the_same_as_in_this_process(archive: Path) -> None:
    """Records and rejects come whole and in order, and a second input after the first."""
    expected = list(open_records(str(archive)))
    with Opener(Limits(), apart=True) as opener:
        assert list(opener.records(str(archive))) == expected
        assert list(opener.records(str(archive))) == expected
    assert len(expected) == 201


def test_no_process_for_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is only bytes until a worker has it."""
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><p>{TEXT}</p></body></html>")

    def started(*_: object) -> None:
        raise AssertionError("a process was asked")

    monkeypatch.setattr("reportedly.engine.workers.Workers.submit", started)
    with Opener(Limits(), apart=True) as opener:
        assert len(list(opener.records(str(page)))) == 1


class DyingAt:
    """Stands in for a library that dies of one input: of all others it gives what they hold."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, path: str, limits: Limits) -> Iterator[opening.Found]:
        """The records of `path`; ends the process at the record with the number."""
        for at, found in enumerate(open_records(path, limits)):
            if at == self.number and "deadly" in path:
                os._exit(139)
            yield found


def dying_open(path: str, limits: Limits) -> None:
    """What the process apart runs instead of `opening._open`."""
    opening._opened = DyingAt(150)(path, limits)


def test_what_kills_it_is_a_reject(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records before the deadly one are kept, each once; the input after it is read."""
    monkeypatch.setattr(opening, "_open", dying_open)
    deadly = archive.rename(tmp_path / "deadly.jsonl.gz")
    good = tmp_path / "good.jsonl"
    good.write_text(json.dumps({"text": TEXT}))
    with Opener(Limits(), apart=True) as opener:
        found = list(opener.records(str(deadly)))
        after = list(opener.records(str(good)))
    handed_over = found[:-1]
    assert handed_over == list(open_records(str(deadly)))[: len(handed_over)]
    assert len(handed_over) == 150
    assert isinstance(found[-1], Reject)
    assert "killed the process" in found[-1].detail
    assert len(after) == 1


def test_a_build_with_workers_reads_archives(tmp_path: Path) -> None:
    """The whole way: an archive's articles are in the chronicle, and what is broken is told."""
    lines = [json.dumps({"text": f"{TEXT} This is number {n}."}) for n in range(3)]
    pile = tmp_path / "pile.jsonl"
    pile.write_text("\n".join([*lines, "{broken"]))
    build([pile], tmp_path / "some.chronicle", workers=1)
    with Chronicle.open(tmp_path / "some.chronicle") as opened:
        assert len(list(opened.rows(Article))) == 3
        assert len(list(opened.rows(Reject))) == 1
