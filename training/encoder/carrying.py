"""The teacher's parse of a line, carried over to the same line after edits.

In: the parse of the clean line, its tokens' new places and the tokens of the edited line. Out: a
parse of the edited line; what cannot be known any more is -1.
"""

import numpy as np

from reportedly.annotate.encoding.words import IntArray
from training.encoder.teacher import LineParse

UNKNOWN = -1


def carry(old: LineParse, moved: IntArray, new_spans: IntArray) -> LineParse:
    """`moved` are the places of the old tokens in the edited line, `new_spans` its own tokens."""
    count = len(new_spans)
    values = np.full((6, count), UNKNOWN, dtype=np.int32)
    tag, pos, head, dep, entity, starts = values
    owner = np.full(len(old.tag), UNKNOWN, dtype=np.int32)
    parts = _old_tokens_of(moved, new_spans)
    for new, olds in enumerate(parts):
        owner[olds] = new
    for new, olds in enumerate(parts):
        if not olds or any(_is_split(moved[k], new_spans[new]) for k in olds):
            continue
        top = next((k for k in olds if old.head[k] not in olds or old.head[k] == k), olds[0])
        tag[new], pos[new], dep[new] = old.tag[top], old.pos[top], old.dep[top]
        head[new] = new if old.head[top] == top else owner[old.head[top]]
        entity[new] = old.entity[olds[0]]
        starts[new] = max(old.starts[k] for k in olds)
    return LineParse(new_spans, tag, pos, head, dep, entity, starts)


def _old_tokens_of(moved: IntArray, new_spans: IntArray) -> list[list[int]]:
    """For each new token the old ones with a character in it."""
    first = np.searchsorted(moved[:, 1], new_spans[:, 0], side="right")
    last = np.searchsorted(moved[:, 0], new_spans[:, 1], side="left")
    return [
        [k for k in range(a, b) if moved[k, 0] < moved[k, 1]]
        for a, b in zip(first.tolist(), last.tolist(), strict=True)
    ]


def _is_split(old: IntArray, new: IntArray) -> bool:
    return bool(old[0] < new[0] or old[1] > new[1])
