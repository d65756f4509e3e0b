"""Pairs of items that share a key: found by sorting numbers, a bounded part of them at a time.

In: a table of items and keys.  Out: each pair once, in order, with how many keys it shares.  Beside
the table, the pairs found and the rows whose keys are shared, memory holds one part's numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from reportedly.arrays import Numbers

Whole = npt.NDArray[np.signedinteger[Any]]
"""Numbers of any width."""
#: Bits of a positive 64-bit number: the numbers of two items, or of a key and an item, and that of
#: how many keys must be shared are sorted as one, several times as fast as their places would be.
_BITS = 63
#: Rows that are grouped by their keys at once.
_ROWS_AT_ONCE = 1 << 22
#: Places where two items meet that are counted at once: what a processor has near it holds them.
_MEETINGS_AT_ONCE = 1 << 16
#: Bits of the numbers in which most parts are counted, twice as fast as in longer ones.
_FEW_BITS = 31


@dataclass(frozen=True, slots=True)
class _Members:
    """The members of all groups, one group after the other, in each by the item's number."""

    items: Numbers
    #: of each member how many stand behind it in its group
    behind: Numbers
    #: of each member the place in `steps` of how many keys it must share
    least: Numbers


@dataclass(frozen=True, slots=True)
class _Packing:
    """How numbers of two items and a place in `steps` stand in one number, in this order."""

    #: how many keys may have to be shared, ascending
    steps: Numbers
    item: int
    """bits of an item's number"""
    step: int

    def packed(self, one: Whole, other: Whole, least: Whole) -> Whole:
        found: Whole = (((one << self.item) | other) << self.step) | least
        return found

    def pairs(self, packed: Whole) -> Whole:
        found: Whole = packed >> self.step
        return found

    def least(self, packed: Whole) -> Whole:
        found: Whole = packed & ((1 << self.step) - 1)
        return found


def pairs_sharing(keys: pa.Table, largest_group: int) -> pa.Table:
    """The pairs; see `reportedly.stage.Joins.candidate_pairs`."""
    names = pc.unique(keys["item"])
    names = names.take(pc.array_sort_indices(names))
    items = _numbers(pc.index_in(keys["item"], value_set=names))
    least = _numbers(keys["least"]) if "least" in keys.schema.names else np.ones_like(items)
    steps = np.sort(pc.unique(pa.array(least)).to_numpy())
    packing = _Packing(steps, len(names).bit_length(), len(steps).bit_length())
    if 2 * packing.item + packing.step > _BITS:
        raise ValueError(f"{len(names)} items are too many; ask for the pairs of fewer at once")
    places = np.searchsorted(steps, least)
    members = _members(_key_numbers(keys["key"]), items, places, largest_group, packing)
    found = [_NONE, *_counted(members, packing)]
    left, right, shared = (np.concatenate(part) for part in zip(*found, strict=True))
    columns = names.take(pa.array(left)), names.take(pa.array(right)), pa.array(shared)
    return pa.table(dict(zip(("left", "right", "shared"), columns, strict=True)))


_NOBODY = np.zeros(0, dtype=np.int64)
_NONE = _NOBODY, _NOBODY, _NOBODY


def _numbers(column: pa.ChunkedArray) -> Numbers:
    return np.asarray(column.combine_chunks()).astype(np.int64, copy=False)


def _key_numbers(column: pa.ChunkedArray) -> Numbers:
    """A number for each key, equal where the keys are."""
    if pa.types.is_integer(column.type):
        return np.asarray(column.combine_chunks()).view(np.int64)
    return _numbers(pa.chunked_array([column.combine_chunks().dictionary_encode().indices]))


def _members(
    keys: Numbers, items: Numbers, least: Numbers, largest_group: int, packing: _Packing
) -> _Members:
    """The members of the groups of two to `largest_group` different items."""
    parts = len(keys) // _ROWS_AT_ONCE + 1
    of_part = keys % parts if parts > 1 else np.zeros(len(keys), dtype=np.int64)
    found = []
    for part in range(parts):
        own = np.flatnonzero(of_part == part)
        found.append(_grouped(keys[own], items[own], least[own], largest_group, packing))
    columns = ("items", "behind", "least")
    return _Members(*(np.concatenate([getattr(each, name) for each in found]) for name in columns))


def _grouped(
    keys: Numbers, items: Numbers, least: Numbers, largest_group: int, packing: _Packing
) -> _Members:
    """The same for some of the rows, among which all rows of a key are."""
    order = np.argsort(keys)
    ordered = keys[order]
    groups = np.cumsum(np.diff(ordered, prepend=ordered[:1]) != 0)
    packed = np.sort(packing.packed(groups, items[order], least[order]))
    both = packing.pairs(packed)
    first = _starts(both)
    both, least = both[first], packing.least(packed[first])
    group = both >> packing.item
    sizes = np.bincount(group) if len(group) else np.zeros(1, dtype=np.int64)
    own = sizes[group]
    kept = np.flatnonzero((own >= 2) & (own <= largest_group))
    ends = np.cumsum(sizes)[group[kept]]  # of all members, left out ones too
    items = both[kept] & ((1 << packing.item) - 1)
    return _Members(items, ends - 1 - kept, least[kept])


def _counted(members: _Members, packing: _Packing) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Left and right items of pairs, and what they share, for some left items after others."""
    order = np.argsort(members.items)
    order = order[members.behind[order] > 0]
    before = np.cumsum(members.behind[order])
    items = members.items[order]
    if not len(items):
        return
    starts = np.flatnonzero(np.diff(items, prepend=-1))
    block = (before[np.append(starts[1:], len(order)) - 1] - 1) // _MEETINGS_AT_ONCE
    firsts = starts[np.flatnonzero(np.diff(block, prepend=-1))]
    for first, last in zip(firsts, np.append(firsts[1:], len(order)), strict=True):
        base = int(items[first])
        left, right, shared = _of_block(members, order[first:last], base, packing)
        yield left + base, right, shared


def _of_block(
    members: _Members, lefts: Numbers, base: int, packing: _Packing
) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs of some left items, of which all members are given by their places, ascending by
    item; the items' numbers are counted from the first, `base`."""
    counts = members.behind[lefts]
    before = np.cumsum(counts) - counts
    other = np.repeat(lefts + 1 - before, counts) + np.arange(int(counts.sum()))
    left = members.items[lefts] - base
    bits = int(left[-1]).bit_length() + packing.item + packing.step
    kind: type[np.signedinteger[Any]] = np.int32 if bits <= _FEW_BITS else np.int64
    right = members.items[other].astype(kind)
    least = np.minimum(
        np.repeat(members.least[lefts].astype(kind), counts), members.least[other].astype(kind)
    )
    packed = packing.packed(np.repeat(left.astype(kind), counts), right, least)
    packed.sort()
    both = packing.pairs(packed)
    starts = _starts(both)
    shared = np.diff(starts, append=len(both))
    # The least number of a pair comes first of its own.
    enough = shared >= packing.steps[packing.least(packed[starts])]
    pairs = both[starts][enough]
    return pairs >> packing.item, pairs & ((1 << packing.item) - 1), shared[enough]


def _starts(ordered: Numbers) -> Numbers:
    """Where another number begins."""
    return np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))
