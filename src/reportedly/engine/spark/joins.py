"""Candidate pairs as Spark joins; keys and pairs pass through Parquet, not through the driver."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy.typing as npt
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from reportedly.engine import piecewise
from reportedly.engine.piecewise import Nowhere, Tables
from reportedly.engine.spark.layout import place

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def _pairs_of(items: pa.DataType) -> pa.Schema:
    fields = ("left", items), ("right", items), ("shared", pa.int64())
    return pa.schema([pa.field(*field) for field in fields])


class SparkJoins:
    """`reportedly.stage.Joins` on a cluster; `folder` holds the tables on their way."""

    def __init__(self, session: "SparkSession", folder: Path) -> None:
        self._session = session
        self._folder = folder

    def candidate_pairs(self, keys: pa.Table, *, largest_group: int) -> pa.Table:
        """Pairs of items that share a key; see `reportedly.stage.Joins.candidate_pairs`."""
        pairs = _pairs_of(keys.schema.field("item").type)
        if keys.num_rows == 0:
            return pairs.empty_table()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        try:
            pq.write_table(keys, self._folder / "keys.parquet", compression="zstd")
            self._join(largest_group)
            found = ds.dataset(self._folder / "pairs", format="parquet").to_table()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
        return found.cast(pairs).sort_by([("left", "ascending"), ("right", "ascending")])

    def by_article(self, tables: Tables, function: Callable[[Tables], pa.Table]) -> pa.Table:
        """What a function gives for all articles; see `reportedly.stage.Joins.by_article`."""
        return piecewise.by_article(tables, function, "", Nowhere())

    def verdicts(self, pairs: pa.Table, function: Callable[[pa.Table], npt.ArrayLike]) -> pa.Table:
        """Pairs with what a function says of them; see `reportedly.stage.Joins.verdicts`."""
        return piecewise.verdicts(pairs, function, "", Nowhere())

    def for_stage(self, mark: str) -> "SparkJoins":
        """The same for all stages: each is done whole or not at all."""
        return self

    def _join(self, largest_group: int) -> None:
        from pyspark.sql import functions as f

        once = self._session.read.parquet(place(self._folder / "keys.parquet"))
        if "least" not in once.columns:
            once = once.withColumn("least", f.lit(1))
        once = once.groupBy("item", "key").agg(f.min("least").alias("least"))
        sizes = once.groupBy("key").agg(f.count("*").alias("size"))
        small = sizes.where(f.col("size").between(2, largest_group)).select("key")
        kept = once.join(small, "key")
        left = kept.selectExpr("key", "item as left", "least as of_left")
        right = kept.selectExpr("key", "item as right", "least as of_right")
        pairs = left.join(right, "key").where(f.col("left") < f.col("right"))
        wanted = f.least(f.min("of_left"), f.min("of_right"))
        counted = pairs.groupBy("left", "right").agg(
            f.count("*").alias("shared"), wanted.alias("wanted")
        )
        counted = counted.where(f.col("shared") >= f.col("wanted")).drop("wanted")
        counted.write.parquet(place(self._folder / "pairs"))
