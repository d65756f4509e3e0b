"""Chronicles of every released version: brought up to date whole, whatever interrupts it."""

import gzip
import os
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.engine.build import build
from reportedly.errors import ChronicleError
from reportedly.show.export import export
from reportedly.store import connection as store
from reportedly.store import ddl
from reportedly.verify import verify

RELEASED = Path(__file__).parent / "released"
VERSIONS = sorted(RELEASED.glob("version-*.chronicle.gz"))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name.split(".")[0])
def older(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A chronicle of an older version, beside the articles that it was made of."""
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(RELEASED / "articles.jsonl", "articles.jsonl")
    Path("older.chronicle").write_bytes(gzip.decompress(request.param.read_bytes()))
    return Path("older.chronicle")


def exported(chronicle: Path) -> dict[str, bytes]:
    """File → bytes of the export."""
    folder = chronicle.with_suffix(".tables")
    with Chronicle.open(chronicle) as opened:
        export(opened, folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def rows_of(chronicle: Path, table: str) -> int:
    with sqlite3.connect(chronicle) as opened:
        count: int = opened.execute(f"select count(*) from {table}").fetchone()[0]
    opened.close()
    return count


def test_every_version_before_this_one_is_here() -> None:
    """Whoever raises the version leaves a chronicle of the version before."""
    before = [path.name for path in VERSIONS]
    assert before[: ddl.SCHEMA_VERSION - 1] == [
        f"version-{number}.chronicle.gz" for number in range(1, ddl.SCHEMA_VERSION)
    ]


def test_an_upgrade_loses_no_row(older: Path) -> None:
    """What was read, and what was kept of it, is there as before."""
    tables = ("articles", "statements", "kept", "inputs", "read_inputs", "runs")
    before = {table: rows_of(older, table) for table in tables}
    store.open_existing(older, writing=True).close()
    assert {table: rows_of(older, table) for table in tables} == before
    assert before["articles"] == 2
    assert list(verify(older)) == []


def test_after_a_build_it_is_as_if_made_today(older: Path) -> None:
    """The same export as of a chronicle that this program makes of the same articles."""
    build(["articles.jsonl"], older, workers=0)
    build(["articles.jsonl"], "today.chronicle", workers=0)
    assert exported(older) == exported(Path("today.chronicle"))
    assert list(verify(older)) == []


def test_who_only_reads_changes_nothing(older: Path) -> None:
    """An older chronicle opens, or says how to bring it up to date; its bytes stay."""
    before = older.read_bytes()
    try:
        store.open_existing(older).close()
    except ChronicleError as error:
        assert "reportedly build --to" in str(error)
    assert older.read_bytes() == before


def _upgrade_killed_at(chronicle: Path, statement: int) -> bool:
    """Upgrades in a child that is killed before its n-th SQL statement; False when it has fewer."""
    child = os.fork()
    if child == 0:
        connect, left = sqlite3.connect, [statement]

        def counted(*args: object, **kwargs: object) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*args, **kwargs)  # type: ignore[call-overload]
            connection.set_trace_callback(lambda _: _count_down(left))
            return connection

        sqlite3.connect = counted  # type: ignore[assignment]
        try:
            store.open_existing(chronicle, writing=True).close()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _count_down(left: list[int]) -> None:
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked children")
def test_an_upgrade_killed_at_every_statement(older: Path) -> None:
    """Each time the next opening ends with the whole of the new version and every row."""
    whole, killed = older.read_bytes(), 0
    kept = rows_of(older, "kept")
    for statement in range(1, 10_000):
        older.write_bytes(whole)
        if not _upgrade_killed_at(older, statement):
            break
        killed += 1
        store.open_existing(older, writing=True).close()
        with sqlite3.connect(older) as opened:
            assert opened.execute("pragma user_version").fetchone()[0] == ddl.SCHEMA_VERSION
            assert opened.execute("pragma integrity_check").fetchone()[0] == "ok"
        opened.close()
        assert rows_of(older, "kept") == kept
    assert killed >= 4
