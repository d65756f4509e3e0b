"""Articles block by block: the same as all at once, and not again what is as it was."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from reportedly.engine.blockwise import blocks
from reportedly.engine.joins import LaptopJoins
from reportedly.engine.piecewise import Tables
from reportedly.engine.spilling import Spilled
from reportedly.identifiers import identifier
from reportedly.schema import with_column
from tests.keeping import Kept

NAMES = [identifier("a", number) for number in range(600)]


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
    """The result is that of all; only the new articles are worked out."""
    kept, seen = Kept(), list[str]()
    before = LaptopJoins(kept, "stage 1").by_article(
        {"articles": table(NAMES[:-2])}, counting(seen)
    )
    assert before.num_rows == len(seen) == len(NAMES) - 2
    seen.clear()
    after = LaptopJoins(kept, "stage 1").by_article({"articles": table(NAMES)}, counting(seen))
    assert sorted(seen) == sorted(NAMES[-2:])
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


def test_an_article_whose_rows_change_is_worked_out_again() -> None:
    """So is one whose rows stand in another order, and what is gone goes; no other is asked for."""
    kept, seen = Kept(), list[str]()
    pile = pa.concat_tables([table(NAMES), table(NAMES[:3], "more")])
    LaptopJoins(kept, "stage 1").by_article({"articles": pile}, counting(seen))
    for rows in (table(NAMES[1:3], "less"), table([NAMES[2], NAMES[1]], "less")):
        seen.clear()
        pile = pa.concat_tables([table(NAMES[1:]), rows])
        found = LaptopJoins(kept, "stage 1").by_article({"articles": pile}, counting(seen))
        assert found.equals(LaptopJoins().by_article({"articles": pile}, counting([])))
        assert set(seen) <= set(NAMES[1:3])
    swapped = pa.concat_tables([table(NAMES[1:2], "less"), table(NAMES[1:]), table(NAMES[2:3])])
    seen.clear()
    LaptopJoins(kept, "stage 1").by_article({"articles": swapped}, counting(seen))
    assert set(seen) == {NAMES[1], NAMES[2]}


def test_columns_as_they_were_loaded_follow_from_what_was_loaded() -> None:
    """An article is worked out again when it was loaded anew, or a stage wrote another value into
    its rows; of another pile's columns all values count."""
    kept, seen = Kept(), list[str]()
    tables = Spilled(least_bytes=0)
    tables.put("articles", table(NAMES))
    states = np.arange(len(NAMES), dtype=np.uint64)

    def asked_anew(
        states: npt.NDArray[np.uint64], changed: Callable[[pa.Table], pa.Table] = lambda own: own
    ) -> set[str]:
        seen.clear()
        tables.note_loaded(pa.array(NAMES), states)
        stored = tables["articles"]
        joins = LaptopJoins(kept).for_stage("stage 1", tables.loaded({"articles": stored}))
        given = changed(stored)
        found = joins.by_article({"articles": given}, counting(seen))
        assert found.equals(LaptopJoins().by_article({"articles": given}, counting([])))
        return set(seen)

    def with_texts(*others: int) -> Callable[[pa.Table], pa.Table]:
        texts = [f"{'other ' * (at in others)}{name}" for at, name in enumerate(NAMES)]
        return lambda own: with_column(own, "text", texts)

    assert asked_anew(states) == set(NAMES)
    assert asked_anew(states) == set()
    states[7] += np.uint64(1000)
    assert asked_anew(states) == {NAMES[7]}
    assert asked_anew(states, with_texts(9)) == set(NAMES)
    assert asked_anew(states, with_texts(9, 3)) == {NAMES[3]}
    assert asked_anew(states, lambda _: table(NAMES)) == set(NAMES)


def test_rows_by_article_come_in_the_order_asked_for() -> None:
    """Whatever the order of articles, which is that of their names otherwise."""
    tables = {"articles": table(list(reversed(NAMES)))}

    def names(own: Tables) -> pa.Table:
        own_names = own["articles"]["article_id"]
        backwards = [name[::-1] for name in own_names.to_pylist()]
        return pa.table({"article_id": own_names, "name": pa.array(backwards, pa.string())})

    found = LaptopJoins().by_article(tables, names, sorted_by="name")
    assert found["name"].to_pylist() == sorted(name[::-1] for name in NAMES)
