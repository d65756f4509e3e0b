"""What is measured of two spans of a window when the link scorer asks whether they belong together.

In: word spans, lines and quotation states. Out: a row of 0/1 features for each pair.
"""

import numpy as np
import numpy.typing as npt

from reportedly.annotate.encoding.words import IntArray
from reportedly.arrays import Flags

FloatArray = npt.NDArray[np.float32]

# Words between two spans, in buckets that double: next to each other matters most.
_DISTANCE_EDGES = np.array([0, 1, 2, 3, 5, 9, 17, 33, 65, 129])
_BUCKETS = len(_DISTANCE_EDGES)
# Other candidates between the two: none, one, two, more.
_BETWEEN = 4
#: Columns of a row: signed distance, lines apart, candidates and sentence ends between.
PAIR_FEATURES = 2 * _BUCKETS + 3 + _BETWEEN + 3


def pair_features(
    child: tuple[int, int],
    parents: list[tuple[int, int]],
    line: IntArray,
    stops: IntArray,
) -> FloatArray:
    """One row for each of `parents`; see `pair_table`."""
    table = np.array(parents, dtype=np.int32).reshape(-1, 2)
    rows: FloatArray = pair_table(np.array([child], dtype=np.int32), table, line, stops)[0]
    return rows


def pair_table(
    children: IntArray, parents: IntArray, line: IntArray, stops: IntArray
) -> FloatArray:
    """A row for each child and parent; see `pair_columns`."""
    columns = pair_columns(children, parents, line, stops)
    rows = np.zeros((len(children), len(parents), PAIR_FEATURES), dtype=np.float32)
    np.put_along_axis(rows, columns, 1, axis=2)
    return rows


def pair_columns(
    children: IntArray, parents: IntArray, line: IntArray, stops: IntArray
) -> IntArray:
    """Which columns are 1 for each child and parent, [children, parents, 4].

    The spans are [spans, 2] in word numbers of the window; `stops` counts the full stops before
    each word, one entry more than there are words.
    """
    starts, ends = children[:, :1], children[:, 1:]
    after = parents[None, :, 0] >= starts
    left_end = np.where(after, ends, parents[None, :, 1])
    right_start = np.maximum(np.where(after, parents[None, :, 0], starts), left_end)
    bucket = np.searchsorted(_DISTANCE_EDGES, right_start - left_end, side="right") - 1
    lines = np.abs(line[parents[None, :, 0]] - line[starts])
    columns = np.empty((*after.shape, 4), dtype=np.int32)
    columns[..., 0] = bucket + _BUCKETS * after
    columns[..., 1] = 2 * _BUCKETS + np.minimum(lines, 2)
    between = _between(parents, left_end, right_start)
    columns[..., 2] = 2 * _BUCKETS + 3 + np.minimum(between, _BETWEEN - 1)
    passed = np.minimum(stops[right_start] - stops[left_end], 2)
    columns[..., 3] = 2 * _BUCKETS + 3 + _BETWEEN + passed
    return columns


def _between(parents: IntArray, left_end: IntArray, right_start: IntArray) -> IntArray:
    """How many of `parents` lie between each child and each parent."""
    starts, ends = np.sort(parents[:, 0]), np.sort(parents[:, 1])
    # Parents do not overlap: those that end in time less those that began too early, at least 0.
    ended = ends.searchsorted(right_start, side="right")
    early = starts.searchsorted(left_end, side="left")
    between: IntArray = np.maximum(ended - early, 0).astype(np.int32)
    return between


def count_stops(text_stops: Flags) -> IntArray:
    """For each word, how many words before it end a sentence; one entry more at the end."""
    return np.concatenate([[0], np.cumsum(text_stops)]).astype(np.int32)
