"""Groups of statements on a person's page: some to read, all of them counted, a few to draw.

In: places of statements in a chronicle's columns.  Out: their lines, counts by period and mode.
"""

import json
import sqlite3
from dataclasses import dataclass

import numpy as np

from reportedly.arrays import Numbers
from reportedly.store import pages
from reportedly.store.columns import Columns, columns
from reportedly.store.pages import StatementLine

#: Statements of each group on a person's page; the search has all of them.
SHOWN = 25

#: Statements that are drawn one by one; more would lie upon one another and are counted.
MARKS_DRAWN = 150

#: Within so many months statements are counted by day, else by month.
_DAILY_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a picture shows it: a day, an outlet, a few words."""

    statement_id: str
    day: str
    outlet: str | None
    mode: str
    content_text: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many statements of a mode a day or month has."""

    period: str
    mode: str
    n: int


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that somebody made, was told, or is the subject of: all counted, some shown.

    `said` has those that can be drawn one by one; it is empty when there are too many.
    """

    lines: list[StatementLine]
    n: int
    counts: list[Counted]
    said: list[Said]


def groups(connection: sqlite3.Connection, *of: Numbers) -> list[Group]:
    """Groups of statements by their places; all of them are drawn one by one, or none."""
    known = columns(connection)
    few = sum(map(len, of)) <= MARKS_DRAWN
    days = sorted(day for places in of for day in _days(known, places))
    is_short = bool(days) and _month(days[-1]) - _month(days[0]) < _DAILY_MONTHS
    return [
        Group(
            lines=_lines(connection, known.page(places, SHOWN, 0)),
            n=len(places),
            counts=_counts(known, places, 10 if is_short else 7),
            said=_said(connection, known.page(places, MARKS_DRAWN, 0)) if few else [],
        )
        for places in of
    ]


def _days(known: Columns, places: Numbers) -> list[str]:
    codes = np.unique(known.day.codes[places])
    return [known.day.values[code] for code in codes if code >= 0]


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7] or 1)


def _counts(known: Columns, places: Numbers, length: int) -> list[Counted]:
    """Statements by period (an ISO date cut to `length`) and mode, those without a day left out."""
    found: dict[tuple[str, str], int] = {}
    chosen = np.zeros(len(known.rows), dtype=np.bool_)
    chosen[places] = True
    for day, modes in known.day.together(known.facets["mode"], chosen).items():
        for count in modes if day else []:
            key = day[:length], count.value
            found[key] = found.get(key, 0) + count.n
    return [Counted(period, mode, n) for (period, mode), n in sorted(found.items())]


def _lines(connection: sqlite3.Connection, rowids: list[int]) -> list[StatementLine]:
    where = "s.rowid in (select value from json_each(?))"
    return pages.statements(connection, where, (json.dumps(rowids),), limit=len(rowids))


def _said(connection: sqlite3.Connection, rowids: list[int]) -> list[Said]:
    query = f"""select s.statement_id, {pages.DRAWN_DAY} as day, a.outlet, s.mode, s.content_text
                from statements s join articles a using (article_id)
                where s.rowid in (select value from json_each(?)) and day is not null
                order by day, a.article_id, s.statement_id"""
    return [Said(*row) for row in connection.execute(query, (json.dumps(rowids),))]
