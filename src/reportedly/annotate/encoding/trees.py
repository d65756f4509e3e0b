"""Dependency trees from the scores of all arcs of a window.

In: how well each token would hang on each other, and which sentence each stands in.  Out: the head
of each token: the best ones, mended where they would make a circle or more than one root.
"""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reportedly.annotate.encoding.model import FloatArray
from reportedly.annotate.encoding.words import IntArray
from reportedly.arrays import Flags, Numbers


def best_heads(arcs: FloatArray, sentence: IntArray) -> IntArray:
    """Heads as token numbers of the window; the one root of each sentence is its own head.

    `arcs` [tokens, tokens] scores dependents (rows) on heads (columns), roots on the diagonal;
    `sentence` numbers the sentences from 0 and rises.
    """
    if not len(sentence):
        return sentence
    heads: IntArray = np.empty(len(sentence), dtype=np.int32)
    bounds = [0, *(np.flatnonzero(np.diff(sentence)) + 1).tolist(), len(sentence)]
    for first, last in pairwise(bounds):  # no arc crosses from one sentence to another
        heads[first:last] = first + arcs[first:last, first:last].argmax(1)
    for number in _ill_formed(heads, sentence):
        first, last = bounds[number], bounds[number + 1]
        heads[first:last] = first + _best_tree(arcs[first:last, first:last])
    return heads


def _ill_formed(heads: IntArray, sentence: IntArray) -> list[int]:
    """The sentences with a circle, no root, or several."""
    is_root = heads == np.arange(len(heads))
    top = heads
    for _ in range(len(heads).bit_length()):
        top = top[top]
    bad = np.bincount(sentence[is_root], minlength=int(sentence[-1]) + 1) != 1
    bad[sentence[~is_root[top]]] = True
    return [int(number) for number in np.flatnonzero(bad)]


def _best_tree(scores: FloatArray) -> IntArray:
    """Heads that make one tree: the root is the token that gains most by it, the rest is best."""
    graph = scores.astype(np.float64)
    np.fill_diagonal(graph, -np.inf)
    root = int((scores.diagonal() - graph.max(1)).argmax())
    return _arborescence(graph, root).astype(np.int32)


def _arborescence(graph: npt.NDArray[np.float64], root: int) -> Numbers:
    """Heads of the best tree over `graph` [dependents, heads] that grows from `root` (Chu-Liu)."""
    heads: Numbers = graph.argmax(1)
    heads[root] = root
    is_circle = _find_circle(heads, root)
    if is_circle is None:
        return heads
    circle, outside = np.flatnonzero(is_circle), np.flatnonzero(~is_circle)
    own = graph[circle, heads[circle]]
    from_outside = graph[circle][:, outside] - own[:, None]
    to_outside = graph[outside][:, circle]
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = graph[outside][:, outside]
    small[:size, size] = to_outside.max(1)
    small[size, :size] = from_outside.max(0)
    chosen = _arborescence(small, int(outside.searchsorted(root)))
    entry, chosen = int(chosen[size]), chosen[:size]
    on_circle = chosen == size
    heads[outside] = outside[np.where(on_circle, 0, chosen)]
    heads[outside[on_circle]] = circle[to_outside[on_circle].argmax(1)]
    heads[circle[from_outside[:, entry].argmax()]] = outside[entry]
    return heads


def _find_circle(heads: Numbers, root: int) -> Flags | None:
    """Which nodes make one circle; None where all lead to `root`."""
    top = heads
    for _ in range(len(heads).bit_length()):
        top = top[top]
    lost = np.flatnonzero(top != root)
    if not len(lost):
        return None
    on = np.zeros(len(heads), dtype=np.bool_)
    at = int(top[lost[0]])
    while not on[at]:
        on[at] = True
        at = int(heads[at])
    return on
