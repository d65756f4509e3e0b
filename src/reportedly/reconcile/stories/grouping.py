"""Groups of articles about one event or thread: vectors and days in, groups out.

Two groups become one while the *average* likeness of their articles is high enough, for itself and
beside the likeness inside each group, the most alike first; so neither a chain of articles, each
like the next, nor an article about both pulls two stories together.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from reportedly.reconcile.meeting import meeting
from reportedly.reconcile.stories.vectors import Hashes, Numbers, Vectors, Weights
from reportedly.stage import Joins

#: Features of each article by which others are found, and things that meet for one of them.
KEYS, BUCKET = 24, 64
#: Shared by two candidates.
LEAST_SHARED = 2
#: Least average cosine of two groups that are one story, and least share of what their articles
#: have with one another inside the groups: reports of one event are much alike, those of a long
#: affair less so.  Chosen on the development topics of ECB+ and 840 articles of one campaign.
LEAST_LIKENESS = 0.15
LEAST_OF_INNER = 0.55
#: Less alike, two articles or groups are not looked at again.
LEAST_NEAR = LEAST_LIKENESS / 2
#: Each doubling of the months between two groups' days costs this much of their likeness.
COST_OF_TIME = 0.015
FREE_DAYS = 30
#: A group of more articles looks at all groups near it only when it has grown by a part, and
#: meanwhile at those near what joins it: thousands of articles may be alike.
ALWAYS_LOOKING, GROWN = 64, 1.125
#: Features that a group may have; with more, half of them are kept, the weightiest.
MOST_FEATURES = 8_000


Waiting = tuple[float, int, int, int]
"""How alike two groups are, the most alike first, their names, and how many articles they had."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A group on its way: members, sum of their vectors, first and last day."""

    members: list[int]
    features: Numbers
    weights: Weights
    square: float
    first: int | None
    last: int | None
    #: the logarithm of the average cosine inside the group; that of one article is none
    inner: float = 0.0


def story_groups(
    found: Vectors, days: Sequence[str | None], marks: Hashes, joins: Joins
) -> list[tuple[int, ...]]:
    """All rows by story, each group sorted, groups sorted; an article may be alone.

    Args:
        found: what the articles are about.
        days: when they were published.
        marks: 64 bits of each of them, which stay as they are when others are added.
        joins: the engine's joins.
    """
    left, right = _candidates(found, marks, joins)
    cosines = found.cosines(left, right)
    near = cosines >= LEAST_NEAR
    pairs = _Pairs(left[near], right[near], cosines[near], len(days))
    return _Merging(found, [_ordinal(day) for day in days], pairs).run()


def _candidates(found: Vectors, marks: Hashes, joins: Joins) -> tuple[Numbers, Numbers]:
    keys = found.features[:, :KEYS].astype(np.int64)
    there = found.weights[:, :KEYS] > 0
    items = np.repeat(np.arange(len(keys)), there.sum(axis=1))
    least = np.full(len(items), LEAST_SHARED)
    pairs: pa.Table = meeting(items, keys[there], least, marks, joins, bucket=BUCKET)
    return pairs["left"].to_numpy(), pairs["right"].to_numpy()


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day[:10]).toordinal() if day and len(day) >= 10 else None


class _Pairs:
    """Articles that are worth comparing, in columns: there are dozens for each article."""

    def __init__(self, left: Numbers, right: Numbers, cosines: Weights, articles: int) -> None:
        self.left, self.right, self.cosines = left, right, cosines
        ends = np.concatenate([left, right])
        order = np.argsort(ends, kind="stable")
        self._others = np.concatenate([right, left])[order].astype(np.int32)
        self._starts = np.searchsorted(ends[order], np.arange(articles + 1))

    def near(self, article: int) -> list[int]:
        """The articles worth comparing with one."""
        first, last = self._starts[article : article + 2]
        others: list[int] = self._others[first:last].tolist()
        return others

    def waiting(self, groups: Mapping[int, _Group]) -> list[Waiting]:
        """Those that may be one story already, in the order of the heap."""
        alike = self.cosines >= LEAST_LIKENESS
        columns = (c[alike].tolist() for c in (self.left, self.right, self.cosines))
        found = [
            (-round(likeness, 9), one, other, 2)
            for one, other, cosine in zip(*columns, strict=True)
            if (likeness := cosine - _cost_of_time(groups[one], groups[other])) >= LEAST_LIKENESS
        ]
        return sorted(found)


class _Merging:
    """Average-link merging over the pairs that are worth comparing."""

    def __init__(self, found: Vectors, days: Sequence[int | None], pairs: _Pairs) -> None:
        self._groups = {
            at: _Group([at], features, weights, 1.0, day, day)
            for at, (features, weights, day) in enumerate(
                zip(found.features, found.weights, days, strict=True)
            )
        }
        self._articles = len(self._groups)
        self._next = self._articles
        self._pairs = pairs
        #: what merging added to the neighbours; those that are merged themselves stay in it
        self._near: defaultdict[int, list[int]] = defaultdict(list)
        #: articles that a large group had when it looked at all groups near it
        self._looked: dict[int, int] = {}
        #: of pairs with a large group, how many articles they had when they were last compared
        self._compared: dict[tuple[int, int], int] = {}
        #: sorted, which makes it a heap
        self._heap = pairs.waiting(self._groups)
        self._dense = np.zeros(len(found.names) + 1)

    def run(self) -> list[tuple[int, ...]]:
        while self._heap:
            _, left, right, articles = heapq.heappop(self._heap)
            if left not in self._groups or right not in self._groups:
                continue
            if self._size(left, right) == articles:
                self._merge(left, right)
            elif self._compared.get((left, right)) == articles:
                # A large group has grown since: the two are compared as they are now.
                self._push(left, right, self._averages(self._groups[left], [right])[0])
        return sorted(tuple(sorted(group.members)) for group in self._groups.values())

    def _size(self, left: int, right: int) -> int:
        return len(self._groups[left].members) + len(self._groups[right].members)

    def _neighbours(self, name: int) -> list[int]:
        """The groups worth comparing with one, and some that are merged meanwhile."""
        found = self._pairs.near(name) if name < self._articles else []
        return found + self._near.pop(name, [])

    def _merge(self, left: int, right: int) -> None:
        """Makes two groups one, with a new name, so that old pairs in the heap are stale; or, while
        a large one has hardly grown, with its name, and its pairs are compared as they come."""
        small, large = sorted((left, right), key=lambda name: len(self._groups[name].members))
        before = len(self._groups[large].members)
        made = _merged(self._groups.pop(left), self._groups.pop(right))
        articles = len(made.members)
        if before <= ALWAYS_LOOKING or articles >= GROWN * self._looked[large]:
            name, self._next = self._next, self._next + 1
            both = {*self._neighbours(left), *self._neighbours(right)}
            self._looked[name] = articles
        else:
            name, both = large, set(self._neighbours(small))
        self._groups[name] = made
        self._compare(name, [other for other in both if other in self._groups])

    def _compare(self, name: int, others: list[int]) -> None:
        """Has a group and some others wait for merging, as far as they are alike."""
        near, own = self._near, self._near[name]
        averages = self._averages(self._groups[name], others)
        for other, average in zip(others, averages, strict=True):
            if average >= LEAST_NEAR and other != name:
                near[other].append(name)
                own.append(other)
                # Time only costs; and most that are near are not this much alike.
                if average >= LEAST_LIKENESS:
                    self._push(min(name, other), max(name, other), average)

    def _push(self, left: int, right: int, average: float) -> None:
        one, other = self._groups[left], self._groups[right]
        likeness = average - _cost_of_time(one, other)
        if likeness >= LEAST_LIKENESS and average >= _least(one, other):
            articles = self._size(left, right)
            if max(len(one.members), len(other.members)) > ALWAYS_LOOKING:
                self._compared[left, right] = articles
            heapq.heappush(self._heap, (-round(likeness, 9), left, right, articles))

    def _averages(self, made: _Group, others: list[int]) -> list[float]:
        """The average cosine of the articles of one group with those of each of the others."""
        if not others:
            return []
        groups = [self._groups[other] for other in others]
        self._dense[made.features] = made.weights
        shared = self._dense[np.concatenate([g.features for g in groups])]
        shared *= np.concatenate([g.weights for g in groups])
        self._dense[made.features] = 0.0
        lengths = [len(g.features) for g in groups]
        starts = np.concatenate([[0], np.cumsum(lengths[:-1])]).astype(np.int64)
        counts = len(made.members) * np.array([len(g.members) for g in groups])
        averages: list[float] = (np.add.reduceat(shared, starts) / counts).round(9).tolist()
        return averages


def _merged(a: _Group, b: _Group) -> _Group:
    features, places = np.unique(np.concatenate([a.features, b.features]), return_inverse=True)
    weights = np.bincount(places, np.concatenate([a.weights, b.weights])).astype(np.float64)
    # What features left out earlier weighed stays in the square.
    square = a.square + b.square + _square(weights) - _square(a.weights) - _square(b.weights)
    if len(features) > MOST_FEATURES:
        kept = np.sort(np.lexsort((features, -weights))[: MOST_FEATURES // 2])
        features, weights = features[kept], weights[kept]
    firsts = [day for day in (a.first, b.first) if day is not None]
    lasts = [day for day in (a.last, b.last) if day is not None]
    members = a.members + b.members
    return _Group(
        members,
        features,
        weights,
        square,
        min(firsts, default=None),
        max(lasts, default=None),
        _inner(square, len(members)),
    )


def _inner(square: float, count: int) -> float:
    """The logarithm of the average cosine inside a group of some articles, two and more."""
    return math.log(max(1e-6, (square - count) / (count * (count - 1))))


def _square(weights: Weights) -> float:
    return round(float((weights * weights).sum()), 9)


def _least(one: _Group, other: _Group) -> float:
    """The least average cosine that makes two groups one, beside the geometric mean of those
    inside them; 0 where both are of one article."""
    several = (len(one.members) > 1) + (len(other.members) > 1)
    return LEAST_OF_INNER * math.exp((one.inner + other.inner) / several) if several else 0.0


def _cost_of_time(one: _Group, other: _Group) -> float:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return 0.0
    gap = max(one.first - other.last, other.first - one.last)
    return COST_OF_TIME * math.log2(gap / FREE_DAYS) if gap > FREE_DAYS else 0.0
