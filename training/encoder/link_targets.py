"""Which links the scorer has to find in a window, over annotated and over predicted spans.

In: an example and spans that the label head finds now. Out: for each child span its candidate
parents and which of them are right (none of them: it has no parent).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from reportedly.annotate.attribution.neural.pairs import pair_features
from training.encoder.examples import CONTENT, CUE, SOURCE, Example, WordSpan

# Share of words two contents have in common from which a predicted one stands for the annotated.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """One child, its candidate parents, their pair features and the indices of the right ones."""

    child: WordSpan
    parents: list[WordSpan]
    features: np.ndarray
    right: list[int]


def greedy_spans(labels: np.ndarray) -> list[WordSpan]:
    """Spans of a row of labels; an I- label without its B- opens a span as well."""
    spans: list[WordSpan] = []
    kind, start = -1, 0
    for i, label in enumerate([*labels.tolist(), 0]):
        here = (label - 1) // 2 if label else -1
        if kind >= 0 and (here != kind or label % 2 == 1):
            spans.append((kind, start, i))
            kind = -1
        if here >= 0 and kind < 0:
            kind, start = here, i
    return spans


def link_targets(
    example: Example, predicted: Iterable[WordSpan]
) -> tuple[list[LinkTarget], list[LinkTarget]]:
    """Targets content to cue, and cue to source; `predicted` may be empty."""
    gold = _gold_spans(example)
    found = list(predicted)
    spans = found + [g for g in gold if not any(_overlap(g, p) for p in found)]
    contents, cues, sources = (
        sorted(s for s in spans if s[0] == k) for k in (CONTENT, CUE, SOURCE)
    )
    to_cue = [
        _target(example, c, cues, right)
        for c in contents
        if (right := _cue_of(example, c)) is not False
    ]
    to_source = [
        _target(example, c, sources, example.source_of[g])
        for c in cues
        for g in example.source_of
        if _overlap(c, g)
    ]
    return to_cue, to_source


def _gold_spans(example: Example) -> list[WordSpan]:
    return greedy_spans(example.labels)


def _cue_of(example: Example, content: WordSpan) -> WordSpan | bool | None:
    """The annotated cue of a content, None if it is no content, False if nobody can say."""
    near = [g for g in example.cue_of if _overlap(content, g)]
    if not near:
        known = any(_overlap(content, g) for g in _gold_spans(example))
        return False if known else None
    best = max(near, key=lambda g: (_share(content, g), g))
    return example.cue_of[best] if _share(content, best) >= _SAME else False


def _target(
    example: Example, child: WordSpan, parents: list[WordSpan], right: WordSpan | bool | None
) -> LinkTarget:
    rows = pair_features(child[1:], [p[1:] for p in parents], example.line, example.stops)
    wanted = [i for i, p in enumerate(parents) if isinstance(right, tuple) and _overlap(p, right)]
    return LinkTarget(child, parents, rows, wanted)


def _overlap(a: WordSpan, b: WordSpan) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def _share(a: WordSpan, b: WordSpan) -> float:
    common = min(a[2], b[2]) - max(a[1], b[1])
    return common / (max(a[2], b[2]) - min(a[1], b[1]))
