"""What searches and overviews count by, as columns of numbers in memory.

In: an open chronicle.  Out: of every statement its row, its place in the order of days, and codes
of outlet, year, speaker, kind, mode and channel.  Read anew only when the tables were written.
"""

import bisect
import json
import sqlite3
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from reportedly.arrays import Numbers
from reportedly.outlets import outlet_key
from reportedly.store import counting, keeping, pages
from reportedly.store.connection import opened_file
from reportedly.store.pages import Count

Chosen = npt.NDArray[np.bool_]

#: Chronicles whose columns stay in memory: a server has one, tests and comparisons a few.
_MOST_KEPT = 2


@dataclass(frozen=True, slots=True)
class Coded:
    """A column as numbers: of each row the place of its value in `values`, -1 for none."""

    codes: Numbers
    values: list[str]

    def counts(self, rows: Numbers | slice) -> list[Count]:
        """Values and how many of `rows` have them, the most frequent first."""
        counted = np.bincount(self.codes[rows] + 1, minlength=1)[1:]
        found = [(self.values[code], int(counted[code])) for code in np.flatnonzero(counted)]
        return [Count(*pair) for pair in sorted(found, key=lambda pair: (-pair[1], pair[0]))]

    def together(
        self, other: "Coded", rows: Chosen | slice = slice(None)
    ) -> dict[str, list[Count]]:
        """Value → values of `other` that `rows` with it have, and how many; none is ""."""
        pairs = (self.codes[rows] + 1) * (len(other.values) + 1) + other.codes[rows] + 1
        found: dict[str, list[Count]] = {}
        for pair, n in zip(*np.unique(pairs, return_counts=True), strict=True):
            own, others = divmod(int(pair), len(other.values) + 1)
            counts = found.setdefault(self.values[own - 1] if own else "", [])
            counts.append(Count(other.values[others - 1] if others else "", int(n)))
        return found

    def n_values(self, rows: Chosen) -> int:
        """How many values there are in `rows`."""
        found = np.unique(self.codes[rows])
        return int(np.count_nonzero(found >= 0))

    def having(self, value: str) -> Chosen:
        """Which rows have a value."""
        code = bisect.bisect_left(self.values, value)
        is_there = code < len(self.values) and self.values[code] == value
        return np.equal(self.codes, code if is_there else len(self.values))

    def between(self, first: str, last: str) -> Chosen:
        """Which rows have a value from `first` to `last`; none is in no stretch."""
        low, high = bisect.bisect_left(self.values, first), bisect.bisect_right(self.values, last)
        return np.logical_and(self.codes >= low, self.codes < high)


@dataclass(frozen=True, slots=True)
class Columns:
    """The statements of a chronicle; row N of each column belongs to the same statement."""

    rows: Numbers
    """SQLite's numbers of the rows, ascending"""
    order: Numbers
    """place among all, by day, article and identifier"""
    day: Coded
    facets: dict[str, Coded]

    def at(self, rows: Numbers) -> Numbers:
        """Where rows with these numbers stand; those that are not there are left out."""
        places = np.searchsorted(self.rows, rows)
        places = places[places < len(self.rows)]
        return places[np.isin(self.rows[places], rows)] if len(places) else places

    def page(self, places: Numbers, limit: int, offset: int) -> list[int]:
        """Numbers of the rows on one page of `places`, in the order of days."""
        if offset >= len(places):
            return []
        order, last = self.order[places], min(len(places), offset + limit)
        if last < len(places):
            places = places[np.argpartition(order, last - 1)[:last]]
        ordered = places[np.argsort(self.order[places])]
        return [int(row) for row in self.rows[ordered[offset:last]]]


#: What statements themselves are counted by, in the order in which they are read.
_OWN = ("speaker", "kind", "mode", "channel")

Found = TypeVar("Found")

#: State of a chronicle → what was worked out of it, by name.
_KEPT: dict[tuple[object, ...], dict[str, Any]] = {}
_LOCK = threading.RLock()


def columns(connection: sqlite3.Connection) -> Columns:
    """The columns of the chronicle as the connection's transaction sees it."""
    return remembered(connection, "columns", _load)


def remembered(
    connection: sqlite3.Connection, name: str, work_out: Callable[[sqlite3.Connection], Found]
) -> Found:
    """What `work_out` finds in the chronicle's tables, worked out once for each state of them."""
    key = _key(connection)
    # One at a time: a build has just ended, and all who wait want the same.
    with _LOCK:
        if key not in _KEPT:
            for other in [k for k in _KEPT if k[0] == key[0]] or list(_KEPT)[: 1 - _MOST_KEPT]:
                del _KEPT[other]
            _KEPT[key] = {}
        known = _KEPT[key]
        if name not in known:
            known[name] = work_out(connection)
        return cast("Found", known[name])


def outlet_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Each spelling of an outlet → the one by which it is shown."""
    return remembered(connection, "outlet names", counting.outlet_names)


def spellings(connection: sqlite3.Connection, outlet: str) -> str:
    """How the articles of an outlet write its name, as a JSON list."""
    names = outlet_names(connection)
    one = outlet_key(outlet)
    return json.dumps(sorted(name for name in names if outlet_key(name) == one))


def _key(connection: sqlite3.Connection) -> tuple[object, ...]:
    """The file, how often its tables were written, and the last build."""
    path = opened_file(connection)
    status = path.stat()
    run = connection.execute("select run, started from runs order by run desc limit 1").fetchone()
    written = keeping.times_written(connection)
    return str(path), status.st_dev, status.st_ino, written, tuple(run or ())


def _load(connection: sqlite3.Connection) -> Columns:
    plain = connection.cursor()
    plain.row_factory = None
    articles = {
        name: (place, outlet, day)
        for place, (name, outlet, day) in enumerate(
            plain.execute(
                f"select a.article_id, a.outlet, {pages.DRAWN_DAY} from articles a "
                f"order by {pages.SORT_DAY}, a.article_id"
            )
        )
    }
    found = plain.execute(
        """select rowid, article_id, statement_id, speaker_id, source_kind, mode, channel
           from statements where article_id in (select article_id from articles) order by rowid"""
    ).fetchall()
    rows, names, statements, *values = zip(*found, strict=True) if found else [()] * 7
    of_articles = [articles[name] for name in names]
    shown = outlet_names(connection)
    days = [day for _, _, day in of_articles]
    return Columns(
        rows=np.array(rows, dtype=np.int64),
        order=_places([place for place, _, _ in of_articles], statements),
        day=_coded(days),
        facets={
            "outlet": _coded([shown.get(outlet) for _, outlet, _ in of_articles]),
            "year": _coded([day and day[:4] for day in days]),
            **{field: _coded(column) for field, column in zip(_OWN, values, strict=True)},
        },
    )


def _places(articles: list[int], statements: Iterable[str]) -> Numbers:
    ordered = np.lexsort((np.array(list(statements), dtype=str), np.array(articles, dtype=int)))
    places = np.empty(len(ordered), dtype=np.int64)
    places[ordered] = np.arange(len(ordered))
    return places


def _coded(values: Iterable[str | None]) -> Coded:
    listed = list(values)
    known = sorted({value for value in listed if value is not None})
    codes = {value: code for code, value in enumerate(known)}
    return Coded(np.array([codes.get(v, -1) for v in listed], dtype=np.int64), known)  # type: ignore[arg-type]
