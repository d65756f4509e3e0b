"""`Names`: every name that the pile's articles use, once, by number, with what it is made of.

Members hold numbers of names; a name is taken apart once, however many articles use it.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers
from reportedly.models.names.organisation import key_words

Whole = npt.NDArray[np.signedinteger[Any]]
"""Numbers of any width."""


class Names:
    """Distinct names in the order of the alphabet, so that a greater number is a later name."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        known: dict[tuple[str, ...], int] = {}
        self.words = np.array(
            [known.setdefault(key_words(text), len(known)) for text in texts], dtype=np.int64
        )
        """of each name the number of its key words"""
        self._known = known

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def n_words(self) -> int:
        """How many different key words there are."""
        return len(self._known)

    def find_words(self, words: tuple[str, ...]) -> int | None:
        """The number of some key words, if any name has just these."""
        return self._known.get(words)

    def column(self) -> pa.Array:
        """The names as they stand in a table."""
        return pa.array(self.texts, pa.string())


def numbered(columns: Sequence[pa.Array | pa.ChunkedArray]) -> tuple[list[str], list[Numbers]]:
    """The distinct values of some columns of text, sorted, and each column by their numbers."""
    flat = pa.chunked_array(
        [chunk for column in columns for chunk in _chunks(column)], type=pa.string()
    )
    encoded = flat.dictionary_encode().unify_dictionaries().combine_chunks()
    if isinstance(encoded, pa.ChunkedArray):  # of no chunks at all
        return [], [np.zeros(0, np.int64) for _ in columns]
    order = pc.sort_indices(encoded.dictionary).to_numpy()
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    codes = rank[encoded.indices.to_numpy()] if len(order) else np.zeros(0, np.int64)
    ends = np.cumsum([len(column) for column in columns])
    texts: list[str] = encoded.dictionary.take(pa.array(order)).to_pylist()
    return texts, np.split(codes, ends[:-1])


def _chunks(column: pa.Array | pa.ChunkedArray) -> list[pa.Array]:
    return column.chunks if isinstance(column, pa.ChunkedArray) else [column]
