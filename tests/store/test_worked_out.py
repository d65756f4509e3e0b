"""Working results between builds: found again, dropped when nothing asks for them, forgotten."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.store import connection as store
from reportedly.store import forgetting, worked_out
from reportedly.store.worked_out import WorkedOut


@pytest.fixture()
def opened(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = store.create(tmp_path / "a.chronicle")
    yield connection
    connection.close()


def keys(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("select key from worked_out order by key")]


def test_what_is_kept_is_found(opened: sqlite3.Connection) -> None:
    """By its key, as it was kept last."""
    kept = WorkedOut(opened)
    kept.keep("a", b"old")
    kept.keep("a", b"new")
    assert WorkedOut(opened).find("a") == b"new"
    assert kept.find("b") is None


def test_what_a_build_did_not_ask_for_goes(opened: sqlite3.Connection) -> None:
    """What it found or kept stays."""
    before = WorkedOut(opened)
    for key in ("found", "unasked"):
        before.keep(key, b"x")
    now = WorkedOut(opened)
    now.find("found")
    now.keep("kept", b"y")
    now.drop_unused()
    assert keys(opened) == ["found", "kept"]


def test_forgetting_leaves_none_of_it(opened: sqlite3.Connection) -> None:
    """It is derived from texts and may hold names; a file without the table is no obstacle."""
    WorkedOut(opened).keep("a", b"a name")
    forgetting.leave_no_trace(opened)
    assert keys(opened) == []
    opened.execute("drop table worked_out")
    worked_out.forget(opened)
    assert keys(opened) == []
