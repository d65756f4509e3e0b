"""What the store can say about the soundness of a chronicle file."""

import sqlite3
from collections.abc import Iterator


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
