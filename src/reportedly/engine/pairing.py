"""Pairs of items that share a key: found by sorting numbers, a bounded part of them at a time.

In: a table of items and keys.  Out: each pair once, in order, with how many keys it shares.  Beside
the table, the pairs found and the rows whose keys are shared, memory holds one part's numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Numbers = npt.NDArray[np.int64]
#: Half of a 64-bit number: two numbers of items or groups are compared as one.
_HALF = np.int64(32)
_LOW = np.int64((1 << 32) - 1)
#: Rows that are grouped by their keys at once.
_ROWS_AT_ONCE = 1 << 22
#: Places where two items meet that are counted at once: some 200 MB.
_MEETINGS_AT_ONCE = 1 << 22


@dataclass(frozen=True, slots=True)
class _Members:
    """The members of all groups, one group after the other, in each by the item's number."""

    items: Numbers
    #: of each member how many stand behind it in its group
    behind: Numbers
    #: of each member how many keys it must share; None where one is enough
    least: Numbers | None


def pairs_sharing(keys: pa.Table, largest_group: int) -> pa.Table:
    """The pairs; see `reportedly.stage.Joins.candidate_pairs`."""
    names = pc.unique(keys["item"])
    names = names.take(pc.array_sort_indices(names))
    items = _numbers(pc.index_in(keys["item"], value_set=names))
    least = _numbers(keys["least"]) if "least" in keys.schema.names else None
    members = _members(_key_numbers(keys["key"]), items, least, largest_group)
    found = [_NONE, *_counted(members)]
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


def _members(keys: Numbers, items: Numbers, least: Numbers | None, largest_group: int) -> _Members:
    """The members of the groups of two to `largest_group` different items."""
    parts = len(keys) // _ROWS_AT_ONCE + 1
    of_part = keys % parts if parts > 1 else np.zeros(len(keys), dtype=np.int64)
    found = []
    for part in range(parts):
        own = np.flatnonzero(of_part == part)
        of_own = None if least is None else least[own]
        found.append(_grouped(keys[own], items[own], of_own, largest_group))
    return _Members(
        np.concatenate([members.items for members in found]),
        np.concatenate([members.behind for members in found]),
        None if least is None else np.concatenate([m.least for m in found if m.least is not None]),
    )


def _grouped(keys: Numbers, items: Numbers, least: Numbers | None, largest_group: int) -> _Members:
    """The same for some of the rows, among which all rows of a key are."""
    order = np.argsort(keys)
    ordered = keys[order]
    both = (np.cumsum(np.diff(ordered, prepend=ordered[:1]) != 0) << _HALF) | items[order]
    if least is None:
        both = np.sort(both)
        both = both[_starts(both)]
    else:
        again = np.argsort(both)
        both, starts = both[again], _starts(both[again])
        both, least = both[starts], _least(least[order[again]], starts)
    group = both >> _HALF
    sizes = np.bincount(group) if len(group) else np.zeros(1, dtype=np.int64)
    own = sizes[group]
    kept = np.flatnonzero((own >= 2) & (own <= largest_group))
    ends = np.cumsum(sizes)[group[kept]]  # of all members, left out ones too
    behind = ends - 1 - kept
    return _Members(both[kept] & _LOW, behind, None if least is None else least[kept])


def _counted(members: _Members) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
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
        yield _of_block(members, order[first:last])


def _of_block(members: _Members, lefts: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs of some left items, of which all members are given by their places."""
    counts = members.behind[lefts]
    before = np.cumsum(counts) - counts
    one = np.repeat(lefts, counts)
    other = one + 1 + np.arange(len(one)) - np.repeat(before, counts)
    both = (members.items[one] << _HALF) | members.items[other]
    if members.least is None:
        both.sort()
        starts = _starts(both)
        pairs, shared = both[starts], np.diff(starts, append=len(both))
    else:
        order = np.argsort(both)
        both, starts = both[order], _starts(both[order])
        shared = np.diff(starts, append=len(both))
        least = np.minimum(members.least[one], members.least[other])[order]
        enough = shared >= _least(least, starts)
        pairs, shared = both[starts][enough], shared[enough]
    return pairs >> _HALF, pairs & _LOW, shared


def _starts(ordered: Numbers) -> Numbers:
    """Where another number begins."""
    return np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))


def _least(values: Numbers, starts: Numbers) -> Numbers:
    """The least value of each run."""
    found: Numbers = np.minimum.reduceat(values, starts) if len(starts) else values
    return found
