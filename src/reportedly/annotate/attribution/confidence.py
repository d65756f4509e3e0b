"""How likely a candidate is right: a weighted sum of its evidence, as a calibrated probability.

In: candidates.  Out: numbers from 0 to 1.  The weights are fitted on annotated articles by
`python -m benchmarks.attribution.fit` and stand, one a line, in `weights.tsv` beside this file.
"""

import functools
import math
from collections.abc import Iterable, Mapping
from importlib import resources

#: Entries of the weights file that are no evidence: the sum with no evidence, and the calibration.
BASE, SLOPE, SHIFT = "(base)", "(slope)", "(shift)"
#: What the annotated articles leave out or hardly have: set by hand, from cases written for the
#: tests, so that these rows are shown with middling confidence.
BY_HAND = {
    "interview": 7.5,
    "formula=named": 7.5,
    "formula=unnamed": 7.5,
    "hedge": 5.5,
    "label": 7.0,
    "listed": 7.0,
    "impersonal": 4.5,
    "quoted=before:thing": 6.5,
    "quoted=before:caption": 2.0,
    "quoted=before:occasion": 2.3,
    "quoted told": 2.5,
    "told after it": 5.0,
    "that further off": 4.5,
    "post": 5.5,
    # "Who had asked only whether": rare, and in 20 of 23 annotated articles a row.
    "lemma+frame=ask+ccomp:whether": 4.0,
    "cold water": 8.0,
    "plain saying inside another": 2.6,
    "plain promise inside another": 3.2,
    "plain telling of a thing inside another": 3.0,
    "quotation inside another": 3.5,
}


@functools.cache
def weights() -> Mapping[str, float]:
    """The fitted weights, read once a process."""
    lines = resources.files(__package__).joinpath("weights.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {**{name: float(weight) for name, weight in pairs}, **BY_HAND}


def strength(evidence: Iterable[str], table: Mapping[str, float]) -> float:
    """The sum of the weights of what speaks for and against; 0 is even."""
    return table.get(BASE, 0.0) + math.fsum([table.get(name, 0.0) for name in evidence])


def probability(strength_: float, table: Mapping[str, float]) -> float:
    """The calibrated probability that belongs to a strength, rounded to a thousandth."""
    return logistic(table.get(SLOPE, 1.0) * strength_ + table.get(SHIFT, 0.0))


def logistic(log_odds: float) -> float:
    """The probability that belongs to log odds, rounded to a thousandth."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds)))), 3)
