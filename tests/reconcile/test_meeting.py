"""Things that share keys meet, also when very many share one."""

import numpy as np

from reportedly.engine.joins import LaptopJoins
from reportedly.reconcile.groups import connected
from reportedly.reconcile.hashing import hash_of
from reportedly.reconcile.meeting import meeting

Pairs = dict[tuple[str, str], int]


def met(keys: dict[str, list[int]], least: int = 1, bucket: int = 16) -> Pairs:
    """The pairs of some named things, with the number of keys that they share."""
    things = sorted(keys)
    items = np.repeat(np.arange(len(things)), [len(keys[thing]) for thing in things])
    flat = np.array([key for thing in things for key in keys[thing]], dtype=np.int64)
    marks = np.array([hash_of(thing) for thing in things], dtype=np.uint64)
    least_of = np.full(len(items), least)
    found = meeting(items, flat, least_of, marks, LaptopJoins(), bucket=bucket).to_pylist()
    return {(things[row["left"]], things[row["right"]]): row["shared"] for row in found}


def test_pairs_come_with_the_number_of_keys_shared() -> None:
    """Each pair once, however often a thing has a key; those that share too little do not come."""
    keys = {"b": [1, 2, 2], "a": [2, 1], "c": [1]}
    assert met(keys) == {("a", "b"): 2, ("a", "c"): 1, ("b", "c"): 1}
    assert met(keys, least=2) == {("a", "b"): 2}


def test_large_groups_hang_together_at_linear_cost() -> None:
    """A thousand things with one key are connected by few pairs for each."""
    pairs = met({f"t{n:04}": [7] for n in range(1000)}, bucket=10)
    assert 1000 < len(pairs) < 1000 * 10
    assert len(connected(pairs)) == 1


def test_one_thing_more_leaves_the_others_as_they_met() -> None:
    """Of a thousand things those that meet are the same, but for a bucket or two."""
    keys = {f"t{n:04}": [7] for n in range(1000)}
    before, after = met(keys), met({**keys, "another": [7]})
    assert len(before.keys() ^ after.keys()) < 100


def test_things_of_one_mark_do_not_hang() -> None:
    """Names that cannot be told apart by their marks are left out where too many share a key."""
    items = np.arange(40)
    none = np.zeros(40, dtype=np.uint64)
    pairs = meeting(items, np.ones(40, dtype=np.int64), np.ones(40, dtype=np.int64), none,
                    LaptopJoins(), bucket=8)  # fmt: skip
    assert pairs.num_rows == 0
