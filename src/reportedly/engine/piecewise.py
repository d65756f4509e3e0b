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

Tables = Mapping[str, pa.Table]
Hashes = npt.NDArray[np.uint64]

#: Articles that a block has at the least, on average: a block is worked out anew when one of its
#: articles changes, and each costs a look-up.
_LEAST_IN_A_BLOCK = 8
#: Pairs compared at once: the rows of their items are objects of Python meanwhile.
_PAIRS_AT_ONCE = 50_000


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
    tables: Tables, function: Callable[[Tables], pa.Table], mark: str, kept: WorkedOut
) -> pa.Table:
    """What `function` gives for the rows of some articles at a time, put together.

    Args:
        tables: each with a column `article_id`.
        function: the result for articles does not depend on which others come with them.
        mark: changes with what `function` does.
        kept: results of earlier builds.
    """
    found = []
    for block in blocks(tables):
        key = f"{mark} {function.__qualname__} {_state(block)}"
        payload = kept.find(key)
        if payload is None:
            payload = pack(function(block))
            kept.keep(key, payload)
        found.append(unpack(payload))
    return pa.concat_tables(found)


def blocks(tables: Tables) -> Iterator[dict[str, pa.Table]]:
    """The tables' rows by groups of articles that stay together when others are added.

    The first characters of its identifier, a hash, say to which group an article belongs.
    """
    articles = max(len(pc.unique(table["article_id"])) for table in tables.values())
    digits = digits_of_blocks(articles)
    sorted_tables, starts = {}, {}
    for name, table in tables.items():
        marks = pc.utf8_slice_codeunits(table["article_id"], 1, 1 + digits)
        order = pc.sort_indices(
            pa.table({"mark": marks, "article": table["article_id"]}),
            sort_keys=[("mark", "ascending"), ("article", "ascending")],
        )
        sorted_tables[name] = table.take(order).combine_chunks()
        starts[name] = _starts(pc.take(marks, order))
    for mark in sorted({mark for own in starts.values() for mark in own}) or [""]:
        yield {
            name: table.slice(*starts[name].get(mark, (0, 0)))
            for name, table in sorted_tables.items()
        }


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
    order = np.argsort(states, kind="stable")
    kept.keep(key, states[order].tobytes() + found[order].tobytes())
    return pairs.append_column("verdict", pa.array(found)).filter(pa.array(~np.isnan(found)))


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
