"""Hashes of words and rows as numbers: for finding and comparing in columns what is the same."""

import functools
import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from reportedly.row_hashes import Hashes as Hashes
from reportedly.row_hashes import row_hashes
from reportedly.row_hashes import summed as summed

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


def mixed(one: Hashes, other: Hashes | int) -> Hashes:
    """A hash of two hashes, in this order."""
    found = one * _ONE + np.asarray(other, dtype=np.uint64)
    found = (found ^ (found >> np.uint64(29))) * _OTHER
    return found ^ (found >> np.uint64(32))


def row_states(table: pa.Table, columns: Sequence[str]) -> Hashes:
    """A hash of each row over some columns of any type."""
    return row_hashes(table.select(columns))
