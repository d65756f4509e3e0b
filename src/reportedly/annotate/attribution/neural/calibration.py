"""How sure the model is of one attribution: evidence put together to a calibrated probability.

In: label probabilities and link probabilities behind an attribution. Out: the probability that
its content and source are right, as fitted on held-out articles.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.attribution.neural.decoding import WordSpan
from reportedly.annotate.attribution.neural.pairs import FloatArray

# Below this a probability says nothing more, and its logarithm would drown the rest.
_FLOOR = 1e-3
_LEAST = math.log(_FLOOR)
# Digits kept of a confidence: the last bits depend on the processor.
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution in words of its window, with the probabilities of its links."""

    contents: tuple[WordSpan, ...]
    cue: WordSpan
    source: WordSpan | None
    to_cue: float
    to_source: float
    direct: bool


def evidence(draft: Draft, log_labels: FloatArray) -> list[float]:
    """The numbers that `Calibration` weighs; `log_labels` are log probabilities [words, labels]."""
    parts = [_own(log_labels, span) for span in draft.contents]
    content = parts[0] if len(parts) == 1 else np.concatenate(parts)
    return [
        _mean(content),
        float(content.min()),
        min(float(log_labels[c.start, 1 + 2 * c.part]) for c in draft.contents),
        _mean(_own(log_labels, draft.cue)),
        math.log(max(draft.to_cue, _FLOOR)),
        math.log(max(draft.to_source, _FLOOR)),
        _mean(_own(log_labels, draft.source)) if draft.source else 0.0,
        0.0 if draft.source else 1.0,
        1.0 if draft.direct else 0.0,
        math.log(len(content)),
        1.0 if len(draft.contents) > 1 else 0.0,
    ]


def _own(log_labels: FloatArray, span: WordSpan) -> FloatArray:
    """Log probability of each word of `span` to be in its part, first or later."""
    begin = 1 + 2 * span.part
    pair = log_labels[span.start : span.end, begin : begin + 2]
    logs: FloatArray = np.maximum(np.logaddexp(pair[:, 0], pair[:, 1]), _LEAST)
    return logs


def _mean(logs: FloatArray) -> float:
    return float(np.add.reduce(logs) / len(logs))


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression over `evidence`."""

    weights: tuple[float, ...]
    bias: float

    def confidence(self, values: Sequence[float]) -> float:
        """The probability that the attribution is right."""
        total = self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), _DECIMALS)
