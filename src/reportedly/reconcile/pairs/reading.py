"""A text as the model of pairs reads it at once: where its words stand, and a vector for each.

In: a text.  Out: a `Reading`.  One run serves all clauses and words of the text, where one run
for each of them would take ten times as long; words stand in their context, too.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.annotate.encoding.vocabulary import find_words
from reportedly.arrays import Flags
from reportedly.reconcile.pairs.pieces import FIRST, LAST, MOST_PIECES
from reportedly.reconcile.pairs.weights import STATES, PairModel, shipped_pair_model

#: Readings remembered: a statement meets its candidates one after the other.
MOST_READ = 512

Spans = list[tuple[int, int]]
FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The words of a text."""

    spans: Spans
    """where each stands: half-open, in code points"""
    vectors: FloatArray
    """[words, 384], one for each"""

    def within(self, start: int, end: int) -> Flags:
        """Which words stand within a part of the text."""
        return within(self.spans, start, end)


def within(spans: Spans, start: int, end: int) -> Flags:
    """Which words stand within a part of their text."""
    return np.array([start <= a and b <= end for a, b in spans], dtype=bool)


@functools.lru_cache(maxsize=MOST_READ)
def word_spans(text: str) -> Spans:
    """Where the words of a text stand, as they are read."""
    return [(int(start), int(end)) for start, end in find_words(text)]


@functools.lru_cache(maxsize=MOST_READ)
def read(text: str, model: PairModel | None = None) -> Reading:
    """The reading of a text, by the shipped model if none is given; long ones are read in parts."""
    model = model or shipped_pair_model()
    spans = word_spans(text)
    pieces = [list(model.vocabulary.pieces_of(text[a:b]).numbers) for a, b in spans]
    vectors = [_vectors(part, model) for part in _parts(pieces)]
    return Reading(spans, np.concatenate(vectors) if vectors else np.zeros((0, 0), np.float32))


def _parts(words: list[list[int]]) -> Iterator[list[list[int]]]:
    """Words in parts of as many pieces as are read at once."""
    part: list[list[int]] = []
    for pieces in words:
        if part and sum(map(len, part)) + len(pieces) > 2 * MOST_PIECES:
            yield part
            part = []
        part.append(pieces[: 2 * MOST_PIECES])
    if part:
        yield part


def _vectors(words: list[list[int]], model: PairModel) -> FloatArray:
    """The mean of each word's pieces."""
    ids = [FIRST, *(piece for pieces in words for piece in pieces), LAST]
    inputs = {
        "pieces": np.array([ids], dtype=np.int64),
        "features": np.zeros((1, len(ids), 2), dtype=np.int64),
        "question": np.zeros(1, dtype=np.int64),
    }
    states = model.session.run([STATES], inputs)[0][0]
    counts = np.array([max(len(pieces), 1) for pieces in words])
    first = 1 + np.concatenate([[0], np.cumsum([len(pieces) for pieces in words])[:-1]])
    sums = np.add.reduceat(states, first.astype(np.intp), axis=0)
    # A word without pieces would take the next one's; the last has the mark of the end in its sum.
    sums[-1] -= states[-1]
    found: FloatArray = (sums / counts[:, None]).astype(np.float32)
    return found
