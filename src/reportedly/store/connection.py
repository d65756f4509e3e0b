"""Opening, creating and locking a chronicle file, and bringing an older one up to date."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reportedly.errors import ChronicleError
from reportedly.store import ddl, migrations

#: How long a reader or writer waits for another process's transaction, in milliseconds.
BUSY_MS = 30_000


def create(path: Path) -> sqlite3.Connection:
    """A new, empty chronicle at `path`; raises ChronicleError when it cannot be written."""
    connection = None
    try:
        connection = _connect(path, "rwc", writing=True)
        connection.execute("pragma journal_mode = wal")
        connection.executescript(
            f"begin immediate; pragma application_id = {ddl.APPLICATION_ID}; {ddl.create_all()} "
            f"pragma user_version = {ddl.SCHEMA_VERSION}; commit;"
        )
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()  # or its lock would keep off whoever tries again in this process
        raise ChronicleError(
            f"cannot create a chronicle at {path}: {error}; check that the folder exists and can "
            "be written, and make room"
        ) from error
    return connection


def open_existing(path: Path, *, writing: bool = False) -> sqlite3.Connection:
    """An open chronicle, brought up to date when `writing`.

    Raises ChronicleError when there is none, when the file is something else, or when its version
    is one that this program cannot read.
    """
    if path.is_dir():
        raise ChronicleError(f"{path} is a folder; name the chronicle's file in it")
    if not path.is_file():
        raise ChronicleError(
            f"no chronicle at {path}; make one with: reportedly build INPUT --to {path}"
        )
    try:
        connection = _connect(path, writing=writing)
        try:
            _check(connection, path, writing=writing)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        raise ChronicleError(
            f"{path} cannot be read as a chronicle: {error}; if it was damaged, build it again "
            "from its inputs under another name"
        ) from error
    return connection


def open_or_create(path: Path) -> sqlite3.Connection:
    """The chronicle at `path` for writing; a new one where there is none or an empty file."""
    check_place(path)
    if path.is_file() and path.stat().st_size and not _is_blank(path):
        return open_existing(path, writing=True)
    return create(path)


def _is_blank(path: Path) -> bool:
    """True for a database without a table: who began to create it was killed."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        try:
            owner = connection.execute("pragma application_id").fetchone()[0]
            tables = connection.execute("select count(*) from sqlite_master").fetchone()[0]
        except sqlite3.DatabaseError:  # opening it will say what is wrong
            return False
    return bool(owner == 0 and tables == 0)


def check_place(path: Path) -> None:
    """Raises ChronicleError when `path` cannot be the name of a chronicle."""
    if "\0" in str(path):
        raise ChronicleError(f"{str(path)!r} is no name of a file; name another")
    if path.is_dir():
        raise ChronicleError(
            f"{path} is a folder; name a file for the chronicle: {path / 'NAME.chronicle'}"
        )
    if not path.parent.is_dir():
        raise ChronicleError(
            f"there is no folder {path.parent}; make it with: mkdir -p {path.parent}"
        )


def _connect(path: Path, mode: str = "rw", *, writing: bool) -> sqlite3.Connection:
    # Reading in WAL mode needs files beside.  Who opens with "ro" cannot remove them in the end;
    # on a CD or in another's folder nobody can write them.
    beside = writing or os.access(path.resolve().parent, os.W_OK)
    uri = f"{path.resolve().as_uri()}?mode={mode if beside else 'ro&immutable=1'}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute(f"pragma busy_timeout = {BUSY_MS}")
    # In WAL mode NORMAL loses no committed transaction when the program is killed.
    connection.execute("pragma synchronous = normal")
    connection.execute(f"pragma query_only = {int(not writing)}")
    return connection


def _check(connection: sqlite3.Connection, path: Path, *, writing: bool) -> None:
    owner = connection.execute("pragma application_id").fetchone()[0]
    version = connection.execute("pragma user_version").fetchone()[0]
    if owner != ddl.APPLICATION_ID:
        raise ChronicleError(
            f"{path} is not a chronicle (application id {owner:#x}); name another file"
        )
    if version > ddl.SCHEMA_VERSION:
        raise ChronicleError(
            f"{path} was written by a newer reportedly (schema {version}, this program reads up to "
            f"{ddl.SCHEMA_VERSION}); upgrade with: pip install --upgrade reportedly"
        )
    if version < ddl.SCHEMA_VERSION:
        if not writing:
            raise ChronicleError(
                f"{path} has schema {version}, this program reads {ddl.SCHEMA_VERSION}; "
                f"upgrade it with: reportedly build --to {path}"
            )
        migrations.upgrade(connection, version, ddl.SCHEMA_VERSION)


def opened_file(connection: sqlite3.Connection) -> Path:
    """The chronicle's file."""
    return Path(next(str(row[2]) for row in connection.execute("pragma database_list")))


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside is committed together, or not at all."""
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    connection.execute("commit")


@contextlib.contextmanager
def build_lock(path: Path) -> Iterator[None]:
    """Keeps a second build off the same chronicle; the system frees it when the process dies.

    Raises ChronicleError when another build holds it.
    """
    try:
        import fcntl
    except ImportError:  # no flock on this system: SQLite's own locks still keep the file whole
        yield
        return
    check_place(path)
    lock = path.with_name(path.name + "-lock")
    while True:
        handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise ChronicleError(f"another build is writing {path}; wait for it to end") from error
        # The holder before us may have removed the file between our open and our lock.
        with contextlib.suppress(FileNotFoundError):
            if os.fstat(handle).st_ino == lock.stat().st_ino:
                break
        os.close(handle)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(handle)
