"""What the tutor thinks of pairs that nobody labelled.

In: the file that `training.claims.tutor` wrote. Out: pairs of one scene, and how probable each
label is to be.
"""

from pathlib import Path

import numpy as np

from training.claims.batches import Wanted
from training.claims.pairs import Pair


def read_opinions(path: Path) -> tuple[list[Pair], list[Wanted]]:
    """Pairs, whose labels are void, and the probabilities of the three labels of each."""
    stored = np.load(path)
    first, second = stored["first"].tolist(), stored["second"].tolist()
    pairs = [Pair(a, b, "neutral", same_scene=True) for a, b in zip(first, second, strict=True)]
    return pairs, [tuple(row) for row in np.exp(stored["scores"]).tolist()]
