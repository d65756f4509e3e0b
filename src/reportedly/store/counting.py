"""Counts over a chronicle, for summaries."""

import sqlite3

from reportedly.model import CHRONICLE, TABLES
from reportedly.outlets import is_address, outlet_key
from reportedly.schema import hints


def rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Table → number of rows, in the order of the model."""
    return {
        kind.table: connection.execute(f'select count(*) from "{kind.table}"').fetchone()[0]
        for kind in CHRONICLE
    }


def by(connection: sqlite3.Connection, table: str, column: str) -> dict[str, int]:
    """Value → number of rows that have it, most frequent first; nulls are left out.

    Raises KeyError for a table or column that the model does not have.
    """
    hints(TABLES[table])[column]
    query = f"""select "{column}", count(*) from "{table}" where "{column}" is not null
                group by 1 order by 2 desc, 1"""
    return dict(tuple(row) for row in connection.execute(query))


def outlet_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Each spelling of an outlet → the one that most of its articles have, by which it is shown;
    of two that as many have the longer, and an address only where no article has a name."""
    found: dict[str, list[tuple[bool, int, int, str]]] = {}
    query = "select outlet, count(*) from articles where outlet is not null group by 1 order by 1"
    for name, n in connection.execute(query):
        spelling = (not is_address(name), n, len(name), name)
        found.setdefault(outlet_key(name), []).append(spelling)
    return {name: max(own)[-1] for own in found.values() for *_, name in own}


def outlets(connection: sqlite3.Connection) -> int:
    """How many outlets the articles come from."""
    return len(set(outlet_names(connection).values()))


def dated(connection: sqlite3.Connection) -> int:
    """Articles whose day stands in their metadata or text."""
    query = "select count(*) from articles where published_from in ('metadata', 'text')"
    return int(connection.execute(query).fetchone()[0])


def period(connection: sqlite3.Connection) -> tuple[str | None, str | None]:
    """The first and the last day on which an article with a date was published."""
    query = "select min(substr(published, 1, 10)), max(substr(published, 1, 10)) from articles"
    found = connection.execute(query).fetchone()
    return found[0], found[1]
