"""The link scorer is told how far apart two spans stand, and what lies between."""

import numpy as np

from reportedly.annotate.attribution.neural.pairs import (
    PAIR_FEATURES,
    count_stops,
    pair_columns,
    pair_features,
    pair_table,
)

LINE = np.array([0, 0, 0, 0, 1, 1, 1, 1], dtype=np.int32)
STOPS = count_stops(np.array([0, 0, 0, 1, 0, 0, 0, 1], dtype=bool))


def test_rows_tell_before_from_after() -> None:
    """A parent on the left and one as near on the right differ."""
    left, right = pair_features((2, 3), [(0, 1), (4, 5)], LINE, STOPS)
    assert left.shape == (PAIR_FEATURES,)
    assert not np.array_equal(left, right)


def test_other_candidates_between_are_counted() -> None:
    """The same two spans look otherwise when a third stands between them."""
    alone = pair_features((0, 1), [(6, 7)], LINE, STOPS)[0]
    crowded = pair_features((0, 1), [(6, 7), (3, 4)], LINE, STOPS)[0]
    assert not np.array_equal(alone, crowded)


def test_no_parents_no_rows() -> None:
    """Nothing to compare with gives an empty table of the right width."""
    assert pair_features((0, 1), [], LINE, STOPS).shape == (0, PAIR_FEATURES)


def test_overlapping_spans_are_at_distance_zero() -> None:
    """Spans that overlap are as near as neighbours, and nothing fails."""
    over, beside = pair_features((0, 3), [(2, 4), (3, 4)], LINE, STOPS)
    assert over.sum() == beside.sum()


def test_stops_are_counted_before_each_word() -> None:
    """Entry i says how many of the first i words end a sentence."""
    assert STOPS.tolist() == [0, 0, 0, 0, 1, 1, 1, 1, 2]


def test_columns_are_where_the_table_has_ones() -> None:
    """Inference adds up the weights of the columns that training multiplies by 1."""
    children = np.array([(0, 1), (2, 5)], dtype=np.int32)
    parents = np.array([(1, 2), (5, 6), (6, 8)], dtype=np.int32)
    table = pair_table(children, parents, LINE, STOPS)
    columns = pair_columns(children, parents, LINE, STOPS)
    ones = [sorted(np.flatnonzero(row)) for row in table.reshape(-1, PAIR_FEATURES)]
    assert ones == [sorted(row) for row in columns.reshape(-1, 4).tolist()]
