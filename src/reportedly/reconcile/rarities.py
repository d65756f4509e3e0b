"""How much it says that two passages share a word: counted in columns, asked for word by word."""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from reportedly.arrays import Hashes, Numbers
from reportedly.content_words import STEPS, rarity_of
from reportedly.errors import ReportedlyError
from reportedly.reconcile.hashing import hash_of, mixed, places_in, summed

#: Pairs compared at once, some ten words each.
_PAIRS_AT_ONCE = 200_000


class RarityAsked(ReportedlyError):  # noqa: N818 - the name says what happens, not that it is bad
    """What is compared with `UNWEIGHED` hangs on how rare a word is."""


class _Unweighed(Mapping[str, float]):
    """Knows no rarity: whoever asks for one hears that it matters."""

    def __getitem__(self, word: str) -> float:
        raise RarityAsked(f"how rare “{word}” is was not counted; give the pile's `Rarities`")

    def get(self, word: str, default: float = 0.0) -> float:  # type: ignore[override]
        return self[word]

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[str]:
        return iter(())


#: To compare with, and to find out what hangs on no rarity: most does not, and stays as it is when
#: articles are added, which make words less rare.
UNWEIGHED: Mapping[str, float] = _Unweighed()


class Rarities(Mapping[str, float]):
    """Word → its rarity among passages; holds hashes, and no words.

    Args:
        words: for each passage the hashes of its words, each once.
        added: to each rarity.
        steps: in which numbers are counted, for each doubling.
    """

    def __init__(
        self, words: pa.ListArray | pa.ChunkedArray, added: float = 0.0, steps: int = STEPS
    ) -> None:
        flat = _flat(words)
        self._words, counts = np.unique(flat, return_counts=True)
        known = {n: added + rarity_of(n, len(words), steps) for n in np.unique(counts).tolist()}
        self._weights = np.array([known[n] for n in counts.tolist()], dtype=np.float64)
        self._asked: dict[str, float | None] = {}

    def __getitem__(self, word: str) -> float:
        """Raises KeyError for a word that no passage has."""
        found = self._find(word)
        if found is None:
            raise KeyError(word)
        return found

    def get(self, word: str, default: float = 0.0) -> float:  # type: ignore[override]
        """The rarity of a word, or the default for one that no passage has."""
        found = self._find(word)
        return default if found is None else found

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[str]:
        raise TypeError("the words themselves are not kept")

    def _find(self, word: str) -> float | None:
        if word not in self._asked:
            wanted = np.uint64(hash_of(word))
            at = int(np.searchsorted(self._words, wanted))
            there = at < len(self._words) and self._words[at] == wanted
            self._asked[word] = float(self._weights[at]) if there else None
        return self._asked[word]

    def weights_of(self, words: Hashes) -> npt.NDArray[np.float64]:
        """The rarities of words by their hashes; -1 for words that no passage has."""
        if not len(self._words):
            return np.full(len(words), -1.0)
        at = places_in(self._words, words)
        return np.where(self._words[at] == words, self._weights[at], -1.0)

    def shares(
        self, words: pa.ChunkedArray, left: Numbers, right: Numbers
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """For pairs of lists the weight of the words they share over that of both together, and
        over that of the lighter, to nine digits."""
        flat, lengths = _flat(words), _lengths(words)
        numbers = places_in(self._words, flat)
        weights = self._weights[numbers]
        rows = np.repeat(np.arange(len(lengths)), lengths)
        # A number for each word of each list: sorted, since lists and words are.
        places = rows * len(self._words) + numbers
        totals = np.bincount(rows, weights, len(lengths))
        shared = np.zeros(len(left))
        starts = np.cumsum(lengths) - lengths
        for first in range(0, len(left), _PAIRS_AT_ONCE):
            some = slice(first, first + _PAIRS_AT_ONCE)
            counts = lengths[left[some]]
            pairs = np.repeat(np.arange(len(counts)), counts)
            within = np.arange(len(pairs)) - np.repeat(np.cumsum(counts) - counts, counts)
            own = np.repeat(starts[left[some]], counts) + within
            wanted = right[some][pairs] * len(self._words) + numbers[own]
            at = places_in(places, wanted)
            both = places[at] == wanted
            shared[some] = np.bincount(pairs[both], weights[own[both]], len(counts))
        one, other = totals[left], totals[right]
        of_both = shared / np.maximum(one + other - shared, 1e-9)
        return of_both.round(9), (shared / np.maximum(np.minimum(one, other), 1e-9)).round(9)

    def states(self, words: pa.ListArray | pa.ChunkedArray) -> Hashes:
        """For each list of words a hash of them and of their rarities."""
        flat = _flat(words)
        return summed(mixed(flat, self.weights_of(flat).view(np.uint64)), _lengths(words))


def _flat(words: pa.ListArray | pa.ChunkedArray) -> Hashes:
    if isinstance(words, pa.ChunkedArray):
        words = words.combine_chunks()
    flat: Hashes = words.flatten().to_numpy(zero_copy_only=False)
    return flat.astype(np.uint64, copy=False)


def _lengths(words: pa.ListArray | pa.ChunkedArray) -> Numbers:
    lengths: Numbers = (
        (words.combine_chunks() if isinstance(words, pa.ChunkedArray) else words)
        .value_lengths()
        .to_numpy(zero_copy_only=False)
        .astype(np.int64)
    )
    return lengths
