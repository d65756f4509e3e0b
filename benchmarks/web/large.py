"""A large chronicle out of a small one: its rows again and again, on other days, renamed.

People are shared by some of the copies, so that a few have thousands of statements, as in life.
"""

import datetime
import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.model import CHRONICLE, Input, Reject
from reportedly.store import connection as store
from reportedly.store.replacing import index_words

#: Copies that share their people: one of the sample's speakers then has some 1,000 statements.
_CASTS = 40
_ID = re.compile(r"\b([asecuyvfkg])([0-9a-f]{16})\b")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = frozenset(
    "published published_earliest published_latest said_earliest said_latest earliest latest first "
    "last first_seen as_of_earliest as_of_latest".split()
)
_NAMES = frozenset("name speaker subject".split())


def enlarge(small: Path, large: Path, statements: int) -> int:
    """Writes `large`; returns how many statements it has, at least `statements`."""
    shutil.copyfile(small, large)
    with store.open_existing(large, writing=True) as opened:
        own = opened.execute("select count(*) from statements").fetchone()[0]
        tables = {
            kind.table: [dict(row) for row in opened.execute(f'select * from "{kind.table}"')]
            for kind in CHRONICLE
            if kind not in (Input, Reject)
        }
        with store.transaction(opened):
            for copy in range(1, -(-statements // own)):
                for table, rows in tables.items():
                    _insert(opened, table, (_changed(row, copy) for row in rows))
            index_words(opened)
        opened.execute("analyze")
        opened.execute("pragma wal_checkpoint(truncate)")
        return int(opened.execute("select count(*) from statements").fetchone()[0])


def _insert(opened: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    listed = list(rows)
    if listed:
        marks = ", ".join("?" * len(listed[0]))
        query = f'insert or ignore into "{table}" values ({marks})'
        opened.executemany(query, (tuple(row.values()) for row in listed))


def _changed(row: dict[str, Any], copy: int) -> dict[str, Any]:
    return {name: _value(name, value, copy) for name, value in row.items()}


def _value(name: str, value: Any, copy: int) -> Any:
    if not isinstance(value, str):
        return value
    if name in _DAYS:
        return _DAY.sub(lambda found: _later(found[0], copy), value)
    if name in _NAMES:
        return f"{value} {_numeral(copy % _CASTS)}" if copy % _CASTS else value
    if name in ("text", "content_text"):
        return value
    return _ID.sub(lambda found: _renamed(found[1], found[2], copy), value)


def _later(day: str, copy: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=copy * 3)).isoformat()


def _numeral(number: int) -> str:
    return "of " + "".join("ABCDEFGHIJ"[int(digit)] for digit in str(number))


def _renamed(kind: str, name: str, copy: int) -> str:
    copy = copy % _CASTS if kind == "e" else copy
    if not copy:
        return kind + name
    return kind + hashlib.sha256(f"{name}{copy}".encode()).hexdigest()[:16]
