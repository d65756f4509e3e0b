"""Work on the rows of articles, and not again for articles that are as they were.

In: tables with a column `article_id`, and a pure function.  Out: what the function gives for all of
them.  Each article's rows have a hash, by which what the function gave for them is found again.
"""

from collections.abc import Callable, Iterator, Mapping, Set

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes, Numbers
from reportedly.engine.layers import OF, Articles, layered
from reportedly.engine.piecewise import Tables, WorkedOut
from reportedly.engine.spilling import Gathering, Spilled, place_of
from reportedly.reconcile.hashing import hash_of, mixed
from reportedly.row_hashes import in_order, row_hashes
from reportedly.stage import Loaded

#: Articles that a block has at the least, on average: the rows of one are in memory.
_LEAST_IN_A_BLOCK = 32
#: The name of what a function found, where tables have names.
_FOUND = "found"


def by_article(
    tables: Tables,
    function: Callable[[Tables], pa.Table],
    mark: str,
    kept: WorkedOut,
    sorted_by: str | None = None,
    loaded: Loaded | None = None,
) -> pa.Table:
    """What `function` gives for the rows of some articles at a time, put together.

    Args:
        tables: each with a column `article_id`.
        function: gives rows with that column; those of an article do not depend on which others
            come with it.
        mark: changes with what `function` does.
        kept: results of earlier builds.
        sorted_by: the column in whose order the rows are wanted; that of articles by default.
        loaded: columns whose rows are known by what was loaded of their articles.
    """
    columns = [chunk for table in tables.values() for chunk in table[OF].chunks]
    ids = pc.unique(pa.chunked_array(columns, pa.string()))
    ids = ids.take(pc.array_sort_indices(ids))
    placed = {name: _Placed(table, ids) for name, table in tables.items()}
    articles = Articles(ids, _states(placed, ids, loaded))

    def make(chosen: Numbers) -> Tables:
        return {_FOUND: function({name: own.rows(chosen) for name, own in placed.items()})}

    rows: Gathering | None = None
    key = f"{mark} {function.__qualname__}, by article"
    for found in layered(articles, make, key, kept):
        rows = Gathering({_FOUND: found[_FOUND].schema}) if rows is None else rows
        rows.add(found)
    if rows is None:  # the function still says which columns its rows have
        return make(np.zeros(0, dtype=np.int64))[_FOUND]
    ((_, table),) = rows.tables()
    return _in_order(table, sorted_by or OF)


def _in_order(table: pa.Table, column: str) -> pa.Table:
    """The rows in the order of a column, equal ones as they came."""
    if _ascends(table[column]):
        return table
    found = Spilled()
    found.put_sorted(_FOUND, table, column)
    return found[_FOUND]


class _Placed:
    """The rows of one table, found by the places of their articles."""

    def __init__(self, table: pa.Table, ids: pa.Array) -> None:
        self.table = table
        at = pc.index_in(table[OF], ids).to_numpy()
        self.order = None
        if (at[1:] < at[:-1]).any():
            self.order = np.argsort(at, kind="stable")
            at = at[self.order]
        self.ends = np.searchsorted(at, np.arange(len(ids)), side="right")

    def rows(self, chosen: Numbers) -> pa.Table:
        """Those of some articles, by article, in each as they stand in the table."""
        ends = self.ends[chosen]
        lengths = ends - np.append(0, self.ends)[chosen]
        behind = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        places = np.repeat(ends - lengths, lengths) + behind
        return self.table.take(pa.array(places if self.order is None else self.order[places]))

    def as_loaded(self, loaded: Loaded | None) -> set[str]:
        """The columns that are as they were loaded, if the articles of the rows are, too."""
        if loaded is None or place_of(self.table[OF]) not in loaded.places:
            return set()
        names = self.table.schema.names
        return {name for name in names if place_of(self.table[name]) in loaded.places}

    def states(self, known: Set[str]) -> Hashes:
        """For each article a hash of its rows, whatever their articles are called.

        Args:
            known: columns that are left out.
        """
        columns = [name for name in self.table.schema.names if name != OF and name not in known]
        if known and not columns:
            return np.zeros(len(self.ends), dtype=np.uint64)
        found = row_hashes(self.table.select(columns or [OF]))
        found = found if self.order is None else found[self.order]
        return in_order(found, np.diff(self.ends, prepend=0))


def _states(placed: Mapping[str, _Placed], ids: pa.Array, loaded: Loaded | None) -> Hashes:
    """For each article a hash of its rows in all tables."""
    found = np.zeros(len(ids), dtype=np.uint64)
    for name in sorted(placed):
        known = placed[name].as_loaded(loaded)
        # Odd, so that rows of one table are not taken for those of another.
        found += placed[name].states(known) * np.uint64(hash_of(name) | 1)
        if loaded is not None and known:
            at = pc.index_in(ids, loaded.ids).to_numpy()
            found += mixed(loaded.states[at], hash_of(" ".join([name, *sorted(known)])))
    return found


def blocks(tables: Tables) -> Iterator[dict[str, pa.Table]]:
    """The tables' rows by groups of articles that stay together when others are added.

    The first characters of its identifier, a hash, say to which group an article belongs.
    """
    articles = max(len(pc.unique(table["article_id"])) for table in tables.values())
    dealt = {name: _Dealt(table, _digits_of_blocks(articles)) for name, table in tables.items()}
    for mark in sorted({mark for own in dealt.values() for mark in own.starts}) or [""]:
        yield {name: own.rows(mark) for name, own in dealt.items()}


class _Dealt:
    """The rows of one table by blocks of articles; of a table in another order, copied block by
    block."""

    def __init__(self, table: pa.Table, digits: int) -> None:
        self._table = table
        marks = pc.utf8_slice_codeunits(table["article_id"], 1, 1 + digits)
        self._order = None
        if not _ascends(table["article_id"]):
            self._order = pc.sort_indices(
                pa.table({"mark": marks, "article": table["article_id"]}),
                sort_keys=[("mark", "ascending"), ("article", "ascending")],
            )
            marks = pc.take(marks, self._order)
        self.starts = _starts(marks)

    def rows(self, mark: str) -> pa.Table:
        start, count = self.starts.get(mark, (0, 0))
        if self._order is None:
            return self._table.slice(start, count).combine_chunks()
        return self._table.take(self._order.slice(start, count))


def _ascends(column: pa.ChunkedArray) -> bool:
    count = max(0, len(column) - 1)
    ascending = pc.less_equal(column.slice(0, count), column.slice(1))
    return bool(pc.all(ascending, min_count=0).as_py())


def _digits_of_blocks(articles: int) -> int:
    """How many digits of an article's identifier say to which block it belongs."""
    digits = 0
    while articles >= _LEAST_IN_A_BLOCK * 16 ** (digits + 1):
        digits += 1
    return digits


def _starts(marks: pa.ChunkedArray) -> dict[str, tuple[int, int]]:
    """Of sorted marks, each with the place of its first row and the number of its rows."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for run in pc.value_counts(marks).to_pylist():
        found[run["values"]] = at, run["counts"]
        at += run["counts"]
    return found
