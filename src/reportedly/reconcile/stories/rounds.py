"""Merging of groups of articles, all at once that are most alike to one another, then by turns.

In: pairs of articles that are alike, and the groups.  Out: the groups merged.  Two groups that are
each the best for the other become one whatever becomes of the rest, so that most of the work is
done in columns; where a few large groups take in one article after the other, that would be to look
at all pairs for each of them, and the best of all pairs comes first.
"""

import heapq
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from reportedly.arrays import Flags, Numbers
from reportedly.reconcile.hashing import distinct
from reportedly.reconcile.stories.merging import LEAST_LIKENESS, Merging
from reportedly.reconcile.stories.vectors import Weights

#: Rounds go on while one in so many groups that have a pair is merged in each.
WORTH_A_ROUND = 100
#: A group of more articles looks at all groups near it only when it has grown by a part, and
#: meanwhile at those near what joins it: thousands of articles may be alike.
ALWAYS_LOOKING, GROWN = 64, 1.125

Waiting = tuple[float, int, int, int]
"""How alike two groups are, the most alike first, their names, and how many articles they had."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Groups that are alike, `left` < `right`, with their average cosines."""

    left: Numbers
    right: Numbers
    averages: Weights


def merge_all(groups: Merging, pairs: Pairs) -> None:
    """Merges what is one story, the most alike first."""
    while len(pairs.left):
        best = _best(groups, pairs)
        groups.merge(pairs.left[best], pairs.right[best])
        paired = len(distinct(np.concatenate([pairs.left, pairs.right])))
        pairs = _compared_again(groups, pairs, best)
        if len(best) * WORTH_A_ROUND < paired:
            _ByTurns(groups, pairs).run()
            return


def _best(groups: Merging, pairs: Pairs) -> Numbers:
    """The pairs that may be one story and are the best for both: of equal ones the smaller."""
    likeness, may_be = groups.likeness(pairs.left, pairs.right, pairs.averages)
    order = np.flatnonzero(may_be)
    order = order[np.lexsort((pairs.right[order], pairs.left[order], -likeness[order]))]
    left, right, rank = pairs.left[order], pairs.right[order], np.arange(len(order))
    best = np.full(len(groups.size), len(order))
    np.minimum.at(best, left, rank)
    np.minimum.at(best, right, rank)
    found: Numbers = order[(best[left] == rank) & (best[right] == rank)]
    return found


def _compared_again(groups: Merging, pairs: Pairs, merged: Numbers) -> Pairs:
    """The pairs that are left, those with a merged group under its name and compared anew."""
    changed = np.zeros(len(groups.size), dtype=np.bool_)
    changed[pairs.left[merged]] = changed[pairs.right[merged]] = True
    touched = changed[pairs.left] | changed[pairs.right]
    ends = groups.of[pairs.left[touched]], groups.of[pairs.right[touched]]
    lows, highs = np.minimum(*ends), np.maximum(*ends)
    both = distinct((lows * len(changed) + highs)[lows != highs])
    lows, highs = both // len(changed), both % len(changed)
    averages = _averages(groups, lows, highs, changed)
    alike, same = averages >= LEAST_LIKENESS, ~touched
    return Pairs(
        np.concatenate([pairs.left[same], lows[alike]]),
        np.concatenate([pairs.right[same], highs[alike]]),
        np.concatenate([pairs.averages[same], averages[alike]]),
    )


def _averages(groups: Merging, left: Numbers, right: Numbers, changed: Flags) -> Weights:
    """The average cosines of pairs, those of a group that changed taken together."""
    own, other = np.where(changed[left], (left, right), (right, left))
    order = np.argsort(own, kind="stable")
    own, other = own[order], other[order]
    found = np.zeros(len(left))
    found[order] = groups.averages(own, other)
    return found


class _ByTurns:
    """The best of all pairs first, one after the other."""

    def __init__(self, groups: Merging, pairs: Pairs) -> None:
        self._groups = groups
        #: names of groups near each; some are merged meanwhile
        self._near: defaultdict[int, set[int]] = defaultdict(set)
        for left, right in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
            self._near[left].add(right)
            self._near[right].add(left)
        #: articles that a large group had when it looked at all groups near it
        self._looked: dict[int, int] = {}
        #: of pairs with a large group, how many articles they had when they were last compared
        self._compared: dict[tuple[int, int], int] = {}
        self._heap: list[Waiting] = []
        self._push(pairs.left, pairs.right, pairs.averages)

    def run(self) -> None:
        while self._heap:
            _, left, right, articles = heapq.heappop(self._heap)
            sizes = self._groups.size[left], self._groups.size[right]
            if not all(sizes):
                continue
            if sum(sizes) == articles:
                self._merge(left, right)
            elif self._compared.get((left, right)) == articles:
                # A large group has grown since: the two are compared as they are now.
                self._compare(left, {right})

    def _merge(self, left: int, right: int) -> None:
        """Makes two groups one; a large one that has hardly grown goes on with its pairs, which
        are compared as they come."""
        sizes = self._groups.size
        small, large = sorted((left, right), key=lambda name: (sizes[name], name))
        before, looked = int(sizes[large]), self._looked.get(large, 0)
        own = self._near.pop(small)
        self._groups.merge(np.array([large]), np.array([small]))
        if before <= ALWAYS_LOOKING or sizes[large] >= GROWN * looked:
            self._looked[large] = int(sizes[large])
            own |= self._near[large]
        self._compare(large, own)

    def _compare(self, name: int, others: set[int]) -> None:
        """Has a group and some others wait for merging, as far as they are alike."""
        known = np.array(sorted(others), dtype=np.int64)
        known = known[(self._groups.size[known] > 0) & (known != name)]
        averages = self._groups.averages(np.full(len(known), name), known)
        alike = averages >= LEAST_LIKENESS
        near = known[alike]
        # Those that are merged, or no longer alike, come again only with what joins the group.
        self._near[name] = self._near[name] - others | set(near.tolist())
        for other in near.tolist():
            self._near[other].add(name)
        self._push(np.minimum(near, name), np.maximum(near, name), averages[alike])

    def _push(self, left: Numbers, right: Numbers, averages: Weights) -> None:
        likeness, may_be = self._groups.likeness(left, right, averages)
        sizes = self._groups.size[left], self._groups.size[right]
        columns = (-likeness, left, right, sizes[0] + sizes[1], np.maximum(*sizes))
        rows = zip(*(column[may_be].tolist() for column in columns), strict=True)
        for less, one, other, articles, large in rows:
            if large > ALWAYS_LOOKING:
                self._compared[one, other] = articles
            heapq.heappush(self._heap, (less, one, other, articles))
