"""Which rows of a table are not in the file yet, and which of the file's are not in the table.

In: a table's rows, and the hashes and row numbers of those that were written last.  Out: what to
write and what to delete.  The rows themselves are not read from the file.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from reportedly.arrays import Hashes, Numbers
from reportedly.model import Row
from reportedly.row_hashes import VERSION, row_hashes
from reportedly.store import keeping
from reportedly.store import rows as rows_sql
from reportedly.store.worked_out import WorkedOut

#: Rows turned into Python objects at once, so that memory does not grow with the pile.
_BATCH_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes in one table of the file."""

    kind: type[Row]
    #: gives the rows whenever they are asked for, so that they need not stay in memory
    tables: Mapping[str, pa.Table]
    #: the hashes of the rows, ascending, and which row each of them is of
    hashes: Hashes
    order: Numbers
    #: of each row its number in the file; those above `last` are to be written
    numbers: Numbers
    last: int
    #: numbers of the rows that go; None where all of them do
    gone: list[int] | None

    def delete(self, connection: sqlite3.Connection) -> None:
        """Deletes the rows that go."""
        if self.gone is None:
            connection.execute(f'delete from "{self.kind.table}"')
        else:
            query = f'delete from "{self.kind.table}" where rowid = ?'
            connection.executemany(query, ((number,) for number in self.gone))

    def insert(self, connection: sqlite3.Connection) -> None:
        """Writes the rows that come."""
        fresh = np.flatnonzero(self.numbers > self.last)
        for at in range(0, len(fresh), _BATCH_ROWS):
            chosen = fresh[at : at + _BATCH_ROWS]
            numbers = self.numbers[chosen].tolist()
            for batch, own in _batches(self.tables[self.kind.table].take(chosen), numbers):
                rows_sql.insert_table(connection, self.kind, batch, own)

    def keep(self, connection: sqlite3.Connection, kept: WorkedOut) -> None:
        """Notes what the file holds now."""
        written = np.array([keeping.times_written(connection)], dtype=np.int64)
        parts = written, self.hashes, self.numbers[self.order]
        kept.keep(_key(self.kind), b"".join(part.tobytes() for part in parts))


def _batches(rows: pa.Table, numbers: list[int]) -> Iterator[tuple[pa.RecordBatch, list[int]]]:
    at = 0
    for batch in rows.to_batches():
        yield batch, numbers[at : at + batch.num_rows]
        at += batch.num_rows


def difference(
    connection: sqlite3.Connection,
    kind: type[Row],
    tables: Mapping[str, pa.Table],
    kept: WorkedOut | None,
) -> Difference:
    """What must be done that the file holds the rows of that table of `tables`, and no others."""
    hashes = row_hashes(tables[kind.table])
    # In order they are found among those that were written, which are in order, several times as
    # fast.
    order = np.argsort(hashes)
    ordered = hashes[order]
    known = _known(connection, kind, kept)
    if known is None or (ordered[1:] == ordered[:-1]).any():
        return Difference(kind, tables, ordered, order, np.arange(1, len(hashes) + 1), 0, None)
    were, numbers = known
    places = np.minimum(np.searchsorted(were, ordered), max(0, len(were) - 1))
    there = were[places] == ordered if len(were) else np.zeros(len(hashes), dtype=np.bool_)
    last = int(numbers.max(initial=0))
    own = np.zeros(len(hashes), dtype=np.int64)
    own[order[there]] = numbers[places[there]]
    fresh = own == 0
    own[fresh] = last + 1 + np.arange(np.count_nonzero(fresh))
    left = np.ones(len(numbers), dtype=np.bool_)
    left[places[there]] = False
    return Difference(kind, tables, ordered, order, own, last, np.sort(numbers[left]).tolist())


def _key(kind: type[Row]) -> str:
    return f"rows of {kind.table} {VERSION}"


def _known(
    connection: sqlite3.Connection, kind: type[Row], kept: WorkedOut | None
) -> tuple[Hashes, Numbers] | None:
    """Hashes, sorted, and numbers of the file's rows, if nothing else has written them since."""
    payload = kept.find(_key(kind)) if kept else None
    if payload is None:
        return None
    words = np.frombuffer(payload, dtype=np.int64)
    half = len(words) // 2 + 1
    found = words[1:half].view(np.uint64), words[half:]
    query = f'select count(*), coalesce(max(rowid), 0) from "{kind.table}"'
    there = tuple(connection.execute(query).fetchone())
    same = there == (len(found[0]), int(found[1].max(initial=0)))
    return found if same and words[0] == keeping.times_written(connection) else None
