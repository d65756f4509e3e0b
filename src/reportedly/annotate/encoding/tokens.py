"""Tokens of a text laid over the encoder's pieces, and where sentences may begin.

In: a text's view and its words.  Out: for each token its place, the pieces that it is read from,
its line, and whether a sentence may or must begin with it.
"""

from dataclasses import dataclass

import numpy as np

from reportedly.annotate.encoding.words import BoolArray, IntArray, Words, line_breaks
from reportedly.annotate.parse.tokenizer import find_tokens

#: Tokens that begin in one piece; "gonna" has two.  More are read as one: a long run of signs is a
#: single piece, and the work of a window must not grow with their number.
MOST_IN_A_PIECE = 3

_DOUBLE_MARK = ord('"')
_SINGLE_MARK = ord("'")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel arrays: offsets, first and last piece, number of the line (empty ones counted)."""

    spans: IntArray
    edges: IntArray
    line: IntArray
    must_start: BoolArray
    may_start: BoolArray

    def __len__(self) -> int:
        return len(self.spans)


def lay_tokens(view: str, words: Words) -> Tokens:
    """The tokens of `view` that the encoder can read."""
    spans, edges = _readable(find_tokens(view), words.piece_spans)
    spans, edges = _few_in_a_piece(spans, edges)
    line = np.searchsorted(line_breaks(view), spans[:, 0]).astype(np.int32)
    must = np.ones(len(spans), dtype=np.bool_)
    must[1:] = line[1:] != line[:-1]
    return Tokens(spans, edges, line, must, _may_start(view, spans, must))


def _readable(tokens: IntArray, pieces: IntArray) -> tuple[IntArray, IntArray]:
    """The tokens with a piece, and their first and last one; lone accents have none."""
    first = np.searchsorted(pieces[:, 1], tokens[:, 0], side="right")
    last = np.searchsorted(pieces[:, 0], tokens[:, 1], side="left") - 1
    edges = np.stack([first, last], axis=1).astype(np.int32)
    read = first <= last
    return tokens[read], edges[read]


def _few_in_a_piece(tokens: IntArray, edges: IntArray) -> tuple[IntArray, IntArray]:
    """At most `MOST_IN_A_PIECE` tokens from one piece; the last reaches to the end of the rest."""
    first = edges[:, 0]
    rank = np.arange(len(first)) - np.searchsorted(first, first)
    kept = rank < MOST_IN_A_PIECE
    if kept.all():
        return tokens, edges
    ends = np.append(np.flatnonzero(kept)[1:], len(tokens)) - 1
    return (
        np.stack([tokens[kept, 0], tokens[ends, 1]], axis=1),
        np.stack([edges[kept, 0], edges[ends, 1]], axis=1),
    )


def _may_start(view: str, spans: IntArray, line_start: BoolArray) -> BoolArray:
    """False where no sentence begins: at a closing mark, and after an opening mark's."""
    may = np.ones(len(spans), dtype=np.bool_)
    if not len(spans):
        return may
    chars = np.frombuffer(view.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    length = spans[:, 1] - spans[:, 0]
    first, last = chars[spans[:, 0]], chars[spans[:, 1] - 1]
    is_mark = (length == 1) & (first == _DOUBLE_MARK)
    is_mark |= (length == 2) & (first == _SINGLE_MARK) & (last == _SINGLE_MARK)
    after_space = line_start.copy()
    after_space[1:] |= spans[1:, 0] > spans[:-1, 1]
    may[is_mark & ~after_space] = False
    may[1:][(is_mark & after_space)[:-1] & ~after_space[1:]] = False
    return may
