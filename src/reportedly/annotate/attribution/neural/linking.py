"""Which cue a content belongs to, and which source a cue belongs to.

In: spans of a window and a small vector for each word. Out: for each child span its parent,
or none, with its probability. The arithmetic is that of the trained scorer, in numpy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.attribution.neural.decoding import WordSpan
from reportedly.annotate.attribution.neural.pairs import FloatArray, pair_columns
from reportedly.annotate.encoding.words import IntArray

# Scores closer than this are equal: it hides the last bits, which depend on the processor.
_SCORE_DECIMALS = 3
#: Spans multiplied at once: for more than 2 ** 18 products OpenBLAS wakes threads, which cost a
#: sixth of the CPU time of a whole article and save none. A span and the weights make 49,152.
_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Link:
    """The parent chosen for a child (None: it has none) and the probability of that choice."""

    parent: WordSpan | None
    probability: float


@dataclass(frozen=True, slots=True)
class WindowView:
    """What linking needs to know of a window: word vectors, lines and sentence ends."""

    vectors: FloatArray
    line: IntArray
    stops: IntArray


@dataclass(frozen=True, slots=True)
class LinkScorer:
    """Weights of one trained scorer, named as in training."""

    weights: Mapping[str, FloatArray]

    def links(
        self,
        view: WindowView,
        children: Sequence[WordSpan],
        parents: Sequence[WordSpan],
        no_parent_bias: float,
    ) -> list[Link]:
        """The best of `parents` for each child; a positive `no_parent_bias` favours none."""
        if not children:
            return []
        w = self.weights
        lower, upper = _edges(children), _edges(parents)
        left = _times(_span_vectors(view.vectors, lower), w["child.weight"]) + w["child.bias"]
        right = _times(_span_vectors(view.vectors, upper), w["parent.weight"]) + w["parent.bias"]
        columns = pair_columns(lower, upper, view.line, view.stops)
        alone = (left + w["nobody"])[:, None]
        beside = left[:, None] + right[None] + w["pair.weight"].T[columns].sum(2)
        hidden = np.maximum(np.concatenate([alone, beside], axis=1), 0)
        raw = hidden @ w["out.weight"][0] + w["out.bias"][0]
        return _best(raw, parents, no_parent_bias)


def _edges(spans: Sequence[WordSpan]) -> IntArray:
    """First word and the one after the last, [spans, 2]."""
    return np.array([span[1:] for span in spans], dtype=np.int32).reshape(-1, 2)


def _times(rows: FloatArray, weights: FloatArray) -> FloatArray:
    """`rows` times `weights` [out, in], few rows at once."""
    found: FloatArray = np.empty((len(rows), len(weights)), dtype=np.float32)
    for first in range(0, len(rows), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        np.matmul(rows[part], weights.T, out=found[part])
    return found


def _best(raw: FloatArray, parents: Sequence[WordSpan], no_parent_bias: float) -> list[Link]:
    """The highest of the scores of each child; the first of them is that of no parent."""
    scores = np.round(raw.astype(np.float64), _SCORE_DECIMALS)
    scores[:, 0] += no_parent_bias
    best = scores.argmax(1)
    odds = np.exp(scores - scores.max(1, keepdims=True)).sum(1)
    choices = (None, *parents)
    rows = zip(best.tolist(), odds.tolist(), strict=True)
    return [Link(choices[at], 1.0 / total) for at, total in rows]


def _span_vectors(vectors: FloatArray, edges: IntArray) -> FloatArray:
    """First, last and mean word vector of each span, [spans, 3 * width]."""
    if not len(edges):
        return np.empty((0, 3 * vectors.shape[1]), dtype=np.float32)
    bounds = edges.ravel()
    whole = int(edges[:, 1].max()) == len(vectors)  # nothing can be summed up from there on
    summed = np.concatenate([vectors, vectors[:1]]) if whole else vectors
    # Sums between bounds; those from the end of one span to the start of the next are left out.
    sums = np.add.reduceat(summed, bounds, axis=0)[::2]
    means = sums / (edges[:, 1:] - edges[:, :1]).astype(np.float32)
    found: FloatArray = np.concatenate([vectors[edges[:, 0]], vectors[edges[:, 1] - 1], means], 1)
    return found
