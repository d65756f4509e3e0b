"""Working results that make the next build short; nothing else needs them, and they may go."""

import sqlite3

TABLE = """create table if not exists worked_out (
    key text primary key, payload blob not null)"""


#: What a row takes beside its payload, the key among it, and ample room.
_BESIDE = 1 << 12


class WorkedOut:
    """`reportedly.engine.piecewise.WorkedOut` in the chronicle's own file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.execute(TABLE)
        self._connection = connection
        self._used: set[str] = set()

    def find(self, key: str) -> bytes | None:
        """What is kept under a key, if anything."""
        self._used.add(key)
        query = "select payload from worked_out where key = ?"
        found = self._connection.execute(query, (key,)).fetchone()
        return None if found is None else bytes(found[0])

    def keep(self, key: str, payload: bytes) -> None:
        """Keeps something for the next build; nothing that is larger than SQLite takes, which the
        next build will work out again."""
        if len(payload) + _BESIDE > self._connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH):
            self.drop(key)
            return
        self._used.add(key)
        self._connection.execute("insert or replace into worked_out values (?, ?)", (key, payload))

    def drop(self, key: str) -> None:
        """Drops what is kept under a key."""
        self._used.discard(key)
        self._connection.execute("delete from worked_out where key = ?", (key,))

    def drop_unused(self) -> None:
        """Drops what this build did not ask for: nothing leads to it any more."""
        keys = [row[0] for row in self._connection.execute("select key from worked_out")]
        unused = ((key,) for key in keys if key not in self._used)
        self._connection.executemany("delete from worked_out where key = ?", unused)


def forget(connection: sqlite3.Connection) -> None:
    """Drops everything, with whatever names it holds."""
    connection.execute(TABLE)
    connection.execute("delete from worked_out")
