"""Which cue a content belongs to, and which source a cue belongs to.

In: spans of a window and a small vector for each word. Out: for each child span its parent,
or none, with its probability. The arithmetic is that of the trained scorer, in numpy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.attribution.neural.decoding import WordSpan
from reportedly.annotate.attribution.neural.pairs import FloatArray, pair_features
from reportedly.annotate.attribution.neural.words import IntArray

# Scores closer than this are equal: it hides the last bits, which depend on the processor.
_SCORE_DECIMALS = 3


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

    def link(
        self, view: WindowView, child: WordSpan, parents: Sequence[WordSpan], no_parent_bias: float
    ) -> Link:
        """The best of `parents` for `child`; a positive `no_parent_bias` favours none."""
        w = self.weights
        left = _span_vector(view.vectors, child) @ w["child.weight"].T + w["child.bias"]
        rows = [np.maximum(left + w["nobody"], 0)]
        if parents:
            right = np.stack([_span_vector(view.vectors, p) for p in parents])
            pair = pair_features(child[1:], [p[1:] for p in parents], view.line, view.stops)
            hidden = left + right @ w["parent.weight"].T + w["parent.bias"]
            rows += list(np.maximum(hidden + pair @ w["pair.weight"].T, 0))
        raw = np.stack(rows) @ w["out.weight"][0] + w["out.bias"][0]
        scores = np.round(raw.astype(np.float64), _SCORE_DECIMALS)
        scores[0] += no_parent_bias
        best = int(scores.argmax())
        probability = 1.0 / float(np.exp(scores - scores[best]).sum())
        return Link(parents[best - 1] if best else None, probability)


def _span_vector(vectors: FloatArray, span: WordSpan) -> FloatArray:
    """First, last and mean word vector."""
    inside = vectors[span.start : span.end]
    joined: FloatArray = np.concatenate([inside[0], inside[-1], inside.mean(0)])
    return joined
