"""Hashes of rows: the same for the same row wherever it stands, others for others."""

import numpy as np
import pyarrow as pa
import pytest

from reportedly.row_hashes import row_hashes

ROWS = pa.table(
    {
        "words": ["", "a", "a\0", None, "ä" * 40, "ä" * 400, "eightchr", "eightchr9"],
        "spans": [[[0, 2]], [[0, 2], []], [[0], [2]], None, [], [[]], [[None]], [[2, 0]]],
        "hop": [
            {"who": "a", "place": None},
            {"who": None, "place": "a"},
            None,
            {"who": "", "place": ""},
            *[{"who": "b", "place": "c"}] * 4,
        ],
        "number": [0, None, 1, -1, 2**62, 5, 6, 7],
        "share": [0.5, 0.25, None, 1.0, 2.0, 3.0, 4.0, 5.0],
        "sure": [True, False, None, True, True, True, True, True],
    }
)


@pytest.mark.parametrize("column", ["words", "spans", "number", "share"])
def test_each_value_has_its_own(column: str) -> None:
    """Nothing and null, lists and lists in lists, a word and the same with more behind it."""
    assert len(np.unique(row_hashes(ROWS.select([column])))) == len(ROWS)


def test_records_and_truth_count() -> None:
    """A record differs from one with its values in other places; null is neither true nor false."""
    assert len(np.unique(row_hashes(ROWS.select(["hop"])))) == 5
    assert len(np.unique(row_hashes(ROWS.select(["sure"])))) == 3


def test_a_row_has_the_same_among_whichever_others_it_stands() -> None:
    """Cut, put together in another order, and copied."""
    whole = row_hashes(ROWS)
    assert (row_hashes(ROWS.slice(2, 4)) == whole[2:6]).all()
    assert (row_hashes(pa.concat_tables([ROWS.slice(3), ROWS.slice(0, 3)])[:5]) == whole[3:]).all()
    assert (row_hashes(ROWS.take([6, 5, 0])) == whole[[6, 5, 0]]).all()
    assert (row_hashes(ROWS.slice(1).combine_chunks()) == whole[1:]).all()


def test_strings_that_come_again_have_the_hashes_of_single_ones() -> None:
    """Many of them are numbered first; nulls among them, and long ones, are what they are alone."""
    few = ["", "a", "ä" * 400, None]
    alone = {word: row_hashes(pa.table({"w": pa.array([word], pa.string())})) for word in few}
    many = pa.table({"w": [few[number * number % 7 % 4] for number in range(3_000)]})
    wanted = np.concatenate([alone[word] for word in many["w"].to_pylist()])
    assert (row_hashes(many) == wanted).all()
    assert (row_hashes(many.slice(5, 1_000)) == wanted[5:1_005]).all()


def test_columns_count_in_their_order() -> None:
    """The same values in other columns are another row."""
    one = pa.table({"a": ["x"], "b": ["y"]})
    assert row_hashes(one) != row_hashes(one.select(["b", "a"]))


def test_no_rows_have_no_hashes() -> None:
    """An empty table is an answer."""
    assert len(row_hashes(ROWS.slice(0, 0))) == 0


def test_the_bits_are_the_same_on_every_machine() -> None:
    """Chronicles keep them: whoever changes them raises `VERSION`."""
    table = pa.table({"words": ["said", "a longer one of some words"], "spans": [[[0, 4]], []]})
    assert row_hashes(table).tolist() == [10070047284836032998, 14147294046548629646]
