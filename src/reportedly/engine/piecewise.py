"""Work over whole tables done piece by piece, and not again for pieces that are as they were.

In: tables, or pairs of items, and a pure function.  Out: what the function gives for all of them.
A piece is known by a hash of everything that its result follows from, so that a result that is
reused is the one that would have been worked out.
"""

import hashlib
import io
import itertools
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.engine.spilling import Gathering, Spilled, let_go

Tables = Mapping[str, pa.Table]
Hashes = npt.NDArray[np.uint64]

#: Articles that a block has at the least, on average: a block is worked out anew when one of its
#: articles changes, and each costs a look-up.
_LEAST_IN_A_BLOCK = 8
#: Pairs compared at once: the rows of their items are objects of Python meanwhile.
_PAIRS_AT_ONCE = 20_000
#: Pieces worked out at once: so many have their rows in memory.
_PIECES_AT_ONCE = 1_000
#: After so many blocks what was mapped of them is given back.
_BLOCKS_AT_ONCE = 64
#: The name of what a function found, where tables have names.
_FOUND = "found"


class WorkedOut(Protocol):
    """Where results of pieces are kept from one build to the next."""

    def find(self, key: str) -> bytes | None:
        """What is kept under a key, if anything."""
        ...

    def keep(self, key: str, payload: bytes) -> None:
        """Keeps something for the next build."""
        ...


class Nowhere:
    """Keeps nothing: each build works out everything."""

    def find(self, key: str) -> bytes | None:
        """Nothing is kept."""
        return None

    def keep(self, key: str, payload: bytes) -> None:
        """Forgets it at once."""


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
    for number, block in enumerate(blocks(tables)):
        key = f"{mark} {function.__qualname__} {_state(block)}"
        payload = kept.find(key)
        if payload is None:
            found = function(block)
            kept.keep(key, pack(found))
        else:
            found = unpack(payload)
        rows = Gathering({_FOUND: found.schema}) if rows is None else rows
        rows.add({_FOUND: found})
        if number % _BLOCKS_AT_ONCE == 0:
            let_go()
    return _gathered(rows, sorted_by)


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
    articles = max(len(pc.unique(table["article_id"])) for table in tables.values())
    dealt = {name: _Dealt(table, digits_of_blocks(articles)) for name, table in tables.items()}
    for mark in sorted({mark for own in dealt.values() for mark in own.starts}) or [""]:
        yield {name: own.rows(mark) for name, own in dealt.items()}


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


def digits_of_blocks(articles: int) -> int:
    """How many digits of an article's identifier say to which block it belongs."""
    digits = 0
    while articles >= _LEAST_IN_A_BLOCK * 16 ** (digits + 1):
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


def verdicts(
    pairs: pa.Table, function: Callable[[pa.Table], npt.ArrayLike], mark: str, kept: WorkedOut
) -> pa.Table:
    """The pairs for which `function` gives a number, with it in a column `verdict`.

    Args:
        pairs: columns `left`, `right` and `state`, a hash of all that the verdict follows from.
        function: pairs → a number for each, or not-a-number where there is nothing between the two.
        mark: changes with what `function` does.
        kept: verdicts of earlier builds.
    """
    key = f"{mark} {function.__qualname__} verdicts"
    states = pairs["state"].to_numpy()
    known, values = _arrays(kept.find(key))
    places = np.minimum(np.searchsorted(known, states), max(0, len(known) - 1))
    seen = known[places] == states if len(known) else np.zeros(len(states), dtype=np.bool_)
    found = np.full(len(states), np.nan)
    found[seen] = values[places[seen]]
    unseen = np.flatnonzero(~seen)
    for at in range(0, len(unseen), _PAIRS_AT_ONCE):
        chosen = unseen[at : at + _PAIRS_AT_ONCE]
        found[chosen] = np.asarray(function(pairs.take(chosen)), dtype=np.float64)
        let_go()
    order = np.argsort(states, kind="stable")
    kept.keep(key, states[order].tobytes() + found[order].tobytes())
    return pairs.append_column("verdict", pa.array(found)).filter(pa.array(~np.isnan(found)))


def by_piece(
    pieces: pa.Table, function: Callable[[pa.Table], pa.Table], mark: str, kept: WorkedOut
) -> pa.Table:
    """What `function` gives for all pieces; it is not asked for those in a state seen before.

    Args:
        pieces: a column `state`, different for each, and what names a piece.
        function: some pieces → rows with the column `state` of the piece that they belong to.
        mark: changes with what `function` does.
        kept: results of earlier builds.
    """
    key = f"{mark} {function.__qualname__} pieces"
    payload = kept.find(key)
    found, unseen = [], pieces
    if payload is not None:
        known = unpack_all(payload)
        found = [known["rows"].filter(pc.is_in(known["rows"]["state"], pieces["state"]))]
        unseen = pieces.filter(pc.invert(pc.is_in(pieces["state"], known["states"]["state"])))
    # Where there is no piece at all, the function still says which columns its rows have.
    some = range(0, max(1 - len(found), unseen.num_rows), _PIECES_AT_ONCE)
    for at in some:
        found.append(function(unseen.slice(at, _PIECES_AT_ONCE)))
        let_go()
    rows = pa.concat_tables(found).combine_chunks()
    kept.keep(key, pack_all({"states": pieces.select(["state"]), "rows": rows}))
    return rows


def _arrays(payload: bytes | None) -> tuple[Hashes, npt.NDArray[np.float64]]:
    if payload is None:
        return np.zeros(0, dtype=np.uint64), np.zeros(0)
    half = len(payload) // 2
    return np.frombuffer(payload[:half], np.uint64), np.frombuffer(payload[half:], np.float64)


class _Hashing(io.RawIOBase):
    """A file that keeps only the hash of what is written into it."""

    def __init__(self) -> None:
        super().__init__()
        self.digest = hashlib.blake2b(digest_size=16)

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        view = memoryview(data)  # type: ignore[arg-type]
        self.digest.update(view)
        return view.nbytes


def _state(tables: Tables) -> str:
    """A hash of all rows of some tables."""
    hashing = _Hashing()
    for name in sorted(tables):
        # The schema's notes on where a table came from are no part of what it says.
        table = tables[name].replace_schema_metadata()
        with pa.ipc.new_stream(hashing, table.schema) as stream:
            stream.write_table(table)
    return hashing.digest.hexdigest()


def pack(table: pa.Table) -> bytes:
    """A table as bytes."""
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(sink, table.schema, options=options) as stream:
        stream.write_table(table)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def unpack(payload: bytes) -> pa.Table:
    """The table that `pack` made bytes of."""
    with pa.ipc.open_stream(payload) as stream:
        return stream.read_all()


def pack_all(tables: Tables) -> bytes:
    """Tables as bytes: their names and lengths, then one after the other."""
    packed = {name: pack(table) for name, table in tables.items()}
    head = json.dumps({name: len(own) for name, own in packed.items()}).encode()
    return b"\n".join([head, b"".join(packed.values())])


def unpack_all(packed: bytes) -> dict[str, pa.Table]:
    """The tables that `pack_all` made bytes of."""
    head, _, body = packed.partition(b"\n")
    lengths: dict[str, int] = json.loads(head)
    ends = itertools.accumulate(lengths.values())
    return {
        name: unpack(body[end - length : end])
        for (name, length), end in zip(lengths.items(), ends, strict=True)
    }
