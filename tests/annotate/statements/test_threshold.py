"""Rows less sure than a threshold go; what lay inside them moves up."""

from reportedly.annotate.statements.filter import surer_than


def test_parents_are_the_nearest_that_stay() -> None:
    """The child of a row that went hangs on the row around that; numbers are counted anew."""
    rows = [
        {"confidence": 0.2, "parent": None},
        {"confidence": 0.9, "parent": None},
        {"confidence": 0.3, "parent": 1},
        {"confidence": 0.8, "parent": 2},
    ]
    assert surer_than(0.5, rows) == [
        {"confidence": 0.9, "parent": None},
        {"confidence": 0.8, "parent": 0},
    ]
