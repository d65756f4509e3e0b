"""What articles are about, as vectors of one length: features of all articles in, likeness out.

How rare a word is, is counted in the pile and in an imagined archive behind it, so that in a pile
of twenty articles on one affair the names of the affair are still rare.
"""

import itertools
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from reportedly.arrays import Hashes, Numbers

Weights = npt.NDArray[np.float64]

NAME_WEIGHT = 1.5
#: Articles of the imagined archive, and in how many of them a word and a name occur.
ARCHIVE = 400
ARCHIVE_WORD = 12.0
ARCHIVE_NAME = 2.0
#: Features kept of each article, the weightiest.
KEPT = 120
#: Steps in which counts double: some articles more leave nearly all weights as they were.
STEPS = 16
#: Articles whose features are weighed at once.
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Vectors:
    """A row for each article: its weightiest features, heaviest first; 0s fill it up."""

    #: numbers of features in `names`
    features: Numbers
    weights: Weights
    names: Hashes

    def cosines(self, left: Numbers, right: Numbers) -> Weights:
        """The cosines of pairs of rows; `left` ascending."""
        dense = np.zeros(len(self.names) + 1)
        found = np.empty(len(left))
        bounds = np.append(np.flatnonzero(np.diff(left, prepend=-1)), len(left))
        for start, end in itertools.pairwise(bounds.tolist()):
            own = self.features[left[start]]
            dense[own] = self.weights[left[start]]
            others = right[start:end]
            found[start:end] = (dense[self.features[others]] * self.weights[others]).sum(axis=1)
            dense[own] = 0.0
        return found.round(9)


def vectors(features: pa.Table) -> Vectors:
    """The vectors of articles, in the order of their rows."""
    lists = features["features"].combine_chunks()
    ends = np.concatenate([[0], np.cumsum(lists.value_lengths().to_numpy())]).astype(np.int64)
    names, numbers, counts = np.unique(
        lists.flatten().to_numpy(), return_inverse=True, return_counts=True
    )
    used = features["used"].combine_chunks().flatten().to_numpy()
    rarity = _rarity(names, counts, features.num_rows)
    # The number after all others stands for no feature.
    found = np.full((features.num_rows, KEPT), len(names), dtype=np.int32)
    weights = np.zeros((features.num_rows, KEPT))
    for first in range(0, features.num_rows, _AT_ONCE):
        last = min(first + _AT_ONCE, features.num_rows)
        own = slice(int(ends[first]), int(ends[last]))
        weighed = (1 + np.log(used[own])) * rarity[numbers[own]]
        rows = np.repeat(np.arange(first, last), np.diff(ends[first : last + 1]))
        _fill(found, weights, rows, numbers[own], weighed)
    lengths = np.sqrt((weights * weights).sum(axis=1, keepdims=True))
    return Vectors(
        found, weights / np.where(lengths > 0, lengths, 1.0), np.append(names, np.uint64(0))
    )


def _fill(
    found: npt.NDArray[np.int32], weights: Weights, rows: Numbers, own: Numbers, weighed: Weights
) -> None:
    """Puts the weightiest features of some rows in their places; of equal ones the smaller."""
    order = np.lexsort((own, -weighed, rows))
    order = order[weighed[order] > 0]
    rows, own, weighed = rows[order], own[order], weighed[order]
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    places = np.arange(len(rows)) - np.repeat(starts, np.diff(starts, append=len(rows)))
    kept = places < KEPT
    found[rows[kept], places[kept]] = own[kept]
    weights[rows[kept], places[kept]] = weighed[kept]


def _rarity(names: Hashes, counts: Numbers, pile: int) -> Weights:
    """How much each feature says, by the number of articles that have it."""
    is_name = (names & np.uint64(1)).astype(np.bool_)
    before = np.where(is_name, ARCHIVE_NAME, ARCHIVE_WORD)
    steps = round(STEPS * math.log2(pile + ARCHIVE)) - np.round(STEPS * np.log2(counts + before))
    rarity: Weights = steps * math.log(2) / STEPS * np.where(is_name, NAME_WEIGHT, 1.0)
    return rarity
