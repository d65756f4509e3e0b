"""Things that share keys meet, also when very many share one."""

from reportedly.engine.joins import LaptopJoins
from reportedly.reconcile.groups import connected
from reportedly.reconcile.meeting import meeting_pairs


def test_pairs_come_with_the_number_of_keys_shared() -> None:
    """Those that share most come first; those that share too little do not come."""
    keys = {"b": ["k1", "k2", "k2"], "a": ["k2", "k1"], "c": ["k1"]}
    assert meeting_pairs(keys, LaptopJoins()) == [("a", "b", 2), ("a", "c", 1), ("b", "c", 1)]
    assert meeting_pairs(keys, LaptopJoins(), least_shared=2) == [("a", "b", 2)]


def test_large_groups_hang_together_at_linear_cost() -> None:
    """A thousand things with one key are connected by few pairs for each."""
    pairs = meeting_pairs({f"t{n:04}": ["k"] for n in range(1000)}, LaptopJoins(), bucket=10)
    assert len(pairs) < 1000 * 10
    assert len(connected((left, right) for left, right, _ in pairs)) == 1
