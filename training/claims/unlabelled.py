"""Pairs that nobody labelled, of captions that annotators wrote of one scene, for the tutor.

In: the counterfactual pairs of the shared data, in which each five rows tell of one scene. Out:
other pairs of the same scene's sentences, which differ in as little as the labelled ones do.
"""

import itertools
import random

from training.claims.pairs import Pair

#: Rows of one scene: a pair, and two sentences written anew of either side.
ROWS_EACH = 5


def unlabelled_pairs(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """First and second sentences that were not paired, and some of the first among themselves.

    The label of each is void (`neutral`): it must be replaced.
    """
    known = {(p.a, p.b) for p in pairs}
    found: dict[tuple[str, str], None] = {}
    for scene in _scenes(pairs):
        first, second = sorted({p.a for p in scene}), sorted({p.b for p in scene})
        among = [*itertools.permutations(second, 2), *itertools.permutations(first, 2)]
        crossed = [pair for pair in itertools.product(first, second) if pair not in known]
        turned = [(p.b, p.a) for p in scene]
        found |= dict.fromkeys(crossed)
        found |= dict.fromkeys(rng.sample(among, min(2, len(among))))
        found |= dict.fromkeys(rng.sample(turned, 1))
    return [Pair(a, b, "neutral", same_scene=True) for a, b in found]


def _scenes(pairs: list[Pair]) -> list[list[Pair]]:
    return [pairs[i : i + ROWS_EACH] for i in range(0, len(pairs), ROWS_EACH)]
