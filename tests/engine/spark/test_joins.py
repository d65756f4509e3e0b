"""Joins of the cluster engine give the same table as the laptop's, to the last row."""

import os
import random
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from reportedly.engine.joins import LaptopJoins
from reportedly.engine.spark.joins import SparkJoins
from reportedly.identifiers import identifier
from reportedly.model import Article, Region
from reportedly.reconcile.stories.features import features_of
from reportedly.schema import table_of


def keys_of(rows: list[tuple[str, str]]) -> pa.Table:
    return pa.table({"item": [item for item, _ in rows], "key": [key for _, key in rows]})


@pytest.mark.parametrize("largest", [2, 5, 1000])
def test_the_pairs_are_those_of_the_laptop(spark: Any, tmp_path: Path, largest: int) -> None:
    """Repeated rows, large groups, letters beyond ASCII and the order among them included."""
    chosen = random.Random(largest)
    items = [f"{letter}{n}" for letter in "aéz中🜚" for n in range(12)]
    rows = [(chosen.choice(items), f"k{chosen.randint(0, 90)}") for _ in range(400)]
    keys = keys_of(rows + rows[:50])
    ours = SparkJoins(spark, tmp_path / "joins").candidate_pairs(keys, largest_group=largest)
    theirs = LaptopJoins().candidate_pairs(keys, largest_group=largest)
    assert ours.to_pylist() == theirs.to_pylist()
    assert ours.num_rows or largest == 2
    assert not (tmp_path / "joins").exists()


@pytest.mark.parametrize("articles", [0, 200])
def test_work_on_articles_gives_the_same_rows(spark: Any, tmp_path: Path, articles: int) -> None:
    """Done by the cluster's tasks, in whatever order these end."""
    names = [identifier("a", number) for number in range(articles)]
    rows = [
        Article(article_id=name, path="x", text=f"The mill of {name} burned.", sha256="")
        for name in names
    ]
    tables = {"articles": table_of(Article, rows), "regions": table_of(Region, [])}
    ours = SparkJoins(spark, tmp_path / "joins").by_article(tables, features_of)
    assert ours.num_rows == articles
    assert ours.to_pylist() == LaptopJoins().by_article(tables, features_of).to_pylist()


def test_no_keys_give_no_pairs(spark: Any, tmp_path: Path) -> None:
    joins = SparkJoins(spark, tmp_path / "joins")
    found = joins.candidate_pairs(
        keys_of([]).cast(pa.schema([("item", pa.string()), ("key", pa.string())])), largest_group=5
    )
    assert found.num_rows == 0
    assert found.column_names == ["left", "right", "shared"]


@pytest.mark.parametrize("rows", [0, 3, 1200])
def test_tasks_say_of_pairs_what_the_laptop_says(spark: Any, tmp_path: Path, rows: int) -> None:
    """A function takes its tables with it, large ones as files; pairs of which it says nothing go,
    the others keep their order."""
    lengths = pa.table({"name": [f"n{n}" for n in range(200_000)], "length": range(200_000)})
    weights = np.arange(300_000, dtype=np.float64)
    chosen = random.Random(rows)
    pairs = pa.table(
        {
            "left": [f"n{chosen.randrange(200_000)}" for _ in range(rows)],
            "right": pa.array([f"n{chosen.randrange(200_000)}" for _ in range(rows)], pa.string()),
            "state": pa.array(range(rows), pa.uint64()),
        }
    ).cast(pa.schema([("left", pa.string()), ("right", pa.string()), ("state", pa.uint64())]))

    def nearer(some: pa.Table) -> Any:
        known = dict(zip(*(lengths[name].to_pylist() for name in ("name", "length")), strict=True))
        both = zip(some["left"].to_pylist(), some["right"].to_pylist(), strict=True)
        found = [weights[abs(known[one] - known[other])] for one, other in both]
        return [value if value < 70_000 else np.nan for value in found]

    ours = SparkJoins(spark, tmp_path / "joins").verdicts(pairs, nearer)
    theirs = LaptopJoins().verdicts(pairs, nearer)
    assert ours.to_pylist() == theirs.to_pylist()
    assert ours.num_rows < rows or rows < 1000
    assert not (tmp_path / "joins").exists()


def test_pairs_are_judged_by_tasks(spark: Any, tmp_path: Path) -> None:
    """The driver, which may be the smallest of all machines, only deals them out."""
    pairs = pa.table({"left": ["a", "b"], "right": ["c", "d"], "state": [1, 2]})
    found = SparkJoins(spark, tmp_path / "joins").verdicts(
        pairs, lambda some: [os.getpid()] * some.num_rows
    )
    assert found.num_rows == 2
    assert os.getpid() not in found["verdict"].to_pylist()


def long_words(some: pa.Table) -> pa.Table:
    """Of each piece a row for each of its words that is long enough."""
    rows = [
        {"word": word, "state": state}
        for name, state in zip(some["name"].to_pylist(), some["state"].to_pylist(), strict=True)
        for word in name.split()
        if len(word) > 3
    ]
    return pa.Table.from_pylist(
        rows, schema=pa.schema([("word", pa.string()), ("state", pa.uint64())])
    )


@pytest.mark.parametrize("rows", [0, 3, 900])
def test_tasks_make_of_pieces_what_the_laptop_makes(spark: Any, tmp_path: Path, rows: int) -> None:
    """Any number of rows of a piece, none among them; where there is no piece, the columns."""
    pieces = pa.table(
        {
            "name": pa.array([f"oak elm{n:03} ash" * (n % 3) for n in range(rows)], pa.string()),
            "state": pa.array(range(rows), pa.uint64()),
        }
    )
    ours = SparkJoins(spark, tmp_path / "joins").by_piece(pieces, long_words)
    assert ours.to_pylist() == LaptopJoins().by_piece(pieces, long_words).to_pylist()
    assert ours.column_names == ["word", "state"]
    assert ours.num_rows >= rows // 3


def test_what_a_stage_looks_at_is_written_once(spark: Any, tmp_path: Path) -> None:
    """Of two functions of one stage, by tasks; the next stage begins with nothing there."""
    lengths = pa.table({"length": range(300_000)})
    pieces = pa.table({"state": pa.array([1, 2], pa.uint64())})
    shelf = tmp_path / "joins-shelf"

    def by_length(some: pa.Table) -> pa.Table:
        return some.append_column("length", lengths["length"].take(some["state"]))

    def by_process(some: pa.Table) -> pa.Table:
        own = pa.array([os.getpid()] * some.num_rows, pa.int64())
        return by_length(some).append_column("process", own)

    joins = SparkJoins(spark, tmp_path / "joins").for_stage("one")
    assert joins.by_piece(pieces, by_length)["length"].to_pylist() == [1, 2]
    written = {file.name: file.stat().st_mtime_ns for file in shelf.iterdir()}
    found = joins.by_piece(pieces, by_process)
    assert found["length"].to_pylist() == [1, 2]
    assert os.getpid() not in found["process"].to_pylist()
    assert {file.name: file.stat().st_mtime_ns for file in shelf.iterdir()} == written
    assert len(written) == 1
    joins.for_stage("two")
    assert not shelf.exists()
