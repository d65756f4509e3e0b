"""What the store can say about the soundness of a chronicle file, and of the SQLite beneath it."""

import contextlib
import sqlite3
from collections.abc import Iterator

#: The first that can all that is asked of it: windows, upserts, `returning`.
_OLDEST_SQLITE = (3, 35)


def try_library() -> str:
    """SQLite's version, when it can all that a chronicle needs.

    Raises:
        RuntimeError: it is too old.
        sqlite3.OperationalError: it was built without full-text search, JSON or windows.
    """
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create virtual table words using fts5(text)")
        connection.execute("select json_extract('[1]', '$[0]'), row_number() over ()")
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {sqlite3.sqlite_version} is too old; a newer Python has 3.35")
    return sqlite3.sqlite_version


def integrity_problems(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own check finds, and search rows that are missing or superfluous."""
    found = [row[0] for row in connection.execute("pragma integrity_check")]
    problems = [] if found == ["ok"] else found
    for words, table in (("statement_words", "statements"), ("article_words", "articles")):
        indexed = connection.execute(f"select count(*) from {words}").fetchone()[0]
        there = connection.execute(f"select count(*) from {table}").fetchone()[0]
        if indexed != there:
            problems.append(f"the search index holds {indexed} rows for {there} {table}")
    return problems


def readings(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """(article_id, payload) of every article as it was read."""
    query = "select article_id, payload from kept where stage = 'read' order by article_id"
    for row in connection.execute(query):
        yield row[0], row[1]
