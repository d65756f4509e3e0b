"""The work of reading: records in; articles with their regions out, or the reason why not."""

import pyarrow as pa

from reportedly.engine.base import Work
from reportedly.model import Article, Region, Reject
from reportedly.payload import pack
from reportedly.reading.filter import try_to_read
from reportedly.reading.records import Record
from reportedly.rows import Rows

_OPTIONAL = ("url", "captured", "outlet", "charset")

RECORDS = pa.schema(
    [
        pa.field("path", pa.string(), nullable=False),
        pa.field("record", pa.int64()),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("content", pa.binary(), nullable=False),
        *(pa.field(name, pa.string()) for name in _OPTIONAL),
    ]
)

#: `article_id` and `payload` where the record was read; `reason` and `detail` where it was not.
READ = pa.schema(
    [
        pa.field("path", pa.string(), nullable=False),
        pa.field("record", pa.int64()),
        pa.field("article_id", pa.string()),
        pa.field("payload", pa.binary()),
        pa.field("reason", pa.string()),
        pa.field("detail", pa.string()),
    ]
)


def batch_of(records: list[Record]) -> pa.RecordBatch:
    """Records as an Arrow batch."""
    names = RECORDS.names
    columns = {name: [getattr(record, name) for record in records] for name in names}
    return pa.RecordBatch.from_pydict(columns, schema=RECORDS)


def read_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Reads each record of a batch; a record that cannot be read costs only itself."""
    return pa.RecordBatch.from_pylist([_read(values) for values in batch.to_pylist()], schema=READ)


def _read(values: dict[str, object]) -> dict[str, object]:
    place = {"path": values["path"], "record": values["record"]}
    result = try_to_read(Record(**values))  # type: ignore[arg-type]
    if isinstance(result, Reject):
        return {**place, "reason": result.reason, "detail": result.detail}
    rows = Rows({Article: [result.article], Region: result.regions})
    return {**place, "article_id": result.article.article_id, "payload": pack(rows)}


def crashed(batch: pa.RecordBatch) -> pa.RecordBatch:
    """What stands for the result of a record that killed its worker."""
    detail = "reading this record killed the worker twice; look at it, or leave it out"
    rows = [
        {"path": v["path"], "record": v["record"], "reason": "worker_killed", "detail": detail}
        for v in batch.to_pylist()
    ]
    return pa.RecordBatch.from_pylist(rows, schema=READ)


READING = Work("read", read_batch, crashed)
