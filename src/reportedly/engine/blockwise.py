"""Work on the rows of articles, block by block, and not again for articles that are as they were.

In: tables with a column `article_id`, and a pure function.  Out: what the function gives for all of
them.  A block is known by the beginning of its articles' identifiers; of one in which something
changed, the articles whose rows are the same keep what the function gave for them.
"""

import hashlib
import io
from collections.abc import Callable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.engine.piecewise import Tables, WorkedOut, pack_all, unpack_all
from reportedly.engine.spilling import Gathering, Spilled, let_go
from reportedly.row_hashes import in_order, row_hashes

#: Articles that a block has at the least, on average: each block costs a look-up, and the rows of
#: one are in memory.
_LEAST_IN_A_BLOCK = 32
#: After so many blocks what was mapped of them is given back.
_BLOCKS_AT_ONCE = 64
#: The name of what a function found, where tables have names.
_FOUND = "found"
#: Of a block: the articles with their states, beside what was found.
_STATES = "states"
_HASH_BYTES = 16


def by_article(
    tables: Tables,
    function: Callable[[Tables], pa.Table],
    mark: str,
    kept: WorkedOut,
    sorted_by: str | None = None,
) -> pa.Table:
    """What `function` gives for the rows of some articles at a time, put together.

    Args:
        tables: each with a column `article_id`.
        function: the result for articles does not depend on which others come with them.
        mark: changes with what `function` does.
        kept: results of earlier builds.
        sorted_by: the column in whose order the rows are wanted.
    """
    rows: Gathering | None = None
    for number, (place, block) in enumerate(_placed(tables)):
        found = _found(block, function, f"{mark} {function.__qualname__} of {place}", kept)
        rows = Gathering({_FOUND: found.schema}) if rows is None else rows
        rows.add({_FOUND: found})
        if number % _BLOCKS_AT_ONCE == 0:
            let_go()
    return _gathered(rows, sorted_by)


def _found(
    block: Tables, function: Callable[[Tables], pa.Table], key: str, kept: WorkedOut
) -> pa.Table:
    """What the function gives for a block, by article; the same whatever was kept of it."""
    state, payload = _state(block), kept.find(key)
    if payload is not None and payload[:_HASH_BYTES] == state:
        return unpack_all(payload[_HASH_BYTES:], only=_FOUND)[_FOUND]
    states = _states(block)
    before = {} if payload is None else unpack_all(payload[_HASH_BYTES:])
    found = _by_name(_mended(block, states, before, function))
    kept.keep(key, state + pack_all({_FOUND: found, _STATES: states}))
    return found


def _mended(
    block: Tables, states: pa.Table, before: Tables, function: Callable[[Tables], pa.Table]
) -> pa.Table:
    """What the function gives, asked only for the articles that are not as they were before."""
    if not before or "article_id" not in before[_FOUND].schema.names:
        return function(block)
    were = dict(zip(*(before[_STATES][n].to_pylist() for n in states.schema.names), strict=True))
    now = zip(*(states[n].to_pylist() for n in states.schema.names), strict=True)
    same = pa.array([name for name, state in now if were.get(name) == state], pa.string())
    left = before[_FOUND].filter(pc.is_in(before[_FOUND]["article_id"], same))
    if len(same) == states.num_rows:
        return left
    changed = {
        name: table.filter(pc.invert(pc.is_in(table["article_id"], same)))
        for name, table in block.items()
    }
    return pa.concat_tables([left, function(changed)])


def _by_name(found: pa.Table) -> pa.Table:
    """The rows in the order of their articles, those of each as they came."""
    if "article_id" not in found.schema.names or _ascends(found["article_id"]):
        return found
    return found.take(pc.sort_indices(found["article_id"]))


def _states(block: Tables) -> pa.Table:
    """For each article of a block, in whose tables its rows stand together, a hash of them all."""
    columns = [chunk for table in block.values() for chunk in table["article_id"].chunks]
    ids = pc.unique(pa.chunked_array(columns, pa.string()))
    found = np.zeros(len(ids), dtype=np.uint64)
    for name in sorted(block):
        at = pc.index_in(block[name]["article_id"], ids).to_numpy()
        starts = np.flatnonzero(np.diff(at, prepend=-1))
        own = in_order(row_hashes(block[name]), np.diff(starts, append=len(at)))
        # Odd, so that rows of one table are not taken for those of another.
        odd = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()) | 1
        found[at[starts]] += own * np.uint64(odd)
    return pa.table({"article_id": ids, "state": found})


def _gathered(rows: Gathering | None, sorted_by: str | None) -> pa.Table:
    if rows is None:
        raise ValueError("no block of articles: `blocks` gives one even where there are none")
    ((_, table),) = rows.tables()
    if sorted_by is None:
        return table
    found = Spilled()
    found.put_sorted(_FOUND, table, sorted_by)
    return found[_FOUND]


def blocks(tables: Tables) -> Iterator[dict[str, pa.Table]]:
    """The tables' rows by groups of articles that stay together when others are added.

    The first characters of its identifier, a hash, say to which group an article belongs.
    """
    return (block for _, block in _placed(tables))


def _placed(tables: Tables) -> Iterator[tuple[str, dict[str, pa.Table]]]:
    """The same, each with what says which group it is."""
    articles = max(len(pc.unique(table["article_id"])) for table in tables.values())
    dealt = {name: _Dealt(table, digits_of_blocks(articles)) for name, table in tables.items()}
    for mark in sorted({mark for own in dealt.values() for mark in own.starts}) or [""]:
        yield mark, {name: own.rows(mark) for name, own in dealt.items()}


class _Dealt:
    """The rows of one table by blocks of articles; of a table in another order, copied block by
    block."""

    def __init__(self, table: pa.Table, digits: int) -> None:
        self._table = table
        marks = pc.utf8_slice_codeunits(table["article_id"], 1, 1 + digits)
        self._order = None
        if not _ascends(table["article_id"]):
            self._order = pc.sort_indices(
                pa.table({"mark": marks, "article": table["article_id"]}),
                sort_keys=[("mark", "ascending"), ("article", "ascending")],
            )
            marks = pc.take(marks, self._order)
        self.starts = _starts(marks)

    def rows(self, mark: str) -> pa.Table:
        start, count = self.starts.get(mark, (0, 0))
        if self._order is None:
            return self._table.slice(start, count).combine_chunks()
        return self._table.take(self._order.slice(start, count))


def _ascends(column: pa.ChunkedArray) -> bool:
    count = max(0, len(column) - 1)
    ascending = pc.less_equal(column.slice(0, count), column.slice(1))
    return bool(pc.all(ascending, min_count=0).as_py())


def digits_of_blocks(articles: int, least: int = _LEAST_IN_A_BLOCK) -> int:
    """How many digits of an article's identifier say to which block it belongs, where a block is
    to have `least` articles and more, on average."""
    digits = 0
    while articles >= least * 16 ** (digits + 1):
        digits += 1
    return digits


def _starts(marks: pa.ChunkedArray) -> dict[str, tuple[int, int]]:
    """Of sorted marks, each with the place of its first row and the number of its rows."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for run in pc.value_counts(marks).to_pylist():
        found[run["values"]] = at, run["counts"]
        at += run["counts"]
    return found


class _Hashing(io.RawIOBase):
    """A file that keeps only the hash of what is written into it."""

    def __init__(self) -> None:
        super().__init__()
        self.digest = hashlib.blake2b(digest_size=_HASH_BYTES)

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        view = memoryview(data)  # type: ignore[arg-type]
        self.digest.update(view)
        return view.nbytes


def _state(tables: Tables) -> bytes:
    """A hash of all rows of some tables."""
    hashing = _Hashing()
    for name in sorted(tables):
        # The schema's notes on where a table came from are no part of what it says.
        table = tables[name].replace_schema_metadata()
        with pa.ipc.new_stream(hashing, table.schema) as stream:
            stream.write_table(table)
    return hashing.digest.digest()
