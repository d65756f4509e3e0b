"""Hashes of words and rows."""

import numpy as np
import pyarrow as pa

from reportedly.reconcile.hashing import distinct, places_in, row_states


def test_rows_differ_where_a_column_asked_for_differs() -> None:
    """Nested columns and nulls count; other columns and the other rows do not."""
    rows = pa.table(
        {
            "name": ["a", "a", "a", None, "a"],
            "spans": [[[0, 2]], [[0, 2]], [[0, 3]], [[0, 2]], []],
            "other": [1, 2, 3, 4, 5],
        }
    )
    states = row_states(rows, ["name", "spans"])
    assert states[0] == states[1]
    assert len(np.unique(states)) == 4
    assert (row_states(rows.slice(1), ["name", "spans"]) == states[1:]).all()


def test_distinct_values_are_those_of_numpy() -> None:
    """Ascending, each once; of none none."""
    values = np.random.default_rng(3).integers(0, 40, 200)
    assert distinct(values).tolist() == sorted(set(values.tolist()))
    assert distinct(values[:0]).tolist() == []


def test_places_are_in_the_order_of_what_is_asked() -> None:
    """Each value's place, or where it would stand; behind all others the last place."""
    known = np.array([2, 4, 4, 9])
    assert places_in(known, np.array([9, 1, 4, 5, 12])).tolist() == [3, 0, 1, 3, 3]
    assert places_in(known[:0], np.array([1, 2])).tolist() == [0, 0]
