"""What the model of pairs reads: word pieces, whose they are, and whether the other has them.

In: identifiers of word pieces.  Out: `Pieces`, with the marks of beginning and end added.
"""

from collections.abc import Sequence
from dataclasses import dataclass

#: [CLS] and [SEP] of the encoder's vocabulary.
FIRST, LAST = 101, 102
#: Pieces read of each sentence: what a statement says is said in fewer.
MOST_PIECES = 64


@dataclass(frozen=True, slots=True)
class Pieces:
    """Three numbers a piece."""

    ids: tuple[int, ...]
    segments: tuple[int, ...]
    """0 in the first sentence, 1 in the second"""
    matches: tuple[int, ...]
    """0 not asked, 1 only in this sentence, 2 in both"""


def joined(first: Sequence[int], second: Sequence[int]) -> Pieces:
    """Two sentences, to be read as a pair."""
    a, b = tuple(first[:MOST_PIECES]), tuple(second[:MOST_PIECES])
    in_a, in_b = set(a), set(b)
    return Pieces(
        (FIRST, *a, LAST, *b, LAST),
        (0,) * (len(a) + 2) + (1,) * (len(b) + 1),
        (0, *(1 + (p in in_b) for p in a), 0, *(1 + (p in in_a) for p in b), 0),
    )


def alone(ids: Sequence[int]) -> Pieces:
    """One sentence, to be compared with others by its vector."""
    kept = (FIRST, *ids[: 2 * MOST_PIECES], LAST)
    return Pieces(kept, (0,) * len(kept), (0,) * len(kept))
