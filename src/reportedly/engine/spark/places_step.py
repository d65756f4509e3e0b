"""From what was read to articles, each once, with its places; and what was rejected.

The first place by path and record gives an article's payload, whatever order the tasks ended in.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from reportedly.engine.base import KILLED
from reportedly.engine.spark.layout import place
from reportedly.engine.spark.tasks import read_tasks
from reportedly.paths import shown_path

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

#: Rejects of a range after which nothing more of the archive is read, as when it is read whole.
_BROKEN = ("truncated", "unreadable", "too_large", KILLED)
_OFFSETS = pa.schema([("piece", pa.int64()), ("passed", pa.int64())])


@dataclass(frozen=True, slots=True)
class Places:
    """The tables of this step, as Parquet below `folder`."""

    folder: Path

    def articles(self, session: "SparkSession") -> "DataFrame":
        """`article_id` and `payload`, one row for each article."""
        return session.read.parquet(place(self.folder / "articles"))

    def inputs(self, session: "SparkSession") -> "DataFrame":
        """The table `inputs`."""
        return session.read.parquet(place(self.folder / "inputs"))

    def rejects(self, session: "SparkSession") -> "DataFrame":
        """The table `rejects`, without those of annotating."""
        return session.read.parquet(place(self.folder / "rejects"))


def settle(session: "SparkSession", tasks: Path, rows: Path, folder: Path) -> None:
    """Numbers the records, tells articles from rejects, and keeps each article once."""
    from pyspark.sql import functions as f

    read = session.read.parquet(place(rows))
    passed, silent = _passed(read, read_tasks(tasks))
    pq.write_table(passed, folder / "passed.parquet")
    offsets = session.read.parquet(place(folder / "passed.parquet"))
    numbered = read.join(f.broadcast(offsets), "piece").withColumn(
        "record", (f.col("record") + f.col("passed")).cast("bigint")
    )
    first = _first_places(numbered)
    first.select("article_id", "payload").write.parquet(place(folder / "articles"))
    known, rejects = _known_or_rejected(numbered, first)
    places = numbered.where("payload is not null").select("path", "record", "article_id")
    places.unionByName(known).distinct().write.parquet(place(folder / "inputs"))
    if silent:
        rejects = rejects.unionByName(session.createDataFrame(_no_text(silent)))
    rejects.distinct().write.parquet(place(folder / "rejects"))


def _first_places(numbered: "DataFrame") -> "DataFrame":
    """Each article as it was read at its first place, `first_path` and `first_record`."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    order = (f.col("path").asc(), f.col("record").asc_nulls_first())
    nth = f.row_number().over(Window.partitionBy("article_id").orderBy(*order))
    first = numbered.where("payload is not null").withColumn("nth", nth).where("nth = 1")
    return first.select(
        "article_id",
        "payload",
        f.col("path").alias("first_path"),
        f.col("record").alias("first_record"),
    )


def _known_or_rejected(
    numbered: "DataFrame", first: "DataFrame"
) -> tuple["DataFrame", "DataFrame"]:
    """What could not be read, as rows of `inputs` and of `rejects`.

    Bytes that were read at an earlier place are that article here, too, whatever is wrong with the
    name that they have here.
    """
    from pyspark.sql import functions as f

    firsts = first.select(f.col("article_id").alias("bytes_id"), "first_path", "first_record")
    failed = numbered.where("payload is null").drop("article_id")
    failed = failed.join(firsts, "bytes_id", "left")
    here, there = (f.coalesce(name, f.lit(-1)) for name in ("record", "first_record"))
    later = (f.col("first_path") < f.col("path")) | (
        (f.col("first_path") == f.col("path")) & (there <= here)
    )
    is_known = f.coalesce(later, f.lit(False))
    known = failed.where(is_known).withColumnRenamed("bytes_id", "article_id")
    rejects = failed.where(~is_known)
    return (
        known.select("path", "record", "article_id"),
        rejects.select("path", "record", "reason", "detail"),
    )


def _passed(read: "DataFrame", pieces: pa.Table) -> tuple[pa.Table, list[str]]:
    """Piece → records of the same input before it; and the inputs that gave no row at all.

    Collects one row for each piece: some ten thousand for a terabyte.
    """
    from pyspark.sql import functions as f

    broken = f.col("record").isNull() & f.col("reason").isin(*_BROKEN)
    counted = read.groupBy("piece").agg(
        f.max("record").alias("last"), f.max(broken.cast("int")).alias("broken")
    )
    found = {row["piece"]: row for row in counted.toArrow().to_pylist()}
    passed, ended, told = {}, set(), set()
    counts: dict[str, int] = {}
    for piece, path in zip(pieces["piece"].to_pylist(), pieces["path"].to_pylist(), strict=True):
        row = found.get(piece)
        if row is None or path in ended:
            continue
        told.add(path)
        passed[piece] = counts.get(path, 0)
        counts[path] = passed[piece] + (-1 if row["last"] is None else row["last"]) + 1
        if row["broken"]:
            ended.add(path)
    silent = [p for p in pc.unique(pieces["path"]).to_pylist() if p not in told]
    rows = [{"piece": piece, "passed": count} for piece, count in sorted(passed.items())]
    return pa.Table.from_pylist(rows, schema=_OFFSETS), silent


def _no_text(paths: list[str]) -> pa.Table:
    shown = [shown_path(path) for path in paths]
    return pa.table(
        {
            "path": shown,
            "record": pa.array([None] * len(shown), pa.int64()),
            "reason": ["no_text"] * len(shown),
            "detail": [f"{path} holds no page and no text" for path in shown],
        }
    )
