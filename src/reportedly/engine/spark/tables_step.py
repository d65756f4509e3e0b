"""From each article's payloads to tables of all articles, without a machine that holds them all."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.dataset as ds

from reportedly import schema
from reportedly.engine.spark.layout import place
from reportedly.model import TABLES, Article, Region, Row
from reportedly.payload import unpack_plain
from reportedly.pipeline import ARTICLE_STAGES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: Beside a table's own columns: the article, and the row's place among the article's.
ARTICLE, AT = "of_article", "at"


def kinds_of_articles() -> dict[type[Row], str]:
    """Table → the stage that writes it for each article."""
    written = {kind: stage.name for stage in ARTICLE_STAGES for kind in stage.writes}
    return {Article: "read", Region: "read", **written}


def unpack_tables(kept: "DataFrame", folder: Path) -> None:
    """Writes one folder of Parquet for each table; `kept` has all stages' results, `read` too."""
    from pyspark.sql.pandas.types import from_arrow_schema

    for kind, stage in kinds_of_articles().items():
        rows = kept.where(kept["stage"] == stage).select("article_id", "payload")
        unpacked = rows.mapInArrow(
            partial(_unpack, kind.table), from_arrow_schema(_schema_of(kind))
        )
        unpacked.write.parquet(place(folder / kind.table))


def read_table(kind: type[Row], folder: Path) -> pa.Table:
    """A whole table in the order of its articles, as reconciling stages get it."""
    found = ds.dataset(folder / kind.table, schema=_schema_of(kind), format="parquet").to_table()
    found = found.sort_by([(ARTICLE, "ascending"), (AT, "ascending")])
    return found.select(schema.arrow_schema(kind).names).cast(schema.arrow_schema(kind))


def _schema_of(kind: type[Row]) -> pa.Schema:
    added = [pa.field(ARTICLE, pa.string()), pa.field(AT, pa.int64())]
    return pa.schema([*schema.arrow_schema(kind), *added])


def _unpack(table: str, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    wanted = _schema_of(TABLES[table])
    for batch in batches:
        rows = []
        for name, payload in zip(
            batch["article_id"].to_pylist(), batch["payload"].to_pylist(), strict=True
        ):
            found = unpack_plain(payload).get(table, [])
            rows += [{**row, ARTICLE: name, AT: at} for at, row in enumerate(found)]
        yield pa.RecordBatch.from_pylist(rows, schema=wanted)
