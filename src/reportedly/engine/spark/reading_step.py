"""Reading on the cluster: tasks in; one row for each record out, read or rejected.

Records of a range are numbered from 0 here; `places` counts on from range to range.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from reportedly.engine import reading
from reportedly.engine.base import KILLED
from reportedly.engine.spark.journal import Journal
from reportedly.engine.spark.layout import place
from reportedly.engine.spark.pieces import Piece, records_of
from reportedly.engine.spark.tasks import pieces_of_task, read_tasks
from reportedly.identifiers import article_identifier
from reportedly.model import Reject
from reportedly.paths import shown_path
from reportedly.reading.records import Limits

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: What `engine.reading` gives, with the piece and the name that the record's bytes have.  Pages as
#: they were captured stay out: at this scale they stay in their archives.
_FROM_READING = ("path", "record", "article_id", "payload", "reason", "detail")
READ = pa.schema(
    [
        pa.field("piece", pa.int64(), nullable=False),
        pa.field("bytes_id", pa.string()),
        *(reading.READ.field(name) for name in _FROM_READING),
        pa.field("cpu_seconds", pa.float64()),
    ]
)


@dataclass(frozen=True, slots=True)
class _Reader:
    tasks: Path
    journals: Path
    limits: Limits
    #: Where the driver stands: names of inputs may be relative, and are shown as they were given.
    base: Path


def read(session: "SparkSession", tasks: Path, limits: Limits, folder: Path) -> None:
    """Reads all tasks; the rows lie in `folder/rows` as Parquet."""
    from pyspark.sql.pandas.types import from_arrow_schema

    numbers = read_tasks(tasks)["task"].to_pylist()
    count = max(numbers, default=-1) + 1
    reader = _Reader(tasks.resolve(), (folder / "journals").resolve(), limits, Path.cwd())
    rows = session.range(0, count, 1, numPartitions=max(1, count)).mapInArrow(
        partial(_read_tasks, reader), from_arrow_schema(READ)
    )
    rows.write.parquet(place(folder / "rows"))


def seconds_of(session: "SparkSession", rows: Path) -> float:
    """Seconds of processors that reading took, all tasks together, to open archives not counted."""
    found = session.read.parquet(place(rows)).groupBy().sum("cpu_seconds").collect()
    return float(found[0][0] or 0.0)


def _read_tasks(reader: _Reader, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    os.chdir(reader.base)
    for batch in batches:
        for task in batch["id"].to_pylist():
            with Journal(reader.journals, task) as journal:
                for number, piece in pieces_of_task(reader.tasks, task):
                    yield from _read_piece(number, piece, journal, reader.limits)


def _read_piece(
    number: int, piece: Piece, journal: Journal, limits: Limits
) -> Iterator[pa.RecordBatch]:
    records = records_of(piece, limits)
    at = 0
    while True:
        fetching = f"{number} fetch {at}"
        if journal.is_deadly(fetching):
            detail = "opening what comes next in it killed the worker twice; the rest is left out"
            reject = Reject(path=shown_path(piece.path), reason=KILLED, detail=detail)
            yield _rejected(number, reject)
            return
        with journal.under_way(fetching):
            found = next(records, None)
        if found is None:
            return
        if isinstance(found, Reject):
            yield _rejected(number, found)
        else:
            batch, name = reading.batch_of([found]), f"{number} read {at}"
            if journal.is_deadly(name):
                result = reading.crashed(batch)
            else:
                with journal.under_way(name):
                    result = reading.read_batch(batch, limits=limits)
            yield _with_piece(number, article_identifier(found.content), result)
        at += 1


def _rejected(number: int, reject: Reject) -> pa.RecordBatch:
    row = {
        "path": reject.path,
        "record": reject.record,
        "reason": reject.reason,
        "detail": reject.detail,
    }
    return _with_piece(number, None, pa.RecordBatch.from_pylist([row], schema=reading.READ))


def _with_piece(number: int, bytes_id: str | None, batch: pa.RecordBatch) -> pa.RecordBatch:
    rows = [{"piece": number, "bytes_id": bytes_id, **row} for row in batch.to_pylist()]
    return pa.RecordBatch.from_pylist(rows, schema=READ)
