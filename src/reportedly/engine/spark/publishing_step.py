"""The chronicle as partitioned Parquet: one folder a table, its rows sorted within each part."""

from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly import schema
from reportedly.engine.spark.layout import place
from reportedly.engine.spark.parts import with_part
from reportedly.engine.spark.reconciling_step import Tables
from reportedly.engine.spark.tables_step import AT
from reportedly.model import CHRONICLE, Bearer, Row

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def publish(
    session: "SparkSession",
    where: Tables,
    apart: dict[type[Row], "DataFrame"],
    parts: int,
    folder: Path,
) -> None:
    """Writes every table of a chronicle into `folder`, in `parts` parts.

    Args:
        where: the tables that stages wrote.
        apart: those that come from reading, `inputs` and `rejects`.
    """
    # What the machine alone found of who is who: decisions of people start from it, in its order.
    kinds: tuple[type[Row], ...] = (*CHRONICLE, Bearer)
    for kind in kinds:
        if kind is Bearer:
            frame = session.read.parquet(place(_numbered(where[kind])))
        else:
            frame = apart[kind] if kind in apart else session.read.parquet(place(where[kind]))
        write_parts(frame, kind, parts, folder / kind.table)


def _numbered(file: Path) -> Path:
    """The table of a file with the place of each row, as a file beside it."""
    table = pq.read_table(file)
    numbered = file.with_name(f"numbered-{file.name}")
    pq.write_table(table.append_column(AT, pa.array(range(table.num_rows), pa.int64())), numbered)
    return numbered


def write_parts(frame: "DataFrame", kind: type[Row], parts: int, folder: Path) -> None:
    """One file for each part that has rows, sorted by the table's key."""
    column = part_column(kind)
    ties = [AT] if AT in frame.columns else []
    kept = ties if kind is Bearer else []
    dealt = with_part(frame, column, parts).repartition(parts, "part")
    dealt = dealt.sortWithinPartitions("part", *(f"`{name}`" for name in kind.key), *ties)
    names = [*schema.arrow_schema(kind).names, *kept, "part"]
    dealt.select(*(f"`{name}`" for name in names)).write.partitionBy("part").parquet(place(folder))


def part_column(kind: type[Row]) -> str:
    """The column whose hash says in which part a row lies."""
    return "article_id" if "article_id" in schema.arrow_schema(kind).names else kind.key[0]
