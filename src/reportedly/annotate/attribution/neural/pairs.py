"""What is measured of two spans of a window when the link scorer asks whether they belong together.

In: word spans, lines and quotation states. Out: a row of 0/1 features for each pair.
"""

import numpy as np
import numpy.typing as npt

from reportedly.annotate.attribution.neural.words import IntArray

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
    """One row for each of `parents`, all in word numbers of the window.

    `stops` counts the full stops before each word, one entry more than there are words.
    """
    rows = np.zeros((len(parents), PAIR_FEATURES), dtype=np.float32)
    if not parents:
        return rows
    spans = np.array(parents)
    after = spans[:, 0] >= child[0]
    left_end = np.where(after, child[1], spans[:, 1])
    right_start = np.maximum(np.where(after, spans[:, 0], child[0]), left_end)
    gap = right_start - left_end
    each = np.arange(len(parents))
    bucket = np.searchsorted(_DISTANCE_EDGES, gap, side="right") - 1
    rows[each, bucket + np.where(after, _BUCKETS, 0)] = 1
    column = 2 * _BUCKETS
    rows[each, column + np.minimum(np.abs(line[spans[:, 0]] - line[child[0]]), 2)] = 1
    column += 3
    inside = (spans[None, :, 0] >= left_end[:, None]) & (spans[None, :, 1] <= right_start[:, None])
    inside[each, each] = False
    rows[each, column + np.minimum(inside.sum(1), _BETWEEN - 1)] = 1
    column += _BETWEEN
    rows[each, column + np.minimum(stops[right_start] - stops[left_end], 2)] = 1
    return rows


def count_stops(text_stops: npt.NDArray[np.bool_]) -> IntArray:
    """For each word, how many words before it end a sentence; one entry more at the end."""
    return np.concatenate([[0], np.cumsum(text_stops)]).astype(np.int32)
