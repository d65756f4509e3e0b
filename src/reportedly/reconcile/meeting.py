"""Candidate pairs of things that share keys, however many share one: keys in, pairs out.

A key that very many things share would cost the square of their number, and to leave it out would
lose the wire story that a hundred outlets print.  So its things are dealt into buckets, and the
first of each bucket meet in one of theirs: groups still hang together, at linear cost.
"""

from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from reportedly.schema import values_of
from reportedly.stage import Joins

#: Things that meet in one bucket; each is compared with at most this many others for each key.
BUCKET = 16


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
    owners: dict[str, list[str]] = {}
    for thing in sorted(keys):
        for key in sorted(set(keys[thing])):
            owners.setdefault(key, []).append(thing)
    dealt = [row for key in sorted(owners) for row in _dealt(key, owners[key], bucket)]
    table = pa.table(
        {
            "item": pa.array([item for item, _ in dealt], pa.string()),
            "key": pa.array([key for _, key in dealt], pa.string()),
        }
    )
    del owners, dealt
    found = joins.candidate_pairs(table, largest_group=bucket)
    # Most pairs share one key and go: before they become objects of Python, or they fill memory.
    kept = found.filter(pc.greater_equal(found["shared"], least_shared)).sort_by(
        [("shared", "descending"), ("left", "ascending"), ("right", "ascending")]
    )
    columns = (values_of(object, kept[name]) for name in ("left", "right", "shared"))
    return list(zip(*columns, strict=True))


def _dealt(key: str, owners: list[str], size: int) -> Iterator[tuple[str, str]]:
    """(thing, key) for each of the owners, in buckets when there are many of them."""
    if len(owners) < 2:
        return
    if len(owners) <= size:
        yield from ((owner, key) for owner in owners)
        return
    buckets = [owners[at : at + size] for at in range(0, len(owners), size)]
    for number, bucket in enumerate(buckets):
        yield from ((owner, f"{key}/{number}") for owner in bucket)
    yield from _dealt(key + "^", [bucket[0] for bucket in buckets], size)
