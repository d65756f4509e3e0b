"""From label scores of words to spans: the best path that the label grammar allows.

In: one score table a window. Out: the spans of sources, cues and contents in each. Only
additions and comparisons are made, so that a window's result is the same bits in any company.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np

from reportedly.annotate.attribution.neural.pairs import FloatArray


class Part(IntEnum):
    """The part of an attribution that a span is."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


_PARTS = tuple(Part)


class WordSpan(NamedTuple):
    """A span in words of a window, half-open."""

    part: Part
    start: int
    end: int


# Windows decoded side by side: enough to spread the cost of a step, few enough to stay small.
_SIDE_BY_SIDE = 64


def best_spans(scores: Sequence[FloatArray], transitions: FloatArray) -> list[list[WordSpan]]:
    """Spans of each window; `scores` are [words, labels], `transitions` [labels + 1, labels]."""
    found: list[list[WordSpan]] = []
    for first in range(0, len(scores), _SIDE_BY_SIDE):
        group = scores[first : first + _SIDE_BY_SIDE]
        found += [_spans(path) for path in _best_paths(group, transitions)]
    return found


def _best_paths(scores: Sequence[FloatArray], transitions: FloatArray) -> list[bytes]:
    """The best label sequence of each window (Viterbi)."""
    longest = max(map(len, scores), default=0)
    if not longest:
        return [b"" for _ in scores]
    labels = transitions.shape[1]
    ends = np.zeros((longest, len(scores), labels), dtype=np.float32)
    for i, s in enumerate(scores):
        ends[: len(s), i] = s
    ends[0] += transitions[-1]
    options = np.empty((len(scores), labels, labels), dtype=np.float32)
    steps = np.ascontiguousarray(transitions[:-1].T)  # [to, from]: the last axis is fast to scan
    best = np.empty((len(scores), labels), dtype=np.float32)
    for t in range(1, longest):
        np.add(ends[t - 1, :, None], steps, out=options)
        np.maximum.reduce(options, axis=2, out=best)
        ends[t] += best
    return [_trace(ends[: len(s), i], steps) for i, s in enumerate(scores)]


def _trace(ends: FloatArray, steps: FloatArray) -> bytes:
    """The labels of one window, found from its last back to its first."""
    if not len(ends):
        return b""
    labels = len(steps)
    before = (ends[:-1, None] + steps).argmax(2).astype(np.uint8).tobytes()
    label = int(ends[-1].argmax())
    path = bytearray((label,))
    for at in range(len(before) - labels, -1, -labels):
        label = before[at + label]
        path.append(label)
    return bytes(path[::-1])


def _spans(path: bytes) -> list[WordSpan]:
    """Spans of one path: odd labels begin a part, even ones go on with it, 0 is outside."""
    labels = np.frombuffer(path, dtype=np.uint8)
    starts = np.flatnonzero(labels & 1)
    bounds = np.append(np.flatnonzero((labels & 1) | (labels == 0)), len(labels))
    ends = bounds[bounds.searchsorted(starts, side="right")]
    rows = zip(labels[starts].tolist(), starts.tolist(), ends.tolist(), strict=True)
    return [WordSpan(_PARTS[label // 2], start, end) for label, start, end in rows]
