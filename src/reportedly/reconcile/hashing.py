"""Hashes of words and rows as numbers: for finding and comparing in columns what is the same."""

import functools
import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from reportedly.arrays import Hashes, Numbers
from reportedly.row_hashes import row_hashes
from reportedly.row_hashes import summed as summed

Whole = TypeVar("Whole", bound=npt.NDArray[np.integer[Any]])
"""Numbers of any width."""

_ONE, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


@functools.lru_cache(maxsize=1 << 18)
def hash_of(words: str) -> int:
    """64 bits of a word or a few."""
    encoded = words.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(encoded, digest_size=8).digest())


def state_of(values: object) -> int:
    """64 bits of anything that writes itself as it is, read and forgotten."""
    encoded = repr(values).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(encoded, digest_size=8).digest())


def hashes(words: Iterable[str]) -> list[int]:
    """The hashes of some words, each once, in the order of the numbers."""
    return sorted({hash_of(word) for word in words})


def distinct(values: Whole) -> Whole:
    """The different values, ascending: of millions in a fiftieth of the time of `numpy.unique`,
    which hashes them."""
    ordered = np.sort(values)
    found: Whole = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return found


def places_in(known: npt.NDArray[Any], wanted: npt.NDArray[Any]) -> Numbers:
    """Where values stand in ascending ones, or would; the last place for those behind them.

    They are looked for in their order: those next to one another are then near in memory.
    """
    order = np.argsort(wanted)
    found = np.empty(len(wanted), dtype=np.int64)
    found[order] = np.searchsorted(known, wanted[order])
    return np.minimum(found, max(0, len(known) - 1), out=found)


def mixed(one: Hashes, other: Hashes | int) -> Hashes:
    """A hash of two hashes, in this order."""
    found = one * _ONE + np.asarray(other, dtype=np.uint64)
    found = (found ^ (found >> np.uint64(29))) * _OTHER
    return found ^ (found >> np.uint64(32))


def row_states(table: pa.Table, columns: Sequence[str]) -> Hashes:
    """A hash of each row over some columns of any type."""
    return row_hashes(table.select(columns))
