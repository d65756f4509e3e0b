"""Pairs that share a key: the same as counted one by one, however little is done at once."""

import itertools
import random
from collections import Counter, defaultdict

import pyarrow as pa
import pytest

from reportedly.engine import pairing

Row = tuple[str, int, int]


def expected(rows: list[Row], largest: int) -> list[tuple[str, str, int]]:
    """All pairs, looked at one by one."""
    wanted: dict[tuple[int, str], int] = {}
    for item, key, least in rows:
        wanted[key, item] = min(least, wanted.get((key, item), least))
    groups = defaultdict(list)
    for key, item in sorted(wanted):
        groups[key].append(item)
    shared: Counter[tuple[str, str]] = Counter()
    enough: dict[tuple[str, str], int] = {}
    for key, items in groups.items():
        for pair in itertools.combinations(items, 2) if len(items) <= largest else ():
            shared[pair] += 1
            least = min(wanted[key, item] for item in pair)
            enough[pair] = min(least, enough.get(pair, least))
    return [(*pair, shared[pair]) for pair in sorted(shared) if shared[pair] >= enough[pair]]


@pytest.mark.parametrize("at_once", [1, 7, 1 << 22])
@pytest.mark.parametrize("largest", [2, 6])
def test_pairs_are_those_counted_one_by_one(
    monkeypatch: pytest.MonkeyPatch, at_once: int, largest: int
) -> None:
    """Neither the size of a part nor the order of the rows changes anything."""
    monkeypatch.setattr(pairing, "_ROWS_AT_ONCE", at_once)
    monkeypatch.setattr(pairing, "_MEETINGS_AT_ONCE", at_once)
    dice = random.Random(at_once)
    rows = [
        (f"é{dice.randrange(60)}", dice.randrange(-90, 90), dice.randrange(1, 4))
        for _ in range(400)
    ]
    columns = zip(("item", "key", "least"), zip(*rows, strict=True), strict=True)
    keys = pa.table({name: list(values) for name, values in columns})
    keys = pa.concat_tables([keys.slice(150), keys.slice(0, 150)])
    found = pairing.pairs_sharing(keys, largest).to_pylist()
    assert [tuple(row.values()) for row in found] == expected(rows, largest)
    assert found


def test_keys_of_64_bits_and_of_words_are_told_apart() -> None:
    """The highest and the lowest number are two keys; items keep their type."""
    numbers = pa.array([2**64 - 1, 0, 2**64 - 1, 0], pa.uint64())
    items = pa.array([-5, 7, 9, 7], pa.int64())
    found = pairing.pairs_sharing(pa.table({"item": items, "key": numbers}), 5)
    assert found.to_pylist() == [{"left": -5, "right": 9, "shared": 1}]
    assert found.schema.types == [pa.int64()] * 3
    words = pa.table({"item": items, "key": ["x", "y", "x", "y"]})
    assert pairing.pairs_sharing(words, 5).equals(found)
