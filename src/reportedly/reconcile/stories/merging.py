"""Groups of articles while they are merged, in columns: which two may become one, and what they
are together.

Two groups may become one while the *average* likeness of their articles is high enough, for itself
and beside the likeness inside each group."""

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from reportedly.arrays import Flags, Numbers
from reportedly.reconcile.hashing import distinct
from reportedly.reconcile.stories.vectors import Vectors, Weights

#: Least average cosine of two groups that are one story, and least share of what their articles
#: have with one another inside the groups: reports of one event are much alike, those of a long
#: affair less so.  Chosen on the development topics of ECB+ and 840 articles of one campaign.
LEAST_LIKENESS = 0.15
LEAST_OF_INNER = 0.55
#: Each doubling of the months between two groups' days costs this much of their likeness.
COST_OF_TIME = 0.015
FREE_DAYS = 30
#: Features that a group may have; with more, half of them are kept, the weightiest.
MOST_FEATURES = 8_000
#: Weights that are in memory at once, for some groups all features of the pile: what a processor
#: has near it holds them.
_AT_ONCE = 1 << 18
#: Later than every day; earlier, when negative.
_NO_DAY = 1 << 40


Features = npt.NDArray[np.int32]
#: Features and weights of a group that is merged into another.
_NOTHING: tuple[Features, Weights] = np.zeros(0, dtype=np.int32), np.zeros(0)


class Merging:
    """All groups by name; at first each article is one.

    Args:
        found: what the articles are about.
        days: of each the ordinal of its day, if it is known.
    """

    def __init__(self, found: Vectors, days: Sequence[int | None]) -> None:
        self.size = np.ones(len(days), dtype=np.int64)
        self.of = np.arange(len(days))
        """of each article the group that it was merged into, which may itself be merged"""
        # Without what fills the rows up, but for one place of those that have no feature.
        self._lengths = np.maximum(1, (found.weights > 0).sum(axis=1))
        ends = self._lengths.tolist()
        self._features = [row[:end] for row, end in zip(found.features, ends, strict=True)]
        self._weights = [row[:end] for row, end in zip(found.weights, ends, strict=True)]
        self._square = np.ones(len(days))
        self._inner = np.zeros(len(days))
        self._first = np.array([_NO_DAY if day is None else day for day in days], dtype=np.int64)
        self._last = np.array([-_NO_DAY if day is None else day for day in days], dtype=np.int64)
        self._width = len(found.names) + 1
        #: rows of what is dense: groups that are worked on at once
        self._at_once = max(1, _AT_ONCE // self._width)
        self._dense = np.zeros(self._at_once * self._width)

    def stories(self) -> list[tuple[int, ...]]:
        """The articles by group, each sorted, groups sorted."""
        found: dict[int, list[int]] = {}
        whole = self.of
        while (whole != whole[whole]).any():
            whole = whole[whole]
        for article, group in enumerate(whole.tolist()):
            found.setdefault(group, []).append(article)
        return [tuple(members) for members in found.values()]

    def likeness(self, one: Numbers, other: Numbers, averages: Weights) -> tuple[Weights, Flags]:
        """How much pairs of groups with some average cosines speak for being one; may they be?"""
        found = (averages - self._costs_of_time(one, other)).round(9)
        several = (self.size[one] > 1).astype(np.int64) + (self.size[other] > 1)
        inner = (self._inner[one] + self._inner[other]) / np.maximum(several, 1)
        # Beside the geometric mean of those inside them; an article alone has none.
        least = np.where(several > 0, LEAST_OF_INNER * np.exp(inner), 0.0)
        return found, (found >= LEAST_LIKENESS) & (averages >= least)

    def _costs_of_time(self, one: Numbers, other: Numbers) -> Weights:
        gap = np.maximum(self._first[one] - self._last[other], self._first[other] - self._last[one])
        dated = (self._first[one] < _NO_DAY) & (self._first[other] < _NO_DAY) & (gap > FREE_DAYS)
        found: Weights = COST_OF_TIME * np.log2(np.where(dated, gap, FREE_DAYS) / FREE_DAYS)
        return found

    def averages(self, one: Numbers, other: Numbers) -> Weights:
        """The average cosines of the articles of pairs of groups; `one` ascending."""
        found = np.zeros(len(one))
        for start, end in self._blocks(one, self._lengths[other]):
            owners, of = np.unique(one[start:end], return_inverse=True)
            own, weights, _ = self._features_of(owners, np.arange(len(owners)))
            places, others, starts = self._features_of(other[start:end], of)
            self._dense[own] = weights
            found[start:end] = np.add.reduceat(self._dense.take(places) * others, starts)
            self._dense[own] = 0.0
        counts = self.size[one] * self.size[other]
        return (found / counts).round(9)

    def merge(self, names: Numbers, gone: Numbers) -> None:
        """Makes pairs of groups one each, under the first name; no group is in two pairs."""
        for start, end in self._blocks(np.arange(len(names)), self._lengths[gone]):
            self._merge(names[start:end], gone[start:end])

    def _merge(self, names: Numbers, gone: Numbers) -> None:
        of = np.arange(len(names))
        own, own_weights, _ = self._features_of(names, of)
        other, other_weights, starts = self._features_of(gone, of)
        both = distinct(np.concatenate([own, other]))
        self._dense[own] = own_weights
        common = np.add.reduceat(self._dense[other] * other_weights, starts)
        self._dense[other] += other_weights
        weights = self._dense[both]
        self._dense[both] = 0.0
        features = (both % self._width).astype(np.int32)
        bounds = np.append(np.searchsorted(both, of * self._width), len(both)).tolist()
        for name, (start, end) in zip(names.tolist(), itertools.pairwise(bounds), strict=True):
            self._take(name, *_weightiest(features[start:end], weights[start:end]))
        for name in gone.tolist():
            self._take(name, *_NOTHING)
        # What features left out earlier weighed stays in the square.
        self._square[names] += self._square[gone] + (2 * common).round(9)
        self.of[gone] = names
        self.size[names] += self.size[gone]
        self.size[gone] = 0
        counts = self.size[names]
        inner = (self._square[names] - counts) / (counts * (counts - 1))
        self._inner[names] = np.log(np.maximum(1e-6, inner))
        self._first[names] = np.minimum(self._first[names], self._first[gone])
        self._last[names] = np.maximum(self._last[names], self._last[gone])

    def _take(self, name: int, features: Features, weights: Weights) -> None:
        self._features[name], self._weights[name] = features, weights
        self._lengths[name] = len(features)

    def _blocks(self, owners: Numbers, lengths: Numbers) -> Iterator[tuple[int, int]]:
        """Pairs that are worked on at once: those of some owners, which ascend, whose others do
        not have too many features."""
        fresh = np.diff(owners, prepend=-1) != 0
        before = np.cumsum(lengths) - lengths
        own = (np.cumsum(fresh) - 1) // self._at_once
        full = np.maximum.accumulate(np.where(fresh, before // _AT_ONCE, 0))
        begins = np.diff(own, prepend=-1) + np.diff(full, prepend=0) != 0
        bounds = np.append(np.flatnonzero(begins), len(owners)).tolist()
        return itertools.pairwise(bounds)

    def _features_of(self, groups: Numbers, rows: Numbers) -> tuple[Numbers, Weights, Numbers]:
        """The places of groups' features in some rows of what is dense, their weights, and where
        those of each group begin."""
        names = groups.tolist()
        lengths = self._lengths[groups]
        features = np.concatenate([self._features[name] for name in names])
        weights = np.concatenate([self._weights[name] for name in names])
        places = np.repeat(rows * self._width, lengths) + features
        return places, weights, np.cumsum(lengths) - lengths


def _weightiest(features: Features, weights: Weights) -> tuple[Features, Weights]:
    """Copies, since a part of what belongs to many groups would hold all of it in memory."""
    if len(features) <= MOST_FEATURES:
        return features.copy(), weights.copy()
    kept = np.sort(np.lexsort((features, -weights))[: MOST_FEATURES // 2])
    return features[kept], weights[kept]
