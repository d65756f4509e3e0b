"""Pages as they were captured: one for each article that was read from a page, packed.

A chronicle may leave them out; then none is kept, and those that were there are gone.
"""

import sqlite3
from collections.abc import Iterator

from reportedly.store import keeping

_SETTING = "pages"
_LEFT_OUT = "left out"


def are_kept(connection: sqlite3.Connection) -> bool:
    """False for a chronicle that leaves the pages out."""
    return keeping.get_meta(connection, _SETTING) != _LEFT_OUT


def decide(connection: sqlite3.Connection, wanted: bool) -> None:
    """Keeps pages from now on, or drops them now and later."""
    keeping.set_meta(connection, _SETTING, "kept" if wanted else _LEFT_OUT)
    if not wanted:
        connection.execute("delete from captures")
        # So that inputs are gone through again, and their pages found, when they are wanted again.
        connection.execute("delete from read_inputs")


def keep(connection: sqlite3.Connection, article_id: str, payload: bytes) -> None:
    """Keeps the page of an article."""
    connection.execute("insert or replace into captures values (?, ?)", (article_id, payload))


def find(connection: sqlite3.Connection, article_id: str) -> bytes | None:
    """The page of an article, packed."""
    query = "select payload from captures where article_id = ?"
    found = connection.execute(query, (article_id,)).fetchone()
    return None if found is None else bytes(found[0])


def is_there(connection: sqlite3.Connection, article_id: str) -> bool:
    """True when the page of an article is kept."""
    query = "select 1 from captures where article_id = ?"
    return connection.execute(query, (article_id,)).fetchone() is not None


def everything(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """(article_id, page) of all, by article; pages may be dropped meanwhile."""
    names = [row[0] for row in connection.execute("select article_id from captures order by 1")]
    for name in names:
        payload = find(connection, name)
        if payload is not None:
            yield name, payload


def drop(connection: sqlite3.Connection, article_id: str) -> None:
    """Drops the page of an article."""
    connection.execute("delete from captures where article_id = ?", (article_id,))
