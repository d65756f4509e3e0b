"""Hashes of words and rows."""

import numpy as np
import pyarrow as pa

from reportedly.reconcile.hashing import row_states


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
