"""Candidate pairs as Spark joins; keys and pairs pass through Parquet, not through the driver."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from reportedly.engine.spark.layout import place

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_PAIRS = pa.schema(
    [
        pa.field("left", pa.string()),
        pa.field("right", pa.string()),
        pa.field("shared", pa.int64()),
    ]
)


class SparkJoins:
    """`reportedly.stage.Joins` on a cluster; `folder` holds the tables on their way."""

    def __init__(self, session: "SparkSession", folder: Path) -> None:
        self._session = session
        self._folder = folder

    def candidate_pairs(self, keys: pa.Table, *, largest_group: int) -> pa.Table:
        """Pairs of items that share a key; see `reportedly.stage.Joins.candidate_pairs`."""
        if keys.num_rows == 0:
            return _PAIRS.empty_table()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        try:
            pq.write_table(keys, self._folder / "keys.parquet", compression="zstd")
            self._join(largest_group)
            found = ds.dataset(self._folder / "pairs", format="parquet").to_table()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
        return found.cast(_PAIRS).sort_by([("left", "ascending"), ("right", "ascending")])

    def _join(self, largest_group: int) -> None:
        from pyspark.sql import functions as f

        once = self._session.read.parquet(place(self._folder / "keys.parquet"))
        once = once.select("item", "key").distinct()
        sizes = once.groupBy("key").agg(f.count("*").alias("size"))
        small = sizes.where(f.col("size").between(2, largest_group)).select("key")
        kept = once.join(small, "key")
        left = kept.withColumnRenamed("item", "left")
        right = kept.withColumnRenamed("item", "right")
        pairs = left.join(right, "key").where(f.col("left") < f.col("right"))
        counted = pairs.groupBy("left", "right").agg(f.count("*").alias("shared"))
        counted.write.parquet(place(self._folder / "pairs"))
