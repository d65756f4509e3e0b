"""Tables that lie on the disk while nobody reads them: memory holds what a stage touches.

In: tables as they are made or replaced.  Out: the same tables, mapped into memory, so that a column
that nobody looks at costs nothing.  The files have no name: they are gone when the process ends,
however it ends.
"""

import mmap
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes
from reportedly.stage import Loaded

if TYPE_CHECKING:
    from reportedly.stage import Place

#: Smaller columns stay in memory: a file for each would cost a small pile more than it spares.
_LEAST_BYTES = 1 << 20
#: What is mapped now.
_MAPPED: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()
#: Rows that are held until they are written together.
_AT_ONCE = 64 << 20


class _Column:
    """One column in a file without a name, mapped anew for each who reads it."""

    def __init__(self, column: pa.ChunkedArray, folder: Path | None) -> None:
        self._file = _nameless(folder)
        table = pa.table({"column": column})
        with pa.ipc.new_file(self._file, table.schema) as file:
            file.write_table(table)
        self._file.flush()

    def read(self) -> pa.ChunkedArray:
        return pa.ipc.open_file(pa.py_buffer(_mapped(self._file))).read_all()["column"]


@dataclass(frozen=True, slots=True)
class _AsLoaded:
    """What was loaded of articles: their states, and the columns of the tables."""

    ids: pa.Array
    states: Hashes
    columns: Mapping[str, Mapping[str, _Column | pa.ChunkedArray]]


class Spilled(Mapping[str, pa.Table]):
    """Tables by name; each time one is asked for, it is mapped anew.

    Args:
        folder: where files without a name may be made; by default where temporary files go.
        least_bytes: columns smaller than this stay in memory.
    """

    def __init__(self, folder: Path | None = None, least_bytes: int = _LEAST_BYTES) -> None:
        self._folder = folder
        self._least_bytes = least_bytes
        self._columns: dict[str, dict[str, _Column | pa.ChunkedArray]] = {}
        self._schemas: dict[str, pa.Schema] = {}
        self._loaded: _AsLoaded | None = None

    def __getitem__(self, name: str) -> pa.Table:
        """Raises KeyError for a table that was never put in."""
        columns = [
            column.read() if isinstance(column, _Column) else column
            for column in self._columns[name].values()
        ]
        return pa.Table.from_arrays(columns, schema=self._schemas[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def put(self, name: str, table: pa.Table, given: pa.Table | None = None) -> None:
        """Takes a table in, in the place of the one of that name.

        Args:
            name: its name.
            table: its rows.
            given: the table as `self[name]` gave it: columns that are the very same are left.
        """
        before = self._columns[name] if given is not None else {}
        found: dict[str, _Column | pa.ChunkedArray] = {}
        for column in table.schema.names:
            if given is not None and column in before and _is_same(table[column], given[column]):
                found[column] = before[column]
            else:
                found[column] = self._taken(table[column])
        self._columns[name], self._schemas[name] = found, table.schema

    def put_columns(
        self, name: str, schema: pa.Schema, column: Callable[[str], pa.ChunkedArray]
    ) -> None:
        """Takes a table in column by column, so that only one of them need be in memory."""
        self._columns[name] = {each: self._taken(column(each)) for each in schema.names}
        self._schemas[name] = schema

    def put_sorted(self, name: str, table: pa.Table, by: str) -> None:
        """Takes a table in, in the order of one of its columns."""
        order = pc.sort_indices(table[by])
        self.put_columns(name, table.schema, lambda column: in_one_piece(table[column]).take(order))

    def note_loaded(self, ids: pa.Array, states: Hashes) -> None:
        """Notes that all that is here follows from what was loaded of articles.

        Args:
            ids: of all articles.
            states: of each a hash of what was loaded.
        """
        columns = {name: dict(own) for name, own in self._columns.items()}
        self._loaded = _AsLoaded(ids, states, columns)

    def loaded(self, given: Mapping[str, pa.Table]) -> Loaded | None:
        """Which columns of some tables, as `self[name]` gave them, are as they were loaded."""
        if self._loaded is None:
            return None
        places = {
            place_of(table[column])
            for name, table in given.items()
            for column, was in self._loaded.columns.get(name, {}).items()
            if self._columns[name].get(column) is was
        }
        return Loaded(self._loaded.ids, self._loaded.states, frozenset(places))

    def _taken(self, column: pa.ChunkedArray) -> _Column | pa.ChunkedArray:
        whole = in_one_piece(column)
        return whole if whole.nbytes < self._least_bytes else _Column(whole, self._folder)


class Gathering:
    """Rows of many tables as they come, on the disk when they are many.

    Args:
        schemas: name → columns of the tables.
        folder: where files without a name may be made.
        at_once: bytes of rows that are held in memory.
    """

    def __init__(
        self,
        schemas: Mapping[str, pa.Schema],
        folder: Path | None = None,
        at_once: int = _AT_ONCE,
    ) -> None:
        self._schemas = schemas
        self._folder = folder
        self._at_once = at_once
        self._held: dict[str, list[pa.Table]] = {name: [] for name in schemas}
        self._bytes = 0
        self._files: dict[str, tuple[IO[bytes], pa.ipc.RecordBatchStreamWriter]] = {}

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Takes some rows in."""
        for name, table in tables.items():
            self._held[name].append(table)
            self._bytes += table.nbytes
        if self._bytes > self._at_once:
            self._write()

    def _write(self) -> None:
        for name, listed in self._held.items():
            if listed:
                if name not in self._files:
                    file = _nameless(self._folder)
                    self._files[name] = file, pa.ipc.new_stream(file, self._schemas[name])
                self._files[name][1].write_table(_whole(pa.concat_tables(listed)))
                listed.clear()
        self._bytes = 0

    def tables(self) -> Iterator[tuple[str, pa.Table]]:
        """Each table, in pieces; what was held of it is let go with it."""
        if self._files:
            self._write()
        for name, schema in self._schemas.items():
            listed = self._held.pop(name)
            if name in self._files:
                file, writer = self._files.pop(name)
                writer.close()
                file.flush()
                yield name, pa.ipc.open_stream(pa.py_buffer(_mapped(file))).read_all()
            else:
                yield name, pa.concat_tables([schema.empty_table(), *listed])


def in_one_piece(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column without seams, and without the rows of a larger one that are not its own."""
    if column.num_chunks == 1 and column.chunk(0).offset:
        return pa.chunked_array([pa.concat_arrays(column.chunks)], column.type)
    return _whole(pa.table({"column": column}))["column"]


def _whole(table: pa.Table) -> pa.Table:
    return table.combine_chunks()


def _nameless(folder: Path | None) -> IO[bytes]:
    """A file that is gone when it is closed, or the process ends."""
    return tempfile.TemporaryFile(dir=folder)


def _mapped(file: IO[bytes]) -> mmap.mmap:
    found = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    _MAPPED.add(found)
    return found


def let_go() -> None:
    """Gives back the memory of all that was read of mapped files; what is asked for again is read
    again.  Without effect where the system knows no such advice."""
    advice = getattr(mmap, "MADV_DONTNEED", None)
    if advice is not None:
        for each in list(_MAPPED):
            each.madvise(advice)


def _is_same(one: pa.ChunkedArray, other: pa.ChunkedArray) -> bool:
    """Do the two stand at the same places in memory?"""
    return one.type == other.type and place_of(one) == place_of(other)


def place_of(column: pa.ChunkedArray) -> "Place":
    """Where a column stands in memory; while it does, nothing else stands there."""
    return tuple(
        (len(chunk), chunk.offset, *(None if b is None else b.address for b in chunk.buffers()))
        for chunk in column.chunks
    )
