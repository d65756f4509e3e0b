"""The log of builds: when each began and ended, with which program, and its summary."""

import sqlite3

import reportedly
from reportedly.store.connection import transaction


def begin(connection: sqlite3.Connection, started: str) -> int:
    """Notes that a build began; returns its number."""
    program = f"reportedly {reportedly.__version__}"
    with transaction(connection):
        cursor = connection.execute(
            "insert into runs (started, program) values (?, ?)", (started, program)
        )
    return int(cursor.lastrowid or 0)


def end(connection: sqlite3.Connection, run: int, finished: str, summary: str) -> None:
    """Notes that it ended, and its summary as JSON."""
    with transaction(connection):
        connection.execute(
            "update runs set finished = ?, summary = ? where run = ?", (finished, summary, run)
        )


def latest(connection: sqlite3.Connection) -> tuple[str, str | None, str] | None:
    """(started, finished, program) of the last build."""
    query = "select started, finished, program from runs order by run desc limit 1"
    found = connection.execute(query).fetchone()
    return None if found is None else (found[0], found[1], found[2])
