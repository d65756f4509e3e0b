"""The work of reading: records in; articles with their regions out, or the reason why not."""

import functools
import time

import pyarrow as pa

from reportedly.engine.base import KILLED, Work
from reportedly.model import Article, Region, Reject
from reportedly.payload import pack
from reportedly.reading import captures
from reportedly.reading.filter import try_to_read
from reportedly.reading.records import Limits, Record
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

#: `article_id`, `payload` and perhaps the page where the record was read; `reason` and `detail`
#: where it was not.
READ = pa.schema(
    [
        pa.field("path", pa.string(), nullable=False),
        pa.field("record", pa.int64()),
        pa.field("article_id", pa.string()),
        pa.field("payload", pa.binary()),
        pa.field("capture", pa.binary()),
        pa.field("reason", pa.string()),
        pa.field("detail", pa.string()),
        pa.field("cpu_seconds", pa.float64(), nullable=False),
    ]
)


def batch_of(records: list[Record]) -> pa.RecordBatch:
    """Records as an Arrow batch."""
    names = RECORDS.names
    columns = {name: [getattr(record, name) for record in records] for name in names}
    return pa.RecordBatch.from_pydict(columns, schema=RECORDS)


def read_batch(batch: pa.RecordBatch, *, limits: Limits) -> pa.RecordBatch:
    """Reads each record of a batch; a record that cannot be read costs only itself."""
    rows = [_read(values, limits) for values in batch.to_pylist()]
    return pa.RecordBatch.from_pylist(rows, schema=READ)


def _read(values: dict[str, object], limits: Limits) -> dict[str, object]:
    began = time.process_time()
    result = try_to_read(Record(**values), limits)  # type: ignore[arg-type]
    place = {"path": values["path"], "record": values["record"]}
    place["cpu_seconds"] = time.process_time() - began
    if isinstance(result, Reject):
        return {**place, "reason": result.reason, "detail": result.detail}
    rows = Rows({Article: [result.article], Region: result.regions})
    return {
        **place,
        "article_id": result.article.article_id,
        "payload": pack(rows),
        "capture": captures.pack(result.capture) if result.capture else None,
    }


def crashed(batch: pa.RecordBatch) -> pa.RecordBatch:
    """What stands for the result of a record that killed its worker."""
    detail = "reading this record killed the worker twice; look at it, or leave it out"
    reject = {"reason": KILLED, "detail": detail, "cpu_seconds": 0.0}
    rows = [{"path": v["path"], "record": v["record"], **reject} for v in batch.to_pylist()]
    return pa.RecordBatch.from_pylist(rows, schema=READ)


def reading(limits: Limits) -> Work:
    """The work, for inputs within `limits`."""
    return Work("read", functools.partial(read_batch, limits=limits), crashed)
