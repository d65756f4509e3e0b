"""Rows of CSV and Parquet files of articles, each as a record that holds the row as JSON."""

import csv
import io
from collections.abc import Iterator
from typing import IO, Any

from reportedly.model import Reject
from reportedly.reading.charset import charset_of_text
from reportedly.reading.fields import TEXT_FIELDS
from reportedly.reading.records import Record, canonical
from reportedly.reading.streams import Part
from reportedly.reading.walk import Walk

#: Bytes looked at to tell the charset and the delimiter of a CSV file.
_SAMPLE_BYTES = 2**16
#: Rows of a Parquet file in memory at once.
_BATCH_ROWS = 64
_NEEDED = "give a column `text` (or `body`, `content`, `html`)"


def read_csv(walk: Walk, part: Part) -> Iterator[Record | Reject]:
    """One record for each row below the header."""
    csv.field_size_limit(walk.limits.record_bytes)
    sample = part.reader.peek(_SAMPLE_BYTES)[:_SAMPLE_BYTES]
    lines = io.TextIOWrapper(part.reader, charset_of_text(sample), "replace", newline="")
    rows = csv.DictReader(lines, delimiter=_delimiter(sample), restkey="_more")
    try:
        header = [name.strip().lower() for name in rows.fieldnames or []]
    except csv.Error as error:
        yield walk.reject("unreadable", f"{part.name} is damaged as CSV ({error})")
        return
    if not TEXT_FIELDS & set(header):
        yield walk.reject("missing_text", f"{part.name} has the columns {header[:8]}; {_NEEDED}")
        return
    rows.fieldnames = header
    yield from _csv_rows(walk, part, rows)
    fault = walk.fault_of(part)
    if fault is not None:
        yield fault


def _csv_rows(walk: Walk, part: Part, rows: Any) -> Iterator[Record | Reject]:
    while not walk.full:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            detail = f"{part.name}, near line {rows.line_num}: {error}"
            yield walk.reject("unreadable", detail, walk.number())
            continue
        filled = {name: value for name, value in row.items() if value and name}
        yield Record(walk.path, walk.number(), "article", canonical(filled))


def _delimiter(sample: bytes) -> str:
    """The delimiter that the header line uses most; a comma when it uses none."""
    header = sample.partition(b"\n")[0].decode("latin-1").replace("\x00", "")
    return max(",;\t|", key=header.count)


def read_parquet(walk: Walk, file: IO[bytes], name: str) -> Iterator[Record | Reject]:
    """One record for each row; columns without a value are left out."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(file)
        columns = [column.lower() for column in table.schema_arrow.names]
        if not TEXT_FIELDS & set(columns):
            detail = f"{name} has the columns {columns[:8]}; {_NEEDED}"
            yield walk.reject("missing_text", detail)
            return
        for batch in table.iter_batches(batch_size=_BATCH_ROWS):
            for row in batch.to_pylist():
                if walk.full:
                    return
                plain = {key.lower(): _plain(value) for key, value in row.items()}
                filled = {key: value for key, value in plain.items() if value}
                yield Record(walk.path, walk.number(), "article", canonical(filled))
    except (pa.ArrowException, OSError, ValueError) as error:
        yield walk.reject("unreadable", f"{name} is damaged or no Parquet ({error})")


def _plain(value: Any) -> Any:
    """Dates as ISO 8601 text, bytes as UTF-8 or nothing; everything else as it is."""
    if isinstance(value, bytes):  # many writers do not mark their texts as texts
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return None
    return value.isoformat() if hasattr(value, "isoformat") else value
