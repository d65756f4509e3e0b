"""Groups of articles while they are merged, in columns: which two may become one, and what they
are together.

Two groups may become one while the *average* likeness of their articles is high enough, for itself
and beside the likeness inside each group."""

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reportedly.reconcile.hashing import distinct
from reportedly.reconcile.stories.vectors import Numbers, Vectors, Weights

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
#: Later than every day; earlier, when negative.
_NO_DAY = 1 << 40


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
        self._features: list[Numbers] = list(found.features)
        self._weights: list[Weights] = list(found.weights)
        self._square = np.ones(len(days))
        self._inner = np.zeros(len(days))
        self._first = np.array([_NO_DAY if day is None else day for day in days], dtype=np.int64)
        self._last = np.array([-_NO_DAY if day is None else day for day in days], dtype=np.int64)
        self._dense = np.zeros(len(found.names) + 1)

    def stories(self) -> list[tuple[int, ...]]:
        """The articles by group, each sorted, groups sorted."""
        found: dict[int, list[int]] = {}
        whole = self.of
        while (whole != whole[whole]).any():
            whole = whole[whole]
        for article, group in enumerate(whole.tolist()):
            found.setdefault(group, []).append(article)
        return [tuple(members) for members in found.values()]

    def likeness(
        self, one: Numbers, other: Numbers, averages: Weights
    ) -> tuple[Weights, npt.NDArray[np.bool_]]:
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

    def averages(self, name: int, others: Numbers) -> Weights:
        """The average cosine of the articles of one group with those of each of some others."""
        if not len(others):
            return np.zeros(0)
        own, names = self._features[name], others.tolist()
        features = [self._features[other] for other in names]
        self._dense[own] = self._weights[name]
        shared = self._dense.take(np.concatenate(features))
        shared *= np.concatenate([self._weights[other] for other in names])
        self._dense[own] = 0.0
        starts = [0, *itertools.accumulate(map(len, features[:-1]))]
        counts = self.size[name] * self.size[others]
        found: Weights = (np.add.reduceat(shared, starts) / counts).round(9)
        return found

    def merge(self, name: int, gone: int) -> None:
        """Makes two groups one, under the first name."""
        own, other = self._features[name], self._features[gone]
        features = distinct(np.concatenate([own, other]))
        # Each feature once, but for the one that stands for none and weighs nothing.
        self._dense[own] = self._weights[name]
        common = float(self._dense[other] @ self._weights[gone])
        self._dense[other] += self._weights[gone]
        weights = self._dense[features]
        self._dense[features] = 0.0
        # What features left out earlier weighed stays in the square.
        square = self._square[name] + self._square[gone] + round(2 * common, 9)
        if len(features) > MOST_FEATURES:
            kept = np.sort(np.lexsort((features, -weights))[: MOST_FEATURES // 2])
            features, weights = features[kept], weights[kept]
        self._features[name], self._weights[name] = features, weights
        self._features[gone], self._weights[gone] = features[:0], weights[:0]
        self._square[name], self.of[gone] = square, name
        count = self.size[name] = self.size[name] + self.size[gone]
        self.size[gone] = 0
        self._inner[name] = np.log(max(1e-6, (square - count) / (count * (count - 1))))
        self._first[name] = min(self._first[name], self._first[gone])
        self._last[name] = max(self._last[name], self._last[gone])
