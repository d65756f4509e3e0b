"""Rows of one table by article: in columns, objects only for the articles that are asked for."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Generic

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.model import RowT
from reportedly.schema import rows_of

#: Articles whose rows are made objects together, and how many such blocks are at hand: those who
#: ask go through the articles in their order.
_TOGETHER, _AT_HAND = 256, 4


class Stored(Generic[RowT]):
    """The rows of a table, each article's in their given order.

    Args:
        kind: what the rows are.
        table: in any order, articles that are not among `articles` left out.
        articles: identifiers, sorted.
    """

    def __init__(self, kind: type[RowT], table: pa.Table, articles: pa.Array) -> None:
        self._kind, self._table = kind, table
        found = pc.fill_null(pc.index_in(table["article_id"], articles), -1)
        self.numbers: npt.NDArray[np.int32] = found.to_numpy()
        """of each row the number of its article, -1 for none"""
        ascends = bool((self.numbers[1:] >= self.numbers[:-1]).all())
        self._order = None if ascends else np.argsort(self.numbers, kind="stable")
        counts = np.bincount(self.numbers + 1, minlength=len(articles) + 1)
        self._ends = np.cumsum(counts)
        self._blocks: OrderedDict[int, list[list[RowT]]] = OrderedDict()

    def of(self, article: int) -> Sequence[RowT]:
        """The rows of an article by its number."""
        block, at = divmod(article, _TOGETHER)
        if block not in self._blocks:
            self._blocks[block] = self._read(block * _TOGETHER)
        self._blocks.move_to_end(block)
        if len(self._blocks) > _AT_HAND:
            self._blocks.popitem(last=False)
        return self._blocks[block][at]

    def _read(self, first: int) -> list[list[RowT]]:
        ends = self._ends[first : first + _TOGETHER + 1]
        start = int(ends[0])
        rows = iter(rows_of(self._kind, self._slice(start, int(ends[-1]))))
        return [[next(rows) for _ in range(length)] for length in np.diff(ends).tolist()]

    def _slice(self, start: int, end: int) -> pa.Table:
        if self._order is None:
            return self._table.slice(start, end - start)
        return self._table.take(pa.array(self._order[start:end]))

    def where(self, flags: pa.ChunkedArray) -> list[RowT]:
        """The rows for which something holds, in the order of the table."""
        return rows_of(self._kind, self._table.filter(flags))

    def column(self, name: str) -> pa.ChunkedArray:
        """A column of the table."""
        return self._table[name]
