"""Opening, creating and locking a chronicle, and what is said when it cannot be done."""

import multiprocessing
import signal
import sqlite3
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from reportedly.errors import ChronicleError
from reportedly.store import connection as store
from reportedly.store import ddl, migrations


def test_a_new_chronicle_is_whole(tmp_path: Path) -> None:
    """It opens again, empty, in WAL mode, under our application id."""
    store.create(tmp_path / "a.chronicle").close()
    with store.open_existing(tmp_path / "a.chronicle") as opened:
        assert opened.execute("select count(*) from articles").fetchone()[0] == 0
        assert opened.execute("pragma journal_mode").fetchone()[0] == "wal"
        assert opened.execute("pragma application_id").fetchone()[0] == ddl.APPLICATION_ID


def test_a_missing_chronicle_is_named_with_the_next_step(tmp_path: Path) -> None:
    """The message says how to make one."""
    with pytest.raises(ChronicleError, match=r"no chronicle at .*reportedly build"):
        store.open_existing(tmp_path / "none.chronicle")


def test_another_database_is_refused(tmp_path: Path) -> None:
    """Somebody else's SQLite file is never written to."""
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table t (x)")
    other.close()
    with pytest.raises(ChronicleError, match="is not a chronicle"):
        store.open_or_create(tmp_path / "other.db")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """A text file named by mistake is named back."""
    (tmp_path / "notes.txt").write_text("no database\n" * 100)
    with pytest.raises(ChronicleError, match=r"notes\.txt cannot be read as a chronicle"):
        store.open_or_create(tmp_path / "notes.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """With the advice to name a file in it."""
    with pytest.raises(ChronicleError, match="is a folder"):
        store.open_or_create(tmp_path)


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    """The message says to upgrade, and the file is left as it is."""
    path = tmp_path / "newer.chronicle"
    created = store.create(path)
    created.execute(f"pragma user_version = {ddl.SCHEMA_VERSION + 1}")
    created.close()
    with pytest.raises(ChronicleError, match=r"newer reportedly.*pip install --upgrade"):
        store.open_or_create(path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """No traceback, but what to check."""
    with pytest.raises(ChronicleError, match="check that the folder exists"):
        store.create(tmp_path / "missing" / "a.chronicle")


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    """An error inside leaves no row behind."""
    opened = store.create(tmp_path / "a.chronicle")
    with pytest.raises(ZeroDivisionError), store.transaction(opened):
        opened.execute("insert into meta values ('a', 'b')")
        _ = 1 // 0
    assert opened.execute("select count(*) from meta").fetchone()[0] == 0
    opened.close()


def _hold(path: Path, ready: Event) -> None:
    with store.build_lock(path):
        ready.set()
        signal.pause()  # until it is killed


def test_a_second_build_is_refused_and_a_killed_one_frees_the_lock(tmp_path: Path) -> None:
    """The system frees the lock of a process that dies, however it dies."""
    path = tmp_path / "a.chronicle"
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    holder = context.Process(target=_hold, args=(path, ready), daemon=True)
    holder.start()
    assert ready.wait(120)
    with pytest.raises(ChronicleError, match="another build is writing"), store.build_lock(path):
        pass
    holder.kill()
    holder.join()
    with store.build_lock(path):
        assert path.with_name("a.chronicle-lock").exists()
    assert not path.with_name("a.chronicle-lock").exists()


def test_a_migration_that_fails_midway_leaves_the_version_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next try goes all the way."""
    opened = store.create(tmp_path / "a.chronicle")
    fails = [True]

    def add_table(connection: sqlite3.Connection) -> None:
        connection.execute("create table extra (x)")

    def add_column(connection: sqlite3.Connection) -> None:
        connection.execute("alter table extra add column y")
        if fails.pop():
            raise sqlite3.OperationalError("disk is full")

    monkeypatch.setattr(migrations, "STEPS", {1: add_table, 2: add_column})
    with pytest.raises(sqlite3.OperationalError):
        migrations.upgrade(opened, 1, 3)
    assert opened.execute("pragma user_version").fetchone()[0] == 2
    assert [row[1] for row in opened.execute("pragma table_info(extra)")] == ["x"]
    fails.append(False)
    migrations.upgrade(opened, 2, 3)
    assert opened.execute("pragma user_version").fetchone()[0] == 3
    opened.close()


def test_no_way_is_said_so(tmp_path: Path) -> None:
    """A version without a step is an error with the next step, not a silent pass."""
    opened = store.create(tmp_path / "a.chronicle")
    with pytest.raises(ChronicleError, match="build the chronicle anew"):
        migrations.upgrade(opened, 1, 99)
    opened.close()


def test_reading_writes_nothing_and_leaves_nothing_beside(tmp_path: Path) -> None:
    """No row, no byte, no file of SQLite's own that is there when the reader has gone."""
    path = tmp_path / "a.chronicle"
    store.create(path).close()
    before = path.read_bytes()
    opened = store.open_existing(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        opened.execute("insert into meta values ('a', 'b')")
    assert opened.execute("select count(*) from articles").fetchone()[0] == 0
    opened.close()
    assert [file.name for file in tmp_path.iterdir()] == ["a.chronicle"]
    assert path.read_bytes() == before
