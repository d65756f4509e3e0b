"""Groups of articles about one event or thread: vectors and days in, groups out.

Two groups become one while the *average* likeness of their articles is high enough, for itself and
beside the likeness inside each group, the most alike first; so neither a chain of articles, each
like the next, nor an article about both pulls two stories together.
"""

import heapq
import math
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.reconcile.days import days_between
from reportedly.reconcile.meeting import meeting_pairs
from reportedly.reconcile.stories.features import Vector, cosine, heaviest, product
from reportedly.stage import Joins

#: Features of each article by which others are found.
KEYS = 24
#: Shared by two candidates.
LEAST_SHARED = 2
#: Least average cosine of two groups that are one story, and least share of what their articles
#: have with one another inside the groups: reports of one event are much alike, those of a long
#: affair less so.  Chosen on the development topics of ECB+ and 840 articles of one campaign.
LEAST_LIKENESS = 0.15
LEAST_OF_INNER = 0.55
#: Each doubling of the months between two groups' days costs this much of their likeness.
COST_OF_TIME = 0.015
FREE_DAYS = 30


@dataclass(slots=True)
class _Group:
    """A group on its way: members, sum of their vectors, first and last day."""

    members: list[str]
    total: dict[str, float]
    first: str | None
    last: str | None


def story_groups(
    vectors: Mapping[str, Vector], days: Mapping[str, str | None], joins: Joins
) -> list[tuple[str, ...]]:
    """All articles by story, each group sorted, groups sorted; an article may be alone."""
    keys = {name: heaviest(vector, KEYS) for name, vector in vectors.items()}
    pairs = meeting_pairs(keys, joins, bucket=64, least_shared=LEAST_SHARED)
    merging = _Merging(vectors, days)
    for left, right, _ in pairs:
        if cosine(vectors[left], vectors[right]) >= LEAST_LIKENESS / 2:
            merging.connect(left, right)
    return merging.run()


class _Merging:
    """Average-link merging over the pairs that were connected."""

    def __init__(self, vectors: Mapping[str, Vector], days: Mapping[str, str | None]) -> None:
        self._groups = {
            name: _Group([name], dict(vector), days.get(name), days.get(name))
            for name, vector in vectors.items()
        }
        self._near: dict[str, set[str]] = {name: set() for name in vectors}
        self._heap: list[tuple[float, str, str]] = []

    def connect(self, left: str, right: str) -> None:
        """Says that two articles are worth comparing."""
        self._near[left].add(right)
        self._near[right].add(left)

    def run(self) -> list[tuple[str, ...]]:
        for left in sorted(self._near):
            for right in sorted(self._near[left]):
                if left < right:
                    self._push(left, right)
        while self._heap:
            _, left, right = heapq.heappop(self._heap)
            if left in self._groups and right in self._groups:
                self._merge(left, right)
        return sorted(tuple(sorted(group.members)) for group in self._groups.values())

    def _push(self, left: str, right: str) -> None:
        low, high = sorted((left, right))
        one, other = self._groups[low], self._groups[high]
        average = _average(one, other)
        likeness = average - _cost_of_time(one, other)
        if likeness >= LEAST_LIKENESS and average >= LEAST_OF_INNER * _inner(one, other):
            heapq.heappush(self._heap, (-likeness, low, high))

    def _merge(self, left: str, right: str) -> None:
        """Replaces two groups by one with a new name, so that old pairs in the heap are stale."""
        a, b = self._groups.pop(left), self._groups.pop(right)
        name = f"{min(a.members[0], b.members[0])}+{len(a.members) + len(b.members)}"
        total = dict(a.total)
        for feature, weight in b.total.items():
            total[feature] = total.get(feature, 0.0) + weight
        firsts = [day for day in (a.first, b.first) if day]
        lasts = [day for day in (a.last, b.last) if day]
        members = sorted(a.members + b.members)
        self._groups[name] = _Group(
            members, total, min(firsts, default=None), max(lasts, default=None)
        )
        near = (self._near.pop(left) | self._near.pop(right)) - {left, right}
        self._near[name] = near
        for other in sorted(near):
            self._near[other] -= {left, right}
            self._near[other].add(name)
            self._push(name, other)


def _average(one: _Group, other: _Group) -> float:
    """The average cosine of the articles of one group with those of the other."""
    return product(one.total, other.total) / (len(one.members) * len(other.members))


def _inner(*groups: _Group) -> float:
    """The geometric mean of the average cosines inside the groups; 0 where all are of one."""
    logs = []
    for group in groups:
        count = len(group.members)
        if count > 1:
            square = math.fsum(weight * weight for weight in group.total.values())
            logs.append(math.log(max(1e-6, (square - count) / (count * (count - 1)))))
    return math.exp(math.fsum(logs) / len(logs)) if logs else 0.0


def _cost_of_time(one: _Group, other: _Group) -> float:
    gaps = [days_between(one.last, other.first), days_between(other.last, one.first)]
    known = [gap for gap in gaps if gap is not None]
    overlapping = bool(
        one.first and other.first and one.last and other.last
        and one.first <= other.last and other.first <= one.last
    )  # fmt: skip
    if not known or overlapping or min(known) <= FREE_DAYS:
        return 0.0
    return COST_OF_TIME * math.log2(min(known) / FREE_DAYS)
