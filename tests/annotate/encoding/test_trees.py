"""Trees: one root a sentence, no circle, the best arcs where they fit together."""

import itertools

import numpy as np
import pytest

from reportedly.annotate.encoding.trees import best_heads


def is_tree(heads: list[int]) -> bool:
    """True when every token leads to the one that is its own head."""
    if sum(head == i for i, head in enumerate(heads)) != 1:
        return False
    for at in range(len(heads)):
        for _ in heads:
            at = heads[at]
        if heads[at] != at:
            return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


@pytest.mark.parametrize("seed", range(40))
def test_heads_are_the_best_tree_with_their_root(seed: int) -> None:
    """No other tree from the same root has a higher sum; checked against all of them."""
    size = 1 + seed % 5
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    heads = best_heads(scores, np.zeros(size, dtype=np.int32)).tolist()
    assert is_tree(heads)
    root = next(i for i, head in enumerate(heads) if head == i)
    trees = (t for t in itertools.product(range(size), repeat=size) if is_tree(list(t)))
    best = max(total(scores, tree) for tree in trees if tree[root] == root)
    greedy = scores.argmax(1).tolist()
    assert heads == greedy if is_tree(greedy) else total(scores, heads) == pytest.approx(best)


def test_no_head_stands_in_another_sentence() -> None:
    scores = np.zeros((6, 6), dtype=np.float32)
    scores[:, 0] = 9.0
    heads = best_heads(scores, np.array([0, 0, 0, 1, 1, 1], dtype=np.int32)).tolist()
    assert heads[:3] == [0, 0, 0]
    assert all(head >= 3 for head in heads[3:])
    assert is_tree([head - 3 for head in heads[3:]])


def test_a_long_tangle_is_a_tree() -> None:
    """A whole window without sentence ends and with random scores comes out well-formed."""
    scores = np.random.default_rng(5).normal(size=(250, 250)).astype(np.float32)
    assert is_tree(best_heads(scores, np.zeros(250, dtype=np.int32)).tolist())


def test_nothing_gives_nothing() -> None:
    assert len(best_heads(np.zeros((0, 0), np.float32), np.zeros(0, np.int32))) == 0
