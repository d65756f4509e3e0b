"""What hangs together in columns is what hangs together."""

import random

import numpy as np

from reportedly.reconcile.connecting import parts_of
from reportedly.reconcile.groups import connected


def test_the_same_parts_as_of_names() -> None:
    """Whatever the pairs, the parts are those of `connected`, and each pair is in one."""
    for seed in range(50):
        chosen = random.Random(seed)
        count, rows = chosen.randrange(40), range(chosen.randrange(1, 50))
        pairs = [(chosen.choice(rows), chosen.choice(rows)) for _ in range(count)]
        left, right = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
        found = parts_of(left, right)
        parts = [tuple(part) for part in found.lists().to_pylist()]
        assert parts == connected(pairs)
        for pair, part in zip(pairs, found.of_pairs.tolist(), strict=True):
            assert set(pair) <= set(parts[part])
