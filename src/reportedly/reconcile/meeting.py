"""Candidate pairs of things that share keys, however many share one: keys in, pairs out.

A key that very many things share would cost the square of their number, and to leave it out would
lose the wire story that a hundred outlets print.  So its things are dealt into buckets, and the
first of each bucket meet in one of theirs: groups still hang together, at linear cost.
"""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from reportedly.schema import values_of
from reportedly.stage import Joins

#: Things that meet in one bucket; each is compared with at most this many others for each key.
BUCKET = 16

#: Keys that are sorted at once.
_AT_ONCE = 1 << 22

Numbers = npt.NDArray[np.int64]

#: Odd constants that spread the bits of a key.
_ONE, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


def meeting_pairs(
    keys: Mapping[str, Iterable[str]], joins: Joins, *, bucket: int = BUCKET, least_shared: int = 1
) -> list[tuple[str, str, int]]:
    """Pairs of things that share at least `least_shared` keys.

    Args:
        keys: thing → its keys.
        joins: the engine's joins.
        bucket: most things that are all compared with one another for one key.
        least_shared: pairs that share fewer keys are left out.

    Returns:
        (smaller name, larger name, keys shared), those that share most first, ties by name.
    """
    things = sorted(keys)
    numbers: dict[str, int] = {}
    owned = [[numbers.setdefault(key, len(numbers)) for key in keys[thing]] for thing in things]
    items = np.repeat(np.arange(len(things)), [len(own) for own in owned])
    found = meeting(
        items,
        np.array([key for own in owned for key in own], dtype=np.int64),
        np.full(len(items), least_shared),
        joins,
        bucket=bucket,
    ).sort_by([("shared", "descending"), ("left", "ascending"), ("right", "ascending")])
    left, right, shared = (values_of(int, found[name]) for name in ("left", "right", "shared"))
    return [(things[a], things[b], n) for a, b, n in zip(left, right, shared, strict=True)]


def meeting(
    items: Numbers, keys: Numbers, least: Numbers, joins: Joins, *, bucket: int = BUCKET
) -> pa.Table:
    """The same for numbered things and keys.

    Args:
        items: the number of a thing, for each of its keys.
        keys: that key.
        least: how many keys a pair with this thing must share; of the two things the less counts.
        joins: the engine's joins.
        bucket: most things that are all compared with one another for one key.

    Returns:
        columns `left` < `right` and `shared`, sorted by the first two.
    """
    kept = shared_keys(keys)
    items, keys, least = items[kept], keys[kept], least[kept]
    order = np.lexsort((items, keys))
    items, keys, least = items[order], keys[order], least[order]
    if len(items):
        new = (np.diff(items, prepend=-1) != 0) | (np.diff(keys, prepend=keys[:1] - 1) != 0)
        items, keys, least = items[new], keys[new], least[new]
    dealt = [np.concatenate(part) for part in zip(*_dealt(items, keys, least, bucket), strict=True)]
    table = pa.table(dict(zip(("item", "key", "least"), map(pa.array, dealt), strict=True)))
    return joins.candidate_pairs(table, largest_group=bucket)


def shared_keys(keys: npt.NDArray[np.int64] | npt.NDArray[np.uint64]) -> Numbers:
    """The places, ascending, of the keys that stand there more than once.

    Most keys are one thing's alone and make no pair.
    """
    parts = 1 + len(keys) // _AT_ONCE
    found = [_shared(keys, np.flatnonzero(keys % parts == part)) for part in range(parts)]
    return np.sort(np.concatenate(found))


def _shared(keys: npt.NDArray[np.int64] | npt.NDArray[np.uint64], places: Numbers) -> Numbers:
    """The same among some places, at which all keys of a kind stand."""
    order = places[np.argsort(keys[places])]
    again = keys[order[1:]] == keys[order[:-1]]
    found: Numbers = order[np.append(again, False) | np.append([False], again)[: len(order)]]
    return found


def _dealt(
    items: Numbers, keys: Numbers, least: Numbers, size: int
) -> list[tuple[Numbers, Numbers, Numbers]]:
    """Rows, sorted by key, in buckets where a key has many; and the first of these in theirs."""
    found = []
    while True:
        places, counts = _runs(keys)
        among = counts > 1
        large = counts > size
        numbers = np.where(large, places // size, 0)
        dealt = np.where(large, _mixed(keys, numbers + 1), keys)
        found.append((items[among], dealt[among], least[among]))
        first = large & (places % size == 0)
        if not first.any():
            return found
        items, keys, least = items[first], _mixed(keys[first], np.int64(-1)), least[first]
        order = np.lexsort((items, keys))
        items, keys, least = items[order], keys[order], least[order]


def _runs(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Of each of some sorted keys, its place among the equal ones and how many there are."""
    starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
    lengths = np.diff(starts, append=len(keys))
    return np.arange(len(keys)) - np.repeat(starts, lengths), np.repeat(lengths, lengths)


def _mixed(keys: Numbers, numbers: Numbers | np.int64) -> Numbers:
    """Another key for each pair of a key and a number."""
    mixed = keys.astype(np.uint64) * _ONE + np.asarray(numbers).astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _OTHER
    return (mixed ^ (mixed >> np.uint64(32))).astype(np.int64)
