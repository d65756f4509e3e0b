"""Piece by piece: the same as all at once, and not again what is as it was."""

import math

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pytest

from reportedly.engine import piecewise
from reportedly.engine.joins import LaptopJoins
from reportedly.engine.piecewise import unpack_all
from tests.keeping import Kept


def test_verdicts_are_asked_for_once() -> None:
    """Pairs in the same state are not compared again; those without a verdict are left out."""
    kept, asked = Kept(), list[str]()

    def compare(pairs: pa.Table) -> list[float]:
        asked.extend(pairs["left"].to_pylist())
        return [math.nan if left == "b" else 0.5 for left in pairs["left"].to_pylist()]

    def pairs(states: list[int]) -> pa.Table:
        return pa.table(
            {
                "left": ["a", "b", "c"],
                "right": ["x", "y", "z"],
                "state": pa.array(np.array(states, dtype=np.uint64)),
            }
        )

    first = LaptopJoins(kept).verdicts(pairs([3, 1 << 63, 2]), compare)
    assert first["left"].to_pylist() == ["a", "c"]
    asked.clear()
    second = LaptopJoins(kept).verdicts(pairs([3, 1 << 63, 7]), compare)
    assert asked == ["c"]
    assert second["verdict"].to_pylist() == [0.5, 0.5]


def test_pieces_are_worked_out_once_for_each_state() -> None:
    """Rows of pieces that are gone go; a piece without rows is not asked for again either."""
    kept, asked = Kept(), list[int]()

    def halves(some: pa.Table) -> pa.Table:
        asked.extend(some["state"].to_pylist())
        own = [state for state in some["state"].to_pylist() if state != 5 for _ in range(2)]
        return pa.table(
            {"state": pa.array(own, pa.uint64()), "n": pa.array(range(len(own)), pa.int64())}
        )

    def found(*states: int) -> list[int]:
        pieces = pa.table({"state": pa.array(states, pa.uint64())})
        rows = LaptopJoins(kept, "stage 1").by_piece(pieces, halves)
        return sorted(rows["state"].to_pylist())

    assert found() == []
    assert found(1 << 63, 5, 3) == [3, 3, 1 << 63, 1 << 63]
    asked.clear()
    assert found(5, 3, 7) == [3, 3, 7, 7]
    assert asked == [7]


def test_parts_in_which_nothing_changed_are_not_written_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many parts there are, and when there are more or fewer of them than before; the rows
    are those of all pieces, and of pieces that are gone nothing is kept."""
    monkeypatch.setattr(piecewise, "_PIECES_OF_A_PART", 128)
    kept, dice = Kept(), np.random.default_rng(7)
    every = dice.integers(0, 1 << 64, 3_000, dtype=np.uint64)
    asked = list[int]()

    def once(some: pa.Table) -> pa.Table:
        asked.extend(some["state"].to_pylist())
        return pa.table({"state": some["state"], "n": pa.array(["x"] * some.num_rows)})

    def written(states: npt.NDArray[np.uint64]) -> int:
        asked.clear()
        before = dict(kept)
        rows = LaptopJoins(kept).by_piece(pa.table({"state": states}), once)
        assert sorted(rows["state"].to_pylist()) == sorted(states.tolist())
        known = [unpack_all(payload) for key, payload in kept.items() if key[-1:].isdigit()]
        for name in ("states", "rows"):
            listed = [state for own in known for state in own[name]["state"].to_pylist()]
            assert sorted(listed) == sorted(states.tolist())
        return sum(kept[key] != before.get(key) for key in kept)

    assert written(every[:-10]) > 16
    assert written(every[:-10]) == 0
    assert 0 < written(every[1:-8]) <= 3
    assert sorted(asked) == sorted(every[-10:-8].tolist())
    assert written(every[1:10]) == 2
    assert written(every[:0]) == 1
    written(every)
    assert len(asked) == len(every)
