"""Scores of many kinds for each step in, how likely each step is and the shortest span out."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reportedly.reconcile.dating.likely.axis import Array, Axis

Shares = npt.NDArray[np.float64]

#: What the kinds of score count: grades of names and figures, grades of pairs of plain words,
#: neighbours, days named.  Rounded from a conditional logit over the days of 426 dated articles;
#: terms are not independent, hence below 1, and names that last (the first grade) say little.
WEIGHTS = (
    0.03, 0.06, 0.55, 0.65, 0.0, 0.0, 0.05, 0.5, 0.1, 0.0,
    0.28, 0.28,
    0.6, 0.35, 0.35, 1.1,
)  # fmt: skip
#: Where the pile has many articles it has more undated ones too.
PILE_SPREAD_DAYS = 15.0
#: Shares of the whole that a span can be asked to hold.
LEVELS = (*np.arange(0.5, 0.9, 0.02), *np.arange(0.9, 0.999, 0.005), 0.9995)


def density(scores: Array, steps: npt.NDArray[np.intp], axis: Axis) -> Shares:
    """Texts × steps: how likely each step is, from the scores of each kind."""
    counts = np.bincount(steps, minlength=axis.steps).astype(np.float32)
    pile = axis.smoothed(counts, PILE_SPREAD_DAYS)
    weights = np.array(WEIGHTS, np.float32)[None, :, None]
    logs = (scores * weights).sum(1, dtype=np.float64) + np.log(pile)
    return shares_of(np.exp(logs - logs.max(-1, keepdims=True)))


def shares_of(found: Shares) -> Shares:
    """`found` so that each text's steps add up to one."""
    shares: Shares = found / found.sum(-1, keepdims=True)
    return shares


def shortest(likely: Shares, level: float) -> tuple[int, int]:
    """First and last of the fewest steps in a row that hold `level` of the whole."""
    sums = np.concatenate([[0.0], np.cumsum(likely)])
    ends = np.searchsorted(sums, sums[:-1] + level * sums[-1] - 1e-12)
    lengths = np.where(ends < len(sums), ends - np.arange(len(likely)), len(sums))
    start = int(lengths.argmin())
    return start, int(ends[start]) - 1


def needed_level(likely: Shares, step: int) -> float:
    """The smallest of `LEVELS` at which the shortest span holds `step`; 1 when none does."""
    for level in LEVELS:
        first, last = shortest(likely, level)
        if first <= step <= last:
            return float(level)
    return 1.0


def level_that_holds(needed: Sequence[float], share: float) -> float:
    """The level that is enough for `share` of articles like those whose `needed` levels are known.

    As in conformal prediction: one article more is counted than there are, as if it failed.
    """
    rank = int(np.ceil((len(needed) + 1) * share))
    return sorted(needed)[rank - 1] if rank <= len(needed) else 1.0
