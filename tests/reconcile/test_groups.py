"""Groups depend on the edges alone."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.reconcile.groups import connected

NAMES = st.sampled_from([f"a{i}" for i in range(12)])


def test_connects_what_edges_join() -> None:
    """Names joined by a path of edges are one group; a lone name stays alone."""
    assert connected([("d", "c"), ("a", "b"), ("c", "b"), ("x", "x")]) == [
        ("a", "b", "c", "d"),
        ("x",),
    ]


@given(st.lists(st.tuples(NAMES, NAMES)), st.randoms(use_true_random=False))
def test_order_of_edges_does_not_matter(edges, random) -> None:
    """Any order and any direction of the same edges gives the same groups."""
    turned = [(b, a) if random.random() < 0.5 else (a, b) for a, b in edges]
    random.shuffle(turned)
    assert connected(turned) == connected(edges)
