"""The wordings of all articles, as they stand in columns: each is made when it is asked for."""

import functools

import numpy as np
import pyarrow as pa

from reportedly.reconcile.copies.wording import Wording

#: Wordings in memory at once: candidates that share most come one after the other.
AT_ONCE = 4_000


class Wordings:
    """Row of the keys → wording and page of an article; where the words stand is not known.

    Args:
        keys: those of all articles, as `candidates.keys_of` gives them.
    """

    def __init__(self, keys: pa.Table) -> None:
        columns = {name: keys[name].combine_chunks() for name in ("words", "sequence", "quoted")}
        self._starts = {name: column.offsets.to_numpy() for name, column in columns.items()}
        self._values = {name: column.values for name, column in columns.items()}
        self.pages: list[str] = keys["page"].to_pylist()
        self.of = functools.lru_cache(AT_ONCE)(self._make)
        self.vocabulary = functools.lru_cache(AT_ONCE)(self._vocabulary)

    def _own(self, name: str, row: int) -> pa.Array:
        first, last = self._starts[name][row : row + 2].tolist()
        return self._values[name].slice(first, last - first)

    def _make(self, row: int) -> Wording:
        words = self._own("words", row).to_numpy()
        quoted = self._own("quoted", row).to_numpy(zero_copy_only=False)
        return Wording(words[self._own("sequence", row).to_numpy()], quoted.astype(np.bool_), ())

    def _vocabulary(self, row: int) -> frozenset[int]:
        """Hashes of the words, each once."""
        return frozenset(self._own("words", row).to_pylist())
