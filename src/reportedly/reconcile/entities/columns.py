"""Rows of big tables by article, and by article and cluster, without an object for each row.

Single values are changed in columns that otherwise stay as they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers
from reportedly.reconcile.hashing import places_in

#: An article has fewer clusters than this.
CLUSTERS = 1 << 32


class ByArticle:
    """Rows of a table by article; `names` are all articles."""

    def __init__(self, table: pa.Table, names: pa.Array) -> None:
        self._table = table
        codes = article_codes(table["article_id"], names)
        in_order = bool(np.all(codes[1:] >= codes[:-1]))
        self._order = None if in_order else np.argsort(codes, kind="stable")
        ordered = codes if self._order is None else codes[self._order]
        self._starts = np.searchsorted(ordered, np.arange(len(names) + 1))

    def rows(self, article: int) -> Numbers:
        """Numbers of the rows of an article."""
        start, end = self._starts[article : article + 2]
        return np.arange(start, end) if self._order is None else self._order[start:end]

    def values(self, article: int, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """The values of some columns in the rows of an article."""
        some = self._table.select(list(columns))
        if self._order is None:
            start, end = self._starts[article : article + 2]
            rows = some.slice(start, end - start)
        else:
            rows = some.take(pa.array(self.rows(article)))
        return list(zip(*(rows[name].to_pylist() for name in columns), strict=True))


class ByCluster:
    """Rows of a table by article and cluster."""

    def __init__(self, codes: Numbers, clusters: Numbers) -> None:
        cells = codes * CLUSTERS + clusters
        self._order = np.argsort(cells, kind="stable")
        self._cells = cells[self._order]

    def find(self, article: int, cluster: int) -> int | None:
        """The number of the row, None where there is none."""
        cell = article * CLUSTERS + cluster
        at = int(np.searchsorted(self._cells, cell))
        found = at < len(self._cells) and self._cells[at] == cell
        return int(self._order[at]) if found else None

    def find_all(self, articles: Numbers, clusters: Numbers) -> Numbers:
        """The numbers of many rows, -1 where there is none."""
        cells = articles * CLUSTERS + clusters
        if not len(self._cells):
            return np.full(len(cells), -1)
        at = places_in(self._cells, cells)
        return np.where((articles >= 0) & (self._cells[at] == cells), self._order[at], -1)


def article_codes(column: pa.ChunkedArray, names: pa.Array) -> Numbers:
    """The number of each row's article among `names`, -1 for none of them."""
    codes: Numbers = pc.fill_null(pc.index_in(column, names), -1).to_numpy().astype(np.int64)
    return codes


def rows_having(table: pa.Table, column: str, wanted: Iterable[str]) -> list[int]:
    """Numbers of the rows with one of some values in a column."""
    found = pc.is_in(table[column], pa.array(sorted(wanted), pa.string()))
    numbers: list[int] = np.flatnonzero(found.to_numpy()).tolist()
    return numbers


def with_values(table: pa.Table, column: str, values: Mapping[int, Any]) -> pa.Table:
    """The table with other values in some rows of a column."""
    if not values:
        return table
    at, field = table.schema.get_field_index(column), table.schema.field(column)
    mask = np.zeros(len(table), dtype=np.bool_)
    mask[list(values)] = True
    new = pa.array([values[row] for row in sorted(values)], field.type)
    whole = table[column].combine_chunks()
    return table.set_column(at, field, pc.replace_with_mask(whole, pa.array(mask), new))
