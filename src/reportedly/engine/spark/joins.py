"""Candidate pairs as Spark joins; what functions say of articles, pairs and pieces, by its tasks.

Keys, pairs and pieces of tables pass through Parquet; functions take their tables with them.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from reportedly.arrays import Numbers
from reportedly.engine import blockwise, piecewise
from reportedly.engine.piecewise import Nowhere, Tables
from reportedly.engine.spark.layout import place
from reportedly.engine.spark.shipping import Shelf, load, ship
from reportedly.stage import Loaded

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: More than one, so that none is idle for long while others work.
_TASKS_PER_PROCESSOR = 4
#: Pairs of one task: each reads the rows of its own statements, some at a time.
_LEAST_PAIRS, _MOST_PAIRS = 500, 50_000
#: Pieces of one task: an utterance takes some milliseconds, an entity less than one.
_LEAST_PIECES, _MOST_PIECES = 200, 20_000
#: The names of pairs and of pieces, where tables have names.
_PAIRS, _PIECES = "pairs", "pieces"

_BLOCKS = pa.schema(
    [
        pa.field("number", pa.int64(), nullable=False),
        pa.field("tables", pa.binary(), nullable=False),
    ]
)


def _write_blocks(pieces: Iterable[Tables], path: Path) -> None:
    with pq.ParquetWriter(path, _BLOCKS) as writer:
        for number, block in enumerate(pieces):
            rows = [{"number": number, "tables": piecewise.pack_all(block)}]
            writer.write_table(pa.Table.from_pylist(rows, schema=_BLOCKS))


def _in_task(function: Path, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for row in batch.to_pylist():
            found = piecewise.pack(load(function)(piecewise.unpack_all(row["tables"])))
            done = [{"number": row["number"], "tables": found}]
            yield pa.RecordBatch.from_pylist(done, schema=_BLOCKS)


def _judged(function: Callable[[pa.Table], npt.ArrayLike], tables: Tables) -> pa.Table:
    found = np.asarray(function(tables[_PAIRS]), dtype=np.float64)
    return pa.table({"verdict": pa.array(found)})


def _made(function: Callable[[pa.Table], pa.Table], tables: Tables) -> pa.Table:
    return piecewise.by_piece(tables[_PIECES], function, "", Nowhere())


def _pairs_of(items: pa.DataType) -> pa.Schema:
    fields = ("left", items), ("right", items), ("shared", pa.int64())
    return pa.schema([pa.field(*field) for field in fields])


class SparkJoins:
    """`reportedly.stage.Joins` on a cluster.

    Args:
        session: open as long as these are in use.
        folder: holds the tables on their way; every machine sees it under this name.
        shelf: holds the tables of one stage, which all its functions look at.
    """

    def __init__(self, session: "SparkSession", folder: Path, shelf: Shelf | None = None) -> None:
        self._session = session
        self._folder = folder
        self._shelf = shelf

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

    def by_article(
        self,
        tables: Tables,
        function: Callable[[Tables], pa.Table],
        *,
        sorted_by: str | None = None,
        shared: str | None = None,
    ) -> pa.Table:
        """What a function gives for all articles; see `reportedly.stage.Joins.by_article`."""
        rows = pa.concat_tables(self._mapped(blockwise.blocks(tables), function))
        return rows if sorted_by is None else rows.sort_by(sorted_by)

    def by_piece(self, pieces: pa.Table, function: Callable[[pa.Table], pa.Table]) -> pa.Table:
        """What a function gives for all pieces; see `reportedly.stage.Joins.by_piece`."""
        dealt = self._dealt(_PIECES, pieces, _LEAST_PIECES, _MOST_PIECES)
        return pa.concat_tables(self._mapped(dealt, partial(_made, function)))

    def verdicts(
        self,
        pairs: pa.Table,
        function: Callable[[pa.Table], npt.ArrayLike],
        arranged: Callable[[pa.Table], Numbers] | None = None,
    ) -> pa.Table:
        """Pairs with what a function says of them; see `reportedly.stage.Joins.verdicts`."""
        order = np.arange(pairs.num_rows) if arranged is None else arranged(pairs)
        dealt = self._dealt(_PAIRS, pairs.take(order), _LEAST_PAIRS, _MOST_PAIRS)
        found = np.empty(len(order))
        judged = pa.concat_tables(self._mapped(dealt, partial(_judged, function)))["verdict"]
        found[order] = judged.to_numpy()
        return pairs.append_column("verdict", pa.array(found)).filter(pa.array(~np.isnan(found)))

    def _dealt(self, name: str, rows: pa.Table, least: int, most: int) -> Iterator[Tables]:
        """The rows for one task after another; where there are none, one that gets none."""
        size = min(most, max(least, -(-rows.num_rows // self._tasks())))
        for at in range(0, max(1, rows.num_rows), size):
            yield {name: rows.slice(at, size)}

    def _mapped(
        self, pieces: Iterable[Tables], function: Callable[[Tables], pa.Table]
    ) -> list[pa.Table]:
        """What a function gives for each piece, worked out by the cluster's tasks."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        try:
            _write_blocks(pieces, self._folder / "blocks.parquet")
            # A place of its own each time: tasks keep the function that they loaded last.
            own = Path(tempfile.mkdtemp(dir=self._folder))
            self._map(ship(function, own, self._shelf).resolve())
            found = ds.dataset(self._folder / "found", format="parquet").to_table()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
        return [piecewise.unpack(each) for each in found.sort_by("number")["tables"].to_pylist()]

    def _tasks(self) -> int:
        """Tasks that keep all processors of the cluster busy."""
        return int(_TASKS_PER_PROCESSOR * self._session.sparkContext.defaultParallelism)

    def _map(self, function: Path) -> None:
        from pyspark.sql.pandas.types import from_arrow_schema

        blocks = self._session.read.parquet(place(self._folder / "blocks.parquet"))
        found = blocks.repartition(self._tasks(), "number").mapInArrow(
            partial(_in_task, function), from_arrow_schema(_BLOCKS)
        )
        found.write.parquet(place(self._folder / "found"))

    def for_stage(self, mark: str, loaded: Loaded | None = None) -> "SparkJoins":
        """With a shelf for the tables of the stage; that of the stage before is cleared."""
        shelf = Shelf(self._folder.with_name(f"{self._folder.name}-shelf"))
        shelf.clear()
        return SparkJoins(self._session, self._folder, shelf)

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
