"""Working results between builds: found again, dropped when nothing asks for them, forgotten."""

import sqlite3

from reportedly.store import forgetting, worked_out
from reportedly.store.worked_out import WorkedOut


def keys(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("select key from worked_out order by key")]


def test_what_is_kept_is_found(fresh: sqlite3.Connection) -> None:
    """By its key, as it was kept last."""
    kept = WorkedOut(fresh)
    kept.keep("a", b"old")
    kept.keep("a", b"new")
    assert WorkedOut(fresh).find("a") == b"new"
    assert kept.find("b") is None


def test_what_is_too_large_is_not_kept(fresh: sqlite3.Connection) -> None:
    """A build does not fail for it, and nothing older stands in its place."""
    kept = WorkedOut(fresh)
    kept.keep("a", b"old")
    fresh.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 10_000)
    kept.keep("a", b"x" * 20_000)
    kept.keep("b", b"x" * 1_000)
    assert keys(fresh) == ["b"]


def test_what_a_build_did_not_ask_for_goes(fresh: sqlite3.Connection) -> None:
    """What it found or kept stays."""
    before = WorkedOut(fresh)
    for key in ("found", "unasked"):
        before.keep(key, b"x")
    now = WorkedOut(fresh)
    now.find("found")
    now.keep("kept", b"y")
    now.drop_unused()
    assert keys(fresh) == ["found", "kept"]


def test_forgetting_leaves_none_of_it(fresh: sqlite3.Connection) -> None:
    """It is derived from texts and may hold names; a file without the table is no obstacle."""
    WorkedOut(fresh).keep("a", b"a name")
    forgetting.leave_no_trace(fresh)
    assert keys(fresh) == []
    fresh.execute("drop table worked_out")
    worked_out.forget(fresh)
    assert keys(fresh) == []
