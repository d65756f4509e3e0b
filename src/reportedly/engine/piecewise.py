"""Work on pieces and on pairs, and not again for those that are as they were.

In: pieces or pairs with their states, and a pure function.  Out: what the function gives for all
of them.  A state is a hash of everything that the result follows from, so that a result that is
reused is the one that would have been worked out.
"""

import itertools
import json
from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Hashes, Numbers
from reportedly.engine.spilling import let_go

Tables = Mapping[str, pa.Table]

#: Pairs compared at once: the rows of their items are objects of Python meanwhile.
_PAIRS_AT_ONCE = 20_000
#: Pieces worked out at once: so many have their rows in memory.
_PIECES_AT_ONCE = 1_000
#: Pieces of a part at the most, on average: ten articles more change some pieces of a few parts.
_PIECES_OF_A_PART = 512
#: Bits of a state.
_BITS = 64


class WorkedOut(Protocol):
    """Where results of pieces are kept from one build to the next."""

    def find(self, key: str) -> bytes | None:
        """What is kept under a key, if anything."""
        ...

    def keep(self, key: str, payload: bytes) -> None:
        """Keeps something for the next build."""
        ...

    def drop(self, key: str) -> None:
        """Drops what is kept under a key: nothing leads to it any more."""
        ...


class Nowhere:
    """Keeps nothing: each build works out everything."""

    def find(self, key: str) -> bytes | None:
        """Nothing is kept."""
        return None

    def keep(self, key: str, payload: bytes) -> None:
        """Forgets it at once."""

    def drop(self, key: str) -> None:
        """There is nothing."""


def verdicts(
    pairs: pa.Table,
    function: Callable[[pa.Table], npt.ArrayLike],
    mark: str,
    kept: WorkedOut,
    arranged: Callable[[pa.Table], Numbers] | None = None,
) -> pa.Table:
    """The pairs for which `function` gives a number, with it in a column `verdict`.

    Args:
        pairs: columns `left`, `right` and `state`, a hash of all that the verdict follows from.
        function: pairs → a number for each, or not-a-number where there is nothing between the two.
        mark: changes with what `function` does.
        kept: verdicts of earlier builds.
        arranged: pairs → their places in the order in which `function` is asked about them.
    """
    key = f"{mark} {function.__qualname__} verdicts"
    states = pairs["state"].to_numpy()
    known, values = _arrays(kept.find(key))
    # In order they are found in what was kept, which is in order, several times as fast.
    order = np.argsort(states, kind="stable")
    ordered = states[order]
    found = np.full(len(states), np.nan)
    places = np.minimum(np.searchsorted(known, ordered), max(0, len(known) - 1))
    seen = known[places] == ordered if len(known) else np.zeros(len(states), dtype=np.bool_)
    found[order[seen]] = values[places[seen]]
    unseen = np.sort(order[~seen])
    if arranged is not None:
        unseen = unseen[arranged(pairs.take(unseen))]
    for at in range(0, len(unseen), _PAIRS_AT_ONCE):
        chosen = unseen[at : at + _PAIRS_AT_ONCE]
        found[chosen] = np.asarray(function(pairs.take(chosen)), dtype=np.float64)
        let_go()
    kept.keep(key, ordered.tobytes() + found[order].tobytes())
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
    parts = _Parts(f"{mark} {function.__qualname__} parts", kept)
    states = pieces["state"].to_numpy()
    found, seen = parts.read(states)
    unseen = pieces.filter(pc.invert(pc.is_in(pieces["state"], pa.array(seen))))
    # Where there is no piece at all, the function still says which columns its rows have.
    some = range(0, max(1 - len(found), unseen.num_rows), _PIECES_AT_ONCE)
    for at in some:
        found.append(function(unseen.slice(at, _PIECES_AT_ONCE)))
        let_go()
    rows = pa.concat_tables(found).combine_chunks()
    parts.write(states, rows, seen)
    return rows


class _Parts:
    """States of pieces with their rows, kept in parts by the first bits of the states, which are
    hashes: of many parts those in which nothing came or went are not written again."""

    def __init__(self, key: str, kept: WorkedOut) -> None:
        self._key, self._kept = key, kept
        head = kept.find(key)
        #: bits that tell the parts that are kept
        self._bits = None if head is None else int(head)

    def read(self, wanted: Hashes) -> tuple[list[pa.Table], Hashes]:
        """The rows of those of the wanted states that are kept, and all states that are."""
        ordered = np.sort(wanted)
        found, seen = list[pa.Table](), [np.zeros(0, dtype=np.uint64)]
        for part in range(0 if self._bits is None else 1 << self._bits):
            payload = self._kept.find(f"{self._key} {part}")
            if payload is None:
                continue
            known = unpack_all(payload)
            rows, states = known["rows"], known["states"]["state"].to_numpy()
            seen.append(states)
            left = states[np.isin(states, _between(ordered, states))]
            if len(left) < len(states):
                rows = rows.filter(pc.is_in(rows["state"], pa.array(left)))
            found.append(rows)
        return found, np.concatenate(seen)

    def write(self, states: Hashes, rows: pa.Table, seen: Hashes) -> None:
        """Keeps states and their rows; those that were seen are kept in the parts that they have
        now, if there are as many."""
        bits = (max(0, len(states) - 1) // _PIECES_OF_A_PART).bit_length()
        if bits == self._bits:
            changed = np.unique(_part_of(np.setxor1d(states, seen), bits))
            self._write(changed, bits, states, rows)
            return
        # A build that is killed meanwhile leaves no parts of both sizes that count.
        self._kept.drop(self._key)
        for part in range(1 << bits, 1 << (self._bits or 0)):
            self._kept.drop(f"{self._key} {part}")
        self._write(np.arange(1 << bits), bits, states, rows)
        self._kept.keep(self._key, str(bits).encode())

    def _write(self, parts: Numbers, bits: int, states: Hashes, rows: pa.Table) -> None:
        of_parts = (_dealt(own, parts, bits) for own in (states, rows["state"].to_numpy()))
        for part, own, its_rows in zip(parts.tolist(), *of_parts, strict=True):
            tables = {"states": pa.table({"state": states[own]}), "rows": rows.take(its_rows)}
            self._kept.keep(f"{self._key} {part}", pack_all(tables))


def _between(ordered: Hashes, states: Hashes) -> Hashes:
    """Of ascending states those from the least to the greatest of some."""
    if not len(states):
        return ordered[:0]
    bounds = np.searchsorted(ordered, [states.min(), states.max()])
    return ordered[bounds[0] : bounds[1] + 1]


def _part_of(states: Hashes, bits: int) -> Numbers:
    if not bits:
        return np.zeros(len(states), dtype=np.int64)
    return (states >> np.uint64(_BITS - bits)).astype(np.int64)


def _dealt(states: Hashes, parts: Numbers, bits: int) -> list[Numbers]:
    """For each of some parts, ascending, the places of its states."""
    of = _part_of(states, bits)
    chosen = np.flatnonzero(np.isin(of, parts))
    chosen = chosen[np.argsort(of[chosen], kind="stable")]
    bounds = np.searchsorted(of[chosen], np.append(parts, 1 << bits)).tolist()
    return [chosen[start:end] for start, end in itertools.pairwise(bounds)]


def _arrays(payload: bytes | None) -> tuple[Hashes, npt.NDArray[np.float64]]:
    if payload is None:
        return np.zeros(0, dtype=np.uint64), np.zeros(0)
    half = len(payload) // 2
    return np.frombuffer(payload[:half], np.uint64), np.frombuffer(payload[half:], np.float64)


#: Of what is kept, most is read again at each build: this takes half as much room again as the
#: densest way, and a sixth of its time to read; threads would cost more than so small tables.
_WRITING = {"compression": "lz4", "use_threads": False}


def pack(table: pa.Table) -> bytes:
    """A table as bytes."""
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(**_WRITING)
    with pa.ipc.new_stream(sink, table.schema, options=options) as stream:
        stream.write_table(table)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def unpack(payload: bytes) -> pa.Table:
    """The table that `pack` made bytes of."""
    options = pa.ipc.IpcReadOptions(use_threads=False)
    with pa.ipc.open_stream(payload, options=options) as stream:
        return stream.read_all()


def pack_all(tables: Tables) -> bytes:
    """Tables as bytes: their names and lengths, then one after the other."""
    packed = {name: pack(table) for name, table in tables.items()}
    head = json.dumps({name: len(own) for name, own in packed.items()}).encode()
    return b"\n".join([head, b"".join(packed.values())])


def unpack_all(packed: bytes, only: str | None = None) -> dict[str, pa.Table]:
    """The tables that `pack_all` made bytes of, or only one of them."""
    head, _, body = packed.partition(b"\n")
    lengths: dict[str, int] = json.loads(head)
    ends = itertools.accumulate(lengths.values())
    return {
        name: unpack(body[end - length : end])
        for (name, length), end in zip(lengths.items(), ends, strict=True)
        if only is None or name == only
    }
