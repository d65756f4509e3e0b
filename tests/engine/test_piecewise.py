"""Piece by piece: the same as all at once, and not again what is as it was."""

import math
from collections.abc import Callable

import numpy as np
import pyarrow as pa

from reportedly.engine.joins import LaptopJoins
from reportedly.engine.piecewise import Tables, blocks
from reportedly.identifiers import identifier
from tests.keeping import Kept

NAMES = [identifier("a", number) for number in range(400)]


def table(names: list[str], text: str = "words") -> pa.Table:
    texts = [f"{text} {name}" for name in names]
    columns = {"article_id": pa.array(names, pa.string()), "text": pa.array(texts, pa.string())}
    return pa.table(columns)


def counting(seen: list[str]) -> Callable[[Tables], pa.Table]:
    """A function for `by_article` that notes for which articles it was called."""

    def lengths(tables: Tables) -> pa.Table:
        rows = tables["articles"]
        seen.extend(rows["article_id"].to_pylist())
        return pa.table(
            {"article_id": rows["article_id"], "n": pa.compute.utf8_length(rows["text"])}
        )

    return lengths


def test_every_row_is_in_one_block_with_all_rows_of_its_article() -> None:
    """Whatever the order of the tables' rows."""
    other = table([*reversed(NAMES), *NAMES], "more")
    found = list(blocks({"articles": table(NAMES), "others": other}))
    assert len(found) > 1
    assert sorted(n for b in found for n in b["articles"]["article_id"].to_pylist()) == sorted(
        NAMES
    )
    for block in found:
        names = set(block["articles"]["article_id"].to_pylist())
        assert set(block["others"]["article_id"].to_pylist()) == names
        assert block["others"].num_rows == 2 * len(names)


def test_articles_added_leave_the_others_alone() -> None:
    """The result is that of all; only the blocks of new articles are worked out again."""
    kept, seen = Kept(), list[str]()
    before = LaptopJoins(kept, "stage 1").by_article(
        {"articles": table(NAMES[:-2])}, counting(seen)
    )
    assert before.num_rows == len(seen) == len(NAMES) - 2
    seen.clear()
    after = LaptopJoins(kept, "stage 1").by_article({"articles": table(NAMES)}, counting(seen))
    assert set(NAMES[-2:]) <= set(seen)
    assert len(seen) < len(NAMES) / 4
    assert after.equals(LaptopJoins().by_article({"articles": table(NAMES)}, counting([])))


def test_another_version_of_a_stage_works_out_everything() -> None:
    """What an older version gave is not taken for the newer one's."""
    kept, seen = Kept(), list[str]()
    for mark in ("stage 1", "stage 2"):
        LaptopJoins(kept, mark).by_article({"articles": table(NAMES)}, counting(seen))
    assert len(seen) == 2 * len(NAMES)


def test_no_articles_give_an_empty_table() -> None:
    """The columns are there."""
    found = LaptopJoins().by_article({"articles": table([])}, counting([]))
    assert (found.num_rows, found.schema.names) == (0, ["article_id", "n"])


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


def test_rows_by_article_come_in_the_order_asked_for() -> None:
    """Whatever the order of articles, which is that of their names otherwise."""
    tables = {"articles": table(list(reversed(NAMES)))}

    def names(own: Tables) -> pa.Table:
        backwards = [name[::-1] for name in own["articles"]["article_id"].to_pylist()]
        return pa.table({"name": pa.array(backwards, pa.string())})

    found = LaptopJoins().by_article(tables, names, sorted_by="name")
    assert found["name"].to_pylist() == sorted(name[::-1] for name in NAMES)
