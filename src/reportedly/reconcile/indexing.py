"""Rows of an Arrow table by the values of a column: a table in, the places of some rows out.

Nothing of the rows themselves is in memory; of a table that stands in order, hardly anything.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes, Numbers


class Index:
    """The rows of a table by the values of a column; null is no value."""

    def __init__(self, column: pa.ChunkedArray) -> None:
        encoded = pa.chunked_array(column).combine_chunks().dictionary_encode()
        #: the values, each once, in the order in which they were found
        self.values: pa.Array = encoded.dictionary
        codes = pc.fill_null(encoded.indices, -1).to_numpy(zero_copy_only=False)
        self._order: Numbers | None = None
        if len(codes) and (np.diff(codes) < 0).any():
            self._order = np.argsort(codes, kind="stable")
            codes = codes[self._order]
        self._starts: Numbers = np.searchsorted(codes, np.arange(len(self.values) + 1))

    @property
    def counts(self) -> Numbers:
        """Of each value the number of its rows."""
        return np.diff(self._starts)

    def numbers(self, values: pa.Array) -> Numbers:
        """The places of some values among `self.values`, ascending."""
        found: Numbers = np.flatnonzero(
            pc.is_in(self.values, value_set=values).to_numpy(zero_copy_only=False)
        )
        return found

    def rows(self, values: pa.Array) -> Numbers:
        """The rows that have one of some values, ascending."""
        return np.sort(self.rows_of_numbers(self.numbers(values)))

    def rows_of_numbers(self, numbers: Numbers) -> Numbers:
        """The rows of the values at some places, those of one after those of the other."""
        counts = self.counts[numbers]
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        places: Numbers = np.repeat(self._starts[numbers], counts) + within
        return places if self._order is None else self._order[places]

    def summed(self, states: Hashes) -> Hashes:
        """Of each value the sum of its rows' hashes, whatever their order."""
        ordered = states if self._order is None else states[self._order]
        totals = np.concatenate([np.zeros(1, np.uint64), np.cumsum(ordered, dtype=np.uint64)])
        found: Hashes = totals[self._starts[1:]] - totals[self._starts[:-1]]
        return found
