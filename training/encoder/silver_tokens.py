"""The tokens of a whole article with the teacher's labels.

In: an article, the teacher's parses by line and, for an edited article, what it was before. Out:
arrays over the article's tokens.
"""

from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np

from reportedly.annotate.encoding.words import IntArray
from training.encoder.carrying import UNKNOWN, carry
from training.encoder.teacher import LineParse, token_spans

Silver = dict[str, LineParse]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Spans [n, 2] in the text, heads as token numbers, labels; -1 where nothing is known."""

    spans: IntArray
    head: IntArray
    tag: IntArray
    pos: IntArray
    dep: IntArray
    entity: IntArray
    starts: IntArray


def tokens_of(
    text: str, silver: Silver, clean: str | None = None, moved: list[int] | None = None
) -> Tokens:
    """Tokens of `text`, which is `clean` after edits that moved its offsets to `moved`."""
    lines = text.split("\n")
    before = (clean if clean is not None else text).split("\n")
    begins, olds = _line_starts(lines), _line_starts(before)
    rows: list[LineParse] = []
    for i, line in enumerate(lines):
        parse = silver.get(before[i])
        if parse is None:
            continue
        if moved is not None and line != before[i]:
            places = np.array(moved[olds[i] : olds[i] + len(before[i]) + 1]) - begins[i]
            parse = carry(parse, places[parse.spans], token_spans(line))
        rows.append(replace(parse, spans=parse.spans + begins[i]))
    return _joined(rows)


def _line_starts(lines: list[str]) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in lines)]


def _joined(rows: list[LineParse]) -> Tokens:
    counts = np.cumsum([0, *(len(row.tag) for row in rows)])
    heads = [
        np.where(row.head == UNKNOWN, UNKNOWN, row.head + counts[i]) for i, row in enumerate(rows)
    ]
    empty = np.zeros(0, dtype=np.int32)
    columns = {
        name: np.concatenate([empty, *(getattr(row, name) for row in rows)])
        for name in ("tag", "pos", "dep", "entity", "starts")
    }
    return Tokens(
        spans=np.concatenate([empty.reshape(0, 2), *(row.spans for row in rows)]),
        head=np.concatenate([empty, *heads]).astype(np.int32),
        **columns,
    )
