"""Candidate pairs of things that share keys, however many share one: keys in, pairs out.

A key that very many things share would cost the square of their number, and to leave it out would
lose the wire story that a hundred outlets print.  So its things are dealt into buckets, and the
first of each bucket meet in one of theirs: groups still hang together, at linear cost.
"""

import numpy as np
import pyarrow as pa

from reportedly.arrays import Flags, Hashes, Numbers
from reportedly.stage import Joins

#: Things that meet in one bucket; each is compared with at most this many others for each key.
BUCKET = 16

#: Keys that are sorted at once.
_AT_ONCE = 1 << 22
#: Bits by which they are counted at the most before: 32 MB.
_MOST_COUNTED = 22
#: Bits of a thing's mark, by which it is dealt.
_BITS = 64


#: Odd constants that spread the bits of a key.
_ONE, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


def meeting(
    items: Numbers,
    keys: Numbers,
    least: Numbers,
    marks: Hashes,
    joins: Joins,
    *,
    bucket: int = BUCKET,
) -> pa.Table:
    """Pairs of numbered things that share keys.

    Args:
        items: the number of a thing, for each of its keys.
        keys: that key.
        least: how many keys a pair with this thing must share; of the two things the less counts.
        marks: 64 bits of each thing, by its number, such as a hash of its name: buckets follow from
            them, so that with a thing more all others but those of one bucket meet as before.
        joins: the engine's joins.
        bucket: most things that are all compared with one another for one key.

    Returns:
        columns `left` < `right` and `shared`, sorted by the first two.
    """
    kept = shared_keys(keys)
    items, keys, least = items[kept], keys[kept], least[kept]
    rank = np.empty(len(marks), dtype=np.int64)
    rank[np.argsort(marks, kind="stable")] = np.arange(len(marks))
    # One number sorts several times as fast as two.
    codes = np.unique(keys, return_inverse=True)[1]
    order = np.argsort(codes * len(marks) + rank[items])
    items, keys, least = items[order], keys[order], least[order]
    if len(items):
        new = (np.diff(items, prepend=-1) != 0) | _begins(keys)
        items, keys, least = items[new], keys[new], least[new]
    dealt = _dealt(items, keys, least, marks, bucket)
    columns = [np.concatenate(part) for part in zip(*dealt, strict=True)]
    table = pa.table(dict(zip(("item", "key", "least"), map(pa.array, columns), strict=True)))
    return joins.candidate_pairs(table, largest_group=bucket)


def shared_keys(keys: Numbers | Hashes) -> Numbers:
    """The places, ascending, of the keys that stand there more than once.

    Most keys are one thing's alone and make no pair.
    """
    places = _not_alone(keys)
    parts = 1 + len(places) // _AT_ONCE
    part_of = keys[places] % parts
    found = [_shared(keys, places[part_of == part]) for part in range(parts)]
    return np.sort(np.concatenate(found))


def _not_alone(keys: Numbers | Hashes) -> Numbers:
    """The places of the keys of which something else may stand there, by some of their bits: five
    in six of the others need not be sorted."""
    bits = min(_MOST_COUNTED, 2 + len(keys).bit_length())
    numbers = (keys.view(np.uint64) & np.uint64((1 << bits) - 1)).astype(np.int64)
    return np.flatnonzero(np.bincount(numbers, minlength=1)[numbers] > 1)


def _shared(keys: Numbers | Hashes, places: Numbers) -> Numbers:
    """The same among some places, at which all keys of a kind stand."""
    order = places[np.argsort(keys[places])]
    again = keys[order[1:]] == keys[order[:-1]]
    found: Numbers = order[np.append(again, False) | np.append([False], again)[: len(order)]]
    return found


def _dealt(
    items: Numbers, keys: Numbers, least: Numbers, marks: Hashes, size: int
) -> list[tuple[Numbers, Numbers, Numbers]]:
    """Rows, sorted by key and mark, in buckets where a key has many; and the first of these in
    theirs."""
    found = []
    while True:
        dealt, large = _buckets(keys, marks[items], size)
        among = _counts(dealt) > 1
        found.append((items[among], dealt[among], least[among]))
        first = large & _begins(dealt)
        if not first.any():
            return found
        # They stand as they stood: those of a key together, by their marks.
        items, keys, least = items[first], _mixed(keys[first], np.int64(-1)), least[first]


def _buckets(keys: Numbers, marks: Hashes, size: int) -> tuple[Numbers, Flags]:
    """Another key for rows whose key too many have, and which these are.

    A bucket that is too large is halved by the next bit of the marks.
    """
    dealt, large = keys.copy(), np.zeros(len(keys), dtype=np.bool_)
    rows = np.arange(len(keys))
    for bit in range(_BITS - 1, -1, -1):
        rows = rows[_counts(dealt[rows]) > size]
        if not len(rows):
            break
        large[rows] = True
        halves = (marks[rows] >> np.uint64(bit)) & np.uint64(1)
        dealt[rows] = _mixed(dealt[rows], halves + np.uint64(1))
    return dealt, large


def _begins(keys: Numbers) -> Flags:
    """Where another key begins than that of the row before."""
    found: Flags = np.diff(keys, prepend=keys[:1] - 1) != 0
    return found


def _counts(keys: Numbers) -> Numbers:
    """Of each row how many stand together that have its key."""
    starts = np.flatnonzero(_begins(keys))
    lengths = np.diff(starts, append=len(keys))
    return np.repeat(lengths, lengths)


def _mixed(keys: Numbers, numbers: Hashes | np.int64) -> Numbers:
    """Another key for each pair of a key and a number."""
    mixed = keys.astype(np.uint64) * _ONE + np.asarray(numbers).astype(np.uint64)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _OTHER
    return (mixed ^ (mixed >> np.uint64(32))).astype(np.int64)
