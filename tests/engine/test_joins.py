"""Candidate pairs: each once, in order, and large groups left out."""

import pyarrow as pa

from reportedly.engine.joins import LaptopJoins


def pairs(rows: list[tuple[str, str]], largest: int = 10) -> list[tuple[str, str, int]]:
    keys = pa.table({"item": [item for item, _ in rows], "key": [key for _, key in rows]})
    found = LaptopJoins().candidate_pairs(keys, largest_group=largest)
    return [(row["left"], row["right"], row["shared"]) for row in found.to_pylist()]


def test_pairs_are_sorted_and_counted_once() -> None:
    """Repeats of a row say nothing new."""
    rows = [("b", "x"), ("a", "x"), ("a", "x"), ("a", "y"), ("b", "y"), ("c", "y")]
    assert pairs(rows) == [("a", "b", 2), ("a", "c", 1), ("b", "c", 1)]


def test_a_key_that_too_many_share_says_nothing() -> None:
    """It would make all pairs of the pile."""
    rows = [("a", "x"), ("b", "x"), ("c", "x"), ("a", "y"), ("b", "y")]
    assert pairs(rows, largest=2) == [("a", "b", 1)]


def test_no_keys_give_no_pairs() -> None:
    """An empty table is an answer."""
    empty = pa.table({"item": pa.array([], pa.string()), "key": pa.array([], pa.string())})
    assert LaptopJoins().candidate_pairs(empty, largest_group=5).num_rows == 0


def test_items_may_ask_for_more_keys_in_common() -> None:
    """Of two items the less demanding decides."""
    keys = pa.table(
        {
            "item": [1, 2, 3, 1, 2],
            "key": [10, 10, 10, 11, 11],
            "least": [2, 2, 1, 2, 2],
        }
    )
    found = LaptopJoins().candidate_pairs(keys, largest_group=5).to_pylist()
    assert [(row["left"], row["right"], row["shared"]) for row in found] == [
        (1, 2, 2),
        (1, 3, 1),
        (2, 3, 1),
    ]
    alone = pa.table({"item": [1, 2], "key": [10, 10], "least": [2, 2]})
    assert LaptopJoins().candidate_pairs(alone, largest_group=5).num_rows == 0
