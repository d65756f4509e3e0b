"""One table as Parquet, with the model's types; spans are lists, nested rows are structs."""

import itertools
from pathlib import Path

import pyarrow.parquet as pq

from reportedly import schema
from reportedly.chronicle import Chronicle
from reportedly.model import Row

#: Rows in a row group: bounds memory, and is large enough to compress well.
_GROUP_ROWS = 20_000


def write(chronicle: Chronicle, kind: type[Row], path: Path) -> int:
    """Writes the table; returns the number of rows."""
    count, rows = 0, chronicle.rows(kind)
    with pq.ParquetWriter(path, schema.arrow_schema(kind), compression="zstd") as writer:
        while group := list(itertools.islice(rows, _GROUP_ROWS)):
            writer.write_table(schema.table_of(kind, group))
            count += len(group)
    return count
