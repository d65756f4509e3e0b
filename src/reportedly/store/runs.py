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


def find_interrupted(connection: sqlite3.Connection) -> str | None:
    """When the last build began, if it never ended: it was killed, or met an error."""
    query = "select started, finished from runs order by run desc limit 1"
    found = connection.execute(query).fetchone()
    return None if found is None or found[1] is not None else str(found[0])


def is_unfinished(connection: sqlite3.Connection) -> bool:
    """True when builds began and none ever ended: what the tables lack was not looked for yet."""
    began, ended = connection.execute("select count(*), count(finished) from runs").fetchone()
    return bool(began) and not ended


def summaries(connection: sqlite3.Connection) -> list[tuple[int, str, str | None, str | None]]:
    """(run, started, finished, summary as JSON) of every build, the last one first."""
    query = "select run, started, finished, summary from runs order by run desc"
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(query)]
