"""The dated articles that are most like an article, and the days on which they lie."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reportedly.reconcile.dating.likely.axis import Array, Axis
from reportedly.reconcile.dating.likely.bursts import Uses

#: The same event is reported within days, its consequences within weeks.
SPREADS_DAYS = (2.5, 8.0)
#: How much rarer terms count more, and nearer neighbours.
RARITY_POWER, NEARNESS_POWER = 3, 3
#: A day without any neighbour is unlikely, not impossible.
GROUND = 0.05
#: Rare enough that each article has it in common with few: keeps the work linear.
LARGEST_SHARE = 0.1


def likeness(uses: Uses, sizes: npt.NDArray[np.float64]) -> list[npt.NDArray[np.float64]]:
    """For each text how like each dated article is; `sizes` are the dated articles' terms."""
    found = []
    for numbers in uses.of_text:
        shared = np.zeros(len(sizes))
        for number in numbers:
            articles = uses.articles[number]
            if len(articles) <= LARGEST_SHARE * len(sizes):
                shared[articles] += np.log(len(sizes) / len(articles)) ** RARITY_POWER
        found.append(shared / np.sqrt(np.maximum(sizes, 1)))
    return found


def scores(
    likenesses: Sequence[npt.NDArray[np.float64]], steps: npt.NDArray[np.intp], axis: Axis
) -> Array:
    """Texts × spreads × steps: how much nearer the neighbours of each step are than by chance."""
    weights = np.stack(likenesses) ** NEARNESS_POWER
    shares = weights / np.maximum(weights.sum(1, keepdims=True), 1e-30)
    weighted = np.zeros((len(likenesses), axis.steps), np.float32)
    for text, row in enumerate(shares):
        weighted[text] = np.bincount(steps, row, axis.steps)
    everything = np.bincount(steps, minlength=axis.steps).astype(np.float32)
    found = []
    for days in SPREADS_DAYS:
        near, chance = axis.smoothed(weighted, days), axis.smoothed(everything, days)
        total = np.maximum(near.sum(1, keepdims=True), 1e-9)
        share = near / total / np.maximum(chance / chance.sum(), 1e-9)
        found.append(np.where(weighted.any(1, keepdims=True), np.log(share + GROUND), 0))
    return np.stack(found, axis=1).astype(np.float32)
