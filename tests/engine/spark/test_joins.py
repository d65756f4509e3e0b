"""Joins of the cluster engine give the same table as the laptop's, to the last row."""

import random
from pathlib import Path
from typing import Any

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
