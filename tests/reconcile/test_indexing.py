"""Rows by the values of a column."""

import numpy as np
import pyarrow as pa

from reportedly.reconcile.indexing import Index

COLUMN = pa.chunked_array([["b", "a", None], ["b", "c"], ["a", "b"]], pa.string())


def test_rows_are_found_in_whatever_order_they_stand() -> None:
    """Null is no value; a value that is not there has no rows."""
    index = Index(COLUMN)
    assert index.rows(pa.array(["b", "a", "nobody"], pa.string())).tolist() == [0, 1, 3, 5, 6]
    assert index.rows(pa.array([], pa.string())).tolist() == []
    assert dict(zip(index.values.to_pylist(), index.counts.tolist(), strict=True)) == {
        "b": 3,
        "a": 2,
        "c": 1,
    }


def test_sums_are_those_of_the_rows_of_each_value() -> None:
    """Whatever the order of the rows."""
    states = np.array([1, 2, 100, 4, 8, 16, 1 << 63], dtype=np.uint64)
    found = dict(zip(Index(COLUMN).values.to_pylist(), Index(COLUMN).summed(states), strict=True))
    assert found == {"b": (1 << 63) + 5, "a": 18, "c": 8}
    ordered = pa.chunked_array([["a", "a", "b", "b", "b", "c"]], pa.string())
    places = [1, 5, 0, 3, 6, 4]
    again = dict(
        zip(Index(ordered).values.to_pylist(), Index(ordered).summed(states[places]), strict=True)
    )
    assert again == found


def test_a_column_without_values_has_no_rows() -> None:
    """Neither one of nulls nor an empty one."""
    for column in (pa.chunked_array([[None]], pa.string()), pa.chunked_array([], pa.string())):
        assert Index(column).rows(pa.array(["a"], pa.string())).tolist() == []
