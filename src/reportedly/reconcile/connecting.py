"""What hangs together by pairs, in columns: pairs of rows in, the rows of each part out.

The same as `reportedly.reconcile.groups.connected` of names, for many thousands of pairs.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from reportedly.arrays import Numbers
from reportedly.reconcile.hashing import distinct, places_in


@dataclass(frozen=True, slots=True)
class Parts:
    """What hangs together, in the order of the first row of each part."""

    rows: Numbers
    """of all parts, one after the other, ascending in each"""
    sizes: Numbers
    """of each part the number of its rows"""
    of_pairs: Numbers
    """of each pair the place of its part"""

    def lists(self) -> pa.ListArray:
        """The rows of each part."""
        return lists_of(self.rows, self.sizes)


def parts_of(left: Numbers, right: Numbers) -> Parts:
    """The parts that pairs of rows make."""
    rows = distinct(np.concatenate([left, right]))
    one, other = places_in(rows, left), places_in(rows, right)
    first = np.arange(len(rows))
    while (first[one] != first[other]).any():
        # A part takes the least that it meets, and each row what its first one took.
        least = np.minimum(first[one], first[other])
        np.minimum.at(first, first[one], least)
        np.minimum.at(first, first[other], least)
        while (first[first] != first).any():
            first = first[first]
    order = np.argsort(first, kind="stable")
    heads, place = np.unique(first, return_inverse=True)
    return Parts(rows[order], np.bincount(place, minlength=len(heads)), place[one])


def lists_of(values: npt.NDArray[np.generic], lengths: Numbers) -> pa.ListArray:
    """Values that stand one after the other, as lists of some lengths."""
    ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(ends), pa.array(values))


def put_over(
    own: pa.ChunkedArray, rows: Numbers, values: pa.ChunkedArray, places: Numbers
) -> pa.ChunkedArray:
    """A column with other values in some rows: for each of these the one at its place."""
    chosen = np.arange(len(own))
    chosen[rows] = len(own) + places
    both = pa.concat_arrays([pa.chunked_array(each).combine_chunks() for each in (own, values)])
    return pa.chunked_array([both.take(chosen)])
