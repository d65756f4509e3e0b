"""Filling a new chronicle with tables made elsewhere, in one transaction of the caller's."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.model import Row
from reportedly.store import replacing
from reportedly.store import rows as rows_sql


def load_tables(
    connection: sqlite3.Connection, tables: Iterable[tuple[type[Row], Iterator[Any]]]
) -> dict[str, int]:
    """Writes each table's rows, which may be more than memory holds; returns how many there are."""
    counts = {}
    for kind, rows in tables:
        rows_sql.insert(connection, kind, rows)
        query = f'select count(*) from "{kind.table}"'
        counts[kind.table] = int(connection.execute(query).fetchone()[0])
    replacing.index_words(connection)
    return counts
